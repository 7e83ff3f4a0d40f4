import { type Component, type Finding, type Probe, ProbeError } from "./component.ts";
import { credentialsRefused, failureReason } from "./failure-reason.ts";

/** After a first failure it is asked again so soon: whether it is down must be known within seconds. */
const AGAIN_MS = 500;
const MAX_MESSAGE = 100;

/** What one round came to. */
export type Outcome = { finding: Finding; latencyMs: number } | { error: unknown };

/**
 * Asks one component, at once and then every `intervalMs`, more or less, so that processes do not ask in step. A probe
 * that outlives its deadline is never joined by a second one. The component is down after two failures in a row, at once
 * if its very first probe fails or it refuses our credentials; one success brings it back.
 */
export function createWatch(
  parts: { probe: Probe; critical: boolean; intervalMs: number; timeoutMs: number },
  onOutcome: (outcome: Outcome, before: Component) => void,
) {
  const { probe, critical, intervalMs, timeoutMs } = parts;
  let component: Component = {
    status: "down",
    critical,
    latency_ms: null,
    checked_at: new Date().toISOString(),
    message: "not probed yet",
    metadata: {},
  };
  let finishedAt: number | undefined;
  let failures = 0;
  let isProbing = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let deadline = new AbortController();

  async function round(): Promise<void> {
    const outcome = isProbing ? { error: new ProbeError("no answer", "no answer") } : await ask();
    if (stopped) return;
    const before = component;
    const isFirst = finishedAt === undefined;
    failures = "error" in outcome ? failures + 1 : 0;
    component = "error" in outcome ? failed(outcome.error, isFirst) : answered(outcome);
    finishedAt = performance.now();
    onOutcome(outcome, before);
    const isDoubtful = failures > 0 && component.status !== "down";
    timer = setTimeout(() => void round(), isDoubtful ? Math.min(AGAIN_MS, intervalMs) : jittered(intervalMs));
  }

  async function ask(): Promise<Outcome> {
    const started = performance.now();
    const timedOut = Promise.withResolvers<never>();
    deadline = new AbortController();
    const alarm = setTimeout(() => {
      timedOut.reject(new DOMException("", "TimeoutError"));
      deadline.abort();
    }, timeoutMs);
    try {
      const finding = await Promise.race([probeOnce(deadline.signal), timedOut.promise]);
      return { finding, latencyMs: Math.round((performance.now() - started) * 10) / 10 };
    } catch (error) {
      return { error };
    } finally {
      clearTimeout(alarm);
    }
  }

  async function probeOnce(signal: AbortSignal): Promise<Finding> {
    isProbing = true;
    try {
      return await probe(signal);
    } finally {
      isProbing = false;
    }
  }

  function answered({ finding, latencyMs }: { finding: Finding; latencyMs: number }): Component {
    const { degraded, metadata = {} } = finding;
    return {
      status: degraded === undefined ? "up" : "degraded",
      critical,
      latency_ms: latencyMs,
      checked_at: new Date().toISOString(),
      ...(degraded !== undefined && { message: degraded.slice(0, MAX_MESSAGE) }),
      metadata,
    };
  }

  /** A first failure only says why; whatever it was before holds until the second. */
  function failed(error: unknown, isFirst: boolean): Component {
    const reason = error instanceof ProbeError ? error.message : failureReason(error);
    const falls = isFirst || failures > 1 || component.status === "down" || reason === credentialsRefused;
    return {
      status: falls ? "down" : component.status,
      critical,
      latency_ms: null,
      checked_at: new Date().toISOString(),
      message: reason.slice(0, MAX_MESSAGE),
      metadata: falls ? {} : component.metadata,
    };
  }

  function start(): void {
    stopped = false;
    void round();
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    deadline.abort();
  }

  /** Since the newest result; undefined before the first. */
  function ageMs(): number | undefined {
    return finishedAt === undefined ? undefined : performance.now() - finishedAt;
  }

  return { start, stop, ageMs, component: () => component };
}

function jittered(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}

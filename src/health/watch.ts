import { type Component, type Finding, ProbeError } from "./component.ts";
import { credentialsRefused, failureReason } from "./failure-reason.ts";
import type { Watched } from "./probes.ts";

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
  { probe, critical, intervalMs, timeoutMs }: Watched,
  onOutcome: (outcome: Outcome, before: Component) => void,
) {
  let component: Component = {
    status: "down",
    critical,
    latency_ms: null,
    checked_at: new Date().toISOString(),
    message: "not probed yet",
    metadata: {},
  };
  /** When a probe ended last, be it long after its deadline; before the first, when the watch began. */
  let endedAt: number | undefined;
  let hasResult = false;
  let failures = 0;
  let isProbing = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let deadline = new AbortController();

  async function round(): Promise<void> {
    const outcome = isProbing ? { error: new ProbeError("no answer", "no answer") } : await ask();
    if (stopped) return;
    const before = component;
    failures = "error" in outcome ? failures + 1 : 0;
    component = "error" in outcome ? failed(outcome.error) : answered(outcome);
    hasResult = true;
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
      endedAt = performance.now();
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
  function failed(error: unknown): Component {
    const reason = error instanceof ProbeError ? error.message : failureReason(error);
    const falls = !hasResult || failures > 1 || component.status === "down" || reason === credentialsRefused;
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
    endedAt = performance.now();
    void round();
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    deadline.abort();
  }

  /** Since a probe ended last: one that hangs gives results, but they tell of nothing new. undefined before the start. */
  function ageMs(): number | undefined {
    return endedAt === undefined ? undefined : performance.now() - endedAt;
  }

  return { start, stop, ageMs, hasResult: () => hasResult, component: () => component };
}

function jittered(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}

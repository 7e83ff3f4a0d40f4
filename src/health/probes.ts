import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import { type Component, type Components, notConfigured, type Probe, ProbeError } from "./component.ts";
import { failureReason } from "./failure-reason.ts";
import { createWatch, type Outcome } from "./watch.ts";

export interface Watched {
  probe: Probe;
  critical: boolean;
  intervalMs: number;
  timeoutMs: number;
}

export type Probes = ReturnType<typeof createProbes>;

/**
 * Asks every component again and again, each in a loop of its own (watch.ts). Whoever wants to know reads the newest
 * results and causes nothing. A string instead of a probe says why a component is not configured.
 */
export function createProbes(
  parts: Record<string, Watched | string>,
  { metrics, log }: { metrics: Metrics; log: Logger },
) {
  const sources = new Map<string, () => Component>();
  const watches = new Map<string, ReturnType<typeof createWatch>>();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === "string") {
      const idle = notConfigured(part);
      sources.set(name, () => idle);
    } else {
      const watch = createWatch(part, (outcome, before) => report(name, outcome, before, watch.component()));
      watches.set(name, watch);
      sources.set(name, watch.component);
    }
  }
  metrics.watchProbes(function* ages() {
    for (const [component, { ageMs }] of watches) {
      const age = ageMs();
      if (age !== undefined) yield { component, seconds: age / 1_000 };
    }
  });

  function report(component: string, outcome: Outcome, before: Component, now: Component): void {
    if ("error" in outcome) metrics.componentProbeFailures.inc({ component, reason: labelOf(outcome.error) });
    else metrics.componentProbeDuration.observe({ component }, outcome.latencyMs / 1_000);
    metrics.componentUp.set({ component }, now.status === "down" ? 0 : 1);
    if (now.status === before.status) return;
    const facts = { probed: component, status: now.status, reason: now.message };
    log[now.status === "up" ? "info" : "warn"](facts, "the state of a component changed");
  }

  function start(): void {
    for (const watch of watches.values()) watch.start();
  }

  function stop(): void {
    for (const watch of watches.values()) watch.stop();
  }

  function snapshot(): Components {
    return Object.fromEntries([...sources].map(([name, component]) => [name, component()]));
  }

  /** Whether every configured component has a first result. */
  function ready(): boolean {
    return [...watches.values()].every(({ hasResult }) => hasResult());
  }

  return { start, stop, snapshot, ready };
}

function labelOf(error: unknown): string {
  return error instanceof ProbeError ? error.reason : failureReason(error);
}

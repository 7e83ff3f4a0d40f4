import { collectDefaultMetrics, Registry } from "prom-client";
import { createAgentMetrics } from "./metrics/agent.ts";
import { createHttpMetrics } from "./metrics/http.ts";
import { createInboxMetrics } from "./metrics/inbox.ts";
import { createOutboxMetrics } from "./metrics/outbox.ts";
import { createServiceMetrics } from "./metrics/service.ts";

export type Metrics = ReturnType<typeof createMetrics>;

/** Every metric of the service, each named once. Labels have few values: never a URL, a person or a message. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Of several processes on a port the youngest and the slowest count: left to itself, the one is left out, the other averaged.
  for (const name of ["process_start_time_seconds", "nodejs_eventloop_lag_p99_seconds"])
    Object.assign(registry.getSingleMetric(name) ?? {}, { aggregator: "max" });
  // Sums of what stands there by type, with the ending of a counter, which they are not.
  for (const kind of ["handles", "requests", "resources"]) registry.removeSingleMetric(`nodejs_active_${kind}_total`);
  return {
    registry,
    ...createHttpMetrics(registers),
    ...createInboxMetrics(registers),
    ...createAgentMetrics(registers),
    ...createOutboxMetrics(registers),
    ...createServiceMetrics(registers),
  };
}

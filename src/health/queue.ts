import type { Metrics } from "../metrics.ts";
import type { Database } from "../platform/database.ts";
import type { Result } from "../platform/procedures.ts";
import type { Finding, Probe } from "./component.ts";

/** Messages and effects that wait for longer are late. */
const LATE_MS = 60_000;
/** Workers look every second. */
const SILENT_MS = 30_000;

/** Since each worker of this process looked for work; null: it does not run. */
export type Workers = Record<string, number | null>;

/** How much waits in Postgres, and whether the workers of this process still look for it. */
export function createQueueProbe(parts: {
  database: Database;
  timeoutMs: number;
  /** undefined: a process that only receives. */
  workers: (() => Workers) | undefined;
  metrics: Metrics;
}): Probe {
  const { database, timeoutMs, workers, metrics } = parts;

  return async () => {
    const status = await database.call("queue_status", {}, timeoutMs);
    setGauges(status, metrics);
    return judge(status, workers?.());
  };
}

function judge(status: Result<"queue_status">, workers: Workers | undefined): Finding {
  const { inbox, outbox } = status;
  const lines = Object.entries({ inbox, ...outbox });
  const late = lines.filter(([, { oldest_age_ms }]) => (oldest_age_ms ?? 0) > LATE_MS).map(([name]) => name);
  const silent = Object.entries(workers ?? {}).filter(([, idleMs]) => (idleMs ?? 0) > SILENT_MS);
  const problems = [
    ...(late.length > 0 ? [`work waits for more than ${LATE_MS / 1_000} s: ${late.join(", ")}`] : []),
    ...(silent.length > 0 ? [`workers do not look: ${silent.map(([name]) => name).join(", ")}`] : []),
  ];
  return {
    ...(problems.length > 0 && { degraded: problems.join("; ") }),
    metadata: { inbox, outbox, workers: workers === undefined ? "none in this role" : describe(workers) },
  };
}

function describe(workers: Workers): Record<string, { alive: boolean; looked_ms_ago: number | null }> {
  return Object.fromEntries(
    Object.entries(workers).map(([name, idleMs]) => {
      const alive = idleMs !== null && idleMs <= SILENT_MS;
      return [name, { alive, looked_ms_ago: idleMs === null ? null : Math.round(idleMs) }];
    }),
  );
}

function setGauges({ inbox, outbox }: Result<"queue_status">, metrics: Metrics): void {
  metrics.inboxConversations.set({ state: "waiting" }, inbox.waiting);
  metrics.inboxConversations.set({ state: "leased" }, inbox.leased);
  metrics.inboxOldestAge.set((inbox.oldest_age_ms ?? 0) / 1_000);
  for (const [destination, { oldest_age_ms, ...states }] of Object.entries(outbox)) {
    for (const [state, count] of Object.entries(states)) metrics.outboxPending.set({ destination, state }, count);
    metrics.outboxOldestAge.set({ destination }, (oldest_age_ms ?? 0) / 1_000);
  }
}

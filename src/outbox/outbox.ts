import { ProviderError } from "../errors.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { OutgoingEffect, TaskEffect } from "../platform/procedures.ts";
import { createDeliver } from "./deliver.ts";

/** A read receipt blocks the answer behind it for at most this long when its sender dies. */
const RECEIPT_WAIT_MS = 8_000;
/** Its client gives up after 6 s (whatsapp/client.ts). */
const RECEIPT_SLACK_MS = 2_000;
/** Clients have 0.8 of UNKNOWN_WAIT for a send (app.ts). */
const SLACK = 0.2;
/** Below that a busy machine would never be in time; only tests wait so briefly for an unknown outcome. */
const LEAST_SLACK_MS = 1_000;
/**
 * Pair rate of WhatsApp: one text every 6 s for each candidate; a burst of up to 45 borrows from the time behind it
 * (developers.facebook.com, WhatsApp, about the platform). A small burst stays far from the point at which it is refused.
 */
const PAIR_INTERVAL_MS = 6_000;
const PAIR_BURST = 10;
/** How long a task may take; its lease ends well after that, so that it is never done twice at a time. */
const TASK_DEADLINE_MS = 50_000;
const TASK_LEASE_MS = 60_000;
const TASK_CONCURRENCY = 2;
/** Tasks whose worker died this often are suspected of killing it. */
const TASK_TRIES = 5;

/** Does one kind of task. May be called again for the same body. Stops when the signal says so. */
export type RunTask = (body: Record<string, unknown>, signal: AbortSignal) => Promise<void>;

/** Each neighbour has its own line and its own places: one that hangs must not hold up the others. */
export function createOutbox(parts: {
  database: Database;
  bell: Bell;
  send: (effect: OutgoingEffect) => Promise<string | undefined>;
  tasks: Record<TaskEffect["kind"], RunTask>;
  config: { concurrency: number; unknownWaitMs: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, send, tasks, config, metrics, log } = parts;
  const stopping = new AbortController();
  const byDestination = { whatsapp: lineTo("whatsapp"), chatwoot: lineTo("chatwoot"), task: taskLine() };
  const lines = Object.values(byDestination);

  function lineTo(destination: OutgoingEffect["destination"]) {
    const waits = {
      unknown_wait_ms: config.unknownWaitMs,
      receipt_wait_ms: RECEIPT_WAIT_MS,
      pair_interval_ms: PAIR_INTERVAL_MS,
      pair_burst: PAIR_BURST,
    };
    const claim = (limit: number) => database.call("claim_effects", { destination, limit, ...waits });
    const lateMs = ({ kind }: OutgoingEffect) =>
      kind === "read" ? RECEIPT_SLACK_MS : Math.max(SLACK * config.unknownWaitMs, LEAST_SLACK_MS);
    return createDeliver({ ...common(destination), claim, send, lateMs, concurrency: config.concurrency });
  }

  function taskLine() {
    const terms = { lease_ms: TASK_LEASE_MS, max_tries: TASK_TRIES };
    const claim = (limit: number) => database.call("claim_tasks", { limit, ...terms });
    const lateMs = () => TASK_LEASE_MS - TASK_DEADLINE_MS;
    return createDeliver({ ...common("task"), claim, send: runTask, lateMs, concurrency: TASK_CONCURRENCY });
  }

  function common<D extends string>(destination: D) {
    return { database, bell, destination, metrics, log: log.child({ destination }) };
  }

  async function runTask({ kind, body }: TaskEffect): Promise<undefined> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(TASK_DEADLINE_MS)]);
    try {
      await tasks[kind](body, signal);
    } catch (error) {
      if (stopping.signal.aborted) throw new ProviderError("retry", "stopped", { cause: error });
      throw error instanceof ProviderError ? error : new ProviderError("bug", "task_failed", { cause: error });
    }
  }

  function start(): void {
    for (const line of lines) line.start();
  }

  /** Takes nothing more. Sends in flight are finished, tasks are given back. */
  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.all(lines.map((line) => line.stop()));
  }

  /** Since each line looked for work; null while it does not run. */
  function lookedAgoMs(): Record<TaskEffect["destination"] | OutgoingEffect["destination"], number | null> {
    const { whatsapp, chatwoot, task } = byDestination;
    return { whatsapp: whatsapp.lookedAgoMs(), chatwoot: chatwoot.lookedAgoMs(), task: task.lookedAgoMs() };
  }

  return { start, stop, lookedAgoMs };
}

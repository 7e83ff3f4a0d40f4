import { setTimeout as pause } from "node:timers/promises";
import { ProviderError } from "../errors.ts";
import type { Destination } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { createLoop } from "../platform/loop.ts";
import type { Args, OutgoingEffect } from "../platform/procedures.ts";
import { decide } from "./retry.ts";

/** A read receipt blocks the answer behind it for at most this long when its sender dies. */
const RECEIPT_WAIT_MS = 8_000;
const SETTLE_RETRY_MS = 1_000;
const UNREADABLE_RETRY_MS = 60_000;
/** A process that stops tries at least this often to record what it has sent. */
const LAST_SETTLE_TRIES = 4;

/**
 * Hands one effect to its provider and returns the provider's id of it, if any.
 * @throws ProviderError saying what the failure means
 */
export type Send = (effect: OutgoingEffect) => Promise<string | undefined>;

/** Takes due effects of one destination, sends each, and records what came of it. */
export function createDeliver(parts: {
  database: Database;
  bell: Bell;
  destination: Destination;
  send: Send;
  config: { concurrency: number; unknownWaitMs: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, destination, config, metrics, log } = parts;
  const active = new Set<Promise<void>>();
  const loop = createLoop({ name: destination, look, log });
  const stopping = new AbortController();
  let unsettled = 0;

  async function look(): Promise<number | null> {
    const free = config.concurrency - active.size;
    if (free <= 0 || unsettled > 0) return null; // the next settled send wakes the loop
    const { effects, unreadable, ruled_out, next_due_ms } = await database.call("claim_effects", {
      destination,
      limit: free,
      unknown_wait_ms: config.unknownWaitMs,
      receipt_wait_ms: RECEIPT_WAIT_MS,
    });
    for (const { kind, ...facts } of ruled_out) {
      metrics.outboxEffects.inc({ destination, kind, outcome: "dropped" });
      log.info({ ...facts, kind }, "effect is not sent");
    }
    for (const effect of effects) begin(effect);
    for (const send of unreadable) void putOff(send);
    return effects.length === free ? null : next_due_ms;
  }

  function begin(effect: OutgoingEffect): void {
    const done = deliver(effect).finally(() => {
      active.delete(done);
      loop.wake();
    });
    active.add(done);
  }

  /** Written by a newer build than this one: left to that. */
  async function putOff({ id, attempt }: { id: number; attempt: number }): Promise<void> {
    log.error({ effect: id }, "this build cannot read the effect, leaving it for later");
    await settle({ id, attempt, outcome: "retry", retry_ms: UNREADABLE_RETRY_MS, error: "unreadable" });
  }

  async function deliver(effect: OutgoingEffect): Promise<void> {
    if (effect.resend) metrics.outboxUnknownResends.inc();
    const settlement = await send(effect);
    metrics.outboxEffects.inc({ destination, kind: effect.kind, outcome: settlement.outcome });
    await settle(settlement);
    if (destination === "whatsapp") bell.ring("chatwoot"); // recruiters see what became of it
  }

  async function send(effect: OutgoingEffect): Promise<Args<"settle_effect">> {
    const { id, attempt, kind, conversation } = effect;
    try {
      const providerId = await parts.send(effect);
      return { id, attempt, outcome: "sent", ...(providerId !== undefined && { provider_id: providerId }) };
    } catch (error) {
      // Anything that is not a ProviderError is a bug of ours, and nobody knows how far the send got.
      const { failure, code } = error instanceof ProviderError ? error : { failure: "unknown" as const, code: "bug" };
      const { outcome, ...wait } = decide(failure, kind, attempt);
      log.warn({ err: error, effect: id, conversation, kind, attempt, failure, code, outcome }, "send failed");
      return { id, attempt, outcome, error: code, ...("retryMs" in wait && { retry_ms: wait.retryMs }) };
    }
  }

  /**
   * What is known about a send must not be forgotten, or it is repeated: this goes on until it is written. Until then
   * nothing else is taken, because a database that just came back would hand out this very effect again.
   */
  async function settle(settlement: Args<"settle_effect">): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await database.call("settle_effect", settlement);
        if (attempt > 0) unsettled -= 1;
        return;
      } catch (error) {
        if (attempt === 0) unsettled += 1;
        const facts = { err: error, effect: settlement.id, outcome: settlement.outcome };
        if (attempt === 0) log.warn(facts, "outcome of a send not recorded, trying again");
        if (stopping.signal.aborted && attempt >= LAST_SETTLE_TRIES) {
          log.error(facts, "outcome of a send is lost");
          return;
        }
        await pause(Math.min(250 * 2 ** attempt, SETTLE_RETRY_MS));
      }
    }
  }

  function start(): void {
    bell.on(destination, loop.wake);
    loop.start();
  }

  /** Takes nothing more and waits for the sends in flight, each of which has a deadline of its own. */
  async function stop(): Promise<void> {
    await loop.stop();
    stopping.abort();
    await Promise.all(active);
  }

  return { start, stop };
}

import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, type Failure, ProviderError } from "../errors.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { createLoop } from "../platform/loop.ts";
import type { Args } from "../platform/procedures.ts";
import { decide, streakPauseMs } from "./retry.ts";

const SETTLE_RETRY_MS = 1_000;
const UNREADABLE_RETRY_MS = 60_000;
/** A process that stops tries at least this often to record what it has sent. */
const LAST_SETTLE_TRIES = 4;
/** What a line hands out. */
interface Outgoing {
  id: number;
  attempt: number;
  tries: number;
  resend: boolean;
  conversation: number | null;
  kind: string;
  /** Of an answer to a candidate: since the oldest message that it answers was received. */
  since_ms?: number | null | undefined;
  trace?: string | null | undefined;
}

export interface Claimed<E> {
  effects: E[];
  /** Written by a newer build than this one. */
  unreadable: { id: number; attempt: number }[];
  ruled_out: {
    id: number;
    kind: string;
    reason: string;
    since_ms?: number | null | undefined;
    trace?: string | null | undefined;
  }[];
  next_due_ms: number | null;
}

/** What came of a send. `failure`: what it is counted by, empty when nothing failed at the provider. */
interface Sent {
  settlement: Args<"settle_effect">;
  failure: Failure | "";
}

/** Reasons for which an effect is ruled out that should have reached its recipient, as failures. */
const lost: Record<string, Failure> = { window_closed: "window", no_answer: "unknown" };

/** Takes due effects of one destination, sends each, and records what came of it. */
export function createDeliver<E extends Outgoing>(parts: {
  database: Database;
  bell: Bell;
  destination: "whatsapp" | "chatwoot" | "task";
  claim: (limit: number) => Promise<Claimed<E>>;
  /**
   * Hands one effect to its provider and returns the provider's id of it, if any.
   * Rejects with a ProviderError that says what the failure means.
   */
  send: (effect: E) => Promise<string | undefined>;
  /**
   * A process that stood still for longer since it took an effect does not send it any more: a send that begins in time
   * also ends before somebody else may take the effect over.
   */
  lateMs: (effect: E) => number;
  concurrency: number;
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, destination, claim, lateMs, concurrency, metrics, log } = parts;
  const active = new Set<Promise<void>>();
  const loop = createLoop({ name: destination, look, log });
  const stopping = new AbortController();
  let unsettled = 0;
  /** Effects that failed since the last one that got through. */
  const failing = new Set<number>();

  async function look(): Promise<number | null> {
    const free = concurrency - active.size;
    if (free <= 0 || unsettled > 0) return null; // the next settled send wakes the loop
    const claimedAt = performance.now(); // before, because an answer may have waited for a process that stood still
    const { effects, unreadable, ruled_out, next_due_ms } = await claim(free);
    for (const { since_ms, ...facts } of ruled_out) {
      const failure = lost[facts.reason] ?? "";
      metrics.outboxEffects.inc({ destination, kind: facts.kind, outcome: "dropped", class: failure });
      if (failure !== "" && isNumber(since_ms)) metrics.answersFailed.inc();
      log.info(facts, "effect is not sent");
    }
    for (const effect of effects) begin(effect, claimedAt);
    for (const send of unreadable) track(putOff(send));
    return effects.length === free ? null : next_due_ms;
  }

  function begin(effect: E, claimedAt: number): void {
    track(deliver(effect, claimedAt));
  }

  function track(work: Promise<void>): void {
    const done = work.finally(() => {
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

  async function deliver(effect: E, claimedAt: number): Promise<void> {
    if (effect.resend) metrics.outboxUnknownResends.inc();
    const isLate = performance.now() - claimedAt > lateMs(effect);
    const sent = isLate ? tooLate(effect) : await send(effect);
    count(effect, sent, claimedAt);
    const overtaken = await settle(sent.settlement);
    // A status came before the wait for the answer was over, and left its count to us.
    if (overtaken && sent.settlement.outcome === "unknown") countAnswer(effect, claimedAt);
    if (destination === "whatsapp") bell.ring("chatwoot"); // recruiters see what became of it
  }

  function count(effect: E, { settlement: { outcome }, failure }: Sent, claimedAt: number): void {
    const { kind, since_ms } = effect;
    metrics.outboxEffects.inc({ destination, kind, outcome, class: failure });
    if (outcome === "sent") countAnswer(effect, claimedAt);
    if (outcome === "dead" && isNumber(since_ms)) metrics.answersFailed.inc();
  }

  function countAnswer({ since_ms }: E, claimedAt: number): void {
    if (isNumber(since_ms)) metrics.answerDuration.observe((since_ms + performance.now() - claimedAt) / 1000);
  }

  function tooLate({ id, attempt, kind }: E): Sent {
    const outcome = kind === "read" ? "dead" : "retry";
    return { settlement: { id, attempt, outcome, retry_ms: 0, error: "late" }, failure: "" };
  }

  async function send(effect: E): Promise<Sent> {
    const { id, attempt, tries, kind, conversation, trace } = effect;
    try {
      const providerId = await parts.send(effect);
      failing.clear();
      const settlement = {
        id,
        attempt,
        outcome: "sent" as const,
        ...(providerId !== undefined && { provider_id: providerId }),
      };
      return { settlement, failure: "" };
    } catch (error) {
      // Anything that is not a ProviderError is a bug of ours, and nobody knows how far the send got.
      const { failure, code } = error instanceof ProviderError ? error : { failure: "unknown" as const, code: "bug" };
      const { outcome, retryMs, pauseMs } = decide(failure, kind, tries);
      log.warn({ err: error, effect: id, conversation, trace, kind, attempt, failure, code, outcome }, "send failed");
      const pause_ms = lineWaits(id, failure, pauseMs);
      if (pause_ms !== undefined) log.error({ code, pauseMs: pause_ms }, "nothing is sent for a while");
      const waits = {
        ...(retryMs !== undefined && { retry_ms: retryMs }),
        ...(pause_ms !== undefined && { pause_ms }),
      };
      return { settlement: { id, attempt, outcome, error: code, ...waits }, failure };
    }
  }

  function lineWaits(id: number, failure: Failure, pauseMs: number | undefined): number | undefined {
    // Chatwoot refuses single calls in the same words, and one of them must not stop the whole mirror.
    if (pauseMs !== undefined && destination === "whatsapp") return pauseMs;
    if (failure !== "retry" || destination === "task") return undefined;
    failing.add(id);
    return streakPauseMs(failing.size);
  }

  /**
   * What is known about a send must not be forgotten, or it is repeated: this goes on until it is written. Until then
   * nothing else is taken, because a database that just came back would hand out this very effect again.
   * Resolves to whether somebody had recorded something else already.
   */
  async function settle(settlement: Args<"settle_effect">): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { settled } = await database.call("settle_effect", settlement);
        if (attempt > 0) unsettled -= 1;
        return !settled && attempt === 0; // asked for again, it may have been recorded by us
      } catch (error) {
        if (error instanceof DatabaseError && error.isRefusal) {
          log.error({ err: error, effect: settlement.id }, "outcome of a send cannot be written, it counts as unknown");
          if (attempt > 0) unsettled -= 1;
          return false;
        }
        if (attempt === 0) unsettled += 1;
        const facts = { err: error, effect: settlement.id, outcome: settlement.outcome };
        if (attempt === 0) log.warn(facts, "outcome of a send not recorded, trying again");
        if (stopping.signal.aborted && attempt >= LAST_SETTLE_TRIES) {
          log.error(facts, "outcome of a send is lost");
          return false;
        }
        await pause(Math.min(250 * 2 ** attempt, SETTLE_RETRY_MS));
      }
    }
  }

  function start(): void {
    if (destination !== "task") bell.on(destination, loop.wake);
    loop.start();
  }

  /** Takes nothing more and waits for the sends in flight, each of which has a deadline of its own. */
  async function stop(): Promise<void> {
    await loop.stop();
    stopping.abort();
    await Promise.all(active);
  }

  return { start, stop, lookedAgoMs: loop.lookedAgoMs };
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number";
}

import type { TurnResult } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { createLoop } from "../platform/loop.ts";
import type { Args, TurnInput } from "../platform/procedures.ts";
import { clean } from "../platform/raw-body.ts";

/** A turn that takes longer is given up; the conversation is tried again. */
const TURN_DEADLINE_MS = 45_000;
/** A turn that finds newer messages at its end is run again with them, at most this often. */
const RERUNS = 2;
const RETRY_BASE_MS = 2_000;
const RETRY_CEILING_MS = 300_000;
const UNREADABLE_RETRY_MS = 60_000;

/** Why a turn ends that did nothing wrong: its lease is lost, or the process stops. */
const abandoned = new Error("the turn was abandoned");

/** Decides what a turn comes to. It sends nothing, writes nothing and stops when the signal says so. */
export type RunTurn = (input: TurnInput, signal: AbortSignal) => Promise<TurnResult>;

interface Lease {
  conversation: number;
  fence: number;
}

interface ActiveTurn extends Lease {
  abort: AbortController;
  done: Promise<void>;
}

/** Claims due conversations, runs one turn each, and commits it under the lease. */
export function createProcess(parts: {
  database: Database;
  bell: Bell;
  /** undefined = the bot is switched off: messages are marked as seen and nothing is answered. */
  runTurn: RunTurn | undefined;
  /** Answers control words, also for a human who took over, after an opt-out and with the bot switched off. */
  runControls: RunTurn;
  config: { leaseMs: number; concurrency: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, runTurn, runControls, config, metrics, log } = parts;
  const active = new Set<ActiveTurn>();
  const typing = runTurn !== undefined;
  const loop = createLoop({ name: "inbox", look, log });
  /** More may be due than there was room for. */
  let full = false;
  let heartbeat: NodeJS.Timeout | undefined;

  async function look(): Promise<number | null> {
    const free = config.concurrency - active.size;
    full = free <= 0;
    if (full) return null; // the next finished turn wakes the loop
    const { turns, unreadable, next_due_ms } = await database.call("claim_conversations", {
      limit: free,
      lease_ms: config.leaseMs,
      typing,
    });
    if (turns.length > 0) bell.ring("whatsapp"); // read receipts
    for (const turn of turns) begin(turn);
    for (const lease of unreadable) void putOff(lease);
    full = turns.length === free;
    return full ? null : next_due_ms;
  }

  function begin(turn: TurnInput): void {
    const abort = new AbortController();
    // A timer of our own: AbortSignal.timeout would keep what the turn holds until its time is over.
    const deadline = setTimeout(() => abort.abort(new Error("the turn took too long")), TURN_DEADLINE_MS);
    const done = work(turn, abort.signal).finally(() => {
      clearTimeout(deadline);
      active.delete(entry);
      if (full) loop.wake();
    });
    const entry = { conversation: turn.conversation, fence: turn.fence, abort, done };
    active.add(entry);
  }

  async function work(turn: TurnInput, signal: AbortSignal): Promise<void> {
    const stopTimer = metrics.turnDuration.startTimer();
    try {
      const outcome = await commit(turn, signal);
      metrics.turns.inc({ outcome });
      metrics.turnMessages.observe(turn.messages.length);
      if (outcome === "lost") log.warn({ conversation: turn.conversation }, "turn dropped: the lease was lost");
      else ringForEffects();
    } catch (error) {
      metrics.turns.inc({ outcome: "failed" });
      await giveBack(turn, error);
    } finally {
      stopTimer();
    }
  }

  async function commit(turn: TurnInput, signal: AbortSignal): Promise<"committed" | "lost" | "silenced"> {
    let input = turn;
    for (let run = 0; ; run += 1) {
      signal.throwIfAborted();
      const result = await decide(input, signal);
      signal.throwIfAborted();
      const answer = await database.call("complete_turn", {
        ...toCommit(input, result),
        force: run >= RERUNS,
        lease_ms: config.leaseMs,
        typing,
      });
      if (answer.outcome !== "stale") return answer.outcome;
      metrics.turns.inc({ outcome: "stale" });
      if (typing) bell.ring("whatsapp");
      input = answer.turn;
    }
  }

  function ringForEffects(): void {
    bell.ring("whatsapp");
    bell.ring("chatwoot");
  }

  /** Control words come before anything else; what stands beside them waits for the next turn. */
  async function decide(input: TurnInput, signal: AbortSignal): Promise<TurnResult> {
    const run = input.messages.some(({ control }) => control !== null) ? runControls : botFor(input);
    return await Promise.race([run(input, signal), rejectOnAbort(signal)]);
  }

  /** A human who took over, an opt-out or a silent bot: the messages are done, nothing is said. */
  function botFor({ mode, opted_out, messages }: TurnInput): RunTurn {
    const quiet = mode === "human" || opted_out || messages.length === 0;
    return quiet || runTurn === undefined ? async (input) => nothingSaid(input) : runTurn;
  }

  async function giveBack({ conversation, fence, attempts }: TurnInput, error: unknown): Promise<void> {
    const isFault = error !== abandoned;
    const retryMs = !isFault ? 0 : Math.min(RETRY_BASE_MS * 2 ** (attempts - 1), RETRY_CEILING_MS);
    if (isFault) log.error({ err: error, conversation, attempts, retryMs }, "turn failed, trying again later");
    await release({ conversation, fence }, Math.round(retryMs));
  }

  /** Written by a newer build than this one: left to that. */
  async function putOff(lease: Lease): Promise<void> {
    log.error(lease, "this build cannot read the conversation, leaving it for later");
    await release(lease, UNREADABLE_RETRY_MS);
  }

  async function release({ conversation, fence }: Lease, retryMs: number): Promise<void> {
    await database
      .call("release_turn", { conversation, fence, retry_ms: retryMs })
      .catch((cause: unknown) => log.warn({ err: cause, conversation }, "lease not released, it will run out"));
  }

  async function beat(): Promise<void> {
    if (active.size === 0) return;
    const leases = [...active].map(({ conversation, fence }) => ({ conversation, fence }));
    const { lost } = await database.call("extend_leases", { lease_ms: config.leaseMs, leases }, config.leaseMs / 3);
    const lostFences = new Set(lost.map(keyOf));
    for (const turn of active) if (lostFences.has(keyOf(turn))) turn.abort.abort(abandoned);
  }

  function start(): void {
    bell.on("inbox", loop.wake);
    loop.start();
    heartbeat = setInterval(() => {
      beat().catch((error: unknown) => log.warn({ err: error }, "leases not extended"));
    }, config.leaseMs / 3);
  }

  /** Claims nothing more, abandons the turns that are running and gives their conversations back. */
  async function stop(): Promise<void> {
    await loop.stop();
    for (const { abort } of active) abort.abort(abandoned);
    await Promise.all([...active].map(({ done }) => done));
    clearInterval(heartbeat);
  }

  return { start, stop };
}

function keyOf({ conversation, fence }: Lease): string {
  return `${conversation}:${fence}`;
}

/** A turn that does not stop when it is told to must not hold its place for ever. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** What a turn comes to that says and learns nothing. */
function nothingSaid(input: TurnInput): TurnResult {
  return {
    messageIds: input.messages.map(({ id }) => id),
    effects: [],
    facts: [],
    progress: input.progress,
    handOff: false,
    decision: { engine: "none" },
    checkpointId: input.checkpoint_id,
    summary: input.summary,
  };
}

function toCommit(input: TurnInput, result: TurnResult): Omit<Args<"complete_turn">, "force" | "lease_ms" | "typing"> {
  return {
    conversation: input.conversation,
    fence: input.fence,
    gen: input.gen,
    message_ids: result.messageIds,
    progress: result.progress,
    hand_off: result.handOff,
    decision: result.decision,
    checkpoint_id: result.checkpointId,
    summary: result.summary,
    effects: result.effects.map(storable),
    facts: result.facts.map(({ messageId, ...fact }) => ({ ...fact, message_id: messageId })),
  };
}

/** Whoever cut a text in the middle of a character must not stop a conversation: Postgres refuses half of one. */
function storable<T extends { body: Record<string, unknown> }>(effect: T) {
  const body: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(effect.body)) body[key] = typeof part === "string" ? clean(part) : part;
  return { ...effect, body };
}

import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError } from "../errors.ts";
import type { TurnResult } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { createLoop } from "../platform/loop.ts";
import type { Args, Result, TurnInput } from "../platform/procedures.ts";
import { isHopeless, isPoison, retryAfterMs } from "./poison.ts";
import { nothingSaid, toCommit } from "./result.ts";

/** A turn that takes longer is given up; the conversation is tried again. */
const TURN_DEADLINE_MS = 45_000;
/** A turn that finds newer messages at its end is run again with them, at most this often. */
const RERUNS = 2;
const UNREADABLE_RETRY_MS = 60_000;
const HEARTBEAT_TIMEOUT_MS = 1_500;
/** A commit that Postgres does not answer is asked for again at most this far apart. */
const COMMIT_RETRY_MS = 1_000;
/** How often the safety net is cast, and how long a message may wait unnoticed before that is a bug. */
const RESCUE_EVERY_MS = 10_000;
const RESCUE_AFTER_MS = 10_000;

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

/** The time that a turn has to decide. Waiting for Postgres to commit what was decided does not count. */
interface Clock {
  endsAt: number;
  isDeciding: boolean;
}

/** Claims due conversations, runs one turn each, and commits it under the lease. */
export function createProcess(parts: {
  database: Database;
  bell: Bell;
  /** undefined = the bot is switched off: messages are marked as seen and nothing is answered. */
  runTurn: RunTurn | undefined;
  /** Answers control words, also for a human who took over, after an opt-out and with the bot switched off. */
  runControls: RunTurn;
  /** Says honestly that nothing works and hands over to a person. */
  runPoison: RunTurn;
  config: { leaseMs: number; concurrency: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, runTurn, runControls, runPoison, config, metrics, log } = parts;
  const active = new Set<ActiveTurn>();
  const pending = new Set<Promise<void>>();
  const typing = runTurn !== undefined;
  const loop = createLoop({ name: "inbox", look, log });
  /** More may be due than there was room for. */
  let full = false;
  let heartbeat: NodeJS.Timeout | undefined;
  let safetyNet: NodeJS.Timeout | undefined;

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
    for (const lease of unreadable) void track(putOff(lease));
    full = turns.length === free;
    return full ? null : next_due_ms;
  }

  function begin(turn: TurnInput): void {
    const abort = new AbortController();
    const clock: Clock = { endsAt: performance.now() + TURN_DEADLINE_MS, isDeciding: true };
    // A timer of our own: AbortSignal.timeout would keep what the turn holds until its time is over.
    const deadline = setTimeout(() => {
      if (clock.isDeciding) abort.abort(tooLong());
    }, TURN_DEADLINE_MS);
    const done = work(turn, clock, abort.signal).finally(() => {
      clearTimeout(deadline);
      active.delete(entry);
      if (full) loop.wake();
    });
    const entry = { conversation: turn.conversation, fence: turn.fence, abort, done };
    active.add(entry);
  }

  async function work(turn: TurnInput, clock: Clock, signal: AbortSignal): Promise<void> {
    const stopTimer = metrics.turnDuration.startTimer();
    // A turn that is tried again has been waited for once.
    if (typeof turn.waited_ms === "number" && turn.failures === 0) metrics.inboxLag.observe(turn.waited_ms / 1000);
    try {
      const outcome = await commit(turn, clock, signal);
      const isGivenUp = outcome === "committed" && runFor(turn) === runPoison;
      metrics.turns.inc({ outcome: isGivenUp ? "poison" : outcome });
      if (isGivenUp) metrics.answersFailed.inc();
      metrics.turnMessages.observe(turn.messages.length);
      if (outcome === "lost") log.warn(namesOf(turn), "turn dropped: the lease was lost");
      else ringForEffects();
    } catch (error) {
      metrics.turns.inc({ outcome: "failed" });
      await giveBack(turn, signal.aborted ? signal.reason : error);
    } finally {
      stopTimer();
    }
  }

  async function commit(
    turn: TurnInput,
    clock: Clock,
    signal: AbortSignal,
  ): Promise<"committed" | "lost" | "silenced"> {
    let input = turn;
    for (let run = 0; ; run += 1) {
      signal.throwIfAborted();
      if (performance.now() > clock.endsAt) throw tooLong();
      clock.isDeciding = true;
      const result = await decide(input, signal);
      signal.throwIfAborted();
      clock.isDeciding = false;
      const wanted = { ...toCommit(input, result), force: run >= RERUNS, lease_ms: config.leaseMs, typing };
      const stopTimer = metrics.turnPhaseDuration.startTimer({ phase: "commit" });
      const answer = await complete(wanted, signal).finally(stopTimer);
      if (answer.outcome !== "stale") {
        if (answer.outcome !== "lost") countOptOuts(input);
        if (answer.more === true) loop.wake(); // what is left of a long backlog waits for nobody
        return answer.outcome;
      }
      metrics.turns.inc({ outcome: "stale" });
      if (typing) bell.ring("whatsapp");
      input = answer.turn;
    }
  }

  /** In the turn that answers them: by then it is known which of them changed something. */
  function countOptOuts({ messages }: TurnInput): void {
    const optOuts = messages.filter(({ control }) => control === "stop" || control === "delete_confirmed");
    metrics.optOuts.inc(optOuts.length);
  }

  /** A result has been paid for, so it waits for a Postgres that is away. Asked for twice, a commit is done once. */
  async function complete(wanted: Args<"complete_turn">, signal: AbortSignal): Promise<Result<"complete_turn">> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await database.call("complete_turn", wanted);
      } catch (error) {
        if (!isOutage(error)) throw error;
        if (attempt === 0)
          log.warn({ err: error, conversation: wanted.conversation }, "turn not committed, asking again");
        await pause(Math.min(100 * 2 ** attempt, COMMIT_RETRY_MS), undefined, { signal });
      }
    }
  }

  function ringForEffects(): void {
    bell.ring("whatsapp");
    bell.ring("chatwoot");
  }

  /** Control words come before anything else; what stands beside them waits for the next turn. */
  async function decide(input: TurnInput, signal: AbortSignal): Promise<TurnResult> {
    return await Promise.race([runFor(input)(input, signal), rejectOnAbort(signal)]);
  }

  /** A human who took over, an opt-out or a silent bot: the messages are done, nothing is said. */
  function runFor({ mode, opted_out, messages, failures }: TurnInput): RunTurn {
    // Control words first, also in poison: whoever asked for a person must get one. Unless they are the poison.
    const hasControl = messages.some(({ control }) => control !== null);
    if (hasControl) return isHopeless(failures) ? runPoison : runControls;
    if (mode === "human" || opted_out || messages.length === 0 || runTurn === undefined) return nothingSaid;
    return isPoison(failures) ? runPoison : runTurn;
  }

  async function giveBack(turn: TurnInput, error: unknown): Promise<void> {
    const { conversation, fence, failures } = turn;
    if (error instanceof DatabaseError && error.code === "unexpected_answer") {
      await putOff({ conversation, fence });
      return;
    }
    // Neither a stop nor a Postgres that is away says anything about the turn.
    const failed = error !== abandoned && !isOutage(error);
    const retryMs = failed ? retryAfterMs(failures + 1) : 0;
    if (failed) log.error({ err: error, ...namesOf(turn), failures: failures + 1, retryMs }, "turn failed");
    await release({ conversation, fence }, retryMs, failed);
    if (retryMs === 0) bell.ring("inbox"); // another process may go on at once
  }

  /** Written by a newer build than this one: left to that. */
  async function putOff(lease: Lease): Promise<void> {
    log.error(lease, "this build cannot read the conversation, leaving it for later");
    await release(lease, UNREADABLE_RETRY_MS, false);
  }

  async function release({ conversation, fence }: Lease, retryMs: number, failed: boolean): Promise<void> {
    await database
      .call("release_turn", { conversation, fence, retry_ms: retryMs, failed })
      .catch((cause: unknown) => log.warn({ err: cause, conversation }, "lease not released, it will run out"));
  }

  async function beat(): Promise<void> {
    if (active.size === 0) return;
    const leases = [...active].map(({ conversation, fence }) => ({ conversation, fence }));
    // In less time than others have: a lease that is lost because slower work holds every connection is lost for nothing.
    const timeoutMs = Math.min(config.leaseMs / 3, HEARTBEAT_TIMEOUT_MS);
    const { lost } = await database.call("extend_leases", { lease_ms: config.leaseMs, leases }, timeoutMs);
    const lostFences = new Set(lost.map(keyOf));
    for (const turn of active) if (lostFences.has(keyOf(turn))) turn.abort.abort(abandoned);
  }

  /** For what a stop has to wait for too. */
  async function track(work: Promise<void>): Promise<void> {
    pending.add(work);
    await work.finally(() => pending.delete(work));
  }

  async function rescue(): Promise<void> {
    const { rescued } = await database.call("rescue_conversations", { older_than_ms: RESCUE_AFTER_MS });
    if (rescued === 0) return;
    metrics.inboxRescues.inc(rescued);
    log.error({ rescued }, "messages waited that nobody was going to look at: this is a bug");
    loop.wake();
  }

  function start(): void {
    bell.on("inbox", loop.wake);
    loop.start();
    heartbeat = setInterval(() => {
      beat().catch((error: unknown) => log.warn({ err: error }, "leases not extended"));
    }, config.leaseMs / 3);
    safetyNet = setInterval(() => {
      rescue().catch((error: unknown) => log.debug({ err: error }, "safety net not cast"));
    }, RESCUE_EVERY_MS);
  }

  /** Claims nothing more, abandons the turns that are running and gives their conversations back. */
  async function stop(): Promise<void> {
    const looked = loop.stop();
    for (const { abort } of active) abort.abort(abandoned);
    await looked; // a claim that was under way may have brought more
    for (const { abort } of active) abort.abort(abandoned);
    await Promise.all([...[...active].map(({ done }) => done), ...pending]);
    clearInterval(heartbeat);
    clearInterval(safetyNet);
  }

  return { start, stop, lookedAgoMs: loop.lookedAgoMs };
}

function isOutage(error: unknown): boolean {
  return error instanceof DatabaseError && !error.isRefusal && error.code !== "unexpected_answer";
}

function tooLong(): Error {
  return new Error("the turn took too long");
}

/**
 * What a line of the log calls a turn by. The newest message that it was given has the trace. A committed turn has that of
 * the newest that it answered, which is another one when it answered a control word and left what came after.
 */
function namesOf({ conversation, messages }: TurnInput) {
  return { conversation, trace: messages.at(-1)?.trace };
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

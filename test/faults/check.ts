import type { History, Recovery } from "./history.ts";
import { doubledInWindow, doubledMessages, doubledMirrors, doubledTexts, unexplainedTexts } from "./judge/doubled.ts";
import { lostAnswers, lostMessages, lostMirrors, lostReplies, lostTexts } from "./judge/lost.ts";
import { type MemoryLife, memoryLives } from "./judge/memory.ts";
import { fenceOrder, mirrorOrder, textOrder, turnOrder } from "./judge/order.ts";
import { confirmations, sendsIntoSilence } from "./judge/silence.ts";
import {
  defaultMinimums,
  faultsByKind,
  isPlain,
  LISTED_RECOVERY_MS,
  type Minimums,
  nothingProven,
  RECOVERY_LIMIT_MS,
  rescued,
  slowRecoveries,
} from "./judge/soundness.ts";
import { type View, viewOf } from "./judge/view.ts";
import { type BrokenPromise, promises, type Violation } from "./judge/violation.ts";

export interface Verdict {
  ok: boolean;
  /** How often each promise was broken: exact, however long the list. */
  broken: Record<BrokenPromise, number>;
  /** The first of each promise. */
  violations: Violation[];
  counts: Counts;
  /** How long what a fault had held up took to go on; listed above the time of a lease. */
  recoveries: { count: number; longestMs: number; listed: Recovery[] };
  /** The same where a send had an unknown outcome. */
  recoveriesOfUnknownSends: { count: number; longestMs: number };
  memory: MemoryLife[];
}

interface Counts {
  people: number;
  written: number;
  acknowledged: number;
  /** Posts in all: first ones, repetitions and duplicates. */
  posts: number;
  duplicates: number;
  turns: number;
  silencedTurns: number;
  takeovers: number;
  stops: number;
  /** Texts that arrived, each once, and how often in all. */
  texts: number;
  received: number;
  mirrored: number;
  /** Sends to WhatsApp whose outcome never became known and that were repeated, and what doubled by that. */
  unknownResends: number;
  doubledInWindow: number;
  /** Calls to Chatwoot that were repeated after asking whether they had arrived. */
  mirrorRepeats: number;
  rescues: number;
  faults: Record<string, number>;
}

export interface CheckOptions {
  minimums?: Partial<Minimums>;
  recoveryLimitMs?: number;
}

/** Enough to find the cause, few enough to read. */
const LISTED = 20;

/** Judges a run by what it left behind, from the outside first: what clients were told and what the other ends received. */
export function check(history: History, options: CheckOptions = {}): Verdict {
  const view = viewOf(history);
  const { recoveryLimitMs = RECOVERY_LIMIT_MS } = options;
  const found = [
    ...lostMessages(view),
    ...lostAnswers(view),
    ...lostTexts(view),
    ...lostReplies(view),
    ...lostMirrors(view),
    ...doubledMessages(view),
    ...doubledMirrors(view),
    ...doubledTexts(view),
    ...mirrorOrder(view),
    ...turnOrder(view),
    ...textOrder(view),
    ...fenceOrder(view),
    ...sendsIntoSilence(view),
    ...confirmations(view),
    ...unexplainedTexts(view),
    ...rescued(history),
    ...slowRecoveries(history, recoveryLimitMs),
    ...nothingProven(history, { ...defaultMinimums, ...options.minimums }),
  ];
  const of = (promise: BrokenPromise) => found.filter((violation) => violation.promise === promise);
  const plain = history.recoveries.filter(isPlain);
  const unknown = history.recoveries.filter((recovery) => !isPlain(recovery));
  return {
    ok: found.length === 0,
    broken: countEach((promise) => of(promise).length),
    violations: promises.flatMap((promise) => of(promise).slice(0, LISTED)),
    counts: countsOf(view),
    recoveries: { ...summaryOf(plain), listed: plain.filter(({ ms }) => ms > LISTED_RECOVERY_MS) },
    recoveriesOfUnknownSends: summaryOf(unknown),
    memory: memoryLives(history),
  };
}

function countEach(count: (promise: BrokenPromise) => number): Record<BrokenPromise, number> {
  return {
    lost: count("lost"),
    doubled: count("doubled"),
    "out of order": count("out of order"),
    "after takeover or STOP": count("after takeover or STOP"),
    confirmation: count("confirmation"),
    unexplained: count("unexplained"),
    "safety net": count("safety net"),
    "slow recovery": count("slow recovery"),
    "nothing proven": count("nothing proven"),
  };
}

function countsOf(view: View): Counts {
  const { written, turns, takeovers, received, mirrored, effects, rescues } = view.history;
  const acknowledged = written.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  const unknownsAt = (destination: string) =>
    sum(
      effects.filter((effect) => effect.destination === destination && effect.kind !== "read").map((e) => e.unknowns),
    );
  return {
    people: view.people.length,
    written: written.length,
    acknowledged: acknowledged.length,
    posts: sum(written.map(({ posts }) => posts)),
    duplicates: sum(written.map(({ duplicates }) => duplicates)),
    turns: turns.length,
    silencedTurns: turns.filter(({ silenced }) => silenced).length,
    takeovers: takeovers.length,
    stops: acknowledged.filter(({ control }) => control === "stop").length,
    texts: new Set(received.map(({ callback }) => callback)).size,
    received: received.length,
    mirrored: mirrored.length,
    unknownResends: unknownsAt("whatsapp"),
    doubledInWindow: doubledInWindow(view).length,
    mirrorRepeats: unknownsAt("chatwoot"),
    rescues,
    faults: faultsByKind(view.history),
  };
}

function summaryOf(recoveries: Recovery[]): { count: number; longestMs: number } {
  return { count: recoveries.length, longestMs: Math.max(0, ...recoveries.map(({ ms }) => ms)) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import type { History, Recovery } from "../history.ts";
import type { Violation } from "./violation.ts";

/** What a run has to hold at least, or it proves nothing. `faults` names kinds; every run needs one of some kind. */
export interface Minimums {
  acknowledged: number;
  duplicates: number;
  received: number;
  takeovers: number;
  stops: number;
  faults: Record<string, number>;
}

export const defaultMinimums: Minimums = {
  acknowledged: 1,
  duplicates: 1,
  received: 1,
  takeovers: 1,
  stops: 1,
  faults: {},
};

/** A lease. A turn that was claimed right before the death goes on after it: what took longer is listed. */
export const LISTED_RECOVERY_MS = 15_000;
/** Two leases: whatever takes longer did not wait for one. */
export const RECOVERY_LIMIT_MS = 30_000;

/** Nothing is lost, doubled or out of order in a run in which nothing happened. */
export function nothingProven(history: History, minimums: Minimums): Violation[] {
  const { acknowledged, duplicates, received, takeovers, stops, faults } = minimums;
  const written = history.written.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  const kinds = faultsByKind(history);
  const needed: [what: string, found: number, least: number][] = [
    ["acknowledged messages", written.length, acknowledged],
    ["duplicates posted", written.reduce((sum, message) => sum + message.duplicates, 0), duplicates],
    ["texts received", history.received.length, received],
    ["takeovers", history.takeovers.length, takeovers],
    ["acknowledged STOPs", written.filter(({ control }) => control === "stop").length, stops],
    ["faults", history.faults.length, 1],
    ...Object.entries(faults).map(([kind, least]): [string, number, number] => [
      `faults ${kind}`,
      kinds[kind] ?? 0,
      least,
    ]),
  ];
  return needed
    .filter(([, found, least]) => found < least)
    .map(([what, found, least]) => ({
      promise: "nothing proven",
      person: null,
      ids: [],
      what: `${what}: ${found} of at least ${least}`,
    }));
}

/** The safety net is there for bugs that nobody knows; each catch is one. */
export function rescued({ rescues }: History): Violation[] {
  if (rescues === 0) return [];
  const what = `the safety net had to wake ${rescues} conversations`;
  return [{ promise: "safety net", person: null, ids: [], what }];
}

/** Conversations whose send has an unknown outcome wait longer on purpose and are told apart. */
export function slowRecoveries(history: History, limitMs: number): Violation[] {
  return history.recoveries.filter(isPlain).flatMap(({ fault, ms }): Violation[] => {
    if (ms <= limitMs) return [];
    const what = `${Math.round(ms)} ms until all went on after ${fault.kind} of ${fault.target}`;
    return [{ promise: "slow recovery", person: null, ids: [new Date(fault.from).toISOString()], what }];
  });
}

export function isPlain({ unknownSends }: Recovery): boolean {
  return unknownSends === 0;
}

export function faultsByKind({ faults }: History): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of faults) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

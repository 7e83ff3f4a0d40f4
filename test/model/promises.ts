import type { State } from "./state.ts";

/** What must be true, in the words of the fault checker. */
export type PromiseName = (typeof always)[number][0] | (typeof atTheEnd)[number][0];
type Holds = (state: State) => boolean;

/** After every step. */
export const always = [
  [
    "no message is in two turns",
    ({ turns, rows }) => isUnique(turns.flatMap(({ read }) => read.map((row) => rows[row]?.message))),
  ],
  ["a fence commits one turn, and fences grow", ({ turns }) => isAscending(turns.map(({ fence }) => fence))],
  ["messages are done in order", ({ turns }) => isAscending(turns.flatMap(({ read }) => read))],
  // By their first arrival: a repetition may come late, and is counted.
  ["effects arrive in order", ({ received }) => isAscending([...new Set(received)])],
  [
    "an effect arrives once, and once more for each counted resend",
    ({ received, effects }) =>
      effects.every(({ unknowns }, effect) => received.filter((each) => each === effect).length <= 1 + unknowns),
  ],
  ["no send of the bot begins over a human", ({ effects }) => effects.every(({ begunOverHuman }) => !begunOverHuman)],
  [
    "a turn starts from the committed checkpoint",
    ({ turns }) => turns.every(({ base }, turn) => base === (turns[turn - 1]?.checkpoint ?? 0)),
  ],
  // Whoever still waits for the answer to its commit has ended its turn.
  [
    "one worker at a time has the turn",
    ({ workers, turns }) =>
      workers.filter(({ run }) => run && !run.overdue && !turns.some(({ fence }) => fence === run.fence)).length <= 1,
  ],
  ["nobody is told that a committed turn is lost", ({ lies }) => lies === 0],
] as const satisfies readonly (readonly [string, Holds])[];

/** Where nothing can happen any more. Every path ends there, so this is what comes to pass in the end. */
export const atTheEnd = [
  [
    "nothing acknowledged is lost",
    ({ acknowledged, rows }) =>
      acknowledged.every((_, message) => rows.some((row) => row.message === message)) &&
      rows.every(({ turn }) => turn !== null),
  ],
  [
    "what is answered arrives",
    (state) =>
      state.turns.every(
        ({ silenced, beforeTakeover }, turn) =>
          silenced ||
          arrives(
            state,
            state.effects.findIndex((effect) => effect.turn === turn),
            beforeTakeover,
          ),
      ),
  ],
  [
    "what a recruiter writes arrives",
    (state) => state.effects.every(({ origin }, effect) => origin === "bot" || arrives(state, effect, false)),
  ],
] as const satisfies readonly (readonly [string, Holds])[];

/** Or was taken back by the takeover after it was queued, or was given up after two sends that nobody knows about. */
function arrives({ effects, received, left }: State, index: number, mayBeTakenBack: boolean): boolean {
  const effect = effects[index];
  if (effect === undefined) return false;
  const givenUp = effect.state === "dead" && effect.unknowns > 0 && left.faults === 0;
  return received.includes(index) || givenUp || (mayBeTakenBack && effect.state === "cancelled");
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] ?? value) < value);
}

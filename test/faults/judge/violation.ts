/** What a run can get wrong, in the words of the report. */
export const promises = [
  "lost",
  "doubled",
  "out of order",
  "after takeover or STOP",
  "confirmation",
  "unexplained",
  "safety net",
  "slow recovery",
  "nothing proven",
] as const;
export type BrokenPromise = (typeof promises)[number];

export interface Violation {
  promise: BrokenPromise;
  /** Phone number of the candidate; null when it concerns nobody alone. */
  person: string | null;
  /** What to look for in the history: provider ids, effects, turns. */
  ids: string[];
  what: string;
}

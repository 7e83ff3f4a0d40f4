import { createHash } from "node:crypto";

/** Chance that comes out the same for the same name: a persona says the same in every run. */
export interface Chance {
  /** From 0 up to 1. */
  next: () => number;
  /** undefined when there is nothing to pick from. */
  pick: <T>(choices: readonly T[]) => T | undefined;
}

export function createChance(name: string): Chance {
  let state = createHash("sha256").update(name).digest().readInt32LE();

  /** mulberry32 */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return { next, pick: (choices) => choices[Math.floor(next() * choices.length)] };
}

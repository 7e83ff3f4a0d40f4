export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  between(from: number, to: number): number;
  /** Both ends included. */
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** A generator of its own: what one part draws then does not depend on how the others interleave. */
  fork(): Random;
}

/** A generator of pseudo-random numbers (mulberry32), so that a seed draws the same run again. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const between = (from: number, to: number): number => from + next() * (to - from);
  const whole = (from: number, to: number): number => Math.floor(between(from, to + 1));
  const chance = (share: number): boolean => next() < share;

  function pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(next() * list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  }

  function shuffle<T>(list: readonly T[]): T[] {
    return list
      .map((one) => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }

  const fork = () => createRandom(Math.floor(next() * 4_294_967_296));

  return { next, between, whole, chance, pick, shuffle, fork };
}

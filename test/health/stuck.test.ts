import { expect, test } from "vitest";
import { createStuck } from "../../src/health/stuck.ts";

const options = { tickMs: 250, lagLimitMs: 5_000, watchdogMs: 60_000 };

test("a loop that beats is never stuck", () => {
  const { tick } = createStuck(options);
  for (let beats = 0; beats < 1_000; beats++) expect(tick(beats)).toBe(false);
});

test("silence ends the process after the configured time and not before", () => {
  const { ticksOf } = watch();
  ticksOf(4, true);
  expect(ticksOf(239, false)).toBe(false);
  expect(ticksOf(1, false)).toBe(true);
});

test("one beat in time forgives everything that is shorter than the limit", () => {
  const { ticksOf } = watch();
  for (let round = 0; round < 100; round++) {
    expect(ticksOf(19, false)).toBe(false);
    ticksOf(1, true);
  }
});

test("a loop that stalls again and again, without a calm time, is stuck all the same", () => {
  const { ticksOf } = watch();
  const rounds = Array.from({ length: 20 }, () => {
    const isStuck = ticksOf(24, false); // 6 s
    ticksOf(4, true);
    return isStuck;
  });
  expect(rounds.indexOf(true)).toBe(8); // in the round in which 60 s are over
});

test("a process that recovered is not ended for what was", () => {
  const { ticksOf } = watch({ ...options, watchdogMs: 6_000 });
  ticksOf(1, true);
  expect(ticksOf(23, false)).toBe(false); // just below
  expect(ticksOf(1_000, true)).toBe(false);
});

/** Ticks with or without a beat between them; whether one of them said "stuck". */
function watch(given = options) {
  const { tick } = createStuck(given);
  let beats = 0;
  return {
    ticksOf: (ticks: number, beating: boolean) => {
      let isStuck = false;
      for (let count = 0; count < ticks; count++) {
        if (beating) beats += 1;
        isStuck = tick(beats) || isStuck;
      }
      return isStuck;
    },
  };
}

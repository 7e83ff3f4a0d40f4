import { expect, test } from "vitest";
import { repeat } from "../../scripts/backup/repeat.ts";

const HALF_HOUR = 1_800_000;

/** Attempts that take half an hour of a clock of ours each, until there is none left. */
async function outcomeOf(outcomes: boolean[]) {
  const left = [...outcomes];
  const stop = new AbortController();
  let clock = 0;
  const attempt = async () => {
    clock += HALF_HOUR;
    const outcome = left.shift() ?? false;
    if (left.length === 0) stop.abort();
    return outcome;
  };
  const stopped = await repeat(attempt, { everyMs: HALF_HOUR, signal: stop.signal, now: () => clock });
  return { stopped, attempts: outcomes.length - left.length };
}

test("nothing but failures for an hour end it", async () => {
  expect(await outcomeOf([true, false, false, false, true])).toEqual({ stopped: false, attempts: 3 });
});

test("a success in between begins the hour anew, and a stop is not a failure", async () => {
  expect(await outcomeOf([false, true, false, true, false, true])).toEqual({ stopped: true, attempts: 6 });
  expect(await outcomeOf([false, false])).toEqual({ stopped: true, attempts: 2 });
});

test("an attempt that fails quickly is tried again when it is due, not at once", async () => {
  const stop = new AbortController();
  let attempts = 0;
  const repeating = repeat(
    async () => {
      attempts += 1;
      queueMicrotask(() => setImmediate(() => stop.abort()));
      return false;
    },
    { everyMs: HALF_HOUR, signal: stop.signal },
  );
  expect(await repeating).toBe(true);
  expect(attempts).toBe(1);
});

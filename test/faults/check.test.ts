import { expect, test } from "vitest";
import { check } from "./check.ts";
import { healthyHistory, received } from "./healthy.ts";
import type { History } from "./history.ts";
import { expectBroken, expectHealthy, judge } from "./judging.ts";

test("a run in which everything went well is healthy, and is counted", () => {
  const verdict = check(healthyHistory());
  expectHealthy(verdict);
  expect(verdict.counts).toEqual({
    people: 2,
    written: 8,
    acknowledged: 8,
    posts: 10,
    duplicates: 2,
    turns: 7,
    silencedTurns: 1,
    takeovers: 1,
    stops: 1,
    texts: 7,
    received: 7,
    mirrored: 15,
    unknownResends: 0,
    doubledInWindow: 0,
    mirrorRepeats: 0,
    rescues: 0,
    faults: { kill: 2, "redis-flush": 1 },
  });
  expect(verdict.recoveries).toEqual({ count: 1, longestMs: 9_000, listed: [] });
  expect(verdict.recoveriesOfUnknownSends).toEqual({ count: 1, longestMs: 40_000 });
});

test("a conversation that the safety net had to wake is a bug", () => {
  expectBroken(
    judge((history) => {
      history.rescues = 2;
    }),
    "safety net",
    "wake 2 conversations",
  );
});

test("a recovery above the limit is slow, and the limit is given", () => {
  const slow = (history: History) => {
    for (const recovery of history.recoveries) recovery.ms = 30_001;
  };
  const verdict = judge(slow);
  expectBroken(verdict, "slow recovery", "30001 ms until all went on after kill of server 1");
  expect(verdict.recoveries).toMatchObject({ longestMs: 30_001, listed: [{ ms: 30_001, unknownSends: 0 }] });
  const history = healthyHistory();
  slow(history);
  expectHealthy(check(history, { recoveryLimitMs: 40_000 }));
});

test("the list of violations is capped, their number is not", () => {
  const verdict = judge((history) => {
    for (let n = 0; n < 50; n += 1) history.received.push(received("bob", 1_000 + n, 9_000));
  });
  expect(verdict.broken.unexplained).toBe(50);
  expect(verdict.violations).toHaveLength(20);
});

test.each<[string, (history: History) => void]>([
  ["acknowledged messages: 0", (history) => history.written.splice(0)],
  ["duplicates posted: 0", ({ written }) => written.map((message) => Object.assign(message, { duplicates: 0 }))],
  ["texts received: 0", (history) => history.received.splice(0)],
  ["takeovers: 0", (history) => history.takeovers.splice(0)],
  ["acknowledged STOPs: 0", ({ written }) => written.map((message) => Object.assign(message, { control: null }))],
  ["faults: 0", (history) => history.faults.splice(0)],
])("a run with %s proves nothing", (what, change) => {
  const verdict = judge(change);
  expect(verdict.ok).toBe(false);
  expect(verdict.violations.filter(({ promise }) => promise === "nothing proven").map((v) => v.what)).toContain(
    `${what} of at least 1`,
  );
});

test("what a run has to hold can be asked for, by kind of fault too", () => {
  const ask = (minimums: Parameters<typeof check>[1]) => check(healthyHistory(), minimums);
  expectHealthy(ask({ minimums: { acknowledged: 8, faults: { kill: 2, "redis-flush": 1 } } }));
  expectBroken(ask({ minimums: { acknowledged: 9 } }), "nothing proven", "acknowledged messages: 8 of at least 9");
  expectBroken(ask({ minimums: { faults: { cut: 3 } } }), "nothing proven", "faults cut: 0 of at least 3");
});

test("memory is measured over the second half of each long life", () => {
  const samples = (process: string, minutes: number, megabytes: (minute: number) => number) =>
    Array.from({ length: minutes * 6 + 1 }, (_, n) => ({
      process,
      at: n * 10_000,
      rssBytes: megabytes(n / 6) * 1_000_000,
      // Garbage comes and goes; what is held grows half as fast. Now and then a reading fails.
      usedBytes: n % 4 === 1 ? null : (megabytes(n / 6) / 2 + 20 * (n % 3)) * 1_000_000,
    }));
  const { memory } = judge((history) => {
    history.memory = [
      ...samples("steady", 10, (minute) => (minute < 5 ? 80 + 10 * minute : 130)),
      ...samples("leaking", 10, (minute) => 80 + 3 * minute),
      ...samples("short", 2, (minute) => 80 + 50 * minute),
    ];
  });
  const slopes = memory.map(({ process, mbPerMinute, heldMbPerMinute }) => {
    return [process, mbPerMinute.toFixed(2), heldMbPerMinute?.toFixed(1)];
  });
  expect(slopes).toEqual([
    ["steady", "0.00", "0.0"],
    ["leaking", "3.00", "1.5"],
  ]);
});

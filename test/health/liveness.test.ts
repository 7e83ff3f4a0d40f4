import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createLiveness } from "../../src/health/liveness.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("a loop that keeps its time has no lag", () => {
  const liveness = createLiveness();
  liveness.start();
  vi.advanceTimersByTime(60_000);
  expect([liveness.lagMs(), liveness.worstLagMs()]).toEqual([0, 0]);
});

test("a stall shows to the first who asks, even before the heart beats again", () => {
  const { liveness, stall } = started();
  stall(6_000);
  expect(liveness.lagMs()).toBe(6_000);
  expect(liveness.worstLagMs()).toBe(6_000);
});

test("it is remembered for 10 s and then over", () => {
  const { liveness, stall } = started();
  stall(6_000);
  vi.advanceTimersByTime(9_900);
  expect(liveness.lagMs()).toBe(0);
  expect(liveness.worstLagMs()).toBeGreaterThan(5_000);
  vi.advanceTimersByTime(300);
  expect(liveness.worstLagMs()).toBe(0);
});

test("stalls of the last 10 s are added up, small delays are not", () => {
  const { liveness, stall } = started();
  for (const ms of [2_000, 100, 1_500]) {
    stall(ms);
    vi.advanceTimersByTime(1_000);
  }
  expect(liveness.stalledMs()).toBe(3_700); // each until the beat after it
  vi.advanceTimersByTime(11_000);
  expect(liveness.stalledMs()).toBe(0);
});

test("before the start nothing is late", () => {
  const liveness = createLiveness();
  vi.advanceTimersByTime(60_000);
  expect(liveness.worstLagMs()).toBe(0);
});

/** `stall`: time passes and no timer runs. */
function started() {
  const liveness = createLiveness();
  liveness.start();
  vi.advanceTimersByTime(1_000);
  const real = performance.now.bind(performance);
  let lost = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => real() + lost);
  onTestFinished(() => clock.mockRestore());
  return {
    liveness,
    stall: (ms: number) => {
      lost += 100 + ms; // the beat that is due is late from then on
    },
  };
}

import { describe, expect, test } from "vitest";
import { decide, STREAK, streakPauseMs } from "../../src/outbox/retry.ts";

const longest = () => 1;
const shortest = () => 0;

describe("what the outbox does about a failed send", () => {
  test.each([
    ["retry", 1, 1_000],
    ["retry", 4, 8_000],
    ["retry", 19, 10_000],
    ["slow", 1, 10_000],
    ["pair", 1, 1_000],
    ["pair", 3, 16_000],
    ["later", 1, 3_600_000],
    ["bug", 2, 4_000],
  ] as const)("%s, try %i: again after at most %i ms", (failure, tries, retryMs) => {
    expect(decide(failure, "text", tries, longest)).toEqual({ outcome: "retry", retryMs });
  });

  test("waiting times are spread over their whole length, except where the provider names the time", () => {
    expect(decide("retry", "text", 4, shortest)).toEqual({ outcome: "retry", retryMs: 0 });
    expect(decide("retry", "text", 4, () => 0.5)).toEqual({ outcome: "retry", retryMs: 4_000 });
    expect(decide("pair", "text", 3, shortest)).toEqual({ outcome: "retry", retryMs: 16_000 });
  });

  test.each([
    ["channel", 1, 2_000],
    ["channel", 3, 8_000],
    ["channel", 99, 60_000],
    ["stop", 1, 60_000],
    ["stop", 99, 300_000],
  ] as const)("%s, try %i: the whole line waits %i ms", (failure, tries, pauseMs) => {
    expect(decide(failure, "text", tries, longest)).toEqual({ outcome: "retry", retryMs: pauseMs, pauseMs });
    expect(decide(failure, "text", tries, shortest)).toEqual({ outcome: "retry", retryMs: 0, pauseMs });
  });

  test.each(["fix", "window", "recipient"] as const)("%s is never repeated", (failure) => {
    expect(decide(failure, "text", 1)).toEqual({ outcome: "dead" });
  });

  test.each(["retry", "slow", "pair", "later", "channel", "stop", "bug"] as const)("%s ends some time", (failure) => {
    expect(decide(failure, "text", 20_000).outcome).toBe("dead");
  });

  test("a line that only fails waits as a whole, for a few seconds", () => {
    expect(streakPauseMs(STREAK - 1)).toBeUndefined();
    expect(streakPauseMs(STREAK, longest)).toBe(8_000);
    expect(streakPauseMs(99, shortest)).toBe(4_000);
  });

  test("an unknown outcome waits for a status", () => {
    expect(decide("unknown", "text", 1)).toEqual({ outcome: "unknown" });
  });

  test("a read receipt is never repeated, and still says what holds for everybody", () => {
    expect(decide("retry", "read", 1)).toEqual({ outcome: "dead" });
    expect(decide("unknown", "read", 1)).toEqual({ outcome: "dead" });
    expect(decide("channel", "read", 1)).toEqual({ outcome: "dead", pauseMs: 2_000 });
  });
});

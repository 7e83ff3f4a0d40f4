import { expect } from "vitest";
import { check, type Verdict } from "./check.ts";
import { healthyHistory } from "./healthy.ts";
import type { History } from "./history.ts";
import type { BrokenPromise } from "./judge/violation.ts";

/** Judges the healthy history after something was done to it. */
export function judge(change: (history: History) => void): Verdict {
  const history = healthyHistory();
  change(history);
  return check(history);
}

/** That exactly this is wrong, and nothing else. */
export function expectBroken(verdict: Verdict, promise: BrokenPromise, what: string): void {
  expect(verdict.violations).toHaveLength(1);
  expect(verdict.violations).toMatchObject([{ promise }]);
  expect(verdict.violations[0]?.what).toContain(what);
  expect(verdict.broken[promise]).toBe(1);
  expect(verdict.ok).toBe(false);
}

export function expectHealthy(verdict: Verdict): void {
  expect(verdict.violations).toEqual([]);
  expect(verdict.ok).toBe(true);
}

export function find<T>(list: T[], fits: (item: T) => boolean): T {
  const found = list.find(fits);
  if (found === undefined) throw new Error("the healthy history has no such thing");
  return found;
}

export function byId<Id>(id: Id): (item: { id: Id }) => boolean {
  return (item) => item.id === id;
}

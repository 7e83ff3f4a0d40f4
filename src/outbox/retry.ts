import type { Failure } from "../errors.ts";

/** What the outbox does about a send that did not succeed. */
export type Verdict = { outcome: "retry"; retryMs: number } | { outcome: "unknown" } | { outcome: "dead" };

interface Schedule {
  baseMs: number;
  factor: number;
  ceilingMs: number;
  /** Tries in all, the first send included; then the effect is dead. */
  tries: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Waiting times by class of failure (provider's list, docs: WhatsApp Cloud API error codes and pair rate limits).
 * A message is of no use after the 24 hour window, so even the patient classes end.
 */
const schedules: Partial<Record<Failure, Schedule>> = {
  retry: { baseMs: 1_000, factor: 2, ceilingMs: 5 * MINUTE, tries: 300 }, // about a day
  slow: { baseMs: 10_000, factor: 2, ceilingMs: 15 * MINUTE, tries: 100 },
  pair: { baseMs: 1_000, factor: 4, ceilingMs: 5 * MINUTE, tries: 10 }, // 4^X seconds, X = 0, 1, 2, ...
  later: { baseMs: HOUR, factor: 2, ceilingMs: 6 * HOUR, tries: 4 },
  // A dead key or locked account is cured by a person: keep the message meanwhile.
  stop: { baseMs: MINUTE, factor: 2, ceilingMs: 30 * MINUTE, tries: 50 },
};

/**
 * Decides from the class of failure and the number of the attempt (1 = the first send). Waiting times have full jitter
 * above half, so that many conversations that failed together do not come back together.
 */
export function decide(failure: Failure, kind: string, attempt: number, random = Math.random): Verdict {
  // A read receipt is worth nothing later and must not hold up the answer behind it.
  if (kind === "read") return { outcome: "dead" };
  if (failure === "unknown") return { outcome: "unknown" };
  const schedule = schedules[failure];
  if (schedule === undefined || attempt >= schedule.tries) return { outcome: "dead" };
  const waitMs = Math.min(schedule.baseMs * schedule.factor ** (attempt - 1), schedule.ceilingMs);
  return { outcome: "retry", retryMs: Math.round(failure === "pair" ? waitMs : waitMs * (0.5 + random() / 2)) };
}

import type { Failure } from "../errors.ts";

/** What the outbox does about a send that did not succeed. */
export interface Verdict {
  outcome: "retry" | "unknown" | "dead";
  /** Until the effect may be tried again. */
  retryMs?: number;
  /** Until anything of its destination may leave: the trouble is not this effect's alone. */
  pauseMs?: number;
}

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
  // Never longer, so that candidates are answered soon after a provider is back; a line that only fails is paused.
  retry: { baseMs: 1_000, factor: 2, ceilingMs: 10_000, tries: 20_000 },
  slow: { baseMs: 10_000, factor: 2, ceilingMs: MINUTE, tries: 3_000 },
  pair: { baseMs: 1_000, factor: 4, ceilingMs: 5 * MINUTE, tries: 10 }, // 4^X seconds, X = 0, 1, 2, ...
  later: { baseMs: HOUR, factor: 2, ceilingMs: 6 * HOUR, tries: 6 },
  channel: { baseMs: 2_000, factor: 2, ceilingMs: MINUTE, tries: 1_500 },
  // A dead key or locked account is cured by a person: keep the message meanwhile.
  stop: { baseMs: MINUTE, factor: 2, ceilingMs: 5 * MINUTE, tries: 600 },
  bug: { baseMs: 1_000, factor: 4, ceilingMs: 5 * MINUTE, tries: 6 },
};

/** Effects of one line that fail before any gets through, and all of it waits: then it is the provider, not the message. */
export const STREAK = 5;
const STREAK_PAUSE_MS = 8_000;

/** How long a line waits in which so many effects failed and none got through; undefined = it goes on. */
export function streakPauseMs(failed: number, random = Math.random): number | undefined {
  return failed < STREAK ? undefined : Math.round(STREAK_PAUSE_MS * (0.5 + random() / 2));
}

/** A provider names these times itself; chance would only make them wrong. */
const exact: readonly Failure[] = ["pair"];
/** What one effect learns here holds for all of its destination. */
const shared: readonly Failure[] = ["channel", "stop"];

/**
 * Decides from the class of failure and the number of the try (1 = the first send). Waiting times have full jitter, so
 * that what failed together does not come back together (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 */
export function decide(failure: Failure, kind: string, tries: number, random = Math.random): Verdict {
  const schedule = schedules[failure];
  if (schedule === undefined) return { outcome: failure === "unknown" && kind !== "read" ? "unknown" : "dead" };
  const waitMs = Math.min(schedule.baseMs * schedule.factor ** (tries - 1), schedule.ceilingMs);
  const pause = shared.includes(failure) ? { pauseMs: waitMs } : {};
  // A read receipt is worth nothing later and must not hold up the answer behind it.
  if (kind === "read" || tries >= schedule.tries) return { outcome: "dead", ...pause };
  return { outcome: "retry", retryMs: exact.includes(failure) ? waitMs : Math.round(waitMs * random()), ...pause };
}

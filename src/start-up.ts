import { setTimeout as pause } from "node:timers/promises";
import type { Finding } from "./doctor-services.ts";
import type { Logger } from "./platform/logger.ts";

/**
 * How long a start waits for what it needs. Less than the platform waits for readiness (railway.toml), so that the log
 * says why before the deploy is given up.
 */
export const waiting = { attempts: 30, limitMs: 120_000 } as const;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Asks until a service works, with growing pauses, and says each time what it waits for and why. Resolves with the last
 * finding: FAIL when all attempts were used up or `signal` ended the waiting.
 */
export async function untilItWorks(
  check: () => Promise<Finding>,
  { log, signal }: { log: Logger; signal: AbortSignal },
  { attempts, limitMs }: { attempts: number; limitMs: number } = waiting,
): Promise<Finding> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  for (let attempt = 1; ; attempt += 1) {
    const finding = await check();
    const { service, status, text, cure } = finding;
    if (status === "warn") log.warn(`${service}: ${text}. Cure: ${cure}`);
    if (status !== "FAIL") return finding;
    if (attempt === attempts || until.aborted) {
      log.error({ attempt, attempts }, `gave up waiting for ${service}: ${text}. Cure: ${cure}`);
      return finding;
    }
    const pauseMs = pauseBefore(attempt);
    log.warn({ attempt, attempts, pauseMs }, `waiting for ${service}: ${text}. Cure: ${cure}`);
    await pause(pauseMs, undefined, { signal: until, ref: false }).catch(() => {});
    if (signal.aborted) return finding;
  }
}

/** Half of it by chance: processes that were started together do not ask together. */
function pauseBefore(attempt: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return Math.round(most * (0.5 + Math.random() / 2));
}

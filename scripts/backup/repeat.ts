import { setTimeout as delay } from "node:timers/promises";

/** Failures in a row for this long end the process, so that Railway shows a crash instead of a service that runs. */
const PATIENCE_MS = 3_600_000;

/**
 * Calls `attempt` again and again, from start to start, so that the time that one takes does not add up.
 * @param attempt answers whether it succeeded
 * @returns false when nothing but failures came for an hour, true when `signal` ended it
 */
export async function repeat(
  attempt: () => Promise<boolean>,
  { everyMs, signal, now = Date.now }: { everyMs: number; signal: AbortSignal; now?: () => number },
): Promise<boolean> {
  let failingSince: number | undefined;
  for (let due = now(); !signal.aborted; ) {
    const began = now();
    failingSince = (await attempt()) ? undefined : (failingSince ?? began);
    if (!signal.aborted && failingSince !== undefined && now() - failingSince >= PATIENCE_MS) return false;
    due = Math.max(due + everyMs, now());
    await delay(due - now(), undefined, { signal }).catch(() => {});
  }
  return true;
}

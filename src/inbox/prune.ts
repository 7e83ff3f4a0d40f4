import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, ProviderError } from "../errors.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";

/** Providers repeat for 7 days; a month is for people who want to know what happened. */
const KEEP = { event_days: 30, effect_days: 30 } as const;
const ROWS_PER_ROUND = 5_000;
/** Others want the disk too. */
const PAUSE_MS = 200;

/** Works off the task that lets go of old rows, round by round (database/functions/prune.sql). */
export function createPrune({
  database,
  log,
  config = {},
}: {
  database: Database;
  log: Logger;
  config?: { rowsPerRound?: number };
}) {
  const limit = config.rowsPerRound ?? ROWS_PER_ROUND;

  /** @throws ProviderError "retry" when the database is away or the signal says stop: the rest is for another time */
  return async function prune(_body: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    const total = { events: 0, effects: 0 };
    try {
      for (;;) {
        const { events, effects } = await database.call("prune", { ...KEEP, limit });
        total.events += events;
        total.effects += effects;
        if (Math.max(events, effects) < limit) break;
        await pause(PAUSE_MS, undefined, { signal });
      }
    } catch (error) {
      if (signal.aborted) throw new ProviderError("retry", "aborted", { cause: error });
      if (error instanceof DatabaseError) throw new ProviderError("slow", error.code, { cause: error });
      throw error;
    } finally {
      if (total.events + total.effects > 0) log.info(total, "old rows are gone");
    }
  };
}

import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError } from "../errors.ts";
import type { Logger } from "./logger.ts";

/** Without a bell (Redis away, another process without it) work is found within this time. */
const MAX_IDLE_MS = 1_000;
/** Looks are at least this far apart: what rings meanwhile shares the next one, and nothing makes a hot loop. */
const SPACING_MS = 10;

/** A look into a long backlog takes its time: looking may fill at most this share of it, whoever rings. */
const LOOKING_SHARE = 1 / 3;

/**
 * Calls `look` again and again, never twice at a time: at once when woken, else when the time it returned has passed
 * (null = nothing known), at the latest after `maxIdleMs`. A failing look is repeated after a second and logged once.
 */
export function createLoop(parts: {
  name: string;
  look: () => Promise<number | null>;
  log: Logger;
  maxIdleMs?: number;
}) {
  const { name, look, log, maxIdleMs = MAX_IDLE_MS } = parts;
  let running: Promise<void> | undefined;
  let stopped = true;
  let woken = false;
  let failing = false;
  let endSleep = () => {};
  let lookedAt: number | undefined;

  function wake(): void {
    woken = true;
    endSleep();
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const startedAt = performance.now();
      lookedAt = startedAt;
      const idleMs = await lookSafely();
      const spacingMs = Math.max(SPACING_MS, (performance.now() - startedAt) * (1 / LOOKING_SHARE - 1));
      await pause(Math.min(spacingMs, MAX_IDLE_MS));
      if (!woken && !stopped) await sleep(Math.max(idleMs - spacingMs, 0));
    }
  }

  async function lookSafely(): Promise<number> {
    try {
      const dueMs = await look();
      if (failing) log.info({ loop: name }, "loop works again");
      failing = false;
      return Math.min(dueMs ?? maxIdleMs, jittered(maxIdleMs));
    } catch (error) {
      const expected = error instanceof DatabaseError;
      if (!failing) log[expected ? "warn" : "error"]({ err: error, loop: name }, "loop fails, trying again");
      failing = true;
      return jittered(MAX_IDLE_MS);
    }
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function start(): void {
    stopped = false;
    running = run();
  }

  async function stop(): Promise<void> {
    stopped = true;
    wake();
    await running;
    lookedAt = undefined;
  }

  /** Since the beginning of the last look, which may not be over; null while the loop does not run. */
  function lookedAgoMs(): number | null {
    return lookedAt === undefined ? null : performance.now() - lookedAt;
  }

  return { start, stop, wake, lookedAgoMs };
}

/** Several processes must not look in step. */
function jittered(ms: number): number {
  return ms * (0.6 + 0.4 * Math.random());
}

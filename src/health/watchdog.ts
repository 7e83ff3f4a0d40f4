import { Worker } from "node:worker_threads";
import type { Logger } from "../platform/logger.ts";
import type { Watched } from "./watchdog-thread.ts";

const BEAT_MS = 100;
const thread = import.meta.url.endsWith(".ts") ? "./watchdog-thread.ts" : "./watchdog-thread.js";

/**
 * Ends this process, non-zero, when its event loop has been stuck for `watchdogMs`, counted from the first of stalls that
 * are less than 10 s apart (stuck.ts). A loop that stands still for good cannot do that itself, so a small thread counts
 * its heartbeats (watchdog-thread.ts).
 */
export function startWatchdog(
  { lagLimitMs, watchdogMs }: { lagLimitMs: number; watchdogMs: number },
  log: Logger,
): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
  const watched: Watched = { beats, lagLimitMs, watchdogMs };
  const worker = new Worker(new URL(thread, import.meta.url), {
    name: "watchdog",
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  });
  worker.postMessage(watched);
  worker.unref();
  // A service without a watchdog is better than none.
  worker.on("error", (error) => log.error({ err: error }, "the watchdog is gone, nobody ends a process that is stuck"));
}

import { write } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { createStuck } from "./stuck.ts";

/** The thread that watches the event loop of its process. It imports next to nothing: it costs memory all the time. */
export interface Watched {
  /** One number: how often the loop's heart has beaten. */
  beats: Int32Array;
  lagLimitMs: number;
  watchdogMs: number;
}

const TICK_MS = 250;
const STDERR = 2;

function watch({ beats, lagLimitMs, watchdogMs }: Watched): void {
  const { tick } = createStuck({ tickMs: TICK_MS, lagLimitMs, watchdogMs });
  setInterval(() => {
    if (tick(Atomics.load(beats, 0))) end(watchdogMs);
  }, TICK_MS);
}

function end(watchdogMs: number): void {
  const message = "the event loop is stuck, ending the process";
  const line = { level: "error", time: new Date().toISOString(), message, stuckMs: watchdogMs };
  // Not synchronously: a pipe that nobody reads may be what the loop is stuck in.
  write(STDERR, `${JSON.stringify(line)}\n`, kill);
  setTimeout(kill, TICK_MS);
}

function kill(): void {
  process.kill(process.pid, "SIGKILL");
  // The first process of a container is safe from signals that come from inside, but not from a trap of its own.
  setFlagsFromString("--allow-natives-syntax");
  runInThisContext("%SystemBreak()");
}

parentPort?.once("message", watch);

import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import closeWithGrace from "close-with-grace";
import { AggregatorRegistry } from "prom-client";
import type { Metrics } from "./metrics.ts";
import type { Logger } from "./platform/logger.ts";

/** Several processes on one port (WEB_CONCURRENCY): the primary only starts, replaces, stops and counts them. */

/** A worker that ends sooner has not worked at all. */
const YOUNG_MS = 10_000;
/** Workers in a row that ended young, and the whole service is given up: the platform starts it again and shows it. */
const MOST_YOUNG = 5;
const REPLACE_MS = 1_000;
/** Beyond the time that the workers themselves take to stop. */
const SLACK_MS = 2_000;
const METRICS_TIMEOUT_MS = 2_000;
const READ = "metrics";

/** Starts the workers and replaces those that die. A signal stops all of them; exits with 1 when one was not done in time. */
export function runPrimary({ workers, drainMs }: { workers: number; drainMs: number }, log: Logger): void {
  const registry = new AggregatorRegistry();
  let stopping = false;
  let young = 0;
  const codes = new Set<number | null>();

  function start(): void {
    const startedAt = performance.now();
    const worker = cluster.fork();
    worker.on("message", (message: unknown) => {
      if (message === READ) void answer(worker);
    });
    worker.once("exit", (code: number | null, signal: string | null) => {
      if (stopping) codes.add(code);
      else replace(performance.now() - startedAt, code, signal);
    });
  }

  /** Without an answer, whoever asked shows its own numbers. */
  async function answer(worker: Worker): Promise<void> {
    const text = await registry.clusterMetrics().catch(() => undefined);
    if (text !== undefined && worker.isConnected()) worker.send({ [READ]: text });
  }

  function replace(aliveMs: number, code: number | null, signal: string | null): void {
    log.error({ code, signal }, "a worker has died, starting another");
    young = aliveMs < YOUNG_MS ? young + 1 : 0;
    if (young >= MOST_YOUNG) {
      log.fatal("workers die as soon as they are started");
      throw new Error("no worker stays alive");
    }
    setTimeout(() => {
      if (!stopping) start();
    }, REPLACE_MS);
  }

  async function stop(): Promise<void> {
    stopping = true;
    const running = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
    await Promise.all(running.map((worker) => ended(worker)));
    if ([...codes].some((code) => code !== 0)) throw new Error("a worker did not finish");
  }

  const onTimeout = () => log.error("stopped before all workers had ended");
  closeWithGrace({ delay: drainMs + SLACK_MS, onTimeout, logger: false }, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, "stopping all workers");
    else log.fatal({ err }, "stopping all workers after an error");
    await stop();
  });
  for (let n = 0; n < workers; n += 1) start();
}

async function ended(worker: Worker): Promise<void> {
  const exited = once(worker, "exit");
  worker.process.kill("SIGTERM");
  await exited;
}

/** Whether this process is one of several. */
export const { isWorker } = cluster;
/** Signals of a terminal reach every process at once: the primary alone listens to them, and tells the workers. */
export const skippedSignals = isWorker ? (["SIGINT", "SIGHUP", "SIGQUIT"] as const) : [];

/** The metrics of all workers together, asked of the primary; those of this one when it does not answer. */
export function createClusterMetrics({ registry }: Metrics) {
  AggregatorRegistry.setRegistries([registry]);
  new AggregatorRegistry(); // listens for the primary's question
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const onMessage = (message: unknown) => {
      if (typeof message === "object" && message !== null && READ in message) resolve(String(message[READ]));
    };
    const timer = setTimeout(() => resolve(undefined), METRICS_TIMEOUT_MS);
    process.on("message", onMessage);
    process.send?.(READ);
    const text = await promise;
    process.off("message", onMessage);
    clearTimeout(timer);
    return text ?? registry.metrics();
  }

  return function readAll(): Promise<string> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

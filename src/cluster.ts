import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import closeWithGrace from "close-with-grace";
import { AggregatorRegistry } from "prom-client";
import { z } from "zod";
import { RequestError } from "./errors.ts";
import type { Metrics } from "./metrics.ts";
import type { Logger } from "./platform/logger.ts";

/** Several processes on one port (WEB_CONCURRENCY): the primary only starts, replaces, stops and counts them. */

/** A worker that ends sooner has not worked at all; nor has one that never started, however long it waited. */
const YOUNG_MS = 10_000;
/** Workers in a row that ended so, and the whole service is given up: the platform starts it again and shows it. */
const MOST_YOUNG = 5;
const REPLACE_MS = 1_000;
/** Beyond the time that the workers themselves take to stop. */
const SLACK_MS = 3_000;
/** A worker that is busy or stuck is counted as it was when it last answered. */
const COUNT_MS = 500;
const METRICS_TIMEOUT_MS = 2_000;

/** A metric as prom-client writes it down. */
const count = z.record(z.string(), z.unknown());
type Counts = z.output<typeof count>[];

/** What primary and workers say to each other. A worker is ready once it listens to "stop". */
const toPrimary = z.discriminatedUnion("say", [
  z.object({ say: z.literal("ready") }),
  z.object({ say: z.literal("started") }),
  z.object({ say: z.literal("read"), id: z.int() }),
  z.object({ say: z.literal("counts"), counts: z.array(count) }),
]);
const toWorker = z.discriminatedUnion("say", [
  z.object({ say: z.literal("stop") }),
  z.object({ say: z.literal("count") }),
  z.object({ say: z.literal("metrics"), id: z.int(), text: z.string() }),
]);

/**
 * Starts the workers and replaces those that die. A signal stops all of them; exits with 1 when one was not done in time.
 * `closeReports` is waited for at the end.
 */
export function runPrimary(
  { workers, drainMs }: { workers: number; drainMs: number },
  log: Logger,
  closeReports: () => Promise<void>,
): void {
  const ready = new Set<number>();
  const started = new Set<number>();
  const counted = createCounts();
  let stopping = false;
  let young = 0;
  let unfinished = 0;

  function start(): void {
    const startedAt = performance.now();
    const worker = cluster.fork();
    worker.on("message", (message: unknown) => void hear(worker, toPrimary.parse(message)));
    // What was sent to a worker that has just died. Its exit follows.
    worker.on("error", (err) => log.warn({ err }, "a worker cannot be reached"));
    worker.once("exit", (code: number | null, signal: string | null) => {
      counted.end(worker.id);
      const worked = started.has(worker.id) && performance.now() - startedAt >= YOUNG_MS;
      if (!stopping) replace(worked, code, signal);
      else if (ready.has(worker.id) && code !== 0) unfinished += 1;
    });
  }

  async function hear(worker: Worker, message: z.output<typeof toPrimary>): Promise<void> {
    if (message.say === "ready") ready.add(worker.id);
    else if (message.say === "started") started.add(worker.id);
    else if (message.say === "counts") counted.set(worker.id, message.counts);
    else tell(worker, { say: "metrics", id: message.id, text: await counted.read() });
  }

  function replace(worked: boolean, code: number | null, signal: string | null): void {
    log.error({ code, signal }, "a worker has died, starting another");
    young = worked ? 0 : young + 1;
    if (young >= MOST_YOUNG) {
      log.fatal("workers die before they have worked");
      throw new Error("no worker stays alive");
    }
    setTimeout(() => {
      if (!stopping) start();
    }, REPLACE_MS);
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all(
      running().map((worker) => {
        const exited = once(worker, "exit");
        // One that has not begun to work holds nothing.
        if (ready.has(worker.id)) tell(worker, { say: "stop" });
        else worker.process.kill("SIGKILL");
        return exited;
      }),
    );
    await closeReports();
    if (unfinished > 0) throw new Error("a worker did not finish");
  }

  const onTimeout = () => log.error("stopped before all workers had ended");
  closeWithGrace({ delay: drainMs + SLACK_MS, onTimeout, logger: false }, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, "stopping all workers");
    else log.fatal({ err }, "stopping all workers after an error");
    await stop();
  });
  for (let n = 0; n < workers; n += 1) start();
}

function running(): Worker[] {
  return Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
}

function tell(worker: Worker, message: z.output<typeof toWorker>): void {
  if (worker.isConnected()) worker.send(message);
}

/** The newest numbers of each worker, and what those that died have counted: a counter that falls looks like a restart. */
function createCounts() {
  const known = new Map<number, Counts>();
  let ended: Counts[] = [];
  let missing = new Set<number>();
  let complete = Promise.withResolvers<void>();
  let reading: Promise<string> | undefined;

  function set(worker: number, counts: Counts): void {
    known.set(worker, counts);
    heard(worker);
  }

  function end(worker: number): void {
    const lasting = (known.get(worker) ?? []).filter((one) => one["type"] !== "gauge");
    known.delete(worker);
    heard(worker);
    ended = [...ended, lasting];
  }

  function heard(worker: number): void {
    missing.delete(worker);
    if (missing.size === 0) complete.resolve();
  }

  /** Whoever asks meanwhile gets the same answer. */
  function read(): Promise<string> {
    reading ??= readAll().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readAll(): Promise<string> {
    complete = Promise.withResolvers();
    missing = new Set(running().map(({ id }) => id));
    for (const worker of running()) tell(worker, { say: "count" });
    const timer = setTimeout(complete.resolve, COUNT_MS);
    await complete.promise;
    clearTimeout(timer);
    if (ended.length > 1) ended = [plain(await AggregatorRegistry.aggregate(ended).getMetricsAsJSON())];
    return AggregatorRegistry.aggregate([...ended, ...known.values()]).metrics();
  }

  return { set, end, read };
}

function plain(counts: object[]): Counts {
  return counts.map((one) => ({ ...one }));
}

/** Whether this process is one of several. */
export const { isWorker } = cluster;
/** They may reach every process of the group at once: the primary alone listens to them, and tells the workers. */
export const skippedSignals = isWorker ? (["SIGINT", "SIGHUP", "SIGQUIT", "SIGTERM"] as const) : [];

/** Listens to the primary's "stop". */
export function listenToPrimary(stop: () => void): void {
  if (!isWorker) return;
  for (const signal of skippedSignals) process.on(signal, () => {});
  process.on("message", (message) => {
    if (toWorker.parse(message).say === "stop") stop();
  });
  say({ say: "ready" });
}

/** Tells the primary that this process works now. */
export function tellStarted(): void {
  if (isWorker) say({ say: "started" });
}

function say(message: z.output<typeof toPrimary>): void {
  process.send?.(message);
}

/** The metrics of all workers together, which the primary knows. Rejects with RequestError 503 when it does not answer. */
export function createClusterMetrics({ registry }: Metrics): () => Promise<string> {
  const waiting = new Map<number, (text: string) => void>();
  let asked = 0;
  process.on("message", (message) => {
    const heard = toWorker.parse(message);
    if (heard.say === "metrics") waiting.get(heard.id)?.(heard.text);
    else if (heard.say === "count")
      void registry.getMetricsAsJSON().then((counts) => say({ say: "counts", counts: plain(counts) }));
  });

  return async function read(): Promise<string> {
    const id = ++asked;
    const answer = Promise.withResolvers<string>();
    const late = new RequestError(503, "unavailable", "the other processes are not counted in time");
    const timer = setTimeout(() => answer.reject(late), METRICS_TIMEOUT_MS);
    waiting.set(id, answer.resolve);
    say({ say: "read", id });
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  };
}

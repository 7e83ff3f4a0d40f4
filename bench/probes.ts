import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { createClient, percentile, run } from "./load.ts";
import type { Service } from "./world.ts";

/** One line of the result. `measured` has the unit that its budget has; a ratio is against a reference of the same run. */
export interface Row {
  name: string;
  budget: string;
  measured: string;
  ratio?: number;
  pass: boolean;
}

const PROBES_PER_SECOND = 1_000;
const WEBHOOKS_PER_SECOND = 500;
const WARM_UP_SECONDS = 12;
const FAST_MS = 5;
const METRICS_MS = 10;
const SLOW_MS = 1_000;
const PARALLEL = 1_000;
const SCRAPES = 20;
const PAUSE_MS = 100;
const fast = ["/health", "/health/liveness", "/health/railway"];
const slow = ["/health/readiness", "/health/detailed"];

/** The probes while webhooks flow, compared with a bare Fastify route beside them. */
export async function measureProbes(service: Service, seconds: number, say: (line: string) => void): Promise<Row[]> {
  const { url } = service.server;
  say(`probes: ${PROBES_PER_SECOND}/s for ${seconds} s, with ${WEBHOOKS_PER_SECOND} webhooks/s`);
  const bare = await startBare();
  // All the time that is measured, and while both warm up: code that has just been loaded is slow anywhere.
  const webhooks = flow(service, 2 * seconds + 2 * WARM_UP_SECONDS + (SCRAPES * PAUSE_MS) / 1_000);
  await load(bare.url, WARM_UP_SECONDS);
  await loadEach(fast, url, WARM_UP_SECONDS);
  const reference = await load(bare.url, seconds);
  const routes = await loadEach(fast, url, seconds);
  const scrapes = await timed(SCRAPES, () => fetch(`${url}/metrics`).then((response) => response.text()));
  const { latencies, failed } = await webhooks;
  await bare.stop();
  const compared = percentile(reference.latencies, 0.99);
  return [
    ...routes.map(({ path, outcome }) => {
      const p99 = percentile(outcome.latencies, 0.99);
      return {
        name: `probe ${path} p99`,
        budget: `< ${FAST_MS} ms`,
        measured: `${p99.toFixed(2)} ms (p50 ${percentile(outcome.latencies, 0.5).toFixed(2)})`,
        ratio: p99 / compared,
        pass: p99 < FAST_MS && outcome.failed === 0,
      };
    }),
    row("probe /metrics p50", METRICS_MS, percentile(scrapes, 0.5)),
    {
      name: "accept webhooks meanwhile p99",
      budget: "all stored",
      measured: `${percentile(latencies, 0.99).toFixed(0)} ms, ${failed} failed`,
      pass: failed === 0,
    },
    ...(await singleFlight(url)),
  ];
}

function load(url: string, seconds: number) {
  const next = () => ({ path: "/health" });
  return run({ url, perSecond: PROBES_PER_SECOND, seconds, connections: 48, next });
}

/** The routes side by side, each with its part of the load. */
async function loadEach(paths: string[], url: string, seconds: number) {
  const perSecond = Math.floor(PROBES_PER_SECOND / paths.length);
  return Promise.all(
    paths.map(async (path) => ({
      path,
      outcome: await run({ url, perSecond, seconds, connections: 16, next: () => ({ path }) }),
    })),
  );
}

/** One call after the other, with a pause between. Milliseconds, sorted. */
async function timed(calls: number, call: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times.sort((a, b) => a - b);
}

/** How often each component was probed while a thousand asked. */
async function singleFlight(url: string): Promise<Row[]> {
  const client = createClient(url, PARALLEL);
  const before = await probesOf(url);
  const startedAt = performance.now();
  const asked = Array.from({ length: PARALLEL }, () => client.ask({ path: "/health/readiness" }));
  const statuses = await Promise.all(asked);
  const tookMs = performance.now() - startedAt;
  const after = await probesOf(url);
  client.close();
  const most = Math.max(...[...after].map(([component, count]) => count - (before.get(component) ?? 0)));
  // The scheduler goes on meanwhile: one for each second that has begun is its own.
  const allowed = 1 + Math.ceil(tookMs / 1_000);
  return [
    {
      name: `probe of a component under ${PARALLEL} parallel requests`,
      budget: `<= ${allowed} in ${(tookMs / 1_000).toFixed(1)} s`,
      measured: `${most}, ${statuses.filter((status) => status === 200).length} answers`,
      pass: most <= allowed && statuses.every((status) => status === 200),
    },
  ];
}

async function probesOf(url: string): Promise<Map<string, number>> {
  const text = await fetch(`${url}/metrics`).then((response) => response.text());
  const found = text.matchAll(/^component_probe_duration_seconds_count\{component="(\w+)"\} (\d+)/gm);
  return new Map([...found].map(([, component = "", count]) => [component, Number(count)]));
}

/** Every dependency takes connections and says nothing. */
export async function measureSilence({ server }: Service, say: (line: string) => void): Promise<Row[]> {
  say("probes: Postgres and Redis silent");
  const ways = [server.proxies.postgres, server.proxies.redis];
  for (const way of ways) await way.set("black-hole");
  const rows: Row[] = [];
  for (const path of slow) {
    const times = await timed(20, () => fetch(`${server.url}${path}`).then((response) => response.text()));
    rows.push(row(`probe ${path} silent dependencies, slowest`, SLOW_MS, times.at(-1) ?? Number.NaN));
  }
  const { status } = await fetch(`${server.url}/health/readiness`);
  rows.push({
    name: "probe /health/readiness silent dependencies",
    budget: "503",
    measured: String(status),
    pass: status === 503,
  });
  for (const way of ways) await way.set("pass");
  return rows;
}

/** What an idle process costs. */
export async function measureProcess({ server, readyMs }: Service): Promise<Row[]> {
  const status = await readFile(`/proc/${server.life()?.pid}/status`, "utf8");
  const megabytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
  return [
    row("process ready", 2_000, readyMs),
    {
      name: "process RSS idle (role web)",
      budget: "<= 150 MB",
      measured: `${megabytes.toFixed(0)} MB`,
      pass: megabytes <= 150,
    },
  ];
}

function row(name: string, budgetMs: number, measuredMs: number): Row {
  return { name, budget: `< ${budgetMs} ms`, measured: `${measuredMs.toFixed(1)} ms`, pass: measuredMs < budgetMs };
}

const neighbours = new URL("neighbours.ts", import.meta.url);

async function startBare(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const worker = new Worker(neighbours, { workerData: { kind: "bare" } });
  const [url] = z.tuple([z.string()]).parse(await once(worker, "message"));
  return { url, stop: () => worker.terminate() };
}

async function flow({ server, webhookSecret }: Service, seconds: number) {
  const workerData = {
    kind: "webhooks",
    url: server.url,
    secret: webhookSecret,
    perSecond: WEBHOOKS_PER_SECOND,
    seconds,
  };
  const worker = new Worker(neighbours, { workerData });
  const outcome = z.object({ latencies: z.array(z.number()), failed: z.number() });
  const [message] = z.tuple([outcome]).parse(await once(worker, "message"));
  return message;
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Clients, startClients } from "./clients.ts";
import { type Breaker, breakers, type FaultKind, keepDump } from "./faults.ts";
import type { Fault, History, Recovery } from "./history.ts";
import { readDatabase, readMirrored, recordReceived, sampleMemory, untilQuiet } from "./observe.ts";
import { createRandom, type Random } from "./random.ts";
import { measureRecovery } from "./recovery.ts";
import { startRecruiters } from "./recruiters.ts";
import { planFaults, secondsOf } from "./schedule.ts";
import { startWorld, type World } from "./world.ts";

export interface FaultOptions {
  seed: number;
  /** Acknowledged ordinary messages to reach. */
  messages: number;
  redis: boolean;
  /** Every kind of fault several times, Postgres away for more than a minute among them. */
  full: boolean;
  /** Path of main.js. */
  bundle?: string;
  /** Runs after migrate, to break guards. */
  prepare?: (databaseUrl: string) => Promise<void>;
  /** Restricts the run to these; an empty list breaks nothing. */
  faults?: readonly FaultKind[];
  /** What the servers get besides. */
  environment?: Record<string, string>;
  /** A directory for what the servers logged. */
  logs?: string;
  /** Ends the run early: it rejects once everything is cleaned up. */
  signal?: AbortSignal;
  log: (line: string) => void;
}

/** `quiet`: whether everything had arrived everywhere at the end, or time was up before. */
export type RunHistory = History & { quiet: boolean; versions: { postgres: string; redis: string } };

const REPORT_MS = 4_000;
const QUIET_LIMIT_MS = 150_000;
/** Just started servers are slow, and Redis has nothing worth a dump yet. */
const WARM_UP_MS = 3_000;
/** Slower than this the load proves little, faster would only measure this machine. */
const RATES = { short: [7, 60], full: [15, 60] } as const;

/** How many people write at the same time: each at least until they have said STOP and START, or were taken over. */
const CROWDS = { short: 30, long: 150 } as const;
const LONG_RUN = 1_500;

interface Run {
  options: FaultOptions;
  world: World;
  random: Random;
  clients: Clients;
  faults: Fault[];
  recoveries: Recovery[];
  stopping: AbortSignal;
}

/** One run: a world, people who write, faults one after the other, and in the end what can be seen of it all. */
export async function runFaults(options: FaultOptions): Promise<RunHistory> {
  const random = createRandom(options.seed);
  const faults: Fault[] = [];
  const onCrash = (target: string, how: string) => {
    options.log(`!! ${target} ended by itself: ${how}`);
    faults.push({ kind: "crash", target, from: Date.now(), until: Date.now() });
  };
  const bundle = options.bundle ?? fileURLToPath(new URL("../../dist/main.js", import.meta.url));
  const { environment, prepare, redis } = options;
  const world = await startWorld({ redis, bundle, environment, prepare, random: random.fork(), onCrash });
  try {
    return await runIn(world, { options, random, faults });
  } finally {
    await world.stop();
  }
}

async function runIn(world: World, given: Pick<Run, "options" | "random" | "faults">): Promise<RunHistory> {
  const { options, random, faults } = given;
  const startedAt = Date.now();
  const stopping = options.signal ?? new AbortController().signal;
  const received = recordReceived(world.provider);
  const memory = sampleMemory(world.servers);
  const recruiters = startRecruiters(world.chatwoot, random.fork());
  const crowd = options.messages >= LONG_RUN ? CROWDS.long : CROWDS.short;
  const onPerson = (person: string) => recruiters.consider(person);
  const clients = startClients({ world, random: random.fork(), crowd, onPerson });
  const run: Run = { ...given, world, clients, recoveries: [], stopping };
  const report = setInterval(() => options.log(progressOf(run, startedAt)), REPORT_MS);
  try {
    await breakAndMeasure(run);
    stopping.throwIfAborted();
    await clients.stop();
    await recruiters.stop();
    const quiet = await quieten(run);
    stopping.throwIfAborted();
    await reportLogs(world, options);
    return {
      seed: options.seed,
      redis: options.redis,
      quiet,
      versions: { postgres: versionIn(world.postgres.description), redis: versionIn(world.redis?.description) },
      startedAt,
      endedAt: Date.now(),
      faults,
      written: clients.written,
      takeovers: recruiters.takeovers,
      received,
      mirrored: readMirrored(world.chatwoot),
      ...(await readDatabase(world.database)),
      memory: memory.memory,
      recoveries: run.recoveries,
    };
  } finally {
    clearInterval(report);
    clients.abort();
    memory.stop();
  }
}

/** Breaks one thing after the other until the plan is done and enough has been said. */
async function breakAndMeasure(run: Run): Promise<void> {
  const { options, random, clients, world, stopping } = run;
  const draw = random.fork();
  const [slowest, fastest] = options.full ? RATES.full : RATES.short;
  const enough = () => clients.acknowledged() >= options.messages;
  let plan = planFaults(options, draw);
  let isExtra = false;
  clients.setRate(slowest);
  await pause(WARM_UP_MS, stopping);
  await keepDump(world);
  while (!stopping.aborted && !(enough() && (isExtra || plan.length === 0))) {
    const wanted = (options.messages - clients.acknowledged()) / Math.max(secondsOf(plan), 1);
    clients.setRate(isExtra ? fastest : Math.min(fastest, Math.max(slowest, wanted)));
    const [kind, ...rest] = plan;
    if (kind !== undefined) {
      await breakOne(run, kind, draw);
      plan = rest;
      await pause(draw.between(500, 2_500), stopping);
    } else if (options.full) {
      // More has to be said than the plan took: the breaking goes on until then.
      isExtra = true;
      plan = planFaults(options, draw).filter((one) => one !== "postgres-away");
      if (plan.length === 0) await pause(500, stopping);
    } else {
      await pause(500, stopping);
    }
  }
}

async function breakOne(run: Run, kind: FaultKind, draw: Random): Promise<void> {
  const { world, faults, recoveries, options, stopping } = run;
  const breaker: Breaker = breakers[kind];
  const from = Date.now();
  const damage = await Promise.race([breaker(world, draw), rejectOnAbort(stopping)]);
  const fault: Fault = { kind, target: damage.target, from, until: damage.until ?? Date.now() };
  faults.push(fault);
  const recovery = await measureRecovery(world.database, fault, { stopping, log: options.log });
  recoveries.push(recovery);
  const unknown = recovery.unknownSends > 0 ? `, ${recovery.unknownSends} unknown sends` : "";
  const took = `${((fault.until - from) / 1_000).toFixed(1)} s`;
  options.log(`${kind} of ${fault.target}: ${took}, recovered in ${(recovery.ms / 1_000).toFixed(1)} s${unknown}`);
  await Promise.all(world.servers.map((server) => server.untilUp()));
}

/** Until everything has arrived everywhere. */
async function quieten({ world, stopping, options }: Run): Promise<boolean> {
  let said = 0;
  const onLook = (left: string) => {
    said += 1;
    if (said % 8 === 1 && left !== "") options.log(`waiting for ${left}`);
  };
  const limit = { limitMs: QUIET_LIMIT_MS, stopping, onLook };
  await untilQuiet(world.database, limit);
  // Statuses and recruiters' events that are still on their way may make new work.
  await Promise.race([world.chatwoot.delivered(), sleep(60_000, undefined, { ref: false })]);
  const left = await untilQuiet(world.database, limit);
  if (left !== undefined) options.log(`!! not quiet: ${left}`);
  return left === undefined;
}

function progressOf({ clients, world, faults, recoveries }: Run, startedAt: number): string {
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  const open = clients.written.length - clients.acknowledged();
  const requests = world.provider.requests.length;
  return `${seconds} s: ${clients.acknowledged()} acknowledged, ${open} written more, ${requests} calls of the provider, ${faults.length} faults, ${recoveries.length} recoveries`;
}

/** Which lines the servers wrote how often: a bug shows here before the checker sees its harm. */
async function reportLogs({ servers }: World, { logs, log }: FaultOptions): Promise<void> {
  const counts = new Map<string, number>();
  for (const server of servers) {
    const text = await server.log();
    if (logs !== undefined) await writeFile(join(logs, `${server.name}.log`), text);
    for (const line of text.split("\n")) {
      const { level = "", message = line } = fieldsOf(line);
      const key = `${level} ${message}`.trim();
      if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 25)) log(`  log ${count} x ${key}`);
}

function fieldsOf(line: string): { level?: string; message?: string } {
  const level = /"level":"?(\w+)/.exec(line)?.[1];
  const message = /"message":"([^"]*)"/.exec(line)?.[1];
  const code = /"code":"([^"]*)"/.exec(line)?.[1];
  const why = code === undefined ? "" : ` (${code})`;
  return { ...(level !== undefined && { level }), ...(message !== undefined && { message: message + why }) };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** Some faults last for a minute. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function versionIn(description = ""): string {
  return /\d+(\.\d+)+/.exec(description)?.[0] ?? "none";
}

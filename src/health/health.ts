import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Metrics } from "../metrics.ts";
import { createDatabase } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { createDataProbe } from "./data.ts";
import { type Agents, createLanggraphProbe } from "./langgraph.ts";
import { createLiveness } from "./liveness.ts";
import { createProbes, type Watched } from "./probes.ts";
import { createQueueProbe, type Workers } from "./queue.ts";
import { createReadiness } from "./readiness.ts";
import { createProbeRedis } from "./redis.ts";
import { createHealthRoutes } from "./routes.ts";
import { createSystem } from "./system.ts";

/** What traffic depends on is known to be away within seconds, and asked by one small call. */
const CRITICAL = { critical: true, intervalMs: 2_000, timeoutMs: 800 } as const;
const OTHER_TRANSPORT = { critical: false, intervalMs: 15_000, timeoutMs: 2_000 } as const;
const INSIDE = { critical: false, intervalMs: 5_000, timeoutMs: 1_000 } as const;
/** Who is away does not say goodbye, and nothing is waiting for it. */
const CLOSE_PATIENCE_MS = 500;

/** The probes with connections of their own, the heart, and the routes that tell of them. */
export function createHealth(parts: {
  config: Config;
  /** undefined: a process that only receives. */
  agents: Agents | undefined;
  workers: (() => Workers) | undefined;
  /** Where the process is in its life. `pending` names what the start still waits for. */
  state: () => { pending: string[]; draining: boolean };
  /** Of the memory for messages that wait for their commit, 0 to 1. */
  fullness: () => number;
  startedAt: number;
  metrics: Metrics;
  /** In Prometheus' text format. */
  readMetrics: () => Promise<string>;
  log: Logger;
}) {
  const { config, agents, workers, state, fullness, startedAt, metrics, readMetrics, log } = parts;
  const redis = createProbeRedis(config.redis, log);
  const database = createDatabase({ ...config.database, poolSize: 1 });
  const supabase =
    config.database.url === undefined ? database : createDatabase({ ...config.database, url: undefined });
  const system = createSystem(metrics);
  const liveness = createLiveness();
  const inUse: Watched = { ...CRITICAL, probe: createDataProbe(database, CRITICAL.timeoutMs, true) };
  const notInUse: Watched = {
    ...OTHER_TRANSPORT,
    probe: createDataProbe(supabase, OTHER_TRANSPORT.timeoutMs, false),
  };
  const probes = createProbes(
    {
      redis: {
        ...CRITICAL,
        probe: async (signal) => {
          await redis.roundTrip("health", signal);
          return {};
        },
      },
      supabase: database === supabase ? inUse : notInUse,
      postgres: database === supabase ? "DATABASE_URL is not set" : inUse,
      queue: { ...INSIDE, probe: createQueueProbe({ database, timeoutMs: INSIDE.timeoutMs, workers, metrics }) },
      langgraph:
        agents === undefined
          ? "a process that only receives has no agents"
          : { ...INSIDE, probe: createLanggraphProbe(agents, redis, metrics) },
      system: { ...INSIDE, probe: system.probe },
    },
    { metrics, log },
  );
  const readiness = createReadiness({ probes, liveness, state, fullness });
  metrics.watchLife(() => ({ ready: readiness.errors().length === 0, draining: state().draining }));
  const routes = createHealthRoutes({
    config,
    probes,
    liveness,
    readiness,
    figures: system.figures,
    metrics,
    readMetrics,
    startedAt,
  });

  function start(): void {
    liveness.start();
    probes.start();
  }

  async function stop(): Promise<void> {
    probes.stop();
    liveness.stop();
    system.stop();
    redis.close();
    const closed = Promise.all([database.close(), database === supabase ? undefined : supabase.close()]);
    await Promise.race([closed, pause(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
  }

  return { routes, start, stop };
}

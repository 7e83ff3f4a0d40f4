import { setImmediate } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Metrics } from "../metrics.ts";
import { type Checks, type Component, notConfigured } from "./checks.ts";

interface Options {
  config: {
    service: { version: string; environment: string };
    railway: Record<"commit" | "deployment" | "environment" | "replica" | "region" | "domain", string | undefined>;
  };
  checks: Checks;
  metrics: Metrics;
  /** Where the process is in its life. `pending` names what the start still waits for. */
  state: () => { pending: string[]; draining: boolean };
  /** Milliseconds since the epoch. */
  startedAt: number;
}

/** The seven routes that platforms and people watch. Only readiness and detailed wait for a dependency. */
export function createHealthRoutes(options: Options) {
  const { service } = options.config;
  const pending = createStartupLatch(options.state);
  options.metrics.appInfo.set({ version: service.version, environment: service.environment }, 1);

  return async (app: FastifyInstance): Promise<void> => {
    app.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    addIdentity(app, options);
    addProbes(app, options, pending);
    addDetails(app, options, pending);
  };
}

type Pending = () => string[];
type Components = Awaited<ReturnType<Checks["current"]>>;

// Polled every few seconds by machines: their request lines would bury all others.
const quiet = { logLevel: "warn" } as const;

/** What the start still waits for. Once nothing, for ever nothing: a service does not start twice. */
function createStartupLatch(state: Options["state"]): Pending {
  let isStarted = false;
  return () => {
    const pending = isStarted ? [] : state().pending;
    isStarted = pending.length === 0;
    return pending;
  };
}

function addIdentity(app: FastifyInstance, { config, startedAt }: Options): void {
  const { service, railway } = config;
  const uptimeSeconds = () => Math.floor((Date.now() - startedAt) / 1000);

  app.get("/health", quiet, async () => ({
    status: "healthy",
    version: service.version,
    environment: service.environment,
    uptime_seconds: uptimeSeconds(),
    timestamp: new Date().toISOString(),
  }));
  app.get("/health/railway", quiet, async () => ({
    status: "healthy",
    commit: railway.commit ?? null,
    deployment: railway.deployment ?? null,
    environment: railway.environment ?? null,
    replica: railway.replica ?? null,
    region: railway.region ?? null,
    domain: railway.domain ?? null,
    uptime_seconds: uptimeSeconds(),
  }));
}

function addProbes(app: FastifyInstance, options: Options, pending: Pending): void {
  app.get("/health/liveness", quiet, async () => ({ status: "alive", event_loop_lag_ms: await eventLoopLagMs() }));
  app.get("/health/startup", quiet, async (_request, reply) => {
    const waitingFor = pending();
    const isStarted = waitingFor.length === 0;
    reply.code(isStarted ? 200 : 503);
    return { status: isStarted ? "started" : "starting", pending: waitingFor };
  });
  app.get("/health/readiness", quiet, async (_request, reply) => {
    const components = await options.checks.current();
    const errors = readinessErrors(components, options, pending);
    const isReady = errors.length === 0;
    reply.code(isReady ? 200 : 503);
    return { status: isReady ? "ready" : "not_ready", components, errors };
  });
}

function addDetails(app: FastifyInstance, options: Options, pending: Pending): void {
  const { checks, metrics } = options;

  app.get("/health/detailed", quiet, async (_request, reply) => {
    const components = {
      ...(await checks.current()),
      queue: notConfigured("nothing is measured here yet"),
      langgraph: notConfigured("nothing is measured here yet"),
      system: systemComponent(),
    };
    const status = overallStatus(Object.values(components));
    reply.code(status === "unhealthy" ? 503 : 200);
    return { status, components, system: systemFigures(), timestamp: new Date().toISOString() };
  });
  // A scrape waits for nobody: it shows the newest state there is and has the next one fetched behind its back.
  app.get("/metrics", quiet, async (_request, reply) => {
    const components = checks.latest();
    if (components === undefined) metrics.appReady.set(0);
    else readinessErrors(components, options, pending);
    void checks.current();
    reply.type(metrics.registry.contentType);
    return metrics.registry.metrics();
  });
}

/** Every reason why this process should get no traffic; also sets the gauge. */
function readinessErrors(components: Components, { state, metrics }: Options, pending: Pending): string[] {
  const down = Object.entries(components).filter(([, { status, critical }]) => critical && status === "down");
  const errors = [
    ...pending().map((part) => `starting: ${part}`),
    ...(state().draining ? ["draining"] : []),
    ...down.map(([name, { message }]) => `${name}: ${message}`),
  ];
  metrics.appReady.set(errors.length === 0 ? 1 : 0);
  return errors;
}

function overallStatus(components: Component[]): "healthy" | "degraded" | "unhealthy" {
  const down = components.filter(({ status }) => status === "down");
  if (down.length === 0) return "healthy";
  return down.some(({ critical }) => critical) ? "unhealthy" : "degraded";
}

/** How long one turn of the event loop takes right now. */
async function eventLoopLagMs(): Promise<number> {
  const started = performance.now();
  await setImmediate();
  return Math.round((performance.now() - started) * 100) / 100;
}

function systemComponent(): Component {
  return { status: "up", critical: false, latency_ms: null, checked_at: new Date().toISOString(), metadata: {} };
}

function systemFigures() {
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  return {
    memory: { rss_bytes: memory.rss, heap_used_bytes: memory.heapUsed, heap_total_bytes: memory.heapTotal },
    uptime_seconds: Math.floor(process.uptime()),
    cpu: { user_seconds: cpu.user / 1e6, system_seconds: cpu.system / 1e6 },
  };
}

import type { FastifyInstance } from "fastify";
import { RequestError } from "../errors.ts";
import type { Metrics } from "../metrics.ts";
import { createAccess } from "./access.ts";
import type { Component, Components } from "./component.ts";
import type { Liveness } from "./liveness.ts";
import type { Probes } from "./probes.ts";
import type { Readiness } from "./readiness.ts";

interface Options {
  config: {
    service: { version: string; environment: string };
    railway: Record<"commit" | "deployment" | "environment" | "replica" | "region" | "domain", string | undefined>;
    health: { tokens?: readonly string[] | undefined; lagLimitMs: number };
  };
  probes: Probes;
  liveness: Liveness;
  readiness: Readiness;
  /** Figures of the process, right now. */
  figures: () => Record<string, unknown>;
  metrics: Metrics;
  /** In Prometheus' text format: of this process, or of all that share its port. */
  readMetrics: () => Promise<string>;
  /** Milliseconds since the epoch. */
  startedAt: number;
}

/**
 * The seven routes that platforms and people watch. They tell what is known and wait for nothing, but /metrics, which
 * asks the other processes where several share a port.
 */
export function createHealthRoutes(options: Options) {
  const { service } = options.config;
  options.metrics.appInfo.set({ version: service.version, environment: service.environment }, 1);

  return async (app: FastifyInstance): Promise<void> => {
    app.addHook("onRequest", (_request, reply, done) => {
      reply.header("cache-control", "no-store");
      done();
    });
    addIdentity(app, options);
    addProbes(app, options);
    addDetails(app, options);
  };
}

// Polled every few seconds by machines: their request lines would bury all others.
const quiet = { logLevel: "warn" } as const;

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

function addProbes(app: FastifyInstance, { config, liveness, readiness }: Options): void {
  const { tokens, lagLimitMs } = config.health;
  const mayKnow = createAccess(tokens);

  app.get("/health/liveness", quiet, async (_request, reply) => {
    const isStuck = liveness.worstLagMs() > lagLimitMs;
    reply.code(isStuck ? 503 : 200);
    return { status: isStuck ? "stuck" : "alive", event_loop_lag_ms: liveness.lagMs() };
  });
  app.get("/health/startup", quiet, async (_request, reply) => {
    const pending = readiness.pending();
    const isStarted = pending.length === 0;
    reply.code(isStarted ? 200 : 503);
    return { status: isStarted ? "started" : "starting", pending };
  });
  app.get("/health/readiness", quiet, async (request, reply) => {
    const errors = readiness.errors();
    const isReady = errors.length === 0;
    const components = readiness.components();
    reply.code(isReady ? 200 : 503);
    return {
      status: isReady ? "ready" : "not_ready",
      components: mayKnow(request) ? components : statesOf(components),
      errors,
    };
  });
}

function addDetails(app: FastifyInstance, { config, probes, figures, metrics, readMetrics }: Options): void {
  const mayKnow = createAccess(config.health.tokens);

  app.get("/health/detailed", quiet, async (request, reply) => {
    const components = probes.snapshot();
    const status = overallStatus(Object.values(components));
    reply.code(status === "unhealthy" ? 503 : 200);
    if (!mayKnow(request)) return { status, components: statesOf(components) };
    return { status, components, system: figures(), timestamp: new Date().toISOString() };
  });
  app.get("/metrics", quiet, async (request, reply) => {
    if (!mayKnow(request)) {
      reply.header("www-authenticate", "Bearer");
      throw new RequestError(401, "bad_credentials", "the credentials are missing or wrong");
    }
    reply.type(metrics.registry.contentType);
    return readMetrics();
  });
}

/** What strangers may know. */
function statesOf(components: Components) {
  return Object.fromEntries(
    Object.entries(components).map(([name, { status, critical }]) => [name, { status, critical }]),
  );
}

function overallStatus(components: Component[]): "healthy" | "degraded" | "unhealthy" {
  if (components.some(({ status, critical }) => critical && status === "down")) return "unhealthy";
  return components.some(({ status }) => status === "down" || status === "degraded") ? "degraded" : "healthy";
}

import type { AddressInfo } from "node:net";
import { runRules } from "./agent/rules.ts";
import type { Config } from "./config.ts";
import { createChecks } from "./health/checks.ts";
import { createHealthRoutes } from "./health/routes.ts";
import { createProcess, type RunTurn } from "./inbox/process.ts";
import { createReceive } from "./inbox/receive.ts";
import { createMetrics } from "./metrics.ts";
import { createDeliver } from "./outbox/deliver.ts";
import { createBell } from "./platform/bell.ts";
import { createDatabase, REQUIRED_SCHEMA } from "./platform/database.ts";
import type { Logger } from "./platform/logger.ts";
import { createRedis } from "./platform/redis.ts";
import { createServer } from "./server.ts";
import { createWhatsAppClient } from "./whatsapp/client.ts";
import { createWhatsAppRoutes } from "./whatsapp/webhook.ts";

/** How often a start that waits for its database looks again. */
const SCHEMA_RETRY_MS = 1_000;
/** A webhook is answered within 2 s, so whoever is silent for longer is not waiting for us. */
const CLOSE_PATIENCE_MS = 2_000;

/**
 * Builds every part in the order in which a message meets it. Nothing runs before `start`; `stop` goes in reverse.
 * `overrides` is for tests.
 */
export async function createApp(config: Config, log: Logger, overrides: { runTurn?: RunTurn } = {}) {
  const startedAt = Date.now();
  const state = { pending: ["schema"], draining: false };
  let stopped: Promise<void> | undefined;
  const metrics = createMetrics();
  const redis = createRedis(config.redis, log.child({ component: "redis" }));
  const bell = createBell(redis, log.child({ component: "bell" }));
  const database = createDatabase(config.database);

  const { receive } = createReceive({
    database,
    bell,
    config: config.inbox,
    metrics,
    log: log.child({ component: "inbox" }),
  });
  const turns = createProcess({
    database,
    bell,
    runTurn: config.agent.engine === "off" ? undefined : (overrides.runTurn ?? runRules),
    config: config.inbox,
    metrics,
    log: log.child({ component: "turn" }),
  });
  // A send has to be over before its outcome counts as unknown and it may be repeated.
  const whatsapp = createWhatsAppClient({ ...config.whatsapp, maxTimeoutMs: 0.8 * config.outbox.unknownWaitMs });
  const outbox = createDeliver({
    database,
    bell,
    senders: { whatsapp: whatsapp.send },
    config: config.outbox,
    metrics,
    log: log.child({ component: "outbox" }),
  });

  const checks = createChecks({
    redis: async () => void (await redis.ping()),
    transport: { name: database.name, probe: async () => void (await database.call("service_status", {}, 1_000)) },
    timeoutMs: 800,
    maxAgeMs: 1_000,
  });
  const webhooks =
    config.service.role === "worker" ? [] : [createWhatsAppRoutes({ config: config.whatsapp, receive, metrics })];
  const server = await createServer({
    isDraining: () => state.draining,
    log: log.child({ component: "server" }),
    metrics,
    routes: [createHealthRoutes({ config, checks, metrics, state: () => state, startedAt }), ...webhooks],
  });

  /** Listens at once, so that the probes can say what is missing, and works as soon as the schema fits. */
  async function start(): Promise<void> {
    bell.start();
    await listen();
    await schemaFits();
    if (state.draining) return;
    state.pending = [];
    if (config.service.role !== "web") {
      turns.start();
      outbox.start();
    }
    log.info({ port: port(), role: config.service.role, transport: database.name }, "started");
  }

  async function listen(): Promise<void> {
    const { host, port } = config.service;
    await server.listen({ host, port }).catch((error: unknown) => {
      // Machines without IPv6 cannot listen on "::".
      const noIpv6 = error instanceof Error && "code" in error && error.code === "EAFNOSUPPORT";
      if (!noIpv6 || host !== "::") throw error;
      return server.listen({ host: "0.0.0.0", port });
    });
  }

  async function schemaFits(): Promise<void> {
    for (let said = ""; !state.draining; await new Promise((resolve) => setTimeout(resolve, SCHEMA_RETRY_MS))) {
      const problem = await schemaProblem();
      if (problem === undefined) return;
      if (problem !== said) log.warn(problem);
      said = problem;
    }
  }

  async function schemaProblem(): Promise<string | undefined> {
    try {
      const { schema } = await database.call("service_status", {}, 5_000);
      if ((schema ?? 0) >= REQUIRED_SCHEMA) return undefined;
      return `waiting for the database: schema ${schema}, needs ${REQUIRED_SCHEMA}; run npm run migrate`;
    } catch {
      return "waiting for the database: it does not answer, or has no schema yet (npm run migrate)";
    }
  }

  function stop(): Promise<void> {
    stopped ??= shutDown();
    return stopped;
  }

  async function shutDown(): Promise<void> {
    state.draining = true;
    const closed = server.close();
    await turns.stop();
    await outbox.stop();
    // Requests in flight are answered by now; what is left are connections that never sent a whole request.
    const patience = setTimeout(() => server.server.closeAllConnections(), CLOSE_PATIENCE_MS);
    await closed;
    clearTimeout(patience);
    bell.stop();
    await database.close();
    log.info("stopped");
  }

  function port(): number {
    const address: string | AddressInfo | null = server.server.address();
    return typeof address === "object" && address !== null ? address.port : config.service.port;
  }

  return { start, stop, port, server, metrics };
}

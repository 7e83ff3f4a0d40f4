import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { texts as de } from "./agent/rules/tables/de-texts.ts";
import { texts as en } from "./agent/rules/tables/en-texts.ts";
import { texts as es } from "./agent/rules/tables/es-texts.ts";
import { texts as fr } from "./agent/rules/tables/fr-texts.ts";
import { texts as pt } from "./agent/rules/tables/pt-texts.ts";
import { createMirror } from "./chatwoot/mirror.ts";
import { createChatwootRoutes } from "./chatwoot/webhook.ts";
import { createClusterMetrics, isWorker } from "./cluster.ts";
import type { Config } from "./config.ts";
import { checkRedis, checkSchema } from "./doctor-services.ts";
import { createHealth } from "./health/health.ts";
import { createProcess, type RunTurn } from "./inbox/process.ts";
import { createPrune } from "./inbox/prune.ts";
import { createReceive } from "./inbox/receive.ts";
import { createRecordRecruiter } from "./inbox/recruiter.ts";
import { createReplay } from "./inbox/replay.ts";
import { createTellDecision } from "./inbox/tell-decision.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createOutbox } from "./outbox/outbox.ts";
import { createParse } from "./parse.ts";
import { createBell } from "./platform/bell.ts";
import { createDatabase, type Database } from "./platform/database.ts";
import type { Logger } from "./platform/logger.ts";
import type { OutgoingEffect } from "./platform/procedures.ts";
import { createRedis } from "./platform/redis.ts";
import { createServer } from "./server.ts";
import { untilItWorks } from "./start-up.ts";
import { createWhatsAppClient } from "./whatsapp/client.ts";
import { createDecisionTemplates } from "./whatsapp/templates.ts";
import { createWhatsAppRoutes } from "./whatsapp/webhook.ts";

/** A webhook is answered within 2 s, so whoever is silent for longer is not waiting for us. */
const CLOSE_PATIENCE_MS = 2_000;

/**
 * Builds every part in the order in which a message meets it. Nothing runs before `start`; `stop` goes in reverse.
 * `overrides` is for tests.
 */
export async function createApp(config: Config, log: Logger, overrides: { runTurn?: RunTurn } = {}) {
  const startedAt = Date.now();
  const state = { pending: ["schema"], draining: false };
  const starting = new AbortController();
  let stopped: Promise<void> | undefined;
  const metrics = createMetrics();
  const redis = createRedis(config.redis, log.child({ component: "redis" }));
  const bell = createBell(redis, log.child({ component: "bell" }));
  const database = createDatabase(config.database);
  metrics.watchPools(database.pools);

  const { receive, fullness } = createReceive({
    database,
    bell,
    config: config.inbox,
    metrics,
    log: log.child({ component: "inbox" }),
  });
  const record = createRecordRecruiter({
    database,
    bell,
    config: config.inbox,
    metrics,
    log: log.child({ component: "inbox" }),
  });
  const agents = await createAgents(config, database, redis, metrics, log.child({ component: "agent" }));
  const turns = createProcess({
    database,
    bell,
    runTurn: config.agent.engine === "off" ? undefined : (overrides.runTurn ?? agents.runTurn),
    runControls: agents.runControls,
    runPoison: agents.runPoison,
    config: config.inbox,
    metrics,
    log: log.child({ component: "turn" }),
  });
  // A send has to be over before its outcome counts as unknown and it may be repeated.
  const whatsapp = createWhatsAppClient({ ...config.whatsapp, maxTimeoutMs: 0.8 * config.outbox.unknownWaitMs });
  const chatwoot = createMirror({
    // Less than a stop waits for: what is cut off is looked for before it is repeated.
    config: {
      ...config.chatwoot,
      maxTimeoutMs: 0.8 * Math.min(config.outbox.unknownWaitMs, config.service.drainMs),
    },
    link: async (conversation, ids) => {
      const known = { contact: ids?.contact ?? null, chatwoot_conversation: ids?.conversation ?? null };
      await database.call("link_chatwoot", { conversation, ...known });
    },
  });
  const send = (effect: OutgoingEffect) =>
    effect.destination === "whatsapp" ? whatsapp.send(effect) : chatwoot.send(effect);
  const parser = createParse(config);
  const outbox = createOutbox({
    database,
    bell,
    send,
    tasks: {
      prune: createPrune({ database, log: log.child({ component: "prune" }) }),
      replay: createReplay({
        database,
        bell,
        parse: parser.parse,
        config: config.inbox,
        log: log.child({ component: "replay" }),
      }),
      tell_decision: createTellDecision({
        database,
        bell,
        texts: { en: en.decisions, es: es.decisions, pt: pt.decisions, de: de.decisions, fr: fr.decisions },
        readTemplates: createDecisionTemplates(config.whatsapp),
        log: log.child({ component: "decision" }),
      }),
    },
    config: config.outbox,
    metrics,
    log: log.child({ component: "outbox" }),
  });

  const isWorking = config.service.role !== "web";
  const health = createHealth({
    config,
    agents: agents.health,
    workers: isWorking ? () => ({ inbox: turns.lookedAgoMs(), ...outbox.lookedAgoMs() }) : undefined,
    state: () => state,
    fullness,
    startedAt,
    metrics,
    readMetrics: isWorker ? createClusterMetrics(metrics) : () => metrics.registry.metrics(),
    log: log.child({ component: "health" }),
  });
  const webhooks =
    config.service.role === "worker"
      ? []
      : [
          createWhatsAppRoutes({ config: config.whatsapp, receive, metrics }),
          createChatwootRoutes({ config: config.chatwoot, record, metrics }),
        ];
  const server = await createServer({
    isDraining: () => state.draining,
    log: log.child({ component: "server" }),
    metrics,
    routes: [health.routes, ...webhooks],
  });

  /**
   * Listens at once, so that the probes can say what is missing and webhooks are stored as soon as they can be, and works
   * as soon as the schema fits. Rejects when it does not in time.
   */
  async function start(): Promise<void> {
    bell.start();
    health.start();
    await listen();
    const waiting = { log: log.child({ component: "start" }), signal: starting.signal };
    // Waited for to say what is wrong with it. No promise needs it, so no work waits for it.
    void untilItWorks(() => checkRedis(config.redis), waiting);
    const { status } = await untilItWorks(() => checkSchema(database), waiting);
    if (state.draining) return;
    if (status === "FAIL") throw new Error(`no ${database.name} to work with`);
    state.pending = [];
    if (isWorking) {
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

  /** `serveOnMs`: how long requests are answered at least, for a load balancer that has not noticed yet. */
  function stop({ serveOnMs = 0 }: { serveOnMs?: number } = {}): Promise<void> {
    stopped ??= shutDown(serveOnMs);
    return stopped;
  }

  /** Readiness fails at once and nothing more is taken up. What still comes in is stored, and the next process does it. */
  async function shutDown(serveOnMs: number): Promise<void> {
    state.draining = true;
    starting.abort();
    await Promise.all([pause(serveOnMs), turns.stop(), outbox.stop()]);
    await closeServer();
    await Promise.all([parser.close(), health.stop()]);
    bell.stop();
    // A Postgres that is away does not say goodbye, and nothing is waiting for it.
    await Promise.race([database.close(), pause(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
    log.info("stopped");
  }

  /** Requests in flight are answered; what is left then are connections that never sent a whole request. */
  async function closeServer(): Promise<void> {
    const patience = setTimeout(() => server.server.closeAllConnections(), CLOSE_PATIENCE_MS);
    await server.close();
    clearTimeout(patience);
  }

  function port(): number {
    const address: string | AddressInfo | null = server.server.address();
    return typeof address === "object" && address !== null ? address.port : config.service.port;
  }

  return { start, stop, port, server, metrics };
}

/** The agents and all that they load take a second and many megabytes: a process that only receives goes without. */
async function createAgents(config: Config, database: Database, redis: Redis, metrics: Metrics, log: Logger) {
  if (config.service.role === "web")
    return { runTurn: undefined, runControls: unreachable, runPoison: unreachable, health: undefined };
  const controls = await import("./agent/controls.ts");
  const runControls: RunTurn = (input, signal) => controls.runControls(input, signal, config.agent);
  const { runPoison } = await import("./agent/poison.ts");
  const { CHECKPOINT_PREFIX: checkpointPrefix } = await import("./agent/checkpoint-keys.ts");
  const { engine, openaiApiKey: apiKey, openaiBaseUrl: baseUrl } = config.agent;
  const { createSeal } = await import("./platform/seal.ts");
  const seal = config.redis.encryptionKeys && createSeal(config.redis.encryptionKeys);
  const facts = { engine, checkpointPrefix, fingerprints: seal?.fingerprints ?? [] };
  if (engine === "off") {
    const health = { ...facts, compiled: false, breakers: () => ({}) };
    return { runTurn: undefined, runControls, runPoison, health };
  }
  const { createAgent } = await import("./agent/agent.ts");
  const { createListOpen } = await import("./agent/open-vacancies.ts");
  const { createEmbed } = await import("./agent/openai.ts");
  const { createMatch } = await import("./agent/match.ts");
  // Without a model nothing leaves the service.
  const embed = engine === "rules" ? undefined : createEmbed({ apiKey, baseUrl, metrics, log });
  const listOpen = createListOpen(database, embed, log);
  const match = createMatch({ database, embed });
  const { runTurn, breakers } = createAgent({ config: config.agent, listOpen, match, redis, seal, metrics, log });
  return { runTurn, runControls, runPoison, health: { ...facts, compiled: true, breakers } };
}

function unreachable(): never {
  throw new Error("a process that only receives runs no turns");
}

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "../../database/migrate.ts";
import { type Fake360dialog, startFake360dialog } from "../../sandbox/fake-360dialog.ts";
import { type FakeChatwoot, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";
import { createDatabase, type PrivatePostgres, startPostgres } from "../../sandbox/postgres.ts";
import { freePort } from "../../sandbox/private-process.ts";
import { type PrivateRedis, startRedis } from "../../sandbox/redis.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { testEnvironment } from "../support/environment.ts";
import type { Random } from "./random.ts";
import { type Server, startServer } from "./servers.ts";

/** Everything that runs: the neighbours, the fakes at the other ends, and two servers behind their proxies. */
export interface World {
  readonly postgres: PrivatePostgres;
  readonly redis: PrivateRedis | undefined;
  readonly provider: Fake360dialog;
  readonly chatwoot: FakeChatwoot;
  readonly claude: FakeClaude;
  readonly servers: readonly Server[];
  /** A short-lived direct way to the database, past every proxy. */
  readonly database: pg.Pool;
  /** What 360dialog shows to the service. */
  readonly webhookSecret: string;
  stop(): Promise<void>;
}

interface WorldOptions {
  redis: boolean;
  bundle: string;
  random: Random;
  /** Runs after the migration, before the servers. */
  prepare?: ((databaseUrl: string) => Promise<void>) | undefined;
  environment?: Record<string, string> | undefined;
  onCrash: (process: string, how: string) => void;
}

/** How often statuses and recruiters' events change the server that they go to. */
const SWITCH_MS = 500;

export async function startWorld(options: WorldOptions): Promise<World> {
  const stops: (() => Promise<unknown>)[] = [];

  async function stop(): Promise<void> {
    for (const one of stops.splice(0).reverse()) await one();
  }

  async function keep<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
    const part = await starting;
    stops.push(() => part.stop());
    return part;
  }

  try {
    const base = testEnvironment({ ...pace, ...options.environment });
    const postgres = await keep(startPostgres({ durable: true }));
    const redis = options.redis ? await keep(startRedis()) : undefined;
    const provider = await keep(startFake360dialog({ apiKey: String(base["DIALOG360_API_KEY"]) }));
    const chatwoot = await keep(startChatwoot(base));
    const claude = await keep(startFakeClaude({ apiKey: String(base["ANTHROPIC_API_KEY"]) }));
    claude.answer = unhurried(options.random.fork());
    const databaseUrl = await createDatabase(postgres.url("postgres"), "app");
    await migrate({ databaseUrl, log: () => {} });
    await options.prepare?.(databaseUrl);
    const database = createPool(databaseUrl);
    stops.push(() => database.end());

    const urls = { postgres: databaseUrl, redis: redis?.url ?? "redis://127.0.0.1:9", provider: provider.url };
    const ports = {
      postgres: portOf(urls.postgres),
      redis: redis === undefined ? await freePort() : portOf(urls.redis),
      provider: portOf(urls.provider),
    };
    const environment = (own: typeof ports) => ({
      ...base,
      DATABASE_URL: withPort(urls.postgres, own.postgres),
      REDIS_URL: redis === undefined ? urls.redis : withPort(urls.redis, own.redis),
      DIALOG360_BASE_URL: withPort(urls.provider, own.provider),
      CHATWOOT_BASE_URL: chatwoot.url,
      ANTHROPIC_BASE_URL: claude.url,
    });
    const { bundle, onCrash } = options;
    const starting = ["server-1", "server-2"].map((name) =>
      keep(startServer({ name, bundle, ports, environment, onCrash })),
    );
    const servers = await Promise.all(starting);
    await Promise.all(servers.map((server) => server.untilUp()));
    for (const server of servers)
      if (!server.isUp()) throw new Error(`${server.name} does not start: ${await server.log()}`);
    const webhookSecret = String(base["DIALOG360_WEBHOOK_SECRET"]);
    stops.push(balance({ servers, provider, chatwoot, webhookSecret, random: options.random }));
    return { postgres, redis, provider, chatwoot, claude, servers, database, webhookSecret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Shorter than in production, so that a run is. */
const pace = {
  LOG_LEVEL: "warn",
  BURST_QUIET_MS: "400",
  BURST_CEILING_MS: "2000",
  UNKNOWN_WAIT: "20",
} as const;

function startChatwoot(environment: Record<string, string>): Promise<FakeChatwoot> {
  return startFakeChatwoot({
    apiToken: String(environment["CHATWOOT_API_TOKEN"]),
    accountId: Number(environment["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(environment["CHATWOOT_WEBHOOK_SECRET"]),
  });
}

function createPool(connectionString: string): pg.Pool {
  // A connection that Postgres takes with it shows up in the query that runs, and the next one gets a new one.
  const pool = new pg.Pool({ connectionString, max: 3, connectionTimeoutMillis: 2_000, query_timeout: 10_000 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** A model that takes its time, as real ones do. */
function unhurried(random: Random): FakeClaude["answer"] {
  const answer = createOracle({});
  return async (request) => {
    await sleep(random.between(100, 900));
    return answer(request);
  };
}

/** The load balancer in front of the servers, for what the fakes send by themselves. Returns how to stop it. */
function balance(parts: {
  servers: readonly Server[];
  provider: Fake360dialog;
  chatwoot: FakeChatwoot;
  webhookSecret: string;
  random: Random;
}): () => Promise<void> {
  const { servers, provider, chatwoot, webhookSecret, random } = parts;
  const turn = () => {
    const up = servers.filter((server) => server.isUp());
    const { url } = random.pick(up.length > 0 ? up : servers);
    provider.webhook = { url: `${url}/webhooks/360dialog`, secret: webhookSecret };
    chatwoot.webhookUrl = `${url}/webhooks/chatwoot`;
  };
  turn();
  const timer = setInterval(turn, SWITCH_MS);
  return async () => {
    clearInterval(timer);
    await sleep(0);
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href.replace(/\/$/, "");
}

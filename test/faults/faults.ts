import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import type { ProxyMode } from "./proxy.ts";
import type { Random } from "./random.ts";
import type { Neighbour, Server } from "./servers.ts";
import type { World } from "./world.ts";

/** What can break, and how. Each resolves when it is over, with what it hit. */

export type FaultKind = keyof typeof breakers;

/** What a fault hit. `until` is given when the trouble was over before the repair was: a killed server has a neighbour. */
interface Damage {
  target: string;
  until?: number;
}

export type Breaker = (world: World, random: Random) => Promise<Damage>;

/** Longer than a lease. */
const PAUSE_MS = 18_000;
const AWAY_MS = [62_000, 68_000] as const;

export const breakers = {
  kill: async ({ servers, provider }, random) => {
    const server = drawLife(random.pick(servers), random);
    if (random.chance(0.5)) {
      // Into the middle of sends that have arrived and were not answered yet.
      provider.script(repeated(random.whole(2, 8), { kind: "delay", ms: 700 }));
      await sleep(random.between(200, 1_500));
    }
    const until = Date.now();
    await server.end("SIGKILL");
    return { target: server.name, until };
  },
  term: async ({ servers }, random) => {
    const server = drawLife(random.pick(servers), random);
    await server.end("SIGTERM");
    return { target: server.name };
  },
  "stop-continue": async ({ servers }, random) => {
    const server = random.pick(servers);
    server.pause();
    await sleep(PAUSE_MS);
    server.resume();
    return { target: server.name };
  },
  "redis-stop": async (world, random) => {
    const redis = redisOf(world);
    await redis.crash();
    await sleep(random.between(1_000, 8_000));
    await redis.restart();
    return { target: "redis" };
  },
  "redis-flush": async (world) => {
    await inRedis(world, (redis) => redis.flushall());
    return { target: "redis" };
  },
  "redis-restore": async (world) => {
    const redis = redisOf(world);
    await redis.crash();
    await redis.restart("dump");
    return { target: "redis" };
  },
  "postgres-stop": (world, random) => withoutPostgres(world, random.between(1_000, 5_000)),
  "postgres-away": (world, random) => withoutPostgres(world, random.between(...AWAY_MS)),
  "postgres-terminate": async ({ database }) => {
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return { target: "postgres" };
  },
  "provider-500": async ({ provider }, random) => {
    provider.script(repeated(random.whole(3, 12), { kind: "status", http: 500, body: metaError(131000) }));
    return { target: "provider", until: await overAfter(3_000) };
  },
  "provider-429": async ({ provider }, random) => {
    provider.script(repeated(random.whole(2, 5), { kind: "status", http: 429, body: metaError(130429) }));
    return { target: "provider", until: await overAfter(2_000) };
  },
  "provider-pair": async ({ provider }, random) => {
    provider.script(repeated(random.whole(2, 4), { kind: "status", http: 400, body: metaError(131056) }));
    return { target: "provider", until: await overAfter(2_000) };
  },
  "provider-hang": async ({ provider }, random) => {
    provider.script(repeated(random.whole(1, 4), { kind: "hang-after-accept" }));
    return { target: "provider", until: await overAfter(2_000) };
  },
  "provider-silent": async ({ provider }, random) => {
    provider.statuses = false; // nothing will ever tell that these have arrived: they are sent once more
    provider.script(repeated(random.whole(1, 4), { kind: "hang-after-accept" }));
    const until = await overAfter(2_500);
    provider.statuses = true;
    return { target: "provider", until };
  },
  "provider-reset": async ({ provider }, random) => {
    provider.script(repeated(random.whole(1, 4), { kind: "reset-after-accept" }));
    return { target: "provider", until: await overAfter(2_000) };
  },
  "slow-model": slowModel,
  "cut-postgres": (world, random) => onTheWay(world, random, "postgres", "cut"),
  "cut-redis": (world, random) => onTheWay(world, random, "redis", "cut"),
  "cut-provider": (world, random) => onTheWay(world, random, "provider", "cut"),
  "black-hole-postgres": (world, random) => onTheWay(world, random, "postgres", "black-hole"),
  "black-hole-redis": (world, random) => onTheWay(world, random, "redis", "black-hole"),
  "black-hole-provider": (world, random) => onTheWay(world, random, "provider", "black-hole"),
} satisfies Record<string, Breaker>;

/** Some lives ask the model, and have turns that last, the others the rules. */
function drawLife(server: Server, random: Random): Server {
  server.change(random.chance(0.35) ? { AGENT_ENGINE: "auto" } : {});
  return server;
}

/** Keeps what Redis holds by now, for a `redis-restore` later. */
export async function keepDump({ redis }: World): Promise<void> {
  await redis?.dump();
}

/** One server's way, or both. */
async function onTheWay(
  { servers }: World,
  random: Random,
  neighbour: Neighbour,
  mode: Exclude<ProxyMode, "pass">,
): Promise<Damage> {
  const hit = random.chance(0.4) ? servers : [random.pick(servers)];
  await Promise.all(hit.map(({ proxies }) => proxies[neighbour].set(mode)));
  await sleep(random.between(3_000, 8_000));
  await Promise.all(hit.map(({ proxies }) => proxies[neighbour].set("pass")));
  return { target: `${hit.map(({ name }) => name).join("+")} -> ${neighbour}` };
}

async function withoutPostgres({ postgres }: World, ms: number): Promise<Damage> {
  await postgres.crash();
  await sleep(ms);
  await postgres.restart();
  return { target: "postgres" };
}

/** For a while one server asks a model that answers late, or not at all: more than a turn has time for. */
async function slowModel({ servers, claude }: World, random: Random): Promise<Damage> {
  const server = random.pick(servers);
  const { answer } = claude;
  claude.answer = async (request) => {
    await sleep(random.between(500, 5_000));
    return answer?.(request);
  };
  server.change({ AGENT_ENGINE: "auto" });
  await server.end("SIGTERM");
  await server.untilUp();
  await sleep(4_000);
  claude.script(repeated(random.whole(2, 6), { kind: "hang" }));
  await sleep(8_000);
  claude.answer = answer;
  server.change({});
  return { target: `${server.name} -> model` };
}

function redisOf({ redis }: World) {
  if (redis === undefined) throw new Error("this run has no Redis to break");
  return redis;
}

async function inRedis(world: World, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(redisOf(world).url, { retryStrategy: () => null });
  redis.on("error", () => {}); // the command that was running reports it
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}

async function overAfter(ms: number): Promise<number> {
  await sleep(ms);
  return Date.now();
}

function repeated<T>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => one);
}

function metaError(code: number) {
  return { error: { message: `(#${code}) as scripted`, type: "OAuthException", code, fbtrace_id: "A" } };
}

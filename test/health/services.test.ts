import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { migrate } from "../../database/migrate.ts";
import {
  applySupabaseDefaults,
  createDatabase,
  createSupabaseRoles,
  type PrivatePostgres,
  startPostgres,
  withClient,
} from "../../sandbox/postgres.ts";
import { type PrivateRedis, startRedis } from "../../sandbox/redis.ts";
import { waitFor } from "../support/wait-for.ts";
import { startHealth } from "./start-health.ts";

let redis: PrivateRedis;
let postgres: PrivatePostgres;
let databaseUrl: string;

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  databaseUrl = await createDatabase(postgres.url("postgres"), "health");
  await withClient(databaseUrl, async (client) => {
    await createSupabaseRoles(client);
    await applySupabaseDefaults(client);
  });
  await migrate({ databaseUrl, log: () => {} });
});
afterAll(async () => void (await Promise.all([redis.stop(), postgres.stop()])));

test("a Redis that stops and comes back", async () => {
  const health = await started();
  await redis.crash();
  onTestFinished(() => redis.restart().catch(() => {})); // it runs already, unless the test failed
  await waitFor(async () => expect(await health.readiness()).toMatchObject({ code: 503, errors: ["redis: refused"] }));
  await redis.restart();
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

test("a Redis that stands still and goes on", async () => {
  const health = await started();
  const info = await withRedis((client) => client.info("server"));
  const pid = Number(/process_id:(\d+)/.exec(info)?.[1]);
  process.kill(pid, "SIGSTOP");
  onTestFinished(() => void process.kill(pid, "SIGCONT"));
  await waitFor(async () => {
    const { code, errors } = await health.readiness();
    expect([code, errors.length]).toEqual([503, 1]);
    expect(errors[0]).toMatch(/^redis: (timeout|unreachable|no answer)$/);
  });
  process.kill(pid, "SIGCONT");
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

test("a Redis that answers and keeps nothing", async () => {
  const health = await started();
  await withRedis((client) => client.config("SET", "maxmemory", "1"));
  onTestFinished(() => withRedis((client) => client.config("SET", "maxmemory", "0")).then(() => {}));
  await waitFor(async () => expect((await health.readiness()).errors).toEqual(["redis: OOM"]));
  await withRedis((client) => client.config("SET", "maxmemory", "0"));
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));

  await withRedis((client) => client.replicaof("127.0.0.1", 9));
  onTestFinished(() => withRedis((client) => client.replicaof("NO", "ONE")).then(() => {}));
  await waitFor(async () => expect((await health.readiness()).errors).toEqual(["redis: READONLY"]));
  await withRedis((client) => client.replicaof("NO", "ONE"));
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

test("a Redis that does not know our password is down, and the password shows nowhere", async () => {
  const url = new URL(redis.url);
  url.password = "wrong-password";
  const health = await startHealth({ DATABASE_URL: databaseUrl, REDIS_URL: url.href });
  await waitFor(async () => expect((await health.readiness()).errors).toEqual(["redis: credentials refused"]));
  expect((await health.detailed()).body).not.toContain("wrong-password");
});

test("a Postgres that stops and comes back", async () => {
  const health = await started();
  await postgres.crash();
  onTestFinished(() => postgres.restart().catch(() => {}));
  await waitFor(async () => {
    const { code, components } = await health.detailed();
    expect([code, components["postgres"]?.status, components["queue"]?.status]).toEqual([503, "down", "down"]);
  });
  await postgres.restart();
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

test("a Postgres that stands still and goes on", async () => {
  const health = await started();
  const pids = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = 'health' and pid <> pg_backend_pid()
       union select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int`,
    );
    return rows.map(({ pid }) => pid);
  });
  const tell = (signal: NodeJS.Signals) => {
    for (const pid of pids) process.kill(pid, signal);
  };
  tell("SIGSTOP");
  onTestFinished(() => postgres.restart().catch(() => {}));
  await waitFor(async () => {
    const { code, errors } = await health.readiness();
    expect([code, errors.length]).toEqual([503, 1]);
    expect(errors[0]).toMatch(/^postgres: (timeout|no answer|unreachable)$/);
  });
  tell("SIGCONT");
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

/** On services that work. */
async function started() {
  const health = await startHealth({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
  return health;
}

async function withRedis<T>(work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(redis.url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

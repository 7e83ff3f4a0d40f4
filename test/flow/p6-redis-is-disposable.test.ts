import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { createChat } from "../support/chat.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { redisUrl } from "../support/database.ts";
import { startApp } from "../support/start-app.ts";

const waId = "34600000061";
const told = {
  "Ana García": [{ field: "first_name", value: "Ana", quote: "Ana" }],
  Sevilla: [{ field: "city", value: "Sevilla", quote: "Sevilla" }],
};

test("a Redis that forgets or goes back in time between two turns changes no answer and no profile", async () => {
  // A database of its own: nobody else's checkpoints are in it.
  const url = `${redisUrl()}/15`;
  const world = await startApp({ claude: createOracle(told), env: { REDIS_URL: url } });
  const redis = new Redis(url);
  onTestFinished(() => redis.disconnect());
  const chat = createChat(world, waId);
  await chat.say("hola, soy Ana García");
  await chat.settled();
  const [first] = await committed(world);
  expect(first).not.toBeNull();
  const keys = await redis.keys("*");
  expect(keys.length).toBeGreaterThan(0);
  const backup = await Promise.all(keys.map(async (key) => ({ key, dump: await redis.dumpBuffer(key) })));

  await redis.del(...keys);
  expect(await chat.say("vivo en Sevilla")).toBe("[ask] roles?");
  await chat.settled();
  for (const { key, dump } of backup) await redis.restore(key, 0, dump, "REPLACE");
  expect(await chat.say("no sé")).toBe("[ask] experience_years?");

  expect(await chat.asked()).toEqual(["city", "roles", "experience_years"]);
  expect((await chat.facts()).map(({ value }) => value)).toEqual(["Sevilla", "Ana"]);
  const metrics = await world.app.metrics.registry.metrics();
  expect(metrics).toMatch(/checkpoint_troubles_total\{trouble="missing"\} 2/);
});

test("without Redis a turn on Claude is answered and commits no checkpoint", async () => {
  const world = await startApp({ claude: createOracle(told), env: { REDIS_URL: "redis://127.0.0.1:9" } });
  const chat = createChat(world, waId);

  expect(await chat.say("hola, soy Ana García")).toBe("[ask] city?");
  expect(await chat.say("vivo en Sevilla")).toBe("[ask] roles?");

  expect(await committed(world)).toEqual([null]);
  expect(await chat.facts()).toHaveLength(2);
});

async function committed({ database }: Awaited<ReturnType<typeof startApp>>): Promise<(string | null)[]> {
  const { rows } = await database.pool.query<{ checkpoint_id: string | null }>(
    "select checkpoint_id from app.conversations",
  );
  return rows.map(({ checkpoint_id }) => checkpoint_id);
}

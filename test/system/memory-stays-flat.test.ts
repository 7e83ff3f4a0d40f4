import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { postWebhook } from "../support/start-app.ts";
import { startProcess } from "../support/start-process.ts";
import { usedMemory } from "../support/used-memory.ts";

const ROUNDS = 5;
const PER_ROUND = 2_000;
const PEOPLE = 100;

test("10 000 posted events are stored and leave nothing behind in memory", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  // Every message runs a turn; nothing is sent, so that the provider does not set the pace.
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl(),
    AGENT_ENGINE: "off",
    BURST_QUIET_MS: "500",
  });
  // A small heap is collected often, so that what is in use is what is really held.
  const service = await startProcess(env, ["--max-old-space-size=192"]);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);

  const megabytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) megabytes.push(await postRound(round));

  const { rows } = await database.pool.query("select count(*)::int as n from app.messages");
  expect(rows).toEqual([{ n: ROUNDS * PER_ROUND }]);
  // The first round pays for code and pools. A leak of two kilobytes an event would be 12 MB by the end.
  const [, warm = 0, ...later] = megabytes;
  expect(Math.min(...later.slice(-2)) - warm, `megabytes in use by round: ${megabytes.join(", ")}`).toBeLessThan(8);

  async function usedMegabytes(): Promise<number> {
    return Math.round((await usedMemory(service.url)) / 1e5) / 10;
  }

  /** Returns the least memory in use seen meanwhile: the smallest reading lies right behind a collection. */
  async function postRound(round: number): Promise<number> {
    const bodies = Array.from({ length: PER_ROUND }, (_, i) =>
      textBody({ waId: String(34_600_000_000 + (i % PEOPLE)), text: `hello ${i}`, id: `wamid.${round}.${i}` }),
    );
    let least = Number.POSITIVE_INFINITY;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
          expect(await postWebhook(service.url, secret, body)).toBe(200);
          if (bodies.length % 40 === 0) least = Math.min(least, await usedMegabytes());
        }
      }),
    );
    return least;
  }
}, 180_000);

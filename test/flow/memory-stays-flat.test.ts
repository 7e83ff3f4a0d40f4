import { expect, test } from "vitest";
import { freePort } from "../../sandbox/private-process.ts";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { postWebhook, startProvider } from "../support/start-app.ts";
import { startProcess } from "../support/start-process.ts";

const ROUNDS = 6;
const PER_ROUND = 2_000;
const PEOPLE = 100;

test("10 000 events, turns and answers later the process is no larger", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl(),
    PORT: String(await freePort()),
  });
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const service = await startProcess(env);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);

  const megabytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await postRound(round);
    megabytes.push(await residentMegabytes());
  }

  const { rows } = await database.pool.query("select count(*)::int as n from app.messages");
  expect(rows).toEqual([{ n: ROUNDS * PER_ROUND }]);
  // The first round pays for code and pools. A leak of one kilobyte an event would be 10 MB by the end.
  const [warm = 0, ...later] = megabytes.slice(1);
  expect(Math.min(...later.slice(-2)) - warm, `resident megabytes by round: ${megabytes.join(", ")}`).toBeLessThan(
    -1000,
  );

  async function postRound(round: number): Promise<void> {
    const bodies = Array.from({ length: PER_ROUND }, (_, i) =>
      textBody({ waId: String(34_600_000_000 + (i % PEOPLE)), text: `hello ${i}`, id: `wamid.${round}.${i}` }),
    );
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
          expect(await postWebhook(service.url, secret, body)).toBe(200);
        }
      }),
    );
  }

  async function residentMegabytes(): Promise<number> {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    const bytes = /^process_resident_memory_bytes(?:\{.*\})? (\S+)$/m.exec(metrics)?.[1];
    return Math.round(Number(bytes) / 1e6);
  }
}, 300_000);

import { expect, onTestFinished, test } from "vitest";
import { REQUIRED_SCHEMA } from "../../src/platform/database.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { startApp } from "../support/start-app.ts";
import { startProcess } from "../support/start-process.ts";
import { waitFor } from "../support/wait-for.ts";

const anything: unknown = expect.anything();
const token = "a-token-of-thirty-two-characters";

test("the running service tells the same to those who may know, and states to everybody", async () => {
  const { url, app } = await startApp({ env: { HEALTH_TOKEN: `${token},another` }, claude: () => "overloaded" });
  const detailed = (headers: Record<string, string>) => fetch(`${url}/health/detailed`, { headers });
  await waitFor(async () => {
    const answer = await detailed({ authorization: `Bearer ${token}` });
    expect(await answer.json()).toMatchObject({
      status: "degraded", // by Supabase, which nothing answers for
      components: {
        redis: { status: "up", critical: true, metadata: {} },
        postgres: { status: "up", critical: true, metadata: { schema: REQUIRED_SCHEMA } },
        supabase: { status: "down", critical: false },
        queue: { status: "up", metadata: { workers: { inbox: { alive: true }, task: { alive: true } } } },
        langgraph: { status: "up", metadata: { compiled: true, engine: "claude", breaker: anything } },
        system: { status: "up" },
      },
    });
  });
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  expect(await (await detailed({})).text()).not.toMatch(/metadata|message|latency/);
  const metrics = await fetch(`${url}/metrics`, { headers: { authorization: "Bearer another" } });
  const text = await metrics.text();
  expect(text).toMatch(/^app_ready 1$/m);
  expect(text).toMatch(/^app_draining 0$/m);
  expect(text).toMatch(/^component_probe_age_seconds\{component="redis"\} [\d.]+$/m);
  await app.stop();
  expect(await app.metrics.registry.metrics()).toMatch(/^app_draining 1$/m);
});

test("without HEALTH_TOKEN production is warned once, and shows everything", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), LOG_LEVEL: "warn" });
  const service = await startProcess({ ...env, ENVIRONMENT: "production" });
  expect((await fetch(`${service.url}/metrics`)).status).toBe(200);
  expect(service.output().match(/Cure: set HEALTH_TOKEN/g)).toHaveLength(1);
});

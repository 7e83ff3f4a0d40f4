import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { startSupabaseGateway } from "../../sandbox/supabase.ts";
import { REQUIRED_SCHEMA } from "../../src/platform/database.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { listen } from "../support/small-redis.ts";
import { waitFor } from "../support/wait-for.ts";
import { startHealth } from "./start-health.ts";

const KEY = "the-key";

test("Supabase in use: its trouble stops traffic, and its return brings it back", async () => {
  const { gateway, env } = await supabase();
  const health = await startHealth(env);
  await waitFor(async () =>
    expect(await health.detailed()).toMatchObject({
      code: 200,
      status: "healthy",
      components: {
        supabase: { status: "up", critical: true, metadata: { schema: REQUIRED_SCHEMA } },
        postgres: { status: "not_configured", message: "DATABASE_URL is not set" },
        langgraph: { status: "not_configured" },
      },
    }),
  );
  const troubles = [
    ["hang", "supabase: timeout"],
    ["refuse", "supabase: unreachable"],
    ["unavailable", "supabase: failed with http_503"],
    ["unauthorized", "supabase: credentials refused"],
  ] as const;
  for (const [mode, error] of troubles) {
    gateway.mode = mode;
    await waitFor(async () => {
      const { code, errors } = await health.readiness();
      // A probe that hangs may be found hanging.
      expect([code, errors.map((text) => text.replace("no answer", "timeout"))]).toEqual([503, [error]]);
    });
    expect(await health.detailed()).toMatchObject({ code: 503, status: "unhealthy" });
    gateway.mode = "ok";
    await waitFor(async () => expect((await health.readiness()).code).toBe(200));
  }
});

test.each([
  ["garbage", 200, "<html>welcome</html>"],
  ["other JSON", 200, '{"schema":"four"}'],
  ["an error", 500, '{"message":"postgres://app:pw@10.0.0.7/db is away"}'],
])("a Supabase that answers %s is down, and nothing of its answer shows", async (_name, status, body) => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const health = await startHealth({ SUPABASE_URL: url, SUPABASE_KEY: KEY, REDIS_URL: redisUrl() });
  await waitFor(async () => {
    const { components, body: shown } = await health.detailed();
    expect(components["supabase"]?.message).toMatch(/^failed/);
    expect(shown).not.toMatch(/welcome|four|10\.0\.0\.7/);
  });
});

test("Supabase not in use only degrades", async () => {
  const { database, gateway, env } = await supabase();
  gateway.mode = "unauthorized";
  const health = await startHealth({ ...env, DATABASE_URL: database.url });
  await waitFor(async () =>
    expect(await health.detailed()).toMatchObject({
      code: 200,
      status: "degraded",
      components: {
        postgres: { status: "up", critical: true },
        supabase: { status: "down", critical: false, message: "credentials refused" },
      },
    }),
  );
  await waitFor(async () => expect((await health.readiness()).code).toBe(200));
});

test("a schema that is too old stops traffic through the transport in use and degrades the other", async () => {
  const { database, env } = await supabase();
  await database.pool.query(
    `create or replace function public.service_status(p json) returns json language sql as $$ select '{"schema": 3}'::json $$`,
  );
  const health = await startHealth({ ...env, DATABASE_URL: database.url });
  const message = `schema 3, needs ${REQUIRED_SCHEMA}`;
  await waitFor(async () =>
    expect(await health.detailed()).toMatchObject({
      code: 503,
      components: { postgres: { status: "down", message }, supabase: { status: "degraded", message } },
    }),
  );
  await waitFor(async () => expect((await health.readiness()).errors).toEqual([`postgres: ${message}`]));
});

async function supabase() {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const gateway = await startSupabaseGateway({ databaseUrl: database.url, key: KEY });
  onTestFinished(() => gateway.stop());
  return { database, gateway, env: { SUPABASE_URL: gateway.url, SUPABASE_KEY: KEY, REDIS_URL: redisUrl() } };
}

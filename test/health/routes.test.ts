import { fastify } from "fastify";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { createChecks } from "../../src/health/checks.ts";
import { createHealthRoutes } from "../../src/health/routes.ts";
import { createMetrics } from "../../src/metrics.ts";

const aNumber: unknown = expect.any(Number);
const aBoolean: unknown = expect.any(Boolean);
const restStatus: unknown = expect.stringMatching(/^(up|not_configured)$/);
const isoTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const all = [
  "/health",
  "/health/liveness",
  "/health/readiness",
  "/health/startup",
  "/health/railway",
  "/health/detailed",
  "/metrics",
];

test.each(all)("%s is never cached, and HEAD works", async (url) => {
  const { app } = await serve();
  for (const method of ["GET", "HEAD"] as const) {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
});

test("health says what runs and since when", async () => {
  const { app } = await serve();
  expect((await app.inject("/health")).json()).toEqual({
    status: "healthy",
    version: "abc123",
    environment: "staging",
    uptime_seconds: 90,
    timestamp: isoTime,
  });
});

test("railway names the deployment, and null where the platform says nothing", async () => {
  const { app } = await serve();
  expect((await app.inject("/health/railway")).json()).toEqual({
    status: "healthy",
    commit: "abc123",
    deployment: "d-1",
    environment: null,
    replica: null,
    region: null,
    domain: "jobs.example.com",
    uptime_seconds: 90,
  });
});

test("health, liveness, startup and railway touch no dependency", async () => {
  const { app, world } = await serve();
  for (const url of ["/health", "/health/liveness", "/health/startup", "/health/railway"]) {
    expect((await app.inject(url)).statusCode).toBe(200);
  }
  expect(world.probes).toBe(0);
});

test("liveness stays alive when everything else is down", async () => {
  const { app } = await serve({ redis: "down", transport: "down", pending: ["schema"], draining: true });
  const answer = await app.inject("/health/liveness");
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ status: "alive", event_loop_lag_ms: aNumber });
});

test("startup names what is missing, and once started is started for ever", async () => {
  const { app, world } = await serve({ pending: ["schema", "redis"] });
  const before = await app.inject("/health/startup");
  expect([before.statusCode, before.json()]).toEqual([503, { status: "starting", pending: ["schema", "redis"] }]);
  world.pending = [];
  const after = await app.inject("/health/startup");
  expect([after.statusCode, after.json()]).toEqual([200, { status: "started", pending: [] }]);
  world.pending = ["schema"];
  expect((await app.inject("/health/startup")).statusCode).toBe(200);
});

describe("readiness", () => {
  test("is given when both dependencies answer", async () => {
    const { app } = await serve();
    const answer = await app.inject("/health/readiness");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      status: "ready",
      components: {
        redis: { status: "up", critical: true, latency_ms: aNumber, checked_at: isoTime },
        supabase: { status: "up", critical: true },
        postgres: { status: "not_configured", critical: false, latency_ms: null, checked_at: isoTime },
      },
      errors: [],
    });
  });

  test.each([
    ["Redis is down", { redis: "down" }, "redis: refused"],
    ["the data transport is down", { transport: "down" }, "supabase: refused"],
    ["starting", { pending: ["schema"] }, "starting: schema"],
    ["draining", { draining: true }, "draining"],
  ] as const)("is refused while %s, and comes back", async (_name, trouble, error) => {
    const { app, world } = await serve(trouble);
    const answer = await app.inject("/health/readiness");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: "not_ready", errors: [error] });
    Object.assign(world, healthy());
    expect((await app.inject("/health/readiness")).statusCode).toBe(200);
  });
});

describe("detailed", () => {
  test("shows every component and invents nothing", async () => {
    const { app } = await serve();
    const answer = await app.inject("/health/detailed");
    const body = z.looseObject({ components: z.record(z.string(), z.unknown()) }).parse(answer.json());
    expect(answer.statusCode).toBe(200);
    expect(Object.keys(body.components).sort()).toEqual([
      "langgraph",
      "postgres",
      "queue",
      "redis",
      "supabase",
      "system",
    ]);
    for (const component of Object.values(body.components)) {
      expect(component).toMatchObject({
        status: restStatus,
        critical: aBoolean,
        checked_at: isoTime,
        metadata: {},
      });
      expect(component).toHaveProperty("latency_ms");
    }
    expect(body).toMatchObject({
      status: "healthy",
      timestamp: isoTime,
      components: { queue: { status: "not_configured" }, langgraph: { status: "not_configured" } },
      system: {
        memory: {
          rss_bytes: aNumber,
          heap_used_bytes: aNumber,
          heap_total_bytes: aNumber,
        },
        uptime_seconds: aNumber,
        cpu: { user_seconds: aNumber, system_seconds: aNumber },
      },
    });
  });

  test("is unhealthy when a critical component is down, and names no address", async () => {
    const { app } = await serve({ transport: "down" });
    const answer = await app.inject("/health/detailed");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: "unhealthy", components: { supabase: { message: "refused" } } });
    expect(answer.body).not.toContain("10.0.0.7");
  });

  test("starting or draining is no illness", async () => {
    const { app } = await serve({ pending: ["schema"], draining: true });
    expect((await app.inject("/health/detailed")).statusCode).toBe(200);
  });
});

describe("metrics", () => {
  test("are the registry's text, with what is running", async () => {
    const { app, metrics } = await serve();
    const answer = await app.inject("/metrics");
    expect(answer.headers["content-type"]).toBe(metrics.registry.contentType);
    expect(answer.body).toContain('app_info{version="abc123",environment="staging"} 1');
    expect(answer.body).toContain("# HELP turns_total");
  });

  test("do not wait for a dependency, and call the service unready before anybody looked", async () => {
    const { app, world } = await serve();
    world.hang = true;
    expect((await app.inject("/metrics")).body).toMatch(/^app_ready 0$/m);
  });

  test("follow the readiness between two scrapes, without another reader", async () => {
    const { app, world } = await serve();
    const scrape = async () => (await app.inject("/metrics")).body.match(/^app_ready (\d)$/m)?.[1];
    await scrape();
    expect(await scrape()).toBe("1");
    world.redis = "down";
    await scrape();
    expect(await scrape()).toBe("0");
    world.redis = "up";
    await scrape();
    expect(await scrape()).toBe("1");
    world.draining = true;
    expect(await scrape()).toBe("0");
  });
});

type World = ReturnType<typeof healthy>;

function healthy(): { redis: string; transport: string; pending: readonly string[]; draining: boolean } {
  return { redis: "up", transport: "up", pending: [], draining: false };
}

async function serve(trouble: Partial<World> = {}) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T12:00:00.000Z") });
  onTestFinished(() => void vi.useRealTimers());
  const world = { ...healthy(), ...trouble, hang: false, probes: 0 };
  const released = Promise.withResolvers<void>();
  onTestFinished(() => released.resolve());
  const probe = (name: "redis" | "transport") => async () => {
    world.probes++;
    if (world.hang) await released.promise;
    if (world[name] === "up") return;
    throw Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:6379"), { code: "ECONNREFUSED" });
  };
  const metrics = createMetrics();
  const checks = createChecks({
    redis: probe("redis"),
    transport: { name: "supabase", probe: probe("transport") },
    timeoutMs: 600_000,
    maxAgeMs: 0,
  });
  const routes = createHealthRoutes({
    config: {
      service: { version: "abc123", environment: "staging" },
      railway: {
        commit: "abc123",
        deployment: "d-1",
        environment: undefined,
        replica: undefined,
        region: undefined,
        domain: "jobs.example.com",
      },
    },
    checks,
    metrics,
    state: () => ({ pending: [...world.pending], draining: world.draining }),
    startedAt: Date.now() - 90_500,
  });
  const app = fastify();
  await app.register(routes);
  onTestFinished(() => app.close());
  return { app, world, metrics };
}

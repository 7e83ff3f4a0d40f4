import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Component, Components } from "../../src/health/component.ts";
import { createReadiness } from "../../src/health/readiness.ts";
import { createHealthRoutes } from "../../src/health/routes.ts";
import { createMetrics } from "../../src/metrics.ts";
import { serve as serveRoutes } from "../support/serve.ts";

const aNumber: unknown = expect.any(Number);
const aString: unknown = expect.any(String);
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

test("liveness stays alive when everything else is down", async () => {
  const { app } = await serve({ redis: "down", transport: "down", pending: ["schema"], draining: true });
  const answer = await app.inject("/health/liveness");
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ status: "alive", event_loop_lag_ms: aNumber });
});

test("startup names what is missing", async () => {
  const { app, world } = await serve({ pending: ["schema", "redis"] });
  const before = await app.inject("/health/startup");
  expect([before.statusCode, before.json()]).toEqual([503, { status: "starting", pending: ["schema", "redis"] }]);
  world.pending = [];
  const after = await app.inject("/health/startup");
  expect([after.statusCode, after.json()]).toEqual([200, { status: "started", pending: [] }]);
});

test("liveness fails while the loop was stuck not long ago", async () => {
  const { app, world } = await serve({ worstLagMs: 5_001, lagMs: 12 });
  const answer = await app.inject("/health/liveness");
  expect([answer.statusCode, answer.json()]).toEqual([503, { status: "stuck", event_loop_lag_ms: 12 }]);
  world.worstLagMs = 5_000;
  expect((await app.inject("/health/liveness")).statusCode).toBe(200);
});

describe("readiness", () => {
  test("is given when both dependencies answer", async () => {
    const { app } = await serve();
    const answer = await app.inject("/health/readiness");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      status: "ready",
      components: {
        redis: component({ critical: true }),
        supabase: component({ critical: true, metadata: { schema: 4 } }),
        postgres: component({ status: "not_configured", message: "DATABASE_URL is not set", latency_ms: null }),
      },
      errors: [],
    });
  });

  test.each([
    ["Redis is down", { redis: "down" }, "redis: refused"],
    ["the data transport is down", { transport: "down" }, "supabase: refused"],
    ["starting", { pending: ["schema"] }, "starting: schema"],
    ["nobody has looked yet", { probed: false, redis: "down" }, "starting: probes"],
    ["draining", { draining: true }, "draining"],
    ["the loop is slow", { stalledMs: 3_001 }, "overloaded"],
    ["too much waits for its commit", { fullness: 0.81 }, "overloaded"],
  ] as const)("is refused while %s, and comes back", async (_name, trouble, error) => {
    const { app, world } = await serve(trouble);
    const answer = await app.inject("/health/readiness");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: "not_ready", errors: [error] });
    Object.assign(world, healthy());
    expect((await app.inject("/health/readiness")).statusCode).toBe(200);
  });

  test("does not depend on what is not critical", async () => {
    const { app } = await serve({ queue: "down" });
    expect((await app.inject("/health/readiness")).statusCode).toBe(200);
  });
});

describe("detailed", () => {
  test("shows every component and the system", async () => {
    const { app } = await serve();
    const answer = await app.inject("/health/detailed");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      status: "healthy",
      components: { redis: { status: "up" }, queue: { status: "up", metadata: { workers: {} } } },
      system: { uptime_seconds: 90 },
      timestamp: isoTime,
    });
  });

  test("is unhealthy when a critical component is down", async () => {
    const { app } = await serve({ transport: "down" });
    const answer = await app.inject("/health/detailed");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: "unhealthy", components: { supabase: { message: "refused" } } });
  });

  test.each(["down", "degraded"] as const)("is degraded, with 200, when another is %s", async (queue) => {
    const { app } = await serve({ queue });
    const answer = await app.inject("/health/detailed");
    expect([answer.statusCode, answer.json()]).toEqual([200, expect.objectContaining({ status: "degraded" })]);
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
});

describe("with HEALTH_TOKEN", () => {
  const tokens = ["t".repeat(32), "u".repeat(32)];

  test.each(tokens)("either token opens everything", async (token) => {
    const { app } = await serve({}, tokens);
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.inject({ url: "/metrics", headers })).statusCode).toBe(200);
    const detailed = await app.inject({ url: "/health/detailed", headers });
    expect(detailed.json()).toHaveProperty("components.queue.metadata.workers");
    const readiness = await app.inject({ url: "/health/readiness", headers });
    expect(readiness.json()).toHaveProperty("components.supabase.metadata.schema");
  });

  test.each([
    {},
    { authorization: "" },
    { authorization: `Bearer ${"x".repeat(32)}` },
    { authorization: `Bearer ${tokens.join("")}` },
    { authorization: tokens[0] },
  ])("strangers see states and nothing else (%o)", async (headers) => {
    const { app } = await serve({ transport: "down", queue: "degraded" }, tokens);
    const metrics = await app.inject({ url: "/metrics", headers });
    expect([metrics.statusCode, metrics.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    expect(metrics.json()).toMatchObject({ error: { code: "bad_credentials" }, request_id: aString });

    const detailed = await app.inject({ url: "/health/detailed", headers });
    const states = {
      redis: { status: "up", critical: true },
      supabase: { status: "down", critical: true },
      postgres: { status: "not_configured", critical: false },
    };
    expect([detailed.statusCode, detailed.json()]).toEqual([
      503,
      { status: "unhealthy", components: { ...states, queue: { status: "degraded", critical: false } } },
    ]);
    const readiness = await app.inject({ url: "/health/readiness", headers });
    expect(readiness.json()).toEqual({ status: "not_ready", components: states, errors: ["supabase: refused"] });
    for (const url of ["/health", "/health/liveness", "/health/startup", "/health/railway"])
      expect((await app.inject({ url, headers })).statusCode).toBe(200);
  });
});

type World = ReturnType<typeof healthy>;

function healthy(): {
  redis: "up" | "down";
  transport: "up" | "down";
  queue: "up" | "down" | "degraded";
  pending: readonly string[];
  draining: boolean;
  probed: boolean;
  lagMs: number;
  worstLagMs: number;
  stalledMs: number;
  fullness: number;
} {
  return {
    redis: "up",
    transport: "up",
    queue: "up",
    pending: [],
    draining: false,
    probed: true,
    lagMs: 0.1,
    worstLagMs: 0,
    stalledMs: 0,
    fullness: 0,
  };
}

function component(given: Partial<Component>): Component {
  const message = given.status === "down" ? { message: "refused" } : {};
  return {
    status: "up",
    critical: false,
    latency_ms: 1.5,
    checked_at: "2026-11-20T12:00:00.000Z",
    metadata: {},
    ...message,
    ...given,
  };
}

/** The routes in the real server, on components and a heart that say what the test wants. */
async function serve(trouble: Partial<World> = {}, tokens?: string[]) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T12:00:00.000Z") });
  onTestFinished(() => void vi.useRealTimers());
  const world = { ...healthy(), ...trouble };
  const probes = {
    start: () => {},
    stop: () => {},
    ready: () => world.probed,
    snapshot: (): Components => ({
      redis: component({ critical: true, status: world.redis }),
      supabase: component({ critical: true, status: world.transport, metadata: { schema: 4 } }),
      postgres: component({ status: "not_configured", message: "DATABASE_URL is not set", latency_ms: null }),
      queue: component({ status: world.queue, metadata: { workers: {} } }),
    }),
  };
  const liveness = {
    start: () => {},
    stop: () => {},
    lagMs: () => world.lagMs,
    worstLagMs: () => world.worstLagMs,
    stalledMs: () => world.stalledMs,
  };
  const readiness = createReadiness({
    probes,
    liveness,
    state: () => ({ pending: [...world.pending], draining: world.draining }),
    fullness: () => world.fullness,
  });
  const metrics = createMetrics();
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
      health: { tokens, lagLimitMs: 5_000 },
    },
    probes,
    liveness,
    readiness,
    figures: () => ({ uptime_seconds: 90 }),
    metrics,
    readMetrics: () => metrics.registry.metrics(),
    startedAt: Date.now() - 90_500,
  });
  const { app } = await serveRoutes(routes);
  return { app, world, metrics };
}

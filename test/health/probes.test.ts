import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DatabaseError } from "../../src/errors.ts";
import { type Finding, ProbeError } from "../../src/health/component.ts";
import { createProbes } from "../../src/health/probes.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";

const TIMEOUT = 800;
/** Longer than any interval with its jitter. */
const ROUND = 2_400;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

test("before its first result a component is down, and nothing is ready", () => {
  const { probes, now } = watch();
  expect(now()).toMatchObject({ status: "down", critical: true, message: "not probed yet", latency_ms: null });
  expect(probes.ready()).toBe(false);
});

test("the first probe runs at once, the next about an interval later", async () => {
  const { probes, redis, answer, now } = watch();
  probes.start();
  await vi.advanceTimersByTimeAsync(25);
  await answer({ metadata: { schema: 4 } });
  expect(now()).toMatchObject({ status: "up", latency_ms: 25, metadata: { schema: 4 } });
  expect(now()).not.toHaveProperty("message");
  expect(probes.ready()).toBe(true);

  await vi.advanceTimersByTimeAsync(1_599);
  expect(redis.calls).toBe(1);
  await vi.advanceTimersByTimeAsync(ROUND - 1_599);
  expect(redis.calls).toBe(2);
});

test("readers cause nothing", async () => {
  const { probes, redis } = watch();
  probes.start();
  for (let reader = 0; reader < 1_000; reader++) probes.snapshot();
  expect(redis.calls).toBe(1);
});

test("what works only in part says so", async () => {
  const { probes, answer, now } = watch();
  probes.start();
  await answer({ degraded: "x".repeat(200) });
  expect(now()).toMatchObject({ status: "degraded", message: "x".repeat(100) });
});

describe("down", () => {
  test("is a component whose very first probe fails", async () => {
    const { probes, fail, now } = watch();
    probes.start();
    await fail(refused());
    expect(now()).toMatchObject({ status: "down", message: "refused", latency_ms: null, metadata: {} });
    expect(probes.ready()).toBe(true);
  });

  test("is one that was up only after a second failure in a row, which is looked for soon", async () => {
    const { answer, fail, nextRound, now, redis, probes } = watch();
    probes.start();
    await answer({ metadata: { schema: 4 } });
    await nextRound();
    await fail(refused());
    expect(now()).toMatchObject({ status: "up", message: "refused", latency_ms: null, metadata: { schema: 4 } });

    const before = redis.calls;
    await vi.advanceTimersByTimeAsync(500);
    expect(redis.calls).toBe(before + 1);
    await fail(refused());
    expect(now()).toMatchObject({ status: "down", message: "refused", metadata: {} });
  });

  test("is not one that fails now and then", async () => {
    const { answer, fail, nextRound, now, probes } = watch();
    probes.start();
    await answer();
    for (let round = 0; round < 5; round++) {
      await nextRound();
      await fail(refused());
      expect(now().status).toBe("up");
      await nextRound();
      await answer();
      expect(now()).not.toHaveProperty("message");
    }
  });

  test("is at once one that refuses our credentials", async () => {
    const { answer, fail, nextRound, now, probes } = watch();
    probes.start();
    await answer();
    await nextRound();
    await fail(new DatabaseError("service_status", "28P01"));
    expect(now()).toMatchObject({ status: "down", message: "credentials refused" });
  });

  test("ends with a single success", async () => {
    const { answer, fail, nextRound, now, probes } = watch();
    probes.start();
    await fail(new ProbeError("schema 3, needs 4", "schema too old"));
    expect(now()).toMatchObject({ status: "down", message: "schema 3, needs 4" });
    await nextRound();
    await answer();
    expect(now().status).toBe("up");
  });

  test("is one whose probe throws before it returns a promise", async () => {
    const { probes, now } = watch(() => {
      throw new Error("no client");
    });
    probes.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ status: "down", message: "failed" });
  });
});

describe("a probe that hangs", () => {
  test("is cut off at its deadline and told so", async () => {
    const { probes, redis, now } = watch();
    probes.start();
    await vi.advanceTimersByTimeAsync(TIMEOUT - 1);
    expect(redis.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(redis.signal?.aborted).toBe(true);
    expect(now()).toMatchObject({ status: "down", message: "timeout" });
  });

  test("is never joined by a second one, and does not hold up what is known", async () => {
    const { probes, redis, answer, nextRound, now } = watch();
    probes.start();
    await answer();
    await nextRound();
    await vi.advanceTimersByTimeAsync(TIMEOUT);
    expect(now()).toMatchObject({ status: "up", message: "timeout" });
    await vi.advanceTimersByTimeAsync(500);
    expect(now()).toMatchObject({ status: "down", message: "no answer", latency_ms: null });
    const before = redis.calls;
    await vi.advanceTimersByTimeAsync(10 * ROUND);
    expect(redis.calls).toBe(before);
    expect(probes.ready()).toBe(true);
  });

  test("shows in its age, which counts from the last one that ended", async () => {
    const { probes, answer, nextRound, metrics } = watch();
    probes.start();
    await vi.advanceTimersByTimeAsync(10 * ROUND);
    expect(await ageIn(metrics)).toBe((10 * ROUND) / 1_000);
    await answer();
    expect(await ageIn(metrics)).toBe(0);
    await nextRound();
    await vi.advanceTimersByTimeAsync(10 * ROUND);
    expect(await ageIn(metrics)).toBeGreaterThanOrEqual((10 * ROUND) / 1_000);
  });

  test("is followed by a fresh one as soon as it ends, and says nothing more itself", async () => {
    const { probes, redis, answer, nextRound, now } = watch();
    probes.start();
    await vi.advanceTimersByTimeAsync(TIMEOUT);
    await answer();
    expect(now()).toMatchObject({ status: "down", message: "timeout" });
    await nextRound();
    expect(redis.calls).toBe(2);
    await answer();
    expect(now().status).toBe("up");
  });

  test("leaves the other components alone", async () => {
    const slow = createProbe();
    const quick = vi.fn(async () => ({}));
    const { probes } = create({ slow: watched(slow.probe), quick: watched(quick) });
    probes.start();
    await vi.advanceTimersByTimeAsync(5 * ROUND);
    expect(slow.calls).toBe(1);
    expect(quick.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(probes.snapshot()).toMatchObject({ slow: { status: "down" }, quick: { status: "up" } });
  });
});

test("after a stop nothing is asked any more, and what is under way is told", async () => {
  const { probes, redis } = watch();
  probes.start();
  probes.stop();
  expect(redis.signal?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(10 * ROUND);
  expect(redis.calls).toBe(1);
});

test("what is not configured is neither asked nor counted", async () => {
  const { probes, metrics } = create({ postgres: "DATABASE_URL is not set" });
  probes.start();
  expect(probes.ready()).toBe(true);
  expect(probes.snapshot()["postgres"]).toMatchObject({
    status: "not_configured",
    critical: false,
    message: "DATABASE_URL is not set",
  });
  expect(await metrics.registry.metrics()).not.toMatch(/^component_\w+\{component="postgres"/m);
});

test("the metrics tell of state, age, duration and failures", async () => {
  const { probes, answer, fail, nextRound, metrics } = watch();
  probes.start();
  await answer();
  expect(await metrics.registry.metrics()).toContain('component_up{component="redis"} 1');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await ageIn(metrics)).toBe(1);
  await nextRound();
  await fail(refused());
  await nextRound();
  await fail(refused());
  const text = await metrics.registry.metrics();
  expect(text).toContain('component_up{component="redis"} 0');
  expect(text).toContain('component_probe_failures_total{component="redis",reason="refused"} 2');
  expect(text).toContain('component_probe_duration_seconds_count{component="redis"} 1');
});

function refused(): Error {
  return Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:6379"), { code: "ECONNREFUSED" });
}

async function ageIn(metrics: ReturnType<typeof createMetrics>): Promise<number> {
  const text = await metrics.registry.metrics();
  return Number(/^component_probe_age_seconds\{component="redis"\} ([\d.]+)$/m.exec(text)?.[1]);
}

function watched(probe: (signal: AbortSignal) => Promise<Finding>) {
  return { probe, critical: true, intervalMs: 2_000, timeoutMs: TIMEOUT };
}

function create(parts: Parameters<typeof createProbes>[0]) {
  const metrics = createMetrics();
  const log = createLogger({ logLevel: "silent", version: "test" });
  return { probes: createProbes(parts, { metrics, log }), metrics };
}

/** One component that answers when the test says so. */
function watch(given?: (signal: AbortSignal) => Promise<Finding>) {
  const redis = createProbe();
  const { probes, metrics } = create({ redis: watched(given ?? redis.probe) });
  return {
    probes,
    metrics,
    redis,
    now: () => {
      const component = probes.snapshot()["redis"];
      if (component === undefined) throw new Error("no component");
      return component;
    },
    answer: async (finding: Finding = {}) => {
      redis.pass(finding);
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (error: Error) => {
      redis.fail(error);
      await vi.advanceTimersByTimeAsync(0);
    },
    nextRound: async () => {
      const before = redis.calls;
      for (let waited = 0; redis.calls === before && waited < ROUND; waited += 10)
        await vi.advanceTimersByTimeAsync(10);
    },
  };
}

function createProbe() {
  let answer = Promise.withResolvers<Finding>();
  const state = {
    calls: 0,
    signal: undefined as AbortSignal | undefined,
    pass: (finding: Finding) => answer.resolve(finding),
    fail: (error: Error) => answer.reject(error),
    probe: (signal: AbortSignal) => {
      state.calls++;
      state.signal = signal;
      answer = Promise.withResolvers();
      return answer.promise;
    },
  };
  return state;
}

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DatabaseError } from "../../src/errors.ts";
import { createChecks, failureReason } from "../../src/health/checks.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

test("a thousand questions at once cost one probe for each component", async () => {
  const { checks, redis, transport } = create();
  const answers = Promise.all(Array.from({ length: 1000 }, () => checks.current()));
  redis.pass();
  transport.pass();
  for (const { redis: component } of await answers) expect(component.status).toBe("up");
  expect([redis.calls, transport.calls]).toEqual([1, 1]);
});

test("an answer serves until it is too old, then the dependency is asked again", async () => {
  const { checks, redis, transport } = create();
  await settle(checks, redis, transport);
  vi.advanceTimersByTime(999);
  await checks.current();
  expect(redis.calls).toBe(1);
  vi.advanceTimersByTime(1);
  const second = checks.current();
  expect(redis.calls).toBe(2);
  redis.fail(new Error("gone"));
  transport.pass();
  expect((await second).redis.status).toBe("down");
});

test("an up component has a latency and a time, a down component a reason", async () => {
  const { checks, redis, transport } = create();
  vi.setSystemTime("2026-11-20T12:00:00.000Z");
  const answer = checks.current();
  vi.advanceTimersByTime(25);
  transport.pass();
  redis.fail(Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:6379"), { code: "ECONNREFUSED" }));
  expect(await answer).toEqual({
    redis: {
      status: "down",
      critical: true,
      latency_ms: null,
      checked_at: "2026-11-20T12:00:00.025Z",
      message: "refused",
      metadata: {},
    },
    postgres: {
      status: "up",
      critical: true,
      latency_ms: 25,
      checked_at: "2026-11-20T12:00:00.025Z",
      metadata: {},
    },
    supabase: {
      status: "not_configured",
      critical: false,
      latency_ms: null,
      checked_at: "2026-11-20T12:00:00.025Z",
      message: "the other data transport is in use",
      metadata: {},
    },
  });
});

describe("a probe that hangs", () => {
  test("is cut off at the deadline, told so, and leaves the other alone", async () => {
    const { checks, redis, transport } = create();
    const answer = checks.current();
    transport.pass();
    await vi.advanceTimersByTimeAsync(799);
    expect(redis.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(redis.signal?.aborted).toBe(true);
    expect(await answer).toMatchObject({ redis: { status: "down", message: "timeout" }, postgres: { status: "up" } });
  });

  test("is never joined by a second one, and its component stays down without anybody waiting", async () => {
    const { checks, redis, transport } = create();
    transport.passAlways();
    const first = checks.current();
    await vi.advanceTimersByTimeAsync(800);
    await first;
    for (let round = 0; round < 3; round++) {
      vi.advanceTimersByTime(1_000);
      // Resolves although no timer runs.
      expect((await checks.current()).redis).toMatchObject({ status: "down", message: "no answer", latency_ms: null });
    }
    expect(redis.calls).toBe(1);
  });

  test("is replaced by a fresh one as soon as it ends", async () => {
    const { checks, redis, transport } = create();
    transport.passAlways();
    const first = checks.current();
    await vi.advanceTimersByTimeAsync(800);
    await first;
    redis.fail(new Error("aborted at last"));
    await vi.advanceTimersByTimeAsync(1_000);
    const second = checks.current();
    expect(redis.calls).toBe(2);
    redis.pass();
    expect((await second).redis.status).toBe("up");
  });

  test("does not overwrite what is known when it ends late", async () => {
    const { checks, redis, transport } = create();
    transport.passAlways();
    const first = checks.current();
    await vi.advanceTimersByTimeAsync(800);
    await first;
    redis.pass();
    await vi.advanceTimersByTimeAsync(0);
    expect(checks.latest()?.redis.message).toBe("timeout");
  });
});

test("a probe that throws before it returns a promise is a failure like any other", async () => {
  const broken = () => {
    throw new Error("no client");
  };
  const transport = { name: "supabase" as const, probe: broken };
  const checks = createChecks({ redis: broken, transport, timeoutMs: 800, maxAgeMs: 1_000 });
  expect(await checks.current()).toMatchObject({
    redis: { status: "down" },
    supabase: { status: "down" },
    postgres: { status: "not_configured" },
  });
});

test("the latest results are there without a probe", async () => {
  const { checks, redis, transport } = create();
  expect(checks.latest()).toBeUndefined();
  await settle(checks, redis, transport);
  vi.advanceTimersByTime(60_000);
  expect(checks.latest()?.redis.status).toBe("up");
  expect(redis.calls).toBe(1);
});

test.each([
  ["refused", Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:6379"), { code: "ECONNREFUSED" })],
  ["host name unknown", Object.assign(new Error("getaddrinfo ENOTFOUND db.internal"), { code: "ENOTFOUND" })],
  ["timeout", new DOMException("The operation timed out", "TimeoutError")],
  ["timeout", new DatabaseError("service_status", "timeout")],
  ["unreachable", new DatabaseError("service_status", "unreachable")],
  ["credentials refused", new DatabaseError("service_status", "28P01")],
  ["failed with 57P03", new DatabaseError("service_status", "57P03")],
  ["refused", new TypeError("fetch failed", { cause: Object.assign(new Error("10.0.0.7"), { code: "ECONNREFUSED" }) })],
  ["unreachable", new Error("Stream isn't writeable and enableOfflineQueue options is false")],
  ["NOAUTH", Object.assign(new Error("NOAUTH Authentication required"), { name: "ReplyError" })],
  ["LOADING", Object.assign(new Error("LOADING Redis is loading 10.0.0.7"), { name: "ReplyError" })],
  ["failed", Object.assign(new Error("redis://default:pw@10.0.0.7"), { name: "ReplyError" })],
  ["failed", Object.assign(new Error("x"), { code: "redis://default:pw@10.0.0.7:6379" })],
  ["failed", new Error("postgres://app:pw@10.0.0.7/db is away")],
  ["failed", "postgres://app:pw@10.0.0.7/db"],
])("the reason is %s, never the driver's words", (reason, error) => {
  expect(failureReason(error)).toBe(reason);
});

function create() {
  const redis = createProbe();
  const transport = createProbe();
  const checks = createChecks({
    redis: redis.probe,
    transport: { name: "postgres", probe: transport.probe },
    timeoutMs: 800,
    maxAgeMs: 1_000,
  });
  return { checks, redis, transport };
}

/** A dependency that answers when the test says so. */
function createProbe() {
  let answer = Promise.withResolvers<void>();
  let always = false;
  const state = {
    calls: 0,
    signal: undefined as AbortSignal | undefined,
    pass: () => answer.resolve(),
    passAlways: () => {
      always = true;
      answer.resolve();
    },
    fail: (error: Error) => answer.reject(error),
    probe: (signal: AbortSignal) => {
      state.calls++;
      state.signal = signal;
      if (!always) answer = Promise.withResolvers();
      return answer.promise;
    },
  };
  return state;
}

async function settle(checks: ReturnType<typeof createChecks>, ...probes: { pass(): void }[]) {
  const answer = checks.current();
  for (const probe of probes) probe.pass();
  return answer;
}

import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { type Agents, createLanggraphProbe } from "../../src/health/langgraph.ts";
import { createProbeRedis } from "../../src/health/redis.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { redisUrl } from "../support/database.ts";

type Breakers = ReturnType<Agents["breakers"]>;

test("a graph that is compiled and keeps checkpoints is up, and leaves no key behind", async () => {
  const { probe, prefix } = langgraph({ small: "closed", large: "closed" });
  const { degraded, metadata } = await probe();
  expect(degraded).toBeUndefined();
  expect(metadata).toEqual({
    compiled: true,
    engine: "claude",
    breaker: { small: "closed", large: "closed" },
    checkpoint: { round_trip_ms: aNumber },
    budget_left_usd: null,
    encryption: "off",
  });
  const redis = new Redis(redisUrl());
  onTestFinished(() => redis.disconnect());
  expect(await redis.keys(`${prefix}:*`)).toEqual([]);
});

test.each<[string, Agents["engine"], Breakers, string, string | undefined]>([
  ["both models away", "auto", { small: "open", large: "open" }, "rules", "not asked for a while: small, large"],
  ["models that the next turn tries again", "auto", { small: "half_open", large: "half_open" }, "claude", undefined],
  ["one model away", "claude", { small: "open", large: "closed" }, "claude", "not asked for a while: small"],
  ["the rules alone", "rules", {}, "rules", undefined],
  ["switched off", "off", {}, "off", undefined],
])(
  "%s: the engine that answers is told, to people and in the metrics",
  async (_name, configured, breakers, ...expected) => {
    const { probe, metrics } = langgraph(breakers, { engine: configured });
    const { degraded, metadata } = await probe();
    expect([metadata?.["engine"], degraded]).toEqual(expected);
    const text = await metrics.registry.metrics();
    for (const engine of ["claude", "rules", "off"])
      expect(text).toContain(`agent_engine{engine="${engine}"} ${engine === expected[0] ? 1 : 0}`);
    for (const [model, state] of Object.entries(breakers))
      expect(text).toContain(`model_breaker_open{model="${model}"} ${state === "open" ? 1 : 0}`);
  },
);

test("without a Redis it works on and says what is missing", async () => {
  const { probe } = langgraph({}, { url: "redis://127.0.0.1:9" });
  expect(await probe()).toMatchObject({
    degraded: "checkpoints: refused",
    metadata: { compiled: true, checkpoint: { error: "refused" }, encryption: "off" },
  });
  const sealing = langgraph({}, { url: "redis://127.0.0.1:9", fingerprints: ["ours"] });
  expect(await sealing.probe()).toMatchObject({ metadata: { encryption: "unknown" } });
});

test("a key is told by who has sealed last: ours, one that is being replaced, or somebody else's", async () => {
  const prefix = `probe-test-${randomUUID()}`;
  const redis = new Redis(redisUrl());
  onTestFinished(async () => {
    await redis.del(`${prefix}:sealed-with`);
    redis.disconnect();
  });
  const stateOf = async (...fingerprints: string[]) => {
    const { degraded, metadata } = await langgraph({}, { prefix, fingerprints }).probe();
    return [metadata?.["encryption"], degraded];
  };

  expect(await stateOf("old")).toEqual(["on", undefined]);
  expect(await stateOf("new")).toEqual(["wrong key", "checkpoints: sealed with another key"]);
  expect(await stateOf("old")).toEqual(["on", undefined]);
  expect(await stateOf("new", "old")).toEqual(["on", undefined]);
  expect(await stateOf("new")).toEqual(["on", undefined]);
  expect(await redis.ttl(`${prefix}:sealed-with`)).toBeGreaterThan(13 * 86_400);
});

const aNumber: unknown = expect.any(Number);

function langgraph(
  breakers: Breakers,
  given: { engine?: Agents["engine"]; url?: string; prefix?: string; fingerprints?: string[] } = {},
) {
  const metrics = createMetrics();
  const log = createLogger({ logLevel: "silent", version: "test" });
  const redis = createProbeRedis({ url: given.url ?? redisUrl() }, log);
  onTestFinished(() => redis.close());
  const prefix = given.prefix ?? `probe-test-${process.pid}`;
  const agents: Agents = {
    engine: given.engine ?? "auto",
    compiled: true,
    breakers: () => breakers,
    checkpointPrefix: prefix,
    fingerprints: given.fingerprints ?? [],
  };
  const probe = createLanggraphProbe(agents, redis, metrics);
  return { probe: () => probe(new AbortController().signal), metrics, prefix };
}

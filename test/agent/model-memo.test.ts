import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { defineTask } from "../../src/agent/model.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { counted, LARGE, SMALL, startClaude } from "./claude.ts";
import { redis } from "./create-saver.ts";
import { never } from "./turns.ts";

const task = defineTask({
  agent: "extraction",
  system: "You answer.",
  schema: z.object({ n: z.int() }),
  maxTokens: 50,
  deadlineMs: 20_000,
});

/** Answers with the number of the call. */
async function startCounting() {
  const world = await startClaude();
  let calls = 0;
  world.claude.answer = () => ({ n: ++calls });
  return { ...world, question: { background: null, user: randomUUID() }, model: world.create() };
}

test("an answer that was paid is not paid again by a turn that runs again", async () => {
  const { model, question, claude, metrics } = await startCounting();
  const first = await model.ask(task, question, false, never);

  const again = await model.ask(task, question, true, never);

  expect(again.value).toEqual({ n: 1 });
  expect(again.usage).toEqual({
    input: 0,
    cacheRead: 0,
    cacheWrite: 0,
    output: 0,
    model: SMALL,
    costUsd: 0,
    memo: true,
  });
  expect(claude.requests).toHaveLength(1);
  const [cost] = await counted(metrics.modelCost);
  expect(cost).toMatchObject({ value: first.usage.costUsd });
});

test("what is not kept is asked in a second run as well", async () => {
  const { model, question, claude } = await startCounting();
  const { usage } = await model.ask(task, question, true, never);
  expect(usage.memo).toBe(false);
  expect(claude.requests).toHaveLength(1);
});

test("a new turn that asks the same is answered anew", async () => {
  const { model, question } = await startCounting();
  await model.ask(task, question, false, never);
  expect((await model.ask(task, question, false, never)).value).toEqual({ n: 2 });
  // The newest answer is the one that is kept.
  expect((await model.ask(task, question, true, never)).value).toEqual({ n: 2 });
});

test("a memo answers its own question only", async () => {
  const { model, question, create } = await startCounting();
  await model.ask(task, question, false, never);
  const { agent, system, schema, maxTokens, deadlineMs } = task;
  const otherSystem = defineTask({ agent, system: `${system} Please.`, schema, maxTokens, deadlineMs });
  const otherSchema = defineTask({ agent, system, schema: z.object({ n: z.number() }), maxTokens, deadlineMs });

  const others = [
    await model.ask(task, { ...question, user: `${question.user} ` }, true, never),
    await model.ask(task, { ...question, background: "{}" }, true, never),
    await model.ask(otherSystem, question, true, never),
    await model.ask(otherSchema, question, true, never),
    await create(LARGE).ask(task, question, true, never),
  ];

  expect(others.map(({ value }) => value.n)).toEqual([2, 3, 4, 5, 6]);
  expect(others.map(({ usage }) => usage.memo)).toEqual([false, false, false, false, false]);
});

test("a failure is not kept", async () => {
  const { model, question, claude } = await startCounting();
  claude.script([{ kind: "refusal" }]);
  await expect(model.ask(task, question, false, never)).rejects.toMatchObject({ reason: "refused" });
  expect((await model.ask(task, question, true, never)).value).toEqual({ n: 1 });
});

describe("a memo that cannot be used only costs money", () => {
  test.each([
    ["no JSON", "{not json"],
    ["JSON of another kind", "[1,2]"],
    ["a value of another shape", '{"value":{"n":"one"},"usage":{}}'],
    ["null", "null"],
  ])("%s", async (_what, stored) => {
    const { model, question } = await startCounting();
    const key = await memoKey(() => model.ask(task, question, false, never));
    await redis.set(key, stored, "KEEPTTL");

    expect(await model.ask(task, question, true, never)).toMatchObject({ value: { n: 2 }, usage: { memo: false } });
  });

  test("a key of another type", async () => {
    const { model, question } = await startCounting();
    const key = await memoKey(() => model.ask(task, question, false, never));
    await redis.del(key);
    await redis.rpush(key, "x");

    expect(await model.ask(task, question, true, never)).toMatchObject({ value: { n: 2 }, usage: { memo: false } });
  });

  test("a Redis that is away", async () => {
    const { create, question, log, claude } = await startCounting();
    const away = createRedis({ url: "redis://127.0.0.1:9" }, log);
    onTestFinished(() => away.disconnect());
    const model = create(SMALL, away);

    expect((await model.ask(task, question, true, never)).value).toEqual({ n: 1 });
    expect((await model.ask(task, question, true, never)).value).toEqual({ n: 2 });
    expect(claude.requests).toHaveLength(2);
  });

  test("and it is gone after an hour", async () => {
    const { model, question } = await startCounting();
    const key = await memoKey(() => model.ask(task, question, false, never));
    const seconds = await redis.ttl(key);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(await redis.get(key)).not.toContain(question); // no words of the candidate
  });
});

/** The key that a call makes. Other tests write memos too: it is the one whose value is only ours. */
async function memoKey(call: () => Promise<unknown>): Promise<string> {
  const before = new Set(await redis.keys("memo:*"));
  await call();
  for (const key of await redis.keys("memo:*")) {
    if (before.has(key)) continue;
    const kept = (await redis.type(key)) === "string" ? await redis.get(key) : null;
    if (kept?.startsWith('{"value":{"n":1}')) return key;
  }
  throw new Error("the call left no memo");
}

import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineTask } from "../../src/agent/model.ts";
import { costOf } from "../../src/agent/models.ts";
import { askOnce, counted, LARGE, observed, SMALL, startClaude } from "./claude.ts";
import { never } from "./turns.ts";

/** Longer than what the provider keeps in its cache at least. */
const system = `You answer questions. ${"Be short. ".repeat(600)}`;
const task = defineTask({
  agent: "router",
  system,
  schema: z.object({ word: z.string() }),
  maxTokens: 123,
  deadlineMs: 20_000,
});
const promptOf = (user: string, background: string | null = null) => ({ background, user });
const newPrompt = () => promptOf(JSON.stringify({ messages: [{ text: randomUUID() }] }));

describe("the request", () => {
  test.each([
    [SMALL, { type: "disabled" }],
    [LARGE, { type: "between_tools" }],
  ])("to %s holds the instructions for the cache, the schema, the data and nothing else", async (model, thinking) => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    const question = newPrompt();

    const { value } = await create(model).ask(task, question, false, never);

    expect(value).toEqual({ word: "yes" });
    // Complete: no tools, no prefill, no sampling parameters, no second message.
    expect(claude.requests.map(({ body }) => body)).toEqual([
      {
        model,
        max_tokens: 123,
        system: [{ type: "text", text: system, cache_control: { type: "ephemeral", ttl: "1h" } }],
        messages: [{ role: "user", content: question.user }],
        output_config: {
          effort: "low",
          format: {
            type: "json_schema",
            schema: {
              type: "object",
              properties: { word: { type: "string" } },
              required: ["word"],
              additionalProperties: false,
            },
          },
        },
        thinking,
      },
    ]);
    // The fake takes a key in Authorization: Bearer only, and refuses the call without a version.
    expect(claude.requests[0]?.status).toBe(200);
  });

  test("keeps what stays the same for the cache behind the instructions, and is read from there", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    const model = create();
    const background = JSON.stringify({ vacancy: randomUUID().repeat(100) });
    const cacheControl = { type: "ephemeral", ttl: "1h" };

    await askOnce(model, task);
    const first = await model.ask(task, promptOf(randomUUID(), background), false, never);
    const second = await model.ask(task, promptOf(randomUUID(), background), false, never);

    expect(claude.requests[1]?.body).toMatchObject({
      system: [
        { type: "text", text: system, cache_control: cacheControl },
        { type: "text", text: background, cache_control: cacheControl },
      ],
    });
    const instructions = Math.ceil(system.length / 4);
    expect(first.usage.cacheRead).toBe(instructions);
    expect(first.usage.cacheWrite).toBeGreaterThan(0);
    expect(second.usage).toMatchObject({ cacheRead: instructions + first.usage.cacheWrite, cacheWrite: 0 });
  });

  test("an unknown model is refused at the start, not in the first turn", async () => {
    const { create } = await startClaude();
    expect(() => create("claude-unknown-9")).toThrow("claude-unknown-9");
  });

  test("the hash of a prompt follows its text and its schema", () => {
    const { agent, schema, maxTokens, deadlineMs } = task;
    const same = defineTask({ agent, system, schema, maxTokens: 7, deadlineMs });
    const otherText = defineTask({ agent, system: `${system}!`, schema, maxTokens, deadlineMs });
    const otherSchema = defineTask({
      agent,
      system,
      schema: z.object({ sentence: z.string() }),
      maxTokens,
      deadlineMs,
    });
    expect(same.promptHash).toBe(task.promptHash);
    expect(new Set([task, otherText, otherSchema].map(({ promptHash }) => promptHash)).size).toBe(3);
  });
});

describe("the answer", () => {
  test("is read behind a thinking block", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    claude.script([{ kind: "thinking-first" }]);
    expect((await askOnce(create(), task)).value).toEqual({ word: "yes" });
  });

  test("comes without what a database cannot hold", async () => {
    const { create } = await startClaude(() => String.raw`{"word":"a\u0000b\ud800c 😀"}`);
    expect((await askOnce(create(), task)).value).toEqual({ word: "a\uFFFDb\uFFFDc 😀" });
  });
});

describe("the cost", () => {
  test.each([
    [SMALL, { input: 1_000_000, cacheRead: 0, cacheWrite: 0, output: 0 }, 0.1],
    [SMALL, { input: 0, cacheRead: 1_000_000, cacheWrite: 0, output: 0 }, 0.01],
    [SMALL, { input: 0, cacheRead: 0, cacheWrite: 1_000_000, output: 0 }, 0.2],
    [SMALL, { input: 0, cacheRead: 0, cacheWrite: 0, output: 1_000_000 }, 0.5],
    [LARGE, { input: 100, cacheRead: 2_000, cacheWrite: 3_000, output: 50 }, 0.0131],
  ])("%s: each kind of token at its own price", (model, tokens, usd) => {
    expect(costOf(model, tokens)).toBeCloseTo(usd, 10);
  });

  test("the first call writes the instructions into the cache, the next one reads them, and both are counted", async () => {
    const { create, metrics } = await startClaude(() => ({ word: "yes" }));
    const model = create();

    const first = (await askOnce(model, task)).usage;
    const second = (await askOnce(model, task)).usage;

    const cached = Math.ceil(system.length / 4);
    expect(first).toMatchObject({ cacheRead: 0, cacheWrite: cached, model: SMALL, memo: false });
    expect(second).toMatchObject({ cacheRead: cached, cacheWrite: 0, model: SMALL, memo: false });
    expect(first.costUsd).toBeCloseTo((first.input * 0.1 + cached * 0.2 + first.output * 0.5) / 1e6, 12);
    expect(second.costUsd).toBeCloseTo((second.input * 0.1 + cached * 0.01 + second.output * 0.5) / 1e6, 12);
    expect(second.input).toBeGreaterThan(0);
    expect(second.output).toBeGreaterThan(0);

    const labels = {
      gen_ai_operation_name: "chat",
      gen_ai_provider_name: "anthropic",
      gen_ai_request_model: SMALL,
      agent: "router",
    };
    expect(await observed(metrics.modelOperationDuration)).toMatchObject([{ ...labels, error_type: "", count: 2 }]);
    expect(await observed(metrics.modelTokenUsage)).toEqual([
      { ...labels, gen_ai_token_type: "input", count: 2, sum: first.input + second.input },
      { ...labels, gen_ai_token_type: "output", count: 2, sum: first.output + second.output },
      { ...labels, gen_ai_token_type: "cache_read", count: 2, sum: cached },
      { ...labels, gen_ai_token_type: "cache_write", count: 2, sum: cached },
    ]);
    expect(await counted(metrics.modelCost)).toEqual([
      { agent: "router", model: SMALL, value: first.costUsd + second.costUsd },
    ]);
  });
});

test.each([9_001, 14_873, 12_345.678])("what is left of a turn's time may be any number: %d ms", async (deadlineMs) => {
  const { create } = await startClaude(() => ({ word: "yes" }));
  expect((await askOnce(create(), { ...task, deadlineMs })).value).toEqual({ word: "yes" });
});

test("neither errors nor logs nor metrics hold what a candidate wrote, or the key", async () => {
  const secret = `secret-${createHash("sha256").update(randomUUID()).digest("hex")}`;
  const { claude, apiKey, create, lines, metrics } = await startClaude(() => `no JSON but ${secret}`);
  const model = create();
  const messages: string[] = [];
  const ask = async () => {
    const error: unknown = await model
      .ask({ ...task, deadlineMs: 5_000 }, promptOf(JSON.stringify({ text: secret })), true, never)
      .catch((reason: unknown) => reason);
    messages.push(error instanceof Error ? `${error.message} ${error.stack} ${String(error.cause)}` : "no error");
  };

  await ask();
  claude.script([{ kind: "status", http: 400, type: secret }]);
  await ask();
  claude.script([{ kind: "status", http: 401, type: apiKey }]);
  await ask();
  for (let call = 0; call < 2; call += 1) {
    claude.script([{ kind: "invalid-body" }, { kind: "reset" }, { kind: "status", http: 529, type: secret }]);
    await ask();
  }

  expect(messages).toHaveLength(5);
  expect(lines.join("\n")).toContain("model is away");
  const everything = [...messages, ...lines, await metrics.registry.metrics()].join("\n");
  expect(everything).toContain("ModelError");
  for (const word of [secret, apiKey]) expect(everything).not.toContain(word);
});

import Anthropic from "@anthropic-ai/sdk";
import { jsonSchemaOutputFormat } from "@anthropic-ai/sdk/helpers/json-schema";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";

let fake: FakeClaude;
let client: Anthropic;

beforeEach(async () => {
  fake = await startFakeClaude({ apiKey: "the-key" });
  client = new Anthropic({ apiKey: "the-key", baseURL: fake.url, maxRetries: 0 });
});

afterEach(async () => {
  vi.useRealTimers();
  await fake.stop();
});

const object = { type: "object", properties: {}, additionalProperties: false } as const;

test("an identical prefix is read from the cache, and one changed byte is not", async () => {
  const [first, again] = [await usageOf({ system: long("a", 4000) }), await usageOf({ system: long("a", 4000) })];
  expect(first).toMatchObject({
    input_tokens: 1,
    cache_creation_input_tokens: 1000,
    cache_creation: { ephemeral_1h_input_tokens: 1000, ephemeral_5m_input_tokens: 0 },
    cache_read_input_tokens: 0,
  });
  expect(again).toMatchObject({ input_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 1000 });
  expect(await usageOf({ system: long("b", 4000) })).toMatchObject({ cache_read_input_tokens: 0 });
  const toolsBefore = { system: long("a", 4000), tools: [{ name: "t", input_schema: object }] };
  expect(await usageOf(toolsBefore)).toMatchObject({ cache_read_input_tokens: 0 });
  const formatBefore = { system: long("a", 4000), output_config: { format: jsonSchemaOutputFormat(object) } };
  expect(await usageOf(formatBefore)).toMatchObject({ cache_read_input_tokens: 0 });
});

test.each([
  ["claude-haiku-5-5", 512],
  ["claude-sonnet-5-5", 1024],
  ["claude-opus-5-5", 1024],
  ["claude-haiku-4-5", 4096],
])("%s caches from %i tokens on", async (model, minimum) => {
  for (const tokens of [minimum - 1, minimum]) {
    const request = { model, system: long("a", tokens * 4) };
    const [written, read] = [await usageOf(request), await usageOf(request)];
    const expected = tokens < minimum ? 0 : tokens;
    expect(written).toMatchObject({ cache_creation_input_tokens: expected, cache_read_input_tokens: 0 });
    expect(read).toMatchObject({ cache_creation_input_tokens: 0, cache_read_input_tokens: expected });
    expect(read.input_tokens).toBe(tokens + 1 - expected);
  }
});

test("a prefix belongs to its model", async () => {
  const system = long("a", 8000);
  await usageOf({ system });
  expect(await usageOf({ system, model: "claude-sonnet-5-5" })).toMatchObject({ cache_read_input_tokens: 0 });
  expect(await usageOf({ system })).toMatchObject({ cache_read_input_tokens: 2000 });
});

test("from a breakpoint the cache looks back over 20 blocks and no further", async () => {
  const block = { type: "text" as const, text: "abcd" };
  const start = { ...block, text: "a".repeat(4000) };
  const breakpoint = { ...block, cache_control: { type: "ephemeral" as const } };
  await usageOf({ system: [{ ...breakpoint, text: start.text }] });
  const reads: unknown[] = [];
  for (const between of [19, 18]) {
    const system = [start, ...Array.from({ length: between }, () => block), breakpoint];
    reads.push((await usageOf({ system })).cache_read_input_tokens);
  }
  expect(reads).toStrictEqual([0, 1000]);
});

test("a growing conversation reads what the turn before wrote", async () => {
  const turn = (content: string) => ({ role: "user" as const, content });
  const cacheControl = { cache_control: { type: "ephemeral" } } as const;
  await usageOf({ ...cacheControl, system: "x".repeat(4000), messages: [turn("abcd")] });
  const grown = [turn("abcd"), turn("e".repeat(40))];
  expect(await usageOf({ ...cacheControl, system: "x".repeat(4000), messages: grown })).toMatchObject({
    input_tokens: 0,
    cache_read_input_tokens: 1001,
    cache_creation: { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 0 },
  });
});

test("a prefix is forgotten after its time, and reading it renews that time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const system = [{ type: "text" as const, text: "a".repeat(4000), cache_control: { type: "ephemeral" as const } }];
  const reads: unknown[] = [];
  for (const minutes of [0, 4, 4, 6]) {
    vi.setSystemTime(Date.now() + minutes * 60_000);
    reads.push((await usageOf({ system })).cache_read_input_tokens);
  }
  expect(reads).toStrictEqual([0, 1000, 1000, 0]);
});

test("calls that run at the same time do not read from each other, and a failed one leaves nothing", async () => {
  const system = long("a", 4000);
  fake.script([{ kind: "status", http: 529, type: "overloaded_error" }]);
  await expect(usageOf({ system })).rejects.toThrow("529");
  const arrived = Promise.withResolvers<void>();
  fake.onRequest(() => fake.requests.length === 3 && arrived.resolve());
  fake.answer = () => arrived.promise;
  const together = await Promise.all([usageOf({ system }), usageOf({ system })]);
  expect(together).toMatchObject([{ cache_read_input_tokens: 0 }, { cache_read_input_tokens: 0 }]);
});

/** A system prompt of that many characters with a breakpoint of an hour behind it. */
function long(letter: string, characters: number): Anthropic.TextBlockParam[] {
  return [{ type: "text", text: letter.repeat(characters), cache_control: { type: "ephemeral", ttl: "1h" } }];
}

async function usageOf(change: Partial<Anthropic.MessageCreateParamsNonStreaming>): Promise<Anthropic.Usage> {
  const messages = [{ role: "user" as const, content: "Hola" }];
  const message = await client.messages.create({ model: "claude-haiku-5-5", max_tokens: 1000, messages, ...change });
  return message.usage;
}

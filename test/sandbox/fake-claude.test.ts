import Anthropic, { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";

const apiKey = "the-key";
const aString: unknown = expect.any(String);
const aNumber: unknown = expect.any(Number);
const soon = { timeout: 10_000 };
const profile = z.object({
  name: z.string().min(2).nullable(),
  role: z.enum(["driver", "cook"]),
  skills: z.string().array(),
});
const structured = { output_config: { format: zodOutputFormat(profile) } };
let fake: FakeClaude;
let client: Anthropic;

beforeEach(async () => {
  fake = await startFakeClaude({ apiKey });
  client = new Anthropic({ apiKey, baseURL: fake.url, maxRetries: 0 });
});

afterEach(async () => {
  await fake.stop();
});

test("without an answer function the SDK gets a minimal message that fits the schema", async () => {
  const message = await client.messages.parse(call(structured));
  expect(message.parsed_output).toStrictEqual({ name: null, role: "driver", skills: [] });
  expect(message.id).toMatch(/^msg_/);
  expect(message).toMatchObject({
    type: "message",
    role: "assistant",
    model: "claude-haiku-5-5",
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: { input_tokens: 1, cache_read_input_tokens: 0, cache_creation_input_tokens: 0, service_tier: "standard" },
  });
  expect(message.usage.output_tokens).toBeGreaterThan(0);
  expect(fake.requests).toMatchObject([{ status: 200, body: { messages: [{ role: "user", content: "Hola" }] } }]);
  expect(JSON.stringify(fake.requests)).not.toContain(apiKey);
});

test("a minimal answer satisfies formats, references, lists and unions", async () => {
  const address = z.object({ street: z.string() });
  const everything = z.object({
    at: z.iso.datetime(),
    id: z.uuid(),
    home: address,
    work: address,
    tags: z.string().array().min(1),
    either: z.union([z.number(), z.boolean()]),
    kind: z.literal("candidate"),
    note: z.string().optional(),
  });
  const { parsed_output } = await client.messages.parse(
    call({ output_config: { format: zodOutputFormat(everything) } }),
  );
  expect(parsed_output).toMatchObject({ home: { street: "" }, tags: [""], either: 0, kind: "candidate" });
  expect(parsed_output).not.toHaveProperty("note");
});

test("the answer function sees the request and gives an object or a text", async () => {
  fake.answer = async ({ messages }) => ({ name: messages[0]?.content, role: "cook", skills: [] });
  const message = await client.messages.parse(call(structured));
  expect(message.parsed_output).toStrictEqual({ name: "Hola", role: "cook", skills: [] });
  fake.answer = () => "Buenas";
  const text = await client.messages.create(call({}));
  expect(text.content).toMatchObject([{ type: "text", text: "Buenas" }]);
  expect(text._request_id).toMatch(/^req_/);
  fake.answer = () => {
    throw new Error("the test is wrong");
  };
  const error = await failureOf(client.messages.create(call({})));
  expect(error).toMatchObject({ status: 500, type: "api_error" });
  expect(error.message).toContain("the test is wrong");
});

test.each([
  ["a wrong key", { authorization: "Bearer another" }, 401, "authentication_error"],
  ["the key in x-api-key", { authorization: "", "x-api-key": apiKey }, 401, "authentication_error"],
  ["no version", { "anthropic-version": "" }, 400, "invalid_request_error"],
])("%s is refused", async (_name, headers, status, type) => {
  const response = await post(call({}), headers);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ type: "error", error: { type } });
  expect(JSON.stringify(fake.requests)).not.toContain(apiKey);
});

test("a body that is no JSON, too long or for another path is refused in the API's shape", async () => {
  expect((await post("{")).status).toBe(400);
  const tooLong = await failureOf(client.messages.create(call({ system: "x".repeat(32 * 1024 * 1024) })));
  expect(tooLong).toMatchObject({ status: 413, type: "request_too_large", requestID: aString });
  expect(fake.requests).toMatchObject([
    { body: "{", status: 400 },
    { body: null, status: 413 },
  ]);
  const elsewhere = await fetch(`${fake.url}/v1/complete`, { method: "POST" });
  expect(await elsewhere.json()).toMatchObject({ error: { type: "not_found_error" }, request_id: aString });
});

test("an answer longer than max_tokens is cut", async () => {
  fake.answer = () => "a".repeat(41);
  const cut = await client.messages.create(call({ max_tokens: 10 }));
  expect(cut).toMatchObject({
    stop_reason: "max_tokens",
    content: [{ text: "a".repeat(40) }],
    usage: { output_tokens: 10 },
  });
});

test.each([
  [429, "rate_limit_error", 7],
  [529, "overloaded_error", undefined],
  [500, "api_error", undefined],
  [402, "billing_error", undefined],
])("a scripted %i reaches the SDK once, with its type", async (http, type, retryAfter) => {
  fake.script([{ kind: "status", http, type, retryAfter }]);
  const error = await failureOf(client.messages.create(call({})));
  expect(error).toMatchObject({ status: http, type, requestID: aString });
  expect(error.headers?.get("retry-after")).toBe(retryAfter === undefined ? null : String(retryAfter));
  expect((await client.messages.create(call({}))).stop_reason).toBe("end_turn");
});

test("a call that is cut off throws in the SDK, and the next one is answered", async () => {
  fake.script([{ kind: "reset" }]);
  await expect(client.messages.create(call({}))).rejects.toBeInstanceOf(APIConnectionError);
  await client.messages.create(call({}));
  expect(fake.requests).toMatchObject([
    { status: null, endedAt: aNumber },
    { status: 200, endedAt: aNumber },
  ]);
});

test("a hanging call ends when its caller gives up", async () => {
  fake.script([{ kind: "hang" }]);
  const givingUp = new AbortController();
  fake.onRequest(() => givingUp.abort());
  await expect(client.messages.create(call({}), { signal: givingUp.signal })).rejects.toBeInstanceOf(APIUserAbortError);
  await vi.waitFor(() => expect(fake.requests).toMatchObject([{ status: null, endedAt: aNumber }]), soon);
});

test("a hanging or slow call does not hold up a stop", async () => {
  fake.script([{ kind: "hang" }, { kind: "slow", ms: 3_600_000 }]);
  const waiting = [failureOf(client.messages.create(call({}))), failureOf(client.messages.create(call({})))];
  await vi.waitFor(() => expect(fake.requests).toHaveLength(2), soon);
  expect(fake.requests).toMatchObject([{ endedAt: null }, { endedAt: null }]);
  await fake.stop();
  const errors = await Promise.all(waiting);
  expect(errors.every((error) => error instanceof APIConnectionError)).toBe(true);
});

test("cut-off ends the JSON halfway, with max_tokens as the reason", async () => {
  fake.script([{ kind: "cut-off" }]);
  const message = await client.messages.create(call(structured));
  expect(message).toMatchObject({ stop_reason: "max_tokens", usage: { output_tokens: 1000 } });
  expect(textOf(message)).toMatch(/^\{/);
  expect(jsonOf(textOf(message))).toBe("no JSON");
});

test("a refusal has no content and says why", async () => {
  fake.script([{ kind: "refusal" }]);
  expect(await client.messages.create(call(structured))).toMatchObject({
    stop_reason: "refusal",
    stop_details: { type: "refusal", category: null },
    content: [],
  });
});

test("malformed text, any text and a leading thinking block come with 200 and end_turn", async () => {
  fake.script([{ kind: "malformed" }, { kind: "text", text: '{"name":7}' }, { kind: "thinking-first" }]);
  const [malformed, text] = [await client.messages.create(call(structured)), await client.messages.create(call({}))];
  expect([malformed.stop_reason, text.stop_reason]).toStrictEqual(["end_turn", "end_turn"]);
  expect(jsonOf(textOf(malformed))).toBe("no JSON");
  expect(textOf(text)).toBe('{"name":7}');
  const thought = await client.messages.parse(call(structured));
  expect(thought.content).toMatchObject([{ type: "thinking", signature: aString }, { type: "text" }]);
  expect(thought.parsed_output).toStrictEqual({ name: null, role: "driver", skills: [] });
  expect(thought.usage.output_tokens_details?.thinking_tokens).toBeGreaterThan(0);
});

test("an invalid HTTP body is a SyntaxError of the SDK", async () => {
  fake.script([{ kind: "invalid-body" }]);
  await expect(client.messages.create(call({}))).rejects.toBeInstanceOf(SyntaxError);
});

test("a script for some calls leaves the others alone and keeps its place", async () => {
  fake.script([
    { kind: "text", text: "for the router", only: "ROUTER" },
    { kind: "text", text: "for Sonnet", only: "sonnet" },
    { kind: "text", text: "for anyone" },
  ]);
  const system = [{ type: "text" as const, text: "You are the ROUTER." }];
  const calls = [{}, {}, { model: "claude-sonnet-5-5" }, { system }, { system }];
  const texts: string[] = [];
  for (const change of calls) texts.push(textOf(await client.messages.create(call(change))));
  expect(texts).toStrictEqual(["for anyone", "OK", "for Sonnet", "for the router", "OK"]);
});

test("refused calls use up no script and are not announced", async () => {
  const heard: string[] = [];
  fake.onRequest(({ model }) => heard.push(model));
  fake.script([{ kind: "text", text: "scripted" }]);
  await post({ ...call({}), temperature: 1 });
  expect(heard).toStrictEqual([]);
  expect(textOf(await client.messages.create(call({})))).toBe("scripted");
  expect(heard).toStrictEqual(["claude-haiku-5-5"]);
});

test("the journal shows which calls overlapped and which ran in sequence", async () => {
  const bothArrived = Promise.withResolvers<void>();
  fake.onRequest(() => fake.requests.length === 2 && bothArrived.resolve());
  fake.answer = () => bothArrived.promise;
  await Promise.all([client.messages.create(call({})), client.messages.create(call({}))]);
  await client.messages.create(call({}));
  const [first, second, third] = fake.requests;
  const overlap = (one = first, other = second) =>
    (one?.startedAt ?? 0) < (other?.endedAt ?? 0) && (other?.startedAt ?? 0) < (one?.endedAt ?? 0);
  expect([overlap(first, second), overlap(first, third), overlap(second, third)]).toStrictEqual([true, false, false]);
});

test("a slow answer comes after the call was announced", async () => {
  fake.script([{ kind: "slow", ms: 20 }]);
  const order: string[] = [];
  fake.onRequest(() => order.push("announced"));
  await client.messages.create(call({}));
  order.push("answered");
  expect(order).toStrictEqual(["announced", "answered"]);
});

test("another process reads, clears and scripts over HTTP", async () => {
  const scripted = await post([{ kind: "status", http: 529, type: "overloaded_error" }], {}, "/_script");
  expect(await scripted.json()).toStrictEqual({ queued: 1 });
  expect((await post([{ kind: "surprise" }], {}, "/_script")).status).toBe(400);
  await failureOf(client.messages.create(call({})));
  await client.messages.create(call({}));
  const received: unknown = await (await fetch(`${fake.url}/_received`)).json();
  expect(received).toMatchObject({ requests: [{ status: 529 }, { status: 200, body: { max_tokens: 1000 } }] });
  await fetch(`${fake.url}/_received`, { method: "DELETE" });
  expect(fake.requests).toStrictEqual([]);
});

type Call = Anthropic.MessageCreateParamsNonStreaming;

function call<T extends Partial<Call>>(change: T) {
  const messages: Call["messages"] = [{ role: "user", content: "Hola" }];
  return { model: "claude-haiku-5-5", max_tokens: 1000, messages, ...change };
}

function textOf({ content }: Anthropic.Message): string {
  return content.map((block) => (block.type === "text" ? block.text : "")).join("");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return "no JSON";
  }
}

async function failureOf(answering: Promise<unknown>): Promise<APIError> {
  const error: unknown = await answering.catch((thrown: unknown) => thrown);
  if (error instanceof APIError) return error;
  throw new Error("the call did not fail", { cause: error });
}

function post(body: unknown, headers: Record<string, string> = {}, path = "/v1/messages"): Promise<Response> {
  const defaults = { authorization: `Bearer ${apiKey}`, "anthropic-version": "2026-10-21" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${fake.url}${path}`, { method: "POST", headers: { ...defaults, ...headers }, body: text });
}

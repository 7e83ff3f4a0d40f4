import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";

let fake: FakeClaude;

beforeEach(async () => {
  fake = await startFakeClaude({ apiKey: "the-key" });
});

afterEach(() => fake.stop());

const object = { type: "object", properties: {}, additionalProperties: false } as const;
const cached = { type: "text", text: "x", cache_control: { type: "ephemeral" } } as const;
const cachedLong = { ...cached, cache_control: { type: "ephemeral", ttl: "1h" } } as const;
const opus = "claude-opus-5-5";
const sonnet = "claude-sonnet-5-5";
const user = { role: "user", content: "Hola" } as const;

test.each([
  ["temperature", "temperature", { temperature: 1 }],
  ["top_p", "top_p", { top_p: 1 }],
  ["top_k", "top_k", { top_k: 1 }],
  ["an unknown key", "frequency", { frequency: 1 }],
  ["a stream", "stream", { stream: true }],
  ["any tool forced", "tool_choice", { tools: [{ name: "t", input_schema: object }], tool_choice: { type: "any" } }],
  ["one tool forced", "tool_choice", { model: opus, tool_choice: { type: "tool", name: "t" } }],
  ["a prefill", "Prefilling", { messages: [user, { role: "assistant", content: "{" }] }],
  ["no messages", "messages", { messages: [] }],
  ["missing messages", "messages", { messages: undefined }],
  ["an assistant first", "first message", { messages: [{ role: "assistant", content: "Hola" }, user] }],
  ["an empty message", "messages.0.content", { messages: [{ role: "user", content: "" }] }],
  [
    "an empty text block",
    "messages.0.content",
    { messages: [{ role: "user", content: [{ type: "text", text: " " }] }] },
  ],
  ["no max_tokens", "max_tokens: Field required", { max_tokens: undefined }],
  ["max_tokens of 0", "max_tokens", { max_tokens: 0 }],
  ["max_tokens of -1", "max_tokens", { max_tokens: -1 }],
  ["more max_tokens than the model gives", "max_tokens", { max_tokens: 128_001 }],
  ["thinking disabled on Sonnet", "thinking: disabled", { model: sonnet, thinking: { type: "disabled" } }],
  [
    "a budget on Sonnet",
    "thinking: enabled",
    { model: sonnet, max_tokens: 4000, thinking: { type: "enabled", budget_tokens: 1024 } },
  ],
  ["thinking disabled on Opus", "thinking: disabled", { model: opus, thinking: { type: "disabled" } }],
  ["no thinking with effort max", "effort max", { thinking: { type: "disabled" }, output_config: { effort: "max" } }],
  ["a budget beyond max_tokens", "budget", { thinking: { type: "enabled", budget_tokens: 1024 } }],
  ["five breakpoints", "Found 5", { cache_control: { type: "ephemeral" }, system: [cached, cached, cached, cached] }],
  ["1h after 5m", "ttl='1h'", { system: [cached, cachedLong] }],
  ["another format", "output_config.format", { output_config: { format: { type: "json_object" } } }],
  [
    "a format without schema",
    "output_config.format.schema: Field required",
    { output_config: { format: { type: "json_schema" } } },
  ],
])("%s is refused with 400 in the API's shape", async (_name, reason, change) => {
  const response = await post(change);
  expect(response.status).toBe(400);
  const message: unknown = expect.stringContaining(reason);
  const requestId = response.headers.get("request-id");
  expect(await response.json()).toStrictEqual({
    type: "error",
    error: { type: "invalid_request_error", message },
    request_id: requestId,
  });
  expect(requestId).toMatch(/^req_/);
  expect(fake.requests).toMatchObject([{ status: 400 }]);
});

test.each([
  ["open objects", { type: "object", properties: {} }],
  ["open objects inside", { ...object, properties: { a: { type: "array", items: { type: "object" } } } }],
  ["minLength", { type: "string", minLength: 1 }],
  ["maxLength", { type: "string", maxLength: 1 }],
  ["pattern", { type: "string", pattern: "a" }],
  ["an unknown string format", { type: "string", format: "phone" }],
  ["minimum", { type: "number", minimum: 1 }],
  ["maximum", { type: "number", maximum: 1 }],
  ["minItems of 2", { type: "array", items: { type: "string" }, minItems: 2 }],
  ["maxItems", { type: "array", items: { type: "string" }, maxItems: 2 }],
  ["a reference to elsewhere", { $ref: "https://example.com/schema" }],
])("a schema with %s is refused", async (_name, schema) => {
  const nested = { ...object, properties: { field: schema } };
  const response = await post({ output_config: { format: { type: "json_schema", schema: nested } } });
  expect(response.status).toBe(400);
  const message: unknown = expect.stringContaining("output_config.format.schema.properties.field");
  expect(await response.json()).toMatchObject({ error: { message } });
});

test.each([
  ["forced tools on Haiku 4.5", { model: "claude-haiku-4-5", tool_choice: { type: "any" } }],
  ["thinking disabled on Haiku 5.5", { thinking: { type: "disabled" }, output_config: { effort: "high" } }],
  ["thinking between tools on Sonnet", { model: sonnet, thinking: { type: "between_tools" } }],
  ["four breakpoints, the long ones first", { system: [cachedLong, cachedLong, cached, cached] }],
  ["an assistant in between", { messages: [user, { role: "assistant", content: "Dime" }, user] }],
])("%s: accepted", async (_name, change) => {
  expect((await post(change)).status).toBe(200);
});

test.each([
  ["no model", { model: undefined }],
  ["an unknown model", { model: "claude-haiku-9" }],
])("%s is not found", async (_name, change) => {
  const response = await post(change);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { type: "not_found_error" } });
});

function post(change: Record<string, unknown>): Promise<Response> {
  const headers = { authorization: "Bearer the-key", "anthropic-version": "2026-10-21" };
  const body = JSON.stringify({ model: "claude-haiku-5-5", max_tokens: 1000, messages: [user], ...change });
  return fetch(`${fake.url}/v1/messages`, { method: "POST", headers, body });
}

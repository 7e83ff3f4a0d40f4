import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createFieldLabel, createInspect } from "../../src/whatsapp/drift.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { post, serve } from "./serve-webhook.ts";

const collected = new URL("../../../shared/fixtures/whatsapp/", import.meta.url);
const own = new URL("../fixtures/whatsapp/", import.meta.url);

function unknownFields(body: Buffer): string[] {
  const paths: string[] = [];
  parseWebhook(
    body,
    undefined,
    createInspect((path) => paths.push(path)),
  );
  return paths;
}

function ofValue(value: object, field = "messages"): string[] {
  const entry = [{ id: "1", changes: [{ field, value }] }];
  return unknownFields(Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry })));
}

test.each(readdirSync(own))("our %s holds nothing unknown but what it is about", (file) => {
  const unknown = file === "unknown-type.json" ? ["message.hologram"] : [];
  expect(unknownFields(readFileSync(new URL(file, own)))).toEqual(unknown);
});

describe.runIf(existsSync(collected))("collected fixtures", () => {
  const files = existsSync(collected) ? readdirSync(collected).filter((file) => file.endsWith(".json")) : [];
  test.each(files)("%s holds nothing unknown", (file) => {
    expect(unknownFields(readFileSync(new URL(file, collected)))).toEqual([]);
  });
});

test.each<[string, object, string?]>([
  ["value.foo", { foo: 1, messages: [{}] }],
  ["metadata.foo", { metadata: { foo: 1 }, messages: [{}] }],
  ["contact.foo", { contacts: [{ foo: null }], messages: [{}] }],
  ["message.foo", { messages: [{ foo: {} }] }],
  ["message.other", { messages: [{ "34611000001": 1 }] }],
  ["message.other", { messages: [{ ["a".repeat(41)]: 1 }] }],
  ["status.foo", { statuses: [{ foo: [] }] }],
  ["message.foo", { message_echoes: [{ foo: "" }] }, "smb_message_echoes"],
])("%s is reported", (path, value, field) => {
  expect(ofValue(value, field)).toEqual([path]);
});

test.each<[string, object, string?]>([
  ["parts that are no objects", { metadata: "x", contacts: ["x", null, [1]], messages: [7, null, ["x"], "text"] }],
  ["what is inside of known parts", { messages: [{ text: { foo: 1 } }] }],
  ["fields that nobody reads", { foo: 1 }, "account_update"],
])("%s: nothing is reported", (_name, value, field) => {
  expect(ofValue(value, field)).toEqual([]);
});

test("a body with names without end is looked at for its first hundred", () => {
  const foo = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${"x".repeat(n % 30)}${n}`, 1]));
  expect(ofValue({ messages: Array.from({ length: 5 }, () => foo) })).toHaveLength(100);
});

test("only the first hundred names are told apart, always by the same label", () => {
  const labelOf = createFieldLabel();
  const labels = Array.from({ length: 150 }, (_, n) => labelOf(`message.${n}`));
  expect(new Set(labels).size).toBe(101);
  expect(labels.slice(100)).toEqual(Array.from({ length: 50 }, () => "other"));
  expect(labelOf("message.7")).toBe("message.7");
});

test("the webhook counts them by name, and of a body that is known nothing", async () => {
  const { app, count } = await serve();
  await post(app, { ...textBody({ text: "Hola" }) });
  expect(await count("webhook_unknown_fields_total")).toEqual({});
  await post(
    app,
    JSON.stringify({
      messages: [
        { id: "1", foo: 1, bar: 2 },
        { id: "2", foo: 1 },
      ],
    }),
  );
  expect(await count("webhook_unknown_fields_total")).toEqual({
    'provider="360dialog",field="message.foo"': 2,
    'provider="360dialog",field="message.bar"': 1,
  });
});

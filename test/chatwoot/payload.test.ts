import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseRecruiterEvent } from "../../src/chatwoot/payload.ts";
import { conversationBody, messageBody, own, statusBody, updatedBody } from "./webhook-body.ts";

const reply = { kind: "chatwoot.reply", action: { type: "reply", messageId: 1001, text: "Puedes empezar el lunes" } };
const unsendable = { kind: "chatwoot.unsendable", action: { type: "unsendable", messageId: 1001 } };
const at = "2026-01-02T03:04:05.678Z";
const status = (now: string) => ({ kind: "chatwoot.status", action: { type: "status", status: now, at } });
const where = { conversation: 12, sourceId: "34611000001" };
const nowhere = { conversation: 0, sourceId: null };
const contact = { id: 101, name: "Lucía", identifier: "wa:34611000001" };
const user = { id: 2, name: "Rita", type: "user" };

test.each<[string, object, object]>([
  ["a recruiter's message", messageBody(), { ...where, ...reply }],
  ["with an empty source id", messageBody({ source_id: "" }), { ...where, ...reply }],
  ["without the keys that may be absent", messageBody({ source_id: undefined, content_attributes: undefined }), reply],
  ["with keys that nobody knows yet", messageBody({ galaxy: { far: "away" } }), { ...where, ...reply }],
  ["a choice of a list", messageBody({ content_type: "input_select" }), { ...where, ...reply }],
  [
    "from a version that names no account in conversations",
    messageBody({ conversation: conversationBody({ account: undefined }) }),
    { ...where, ...reply },
  ],
  [
    "without a contact inbox",
    messageBody({ conversation: conversationBody({ contact_inbox: null }) }),
    { ...reply, conversation: 12, sourceId: null },
  ],
  ["of no campaign", messageBody({ content_attributes: { automation_rule_id: null } }), { ...where, ...reply }],
  ["an attachment alone", messageBody({ content: null, attachments: [{ id: 5 }] }), { ...where, ...unsendable }],
  ["without content", messageBody({ content: undefined }), { ...where, ...unsendable }],
  ["blank", messageBody({ content: " \n\u00A0" }), { ...where, ...unsendable }],
  ["opened", statusBody(), { ...where, ...status("open") }],
  ["pending", statusBody({ status: "pending" }), { ...where, ...status("pending") }],
  ["resolved", statusBody({ status: "resolved" }), { ...where, ...status("resolved") }],
  ["snoozed", statusBody({ status: "snoozed" }), { ...where, ...status("snoozed") }],
  [
    "a status from a version that names no account",
    statusBody({ account: undefined }),
    { ...where, ...status("open") },
  ],
  ["an update of the status", updatedBody(["assignee_id", "status"]), { ...where, ...status("open") }],
])("%s is acted on", (_name, body, expected) => {
  expect(parse(body)).toMatchObject(expected);
});

test.each<[string, object, object]>([
  ["a greeting", messageBody({ message_type: "template", sender: null }), { ...where, kind: "chatwoot.template" }],
  ["a survey in a person's name", messageBody({ message_type: "template" }), { ...where, kind: "chatwoot.template" }],
  ["nobody's message", messageBody({ sender: null }), { ...where, kind: "chatwoot.template" }],
  ["without a sender", messageBody({ sender: undefined }), { ...where, kind: "chatwoot.template" }],
  [
    "an automation",
    messageBody({ content_attributes: { automation_rule_id: 1 } }),
    { ...where, kind: "chatwoot.automation" },
  ],
  ["a campaign", messageBody({ additional_attributes: { campaign_id: 1 } }), { ...where, kind: "chatwoot.automation" }],
  ["Captain", messageBody({ sender: { id: 1, type: "captain_assistant" } }), { ...where, kind: "chatwoot.captain" }],
  [
    "the business phone",
    messageBody({ sender: null, source_id: "wamid.1", content_attributes: { external_echo: true } }),
    { ...where, kind: "chatwoot.external_echo" },
  ],
  [
    "the business phone in a person's name",
    messageBody({ content_attributes: { external_echo: true } }),
    { ...where, kind: "chatwoot.external_echo" },
  ],
  ["a sender without a type", messageBody({ sender: { id: 1 } }), { ...where, kind: "chatwoot.unknown" }],
  ["a sender of a new type", messageBody({ sender: { id: 1, type: "robot" } }), { ...where, kind: "chatwoot.unknown" }],
  ["a new type of message", messageBody({ message_type: "hologram" }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["the integer of a nested message", messageBody({ message_type: 1 }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["who may read it is not said", messageBody({ private: undefined }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["without an id", messageBody({ id: null }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["without a conversation", messageBody({ conversation: null }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["without an account", messageBody({ account: undefined }), { ...nowhere, kind: "chatwoot.unknown" }],
  ["a new status", statusBody({ status: "archived" }), { ...where, kind: "chatwoot.unknown" }],
  ["a status without its time", statusBody({ updated_at: undefined }), { ...where, kind: "chatwoot.unknown" }],
  ["a status in milliseconds", statusBody({ updated_at: 1_767_323_045_678 }), { ...where, kind: "chatwoot.unknown" }],
  ["a status of nothing", { event: "conversation_status_changed" }, { ...nowhere, kind: "chatwoot.unknown" }],
  ["a new event", { event: "conversation_teleported" }, { ...nowhere, kind: "chatwoot.unknown" }],
  ["a macro", { ...conversationBody(), event: "macro.executed" }, { ...nowhere, kind: "chatwoot.unknown" }],
  ["no event", {}, { ...nowhere, kind: "chatwoot.unknown" }],
  ["a list", [[null]], { ...nowhere, kind: "chatwoot.unknown" }],
])("%s is parked", (_name, body, expected) => {
  const event = parse(body);
  expect(event).toMatchObject(expected);
  expect(event).not.toHaveProperty("action");
});

const idle = [
  "message_updated",
  "conversation_created",
  "conversation_opened",
  "conversation_resolved",
  "conversation_typing_on",
  "conversation_typing_off",
  "contact_created",
  "contact_updated",
  "contact_deleted",
  "webwidget_triggered",
  "inbox_created",
  "inbox_updated",
];

test.each<[string, object, string]>([
  ["the candidate", messageBody({ message_type: "incoming", sender: contact, source_id: "wamid.1" }), "incoming"],
  ["a note", messageBody({ private: true }), "note"],
  ["our own note", messageBody({ private: true, source_id: "note:5" }), "note"],
  ["our bot", messageBody({ sender: { id: 31, name: "Bot", type: "agent_bot" } }), "own"],
  ["our bot, deleted since", messageBody({ sender: null, source_id: "wamid.1" }), "own"],
  ["our token without the bot", messageBody({ sender: user, source_id: "effect:5" }), "own"],
  ["taken back before we heard of it", messageBody({ content_attributes: { deleted: true } }), "deleted"],
  ["another inbox", messageBody({ inbox: { id: 8, name: "Website" } }), "other_inbox"],
  ["another account", messageBody({ account: { id: 4, name: "Sales" } }), "other_inbox"],
  ["a status of another inbox", statusBody({ inbox_id: 8 }), "other_inbox"],
  ["a status of another account", statusBody({ account: { id: 4 } }), "other_inbox"],
  ["an update of another inbox", updatedBody(["status"], { inbox_id: 8 }), "other_inbox"],
  ["an update of something else", updatedBody(["waiting_since", "label_list"]), "conversation_updated"],
  ["an update of nothing", updatedBody([], { changed_attributes: null }), "conversation_updated"],
  ...idle.map((event): [string, object, string] => [event, { ...messageBody(), event }, event]),
])("%s is ignored", (_name, body, kind) => {
  expect(parse(body)).toEqual({ ignored: `chatwoot.${kind}` });
});

test.each<[string, unknown, object]>([
  ["a file", [{ id: 5, file_type: "image" }], { ...reply.action, incomplete: true }],
  ["two files", [{ id: 5 }, { id: 6 }], { ...reply.action, incomplete: true }],
  ["no files", [], reply.action],
  ["nothing where files would be", null, reply.action],
])("text with %s is sent on, and says whether that is all", (_name, attachments, action) => {
  const event = parse(messageBody({ attachments }));
  expect(event).toMatchObject({ kind: "chatwoot.reply" });
  expect(event).toHaveProperty("action", action);
});

test("without an inbox of our own every one of the account is ours", () => {
  const body = Buffer.from(JSON.stringify(messageBody({ inbox: { id: 8, name: "Another number" } })));
  expect(parseRecruiterEvent(body, { accountId: 3 })).toMatchObject(reply);
});

test("text that Postgres cannot hold is replaced, everything else stands word for word", () => {
  const json = JSON.stringify(messageBody({ content: "TEXT" })).replace(
    "TEXT",
    "\\u0000 \\ud800 \\u003cb\\u003e 😀 {{x}} ",
  );
  expect(parseRecruiterEvent(Buffer.from(json), own)).toMatchObject({
    action: { text: "\uFFFD \uFFFD <b> 😀 {{x}} " },
  });
});

test("a message has one key whatever else its bodies say, and another one for another message", () => {
  const key = keyOf(messageBody());
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(keyOf(messageBody({ conversation: conversationBody({ status: "open" }) }))).toBe(key);
  expect(keyOf(messageBody({ content: null }))).toBe(key);
  expect(keyOf(messageBody({ id: 1002 }))).not.toBe(key);
});

test("a change of status has one key in both of its events, and another one for another change", () => {
  const key = keyOf(statusBody());
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(keyOf(updatedBody(["status"]))).toBe(key);
  const others = [{ status: "pending" }, { updated_at: 1_767_323_045.679 }, { id: 13 }].map((one) =>
    keyOf(statusBody(one)),
  );
  expect(new Set([key, ...others]).size).toBe(4);
});

test("what is parked is known by its body", () => {
  const template = messageBody({ message_type: "template", sender: null });
  expect(keyOf(template)).toBe(keyOf(template));
  expect(keyOf({ ...template, content: "Other" })).not.toBe(keyOf(template));
});

test("the source is the body without what opens doors", () => {
  const secrets = { pubsub_token: 'a"b\\', hmac_token: "cc", secret: "dd", access_token: "ee", count: 1 };
  const body = messageBody({ channel: secrets, content: 'my "secret": "stays"' });
  const event = parse(body);
  if ("ignored" in event) throw new Error("not ignored");
  const redacted = { pubsub_token: "redacted", hmac_token: "redacted", secret: "redacted", access_token: "redacted" };
  expect(JSON.parse(event.source)).toEqual({
    ...body,
    channel: { ...redacted, count: 1 },
    conversation: conversationBody({
      contact_inbox: { id: 501, contact_id: 101, inbox_id: 7, source_id: "34611000001", pubsub_token: "redacted" },
    }),
  });
});

test.each(["", "{", "nonsense", '{"a":1}{'])("%j is not JSON", (text) => {
  expect(() => parseRecruiterEvent(Buffer.from(text), own)).toThrow(
    expect.objectContaining({ name: "RequestError", status: 400, code: "malformed_json" }),
  );
});

test.each(["null", "1", '"text"', "[]", `${"[".repeat(400_000)}${"]".repeat(400_000)}`, '{"__proto__":{"event":"x"}}'])(
  "JSON of another shape is parked: %#",
  (text) => {
    expect(parseRecruiterEvent(Buffer.from(text), own)).toMatchObject({ ...nowhere, kind: "chatwoot.unknown" });
  },
);

test("half-finished secrets stay as they are", () => {
  const text = JSON.stringify([`"token"${" ".repeat(1_000)}`.repeat(500), "token".repeat(100_000)]);
  expect(parseRecruiterEvent(Buffer.from(text), own)).toMatchObject({ source: text });
});

/** Recorded bodies, next to the repository where they are at hand, by the number their names start with. */
const collected = new URL("../../../shared/fixtures/chatwoot/", import.meta.url);
const classes: Record<string, object> = {
  "01": { ignored: "chatwoot.incoming" },
  "02": { kind: "chatwoot.reply", conversation: 1, sourceId: "573001112233", action: { type: "reply", messageId: 3 } },
  "03": { ignored: "chatwoot.own" },
  "04": { ignored: "chatwoot.note" },
  "05": { kind: "chatwoot.status", conversation: 1, action: { status: "open", at: "2026-09-27T02:16:18.527Z" } },
  "06": { kind: "chatwoot.status", conversation: 1, action: { status: "pending", at: "2026-09-27T02:16:20.111Z" } },
  "07": { ignored: "chatwoot.conversation_updated" },
  "08": { ignored: "chatwoot.incoming" },
  "09": { ignored: "chatwoot.contact_updated" },
  "10": { kind: "chatwoot.unsendable", conversation: 1, action: { type: "unsendable", messageId: 9 } },
  "11": { ignored: "chatwoot.message_updated" },
  "12": { ignored: "chatwoot.contact_created" },
  "13": { ignored: "chatwoot.conversation_typing_on" },
};

const named = z.object({ id: z.number() }).optional();
const names = z.object({ account: named, inbox: named, inbox_id: z.number().optional() });

describe.runIf(existsSync(collected))("collected fixtures", () => {
  const files = existsSync(collected) ? readdirSync(collected).filter((file) => file.endsWith(".json")) : [];
  test.each(files)("%s", (file) => {
    const body = readFileSync(new URL(file, collected));
    const { account, inbox, inbox_id } = names.parse(JSON.parse(String(body)));
    const ours = { accountId: account?.id ?? 1, inboxId: inbox?.id ?? inbox_id };
    const event = parseRecruiterEvent(body, ours);
    expect(event).toMatchObject(classes[file.slice(0, 2)] ?? { kind: "without a class" });
    expect(JSON.stringify(event)).not.toContain("token-pubsub");
  });
});

function parse(body: unknown) {
  return parseRecruiterEvent(Buffer.from(JSON.stringify(body)), own);
}

function keyOf(body: unknown): string {
  const event = parse(body);
  return "key" in event ? event.key : "ignored";
}

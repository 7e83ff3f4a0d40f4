import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type FakeChatwoot, type FakeChatwootOptions, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { accountId, apiToken, call, post, startConversation, webhookSecret } from "./chatwoot-client.ts";
import { type Respond, startReceiver } from "./chatwoot-receiver.ts";

const soon = { timeout: 10_000 };
const isoTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const refused: unknown = expect.stringContaining("ECONNREFUSED");
const aNumber: unknown = expect.any(Number);
let fake: FakeChatwoot;
let service: Awaited<ReturnType<typeof startService>>;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  fake = await start({});
  service = await startService();
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

test("creation in a bot inbox and a first message tell their events in order, each once", async () => {
  fake.webhookUrl = service.url;
  const { conversationId } = await startConversation(fake);
  await post(fake, conversationId, { content: "Hola", message_type: "incoming" });
  fake.humanReply(conversationId, "Hi");
  fake.humanReply(conversationId, "again");
  await fake.delivered();
  expect(service.events()).toStrictEqual([
    "conversation_created",
    "conversation_status_changed",
    "conversation_updated",
    "message_created",
    "message_created",
    "conversation_updated",
    "message_created",
  ]);
  expect(service.bodies()[1]).toMatchObject({ id: conversationId, status: "pending", changed_attributes: null });
  expect(service.bodies()[5]).toMatchObject({
    changed_attributes: [
      { first_reply_created_at: { previous_value: null, current_value: isoTime } },
      { waiting_since: { previous_value: isoTime, current_value: null } },
    ],
  });
  expect(fake.deliveries).toMatchObject(
    service.received.map(({ headers }) => ({ id: headers["x-chatwoot-delivery"], status: 200 })),
  );
  expect(new Set(fake.deliveries.map(({ id }) => id)).size).toBe(7);
});

test("the signature covers the timestamp and the raw bytes, which are not what a parser would write", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  fake.humanReply(conversationId, "¿Ana & <Luis>? ñ");
  await fake.delivered();
  const [{ headers, bytes } = { headers: {}, bytes: "" }] = service.received;
  const timestamp = String(headers["x-chatwoot-timestamp"]);
  const sign = (text: string) =>
    `sha256=${createHmac("sha256", webhookSecret).update(`${timestamp}.${text}`).digest("hex")}`;
  expect(timestamp).toMatch(/^\d{10}$/);
  expect(headers["x-chatwoot-signature"]).toBe(sign(bytes));
  expect(bytes).toContain("¿Ana \\u0026 \\u003cLuis\\u003e? ñ");
  expect(sign(JSON.stringify(JSON.parse(bytes)))).not.toBe(sign(bytes));
});

test("a message body is flat, with the type as a word and the conversation inside", async () => {
  const { contactId, conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  const message = {
    content: "Hola\n",
    message_type: "incoming",
    source_id: "wamid.1",
    content_attributes: { marker: 1 },
  };
  const id = await post(fake, conversationId, message);
  await fake.delivered();
  const [body] = service.bodies();
  expect(body).toMatchObject({
    event: "message_created",
    id,
    content: "Hola",
    content_attributes: { marker: 1 },
    content_type: "text",
    message_type: "incoming",
    private: false,
    source_id: "wamid.1",
    created_at: isoTime,
    account: { id: accountId },
    inbox: { id: fake.inboxId, name: "WhatsApp" },
    sender: { id: contactId, identifier: "wa:34600111222", account: { id: accountId } },
    conversation: {
      id: conversationId,
      status: "pending",
      channel: "Channel::Api",
      contact_inbox: { source_id: "34600111222", contact_id: contactId },
      meta: { sender: { id: contactId, type: "contact" }, assignee: null },
      messages: [{ id, message_type: 0, status: "sent", created_at: aNumber, sender_type: "Contact" }],
      created_at: aNumber,
      account: { id: accountId },
    },
  });
  for (const absent of ["sender.type", "attachments", "status", "conversation_id", "echo_id", "data"]) {
    expect(body).not.toHaveProperty(absent);
  }
});

test("each author looks as in Chatwoot, and a private note shows an older public message inside", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  await post(fake, conversationId, { content: "bot", sender_type: "AgentBot", sender_id: fake.botId });
  fake.humanReply(conversationId, "note", { private: true });
  fake.sendTemplate(conversationId, "How was it, {{contact.name}}?");
  fake.humanAttachment(conversationId);
  await fake.delivered();
  const messages = service.bodies().filter((body) => body["event"] === "message_created");
  const rita = { id: aNumber, name: "Rita Recruiter", email: "rita@example.test", type: "user" };
  expect(messages[0]?.["sender"]).toStrictEqual({ id: fake.botId, name: "Recruitment assistant", type: "agent_bot" });
  expect(messages[1]?.["sender"]).toStrictEqual(rita);
  expect(messages[1]).toMatchObject({
    message_type: "outgoing",
    private: true,
    conversation: { messages: [{ content: "bot" }] },
  });
  expect(messages[2]).toMatchObject({ message_type: "template", sender: null, content: "How was it, Ana Pérez?" });
  expect(messages[3]).toMatchObject({ content: null, sender: rita, attachments: [{ file_type: "image" }] });
});

test("a reopening is told before the message that caused it, and an activity never", async () => {
  const { conversationId } = await startConversation(fake);
  fake.setStatus(conversationId, "resolved");
  fake.webhookUrl = service.url;
  await post(fake, conversationId, { content: "Hola", message_type: "incoming" });
  fake.setStatus(conversationId, "open");
  fake.setStatus(conversationId, "open");
  await fake.delivered();
  const told = service.bodies().map((body) => [body["event"], statusIn(body)]);
  expect(told).toStrictEqual([
    ["conversation_status_changed", "pending"],
    ["conversation_updated", "pending"],
    ["message_created", "pending"],
    ["conversation_updated", "pending"],
    ["conversation_status_changed", "open"],
    ["conversation_updated", "open"],
  ]);
  expect(service.bodies()[5]?.["changed_attributes"]).toStrictEqual([
    { status: { previous_value: "pending", current_value: "open" } },
  ]);
});

test("a message that the webhook refuses is failed and told again, but never delivered again", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  service.answers.push(503);
  const { id } = fake.humanReply(conversationId, "note", { private: true });
  await fake.delivered();
  const failed = { status: "failed", content_attributes: { external_error: "503 Service Unavailable" } };
  expect(fake.conversations[0]?.messages).toMatchObject([{ id, ...failed }]);
  expect(service.bodies()).toMatchObject([
    { event: "message_created", id, content_attributes: {} },
    { event: "message_updated", id, content_attributes: failed.content_attributes },
  ]);
  expect(fake.deliveries).toMatchObject([
    { message_id: id, status: 503, problem: "503 Service Unavailable" },
    { status: 200 },
  ]);
});

test("a webhook that refuses everything gets each event once", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  service.answers.push(...Array.from({ length: 20 }, () => 500));
  fake.setStatus(conversationId, "open");
  fake.humanReply(conversationId, "note", { private: true });
  await fake.delivered();
  expect(service.events()).toStrictEqual([
    "conversation_status_changed",
    "conversation_updated",
    "message_created",
    "message_updated",
  ]);
});

test("a redirect, a silence and a closed port are failures too", async () => {
  const other = await start({ webhookTimeoutMs: 200 });
  const { conversationId } = await startConversation(other);
  const silent = await startService(async (_request, reply) => reply.hijack());
  const closed = await startService();
  await closed.close();
  const moved = await startService(async (_request, reply) => reply.redirect(service.url));
  for (const { url } of [silent, closed, moved]) {
    other.webhookUrl = url;
    other.humanReply(conversationId, "note", { private: true });
    other.webhookUrl = undefined;
    await other.delivered();
  }
  const problems = other.conversations[0]?.messages.map((message) => [message.status, message.content_attributes]);
  expect(problems).toStrictEqual([
    ["failed", { external_error: "Timed out reading data from server" }],
    ["failed", { external_error: refused }],
    ["failed", { external_error: "302 Found" }],
  ]);
  expect(service.received).toStrictEqual([]);
});

test("a webhook may arrive before the answer to the call that caused it", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  fake.script([{ kind: "hang-after-accept" }]);
  const hanging = post(fake, conversationId, { content: "Hola" }).catch(() => "cut off");
  await vi.waitFor(() => expect(service.events()).toContain("message_created"), soon);
  await fake.stop();
  expect(await hanging).toBe("cut off");
});

test("the next webhook waits for the answer to the one before, the API for none", async () => {
  let underWay = 0;
  const together: number[] = [];
  const slow = await startService(async () => {
    underWay += 1;
    // Calls that the API answers meanwhile: time enough for another webhook to arrive.
    for (let calls = 0; calls < 10; calls += 1) await call(fake, "GET /inboxes");
    together.push(underWay);
    underWay -= 1;
  });
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = slow.url;
  for (const text of ["1", "2", "3"]) fake.humanReply(conversationId, text, { private: true });
  await fake.delivered();
  expect(together).toStrictEqual([1, 1, 1]);
  expect(slow.bodies()).toMatchObject([{ content: "1" }, { content: "2" }, { content: "3" }]);
});

test("events are duplicated on demand, under delivery ids of their own", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  fake.duplicateWebhooks = true;
  fake.humanReply(conversationId, "note", { private: true });
  await fake.delivered();
  expect(service.received).toHaveLength(2);
  expect(new Set(service.received.map(({ bytes }) => bytes)).size).toBe(1);
  expect(new Set(service.received.map(({ headers }) => headers["x-chatwoot-delivery"])).size).toBe(2);
});

test("held events come late, with the state of that moment", async () => {
  const { conversationId } = await startConversation(fake);
  fake.webhookUrl = service.url;
  fake.holdWebhooks("conversation_");
  fake.setStatus(conversationId, "open");
  fake.humanReply(conversationId, "note", { private: true });
  fake.setStatus(conversationId, "resolved");
  await fake.delivered();
  expect(service.events()).toStrictEqual(["message_created"]);
  fake.releaseWebhooks();
  await fake.delivered();
  expect(service.events()).toHaveLength(5);
  expect(service.bodies()[1]).toMatchObject({ event: "conversation_status_changed", status: "resolved" });
});

test("without a URL, and for other inboxes, events are lost", async () => {
  const other = await start({ moreInboxes: [{ name: "Second" }] });
  const { conversationId } = await startConversation(other);
  other.webhookUrl = service.url;
  await startConversation(other, "34600333444", other.inboxId + 1);
  fake.webhookUrl = undefined;
  other.humanReply(conversationId, "note", { private: true });
  await other.delivered();
  expect(service.events()).toStrictEqual(["message_created"]);
  const settings = await call(other, `GET /inboxes/${other.inboxId}`);
  expect(settings.answer).toMatchObject({ webhook_url: service.url });
});

async function start(options: Partial<FakeChatwootOptions>): Promise<FakeChatwoot> {
  const started = await startFakeChatwoot({ apiToken, accountId, webhookSecret, ...options });
  closing.push(() => started.stop());
  return started;
}

async function startService(respond?: Respond) {
  const receiver = await startReceiver(respond);
  closing.push(() => receiver.close());
  return receiver;
}

function statusIn(body: Record<string, unknown>): unknown {
  const inside = z.object({ conversation: z.object({ status: z.unknown() }) }).safeParse(body);
  return inside.success ? inside.data.conversation.status : body["status"];
}

import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeChatwoot, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { accountId, apiToken, call, post, startConversation, webhookSecret } from "./chatwoot-client.ts";

const notFound = { status: 404, answer: { error: "Resource could not be found" } };
let fake: FakeChatwoot;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  fake = await startFakeChatwoot({ apiToken, accountId, webhookSecret });
  closing.push(() => fake.stop());
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

test.each([
  "GET /contacts/999",
  "PUT /contacts/999",
  "GET /contacts/999/conversations",
  "GET /conversations/999",
  "POST /conversations/999/messages",
  "POST /conversations/999/toggle_status",
  "POST /conversations/999/custom_attributes",
  "GET /conversations/999/labels",
  "GET /inboxes/999",
])("an unknown id is not found: %s", async (line) => {
  await startConversation(fake);
  expect(await call(fake, line, line.startsWith("GET") ? undefined : {})).toStrictEqual(notFound);
});

test("a status is set or toggled, leaves an activity behind, and an unknown one breaks", async () => {
  const { conversationId } = await startConversation(fake);
  const path = `POST /conversations/${conversationId}/toggle_status`;
  expect((await call(fake, path, { status: "open" })).answer).toStrictEqual({
    meta: {},
    payload: { success: true, conversation_id: conversationId, current_status: "open", snoozed_until: null },
  });
  expect((await call(fake, path)).answer).toMatchObject({ payload: { current_status: "resolved" } });
  expect((await call(fake, path, { status: "handed over" })).status).toBe(500);
  fake.setStatus(conversationId, "pending");
  fake.setStatus(conversationId, "pending");
  expect(fake.conversations).toMatchObject([
    {
      status: "pending",
      messages: [
        { message_type: "activity", sender: null, content: "Conversation was reopened by Integration" },
        { message_type: "activity", content: "Conversation was marked resolved by Integration" },
        { message_type: "activity", content: "Conversation was marked as pending by Rita Recruiter" },
      ],
    },
  ]);
});

test.each([
  ["resolved", true, "pending"],
  ["resolved", false, "open"],
  ["snoozed", true, "open"],
  ["open", true, "open"],
] as const)("a candidate's message to a %s conversation, bot %s, leaves it %s", async (status, botLinked, after) => {
  const other = await startFakeChatwoot({ apiToken, accountId, webhookSecret, botLinked });
  closing.push(() => other.stop());
  const { conversationId } = await startConversation(other);
  other.setStatus(conversationId, status);
  await post(other, conversationId, { content: "to the candidate" });
  expect(other.conversations[0]?.status).toBe(status);
  await post(other, conversationId, { content: "Hola", message_type: "incoming" });
  expect(other.conversations[0]?.status).toBe(after);
});

test("a person's reply does not open a pending conversation", async () => {
  const { conversationId } = await startConversation(fake);
  fake.humanReply(conversationId, "Hi, Rita here");
  expect(fake.conversations[0]?.status).toBe("pending");
});

test("a blocked contact's conversation is resolved from the start and stays so", async () => {
  await call(fake, "POST /contacts", { name: "Eve", blocked: true, inbox_id: fake.inboxId, source_id: "1" });
  await call(fake, "POST /conversations", { source_id: "1" });
  await post(fake, fake.conversations[0]?.id ?? 0, { content: "Hola", message_type: "incoming" });
  expect(fake.conversations).toMatchObject([{ status: "resolved" }]);
});

test("attributes and labels of a conversation replace what was there", async () => {
  const { conversationId } = await startConversation(fake);
  const attributes = `POST /conversations/${conversationId}/custom_attributes`;
  await call(fake, attributes, { custom_attributes: { stage: "screening", score: 4 } });
  const replaced = await call(fake, attributes, { custom_attributes: { stage: "interview" } });
  expect(replaced.answer).toStrictEqual({ custom_attributes: { stage: "interview" } });
  for (const tooMuch of [{ stage: "a".repeat(1501) }, { score: 10_000_000_000 }]) {
    const refused = await call(fake, attributes, { custom_attributes: tooMuch });
    expect(refused).toMatchObject({ status: 422, answer: { attributes: ["custom_attributes"] } });
  }
  expect(fake.conversations[0]?.custom_attributes).toStrictEqual({ stage: "interview" });

  const labels = `/conversations/${conversationId}/labels`;
  await call(fake, `POST ${labels}`, { labels: ["cook", "madrid"] });
  expect((await call(fake, `POST ${labels}`, { labels: ["waiter"] })).answer).toStrictEqual({ payload: ["waiter"] });
  expect((await call(fake, `GET ${labels}`)).answer).toStrictEqual({ payload: ["waiter"] });
});

test("definitions take numbers or names, are unique by model, and may not hide a column", async () => {
  const path = "/custom_attribute_definitions";
  const stage = { attribute_display_name: "Stage", attribute_key: "stage" };
  const list = { ...stage, attribute_display_type: 6, attribute_model: 1, attribute_values: ["a", "b"] };
  expect(await call(fake, `POST ${path}`, list)).toMatchObject({
    status: 200,
    answer: { ...stage, attribute_display_type: "list", attribute_model: "contact_attribute" },
  });
  await call(fake, `POST ${path}`, { ...stage, attribute_model: "conversation_attribute" });
  expect((await call(fake, `GET ${path}?attribute_model=contact_attribute`)).answer).toHaveLength(1);
  expect((await call(fake, `GET ${path}?attribute_model=0`)).answer).toMatchObject([
    { attribute_display_type: "text" },
  ]);
  expect((await call(fake, `GET ${path}`)).answer).toHaveLength(2);
  const refusals = await Promise.all([
    call(fake, `POST ${path}`, list),
    call(fake, `POST ${path}`, { ...list, attribute_key: "city" }),
    call(fake, `POST ${path}`, { ...list, attribute_key: "two words" }),
    call(fake, `POST ${path}`, { ...list, attribute_key: "size", attribute_display_type: 42 }),
  ]);
  expect(refusals).toMatchObject([
    { status: 422, answer: { message: "Attribute key has already been taken", attributes: ["attribute_key"] } },
    { status: 422, answer: { attributes: ["attribute_key"] } },
    { status: 422, answer: { attributes: ["attribute_key"] } },
    { status: 500 },
  ]);
  expect(fake.customAttributeDefinitions).toHaveLength(2);
});

test("messages are listed oldest first: the latest 20, 20 before an id, what comes after one, or between two", async () => {
  const { conversationId } = await startConversation(fake);
  for (let number = 1; number <= 30; number += 1) fake.humanReply(conversationId, String(number));
  const id = (number: number) => fake.conversations[0]?.messages[number - 1]?.id;
  const path = `GET /conversations/${conversationId}/messages`;
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ content: String(first + index), message_type: 1 }));
  expect((await call(fake, path)).answer).toMatchObject({ meta: { labels: [] }, payload: range(11, 30) });
  expect((await call(fake, `${path}?before=${id(25)}`)).answer).toMatchObject({ payload: range(5, 24) });
  expect((await call(fake, `${path}?after=${id(5)}`)).answer).toMatchObject({ payload: range(6, 30) });
  const between = await call(fake, `${path}?after=${id(5)}&before=${id(8)}`);
  expect(between.answer).toMatchObject({ payload: range(5, 7) });
});

test("the status of a message goes forward, and steps that make no sense are ignored without a word", async () => {
  const { conversationId } = await startConversation(fake);
  const id = await post(fake, conversationId, { content: "Hola", content_attributes: { marker: 1 } });
  const path = `PATCH /conversations/${conversationId}/messages/${id}`;
  const answers: unknown[] = [];
  const error = { external_error: "131026" };
  for (const body of [
    { status: "failed", ...error },
    { status: "read" },
    { status: "delivered" },
    { status: "eaten" },
  ]) {
    answers.push(await call(fake, path, body));
  }
  expect(answers).toMatchObject([
    { status: 200, answer: { id, status: "failed", content_attributes: { marker: 1, ...error } } },
    { status: 200, answer: { status: "read", content_attributes: { marker: 1, external_error: null } } },
    { status: 200, answer: { status: "read" } },
    { status: 200, answer: { status: "read" } },
  ]);
  expect(await call(fake, `PATCH /conversations/${conversationId}/messages/1`, { status: "read" })).toStrictEqual(
    notFound,
  );
});

test("a reply by source id names the message that it answers", async () => {
  const { conversationId } = await startConversation(fake);
  const id = await post(fake, conversationId, { content: "Hola", message_type: "incoming", source_id: "wamid.1" });
  await post(fake, conversationId, { content: "Hi", content_attributes: { in_reply_to_external_id: "wamid.1" } });
  expect(fake.conversations[0]?.messages[1]?.content_attributes).toStrictEqual({
    in_reply_to: id,
    in_reply_to_external_id: "wamid.1",
  });
});

test("what a conversation shows: its last message, its sender, and no assignee", async () => {
  const { contactId, conversationId } = await startConversation(fake);
  await post(fake, conversationId, { content: "Hola", message_type: "incoming" });
  const { answer } = await call(fake, `GET /conversations/${conversationId}`);
  expect(answer).toMatchObject({
    id: conversationId,
    status: "pending",
    unread_count: 1,
    meta: { sender: { id: contactId, phone_number: "+34600111222" }, channel: "Channel::Api" },
    messages: [{ content: "Hola", message_type: 0, sender_type: "Contact", sender_id: contactId }],
  });
  expect(answer).not.toHaveProperty("meta.assignee");
});

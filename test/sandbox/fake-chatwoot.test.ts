import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeChatwoot, type FakeChatwootOptions, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { accountId, apiToken, call, post, startConversation, webhookSecret } from "./chatwoot-client.ts";

const aNumber: unknown = expect.any(Number);
const aString: unknown = expect.any(String);
const notFound = { status: 404, answer: { error: "Resource could not be found" } };
let fake: FakeChatwoot;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  fake = await start({});
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

test("a wrong or missing token and another account are refused, and no token is written down", async () => {
  expect(await call(fake, "GET /inboxes", undefined, "another")).toStrictEqual({
    status: 401,
    answer: { error: "Invalid Access Token" },
  });
  expect((await fetch(`${fake.url}/api/v1/accounts/${accountId}/inboxes`)).status).toBe(401);
  const elsewhere = `${fake.url}/api/v1/accounts/${accountId + 1}/inboxes`;
  expect((await fetch(elsewhere, { headers: { api_access_token: apiToken } })).status).toBe(404);
  expect(fake.requests).toMatchObject([{ path: "/inboxes", status: 401 }, { status: 401 }, { status: 404 }]);
  expect(JSON.stringify(fake.requests)).not.toContain(apiToken);
});

test("a contact and its link to the inbox are made in one call and found exactly", async () => {
  const identity = { name: "Ana", phone_number: "+34600111222", identifier: "wa:34600111222" };
  const created = await call(fake, "POST /contacts", { ...identity, inbox_id: fake.inboxId, source_id: "34600111222" });
  const link = { source_id: "34600111222", inbox: { id: fake.inboxId, channel_type: "Channel::Api" } };
  expect(created).toMatchObject({
    status: 200,
    answer: { payload: { contact: { ...identity, email: null, contact_inboxes: [link] }, contact_inbox: link } },
  });
  await call(fake, "POST /contacts", { name: "Ana without any address" });
  const byPhone = await filter([["phone_number", "equal_to", "34600111222", null]]);
  const byIdentifier = await filter([["identifier", "equal_to", "WA:34600111222", null]]);
  const byEither = await filter([
    ["phone_number", "equal_to", "+1", "OR"],
    ["identifier", "equal_to", "wa:34600111222", null],
  ]);
  for (const { answer } of [byPhone, byIdentifier, byEither]) {
    expect(answer).toMatchObject({ meta: { count: 1, current_page: 1 }, payload: [identity] });
  }
  const both = await filter([
    ["phone_number", "equal_to", "+1", "AND"],
    ["identifier", "equal_to", "wa:34600111222", null],
  ]);
  expect(both.answer).toMatchObject({ payload: [] });
  // Without address, number and identifier a contact is invisible to the filter, but not to the search.
  expect((await filter([["name", "contains", "ana", null]])).answer).toMatchObject({ meta: { count: 1 } });
  expect((await call(fake, "GET /contacts/search?q=ana")).answer).toMatchObject({
    meta: { count: 2, has_more: false },
  });
});

test("the search finds parts, and reads a plus sign that is not encoded as a space", async () => {
  await call(fake, "POST /contacts", { phone_number: "+34600111222" });
  await call(fake, "POST /contacts", { phone_number: "+34600111" });
  expect((await call(fake, "GET /contacts/search?q=%2B34600111")).answer).toMatchObject({ meta: { count: 2 } });
  expect((await call(fake, "GET /contacts/search?q=+34600111222")).answer).toMatchObject({ meta: { count: 1 } });
  expect((await call(fake, "GET /contacts/search?q=")).status).toBe(422);
});

test.each([
  ["an unknown key", [["shoe_size", "equal_to", "42", null]]],
  ["an unknown operator", [["identifier", "starts_with", "wa:", null]]],
  ["no connection between two conditions", Array.from({ length: 2 }, () => ["name", "equal_to", "Ana", null])],
])("a filter with %s is refused", async (_name, conditions) => {
  expect(await filter(conditions)).toStrictEqual({ status: 422, answer: { error: aString } });
});

test.each([
  ["phone_number", { phone_number: "+34600111222" }, "Phone number has already been taken"],
  ["identifier", { identifier: "wa:34600111222" }, "Identifier has already been taken"],
  ["phone_number", { phone_number: "34600999888" }, "Phone number should be in e164 format"],
])("a contact whose %s is taken or malformed is refused: %o", async (attribute, change, message) => {
  await call(fake, "POST /contacts", { phone_number: "+34600111222", identifier: "wa:34600111222" });
  const refused = await call(fake, "POST /contacts", { name: "Other", ...change });
  expect(refused).toStrictEqual({ status: 422, answer: { message, attributes: [attribute] } });
  expect(fake.contacts).toHaveLength(1);
});

test("attributes of a contact are merged, and a change of the contact itself collides with others only", async () => {
  const { contactId } = await startConversation(fake);
  await call(fake, `PUT /contacts/${contactId}`, { custom_attributes: { role: "cook", city: "Madrid" } });
  const change = { phone_number: "+34600111222", name: "Ana P.", custom_attributes: { city: "Sevilla" } };
  const changed = await call(fake, `PATCH /contacts/${contactId}`, change);
  expect(changed.answer).toMatchObject({ payload: { id: contactId, name: "Ana P." } });
  expect(fake.contacts[0]?.custom_attributes).toStrictEqual({ role: "cook", city: "Sevilla" });
  await call(fake, "POST /contacts", { phone_number: "+34600333444" });
  expect((await call(fake, `PUT /contacts/${contactId}`, { phone_number: "+34600333444" })).status).toBe(422);
});

test("a source id belongs to one contact: 422 for a conversation, 500 elsewhere, and nothing is made", async () => {
  const { contactId } = await startConversation(fake);
  const link = { inbox_id: fake.inboxId, source_id: "34600111222" };
  expect((await call(fake, "POST /contacts", { name: "Eve", ...link })).status).toBe(500);
  expect(fake.contacts).toHaveLength(1);
  await call(fake, "POST /contacts", { name: "Eve" });
  const eve = fake.contacts[1]?.id;
  expect((await call(fake, `POST /contacts/${eve}/contact_inboxes`, link)).status).toBe(500);
  const refused = await call(fake, "POST /conversations", { ...link, contact_id: eve });
  expect(refused).toStrictEqual({ status: 422, answer: { error: "source_id should be unique" } });
  expect(fake.conversations).toHaveLength(1);
  const again = await call(fake, `POST /contacts/${contactId}/contact_inboxes`, link);
  expect(again).toMatchObject({ status: 200, answer: { source_id: "34600111222", inbox: { id: fake.inboxId } } });
  const random = await call(fake, `POST /contacts/${contactId}/contact_inboxes`, { inbox_id: fake.inboxId });
  expect(random.answer).not.toMatchObject({ source_id: "34600111222" });
});

test("an active bot forces pending, and every post makes another conversation", async () => {
  const { contactId, conversationId } = await startConversation(fake);
  const body = { source_id: "34600111222", inbox_id: fake.inboxId, contact_id: contactId, status: "open" };
  const second = await call(fake, "POST /conversations", { ...body, message: { content: "Welcome" } });
  expect(second).toMatchObject({
    status: 200,
    answer: { id: conversationId + 1, status: "pending", messages: [{ content: "Welcome", message_type: 1 }] },
  });
  expect((await call(fake, "GET /conversations")).answer).toMatchObject({ data: { meta: { all_count: 0 } } });
  expect((await call(fake, "GET /conversations?status=all")).answer).toMatchObject({
    data: { meta: { all_count: 2 }, payload: [{ id: conversationId + 1 }, { id: conversationId }] },
  });
  expect((await call(fake, `GET /contacts/${contactId}/conversations`)).answer).toMatchObject({
    payload: [{ id: conversationId + 1 }, { id: conversationId }],
  });
  const oldWay = await call(fake, "POST /conversations", { source_id: "34600111222" });
  expect(oldWay).toMatchObject({
    status: 200,
    answer: { inbox_id: fake.inboxId, meta: { sender: { id: contactId } } },
  });
  expect(await call(fake, "POST /conversations", { source_id: "nobody" })).toStrictEqual(notFound);
});

test("without a bot a conversation starts open, and a second API inbox is listed beside the first", async () => {
  const other = await start({
    botLinked: false,
    moreInboxes: [{ name: "Second" }, { name: "Site", channelType: "Channel::WebWidget" }],
  });
  const { conversationId } = await startConversation(other);
  expect(other.conversations).toMatchObject([{ id: conversationId, status: "open" }]);
  const { answer } = await call(other, "GET /inboxes");
  expect(answer).toMatchObject({
    payload: [
      { id: other.inboxId, name: "WhatsApp", channel_type: "Channel::Api" },
      { name: "Second", channel_type: "Channel::Api" },
      { name: "Site", channel_type: "Channel::WebWidget" },
    ],
  });
  expect((await call(other, `GET /inboxes/${other.inboxId}/agent_bot`)).answer).toStrictEqual({});
});

test("the inbox, its bot and all bots are shown", async () => {
  const bot = { id: fake.botId, name: "Recruitment assistant" };
  expect((await call(fake, `GET /inboxes/${fake.inboxId}`)).answer).toMatchObject({ name: "WhatsApp" });
  expect((await call(fake, `GET /inboxes/${fake.inboxId}/agent_bot`)).answer).toMatchObject({ agent_bot: bot });
  expect((await call(fake, "GET /agent_bots")).answer).toMatchObject([bot]);
});

test("a message is answered with an integer type, and the same message twice is two messages", async () => {
  const { conversationId } = await startConversation(fake);
  const message = { content: "Hola", message_type: "incoming", source_id: "wamid.1", echo_id: "e1" };
  const first = await call(fake, `POST /conversations/${conversationId}/messages`, message);
  const second = await call(fake, `POST /conversations/${conversationId}/messages`, message);
  const { echo_id, ...kept } = { ...message, message_type: 0, status: "sent", private: false, content_attributes: {} };
  expect(first).toMatchObject({ status: 200, answer: { ...kept, echo_id, conversation_id: conversationId } });
  expect(first.answer).toMatchObject({ created_at: aNumber, sender: { type: "contact", name: "Ana Pérez" } });
  expect(fake.conversations[0]?.messages).toMatchObject([{ source_id: "wamid.1" }, { source_id: "wamid.1" }]);
  expect(first.answer).not.toMatchObject({ id: fake.conversations[0]?.messages[1]?.id });
  expect(second.status).toBe(200);
});

test("a message is the named bot's, or looks like a person's", async () => {
  const { conversationId } = await startConversation(fake);
  await post(fake, conversationId, { content: "1", sender_type: "AgentBot", sender_id: fake.botId });
  await post(fake, conversationId, { content: "2", sender_type: "AgentBot", sender_id: 999 });
  await post(fake, conversationId, { content: "3", private: true, content_attributes: { marker: "effect:1" } });
  expect(fake.conversations[0]?.messages).toMatchObject([
    { sender: { type: "agent_bot", id: fake.botId } },
    { sender: { type: "user" } },
    { sender: { type: "user" }, private: true, message_type: "outgoing", content_attributes: { marker: "effect:1" } },
  ]);
});

test.each([
  ["an unknown type", { message_type: "poem" }],
  ["an unknown content type", { content_type: "poem" }],
  ["150001 characters", { content: "a".repeat(150_001) }],
  ["a number as content", { content: 7 }],
])("a message with %s is refused", async (_name, change) => {
  const { conversationId } = await startConversation(fake);
  const path = `POST /conversations/${conversationId}/messages`;
  expect(await call(fake, path, { content: "Hola", ...change })).toStrictEqual({
    status: 422,
    answer: { error: aString },
  });
  expect((await call(fake, path, { content: "a".repeat(150_000) })).status).toBe(200);
  expect(fake.conversations[0]?.messages).toHaveLength(1);
});

test("incoming messages and statuses of messages are for API inboxes only", async () => {
  const other = await start({ moreInboxes: [{ name: "Site", channelType: "Channel::WebWidget" }] });
  const { conversationId } = await startConversation(other, "34600111222", other.inboxId + 1);
  const incoming = { content: "Hola", message_type: "incoming" };
  expect(await call(other, `POST /conversations/${conversationId}/messages`, incoming)).toStrictEqual({
    status: 422,
    answer: { error: "Incoming messages are only allowed in Api inboxes" },
  });
  const id = await post(other, conversationId, { content: "Hi" });
  const path = `PATCH /conversations/${conversationId}/messages/${id}`;
  expect((await call(other, path, { status: "read" })).status).toBe(403);
});

test.each([
  ["Dear {{contact.name}} of {{ inbox.name }}", "Dear Ana Pérez of WhatsApp"],
  ["{{ salary }}{% assign a = 1 %}?", "?"],
  ["code `{{contact.name}}` stays", "code `{{contact.name}}` stays"],
  ["{% raw %}{{contact.name}}{% endraw %}", "{{contact.name}}"],
  ["{{ '{{' }}contact.name}}", "{{contact.name}}"],
  ["not closed {{ contact.name", "not closed {{ contact.name"],
  ["broken {{ a } before {{contact.name}}", "broken {{ a } before {{contact.name}}"],
  ["{% poem %}{{contact.name}}", "{% poem %}{{contact.name}}"],
  ["{% raw %}a `b` c{% endraw %}", "{% raw %}a `b` c{% endraw %}"],
])("outgoing text is rendered as a template: %s", async (content, rendered) => {
  const { conversationId } = await startConversation(fake);
  await post(fake, conversationId, { content });
  await post(fake, conversationId, { content, private: true });
  await post(fake, conversationId, { content, message_type: "incoming" });
  const contents = fake.conversations[0]?.messages.map((message) => message.content);
  expect(contents).toStrictEqual([rendered, rendered, content]);
});

async function start(options: Partial<FakeChatwootOptions>): Promise<FakeChatwoot> {
  const started = await startFakeChatwoot({ apiToken, accountId, webhookSecret, ...options });
  closing.push(() => started.stop());
  return started;
}

function filter(conditions: (string | null)[][]) {
  const payload = conditions.map(([attribute_key, filter_operator, value, query_operator]) => ({
    attribute_key,
    filter_operator,
    values: [value],
    query_operator,
  }));
  return call(fake, "POST /contacts/filter", { payload });
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeChatwoot, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { accountId, apiToken, call, post, startConversation, webhookSecret } from "./chatwoot-client.ts";

const soon = { timeout: 10_000 };
let fake: FakeChatwoot;

beforeEach(async () => {
  fake = await startFakeChatwoot({ apiToken, accountId, webhookSecret });
});

afterEach(async () => {
  await fake.stop();
});

test("scripted answers are used once each, in order, and change nothing", async () => {
  fake.script([
    { kind: "status", http: 429, body: "Retry later" },
    { kind: "status", http: 422, body: { error: "Too many messages" } },
  ]);
  const contact = { name: "Ana" };
  expect((await call(fake, "POST /contacts", contact, "another")).status).toBe(401);
  expect(await call(fake, "POST /contacts", contact)).toStrictEqual({ status: 429, answer: "Retry later" });
  expect((await call(fake, "POST /contacts", contact)).answer).toStrictEqual({ error: "Too many messages" });
  expect(fake.contacts).toStrictEqual([]);
  expect((await call(fake, "POST /contacts", contact)).status).toBe(200);
  expect(fake.requests).toMatchObject(
    [401, 429, 422, 200].map((status) => ({ status, path: "/contacts", body: contact })),
  );
});

test("a failure for certain calls lets the others pass", async () => {
  fake.script([
    { kind: "status", http: 500, body: {}, matching: /^POST \/contacts$/ },
    { kind: "status", http: 503, body: {}, matching: "/contacts/filter" },
  ]);
  const statuses: number[] = [];
  const filter = { payload: [{ attribute_key: "name", filter_operator: "equal_to", values: ["Ana"] }] };
  for (const line of ["POST /contacts/filter?page=1", "POST /contacts", "POST /contacts/filter", "POST /contacts"]) {
    statuses.push((await call(fake, line, filter)).status);
  }
  expect(statuses).toStrictEqual([503, 500, 200, 200]);
});

test("a call whose answer is cut off was carried out all the same", async () => {
  const { conversationId } = await startConversation(fake);
  fake.script([{ kind: "reset-after-accept", matching: "/messages" }]);
  await expect(post(fake, conversationId, { content: "Hola" })).rejects.toThrow();
  expect(fake.conversations[0]?.messages).toMatchObject([{ content: "Hola" }]);
  expect(fake.requests.at(-1)).toMatchObject({ method: "POST", status: null });
});

test("a call that is never answered was carried out, and does not hold up a stop", async () => {
  const { conversationId } = await startConversation(fake);
  fake.script([{ kind: "hang-after-accept" }]);
  const hanging = post(fake, conversationId, { content: "Hola" }).catch(() => "cut off");
  await vi.waitFor(() => expect(fake.conversations[0]?.messages).toHaveLength(1), soon);
  await fake.stop();
  expect(await hanging).toBe("cut off");
});

test("a delayed answer comes after the message was taken", async () => {
  const { conversationId } = await startConversation(fake);
  const order: unknown[] = [];
  fake.onMessage((message, conversation) => order.push([message.content, conversation.id]));
  fake.script([{ kind: "delay", ms: 20 }]);
  await post(fake, conversationId, { content: "Hola" });
  order.push("answered");
  expect(order).toStrictEqual([["Hola", conversationId], "answered"]);
});

test("a delayed answer does not hold up other calls, nor a stop", async () => {
  const { conversationId } = await startConversation(fake);
  fake.script([{ kind: "delay", ms: 600_000 }]);
  const delayed = post(fake, conversationId, { content: "Hola" }).catch(() => "cut off");
  await vi.waitFor(() => expect(fake.conversations[0]?.messages).toHaveLength(1), soon);
  expect((await call(fake, "GET /inboxes")).status).toBe(200);
  expect(fake.requests.slice(-2)).toMatchObject([{ method: "POST", status: null }, { status: 200 }]);
  await fake.stop();
  await delayed;
});

test("a body that is no JSON is refused and written down as it came", async () => {
  expect((await call(fake, "POST /contacts", "{")).status).toBe(400);
  expect(fake.requests).toMatchObject([{ body: "{", status: 400 }]);
});

test("another process reads the state, replies, sets the status and scripts failures", async () => {
  const { contactId, conversationId } = await startConversation(fake);
  const note = { conversation_id: conversationId, content: "call her", private: true };
  expect(await send("/_reply", note)).toMatchObject({ status: 200 });
  expect(await send("/_status", { conversation_id: conversationId, status: "open" })).toMatchObject({ status: 200 });
  const state: unknown = await (await fetch(`${fake.url}/_state`)).json();
  expect(state).toMatchObject({
    contacts: [{ id: contactId }],
    conversations: [
      { status: "open", messages: [{ content: "call her", private: true, sender: { type: "user" } }, {}] },
    ],
    customAttributeDefinitions: [],
  });
  expect((await send("/_script", [{ kind: "status", http: 503, body: {} }])).status).toBe(200);
  expect((await call(fake, "GET /inboxes")).status).toBe(503);
  expect((await send("/_status", { conversation_id: conversationId, status: "eaten" })).status).toBe(400);
  expect((await send("/_reply", { ...note, conversation_id: 999 })).status).toBe(404);
  expect((await send("/_reply", { ...note, content: "" })).status).toBe(400);
});

test("the page shows everything escaped, under a policy without scripts", async () => {
  const { conversationId } = await startConversation(fake);
  await post(fake, conversationId, { content: `<script>alert("1")</script>`, message_type: "incoming" });
  fake.humanAttachment(conversationId);
  const page = await fetch(`${fake.url}/`);
  const html = await page.text();
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(html).toContain("&#60;script&#62;alert(&#34;1&#34;)");
  expect(html).not.toContain("<script");
  expect(html).toContain("[image]");
  expect(html).toContain(`name="conversation_id" value="${conversationId}"`);
});

test("the forms of the page come back to it, and forms of other pages are refused", async () => {
  const { conversationId } = await startConversation(fake);
  const form = new URLSearchParams({ conversation_id: String(conversationId), content: "Hi & bye", private: "true" });
  const sent = await fetch(`${fake.url}/_reply`, {
    method: "POST",
    redirect: "manual",
    body: form,
    headers: { origin: fake.url },
  });
  expect([sent.status, sent.headers.get("location")]).toStrictEqual([303, "/"]);
  const foreign = await fetch(`${fake.url}/_reply`, {
    method: "POST",
    body: form,
    headers: { origin: "http://evil.example" },
  });
  expect(foreign.status).toBe(403);
  expect(fake.conversations[0]?.messages).toMatchObject([{ content: "Hi & bye", private: true }]);
});

function send(path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${fake.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

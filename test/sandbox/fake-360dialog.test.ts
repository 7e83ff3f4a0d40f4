import { fastify } from "fastify";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type Fake360dialog, startFake360dialog } from "../../sandbox/fake-360dialog.ts";

const apiKey = "the-key";
const aString: unknown = expect.any(String);
const soon = { timeout: 10_000 };
let fake: Fake360dialog;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  fake = await startFake360dialog({ apiKey });
  closing.push(() => fake.stop());
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

test("a text is accepted in the provider's shape and stays in the journal", async () => {
  const response = await send({ text: { body: "Hola" }, biz_opaque_callback_data: "effect:1" });
  const [message] = fake.messagesTo("34600111222");
  expect(response.status).toBe(200);
  expect(await response.json()).toStrictEqual({
    messaging_product: "whatsapp",
    contacts: [{ input: "+34600111222", wa_id: "34600111222" }],
    messages: [{ id: message?.wamid }],
  });
  expect(message).toMatchObject({ text: "Hola", callback: "effect:1", wamid: aString });
  expect(fake.requests).toMatchObject([{ status: 200, wamid: message?.wamid, body: { text: { body: "Hola" } } }]);
  expect(JSON.stringify(fake.requests)).not.toContain(apiKey);
});

test("a BSUID recipient is answered with a user id, and a phone number wins over it", async () => {
  const byUserId = await send({ to: undefined, recipient: "ES.1349" });
  expect(await byUserId.json()).toMatchObject({ contacts: [{ input: "ES.1349", user_id: "ES.1349" }] });
  await send({ recipient: "ES.1349" });
  expect(fake.messagesTo("ES.1349")).toHaveLength(1);
  expect(fake.messagesTo("34600111222")).toHaveLength(1);
});

test("a wrong key is refused in 360dialog's own shape, before anything is accepted", async () => {
  const response = await send({}, { "d360-api-key": "another" });
  expect(response.status).toBe(401);
  expect(await response.json()).toStrictEqual({
    meta: { success: false, http_code: 401, developer_message: aString },
  });
  expect(fake.requests).toMatchObject([{ status: 401, wamid: null }]);
  expect(fake.messagesTo("34600111222")).toStrictEqual([]);
});

test.each([
  ["no product", { messaging_product: undefined }, 100],
  ["another product", { messaging_product: "sms" }, 131009],
  ["no recipient", { to: undefined }, 100],
  ["a BSUID as phone number", { to: "ES.1349" }, 131009],
  ["a phone number as BSUID", { to: undefined, recipient: "34600111222" }, 131009],
  ["an unknown type", { type: "poem" }, 131009],
  ["no text", { text: undefined }, 100],
  ["an empty text", { text: { body: "" } }, 131009],
  ["a text of 4097 characters", { text: { body: "a".repeat(4097) } }, 131009],
  ["callback data of 513 characters", { biz_opaque_callback_data: "a".repeat(513) }, 131009],
])("a send with %s is refused with Meta's error", async (_name, change, code) => {
  const response = await send(change);
  expect(response.status).toBe(400);
  const message: unknown = expect.stringContaining(`(#${code})`);
  expect(await response.json()).toStrictEqual({
    error: {
      message,
      type: "OAuthException",
      code,
      error_data: { messaging_product: "whatsapp", details: aString },
      fbtrace_id: aString,
    },
  });
  expect(fake.requests).toMatchObject([{ status: 400, wamid: null }]);
});

test("the longest text and callback are accepted", async () => {
  const response = await send({ text: { body: "a".repeat(4096) }, biz_opaque_callback_data: "b".repeat(512) });
  expect(response.status).toBe(200);
});

test("a body that is not JSON is refused and kept in the journal", async () => {
  const broken = await post("/messages", "{", {});
  const undeclaredBody = JSON.stringify(textMessage({}));
  const undeclared = await post("/messages", undeclaredBody, { "content-type": "text/plain" });
  expect([broken.status, undeclared.status]).toStrictEqual([400, 400]);
  expect(fake.requests).toMatchObject([{ body: "{" }, { body: undeclaredBody }]);
});

test("a read receipt is acknowledged, with and without typing, and is no message", async () => {
  const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" };
  const response = await post("/messages", JSON.stringify(read), {});
  await post("/messages", JSON.stringify({ ...read, typing_indicator: { type: "text" } }), {});
  expect(await response.json()).toStrictEqual({ success: true });
  expect(fake.readReceipts()).toMatchObject([
    { messageId: "wamid.1", typing: false },
    { messageId: "wamid.1", typing: true },
  ]);
  const wrong = await post("/messages", JSON.stringify({ ...read, message_id: undefined }), {});
  expect(wrong.status).toBe(400);
});

test("scripted answers are used once each, in order, by sends only", async () => {
  const error = { error: { code: 131056 } };
  fake.script([
    { kind: "status", http: 400, body: error },
    { kind: "status", http: 502, body: "<html>" },
  ]);
  await post("/messages", JSON.stringify({ messaging_product: "whatsapp", status: "read", message_id: "wamid.1" }), {});
  const [first, second, third] = [await send({}), await send({}), await send({})];
  expect([first.status, second.status, third.status]).toStrictEqual([400, 502, 200]);
  expect(await first.json()).toStrictEqual(error);
  expect(await second.text()).toBe("<html>");
  expect(fake.messagesTo("34600111222")).toHaveLength(1);
});

test("a message whose answer is cut off was accepted all the same", async () => {
  fake.script([{ kind: "reset-after-accept" }]);
  await expect(send({})).rejects.toThrow();
  expect(fake.messagesTo("34600111222")).toHaveLength(1);
  expect(fake.requests).toMatchObject([{ status: null, wamid: aString }]);
});

test("a message that is never answered was accepted, and does not hold up a stop", async () => {
  fake.script([{ kind: "hang-after-accept" }]);
  const hanging = send({}).catch(() => "cut off");
  await vi.waitFor(() => expect(fake.messagesTo("34600111222")).toHaveLength(1), soon);
  expect(fake.requests).toMatchObject([{ status: null }]);
  await fake.stop();
  expect(await hanging).toBe("cut off");
});

test("a delayed answer comes after the message was taken", async () => {
  const order: string[] = [];
  fake.onMessage(() => order.push("taken"));
  fake.script([{ kind: "delay", ms: 20 }]);
  const response = await send({});
  order.push("answered");
  expect(response.status).toBe(200);
  expect(order).toStrictEqual(["taken", "answered"]);
});

test("another process reads, clears and scripts over HTTP", async () => {
  const scripted = await post("/_script", JSON.stringify([{ kind: "status", http: 503, body: {} }]), {});
  expect(scripted.status).toBe(200);
  expect((await post("/_script", JSON.stringify([{ kind: "surprise" }]), {})).status).toBe(400);
  expect((await send({})).status).toBe(503);
  await send({});
  const received: unknown = await (await fetch(`${fake.url}/_received`)).json();
  expect(received).toMatchObject({ requests: [{ status: 503 }, { status: 200 }], messages: [{ text: "Hola" }] });
  await fetch(`${fake.url}/_received`, { method: "DELETE" });
  expect([fake.requests, fake.messagesTo("34600111222")]).toStrictEqual([[], []]);
});

test("an accepted message is reported as sent, delivered and read, again until the service says 200", async () => {
  const service = await startService([503, 201]);
  fake.webhook = { url: service.url, secret: "the-secret" };
  await send({ biz_opaque_callback_data: "effect:9" });
  await vi.waitFor(() => expect(service.received).toHaveLength(5), soon);
  const wamid = fake.messagesTo("34600111222")[0]?.wamid;
  const statuses = service.received.map(({ body }) => statusIn(body));
  expect(statuses).toMatchObject(
    ["sent", "sent", "sent", "delivered", "read"].map((status) => ({
      id: wamid,
      status,
      recipient_id: "34600111222",
      biz_opaque_callback_data: "effect:9",
    })),
  );
  expect(new Set(service.received.map((one) => one.authorization))).toStrictEqual(new Set(["Bearer the-secret"]));
});

test("nothing is reported when statuses are off", async () => {
  const service = await startService([]);
  fake.webhook = { url: service.url, secret: "the-secret" };
  fake.statuses = false;
  await send({});
  fake.statuses = true;
  await send({ to: "34600333444" });
  await vi.waitFor(() => expect(service.received).toHaveLength(3), soon);
  expect(new Set(service.received.map(({ body }) => statusIn(body)?.["recipient_id"]))).toEqual(
    new Set(["34600333444"]),
  );
});

test("a stop does not wait for a service that keeps refusing", async () => {
  const service = await startService(Array.from({ length: 100 }, () => 503));
  fake.webhook = { url: service.url, secret: "the-secret" };
  await send({});
  await vi.waitFor(() => expect(service.received.length).toBeGreaterThan(0), soon);
  await fake.stop();
  expect(service.received.map(({ body }) => statusIn(body)?.["status"])).not.toContain("delivered");
});

interface ReceivedWebhook {
  authorization: string | undefined;
  body: unknown;
}

/** A service that answers with the given statuses first, then always 200. */
async function startService(answers: number[]) {
  const received: ReceivedWebhook[] = [];
  const server = fastify({ forceCloseConnections: true });
  server.post("/webhook", async (request, reply) => {
    received.push({ authorization: request.headers.authorization, body: request.body });
    return reply.code(answers.shift() ?? 200).send({});
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  closing.push(() => server.close());
  return { url: `${address}/webhook`, received };
}

function statusIn(body: unknown) {
  const value = z.object({ statuses: z.array(z.record(z.string(), z.unknown())) });
  const envelope = z.object({ entry: z.array(z.object({ changes: z.array(z.object({ value })) })) });
  return envelope.parse(body).entry[0]?.changes[0]?.value.statuses[0];
}

function send(change: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Response> {
  return post("/messages", JSON.stringify(textMessage(change)), headers);
}

function textMessage(change: Record<string, unknown>) {
  return { messaging_product: "whatsapp", to: "+34600111222", type: "text", text: { body: "Hola" }, ...change };
}

function post(path: string, body: string, headers: Record<string, string>): Promise<Response> {
  const defaults = { "content-type": "application/json", "d360-api-key": apiKey };
  return fetch(`${fake.url}${path}`, { method: "POST", headers: { ...defaults, ...headers }, body });
}

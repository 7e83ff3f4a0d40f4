import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { createChatwootRoutes, type WebhookParts } from "../../src/chatwoot/webhook.ts";
import { RequestError } from "../../src/errors.ts";
import type { RecruiterEvent } from "../../src/message.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createServer } from "../../src/server.ts";
import { waitFor } from "../support/wait-for.ts";
import { startMirror } from "./start-mirror.ts";
import { messageBody, own, statusBody } from "./webhook-body.ts";

const url = "/webhooks/chatwoot";
const secret = "a-secret-that-is-in-use";
const newSecret = "the-secret-that-comes-next";
const json = (body: unknown) => JSON.stringify(body);
const text = json(messageBody());

test("a recruiter's message is recorded, then acknowledged", async () => {
  const { post, recorded, count } = await serve();
  const answer = await post(text);
  expect([answer.statusCode, answer.body]).toEqual([200, "{}"]);
  expect(recorded).toMatchObject([{ kind: "chatwoot.reply", conversation: 12, action: { messageId: 1001 } }]);
  expect(await count("webhook_events_total")).toEqual({ [labels("chatwoot.reply", "stored")]: 1 });
});

test.each<[string, object, string, "duplicate" | "parked" | "ignored"]>([
  ["known before", statusBody(), "chatwoot.status", "duplicate"],
  ["not understood", messageBody({ sender: null }), "chatwoot.template", "parked"],
  ["of a conversation that is not ours", statusBody(), "chatwoot.status", "parked"],
  ["nothing for us", messageBody({ private: true }), "chatwoot.note", "ignored"],
])("%s: acknowledged and counted", async (_name, body, kind, outcome) => {
  const { post, recorded, count } = await serve({
    record: async () => (outcome === "ignored" ? "stored" : outcome),
  });
  expect((await post(json(body))).statusCode).toBe(200);
  expect(recorded).toHaveLength(outcome === "ignored" ? 0 : 1);
  expect(await count("webhook_events_total")).toEqual({ [labels(kind, outcome)]: 1 });
});

test("what cannot be stored is not acknowledged", async () => {
  const { post, count } = await serve({
    record: () => Promise.reject(new RequestError(503, "cannot_store", "try again", { retryAfterSeconds: 1 })),
  });
  const answer = await post(text);
  expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "1"]);
  expect(await count("webhook_events_total")).toEqual({ [labels("chatwoot.reply", "rejected")]: 1 });
});

test("nothing is acknowledged before it is stored", async () => {
  const { promise, resolve } = Promise.withResolvers<"stored">();
  const { post, recorded } = await serve({ record: () => promise });
  let acknowledged = false;
  const answer = post(text).then((response) => {
    acknowledged = true;
    return response.statusCode;
  });
  await waitFor(() => expect(recorded).toHaveLength(1));
  expect(acknowledged).toBe(false);
  resolve("stored");
  expect(await answer).toBe(200);
});

test("what is signed but not JSON is refused", async () => {
  const { post, recorded } = await serve();
  expect((await post("{")).statusCode).toBe(400);
  expect(recorded).toEqual([]);
});

test("JSON of any shape is parked, whatever content type it claims", async () => {
  const { post, recorded } = await serve();
  for (const body of ["null", "[null]", `${"[".repeat(2_000)}${"]".repeat(2_000)}`]) {
    expect((await post(body, { "content-type": "text/nonsense; charset" })).statusCode).toBe(200);
  }
  expect(recorded).toMatchObject([{ conversation: 0 }, { conversation: 0 }, { conversation: 0 }]);
});

test("bodies up to 1 MB are read, larger ones refused", async () => {
  const { post } = await serve();
  const filler = (bytes: number) => `"${"a".repeat(bytes - 2)}"`;
  expect((await post(filler(1024 * 1024))).statusCode).toBe(200);
  expect((await post(filler(1024 * 1024 + 1))).statusCode).toBe(413);
});

test.each<[string, Record<string, string>]>([
  ["the secret", signed(text)],
  ["the next secret", signed(text, { key: newSecret })],
  ["a clock that goes behind", signed(text, { ageSeconds: 290 })],
  ["a clock that goes ahead", signed(text, { ageSeconds: -290 })],
])("%s: received", async (_name, headers) => {
  const { app, recorded } = await serve();
  expect((await app.inject({ method: "POST", url, headers, body: text })).statusCode).toBe(200);
  expect(recorded).toHaveLength(1);
});

const right = signed(text);
const signature = right["x-chatwoot-signature"] ?? "";
const timestamp = right["x-chatwoot-timestamp"] ?? "";

test.each<[string, Record<string, string>]>([
  ["nothing", {}],
  ["no signature", { "x-chatwoot-timestamp": timestamp }],
  ["no timestamp", { "x-chatwoot-signature": signature }],
  ["an empty signature", { ...right, "x-chatwoot-signature": "" }],
  ["an empty timestamp", { ...right, "x-chatwoot-timestamp": "" }],
  ["another secret", signed(text, { key: "wrong" })],
  ["both secrets as they are configured", signed(text, { key: `${secret},${newSecret}` })],
  ["another body", signed(`${text} `)],
  ["a signature of the body alone", { ...right, "x-chatwoot-signature": `sha256=${hmac(text)}` }],
  ["a signature without its algorithm", { ...right, "x-chatwoot-signature": signature.replace("sha256=", "") }],
  ["a signature in capitals", { ...right, "x-chatwoot-signature": signature.toUpperCase() }],
  ["a signature cut short", { ...right, "x-chatwoot-signature": signature.slice(0, -1) }],
  ["the signature of another second", { ...right, "x-chatwoot-timestamp": String(Number(timestamp) - 1) }],
  ["an old timestamp", signed(text, { ageSeconds: 310 })],
  ["a timestamp of the future", signed(text, { ageSeconds: -310 })],
  ["a timestamp in milliseconds", signed(text, { stamp: String(Date.now()) })],
  ["a timestamp that is no number", signed(text, { stamp: "now" })],
  ["a timestamp with a fraction", signed(text, { stamp: `${timestamp}.0` })],
  ["the secret as a bearer", { authorization: `Bearer ${secret}` }],
])("%s: 401, and nothing is received", async (_name, headers) => {
  const { app, recorded, count } = await serve();
  const answer = await app.inject({ method: "POST", url, headers, body: text });
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toMatchObject({ error: { code: "bad_credentials" } });
  expect(recorded).toEqual([]);
  expect(await count("webhook_auth_failures_total")).toEqual({ 'provider="chatwoot"': 1 });
  expect(await count("webhook_events_total")).toEqual({});
});

test("a signature covers the bytes as they came", async () => {
  const { post, recorded } = await serve();
  const body = Buffer.concat([
    Buffer.from(`${text.slice(0, -1)},\r\n "x": "\\u003c\\u00f1ñ `),
    Buffer.from([0xff]),
    Buffer.from('" }'),
  ]);
  expect((await post(body)).statusCode).toBe(200);
  expect(recorded).toMatchObject([{ kind: "chatwoot.reply" }]);
});

test.each([
  ["no signature", `x-chatwoot-timestamp: ${timestamp}`],
  ["no timestamp", "x-chatwoot-signature: sha256=00"],
  ["an old timestamp", "x-chatwoot-signature: sha256=00\r\nx-chatwoot-timestamp: 1700000000"],
])("%s: no body is waited for", async (_name, headers) => {
  const { app } = await serve();
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("data", (chunk) => resolve(String(chunk))).on("error", reject);
  socket.write(`POST ${url} HTTP/1.1\r\nhost: a\r\n${headers}\r\ncontent-length: 1000000\r\n\r\n`);
  expect(await promise).toMatch(/^HTTP\/1\.1 401 /);
  socket.destroy();
});

test("bodies whose sender is not proven yet are bounded", async () => {
  const { app } = await serve();
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const status = async () =>
    (await fetch(`http://127.0.0.1:${port}${url}`, { method: "POST", headers: signed(text), body: text })).status;
  const head = `POST ${url} HTTP/1.1\r\nhost: a\r\nx-chatwoot-signature: 00\r\nx-chatwoot-timestamp: ${timestamp}\r\ncontent-length: ${1024 * 1024}\r\n\r\n`;
  const sockets = Array.from({ length: 64 }, () => connect(Number(port), "127.0.0.1").on("error", () => {}));
  for (const socket of sockets) socket.write(head);
  await waitFor(async () => expect(await status()).toBe(503));
  for (const socket of sockets) socket.destroy();
  await waitFor(async () => expect(await status()).toBe(200));
});

test("too many wrong signatures are 429, right ones of the same address still go through", async () => {
  const { app, post } = await serve();
  const statuses: number[] = [];
  for (let i = 0; i < 61; i += 1) {
    statuses.push(
      (await app.inject({ method: "POST", url, headers: signed(text, { key: "wrong" }), body: text })).statusCode,
    );
  }
  expect([new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([new Set([401]), 429]);
  expect((await post(text)).statusCode).toBe(200);
});

test("what a whole Chatwoot sends: only recruiters' doings are recorded, each once", async () => {
  const recorded = new Map<string, RecruiterEvent>();
  const { app } = await serve({
    record: (event) => {
      const isNew = !recorded.has(event.key);
      recorded.set(event.key, event);
      return Promise.resolve(isNew ? "stored" : "duplicate");
    },
  });
  const webhookUrl = `${await app.listen({ host: "127.0.0.1", port: 0 })}${url}`;
  const fake = await startFakeChatwoot({
    apiToken: "token",
    accountId: own.accountId,
    webhookSecret: secret,
    webhookUrl,
  });
  onTestFinished(() => fake.stop());
  fake.duplicateWebhooks = true;
  const { send, effect } = await startMirror({ config: { baseUrl: fake.url, apiToken: "token" } });
  await send(effect("incoming", { text: "Hola", source_id: "wamid.IN1==" }));
  await send(effect("outgoing", { text: "¡Hola!", source_id: "wamid.OUT1==", error: null }));
  await send(effect("note", { text: "Summary" }));
  fake.humanReply(1, "Puedes empezar el lunes");
  fake.humanReply(1, "Entre nosotros", { private: true });
  fake.humanAttachment(1);
  await send(effect("open", {}));
  await fake.delivered();

  expect(new Set(fake.deliveries.map(({ status }) => status))).toEqual(new Set([200]));
  expect([...recorded.values()].map(({ kind, conversation, action }) => [kind, conversation, action])).toEqual([
    ["chatwoot.status", 1, expect.objectContaining({ status: "pending" })],
    ["chatwoot.reply", 1, expect.objectContaining({ text: "Puedes empezar el lunes" })],
    ["chatwoot.unsendable", 1, expect.anything()],
    ["chatwoot.status", 1, expect.objectContaining({ status: "open" })],
  ]);
});

async function serve({ record }: Partial<Pick<WebhookParts, "record">> = {}) {
  const recorded: RecruiterEvent[] = [];
  const metrics = createMetrics();
  const chatwoot = createChatwootRoutes({
    config: { webhookSecrets: [secret, newSecret], ...own },
    record: (event) => {
      recorded.push(event);
      return record === undefined ? Promise.resolve("stored") : record(event);
    },
    metrics,
  });
  const log = createLogger({ logLevel: "silent", version: "test" });
  const app = await createServer({ isDraining: () => false, log, metrics, routes: [chatwoot] });
  onTestFinished(async () => {
    app.server.closeAllConnections();
    await app.close();
  });

  /** The values of one metric by their labels. */
  async function count(name: string): Promise<Record<string, number>> {
    const lines = (await metrics.registry.metrics()).matchAll(new RegExp(`^${name}(?:{(.*)})? (\\S+)$`, "gm"));
    return Object.fromEntries([...lines].map(([, found = "", value]) => [found, Number(value)]));
  }

  function post(body: string | Buffer, headers: Record<string, string> = {}) {
    return app.inject({ method: "POST", url, headers: { ...headers, ...signed(body) }, body });
  }

  return { app, recorded, count, post };
}

function labels(kind: string, outcome: string): string {
  return `provider="chatwoot",kind="${kind}",outcome="${outcome}"`;
}

function signed(body: string | Buffer, how: { key?: string; ageSeconds?: number; stamp?: string } = {}) {
  const { key = secret, ageSeconds = 0, stamp = String(Math.floor(Date.now() / 1000) - ageSeconds) } = how;
  const bytes = Buffer.concat([Buffer.from(`${stamp}.`), Buffer.from(body)]);
  return { "x-chatwoot-signature": `sha256=${hmac(bytes, key)}`, "x-chatwoot-timestamp": stamp };
}

function hmac(bytes: string | Buffer, key = secret): string {
  return createHmac("sha256", key).update(bytes).digest("hex");
}

import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { waitFor } from "../support/wait-for.ts";
import { answerToHead, bearer, newSecret, post, secret, serve, url } from "./serve-webhook.ts";

describe("credentials", () => {
  test.each<[string, Record<string, string>]>([
    ["Bearer", bearer],
    ["Bearer with the next secret", { authorization: `Bearer ${newSecret}` }],
    ["Basic", { authorization: basic(`360dialog:${secret}`) }],
    ["Basic with the next secret", { authorization: basic(`360dialog:${newSecret}`) }],
    ["a signature", { "x-360dialog-signature": sign("{}", secret) }],
    ["a signature with the next secret", { "x-360dialog-signature": sign("{}", newSecret) }],
    ["a header and a signature", { ...bearer, "x-360dialog-signature": sign("{}", newSecret) }],
  ])("%s: received", async (_name, headers) => {
    const { app, received } = await serve();
    const answer = await app.inject({ method: "POST", url, headers, body: "{}" });
    expect([answer.statusCode, answer.body]).toEqual([200, "{}"]);
    expect(received).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string?]>([
    ["none", {}],
    ["an empty header", { authorization: "" }],
    ["a wrong secret", { authorization: "Bearer wrong" }],
    ["the bare secret", { authorization: secret }],
    ["the secret in the query", {}, `?token=${secret}&secret=${secret}&authorization=Bearer%20${secret}`],
    ["the secret in another header", { "x-api-key": secret, "x-webhook-secret": secret }],
    ["bearer in small letters", { authorization: `bearer ${secret}` }],
    ["Bearer without a space", { authorization: `Bearer${secret}` }],
    ["Bearer with two spaces", { authorization: `Bearer  ${secret}` }],
    ["a secret with one letter more", { authorization: `Bearer ${secret}x` }],
    ["a secret with one letter less", { authorization: `Bearer ${secret.slice(0, -1)}` }],
    ["both secrets as they are configured", { authorization: `Bearer ${secret},${newSecret}` }],
    ["Basic with another user", { authorization: basic(`360Dialog:${secret}`) }],
    ["Basic without a user", { authorization: basic(`:${secret}`) }],
    ["Basic that is not base64", { authorization: `Basic 360dialog:${secret}` }],
    ["a wrong signature", { "x-360dialog-signature": sign("{ }", secret) }],
    ["a signature with a wrong secret", { "x-360dialog-signature": sign("{}", "wrong") }],
    ["an empty signature", { "x-360dialog-signature": "" }],
    ["a right header with a wrong signature", { ...bearer, "x-360dialog-signature": sign("{}", "wrong") }],
    ["a right header with an empty signature", { ...bearer, "x-360dialog-signature": "" }],
    [
      "a right signature with a wrong header",
      { authorization: "Bearer x", "x-360dialog-signature": sign("{}", secret) },
    ],
  ])("%s: 401, and nothing is received", async (_name, headers, query = "") => {
    const { app, received, count } = await serve();
    const answer = await app.inject({ method: "POST", url: url + query, headers, body: "{}" });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: "bad_credentials" } });
    expect(answer.body).not.toContain(secret);
    expect(received).toEqual([]);
    expect(await count("webhook_auth_failures_total")).toEqual({ 'provider="360dialog"': 1 });
  });

  test("a signature covers the bytes as they came", async () => {
    const { app, received } = await serve();
    const body = '{ "messages" : [],\r\n "ñ": "\\u00f1" }';
    const headers = { "x-360dialog-signature": sign(body, secret) };
    expect((await app.inject({ method: "POST", url, headers, body })).statusCode).toBe(200);
    expect(received).toMatchObject([[{ kind: "messages.other" }]]);
  });

  test("are asked for before the body", async () => {
    const head = [`POST ${url} HTTP/1.1`, "host: a", "content-length: 2900000"];
    expect(await answerToHead([...head, "authorization: Bearer wrong"])).toMatch(/^HTTP\/1\.1 401 /);
    expect(await answerToHead(head)).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe("verification", () => {
  const right = { "hub.mode": "subscribe", "hub.verify_token": "the-token", "hub.challenge": "1158201444" };

  test.each([
    ["right", right, 200],
    ["right with the next token", { ...right, "hub.verify_token": "the-next-token" }, 200],
    ["a wrong token", { ...right, "hub.verify_token": "the-tokem" }, 401],
    ["both tokens as they are configured", { ...right, "hub.verify_token": "the-token,the-next-token" }, 401],
    ["the webhook secret as token", { ...right, "hub.verify_token": secret }, 401],
    ["an empty token", { ...right, "hub.verify_token": "" }, 401],
    ["no token", { "hub.mode": "subscribe", "hub.challenge": "1" }, 400],
    ["nothing", {}, 400],
    ["another mode", { ...right, "hub.mode": "unsubscribe" }, 400],
    ["no challenge", { "hub.mode": "subscribe", "hub.verify_token": "the-token" }, 400],
    ["a challenge that is a page", { ...right, "hub.challenge": "<script>alert(1)</script>" }, 400],
    ["a challenge of 201 letters", { ...right, "hub.challenge": "a".repeat(201) }, 400],
    ["a challenge with a line break", { ...right, "hub.challenge": "1\n" }, 400],
  ])("%s", async (_name, query, status) => {
    const { app } = await serve();
    const answer = await app.inject({ url, query });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toMatch(status === 200 ? "text/plain" : "application/json");
    if (status === 200) expect(answer.body).toBe("1158201444");
    else expect(answer.body).not.toMatch(/token|script/);
  });

  test("two challenges are no challenge", async () => {
    const { app } = await serve();
    const query = "?hub.mode=subscribe&hub.verify_token=the-token&hub.challenge=1&hub.challenge=2";
    expect((await app.inject({ url: url + query })).statusCode).toBe(400);
  });
});

test("too many wrong credentials are 429, right ones of the same address still go through", async () => {
  const { app } = await serve();
  const wrong = { authorization: "Bearer wrong" };
  const badVerification = { "hub.mode": "subscribe", "hub.verify_token": "wrong", "hub.challenge": "1" };
  const statuses: number[] = [];
  for (let i = 0; i < 30; i++) {
    statuses.push((await app.inject({ method: "POST", url, headers: wrong, body: "{}" })).statusCode);
    statuses.push((await app.inject({ url, query: badVerification })).statusCode);
  }
  expect(new Set(statuses)).toEqual(new Set([401]));
  const refused = await app.inject({ method: "POST", url, headers: wrong, body: "{}" });
  expect([refused.statusCode, Number(refused.headers["retry-after"]) > 0]).toEqual([429, true]);
  expect((await post(app, "{}")).statusCode).toBe(200);
});

test("bodies whose sender is not proven yet are bounded; whoever has credentials is not held up", async () => {
  const { app } = await serve();
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const signed = { "x-360dialog-signature": sign("{}", secret) };
  const status = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}${url}`, { method: "POST", headers, body: "{}" })).status;
  const head = `POST ${url} HTTP/1.1\r\nhost: a\r\nx-360dialog-signature: 00\r\ncontent-length: ${3 * 1024 * 1024}\r\n\r\n`;
  const sockets = Array.from({ length: 20 }, () => connect(Number(port), "127.0.0.1").on("error", () => {}));
  for (const socket of sockets) socket.write(head);

  await waitFor(async () => expect(await status(signed)).toBe(503));
  expect(await status(bearer)).toBe(200);

  for (const socket of sockets) socket.destroy();
  await waitFor(async () => expect(await status(signed)).toBe(200));
});

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}

function sign(body: string, key: string): string {
  return createHmac("sha256", key).update(body).digest("hex");
}

import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { batchBody, statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { RequestError } from "../../src/errors.ts";
import { answerToHead, bearer, post, secret, serve, url } from "./serve-webhook.ts";

const aMegabyte = 1024 * 1024;

describe("bodies", () => {
  test("of 2.9 MB are received", async () => {
    const { app, received } = await serve();
    const body = JSON.stringify(textBody({ text: "a".repeat(2_900_000) }));
    expect((await post(app, body)).statusCode).toBe(200);
    expect(received[0]?.[0]?.message?.text).toHaveLength(2_900_000);
  });

  test.each([
    ["announced", () => Buffer.alloc(3 * aMegabyte + 1, "1")],
    ["not announced", () => Readable.from(Array<Buffer>(4).fill(Buffer.alloc(aMegabyte, "1")))],
  ])("above 3 MiB are refused, %s", async (_name, body) => {
    const { app, received } = await serve();
    // inject() announces neither the length of a stream nor that it comes in chunks.
    const headers = { ...bearer, ...(body() instanceof Readable && { "transfer-encoding": "chunked" }) };
    const answer = await app.inject({ method: "POST", url, headers, body: body() });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: { code: "too_large" } });
    expect(received).toEqual([]);
  });

  test("above 3 MiB are refused before they are sent", async () => {
    const head = [`POST ${url} HTTP/1.1`, "host: a", `content-length: ${3 * aMegabyte + 1}`];
    expect(await answerToHead([...head, `authorization: Bearer ${secret}`])).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("of other routes keep their own limit and their own parser", async () => {
    const { app } = await serve();
    const small = await app.inject({ method: "POST", url: "/other", body: { a: 1 } });
    expect(small.json()).toEqual({ a: 1 });
    const large = await app.inject({ method: "POST", url: "/other", body: { a: "x".repeat(17 * 1024) } });
    expect(large.statusCode).toBe(413);
  });

  test.each([
    ["nothing", ""],
    ["a blank", " "],
    ["a brace", "{"],
    ["a word", "hola"],
    ["NUL", "\0"],
    ["lists that never end", "[".repeat(5_000)],
  ])("that are not JSON are refused: %s", async (_name, body) => {
    const { app, received } = await serve();
    const answer = await post(app, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: "malformed_json" } });
    expect(received).toEqual([]);
  });

  test.each(["null", "[null]", '"x"', "1", "{}", "[".repeat(2_000) + "]".repeat(2_000)])(
    "of any JSON are received: %j",
    async (body) => {
      const { app, received, count } = await serve();
      expect((await post(app, body)).statusCode).toBe(200);
      expect(received).toMatchObject([[{ kind: "unknown" }]]);
      expect(await count("webhook_events_total")).toEqual({
        'provider="360dialog",kind="unknown",outcome="parked"': 1,
      });
    },
  );

  test.each(["", "json", ";;", "a b", "text/plain", "application/json; charset=latin1", "multipart/form-data"])(
    "are read whatever they are called: %j",
    async (contentType) => {
      const { app, received } = await serve();
      const headers = { ...bearer, "content-type": contentType };
      const body = JSON.stringify(textBody({ text: "ñ" }));
      expect((await app.inject({ method: "POST", url, headers, body })).statusCode).toBe(200);
      expect(received).toMatchObject([[{ message: { text: "ñ" } }]]);
    },
  );
});

describe("the answer", () => {
  test("waits until the events are stored", async () => {
    const stored = Promise.withResolvers<Set<string>>();
    const { app, received } = await serve(() => stored.promise);
    const order: string[] = [];
    const answer = post(app, JSON.stringify(textBody({ text: "Hola" }))).then(() => order.push("answered"));
    await expect.poll(() => received.length).toBe(1);
    // Whoever would not wait has answered by the time another request has come and gone.
    await app.inject({ method: "POST", url: "/other", body: {} });
    order.push("stored");
    stored.resolve(new Set());
    await answer;
    expect(order).toEqual(["stored", "answered"]);
  });

  test("is 503 with the time to come back when they cannot be stored", async () => {
    const { app, count } = await serve(() =>
      Promise.reject(new RequestError(503, "cannot_store", "events could not be stored", { retryAfterSeconds: 1 })),
    );
    const answer = await post(app, JSON.stringify(textBody({ text: "Hola" })));
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "1"]);
    expect(answer.json()).toEqual({
      error: { code: "cannot_store", message: "events could not be stored" },
      request_id: answer.headers["x-request-id"],
    });
    expect(await count("webhook_events_total")).toEqual({
      'provider="360dialog",kind="message.text",outcome="rejected"': 1,
    });
  });

  test("does not depend on the number that is configured, what is stored does", async () => {
    const { app, received } = await serve(undefined, { phoneNumberId: "1" });
    expect((await post(app, JSON.stringify(textBody({ text: "Hola" })))).statusCode).toBe(200);
    expect(received).toMatchObject([[{ kind: "message.other_number" }]]);
  });
});

test.each([
  ["PUT", url],
  ["DELETE", url],
  ["POST", `${url}/`],
  ["POST", "/webhooks/360DIALOG"],
  ["POST", "/webhooks"],
] as const)("%s %s is no route", async (method, path) => {
  const { app, received } = await serve();
  const answer = await app.inject({ method, url: path, headers: bearer, body: "{}" });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ error: { code: "not_found" } });
  expect(received).toEqual([]);
});

describe("events are counted", () => {
  test("by kind and outcome", async () => {
    const { app, count } = await serve((events) =>
      Promise.resolve(new Set(events.filter(({ message }) => message?.text === "again").map(({ key }) => key))),
    );
    const bodies = [
      textBody({ text: "Hola" }),
      textBody({ text: "again" }),
      statusBody({ wamid: "wamid.1", status: "read", recipient: "34611000001" }),
      statusBody({ wamid: "wamid.1", status: "played", recipient: "34611000001" }),
    ];
    await post(app, JSON.stringify(batchBody(bodies)));
    expect(await count("webhook_events_total")).toEqual({
      'provider="360dialog",kind="message.text",outcome="stored"': 1,
      'provider="360dialog",kind="message.text",outcome="duplicate"': 1,
      'provider="360dialog",kind="status.read",outcome="stored"': 1,
      'provider="360dialog",kind="status.played",outcome="parked"': 1,
    });
    expect(await count("webhook_ack_duration_seconds_count")).toEqual({ "": 1 });
  });

  test("under at most 150 names, the rest together", async () => {
    const { app, count } = await serve();
    const letters = "abcdefghijklmnopqrst".split("");
    const fields = letters.flatMap((one) => letters.map((other) => ({ field: one + other, value: {} })));
    await post(app, JSON.stringify({ object: "x", entry: [{ id: "1", changes: fields }] }));
    const counted = await count("webhook_events_total");
    expect(Object.keys(counted)).toHaveLength(151);
    expect(counted['provider="360dialog",kind="other",outcome="parked"']).toBe(fields.length - 150);
  });
});

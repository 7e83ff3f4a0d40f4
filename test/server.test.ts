import { connect } from "node:net";
import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { RequestError } from "../src/errors.ts";
import type { Routes } from "../src/server.ts";
import { listen, serve } from "./support/serve.ts";
import { waitFor } from "./support/wait-for.ts";

const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string().regex(/^[a-z ]+$/) }),
  request_id: z.string(),
});
const logLine = z.looseObject({ level: z.string(), route: z.string().optional() });

describe("errors have one shape", () => {
  const routes: Routes = (app) => {
    app.post("/json", async () => ({}));
    app.post("/small", { bodyLimit: 10 }, async () => ({}));
    app.post("/large", { bodyLimit: 1024 * 1024 }, async () => ({ stored: true }));
    app.get("/refused", async () => {
      throw new RequestError(503, "cannot_store", "try again", { retryAfterSeconds: 7 });
    });
    app.get("/broken", async () => {
      throw new Error("candidate Ana at postgres://u:pw@db");
    });
    app.get("/foreign", async () => {
      throw Object.assign(new Error("from a library"), { statusCode: 404 });
    });
  };
  const json = { "content-type": "application/json" };
  const cases: [string, InjectOptions, number, string][] = [
    ["unknown route", { url: "/nowhere?token=abc" }, 404, "not_found"],
    [
      "unknown route with a broken body",
      { url: "/nowhere", method: "POST", headers: json, body: "{" },
      404,
      "not_found",
    ],
    ["known route, other method", { url: "/json", method: "PUT" }, 404, "not_found"],
    ["path that cannot be decoded", { url: "/%zz?token=abc" }, 400, "bad_request"],
    ["broken JSON", { url: "/json", method: "POST", headers: json, body: "{" }, 400, "bad_request"],
    ["poisoned JSON", { url: "/json", method: "POST", headers: json, body: '{"__proto__":1}' }, 400, "bad_request"],
    [
      "other content",
      { url: "/json", method: "POST", headers: { "content-type": "a/b" }, body: "x" },
      415,
      "unsupported_media_type",
    ],
    [
      "body over the limit",
      { url: "/json", method: "POST", headers: json, body: `"${"x".repeat(16 * 1024)}"` },
      413,
      "too_large",
    ],
    [
      "body over the limit of its route",
      { url: "/small", method: "POST", headers: json, body: '"12345678901"' },
      413,
      "too_large",
    ],
    ["refused on purpose", { url: "/refused" }, 503, "cannot_store"],
    ["unexpected", { url: "/broken" }, 500, "internal_error"],
    ["status of a library's error", { url: "/foreign" }, 500, "internal_error"],
  ];

  test.each(cases)("%s", async (_name, request, status, code) => {
    const { app } = await serve(routes);
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    const body = refusal.parse(answer.json());
    expect([body.error.code, body.request_id]).toEqual([code, answer.headers["x-request-id"]]);
    expect(answer.body).not.toMatch(/token|Ana|postgres|FST_/);
  });

  test("a route may accept more than the rest", async () => {
    const { app } = await serve(routes);
    const body = `"${"x".repeat(100 * 1024)}"`;
    const answer = await app.inject({ url: "/large", method: "POST", headers: json, body });
    expect(answer.json()).toEqual({ stored: true });
  });

  test("a refusal says when to come back", async () => {
    const { app } = await serve(routes);
    expect((await app.inject({ url: "/refused" })).headers["retry-after"]).toBe("7");
    expect((await app.inject({ url: "/broken" })).headers["retry-after"]).toBeUndefined();
  });

  test("the unexpected is logged once, without its text; the refused is not an error", async () => {
    const { app, lines } = await serve(routes);
    await app.inject({ url: "/broken" });
    await app.inject({ url: "/refused" });
    const errors = lines.filter((line) => line.includes('"level":"error"'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("server.test.ts");
    expect(lines.join()).not.toMatch(/Ana|postgres:/);
  });

  test.each([
    ["no HTTP at all", "hello\r\n\r\n", 400, "bad_request"],
    ["a header without end", `GET / HTTP/1.1\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, 431, "headers_too_large"],
  ])("on a socket that brings %s", async (_name, bytes, status, code) => {
    const { port } = await listen(routes);
    const answer = await exchange(port, bytes);
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain("connection: close");
    const { error, request_id: requestId } = refusal.parse(JSON.parse(body));
    expect(error.code).toBe(code);
    expect(head).toContain(`x-request-id: ${requestId}`);
  });
});

describe("request id", () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4/;
  test.each([
    ["kept", "trace:01.A-b_c", /^trace:01\.A-b_c$/],
    ["kept at 64 characters", "a".repeat(64), /^a{64}$/],
    ["replaced over 64", "a".repeat(65), uuid],
    ["replaced when it could break a log", 'a"b', uuid],
    ["replaced when empty", "", uuid],
    ["replaced when it could be a phone number", "4915112345678", uuid],
    ["replaced when it could be one in groups", "0151-1234.5678", uuid],
    ["replaced when it could hold one", "wa:4915112345678", uuid],
    ["replaced when it could be one with zeros", "4915112345678".padStart(32, "0"), uuid],
    ["replaced when it could end with one", "00000000-0000-0000-0000-491511234567", uuid],
    ["kept when a machine made it", "12345678-1234-4123-8123-12345678901a", /^12345678-1234-4123-8123-12345678901a$/],
    ["kept when it is a trace id", "1234567890123456789012345678901a", /^1234567890123456789012345678901a$/],
    ["made when there is none", undefined, uuid],
  ])("is %s", async (_name, given, expected) => {
    const { app } = await serve();
    const headers = given === undefined ? {} : { "x-request-id": given };
    expect((await app.inject({ url: "/", headers })).headers["x-request-id"]).toMatch(expected);
  });
});

test("answers carry the headers of an API that no page may use", async () => {
  const { app } = await serve((scope) => void scope.get("/ok", async () => ({})));
  for (const url of ["/ok", "/nowhere", "/%zz"]) {
    const { headers } = await app.inject({ url, headers: { origin: "https://evil.example" } });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("a connection outlives the idle time of the platform's edge, a request does not live for ever", async () => {
  const { app } = await serve();
  expect(app.server.keepAliveTimeout).toBeGreaterThan(60_000);
  expect(app.server.requestTimeout).toBe(30_000);
});

describe("while draining", () => {
  test("answers end their connection", async () => {
    const life = { draining: false };
    const { port } = await listen((scope) => void scope.get("/ok", async () => ({ fine: true })), life);
    const before = await fetch(`http://127.0.0.1:${port}/ok`);
    expect(before.headers.get("connection")).toBe("keep-alive");
    await before.text();
    life.draining = true;
    for (const path of ["/ok", "/nowhere"]) {
      // exchange() resolves when the server ends the connection
      const answer = await exchange(port, `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);
      expect(answer.toLowerCase()).toContain("connection: close");
    }
  });

  test("a request in flight is finished, and closing waits for nothing else", async () => {
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<object>();
    const life = { draining: false };
    const { app, port } = await listen((scope) => {
      scope.get("/slow", async () => {
        arrived.resolve();
        return answer.promise;
      });
    }, life);
    const response = fetch(`http://127.0.0.1:${port}/slow`);
    await arrived.promise;
    life.draining = true;
    const closed = app.close();
    answer.resolve({ finished: true });
    expect(await (await response).json()).toEqual({ finished: true });
    await closed; // keep-alive would hold it for 72 s
  });
});

describe("logs and metrics", () => {
  const routes: Routes = (app) => {
    app.get("/hook/:id", async () => "ok");
    app.get("/refused", async () => {
      throw new RequestError(401, "unauthorized", "no");
    });
    app.get("/quiet", { logLevel: "warn" }, async (_request, reply) => reply.code(503).send({}));
  };

  test("one line for each request, with the route instead of the address", async () => {
    const { app, lines } = await serve(routes);
    for (const url of [
      "/hook/4917012345?token=t0ken",
      "/refused?token=t0ken",
      "/nowhere?token=t0ken",
      "/%zz?token=t0ken",
    ])
      await app.inject({ url, headers: { "x-request-id": "r1" } });
    expect(lines.join()).not.toMatch(/t0ken|4917012345/);
    const finished = lines.map((line) => logLine.parse(JSON.parse(line))).filter(({ route }) => route !== undefined);
    expect(lines.filter((line) => line.includes('"level":"info"'))).toHaveLength(3);
    const facts = finished.map((line) => [line.level, line.route, line["status"], line["requestId"]]);
    expect(facts).toEqual([
      ["debug", "/hook/:id", 200, "r1"],
      ["info", "/refused", 401, "r1"],
      ["info", "unknown", 404, "r1"],
      ["info", "unknown", 400, "r1"],
    ]);
    expect(finished[0]?.["method"]).toBe("GET");
    expect(finished[0]?.["durationMs"]).toBeTypeOf("number");
  });

  test("no line for a route that wants none", async () => {
    const { app, lines } = await serve(routes);
    await app.inject({ url: "/quiet" });
    expect(lines).toEqual([]);
  });

  test("the duration is measured by route and class of status", async () => {
    const { app, metrics } = await serve(routes);
    for (const url of ["/hook/1", "/hook/2", "/nowhere", "/elsewhere"]) await app.inject({ url });
    const text = await metrics.registry.metrics();
    const count = (labels: string) =>
      text.match(new RegExp(`^http_request_duration_seconds_count{${labels}} (\\d+)`, "m"))?.[1];
    expect(count('method="GET",route="/hook/:id",status_class="2xx"')).toBe("2");
    expect(count('method="GET",route="unknown",status_class="4xx"')).toBe("2");
  });

  test("methods that no route has are one", async () => {
    const { app, metrics } = await serve(routes);
    for (const method of ["DELETE", "PATCH", "OPTIONS"] as const) await app.inject({ method, url: "/hook/1" });
    const { values } = await metrics.httpRequestDuration.get();
    expect(new Set(values.map(({ labels }) => labels.method))).toEqual(new Set(["other"]));
  });

  test("requests are in flight until they are answered or their client is gone", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { app, metrics } = await serve((scope) => {
      scope.get("/slow", () => promise);
    });
    const inFlight = async () => (await metrics.httpRequestsInFlight.get()).values[0]?.value;
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const gone = new AbortController();
    const answers = [fetch(`${address}/slow`), fetch(`${address}/slow`, { signal: gone.signal }).catch(() => "gone")];

    await waitFor(async () => expect(await inFlight()).toBe(2));
    gone.abort();
    await waitFor(async () => expect(await inFlight()).toBe(1));
    resolve("done");
    await Promise.all(answers);
    await waitFor(async () => expect(await inFlight()).toBe(0));
  });
});

/** Sends bytes and resolves with everything that comes until the server ends the connection. */
function exchange(port: number, bytes: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString();
  });
  socket.on("end", () => resolve(answer));
  socket.on("error", reject);
  return promise;
}

import { connect } from "node:net";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { RequestError } from "../src/errors.ts";
import { createMetrics } from "../src/metrics.ts";
import { createLogger } from "../src/platform/logger.ts";
import { clientIp, createServer, type Routes } from "../src/server.ts";

const opened: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) {
    app.server.closeAllConnections();
    await app.close();
  }
});

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
    expect(answer.json()).toEqual({
      error: { code, message: expect.stringMatching(/^[a-z ]+$/) },
      request_id: answer.headers["x-request-id"],
    });
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
    const { error, request_id: requestId } = JSON.parse(body);
    expect(error).toEqual({ code, message: expect.any(String) });
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
    const finished = lines.map((line) => JSON.parse(line)).filter(({ route }) => route !== undefined);
    expect(finished.map(({ level, route, status, requestId }) => [level, route, status, requestId])).toEqual([
      ["debug", "/hook/:id", 200, "r1"],
      ["info", "/refused", 401, "r1"],
      ["info", "unknown", 404, "r1"],
      ["info", "unknown", 400, "r1"],
    ]);
    expect(finished[0]).toMatchObject({ method: "GET", durationMs: expect.any(Number) });
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
});

describe("failures are limited per client", () => {
  const routes: Routes = (app, { countFailure }) => {
    app.get("/wrong", async (request) => {
      await countFailure(request);
      throw new RequestError(401, "unauthorized", "wrong credentials");
    });
    app.get("/right", async () => "ok");
  };

  test("sixty a minute, wrong credentials and unknown routes together", async () => {
    const { app } = await serve(routes);
    expect(await statuses(app, 30, { url: "/wrong" })).toEqual(new Set([401]));
    expect(await statuses(app, 30, { url: "/nowhere" })).toEqual(new Set([404]));
    for (const url of ["/wrong", "/nowhere"]) {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(429);
      expect(answer.json().error.code).toBe("too_many_requests");
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
      expect(Number(answer.headers["retry-after"])).toBeLessThanOrEqual(60);
    }
  });

  test("successes of the same client are neither counted nor refused", async () => {
    const { app } = await serve(routes);
    expect(await statuses(app, 100, { url: "/right" })).toEqual(new Set([200]));
    expect(await statuses(app, 60, { url: "/wrong" })).toEqual(new Set([401]));
    expect(await statuses(app, 1, { url: "/wrong" })).toEqual(new Set([429]));
    expect(await statuses(app, 100, { url: "/right" })).toEqual(new Set([200]));
  });

  test.each([
    ["another address", { remoteAddress: "192.0.2.1" }, { remoteAddress: "192.0.2.2" }, 401],
    ["another IPv6 network", { remoteAddress: "2001:db8:1:2::1" }, { remoteAddress: "2001:db8:1:3::1" }, 401],
    [
      "another address of one IPv6 network",
      { remoteAddress: "2001:db8:1:2::1" },
      { remoteAddress: "2001:db8:1:2:f::9" },
      429,
    ],
    ["one address in two notations", { remoteAddress: "192.0.2.1" }, { remoteAddress: "::ffff:192.0.2.1" }, 429],
    ["another client behind the edge", edge("192.0.2.1"), edge("192.0.2.2"), 401],
    ["one client behind two edges", edge("192.0.2.1", "100.64.0.2"), edge("192.0.2.1", "::ffff:100.99.0.3"), 429],
    ["a claim of somebody outside", outside("192.0.2.1"), outside("192.0.2.2"), 429],
  ])("%s", async (_name, first, second, expected) => {
    const { app } = await serve(routes);
    expect(await statuses(app, 60, { url: "/wrong", ...first })).toEqual(new Set([401]));
    expect((await app.inject({ url: "/wrong", ...second })).statusCode).toBe(expected);
  });
});

test.each([
  ["no edge, no header", "192.0.2.1", undefined, "192.0.2.1"],
  ["no edge, a claim", "192.0.2.1", "198.51.100.7", "192.0.2.1"],
  ["edge", "100.64.0.5", "198.51.100.7", "198.51.100.7"],
  ["edge, last address", "100.127.255.255", "198.51.100.7", "198.51.100.7"],
  ["below the edge's network", "100.63.255.255", "198.51.100.7", "100.63.255.255"],
  ["above the edge's network", "100.128.0.0", "198.51.100.7", "100.128.0.0"],
  ["edge in IPv6 notation", "::ffff:100.64.0.5", "198.51.100.7", "198.51.100.7"],
  ["client with IPv6", "100.64.0.5", "2001:db8::1", "2001:db8::1"],
  ["IPv6 peer", "2001:db8::64", "198.51.100.7", "2001:db8::64"],
  ["no address", "100.64.0.5", "unknown", "100.64.0.5"],
  ["two addresses", "100.64.0.5", "198.51.100.7, 198.51.100.8", "100.64.0.5"],
  ["empty", "100.64.0.5", "", "100.64.0.5"],
  ["socket already gone", "unknown", "198.51.100.7", "unknown"],
])("the client's address: %s", (_name, peer, header, expected) => {
  expect(clientIp(peer, header)).toBe(expected);
});

async function serve(routes: Routes = () => {}, life = { draining: false }) {
  const lines: string[] = [];
  const log = createLogger({ logLevel: "debug", version: "test" }, { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const app = await createServer({ isDraining: () => life.draining, log, metrics, routes: [routes] });
  opened.push(app);
  return { app, lines, metrics };
}

async function listen(routes: Routes, life = { draining: false }) {
  const { app } = await serve(routes, life);
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return { app, port: Number(new URL(address).port) };
}

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

async function statuses(app: FastifyInstance, times: number, request: InjectOptions): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let i = 0; i < times; i++) seen.add((await app.inject(request)).statusCode);
  return seen;
}

function edge(client: string, remoteAddress = "100.64.0.1") {
  return { remoteAddress, headers: { "x-real-ip": client } };
}

function outside(claim: string) {
  return { remoteAddress: "203.0.113.9", headers: { "x-real-ip": claim } };
}

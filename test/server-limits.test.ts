import type { FastifyInstance, InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { RequestError } from "../src/errors.ts";
import { clientIp, type Routes } from "../src/server.ts";
import { serve } from "./support/serve.ts";

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
      expect(answer.json()).toMatchObject({ error: { code: "too_many_requests" } });
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

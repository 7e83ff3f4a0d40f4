import { createServer as createTcpServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { startFakeSentry } from "../../sandbox/fake-sentry.ts";
import { DatabaseError } from "../../src/errors.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createErrorReports } from "../../src/platform/error-reports.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createServer } from "../../src/server.ts";
import { listen } from "../support/small-redis.ts";
import { waitFor } from "../support/wait-for.ts";

const trace = "0f8fad5b-d9cb-469f-a165-70867728950e";

test("what is logged as an error is reported: where, what, in which build, for which message", async () => {
  const { sentry, log } = await start();
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });

  log.child({ component: "turn" }).error({ err: failure(cause), conversation: 7, trace }, "turn failed");

  await waitFor(() => expect(sentry.reports).toHaveLength(1));
  const [report] = sentry.reports;
  expect(report).toMatchObject({
    level: "error",
    release: "abc123",
    environment: "test",
    tags: { component: "turn", conversation: 7, trace, code: "unreachable", procedure: "complete_turn", count: 1 },
    contexts: { trace: { trace_id: trace.replaceAll("-", "") } },
    exception: {
      values: [
        { type: "Error", value: "ECONNREFUSED" },
        { type: "DatabaseError", value: "turn failed" },
      ],
    },
  });
  const frames = report?.exception?.values.at(-1)?.stacktrace.frames ?? [];
  expect(frames.at(-1)).toMatchObject({ function: "failure", filename: "test/platform/error-reports.test.ts" });
  expect(frames.at(-1)?.lineno).toBeGreaterThan(1);
  for (const { filename } of frames) expect(filename).not.toMatch(/^\/|^file:/);
});

test("errors without an exception and fatal ones are reported, everything below is not", async () => {
  const { sentry, log, reports } = await start();
  log.info({ err: new Error("x") }, "one");
  log.warn({ err: new Error("x") }, "two");
  log.error({ rescued: 1 }, "three");
  log.fatal({ err: new Error("x") }, "four");
  await reports.close(2_000);
  expect(
    sentry.reports.map(({ level, message, exception }) => [level, message ?? exception?.values[0]?.value]),
  ).toEqual([
    ["error", "three"],
    ["fatal", "four"],
  ]);
});

test("nothing but our own words leaves: no message of an error, no field, no address", async () => {
  const { sentry, log, reports } = await start();
  const secret = "s3cretAna";
  const err = Object.assign(new Error(`redis://u:${secret}@host`, { cause: new Error(secret) }), {
    code: `a text of ${secret}`,
    detail: secret,
  });
  const fields = {
    text: secret,
    wamid: secret,
    anything: secret,
    conversation: `${secret} and more`,
    headers: { secret },
  };
  log.error({ err, ...fields }, "failed");
  log.error(err);
  await reports.close(2_000);
  expect(sentry.reports).toHaveLength(2);
  for (const { headers, body } of sentry.envelopes) expect(JSON.stringify(headers) + body).not.toContain(secret);
});

test.each(["file://host/a.js", "file:///a%2Fb.js", "file:///a%zz.js"])("a frame in %s harms nothing", async (file) => {
  const { sentry, log, reports } = await start();
  const err = new Error("x");
  err.stack = `Error: x\n    at run (${file}:1:2)`;
  expect(() => log.error({ err }, "failed")).not.toThrow();
  await reports.close(2_000);
  const frames = sentry.reports[0]?.exception?.values[0]?.stacktrace.frames;
  expect(frames).toMatchObject([{ function: "run", filename: file.split("/").at(-1), lineno: 1 }]);
});

test.each(["some text", null, { name: "Error for Ana", message: "some text", stack: "" }])(
  "a line whose error is none is reported by its own words: %j",
  async (err) => {
    const { sentry, log, reports } = await start();
    log.fatal({ err }, "stopping after an error");
    await reports.close(2_000);
    expect(sentry.reports).toMatchObject([{ level: "fatal", message: "stopping after an error" }]);
    expect(sentry.envelopes[0]?.body).not.toMatch(/some text|Ana/);
  },
);

test("only a UUID is a trace; reports without one do not share what the SDK makes up", async () => {
  const { sentry, log, reports } = await start();
  log.error({ trace: "4915112345678" }, "one");
  log.error("two");
  await reports.close(2_000);
  expect(sentry.reports).toHaveLength(2);
  for (const { tags, contexts } of sentry.reports) expect([tags, contexts]).toEqual([{ count: 1 }, {}]);
});

test("a name that is no word does not leave", async () => {
  const { sentry, reports } = await start();
  const err = { name: "Error for s3cretAna", stack: "", cause: { name: "", stack: "" } };
  reports.observe(JSON.stringify({ level: "error", message: "failed", err }));
  await reports.close(2_000);
  expect(sentry.reports[0]?.exception?.values).toMatchObject([{ type: "Error" }, { type: "Error", value: "failed" }]);
});

test("the same error is reported once a minute, with how often it happened; another one at once", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const { sentry, log, reports } = await start();
  const fail = (code: string) => log.error({ err: new DatabaseError("claim_effects", code) }, "loop fails");

  for (let n = 0; n < 50; n += 1) fail("timeout");
  fail("unreachable");
  vi.advanceTimersByTime(60_001);
  fail("timeout");
  await reports.close(2_000);

  const counts = sentry.reports.map(({ tags }) => [tags["code"], tags["count"]]);
  expect(counts).toEqual([
    ["timeout", 1],
    ["unreachable", 1],
    ["timeout", 50],
  ]);
});

test("a 500 is reported once with the id that its answer carries, and nothing of the request", async () => {
  const { sentry, log } = await start();
  const app = await createServer({
    isDraining: () => false,
    log,
    metrics: createMetrics(),
    routes: [
      (routes) => {
        routes.post("/broken", async (request) => {
          throw new TypeError(`cannot read ${JSON.stringify(request.body)}`);
        });
      },
    ],
  });
  onTestFinished(() => app.close());

  const { statusCode, headers } = await app.inject({
    method: "POST",
    url: "/broken?who=s3cretAna",
    headers: { cookie: "s3cretAna", authorization: "Bearer s3cretAna" },
    payload: { text: "s3cretAna" },
  });

  expect(statusCode).toBe(500);
  await waitFor(() => expect(sentry.reports).toHaveLength(1));
  const [report] = sentry.reports;
  expect(report?.tags).toMatchObject({ requestId: headers["x-request-id"] });
  expect(report?.exception?.values).toMatchObject([{ type: "TypeError", value: "request failed unexpectedly" }]);
  expect(sentry.envelopes[0]?.body).not.toContain("s3cretAna");
});

test.each([["hang"], [429], [500]] as const)("a Sentry that answers %s harms nothing", async (behaviour) => {
  const { sentry, log, reports } = await start();
  sentry.behaviour = behaviour;
  // More than may be under way.
  for (let n = 0; n < 100; n += 1) log.error({ err: new DatabaseError("claim_effects", `c${n}`) }, "loop fails");
  await waitFor(() => expect(sentry.envelopes.length).toBeGreaterThan(0));
  await reports.close(100);
  expect(sentry.envelopes.length).toBeLessThan(100);
});

test("a Sentry that is away, or is none, harms nothing", async () => {
  const garbage = createTcpServer((socket) => socket.on("error", () => {}).end("no http\r\n\r\n"));
  for (const port of [9, await listen(garbage)]) {
    const reports = createErrorReports({ dsn: `http://key@127.0.0.1:${port}/1`, release: "r", environment: "test" });
    const log = createLogger({ logLevel: "info", version: "r" }, { write: reports.observe });
    log.error({ err: new Error("x") }, "failed");
    await reports.close(2_000);
  }
});

async function start() {
  const sentry = await startFakeSentry({ key: "publickey" });
  onTestFinished(() => sentry.stop());
  const reports = createErrorReports({ dsn: sentry.dsn, release: "abc123", environment: "test" });
  onTestFinished(() => reports.close(1));
  const log = createLogger({ logLevel: "info", version: "abc123" }, { write: reports.observe });
  return { sentry, reports, log };
}

function failure(cause: Error): DatabaseError {
  return new DatabaseError("complete_turn", "unreachable", { cause });
}

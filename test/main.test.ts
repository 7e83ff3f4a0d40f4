import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { startFakeSentry } from "../sandbox/fake-sentry.ts";
import { textBody } from "../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "./support/database.ts";
import { testEnvironment } from "./support/environment.ts";
import { postWebhook, startProvider } from "./support/start-app.ts";
import { runProcess, spawnService, startProcess } from "./support/start-process.ts";
import { waitFor } from "./support/wait-for.ts";

test("without its configuration the process lists everything that is missing and exits with 1", async () => {
  const { code, output } = await runProcess({});

  expect(code).toBe(1);
  const critical = Object.keys(testEnvironment())
    .filter((name) => /API_|URL|KEY|TOKEN|SECRET|ACCOUNT/.test(name))
    .filter((name) => name !== "ANTHROPIC_BASE_URL" && name !== "OPENAI_BASE_URL"); // have defaults
  expect(critical.length).toBeGreaterThanOrEqual(12);
  for (const name of critical) expect(output).toContain(`Required environment variable ${name} is not set`);
});

test("a wrong value is named without being shown", async () => {
  const { code, output } = await runProcess(testEnvironment({ CHATWOOT_ACCOUNT_ID: "hunter2" }));

  expect(code).toBe(1);
  expect(output).toContain("CHATWOOT_ACCOUNT_ID");
  expect(output).not.toContain("hunter2");
});

test("a port that is taken ends the process with 1 and the reason", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), LOG_LEVEL: "info" });
  const first = await startProcess(env);

  const { code, output } = await runProcess({ ...env, PORT: new URL(first.url).port });

  expect(code).toBe(1);
  expect(output).toContain("EADDRINUSE");
});

test("SIGTERM: the process finishes and exits with 0; what it could not do is done by the next", async ({
  onTestFinished,
}) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), BURST_QUIET_MS: "400" });
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const first = await startProcess(env);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);

  expect(await postWebhook(first.url, secret, textBody({ waId: "34600000001", text: "hola" }))).toBe(200);
  expect(await first.end("SIGTERM")).toBe(0);
  await startProcess(env);

  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
});

test("connections that never send a whole request do not hold up a stop", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const service = await startProcess(testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl() }));
  const { hostname: host, port } = new URL(service.url);
  const sockets = ["", "POST /webhooks/360dialog HTTP/1.1\r\nhost: x\r\n"].map((start) => {
    const socket = connect({ host, port: Number(port) }).on("error", () => {});
    onTestFinished(() => void socket.destroy());
    socket.write(start);
    return once(socket, "connect");
  });
  await Promise.all(sockets);

  // 1 would be the answer of a stop that ran into its deadline of 25 s.
  expect(await service.end("SIGTERM")).toBe(0);
});

test("a process that starts before its database waits for it and says so", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  await database.pool.query("alter function public.service_status(json) rename to hidden");
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), LOG_LEVEL: "info" });
  const starting = startProcess(env);

  await database.pool.query("alter function public.hidden(json) rename to service_status");

  const service = await starting;
  await waitFor(async () => expect((await fetch(`${service.url}/health/readiness`)).status).toBe(200));
});

/** Runs before the service: names every module that is loaded. */
const namesModules = moduleOf(
  `import { registerHooks } from "node:module";
   registerHooks({ load(url, context, next) { process._rawDebug("loaded " + url); return next(url, context); } });`,
);
/** Runs before the service: a signal comes while the service itself is being loaded. */
const stopsWhileLoading = moduleOf(
  `import { registerHooks } from "node:module";
   registerHooks({ load(url, context, next) {
     if (/\\/app-\\w+\\.js$/.test(url)) { process._rawDebug("loading"); process.kill(process.pid, "SIGTERM"); }
     return next(url, context);
   } });`,
);

test("a signal that comes while the service is being loaded ends it in order", async () => {
  const env = testEnvironment({ LOG_LEVEL: "info" });
  const service = await spawnService(env, [
    process.execPath,
    "--import",
    stopsWhileLoading,
    join(inject("bundle"), "main.js"),
  ]);

  expect(await service.ended).toBe(0);
  expect(service.output()).toContain("loading");
});

/** Runs before the service: SIGUSR2 makes it throw where nobody catches. */
const throwsOnSignal = moduleOf(`process.on("SIGUSR2", () => { throw new TypeError("s3cretAna"); });`);

test.each([
  ["without a DSN nothing of the error reports is loaded", false],
  ["with one it is", true],
])("%s", async (_name, isWanted) => {
  const { env } = await startSentry();
  const { SENTRY_DSN: dsn = "", ...others } = env;
  const service = await startProcess(isWanted ? { ...others, SENTRY_DSN: dsn } : others, ["--import", namesModules]);

  const loaded = [...service.output().matchAll(/^loaded (file:.*)$/gm)].map(([, url = ""]) => new URL(url));
  expect(loaded.length).toBeGreaterThan(5);
  const code = await Promise.all(loaded.map((url) => readFile(url, "utf8")));
  expect(code.some((text) => text.includes("node_modules/@sentry/"))).toBe(isWanted);
});

test("an exception that nobody catches is reported before the process ends with 1", async () => {
  const { sentry, env } = await startSentry();
  const service = await startProcess(env, ["--import", throwsOnSignal]);

  expect(await service.end("SIGUSR2")).toBe(1);

  expect(sentry.reports).toMatchObject([
    {
      level: "fatal",
      release: "c0ffee",
      environment: "test",
      exception: { values: [{ type: "TypeError", value: "stopping after an error" }] },
    },
  ]);
  expect(sentry.envelopes[0]?.body).not.toContain("s3cretAna");
});

test("what keeps the process from starting is reported", async () => {
  const { sentry, env } = await startSentry();
  const first = await startProcess(env);

  expect((await runProcess({ ...env, PORT: new URL(first.url).port })).code).toBe(1);

  expect(sentry.reports).toMatchObject([{ level: "fatal", tags: { code: "EADDRINUSE" } }]);
});

test("a Sentry that never answers does not keep the process from ending in order", async () => {
  const { sentry, env, database } = await startSentry({ DRAIN_SECONDS: "5" });
  sentry.behaviour = "hang";
  await database.pool.query("alter function public.receive_events(json) rename to hidden");
  const service = await startProcess(env);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  expect(await postWebhook(service.url, secret, textBody({ waId: "34600000001", text: "hola" }))).toBe(503);
  await waitFor(() => expect(sentry.envelopes).toHaveLength(1));

  expect(await service.end("SIGTERM")).toBe(0);
});

async function startSentry(given: Record<string, string> = {}) {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const sentry = await startFakeSentry({ key: "publickey" });
  onTestFinished(() => sentry.stop());
  const urls = { DATABASE_URL: database.url, REDIS_URL: redisUrl(), SENTRY_DSN: sentry.dsn };
  const env = testEnvironment({ ...urls, GIT_COMMIT_SHA: "c0ffee", LOG_LEVEL: "error", ...given });
  return { database, sentry, env };
}

function moduleOf(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

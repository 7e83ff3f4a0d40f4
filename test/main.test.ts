import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { textBody } from "../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "./support/database.ts";
import { testEnvironment } from "./support/environment.ts";
import { postWebhook, startProvider } from "./support/start-app.ts";
import { runProcess, startProcess } from "./support/start-process.ts";
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
  expect((await fetch(`${service.url}/health/readiness`)).status).toBe(200);
});

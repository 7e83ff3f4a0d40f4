import { copyFile, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { startSupabaseGateway } from "../../sandbox/supabase.ts";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { postWebhook, startProvider } from "../support/start-app.ts";
import { runProcess, spawnService } from "../support/start-process.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";

/** start.sh, beside a bundle as in the image, and run from another directory. */

const critical = [
  ..."ANTHROPIC_API_KEY OPENAI_API_KEY SUPABASE_URL SUPABASE_KEY CHATWOOT_BASE_URL CHATWOOT_API_TOKEN".split(" "),
  ..."CHATWOOT_ACCOUNT_ID CHATWOOT_WEBHOOK_SECRET DIALOG360_API_KEY DIALOG360_WEBHOOK_SECRET".split(" "),
  ..."WHATSAPP_VERIFY_TOKEN REDIS_URL".split(" "),
];
const nodeOnPath = { PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter) };

test("every missing variable is named, and the exit code is 1", async () => {
  const { code, output } = await run({});

  expect(code).toBe(1);
  const named = [...output.matchAll(/Required environment variable (\w+) is not set/g)].map(([, name = ""]) => name);
  expect(named.toSorted()).toEqual(critical.toSorted());
});

test.each(["WHATSAPP_VERIFY_TOKEN", "REDIS_URL"])("one that is missing is named alone: %s", async (missing) => {
  const { [missing]: _, ...env } = testEnvironment();

  const { code, output } = await run(env);

  expect(code).toBe(1);
  expect(output.match(/(?<=variable )[A-Z]\w+/g)).toEqual([missing]);
});

test("every malformed variable is named without its value, and production is assumed", async () => {
  const anon = ["eyJhbGciOiJIUzI1NiJ9", Buffer.from('{"role":"anon"}').toString("base64url"), "s"].join(".");
  const wrong = {
    SUPABASE_URL: "hunter2.supabase.co",
    SUPABASE_KEY: anon,
    CHATWOOT_BASE_URL: "http://hunter2.example.com",
    CHATWOOT_ACCOUNT_ID: "hunter2",
    DIALOG360_WEBHOOK_SECRET: "hunter2",
    REDIS_URL: "http://hunter2:6379",
    DATABASE_URL: "mysql://hunter2",
    PORT: "hunter2",
  };
  const { ENVIRONMENT: _, ...env } = testEnvironment();

  const { code, output } = await run({ ...env, ...wrong });

  expect(code).toBe(1);
  const named = [...output.matchAll(/Environment variable (\w+) is wrong/g)].map(([, name = ""]) => name);
  expect(named.toSorted()).toEqual(Object.keys(wrong).toSorted());
  expect(output).not.toContain("hunter2");
  expect(output).not.toContain(anon);
});

test("without a bundle it says what to run", async () => {
  const { script } = await lay();
  await rm(join(dirname(script), "dist"));

  const { code, output } = await runProcess({ ...testEnvironment(), ...nodeOnPath }, [script]);

  expect(code).toBe(1);
  expect(output).toContain("run npm run build");
});

test("Redis away: it says so, answers meanwhile, and is ready when Redis has come", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const redis = await startTcpProxy(redisUrl());
  await redis.set("cut");
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    CHATWOOT_WEBHOOK_SECRET: "as-short-as-that",
    LOG_LEVEL: "info",
  });
  const provider = await startProvider(env);
  const service = await start({ ...env, DIALOG360_BASE_URL: provider.url });

  await waitFor(() => expect(service.output()).toContain("waiting for redis: refused. Cure: check REDIS_URL"));
  await waitFor(async () => expect(await statusOf(`${service.url}/health/startup`)).toBe(200));
  expect(await statusOf(`${service.url}/health/readiness`)).toBe(503);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  expect(await postWebhook(service.url, secret, textBody({ waId: "34600000071", text: "hola" }))).toBe(200);
  await waitFor(() => expect(provider.messagesTo("34600000071")).toHaveLength(1));

  await redis.set("pass");
  await waitFor(async () => expect(await statusOf(`${service.url}/health/readiness`)).toBe(200));
  expect(service.output()).toContain("CHATWOOT_WEBHOOK_SECRET has less than 20 characters");
  expect(service.output()).not.toContain("as-short-as-that");
  expect(await service.end("SIGTERM")).toBe(0);
});

test("Supabase refusing: it says why, takes nothing, and a signal ends the waiting with 0", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const gateway = await startSupabaseGateway({ databaseUrl: database.url, key: "another key" });
  onTestFinished(() => gateway.stop());
  const env = testEnvironment({ SUPABASE_URL: gateway.url, REDIS_URL: redisUrl(), LOG_LEVEL: "info" });
  const service = await start(env);

  const why = "waiting for supabase: credentials refused. Cure: check SUPABASE_URL and SUPABASE_KEY";
  await waitFor(() => expect(service.output()).toContain(why));
  await waitFor(() => expect(service.output()).toContain('"attempt":2,"attempts":30'));
  expect(await statusOf(`${service.url}/health/startup`)).toBe(503);
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  expect(await postWebhook(service.url, secret, textBody({ waId: "34600000072", text: "hola" }))).toBe(503);

  expect(await service.end("SIGTERM")).toBe(0);
  expect(service.output()).not.toContain(String(env["SUPABASE_KEY"]));
});

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

async function run(env: Record<string, string>) {
  const { script } = await lay();
  return runProcess({ ...env, ...nodeOnPath }, [script]);
}

async function start(env: Record<string, string>) {
  const { script } = await lay();
  const service = await spawnService({ ...env, ...nodeOnPath }, [script]);
  await waitFor(() => statusOf(`${service.url}/health`));
  return service;
}

/** As in the image: the script, and the bundle beside it. */
async function lay(): Promise<{ script: string }> {
  const folder = await mkdtemp(join(tmpdir(), "recruitment start "));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(folder, { recursive: true });
  const script = join(folder, "start.sh");
  await copyFile(join(import.meta.dirname, "../../start.sh"), script);
  await symlink(inject("bundle"), join(folder, "dist"));
  return { script };
}

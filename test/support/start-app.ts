import { onTestFinished } from "vitest";
import { type Fake360dialog, startFake360dialog } from "../../sandbox/fake-360dialog.ts";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";
import { startSupabaseGateway } from "../../sandbox/supabase.ts";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import type { RunTurn } from "../../src/inbox/process.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createTestDatabase, redisUrl } from "./database.ts";
import { testEnvironment } from "./environment.ts";

/**
 * The real service on real Postgres and Redis, with a fake 360dialog and a fake Chatwoot at the other ends. Closed after
 * the test. It runs on the rules, or on the given fake Claude.
 * `transport` "supabase": it holds no DATABASE_URL and reaches Postgres only through the gateway.
 */
export async function startApp(
  options: {
    env?: Record<string, string>;
    runTurn?: RunTurn;
    transport?: "postgres" | "supabase";
    claude?: FakeClaude["answer"];
  } = {},
) {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), ...options.env });
  if (options.transport === "supabase")
    Object.assign(env, await supabaseOnly(database.url, String(env["SUPABASE_KEY"])));
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const chatwoot = await startChatwoot(env);
  env["CHATWOOT_BASE_URL"] = chatwoot.url;
  const claude = await startFakeClaude({ apiKey: String(env["ANTHROPIC_API_KEY"]) });
  onTestFinished(() => claude.stop());
  claude.answer = options.claude;
  if (options.claude !== undefined) Object.assign(env, { AGENT_ENGINE: "auto", ANTHROPIC_BASE_URL: claude.url });
  const config = loadConfig(env);
  const app = await createApp(
    config,
    createLogger(config.service),
    options.runTurn === undefined ? {} : { runTurn: options.runTurn },
  );
  onTestFinished(() => app.stop());
  await app.start();
  const url = `http://127.0.0.1:${app.port()}`;
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  provider.webhook = { url: `${url}/webhooks/360dialog`, secret };
  chatwoot.webhookUrl = `${url}/webhooks/chatwoot`;
  const post = (body: unknown) => postWebhook(url, secret, body);
  return { app, env, url, provider, chatwoot, claude, database, secret, post };
}

async function supabaseOnly(databaseUrl: string, key: string) {
  const gateway = await startSupabaseGateway({ databaseUrl, key });
  onTestFinished(() => gateway.stop());
  return { DATABASE_URL: "", SUPABASE_URL: gateway.url };
}

async function startChatwoot(env: Record<string, string>) {
  const chatwoot = await startFakeChatwoot({
    apiToken: String(env["CHATWOOT_API_TOKEN"]),
    accountId: Number(env["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(env["CHATWOOT_WEBHOOK_SECRET"]),
  });
  onTestFinished(() => chatwoot.stop());
  return chatwoot;
}

export async function startProvider(env: Record<string, string>): Promise<Fake360dialog> {
  const provider = await startFake360dialog({ apiKey: String(env["DIALOG360_API_KEY"]) });
  onTestFinished(() => provider.stop());
  return provider;
}

/** Posts a webhook as 360dialog does and returns the status. A string or Buffer goes out as it is. */
export async function postWebhook(url: string, secret: string, body: unknown): Promise<number> {
  const raw = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const response = await fetch(`${url}/webhooks/360dialog`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: typeof raw === "string" ? raw : new Uint8Array(raw),
  });
  await response.arrayBuffer();
  return response.status;
}

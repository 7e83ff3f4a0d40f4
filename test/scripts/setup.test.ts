import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { type FakeChatwootOptions, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { freePort } from "../../sandbox/private-process.ts";
import { postWebhook, textBody } from "../../sandbox/webhook-body.ts";
import { setup } from "../../scripts/setup.ts";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createCanarySearch } from "../support/canaries.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { listen } from "../support/small-redis.ts";
import { startProvider } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const service = "https://service.example.com";
const waId = "34600111222";

test("from an empty Chatwoot and 360dialog to a service that mirrors both ways, without a secret said", async () => {
  const { env, chatwoot, provider } = await startWorld();
  const port = String(await freePort());
  const file = join(await temporaryDirectory(), "chatwoot.env");
  const args = ["scripts/setup.ts", "--apply", "--url", `http://127.0.0.1:${port}`, "--secrets-to", file];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: without(env, "CHATWOOT_WEBHOOK_SECRET"),
  });
  const [inbox] = chatwoot.inboxes;
  expect(stdout).toContain(`CHATWOOT_INBOX_ID=${inbox?.id}`);
  const secrets = Object.entries(env).filter(([name]) => /KEY|TOKEN|SECRET/.test(name));
  const canaries = { ...Object.fromEntries(secrets), "of the inbox": String(inbox?.secret) };
  expect(createCanarySearch(canaries)(stdout)).toEqual([]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  await start({ ...env, ...parseEnv(await readFile(file, "utf8")), PORT: port });
  if (provider.webhook === undefined) throw new Error("there is no webhook at 360dialog");
  const body = textBody({ waId, text: "Busco trabajo de camarera" });
  expect(await postWebhook(provider.webhook, body, AbortSignal.timeout(10_000))).toMatchObject({ status: 200 });
  await waitFor(() => {
    const said = chatwoot.conversations.flatMap(({ inbox_id, messages }) =>
      messages.map(({ content }) => ({ inbox_id, content })),
    );
    expect(said).toContainEqual({ inbox_id: inbox?.id, content: "Busco trabajo de camarera" });
  });
  chatwoot.humanReply(chatwoot.conversations[0]?.id ?? 0, "Le llamo mañana");
  await waitFor(() => expect(provider.messagesTo(waId).map(({ text }) => text)).toContain("Le llamo mañana"));
});

test("the plan shows what would be made, and changes nothing", async () => {
  const { run, chatwoot, provider } = await startWorld();
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(output).toContain(`create  chatwoot   API inbox "WhatsApp" with webhook ${service}/webhooks/chatwoot`);
  expect(output).toContain("create  360dialog  webhook https://service.example.com/webhooks/360dialog");
  expect(output).toContain("6 to do: run it again with --apply");
  expect(chatwoot.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(provider.webhook).toBeUndefined();
});

test("a second run finds everything and makes nothing", async () => {
  const { run, chatwoot } = await startWorld();
  expect((await run("--apply")).output).toMatch(/^all done$/m);
  const definitions = chatwoot.customAttributeDefinitions.length;
  chatwoot.requests.length = 0;
  const { code, output } = await run("--apply");
  expect(code).toBe(0);
  expect(output).toContain("nothing to do");
  expect(output).not.toMatch(/^(create|change|done)/m);
  expect(chatwoot.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(chatwoot.inboxes).toMatchObject([{ name: "WhatsApp", agent_bot_id: chatwoot.bots[0]?.id }]);
  expect([chatwoot.bots.length, chatwoot.customAttributeDefinitions.length]).toEqual([1, definitions]);
});

test("what is there already is used, and the secret of its inbox is compared", async () => {
  const { run, env, chatwoot } = await startWorld({ empty: false, webhookUrl: `${service}/webhooks/chatwoot` });
  const { output } = await run();
  expect(output).toContain("CHATWOOT_WEBHOOK_SECRET is the inbox's");
  expect(output).toContain(`exists  chatwoot   agent bot ${chatwoot.botId} "Recruitment assistant"`);
  expect((await run({ CHATWOOT_WEBHOOK_SECRET: "another" })).output).toContain(
    "CHATWOOT_WEBHOOK_SECRET is not the inbox's",
  );
  expect((await run({ CHATWOOT_WEBHOOK_SECRET: "" })).output).toContain("CHATWOOT_WEBHOOK_SECRET is not set");
  expect(env["CHATWOOT_WEBHOOK_SECRET"]).toBe(chatwoot.inboxes[0]?.secret);
});

test("other webhooks are shown as a change, without what may be secret in them, and replaced", async () => {
  const { run, chatwoot, provider } = await startWorld({
    empty: false,
    webhookUrl: "https://u:p4ss@old.example.com/in?t=t0ken",
  });
  provider.webhook = { url: "https://u:p4ss@old.example.com/wa?t=t0ken", secret: "old" };
  const named = { CHATWOOT_INBOX_ID: String(chatwoot.inboxId) };
  const { output } = await run(named);
  expect(output).toMatch(/^change {2}chatwoot .*webhook https:\/\/old\.example\.com\/in becomes https:\/\/service/m);
  expect(output).toMatch(/^change {2}360dialog .*webhook https:\/\/old\.example\.com\/wa becomes https:\/\/service/m);
  expect(output).not.toMatch(/p4ss|t0ken/);
  expect((await run("--apply", named)).code).toBe(0);
  expect(chatwoot.webhookUrl).toBe(`${service}/webhooks/chatwoot`);
  expect(provider.webhook.url).toBe(`${service}/webhooks/360dialog`);
});

test("a header with another secret is a change; one that nobody shows is set again", async () => {
  const { run, env, provider } = await startWorld();
  const url = `${service}/webhooks/360dialog`;
  provider.webhook = { url, secret: "old" };
  expect((await run()).output).toMatch(/^change {2}360dialog .*DIALOG360_WEBHOOK_SECRET/m);
  provider.webhook = { url, secret: String(env["DIALOG360_WEBHOOK_SECRET"]) };
  expect((await run()).output).toMatch(/^exists {2}360dialog /m);
  provider.webhook = { url, secret: "old" };
  provider.showsWebhookHeaders = false;
  expect((await run("--apply")).code).toBe(0);
  provider.showsWebhookHeaders = true;
  expect((await run()).output).toContain("nothing to do");
});

test.each([
  ["CHATWOOT_API_TOKEN", "Chatwoot refuses the token"],
  ["DIALOG360_API_KEY", "360dialog refuses the key"],
])("a wrong %s stops before anything is made, and is named", async (variable, cause) => {
  const { run, chatwoot, provider } = await startWorld();
  const { code, output } = await run("--apply", { [variable]: "wr0ng-and-secret" });
  expect(code).toBe(1);
  expect(output).toContain(cause);
  expect(output).toMatch(new RegExp(`Cure: .*${variable}`));
  expect(output).not.toContain("wr0ng-and-secret");
  expect(chatwoot.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(provider.webhook).toBeUndefined();
});

test.each([
  ["refused", { kind: "status", http: 500, body: "<h1>oops</h1>", matching: "POST /agent_bots" }, 1, 0],
  ["refused at the link", { kind: "status", http: 503, body: "", matching: "set_agent_bot" }, 1, 1],
  ["lost on the way back", { kind: "reset-after-accept", matching: "POST /inboxes" }, 1, 0],
] as const)("a set-up that stops half-way (%s) is continued by the next", async (_what, failure, inboxes, bots) => {
  const { run, chatwoot, provider } = await startWorld();
  chatwoot.script([failure]);
  const { code, output } = await run("--apply");
  expect(code).toBe(1);
  expect(output).toMatch(/^FAIL {4}chatwoot/m);
  expect(output).toMatch(/\d done before it; run it again, and it goes on from here\.\nChatwoot .*Cure: /);
  expect([chatwoot.inboxes.length, chatwoot.bots.length]).toEqual([inboxes, bots]);
  expect(provider.webhook).toBeUndefined();
  expect((await run("--apply")).code).toBe(0);
  expect([chatwoot.inboxes.length, chatwoot.bots.length]).toEqual([1, 1]);
  expect(chatwoot.inboxes).toMatchObject([{ agent_bot_id: chatwoot.bots[0]?.id }]);
});

test("something that was answered but not done is noticed", async () => {
  const { run, chatwoot } = await startWorld();
  chatwoot.script([{ kind: "status", http: 200, body: "", matching: "set_agent_bot" }]);
  const { code, output } = await run("--apply");
  expect(code).toBe(1);
  expect(output).toContain("not to be seen there: chatwoot: link of the agent bot");
});

test.each([
  ["with a webhook of its own", { outgoing_url: "https://bot.example.com" }],
  ["of the whole installation", { system_bot: true }],
])("a linked bot %s is replaced, and none such is taken", async (_what, traits) => {
  const { run, chatwoot } = await startWorld({ empty: false, webhookUrl: `${service}/webhooks/chatwoot` });
  for (const bot of chatwoot.bots) Object.assign(bot, traits);
  const refused = await run("--apply", { CHATWOOT_BOT_ID: String(chatwoot.botId) });
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("leave CHATWOOT_BOT_ID empty")]);
  expect((await run()).output).toMatch(/^change .*in place of agent bot 31, which posts elsewhere/m);
  expect((await run("--apply")).code).toBe(0);
  expect(chatwoot.inboxes).toMatchObject([{ agent_bot_id: chatwoot.botId + 1 }]);
});

test("two inboxes that could be meant are left alone until one is named", async () => {
  const { run, chatwoot } = await startWorld({ empty: false, moreInboxes: [{ name: "WhatsApp" }] });
  const { code, output } = await run("--apply");
  expect([code, output]).toEqual([1, expect.stringContaining("Cure: set CHATWOOT_INBOX_ID")]);
  expect((await run({ CHATWOOT_INBOX_ID: "99" })).output).toContain("no API inbox 99");
  expect((await run("--apply", { CHATWOOT_INBOX_ID: "8" })).code).toBe(0);
  expect(chatwoot.inboxes).toMatchObject([{ webhook_url: null }, { webhook_url: `${service}/webhooks/chatwoot` }]);
  // From now on its webhook says which one it is.
  expect((await run()).output).toContain("CHATWOOT_INBOX_ID=8");
});

test("an inbox of our name that tells somebody else is left to them until it is named", async () => {
  const webhookUrl = "https://u:p4ss@other.example.com/in?t=t0ken";
  const { run, chatwoot, provider } = await startWorld({
    empty: false,
    webhookUrl,
    moreInboxes: [{ name: "WhatsApp" }],
  });
  const { code, output } = await run("--apply");
  expect(code).toBe(1);
  expect(output).toMatch(
    /inbox 7 is named "WhatsApp", too, and has another webhook: https:\/\/other\.example\.com\/in\./,
  );
  expect(output).toContain("Cure: set CHATWOOT_INBOX_ID=7 to use it, which replaces that webhook, or rename it");
  expect(output).not.toMatch(/p4ss|t0ken/);
  expect(chatwoot.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect([chatwoot.webhookUrl, provider.webhook]).toEqual([webhookUrl, undefined]);
});

test.each([
  ["no webhook yet", 200, 0, "all done"],
  ["a wrong address, which shows when the webhook is set", 404, 1, "HTTP 404 to POST /v1/configs/webhook. Cure: check"],
])("a 404 to the question for the webhook may mean %s", async (_what, status, code, text) => {
  const { run } = await startWorld();
  let isSet = false;
  const server = createServer(({ method }, response) => {
    isSet ||= method === "POST" && status === 200;
    response.writeHead(isSet ? 200 : 404).end(isSet ? `{"url":"${service}/webhooks/360dialog"}` : "<h1>not here</h1>");
  });
  onTestFinished(() => void server.close());
  const DIALOG360_BASE_URL = `http://127.0.0.1:${await listen(server)}`;
  expect((await run({ DIALOG360_BASE_URL })).output).toMatch(/^create {2}360dialog .*webhook https:\/\/service/m);
  const ended = await run("--apply", { DIALOG360_BASE_URL });
  expect([ended.code, ended.output]).toEqual([code, expect.stringContaining(text)]);
});

test("a file that is there stays as it is", async () => {
  const { run } = await startWorld({ empty: false });
  const directory = await temporaryDirectory();
  expect((await run("--apply", "--secrets-to", join(directory, "new"))).code).toBe(0);
  const { code, output } = await run("--secrets-to", join(directory, "new"));
  expect([code, output]).toEqual([1, expect.stringContaining("name a file that is not there yet")]);
});

test.each([
  [{ CHATWOOT_API_TOKEN: "" }, [], 1, "Required environment variable CHATWOOT_API_TOKEN is not set"],
  [{ CHATWOOT_BASE_URL: "http://chatwoot.example.com" }, [], 1, "CHATWOOT_BASE_URL is wrong: must be https"],
  [{}, ["--url", "http://service.example.com"], 2, "must be https"],
  [{}, ["--url", "https://service.example.com:8443"], 2, "no port"],
  [{}, ["--url", ""], 2, "RAILWAY_PUBLIC_DOMAIN"],
  [{}, ["now"], 2, "usage"],
])("with %j and %j nothing is asked (exit code %i)", async (environment, args, code, text) => {
  const { run, chatwoot } = await startWorld();
  const ended = await run(...args, environment);
  expect([ended.code, ended.output]).toEqual([code, expect.stringContaining(text)]);
  expect(chatwoot.requests).toEqual([]);
});

test("the service is by default where Railway put it", async () => {
  const { run } = await startWorld();
  const { output } = await run("--url", "", { RAILWAY_PUBLIC_DOMAIN: "api-production.up.railway.app" });
  expect(output).toContain("https://api-production.up.railway.app/webhooks/chatwoot");
});

/** A Chatwoot, empty unless told otherwise, and a 360dialog without a webhook. */
async function startWorld(options: Partial<FakeChatwootOptions> = {}) {
  const env = testEnvironment();
  const chatwoot = await startFakeChatwoot({
    apiToken: String(env["CHATWOOT_API_TOKEN"]),
    accountId: Number(env["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(env["CHATWOOT_WEBHOOK_SECRET"]),
    empty: true,
    ...options,
  });
  onTestFinished(() => chatwoot.stop());
  const provider = await startProvider(env);
  Object.assign(env, { CHATWOOT_BASE_URL: chatwoot.url, DIALOG360_BASE_URL: provider.url });

  /** Arguments, and variables of the environment that differ. */
  async function run(...given: (string | Record<string, string>)[]) {
    const lines: string[] = [];
    const args = given.filter((one) => typeof one === "string");
    const changed = given.filter((one) => typeof one !== "string");
    const withUrl = args.includes("--url") ? args : [...args, "--url", service];
    const environment = { ...env };
    for (const one of changed) Object.assign(environment, one);
    const code = await setup(withUrl, environment, (line) => void lines.push(line));
    return { code, output: lines.join("\n") };
  }

  return { env, chatwoot, provider, run };
}

/** The service as this environment describes it. Stopped after the test. */
async function start(environment: Record<string, string | undefined>) {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const config = loadConfig({ ...environment, DATABASE_URL: database.url, REDIS_URL: redisUrl() });
  const app = await createApp(config, createLogger(config.service));
  onTestFinished(() => app.stop());
  await app.start();
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "setup-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

function without(env: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([one]) => one !== name));
}

import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../src/config.ts";
import { describeFinding, diagnose } from "../src/doctor.ts";
import { REQUIRED_SCHEMA } from "../src/platform/database.ts";
import { createTestDatabase } from "./support/database.ts";
import { testEnvironment } from "./support/environment.ts";
import { listen, type RedisOptions, startRedis } from "./support/small-redis.ts";

/** What a service answers to a request: a status and a body. */
type Answers = Record<string, (request: IncomingMessage) => [number, unknown]>;

const schemaPath = "/rest/v1/rpc/service_status";
const inboxesPath = "/api/v1/accounts/3/inboxes";
const healthy: Answers = {
  [schemaPath]: (request) =>
    request.headers["apikey"] === "k-supabase" ? [200, { schema: REQUIRED_SCHEMA }] : [401, {}],
  "/health_status": (request) => [request.headers["d360-api-key"] === "k-360" ? 200 : 401, {}],
  [inboxesPath]: (request) => [
    request.headers["api_access_token"] === "k-chatwoot" ? 200 : 401,
    { payload: [{ id: 5, channel_type: "Channel::Api" }] },
  ],
  "/api/v1/accounts/3/inboxes/5/agent_bot": () => [200, { agent_bot: { id: 9 } }],
  "/v1/models": (request) => [
    request.headers["authorization"] === "Bearer k-anthropic" && request.headers["anthropic-version"] === "2026-10-21"
      ? 200
      : 401,
    {},
  ],
  "/openai/v1/models": (request) => [request.headers["authorization"] === "Bearer k-openai" ? 200 : 401, {}],
};

test("every service that works is one ok line, in a fixed order", async () => {
  const findings = await examine();
  expect(findings.map(({ service, status }) => [service, status])).toEqual([
    ["redis", "ok"],
    ["supabase", "ok"],
    ["360dialog", "ok"],
    ["chatwoot", "ok"],
    ["anthropic", "ok"],
    ["openai", "ok"],
  ]);
  expect(findings[0]?.text).toBe("version 7.2.4, maxmemory-policy noeviction");
});

test.each([
  ["supabase", { SUPABASE_KEY: "wrong" }, "SUPABASE_KEY"],
  ["360dialog", { DIALOG360_API_KEY: "wrong" }, "DIALOG360_API_KEY"],
  ["chatwoot", { CHATWOOT_API_TOKEN: "wrong" }, "CHATWOOT_API_TOKEN"],
  ["anthropic", { ANTHROPIC_API_KEY: "wrong" }, "ANTHROPIC_API_KEY"],
  ["openai", { OPENAI_API_KEY: "wrong" }, "OPENAI_API_KEY"],
])("a wrong key of %s fails it alone and names the variable", async (service, env, variable) => {
  const failed = (await examine({ env })).filter(({ status }) => status !== "ok");
  expect(failed.map((finding) => [finding.service, finding.status])).toEqual([[service, "FAIL"]]);
  expect(failed[0]?.cure).toContain(variable);
});

test.each([
  ["auto", "FAIL"],
  ["claude", "FAIL"],
  ["rules", "ok"],
  ["off", "ok"],
])("with AGENT_ENGINE=%s a key that Claude refuses is %s", async (engine, status) => {
  const findings = await examine({ env: { AGENT_ENGINE: engine, ANTHROPIC_API_KEY: "wrong" } });
  expect(findings.find(({ service }) => service === "anthropic")?.status).toBe(status);
});

test.each([
  ["no API inbox", { [inboxesPath]: () => [200, { payload: [] }] }, "create an API inbox"],
  [
    "two API inboxes",
    { [inboxesPath]: () => [200, { payload: [5, 6].map((id) => ({ id, channel_type: "Channel::Api" })) }] },
    "CHATWOOT_INBOX_ID",
  ],
  ["no agent bot", { "/api/v1/accounts/3/inboxes/5/agent_bot": () => [200, {}] }, "connect an agent bot"],
] satisfies [string, Answers, string][])("a Chatwoot with %s fails with a cure", async (_name, answers, cure) => {
  const finding = (await examine({ answers })).find(({ service }) => service === "chatwoot");
  expect(finding?.status).toBe("FAIL");
  expect(finding?.cure).toContain(cure);
});

test.each([
  ["older than needed", [200, { schema: REQUIRED_SCHEMA - 1 }]],
  ["empty", [200, { schema: null }]],
  ["not there", [404, { code: "PGRST202", message: "Could not find the function" }]],
] as const)("a schema that is %s sends to the migrations", async (_name, [status, body]) => {
  const findings = await examine({ answers: { [schemaPath]: () => [status, body] } });
  expect(findings[1]).toMatchObject({ status: "FAIL", cure: "run npm run migrate" });
});

describe("redis", () => {
  test.each([
    ["evicts keys", { policy: "allkeys-lru" }, "warn", "noeviction"],
    ["is ancient", { version: "5.4.0" }, "FAIL", "6.2"],
    ["is too old", { version: "6.0.16" }, "FAIL", "6.2"],
    ["just fits", { version: "6.2.0" }, "ok", undefined],
    ["has a version of two digits", { version: "10.0.1" }, "ok", undefined],
    ["forbids CONFIG", { policy: undefined }, "ok", undefined],
    ["asks for a password", { password: "other" }, "FAIL", "REDIS_URL"],
  ] as const)("that %s", async (_name, options, status, cure) => {
    const [finding] = await examine({ redis: options });
    expect(finding?.status).toBe(status);
    if (cure === undefined) expect(finding?.cure).toBeUndefined();
    else expect(finding?.cure).toContain(cure);
  });

  test("that forbids CONFIG has an unknown policy", async () => {
    const [finding] = await examine({ redis: { policy: undefined } });
    expect(finding?.text).toBe("version 7.2.4, maxmemory-policy unknown");
  });
});

test("nobody at home is told with the cause, and without an address or a secret", async () => {
  const env = testEnvironment({ AGENT_ENGINE: "auto", REDIS_URL: "redis://default:pw-redis@127.0.0.1:9/0" });
  const findings = await diagnose(loadConfig(env), refuse);
  expect(findings.map(({ status, text }) => [status, text])).toEqual([
    ["FAIL", "refused"],
    ["FAIL", "a port that HTTP never uses"],
    ["FAIL", "refused"],
    ["FAIL", "refused"],
    ["FAIL", "refused"],
    ["FAIL", "refused"],
  ]);
  const printed = findings.map(describeFinding).join("\n");
  expect(printed).not.toMatch(/127\.0\.0\.1|pw-redis|:9\b/);
  for (const name of [
    "SUPABASE_KEY",
    "DIALOG360_API_KEY",
    "CHATWOOT_API_TOKEN",
    "ANTHROPIC_API_KEY",
    "OPENAI_API_KEY",
  ]) {
    expect(printed).not.toContain(env[name]);
  }
});

test("with DATABASE_URL Postgres is asked, and Supabase is said to be out of use", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const findings = await examine({ env: { DATABASE_URL: database.url, SUPABASE_KEY: "wrong" } });
  expect(findings.slice(1, 3).map(describeFinding)).toEqual([
    `ok    postgres   schema ${REQUIRED_SCHEMA}`,
    "ok    supabase   not used while DATABASE_URL is set",
  ]);
});

test.each([
  ["refused", async () => `127.0.0.1:${await closedPort()}`],
  ["host name unknown", async () => "nowhere.invalid:5432"],
  ["timeout", async () => `127.0.0.1:${await listen(createTcpServer())}`],
])("an address without a service is told with its cause: %s", async (cause, addressOf) => {
  const address = await addressOf();
  const names = ["SUPABASE", "DIALOG360_BASE", "CHATWOOT_BASE", "ANTHROPIC_BASE", "OPENAI_BASE"];
  const env = {
    ...Object.fromEntries(names.map((name) => [`${name}_URL`, `http://${address}`])),
    REDIS_URL: `redis://${address}`,
  };
  const [viaSupabase, [, postgres]] = await Promise.all([
    examine({ env }),
    examine({ env: { ...env, DATABASE_URL: `postgres://user:password@${address}/postgres` } }),
  ]);
  expect(viaSupabase.map(({ text }) => text)).toEqual(Array.from({ length: 6 }, () => cause));
  expect(postgres).toMatchObject({ service: "postgres", status: "FAIL", text: cause });
});

test("a key is not carried along a redirect", async () => {
  const seen: string[] = [];
  const findings = await examine({
    answers: {
      "/health_status": () => [302, "/elsewhere"],
      "/elsewhere": (request) => {
        seen.push(String(request.url));
        return [200, {}];
      },
    },
  });
  expect(findings[2]).toMatchObject({ status: "FAIL", text: "answers HTTP 302" });
  expect(seen).toEqual([]);
});

test("production without HEALTH_TOKEN is warned, and nothing else is", async () => {
  const warning = { service: "health", status: "warn", cure: "set HEALTH_TOKEN" };
  expect(await examine({ env: { ENVIRONMENT: "production" } })).toContainEqual(expect.objectContaining(warning));
  for (const env of [{ ENVIRONMENT: "staging" }, { ENVIRONMENT: "production", HEALTH_TOKEN: "t".repeat(32) }])
    expect(await examine({ env })).not.toContainEqual(expect.objectContaining(warning));
});

test("a line has state, service, cause and cure", () => {
  const finding = { service: "redis", status: "FAIL", text: "refused", cure: "start it" } as const;
  expect(describeFinding(finding)).toBe("FAIL  redis      refused. Cure: start it");
});

describe("the command", () => {
  test("names every wrong variable and ends with 1", async () => {
    const { code, stdout } = await run({ PORT: "eighty" });
    expect(code).toBe(1);
    expect(stdout).toContain("Required environment variable REDIS_URL is not set (example: ");
    expect(stdout).toContain("Environment variable PORT is wrong");
    expect(stdout).not.toContain("eighty");
  });

  test("ends with 1 when a service fails", async () => {
    const { code, stdout } = await run(testEnvironment({ AGENT_ENGINE: "off", OPENAI_BASE_URL: "http://127.0.0.1:9" }));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {4}variables\nFAIL {2}redis {6}refused\. Cure: /);
  });
});

interface World {
  env?: Record<string, string>;
  answers?: Answers;
  redis?: RedisOptions;
}

/** Runs the doctor against providers and a Redis on this machine, healthy except for what is given. */
async function examine({ env = {}, answers = {}, redis = {} }: World = {}) {
  const url = await startProviders({ ...healthy, ...answers });
  const config = loadConfig(
    testEnvironment({
      SUPABASE_URL: url,
      SUPABASE_KEY: "k-supabase",
      DIALOG360_BASE_URL: url,
      DIALOG360_API_KEY: "k-360",
      CHATWOOT_BASE_URL: url,
      CHATWOOT_API_TOKEN: "k-chatwoot",
      CHATWOOT_ACCOUNT_ID: "3",
      AGENT_ENGINE: "auto",
      ANTHROPIC_API_KEY: "k-anthropic",
      ANTHROPIC_BASE_URL: url,
      OPENAI_API_KEY: "k-openai",
      OPENAI_BASE_URL: `${url}/openai/v1`,
      REDIS_URL: await startRedis(redis),
      ...env,
    }),
  );
  return diagnose(config);
}

async function startProviders(answers: Answers): Promise<string> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const [path = ""] = String(request.url).split("?");
    const [status, body] = answers[path]?.(request) ?? [404, {}];
    const isRedirect = status === 302 && typeof body === "string";
    response.writeHead(status, { "content-type": "application/json", ...(isRedirect ? { location: body } : {}) });
    response.end(JSON.stringify(body));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function refuse(): Promise<Response> {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), { code: "ECONNREFUSED" });
  throw new TypeError("fetch failed", { cause });
}

async function run(env: Record<string, string>): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["src/doctor.ts"], { env });
    return { code: 0, stdout };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout) };
  }
}

import { describe, expect, test } from "vitest";
import { ConfigError, configWarnings, describeProblem, loadConfig, loadDatabaseConfig } from "../src/config.ts";
import { testEnvironment } from "./support/environment.ts";

const long = "0123456789abcdef0123456789abcdef";
const production = { ENVIRONMENT: "production", DIALOG360_WEBHOOK_SECRET: long };

describe("problems", () => {
  test("everything that is missing is named at once, in the words that start.sh uses", () => {
    const names = problemsOf({}).map(({ name }) => name);
    expect(names.sort()).toEqual([
      "ANTHROPIC_API_KEY",
      "CHATWOOT_ACCOUNT_ID",
      "CHATWOOT_API_TOKEN",
      "CHATWOOT_BASE_URL",
      "CHATWOOT_WEBHOOK_SECRET",
      "DIALOG360_API_KEY",
      "DIALOG360_WEBHOOK_SECRET",
      "OPENAI_API_KEY",
      "REDIS_URL",
      "SUPABASE_KEY",
      "SUPABASE_URL",
      "WHATSAPP_VERIFY_TOKEN",
    ]);
    expect(() => loadConfig({})).toThrow("Required environment variable ANTHROPIC_API_KEY is not set");
  });

  test("missing, wrong and unfit for production are told together", () => {
    const { OPENAI_API_KEY: _missing, ...rest } = testEnvironment(production);
    const problems = problemsOf({ ...rest, PORT: "eighty", SUPABASE_URL: "http://db.example.com" });
    expect(problems.map(({ name }) => name).sort()).toEqual(["OPENAI_API_KEY", "PORT", "SUPABASE_URL"]);
  });

  test.each([
    ["ANTHROPIC_API_KEY", ""],
    ["ANTHROPIC_API_KEY", " \n"],
    ["SUPABASE_URL", "db.example.com"],
    ["SUPABASE_URL", "ftp://db.example.com"],
    ["CHATWOOT_ACCOUNT_ID", "acme"],
    ["CHATWOOT_ACCOUNT_ID", "0"],
    ["CHATWOOT_ACCOUNT_ID", "1.5"],
    ["CHATWOOT_WEBHOOK_SECRET", "one,two,three"],
    ["CHATWOOT_WEBHOOK_SECRET", "one,"],
    ["DATABASE_URL", "mysql://host/db"],
    ["REDIS_URL", "http://host:6379"],
    ["PORT", "65536"],
    ["ENVIRONMENT", "prod"],
    ["LOG_LEVEL", "loud"],
    ["PROCESS_ROLE", "cron"],
    ["ANTHROPIC_BASE_URL", "api.anthropic.com"],
    ["OPENAI_BASE_URL", "ftp://api.openai.com/v1"],
    ["AGENT_ENGINE", "gpt"],
    ["DRAIN_SECONDS", "0"],
    ["SENTRY_DSN", "https://o1.ingest.sentry.io/2"],
    ["SENTRY_DSN", "https://key@o1.ingest.sentry.io"],
    ["SENTRY_DSN", "https://ke-y@example.com/1"],
    ["SENTRY_DSN", "https://key:se-cret@example.com/1"],
  ])("%s=%j is refused, alone", (name, value) => {
    const problems = problemsOf(testEnvironment({ [name]: value }));
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(problems[0]?.problem).toContain(`nvironment variable ${name} is `);
    expect(problems[0]?.example).toEqual(expect.any(String));
  });

  test("a value is never repeated", () => {
    const secret = "s3cret";
    const names = Object.keys(testEnvironment());
    const wrong = Object.fromEntries(names.map((name) => [name, `${secret},${secret},${secret}`]));
    const error = errorOf({ ...wrong, DATABASE_URL: `mysql://u:${secret}@h`, LOG_LEVEL: secret, ENVIRONMENT: secret });
    expect(error.problems.length).toBeGreaterThan(5);
    expect(JSON.stringify(error.problems) + error.message + error.stack).not.toContain(secret);
  });

  test("a line for people has the problem and an example", () => {
    const [problem] = problemsOf(testEnvironment({ PORT: "eighty" }));
    expect(problem && describeProblem(problem)).toBe(
      "  Environment variable PORT is wrong: must be a whole number (example: 8000)",
    );
  });
});

describe("production", () => {
  test.each([
    ["named", { ENVIRONMENT: "production" }],
    ["recognised by its platform", { ENVIRONMENT: "", RAILWAY_ENVIRONMENT: "live" }],
  ])("%s, refuses a secret that can be guessed and open connections", (_name, given) => {
    const problems = problemsOf(
      testEnvironment({
        ...given,
        DIALOG360_WEBHOOK_SECRET: `${long},short`,
        SUPABASE_URL: "http://db.example.com",
        CHATWOOT_BASE_URL: "http://localhost.example.com",
        DIALOG360_BASE_URL: "http://127.0.0.1.example.com",
        ANTHROPIC_BASE_URL: "http://models.example.com",
        OPENAI_BASE_URL: "http://models.example.com/v1",
      }),
    );
    expect(problems.map(({ name }) => name).sort()).toEqual([
      "ANTHROPIC_BASE_URL",
      "CHATWOOT_BASE_URL",
      "DIALOG360_BASE_URL",
      "DIALOG360_WEBHOOK_SECRET",
      "OPENAI_BASE_URL",
      "SUPABASE_URL",
    ]);
  });

  test.each([
    "https://db.example.com",
    "http://localhost:8080",
    "http://127.0.0.1:8080",
    "http://[::1]:8080",
    "http://chatwoot.railway.internal:3000",
  ])("accepts %s", (url) => {
    const env = testEnvironment({
      ...production,
      SUPABASE_URL: url,
      CHATWOOT_BASE_URL: url,
      DIALOG360_BASE_URL: url,
      ANTHROPIC_BASE_URL: url,
      OPENAI_BASE_URL: url,
    });
    const { chatwoot, agent } = loadConfig(env);
    expect([chatwoot.baseUrl, agent.anthropicBaseUrl, agent.openaiBaseUrl]).toEqual([url, url, url]);
  });

  test("its rules leave other environments alone", () => {
    const env = testEnvironment({ DIALOG360_WEBHOOK_SECRET: "short", SUPABASE_URL: "http://db.example.com" });
    for (const ENVIRONMENT of ["development", "test", "staging"]) {
      expect(loadConfig({ ...env, ENVIRONMENT, RAILWAY_ENVIRONMENT: "live" }).service.environment).toBe(ENVIRONMENT);
    }
    expect(loadConfig({ ...env, ENVIRONMENT: undefined }).service.environment).toBe("development");
  });
});

describe("Supabase's keys", () => {
  const jwt = (role: string) => `eyJh.${Buffer.from(JSON.stringify({ role })).toString("base64url")}.c2ln`;

  test.each(["sb_publishable_abc", jwt("anon")])("one that browsers may know is refused: %s", (key) => {
    const env = testEnvironment({ SUPABASE_KEY: key });
    expect(problemsOf(env).map(({ name }) => name)).toEqual(["SUPABASE_KEY"]);
    expect(() => loadDatabaseConfig(env)).toThrow("must be the secret key");
    // Not used then.
    expect(() => loadDatabaseConfig({ ...env, DATABASE_URL: "postgres://u@h/d" })).not.toThrow();
  });

  test.each(["sb_secret_abc", jwt("service_role"), "eyJhbGciOi", "eyJh.e30.c2ln"])("others are taken: %s", (key) => {
    expect(loadConfig(testEnvironment({ SUPABASE_KEY: key })).database.supabaseKey).toBe(key);
  });
});

describe("what is allowed and unwise", () => {
  const warned = (env: Record<string, string>) =>
    configWarnings(loadConfig(testEnvironment(env))).map(({ service }) => service);
  const token = { HEALTH_TOKEN: long };

  test("in production open health routes, and an address of Postgres without TLS", () => {
    expect(warned(production)).toEqual(["health"]);
    const database = (address: string) => warned({ ...production, ...token, DATABASE_URL: `postgres://u@${address}` });
    for (const open of ["db.example.com/d", "db.example.com/d?sslmode=disable"])
      expect(database(open)).toEqual(["postgres"]);
    for (const safe of ["db.example.com/d?sslmode=no-verify", "127.0.0.1:5432/d", "db.railway.internal/d"])
      expect(database(safe)).toEqual([]);
    expect(warned({ ENVIRONMENT: "staging", DATABASE_URL: "postgres://u@db.example.com/d" })).toEqual([]);
  });

  test("everywhere a secret of Chatwoot that was not copied whole", () => {
    expect(warned({ CHATWOOT_WEBHOOK_SECRET: "nineteen-characters" })).toEqual(["chatwoot"]);
    expect(warned({ CHATWOOT_WEBHOOK_SECRET: "twenty--characters--" })).toEqual([]);
  });
});

describe("values", () => {
  test("a secret that is being rotated has two values", () => {
    const env = testEnvironment({ WHATSAPP_VERIFY_TOKEN: "new, old", DIALOG360_WEBHOOK_SECRET: "only" });
    expect(loadConfig(env).whatsapp).toMatchObject({ verifyTokens: ["new", "old"], webhookSecrets: ["only"] });
  });

  test("a key loses the line break that came with pasting it", () => {
    expect(loadConfig(testEnvironment({ SUPABASE_KEY: " key\n" })).database.supabaseKey).toBe("key");
  });

  test("a base address loses its last slash", () => {
    const url = "http://127.0.0.1/x/";
    const env = testEnvironment({ CHATWOOT_BASE_URL: url, ANTHROPIC_BASE_URL: url, OPENAI_BASE_URL: url });
    const { chatwoot, agent } = loadConfig(env);
    expect(new Set([chatwoot.baseUrl, agent.anthropicBaseUrl, agent.openaiBaseUrl])).toEqual(
      new Set(["http://127.0.0.1/x"]),
    );
  });

  test("the models are those of the providers themselves unless another address is given", () => {
    expect(loadConfig(testEnvironment({ ANTHROPIC_BASE_URL: "", OPENAI_BASE_URL: "" })).agent).toMatchObject({
      anthropicBaseUrl: "https://api.anthropic.com",
      openaiBaseUrl: "https://api.openai.com/v1",
    });
  });

  test("seconds become milliseconds", () => {
    const config = loadConfig(testEnvironment({ DRAIN_SECONDS: "25", UNKNOWN_WAIT: "60" }));
    expect([config.service.drainMs, config.outbox.unknownWaitMs]).toEqual([25_000, 60_000]);
  });

  test("an empty variable counts as not set", () => {
    const config = loadConfig(testEnvironment({ PORT: "", DATABASE_URL: "", HOST: "" }));
    expect([config.service.port, config.database.url, config.service.host]).toEqual([8000, undefined, "::"]);
  });

  test.each([
    [{ RAILWAY_GIT_COMMIT_SHA: "a", GIT_COMMIT_SHA: "b", RAILWAY_DEPLOYMENT_ID: "c" }, "a"],
    [{ GIT_COMMIT_SHA: "b", RAILWAY_DEPLOYMENT_ID: "c" }, "b"],
    [{ RAILWAY_DEPLOYMENT_ID: "c" }, "c"],
    [{}, "development"],
  ])("the version of %j is %s", (given, version) => {
    expect(loadConfig(testEnvironment(given)).service.version).toBe(version);
  });

  test("nothing can be changed, at any depth", () => {
    const config = loadConfig(testEnvironment());
    const isFrozen = (value: unknown): boolean =>
      typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(config)).toBe(true);
  });
});

function problemsOf(
  environment: Record<string, string | undefined>,
  load: (env: typeof environment) => unknown = loadConfig,
) {
  return errorOf(environment, load).problems;
}

function errorOf(
  environment: Record<string, string | undefined>,
  load: (env: typeof environment) => unknown = loadConfig,
): ConfigError {
  try {
    load(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the environment was accepted");
}

describe("for commands that need only the database", () => {
  const supabase = { SUPABASE_URL: "https://x.supabase.co/", SUPABASE_KEY: "k" };

  test.each<[string, Record<string, string>, object]>([
    ["an address of Postgres", { DATABASE_URL: "postgres://a@b/c" }, { url: "postgres://a@b/c", poolSize: 20 }],
    ["Supabase", supabase, { url: undefined, supabaseUrl: "https://x.supabase.co", supabaseKey: "k" }],
    ["Supabase beside an empty address", { ...supabase, DATABASE_URL: "" }, { url: undefined, supabaseKey: "k" }],
  ])("%s is enough", (_name, env, expected) => {
    expect(loadDatabaseConfig(env)).toMatchObject(expected);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["nothing", {}, ["SUPABASE_URL", "SUPABASE_KEY"]],
    ["an address of something else", { DATABASE_URL: "mysql://a" }, ["DATABASE_URL"]],
    ["half of Supabase", { SUPABASE_URL: "https://x.supabase.co" }, ["SUPABASE_KEY"]],
    [
      "a key that would leave unprotected",
      { ...supabase, SUPABASE_URL: "http://x.co", ENVIRONMENT: "production" },
      ["SUPABASE_URL"],
    ],
  ])("%s is not", (_name, env, names) => {
    const problems = problemsOf(env, loadDatabaseConfig);
    expect(problems.map(({ name }) => name)).toEqual(names);
  });
});

import { z } from "zod";
import { loopback } from "./config-values.ts";
import { baseUrls, variables } from "./config-variables.ts";

/**
 * The environment, checked once and turned into a frozen, typed Config grouped by owner.
 * This is the only file that reads process.env. An empty variable counts as not set.
 */

type Variables = z.output<typeof variables>;
export type Config = ReturnType<typeof group>;

/** Chatwoot's own secrets have about 24 characters. */
const SHORT_SECRET = 20;

/** One wrong variable. `problem` never contains its value. */
export interface ConfigProblem {
  name: string;
  problem: string;
  example: string | undefined;
}

/** Every wrong variable of the environment at once. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(`the configuration has ${problems.length} problem(s)\n${problems.map(describeProblem).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming every wrong variable
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = withoutEmpty(environment);
  const parsed = variables.safeParse(given);
  const problems = [
    ...wrongOf(parsed, given),
    ...tracingProblems(given),
    ...supabaseKeyProblems(given),
    ...productionProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freezeAll(group(parsed.data));
}

const data = variables.pick({ DATABASE_URL: true, DB_POOL_SIZE: true, SUPABASE_URL: true, SUPABASE_KEY: true });
const directData = data.partial({ SUPABASE_URL: true, SUPABASE_KEY: true });

/**
 * For commands that need the data and nothing else: DATABASE_URL, or without it SUPABASE_URL and SUPABASE_KEY.
 * @throws ConfigError naming every wrong variable of these
 */
export function loadDatabaseConfig(environment: Record<string, string | undefined> = process.env): Config["database"] {
  const given = withoutEmpty(environment);
  const parsed = given["DATABASE_URL"] === undefined ? data.safeParse(given) : directData.safeParse(given);
  const unprotected = productionProblems(given).filter(({ name }) => name === "SUPABASE_URL");
  const refused = given["DATABASE_URL"] === undefined ? supabaseKeyProblems(given) : [];
  const problems = [...wrongOf(parsed, given), ...refused, ...unprotected];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freezeAll(databaseOf(parsed.data));
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}

function wrongOf({ error }: { error?: z.ZodError | undefined }, given: Record<string, unknown>): ConfigProblem[] {
  return (error?.issues ?? []).map((issue) => problemOf(String(issue.path[0]), given, issue.message));
}

/** One line for people: name, what is wrong, example. */
export function describeProblem({ problem, example }: ConfigProblem): string {
  return example === undefined ? `  ${problem}` : `  ${problem} (example: ${example})`;
}

function problemOf(name: string, given: Record<string, unknown>, message: string): ConfigProblem {
  const shape: Record<string, z.ZodType | undefined> = variables.shape;
  const example = shape[name]?.meta()?.["example"];
  return {
    name,
    problem:
      given[name] === undefined
        ? `Required environment variable ${name} is not set`
        : `Environment variable ${name} is wrong: ${lowerFirst(message)}`,
    example: typeof example === "string" ? example : undefined,
  };
}

/** LangChain reads these by itself, and would send what candidates write to a third party. */
function tracingProblems(given: Record<string, string | undefined>): ConfigProblem[] {
  const names = ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"];
  return names
    .filter((name) => given[name] === "true")
    .map((name) => problemOf(name, given, "must not be set: conversations would leave for LangSmith"));
}

/**
 * The key that browsers may know opens no table of ours: every call would fail later, and say less.
 * https://supabase.com/docs/guides/api/api-keys
 */
function supabaseKeyProblems(given: Record<string, string | undefined>): ConfigProblem[] {
  const key = given["SUPABASE_KEY"]?.trim() ?? "";
  const isPublic = key.startsWith("sb_publishable_") || roleOf(key) === "anon";
  if (!isPublic) return [];
  return [
    problemOf("SUPABASE_KEY", given, "must be the secret key (or service_role), not the publishable or anon key"),
  ];
}

/** The role in one of Supabase's older keys, which are JWTs. */
function roleOf(key: string): unknown {
  const [, claims] = key.split(".");
  if (!key.startsWith("eyJ") || claims === undefined) return undefined;
  try {
    return z.object({ role: z.string() }).parse(JSON.parse(Buffer.from(claims, "base64url").toString())).role;
  } catch {
    return undefined;
  }
}

/**
 * Rules that only a production deployment has to meet: secrets long enough to resist guessing, TLS. A variable that is
 * wrong anyway is passed over here.
 */
function productionProblems(given: Record<string, string | undefined>): ConfigProblem[] {
  if (environmentOf(given) !== "production") return [];
  const problems: ConfigProblem[] = [];
  const secret = variables.shape.DIALOG360_WEBHOOK_SECRET.safeParse(given["DIALOG360_WEBHOOK_SECRET"]);
  if (secret.data?.some((value) => value.length < 32)) {
    problems.push(problemOf("DIALOG360_WEBHOOK_SECRET", given, "must have at least 32 characters"));
  }
  for (const name of baseUrls) {
    const url = variables.shape[name].safeParse(given[name]);
    if (url.success && !isProtected(new URL(url.data))) {
      problems.push(problemOf(name, given, "must be https outside loopback and the private network"));
    }
  }
  return problems;
}

/** What is allowed and unwise, with its cure. */
export function configWarnings({
  service,
  health,
  chatwoot,
  database,
}: Config): { service: string; text: string; cure: string }[] {
  const warnings = [];
  if (service.environment === "production" && health.tokens === undefined) {
    const text = "anybody may read /metrics and /health/detailed";
    warnings.push({ service: "health", text, cure: "set HEALTH_TOKEN" });
  }
  if (service.environment === "production" && database.url !== undefined && !isEncrypted(new URL(database.url))) {
    const text = "DATABASE_URL asks for no TLS: what candidates write crosses the network unencrypted";
    warnings.push({ service: "postgres", text, cure: "end it with ?sslmode=no-verify, or verify-full where you can" });
  }
  if (chatwoot.webhookSecrets.some((secret) => secret.length < SHORT_SECRET)) {
    const text = `CHATWOOT_WEBHOOK_SECRET has less than ${SHORT_SECRET} characters`;
    warnings.push({ service: "chatwoot", text, cure: "copy the whole secret that Chatwoot shows for the inbox" });
  }
  return warnings;
}

/** pg uses TLS only when the address says so (node-postgres.com/features/ssl). */
function isEncrypted({ hostname, searchParams }: URL): boolean {
  const isHere = hostname === "" || loopback.test(hostname) || hostname.endsWith(".railway.internal");
  return isHere || !["", "disable"].includes(searchParams.get("sslmode") ?? "");
}

/** Where a secret may be sent over the public network: plain http is for loopback only. */
export function isHttpsOrLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
}

/** Plain http stays allowed inside the platform's encrypted private network, too. */
export function isProtected(url: URL): boolean {
  return isHttpsOrLoopback(url) || url.hostname.endsWith(".railway.internal");
}

function environmentOf<E extends string>(env: {
  ENVIRONMENT?: E | undefined;
  RAILWAY_ENVIRONMENT?: string | undefined;
  RAILWAY_ENVIRONMENT_NAME?: string | undefined;
}) {
  const onRailway = (env.RAILWAY_ENVIRONMENT ?? env.RAILWAY_ENVIRONMENT_NAME) !== undefined;
  return env.ENVIRONMENT ?? (onRailway ? "production" : "development");
}

function group(env: Variables) {
  return {
    service: {
      environment: environmentOf(env),
      version: env.RAILWAY_GIT_COMMIT_SHA ?? env.GIT_COMMIT_SHA ?? env.RAILWAY_DEPLOYMENT_ID ?? "development",
      host: env.HOST,
      port: env.PORT,
      role: env.PROCESS_ROLE,
      logLevel: env.LOG_LEVEL,
      drainMs: env.DRAIN_SECONDS * 1000,
      /** Processes that share the port. */
      workers: env.WEB_CONCURRENCY,
    },
    railway: {
      commit: env.RAILWAY_GIT_COMMIT_SHA ?? env.GIT_COMMIT_SHA,
      deployment: env.RAILWAY_DEPLOYMENT_ID,
      environment: env.RAILWAY_ENVIRONMENT ?? env.RAILWAY_ENVIRONMENT_NAME,
      replica: env.RAILWAY_REPLICA_ID,
      region: env.RAILWAY_REPLICA_REGION,
      domain: env.RAILWAY_PUBLIC_DOMAIN,
    },
    health: {
      /** undefined = everybody may read everything. */
      tokens: env.HEALTH_TOKEN,
      /** An event loop that stood still for longer is not alive. */
      lagLimitMs: env.LIVENESS_LAG_MS,
      /** A process that has not been alive for this long ends itself; 0 = never. */
      watchdogMs: env.WATCHDOG_SECONDS * 1000,
    },
    sentry: { dsn: env.SENTRY_DSN },
    whatsapp: {
      apiKey: env.DIALOG360_API_KEY,
      baseUrl: withoutSlash(env.DIALOG360_BASE_URL),
      webhookSecrets: env.DIALOG360_WEBHOOK_SECRET,
      verifyTokens: env.WHATSAPP_VERIFY_TOKEN,
      phoneNumberId: env.DIALOG360_PHONE_NUMBER_ID,
    },
    chatwoot: {
      baseUrl: withoutSlash(env.CHATWOOT_BASE_URL),
      apiToken: env.CHATWOOT_API_TOKEN,
      accountId: env.CHATWOOT_ACCOUNT_ID,
      inboxId: env.CHATWOOT_INBOX_ID,
      botId: env.CHATWOOT_BOT_ID,
      teamId: env.CHATWOOT_TEAM_ID,
      webhookSecrets: env.CHATWOOT_WEBHOOK_SECRET,
    },
    agent: {
      engine: env.AGENT_ENGINE,
      smallModel: env.AGENT_SMALL_MODEL,
      largeModel: env.AGENT_LARGE_MODEL,
      timeZone: env.TIME_ZONE,
      /** null = somebody is always there. */
      hours: env.BUSINESS_HOURS ?? null,
      anthropicApiKey: env.ANTHROPIC_API_KEY,
      anthropicBaseUrl: withoutSlash(env.ANTHROPIC_BASE_URL),
      openaiApiKey: env.OPENAI_API_KEY,
      openaiBaseUrl: withoutSlash(env.OPENAI_BASE_URL),
    },
    database: databaseOf(env),
    redis: {
      url: env.REDIS_URL,
      /** undefined = what Redis keeps lies there in clear. */
      encryptionKeys: env.CHECKPOINT_ENCRYPTION_KEY,
    },
    inbox: {
      quietMs: env.BURST_QUIET_MS,
      ceilingMs: env.BURST_CEILING_MS,
      leaseMs: env.TURN_LEASE_MS,
      concurrency: env.TURN_CONCURRENCY,
      undoMs: env.DECISION_UNDO_MS,
    },
    outbox: { concurrency: env.SEND_CONCURRENCY, unknownWaitMs: env.UNKNOWN_WAIT * 1000 },
  };
}

function databaseOf(env: z.output<typeof directData>) {
  return {
    url: env.DATABASE_URL,
    poolSize: env.DB_POOL_SIZE,
    supabaseUrl: withoutSlash(env.SUPABASE_URL ?? ""),
    supabaseKey: env.SUPABASE_KEY ?? "",
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function freezeAll<T extends object>(value: T): T {
  const parts: unknown[] = Object.values(value);
  for (const part of parts) if (typeof part === "object" && part !== null) freezeAll(part);
  return Object.freeze(value);
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

import { Redis } from "ioredis";
import type { Config } from "./config.ts";
import { DatabaseError } from "./errors.ts";
import { failureReason } from "./health/failure-reason.ts";
import { createDatabase, type Database, REQUIRED_SCHEMA } from "./platform/database.ts";

/** What the doctor says of one service. `text` and `cure` hold no secret and no address. */
export interface Finding {
  service: string;
  status: "ok" | "warn" | "FAIL";
  text: string;
  cure?: string;
}

/** One GET that says whether a provider knows us. */
export interface HttpCheck {
  service: string;
  url: string;
  headers: Record<string, string>;
  /** Which variables to look at when the provider cannot be reached, and when it refuses us. */
  unreachableCure: string;
  refusedCure: string;
  fetch: typeof fetch;
}

const DEADLINE_MS = 5_000;
/** The oldest Redis with everything that checkpoints and pub/sub use. */
const OLDEST_REDIS = [6, 2] as const;

export async function checkRedis(config: Config["redis"]): Promise<Finding> {
  const service = "redis";
  // A server that hangs does not say goodbye either: the default waits 2 s for that.
  const options = { family: 0, lazyConnect: true, retryStrategy: () => null, disconnectTimeout: 100 };
  const redis = new Redis(config.url, options);
  let reported: Error | undefined;
  redis.on("error", (error: Error) => {
    reported = error; // connect() itself rejects with no more than "closed"
  });
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  deadline.addEventListener("abort", () => redis.disconnect());
  try {
    await redis.connect();
    await redis.ping();
    return judgeRedis(service, await redis.info("server"), await evictionPolicy(redis));
  } catch (error) {
    const text = deadline.aborted ? "timeout" : failureReason(reported ?? error);
    return { service, status: "FAIL", text, cure: "check REDIS_URL and that Redis runs" };
  } finally {
    redis.disconnect();
  }
}

export async function checkDatabase(config: Config["database"]): Promise<Finding> {
  const database = createDatabase(config);
  try {
    return await checkSchema(database);
  } finally {
    await database.close();
  }
}

/** Whether the data can be reached and has the schema that this build needs. */
export async function checkSchema(database: Database): Promise<Finding> {
  const service = database.name;
  const migrate = "run npm run migrate";
  try {
    const { schema } = await database.call("service_status", {}, DEADLINE_MS);
    if (schema === null || schema < REQUIRED_SCHEMA) {
      return { service, status: "FAIL", text: `schema ${schema}, needs ${REQUIRED_SCHEMA}`, cure: migrate };
    }
    return { service, status: "ok", text: `schema ${schema}` };
  } catch (error) {
    // The function does not exist: for Postgres, and for PostgREST.
    const isEmpty = error instanceof DatabaseError && ["42883", "PGRST202"].includes(error.code);
    if (isEmpty) return { service, status: "FAIL", text: "there is no schema yet", cure: migrate };
    const variables = service === "postgres" ? "DATABASE_URL" : "SUPABASE_URL and SUPABASE_KEY (the secret key)";
    return { service, status: "FAIL", text: reasonOf(error), cure: `check ${variables}` };
  }
}

export async function checkHttp(check: HttpCheck): Promise<Finding> {
  const { service, refusedCure, unreachableCure } = check;
  try {
    // A redirect would carry the key to wherever it points.
    const init = { headers: check.headers, redirect: "manual", signal: AbortSignal.timeout(DEADLINE_MS) } as const;
    const { status, ok, body } = await check.fetch(check.url, init);
    await body?.cancel();
    if (ok) return { service, status: "ok", text: "answers and accepts the key" };
    const isRefused = status === 401 || status === 403;
    const text = isRefused ? `refuses the key (HTTP ${status})` : `answers HTTP ${status}`;
    return { service, status: "FAIL", text, cure: isRefused ? refusedCure : unreachableCure };
  } catch (error) {
    return { service, status: "FAIL", text: reasonOf(error), cure: unreachableCure };
  }
}

/** Why nothing answered. A call says no more than "unreachable"; whoever has to repair it needs the cause. */
function reasonOf(error: unknown): string {
  const reason = failureReason(error);
  if (!(error instanceof Error) || (reason !== "unreachable" && reason !== "failed")) return reason;
  const cause = error.cause instanceof Error ? error.cause : causeInProse(error.cause);
  if (cause === undefined) return reason;
  // Sentences of pg and of fetch, which give these errors no code.
  if (/\btimeout\b/.test(cause.message)) return "timeout";
  if (cause.message === "bad port") return "a port that HTTP never uses";
  const inner = failureReason(cause);
  return inner === "failed" ? reason : inner;
}

/** Supabase tells the cause in a text: "… Caused by: Error: connect ECONNREFUSED … (ECONNREFUSED)". */
function causeInProse(cause: unknown): Error | undefined {
  if (typeof cause !== "object" || cause === null || !("details" in cause)) return undefined;
  const [, message, code] = /^Caused by: \w+: (.*?)(?: \((\w+)\))?$/m.exec(String(cause.details)) ?? [];
  return message === undefined ? undefined : Object.assign(new Error(message), code === undefined ? {} : { code });
}

function judgeRedis(service: string, info: string, policy: string): Finding {
  const version = /^redis_version:([\d.]+)/m.exec(info)?.[1] ?? "unknown";
  const text = `version ${version}, maxmemory-policy ${policy}`;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_REDIS;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return { service, status: "FAIL", text, cure: `use Redis ${OLDEST_REDIS.join(".")} or newer` };
  }
  if (policy !== "noeviction" && policy !== "unknown") {
    return {
      service,
      status: "warn",
      text,
      cure: "set maxmemory-policy to noeviction, or model answers are paid twice",
    };
  }
  return { service, status: "ok", text };
}

/** Hosted Redis often forbids CONFIG; that is no fault. */
async function evictionPolicy(redis: Redis): Promise<string> {
  const answer = await redis.config("GET", "maxmemory-policy").catch(() => undefined);
  const policy: unknown = Array.isArray(answer) ? answer[1] : undefined;
  return typeof policy === "string" ? policy : "unknown";
}

import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { type Answer, type Ask, expectFresh, expectJson, expectRefusal, Failed, Skipped } from "./ask.ts";

/** What the smoke test asks of a deployed service, and how the answers have to look. */

/** Of the environment of whoever runs the smoke test; undefined where one is not set. */
export type Secrets = Record<"HEALTH_TOKEN" | "WHATSAPP_VERIFY_TOKEN" | "DIALOG360_WEBHOOK_SECRET", string | undefined>;

export interface Check {
  name: string;
  /**
   * Returns what is worth knowing, in our own words.
   * @throws Failed or Skipped
   */
  run: () => Promise<string>;
}

interface Parts {
  ask: Ask;
  secrets: Secrets;
  /** Whether /health is this service's: secrets go to nobody else. */
  isOurs: boolean;
}

const webhookPath = "/webhooks/360dialog";
const name = z.string().regex(/^[\w .:-]{1,100}$/);
const health = z.object({
  status: z.literal("healthy"),
  version: name,
  environment: name,
  uptime_seconds: z.number().min(0),
  timestamp: z.iso.datetime(),
});
const liveness = z.object({ status: z.literal("alive"), event_loop_lag_ms: z.number() });
const startup = z.object({ status: z.literal("started"), pending: z.array(z.never()) });
const starting = z.object({ status: z.literal("starting"), pending: z.array(z.string()).min(1) });
const states = z.record(
  z.string(),
  z.object({ status: z.enum(["up", "degraded", "down", "not_configured"]), critical: z.boolean() }),
);
const readiness = z.object({ status: z.literal("ready"), components: states, errors: z.array(z.never()) });
const notReady = z.object({ status: z.literal("not_ready"), components: states, errors: z.array(z.string()).min(1) });
const identity = z.string().nullable();
const railway = z.object({
  status: z.literal("healthy"),
  commit: identity,
  deployment: identity,
  environment: identity,
  replica: identity,
  region: identity,
  domain: identity,
  uptime_seconds: z.number().min(0),
});
const detailed = z.object({
  status: z.enum(["healthy", "degraded"]),
  components: states.refine((all) => "redis" in all && "queue" in all && "system" in all),
  system: z.record(z.string(), z.unknown()).optional(),
});

/** Whether the service is there at all: asked before any secret leaves. */
export function healthCheck(ask: Ask): Check {
  return {
    name: "health",
    run: async () => {
      const { version, environment } = await askJson(ask, "/health", health);
      return `version ${version}, ${environment}`;
    },
  };
}

/** Every other check, in no order. */
export function furtherChecks(parts: Parts): Check[] {
  return [...probeChecks(parts), ...detailChecks(parts), ...webhookChecks(parts)];
}

/** Whether the service takes traffic, and runs the commit that should run. */
export async function isThere(ask: Ask, commit: string | undefined): Promise<boolean> {
  try {
    expectJson(await ask("/health/readiness"), 200, readiness);
    if (commit === undefined) return true;
    const { version } = expectJson(await ask("/health"), 200, health);
    return version.startsWith(commit);
  } catch (error) {
    if (error instanceof Failed) return false;
    throw error;
  }
}

function probeChecks({ ask }: Parts): Check[] {
  return [
    {
      name: "liveness",
      run: async () => {
        await askJson(ask, "/health/liveness", liveness);
        return "alive";
      },
    },
    {
      name: "readiness",
      run: async () => {
        const answer = await ask("/health/readiness");
        const not = notReady.safeParse(answer.json);
        if (answer.status === 503 && not.success) throw notReadyBecause(not.data);
        expectFresh(answer);
        expectJson(answer, 200, readiness);
        return "ready";
      },
    },
    {
      name: "startup",
      run: async () => {
        const answer = await ask("/health/startup");
        if (answer.status === 503 && starting.safeParse(answer.json).success)
          throw new Failed("still starting", "wait; the log says what for. A schema that is too old: npm run migrate");
        expectFresh(answer);
        expectJson(answer, 200, startup);
        return "started";
      },
    },
  ];
}

function detailChecks({ ask, secrets, isOurs }: Parts): Check[] {
  const token = isOurs ? secrets.HEALTH_TOKEN : undefined;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const wrongToken = "HEALTH_TOKEN here and HEALTH_TOKEN of the service have to be the same";
  return [
    {
      name: "railway",
      run: async () => {
        const { commit } = await askJson(ask, "/health/railway", railway);
        return commit === null ? "the platform names no commit" : "names its commit";
      },
    },
    {
      name: "detailed",
      run: async () => {
        const answer = await ask("/health/detailed", { headers });
        expectFresh(answer);
        if (answer.status === 503 && z.object({ status: z.literal("unhealthy") }).safeParse(answer.json).success)
          throw new Failed("unhealthy", "see readiness, and npm run doctor in the service");
        const { status, system } = expectJson(answer, 200, detailed);
        if (token !== undefined && system === undefined) throw new Failed("the details are held back", wrongToken);
        return system === undefined ? `${status}, without the details` : status;
      },
    },
    {
      name: "metrics",
      run: async () => {
        const answer = await ask("/metrics", { headers });
        expectFresh(answer);
        if (answer.status === 401) {
          expectRefusal(answer, 401, "bad_credentials");
          if (token !== undefined) throw new Failed("the token is refused", wrongToken);
          if (secrets.HEALTH_TOKEN !== undefined) throw stranger();
          throw new Skipped("HEALTH_TOKEN is not set, but it is on the service: give it here too");
        }
        const isText = answer.headers.get("content-type")?.startsWith("text/plain") ?? false;
        if (answer.status !== 200 || !isText || !/^app_info\{.*\} 1$/m.test(answer.text))
          throw new Failed("the answer holds no metrics of this service", "check the address");
        return token === undefined ? "anybody may read them" : "in Prometheus' format";
      },
    },
  ];
}

const notDeployed =
  "nothing was deployed because no changed file matched the watch patterns, the deployment failed or is still under way (--wait SECONDS), or GIT_COMMIT_SHA was not passed to the build";

/** The commit as both routes tell it. `commit` may be its beginning. */
export function commitCheck(ask: Ask, commit: string): Check {
  const run = async () => {
    const { version } = await askJson(ask, "/health", health);
    const { commit: deployed } = await askJson(ask, "/health/railway", railway);
    const others = [version, deployed ?? "none"].filter((one) => !one.startsWith(commit));
    if (others.length === 0) return "the expected one runs";
    const shown = others.every((one) => /^([\da-f]{7,40}|none|development)$/.test(one)) ? others : ["another one"];
    throw new Failed(`${[...new Set(shown)].join(" and ")} runs instead of ${commit}`, notDeployed);
  };
  return { name: "commit", run };
}

/** What came of waiting: a deployment that answers by turns with another one has not taken over. */
export function steadyCheck(commit: string, steadyMs: number, isSteady: boolean): Check {
  const what = `ready with ${commit} for ${steadyMs / 1000} s without interruption`;
  const run = async () => {
    if (!isSteady) throw new Failed(`never ${what}`, `see readiness and commit; ${notDeployed}`);
    return what;
  };
  return { name: "steady", run };
}

/**
 * No JSON, signed: the service checks the signature before it reads, so 400 says that the signature is right. Every body
 * that is JSON leaves a row, because what is not understood is kept (src/whatsapp/payload.ts).
 */
const DRY_RUN = "dry run of the smoke test: no JSON, so nothing is stored";

function webhookChecks(parts: Parts): Check[] {
  const { ask } = parts;
  const post = (signature: string) =>
    ask(webhookPath, {
      method: "POST",
      headers: { "content-type": "application/json", "x-360dialog-signature": signature },
      body: DRY_RUN,
    });
  return [
    {
      name: "verification",
      run: async () => {
        const token = secretOf(parts, "WHATSAPP_VERIFY_TOKEN");
        const challenge = `smoke-${randomBytes(12).toString("hex")}`;
        const answer = await verify(ask, token, challenge);
        if (answer.status === 401) throw new Failed("the right token is refused", differs("WHATSAPP_VERIFY_TOKEN"));
        if (answer.status === 200 && answer.text === challenge) return "the challenge comes back";
        throw new Failed(
          `HTTP ${answer.status} without the challenge`,
          "check the address, and that PROCESS_ROLE is not worker",
        );
      },
    },
    {
      name: "wrong token",
      run: async () => {
        expectRefusal(await verify(ask, randomBytes(24).toString("hex"), "smoke"), 401, "bad_credentials");
        return "refused";
      },
    },
    {
      name: "signed webhook",
      run: async () => {
        const secret = secretOf(parts, "DIALOG360_WEBHOOK_SECRET");
        const answer = await post(createHmac("sha256", secret).update(DRY_RUN).digest("hex"));
        if (answer.status === 401) throw new Failed("the signature is refused", differs("DIALOG360_WEBHOOK_SECRET"));
        expectRefusal(answer, 400, "malformed_json");
        return "the signature is accepted, and nothing was stored";
      },
    },
    {
      name: "wrong signature",
      run: async () => {
        expectRefusal(await post(randomBytes(32).toString("hex")), 401, "bad_credentials");
        return "refused";
      },
    },
    {
      name: "unknown route",
      run: async () => {
        expectRefusal(await ask("/smoke-test/no-such-route"), 404, "not_found");
        return "refused";
      },
    },
  ];
}

async function askJson<T>(ask: Ask, path: string, shape: z.ZodType<T>): Promise<T> {
  const answer = await ask(path);
  const json = expectJson(answer, 200, shape);
  expectFresh(answer);
  return json;
}

function verify(ask: Ask, token: string, challenge: string): Promise<Answer> {
  const query = { "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": challenge };
  return ask(`${webhookPath}?${new URLSearchParams(query).toString()}`);
}

function secretOf({ secrets, isOurs }: Parts, variable: keyof Secrets): string {
  const secret = secrets[variable];
  if (secret === undefined) throw new Skipped(`${variable} is not set`);
  if (!isOurs) throw stranger();
  return secret;
}

function stranger(): Failed {
  return new Failed("not tried, because no secret is sent to whoever has another /health", "see health");
}

function differs(variable: string): string {
  return `${variable} here and ${variable} of the service have to be the same; after a change, deploy`;
}

/** Only words that we know are repeated. */
function notReadyBecause({ components, errors }: z.output<typeof notReady>): Failed {
  const down = Object.entries(cures).filter(([part]) => components[part]?.status === "down");
  const moods = ["starting", "draining", "overloaded"].filter((mood) => errors.some((error) => error.startsWith(mood)));
  const reasons = [...down.map(([part]) => `${part} is down`), ...moods];
  const [[, cure] = ["", "wait (--wait SECONDS); the log says what is missing"]] = down;
  return new Failed(reasons.join(", ") || "not ready", cure);
}

const cures = {
  redis: "check that Redis runs, and REDIS_URL of the service",
  postgres: "check that the database runs, and DATABASE_URL of the service",
  supabase: "check that Supabase runs, and SUPABASE_URL and SUPABASE_KEY of the service",
};

import { type Config, ConfigError, type ConfigProblem, isHttpsOrLoopback, isProtected } from "../../src/config.ts";
import { baseUrls, variables } from "../../src/config-variables.ts";
import { UsageError } from "../../src/operator/command.ts";

/** What the set-up needs of the environment: less than the service, because some of it comes out of the set-up. */

const { shape } = variables;
const needed = variables
  .pick({
    CHATWOOT_BASE_URL: true,
    CHATWOOT_API_TOKEN: true,
    CHATWOOT_ACCOUNT_ID: true,
    CHATWOOT_INBOX_ID: true,
    CHATWOOT_BOT_ID: true,
    DIALOG360_API_KEY: true,
    DIALOG360_BASE_URL: true,
    DIALOG360_WEBHOOK_SECRET: true,
    RAILWAY_PUBLIC_DOMAIN: true,
  })
  // Chatwoot makes it, together with the inbox.
  .extend({ CHATWOOT_WEBHOOK_SECRET: shape.CHATWOOT_WEBHOOK_SECRET.optional() });

export type Settings = ReturnType<typeof loadSettings>;

/**
 * `url`: where the service is reached; by default at the domain that Railway gave it.
 * @throws ConfigError naming every wrong variable, UsageError when the address cannot be the service's
 */
export function loadSettings(environment: Record<string, string | undefined>, url: string | undefined) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = needed.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map((issue) => problemOf(String(issue.path[0]), given, issue.message));
  problems.push(...unprotected(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const env = parsed.data;
  const [secret = ""] = env.DIALOG360_WEBHOOK_SECRET;
  return {
    url: serviceUrl(url || (env.RAILWAY_PUBLIC_DOMAIN && `https://${env.RAILWAY_PUBLIC_DOMAIN}`)),
    chatwoot: {
      baseUrl: withoutSlash(env.CHATWOOT_BASE_URL),
      apiToken: env.CHATWOOT_API_TOKEN,
      accountId: env.CHATWOOT_ACCOUNT_ID,
      inboxId: env.CHATWOOT_INBOX_ID,
      botId: env.CHATWOOT_BOT_ID,
      webhookSecrets: env.CHATWOOT_WEBHOOK_SECRET ?? [],
    },
    dialog360: {
      baseUrl: withoutSlash(env.DIALOG360_BASE_URL),
      apiKey: env.DIALOG360_API_KEY,
      /** The first of two is the new one. */
      secret,
    },
  } satisfies { url: string; chatwoot: Partial<Config["chatwoot"]>; dialog360: object };
}

/** 360dialog takes no port and no underscore in the host name (its page on several webhooks per number). */
function serviceUrl(address: string | undefined): string {
  if (address === undefined)
    throw new UsageError("Where is the service? Give --url https://… or RAILWAY_PUBLIC_DOMAIN");
  const url = URL.parse(address);
  if (url === null || url.pathname !== "/" || url.search !== "" || url.username !== "")
    throw new UsageError("The service's address must be no more than https:// and the host");
  if (!isHttpsOrLoopback(url)) throw new UsageError("The service's address must be https");
  if (url.protocol === "http:") return url.origin;
  if (url.port !== "" || url.hostname.includes("_"))
    throw new UsageError("The service's address must have no port and no underscore: 360dialog takes neither");
  return url.origin;
}

function problemOf(name: string, given: Record<string, unknown>, message: string): ConfigProblem {
  const problem = `Environment variable ${name} is wrong: ${message}`;
  const missing = `Required environment variable ${name} is not set`;
  return { name, problem: given[name] === undefined ? missing : problem, example: undefined };
}

/** Keys are sent there. */
function unprotected(given: Record<string, string | undefined>): ConfigProblem[] {
  return baseUrls
    .filter((name) => name === "CHATWOOT_BASE_URL" || name === "DIALOG360_BASE_URL")
    .filter((name) => {
      const url = URL.parse(given[name] ?? "");
      return url?.protocol === "http:" && !isProtected(url);
    })
    .map((name) => problemOf(name, given, "must be https outside loopback and the private network"));
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

import { createChatwootClient } from "./chatwoot/client.ts";
import { createSetup } from "./chatwoot/setup.ts";
import { type Config, ConfigError, configWarnings, describeProblem, loadConfig } from "./config.ts";
import { checkDatabase, checkHttp, checkRedis, type Finding } from "./doctor-services.ts";
import { ProviderError } from "./errors.ts";

/** `npm run doctor`: names each wrong variable and each service that does not work, with cause and cure. */

/** Asks every service at once, each for at most 5 s. */
export async function diagnose(config: Config, fetch = globalThis.fetch): Promise<Finding[]> {
  const { whatsapp, chatwoot, agent } = config;
  const findings = await Promise.all([
    checkRedis(config.redis),
    checkTransport(config.database),
    checkHttp({
      service: "360dialog",
      url: `${whatsapp.baseUrl}/health_status`,
      headers: { "D360-API-KEY": whatsapp.apiKey },
      unreachableCure: "check DIALOG360_BASE_URL",
      refusedCure: "check DIALOG360_API_KEY: it belongs to one number and environment",
      fetch,
    }),
    checkChatwoot(chatwoot, fetch),
    checkAnthropic(agent, fetch),
    checkHttp({
      service: "openai",
      url: `${agent.openaiBaseUrl}/models`,
      headers: { authorization: `Bearer ${agent.openaiApiKey}` },
      unreachableCure: "check OPENAI_BASE_URL, which ends with /v1, and that this machine may reach it",
      refusedCure: "check OPENAI_API_KEY",
      fetch,
    }),
  ]);
  return [...findings.flat(), ...configWarnings(config).map((warning) => ({ ...warning, status: "warn" as const }))];
}

/** One line for people. */
export function describeFinding({ service, status, text, cure }: Finding): string {
  const line = `${status.padEnd(4)}  ${service.padEnd(9)}  ${text}`;
  return cure === undefined ? line : `${line}. Cure: ${cure}`;
}

/** Postgres is reached directly or through Supabase, never both. */
async function checkTransport(database: Config["database"]): Promise<Finding[]> {
  const finding = await checkDatabase(database);
  if (database.url === undefined) return [finding];
  return [finding, { service: "supabase", status: "ok", text: "not used while DATABASE_URL is set" }];
}

async function checkAnthropic(agent: Config["agent"], fetch: typeof globalThis.fetch): Promise<Finding> {
  const { engine, anthropicApiKey, anthropicBaseUrl } = agent;
  const service = "anthropic";
  if (engine === "rules" || engine === "off") {
    return { service, status: "ok", text: `not used with AGENT_ENGINE=${engine}` };
  }
  return checkHttp({
    service,
    url: `${anthropicBaseUrl}/v1/models?limit=1`,
    headers: { authorization: `Bearer ${anthropicApiKey}`, "anthropic-version": "2026-10-21" },
    unreachableCure: "check ANTHROPIC_BASE_URL, which has no /v1, and that this machine may reach it",
    refusedCure: "check ANTHROPIC_API_KEY",
    fetch,
  });
}

const chatwootCures: Record<string, string> = {
  no_api_inbox: "create an API inbox in Chatwoot, with the webhook URL https://<service>/webhooks/chatwoot",
  several_api_inboxes: "set CHATWOOT_INBOX_ID to the inbox of this WhatsApp number",
  no_agent_bot: "connect an agent bot without a webhook URL to the inbox",
};

/** Being let in is half of it: without an inbox and a bot nothing can be mirrored. */
async function checkChatwoot(chatwoot: Config["chatwoot"], fetch: typeof globalThis.fetch): Promise<Finding> {
  const finding = await checkHttp({
    service: "chatwoot",
    url: `${chatwoot.baseUrl}/api/v1/accounts/${chatwoot.accountId}/inboxes`,
    headers: { api_access_token: chatwoot.apiToken },
    unreachableCure: "check CHATWOOT_BASE_URL and CHATWOOT_ACCOUNT_ID",
    refusedCure: "CHATWOOT_API_TOKEN must belong to an administrator of the account CHATWOOT_ACCOUNT_ID, not to a bot",
    fetch,
  });
  if (finding.status !== "ok") return finding;
  try {
    const setup = createSetup(createChatwootClient(chatwoot), chatwoot);
    return { ...finding, text: `inbox ${await setup.inbox()}, agent bot ${await setup.bot()}` };
  } catch (error) {
    const code = error instanceof ProviderError ? error.code : "failed";
    return { service: "chatwoot", status: "FAIL", text: code, cure: chatwootCures[code] ?? "check CHATWOOT_BASE_URL" };
  }
}

/** The exit code. */
async function main(): Promise<number> {
  try {
    const findings = await diagnose(loadConfig());
    print(["ok    variables", ...findings.map(describeFinding)]);
    return findings.some(({ status }) => status === "FAIL") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    print(["FAIL  variables", ...error.problems.map(describeProblem)]);
    return 1;
  }
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

// A look-up of a host name cannot be cancelled, and would hold the process after everything is said.
if (import.meta.main) process.exit(await main());

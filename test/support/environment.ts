import { randomBytes } from "node:crypto";

/** A complete environment with secrets of its own; what differs is given. */
export function testEnvironment(given: Record<string, string> = {}): Record<string, string> {
  const secret = () => randomBytes(24).toString("hex");
  return {
    AGENT_ENGINE: "rules",
    ANTHROPIC_API_KEY: secret(),
    ANTHROPIC_BASE_URL: "http://127.0.0.1:9",
    OPENAI_API_KEY: secret(),
    OPENAI_BASE_URL: "http://127.0.0.1:9",
    SUPABASE_URL: "http://127.0.0.1:9",
    SUPABASE_KEY: secret(),
    CHATWOOT_BASE_URL: "http://127.0.0.1:9",
    CHATWOOT_API_TOKEN: secret(),
    CHATWOOT_ACCOUNT_ID: "1",
    CHATWOOT_WEBHOOK_SECRET: secret(),
    DIALOG360_API_KEY: secret(),
    DIALOG360_WEBHOOK_SECRET: secret(),
    WHATSAPP_VERIFY_TOKEN: secret(),
    REDIS_URL: "redis://127.0.0.1:9",
    ENVIRONMENT: "test",
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "silent",
    BURST_QUIET_MS: "50",
    BURST_CEILING_MS: "500",
    ...given,
  };
}

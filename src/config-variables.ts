import { z } from "zod";
import {
  businessHours,
  encryptionKeys,
  httpUrl,
  postgresUrl,
  redisUrl,
  secrets,
  sentryDsn,
  text,
  timeZone,
  whole,
} from "./config-values.ts";

/** Models that this build knows how to call and what they cost (agent/models.ts). */
const models = ["claude-haiku-5-5", "claude-sonnet-5-5"] as const;

/** Every variable of the environment that the service reads; config.ts reads them and groups them by owner. */
export const variables = z.object({
  ANTHROPIC_API_KEY: text.meta({ example: "sk-ant-api03-…" }),
  OPENAI_API_KEY: text.meta({ example: "sk-proj-…" }),
  SUPABASE_URL: httpUrl.meta({ example: "https://abcdefgh.supabase.co" }),
  SUPABASE_KEY: text.meta({ example: "sb_secret_…" }),
  CHATWOOT_BASE_URL: httpUrl.meta({ example: "https://chatwoot.example.com" }),
  CHATWOOT_API_TOKEN: text.meta({ example: "the access token of an administrator" }),
  CHATWOOT_ACCOUNT_ID: whole(1, 2 ** 31).meta({ example: "1" }),
  CHATWOOT_WEBHOOK_SECRET: secrets.meta({ example: "the secret Chatwoot shows for the API inbox" }),
  DIALOG360_API_KEY: text.meta({ example: "the key of the number, from the 360dialog hub" }),
  DIALOG360_WEBHOOK_SECRET: secrets.meta({ example: "the output of: openssl rand -hex 32" }),
  WHATSAPP_VERIFY_TOKEN: secrets.meta({ example: "the output of: openssl rand -hex 32" }),

  REDIS_URL: redisUrl.meta({ example: "redis://default:password@redis.railway.internal:6379" }),
  PORT: whole(0, 65_535).default(8000).meta({ example: "8000" }),
  RAILWAY_GIT_COMMIT_SHA: text.optional(),
  RAILWAY_DEPLOYMENT_ID: text.optional(),
  RAILWAY_ENVIRONMENT: text.optional(),
  RAILWAY_ENVIRONMENT_NAME: text.optional(),
  RAILWAY_PUBLIC_DOMAIN: text.optional(),
  RAILWAY_REPLICA_ID: text.optional(),
  RAILWAY_REPLICA_REGION: text.optional(),

  DATABASE_URL: postgresUrl.optional().meta({ example: "postgres://user:password@host:5432/postgres" }),
  DB_POOL_SIZE: whole(1, 200).default(20).meta({ example: "20" }),
  ENVIRONMENT: z.enum(["development", "test", "staging", "production"]).optional().meta({ example: "production" }),
  GIT_COMMIT_SHA: text.optional(),
  HOST: text.default("::").meta({ example: "127.0.0.1" }),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .meta({ example: "info" }),
  PROCESS_ROLE: z.enum(["all", "web", "worker"]).default("all").meta({ example: "all" }),
  HEALTH_TOKEN: secrets.optional().meta({ example: "the output of: openssl rand -hex 32" }),
  CHECKPOINT_ENCRYPTION_KEY: encryptionKeys.optional().meta({ example: "the output of: openssl rand -hex 32" }),
  LIVENESS_LAG_MS: whole(100, 600_000).default(5_000).meta({ example: "5000" }),
  WATCHDOG_SECONDS: whole(0, 3600).default(60).meta({ example: "60" }),
  WEB_CONCURRENCY: whole(1, 16).default(1).meta({ example: "1" }),
  SENTRY_DSN: sentryDsn.optional().meta({ example: "https://key@o1.ingest.sentry.io/2" }),
  DRAIN_SECONDS: whole(1, 600).default(25).meta({ example: "25" }),
  ANTHROPIC_BASE_URL: httpUrl.default("https://api.anthropic.com").meta({ example: "https://api.anthropic.com" }),
  OPENAI_BASE_URL: httpUrl.default("https://api.openai.com/v1").meta({ example: "https://api.openai.com/v1" }),
  AGENT_ENGINE: z.enum(["auto", "claude", "rules", "off"]).default("auto").meta({ example: "auto" }),
  AGENT_SMALL_MODEL: z.enum(models).default("claude-haiku-5-5").meta({ example: "claude-haiku-5-5" }),
  AGENT_LARGE_MODEL: z.enum(models).default("claude-sonnet-5-5").meta({ example: "claude-sonnet-5-5" }),
  BUSINESS_HOURS: businessHours.optional().meta({ example: "mon-fri 09:00-18:00, sat 10:00-14:00" }),
  CHATWOOT_TEAM_ID: whole(1, 2 ** 31).optional(),
  TIME_ZONE: timeZone.default("UTC").meta({ example: "Europe/Madrid" }),
  CHATWOOT_INBOX_ID: whole(1, 2 ** 31)
    .optional()
    .meta({ example: "1" }),
  CHATWOOT_BOT_ID: whole(1, 2 ** 31)
    .optional()
    .meta({ example: "1" }),
  DIALOG360_BASE_URL: httpUrl.default("https://waba-v2.360dialog.io").meta({ example: "https://waba-v2.360dialog.io" }),
  DIALOG360_PHONE_NUMBER_ID: text.optional().meta({ example: "106540352242922" }),
  BURST_QUIET_MS: whole(0, 60_000).default(1500).meta({ example: "1500" }),
  BURST_CEILING_MS: whole(0, 300_000).default(8000).meta({ example: "8000" }),
  TURN_LEASE_MS: whole(500, 300_000).default(12_000).meta({ example: "12000" }),
  TURN_CONCURRENCY: whole(1, 500).default(50).meta({ example: "50" }),
  SEND_CONCURRENCY: whole(1, 500).default(20).meta({ example: "20" }),
  UNKNOWN_WAIT: whole(1, 3600).default(60).meta({ example: "60" }),
  DECISION_UNDO_MS: whole(0, 86_400_000).default(600_000).meta({ example: "600000" }),
});

/** Where secrets and conversations are sent to. */
export const baseUrls = [
  "SUPABASE_URL",
  "CHATWOOT_BASE_URL",
  "DIALOG360_BASE_URL",
  "ANTHROPIC_BASE_URL",
  "OPENAI_BASE_URL",
] as const;

import { Redis } from "ioredis";
import { createAgent } from "../src/agent/agent.ts";
import type { RunTurn } from "../src/inbox/process.ts";
import { createMetrics } from "../src/metrics.ts";
import { createLogger } from "../src/platform/logger.ts";

export const engines = ["rules", "claude"] as const;
export type EngineName = (typeof engines)[number];

/** The engine with "tomorrow" meant in this zone. */
export type EngineIn = (timeZone: string) => RunTurn;

/**
 * The agents as the service runs them. Redis is closed before it was ever opened: the service works without one, and an
 * answer that was paid for an hour ago must not be measured again.
 * @throws when Claude is wanted and there is no key
 */
export function createEngine(engine: EngineName, env: NodeJS.ProcessEnv): EngineIn {
  const anthropicApiKey = env["ANTHROPIC_API_KEY"] ?? "";
  if (engine === "claude" && anthropicApiKey === "") throw new Error("--engine claude needs ANTHROPIC_API_KEY");
  const redis = new Redis({ lazyConnect: true });
  redis.disconnect();
  const metrics = createMetrics();
  const log = createLogger({ logLevel: "silent", version: "eval" });
  const config = {
    engine,
    anthropicApiKey,
    anthropicBaseUrl: env["ANTHROPIC_BASE_URL"] ?? "https://api.anthropic.com",
    smallModel: env["AGENT_SMALL_MODEL"] ?? "claude-haiku-5-5",
    largeModel: env["AGENT_LARGE_MODEL"] ?? "claude-sonnet-5-5",
    hours: null,
  };
  const agents = new Map<string, RunTurn>();
  return (timeZone) => {
    const agent =
      agents.get(timeZone) ??
      createAgent({ config: { ...config, timeZone }, listOpen: async () => [], redis, metrics, log }).runTurn;
    agents.set(timeZone, agent);
    return agent;
  };
}

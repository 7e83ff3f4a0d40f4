import type { Metrics } from "../metrics.ts";
import type { Finding, Probe } from "./component.ts";
import { failureReason } from "./failure-reason.ts";
import type { ProbeRedis } from "./redis.ts";

/** What there is to know of the agents without asking a model. */
export interface Agents {
  engine: "auto" | "claude" | "rules" | "off";
  compiled: boolean;
  /** By model: closed while it is asked as usual. */
  breakers: () => Record<string, "closed" | "open" | "half_open">;
  checkpointPrefix: string;
  /** Of the keys that seal checkpoints, the newest first; none = they lie there in clear. */
  fingerprints: readonly string[];
}

const engines = ["claude", "rules", "off"] as const;

/** Whether the graph is there, what answers now, and whether checkpoints can be kept. It works on without the latter. */
export function createLanggraphProbe(agents: Agents, redis: ProbeRedis, metrics: Metrics): Probe {
  return async (signal) => {
    const breaker = agents.breakers();
    const engine = engineOf(agents.engine, Object.values(breaker));
    for (const name of engines) metrics.agentEngine.set({ engine: name }, name === engine ? 1 : 0);
    for (const [model, state] of Object.entries(breaker))
      metrics.modelBreakerOpen.set({ model }, state === "open" ? 1 : 0);
    const checkpoint = await roundTrip(`${agents.checkpointPrefix}:health`, redis, signal);
    const encryption = await encryptionOf(agents, "error" in checkpoint ? undefined : redis);
    const away = Object.keys(breaker).filter((model) => breaker[model] === "open");
    const problems = [
      ...(away.length > 0 ? [`not asked for a while: ${away.join(", ")}`] : []),
      ...("error" in checkpoint ? [`checkpoints: ${checkpoint.error}`] : []),
      ...(encryption === "wrong key" ? ["checkpoints: sealed with another key"] : []),
    ];
    return {
      ...(problems.length > 0 && { degraded: problems.join("; ") }),
      metadata: {
        compiled: agents.compiled,
        engine,
        breaker,
        checkpoint,
        budget_left_usd: null, // no limit is set
        encryption,
      },
    } satisfies Finding;
  };
}

/** What answers now. As in the record of a turn, it is Claude while one of its models still does. */
function engineOf(configured: Agents["engine"], breakers: string[]): (typeof engines)[number] {
  if (configured === "rules" || configured === "off") return configured;
  return breakers.every((state) => state === "open") ? "rules" : "claude";
}

/** Whether what Redis keeps was sealed with a key that we have. Without a Redis that answers, only "off" is known. */
async function encryptionOf({ fingerprints, checkpointPrefix }: Agents, redis: ProbeRedis | undefined) {
  const [newest, ...older] = fingerprints;
  if (newest === undefined) return "off";
  if (redis === undefined) return "unknown";
  const kept = await redis.claim(`${checkpointPrefix}:sealed-with`, newest, older);
  return fingerprints.includes(kept) ? "on" : "wrong key";
}

async function roundTrip(prefix: string, redis: ProbeRedis, signal: AbortSignal) {
  const started = performance.now();
  try {
    await redis.roundTrip(prefix, signal);
    return { round_trip_ms: Math.round((performance.now() - started) * 10) / 10 };
  } catch (error) {
    return { error: failureReason(error) };
  }
}

import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What thinks, and what it costs. */
export function createAgentMetrics(registers: Registry[]) {
  return {
    agentEngine: new Gauge({
      name: "agent_engine",
      help: "1 for the engine that answers now: claude, rules or off",
      labelNames: ["engine"] as const,
      aggregator: "max",
      registers,
    }),
    agentFallbacks: new Counter({
      name: "agent_fallbacks_total",
      help: "Times that the rules engine stepped in for the model, by agent and reason",
      labelNames: ["agent", "reason"] as const,
      registers,
    }),
    checkpointTroubles: new Counter({
      name: "checkpoint_troubles_total",
      help: "Turns whose checkpoint was missing, unreadable or unwritable; they start from Postgres and nothing is lost",
      labelNames: ["trouble"] as const,
      registers,
    }),
    claimsRejected: new Counter({
      name: "fact_claims_rejected_total",
      help: "Extracted fields without sound evidence, by field and reason",
      labelNames: ["field", "reason"] as const,
      registers,
    }),
    ...createModelMetrics(registers),
  };
}

/**
 * Names, labels and buckets of the OpenTelemetry conventions for generative AI, as far as Prometheus can spell them. Beside
 * what they know: agent, and the tokens that went through a cache.
 */
function createModelMetrics(registers: Registry[]) {
  const call = ["gen_ai_operation_name", "gen_ai_provider_name", "gen_ai_request_model", "agent"] as const;
  return {
    modelOperationDuration: new Histogram({
      name: "gen_ai_client_operation_duration_seconds",
      help: "Time until a model's answer or the end of our patience, repetitions included; error_type is empty when answered",
      labelNames: [...call, "error_type"] as const,
      buckets: [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
      registers,
    }),
    modelTokenUsage: new Histogram({
      name: "gen_ai_client_token_usage",
      help: "Tokens that one answer is billed for, by type: input (not cached), output, cache_read or cache_write",
      labelNames: [...call, "gen_ai_token_type"] as const,
      buckets: [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144],
      registers,
    }),
    modelCost: new Counter({
      name: "llm_cost_usd_total",
      help: "US dollars at list price",
      labelNames: ["model", "agent"] as const,
      registers,
    }),
    modelBreakerOpen: new Gauge({
      name: "model_breaker_open",
      help: "1 while a model that failed too often is not asked",
      labelNames: ["model"] as const,
      aggregator: "max",
      registers,
    }),
  };
}

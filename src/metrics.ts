import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** Every metric of the service, each named once. Labels have few values: never a URL, a person or a message. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...createHttpMetrics(registers),
    ...createTurnMetrics(registers),
    ...createAgentMetrics(registers),
    ...createOutboxMetrics(registers),
    appReady: new Gauge({ name: "app_ready", help: "1 when the readiness check passes", registers }),
    appInfo: new Gauge({
      name: "app_info",
      help: "Always 1; the labels say what is running",
      labelNames: ["version", "environment"] as const,
      registers,
    }),
  };
}

function createHttpMetrics(registers: Registry[]) {
  return {
    httpRequestDuration: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from receiving a request to the end of its answer, by route pattern",
      labelNames: ["method", "route", "status_class"] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    webhookEvents: new Counter({
      name: "webhook_events_total",
      help: "Events received from providers; outcome is stored, duplicate, parked, rejected or ignored",
      labelNames: ["provider", "kind", "outcome"] as const,
      registers,
    }),
    webhookUnknownFields: new Counter({
      name: "webhook_unknown_fields_total",
      help: "Properties of webhook bodies that this build does not know, by path: the provider sends something new",
      labelNames: ["provider", "field"] as const,
      registers,
    }),
    webhookAuthFailures: new Counter({
      name: "webhook_auth_failures_total",
      help: "Webhook requests with wrong or missing credentials",
      labelNames: ["provider"] as const,
      registers,
    }),
    webhookDifferingDuplicates: new Counter({
      name: "webhook_differing_duplicates_total",
      help: "Repeated events that say something else than the first one, which counts",
      registers,
    }),
    webhookQuarantined: new Counter({
      name: "webhook_quarantined_events_total",
      help: "Events that Postgres refused to take apart: stored as text and parked",
      registers,
    }),
    webhookAckDuration: new Histogram({
      name: "webhook_ack_duration_seconds",
      help: "Time from receiving an authenticated webhook to its acknowledgement",
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2],
      registers,
    }),
  };
}

function createTurnMetrics(registers: Registry[]) {
  return {
    inboxWaitingEvents: new Gauge({
      name: "inbox_waiting_events",
      help: "Events in memory that wait for their group commit",
      registers,
    }),
    inboxRescues: new Counter({
      name: "inbox_rescues_total",
      help: "Conversations that the safety net woke: a bug whenever it is not 0",
      registers,
    }),
    turns: new Counter({
      name: "turns_total",
      help: "Turns by outcome: committed, lost, stale, silenced, failed, or poison (given up and handed to a person)",
      labelNames: ["outcome"] as const,
      registers,
    }),
    turnDuration: new Histogram({
      name: "turn_duration_seconds",
      help: "Time from the claim of a conversation to the end of its turn",
      buckets: [0.01, 0.03, 0.08, 0.25, 1, 2.5, 5, 10, 20, 45],
      registers,
    }),
    turnMessages: new Histogram({
      name: "turn_messages",
      help: "Messages that one turn answers",
      buckets: [1, 2, 3, 5, 10, 20, 50, 100],
      registers,
    }),
  };
}

function createAgentMetrics(registers: Registry[]) {
  return {
    modelRequests: new Counter({
      name: "model_requests_total",
      help: "Questions to a model; outcome is answered, unavailable, rejected, refused, truncated or malformed",
      labelNames: ["agent", "model", "outcome"] as const,
      registers,
    }),
    modelDuration: new Histogram({
      name: "model_duration_seconds",
      help: "Time until a model's answer or the end of our patience, repetitions included",
      labelNames: ["agent", "model"] as const,
      buckets: [0.25, 0.5, 1, 2, 4, 8, 15, 30],
      registers,
    }),
    modelTokens: new Counter({
      name: "model_tokens_total",
      help: "Tokens by kind: input (not cached), cacheRead, cacheWrite, output",
      labelNames: ["agent", "model", "kind"] as const,
      registers,
    }),
    modelCost: new Counter({
      name: "model_cost_usd_total",
      help: "US dollars at list price",
      labelNames: ["agent", "model"] as const,
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
  };
}

function createOutboxMetrics(registers: Registry[]) {
  return {
    outboxEffects: new Counter({
      name: "outbox_effects_total",
      help: "Attempts to deliver an effect; outcome is sent, retry, unknown, dead or dropped",
      labelNames: ["destination", "kind", "outcome"] as const,
      registers,
    }),
    outboxUnknownResends: new Counter({
      name: "outbox_unknown_resends_total",
      help: "Effects sent once more because nobody could tell whether the first sending arrived",
      registers,
    }),
  };
}

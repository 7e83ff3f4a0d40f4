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
      help: "Events received from providers; outcome is stored, duplicate, parked or rejected",
      labelNames: ["provider", "kind", "outcome"] as const,
      registers,
    }),
    webhookAuthFailures: new Counter({
      name: "webhook_auth_failures_total",
      help: "Webhook requests with wrong or missing credentials",
      labelNames: ["provider"] as const,
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
    turns: new Counter({
      name: "turns_total",
      help: "Turns by outcome: committed, lost, stale, silenced or failed",
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

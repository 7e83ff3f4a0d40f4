import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What leaves, and when it gets there. */
export function createOutboxMetrics(registers: Registry[]) {
  return {
    outboxEffects: new Counter({
      name: "outbox_effects_total",
      help: "Attempts to deliver an effect; outcome is sent, retry, unknown, dead or dropped, class the kind of failure",
      labelNames: ["destination", "kind", "outcome", "class"] as const,
      registers,
    }),
    outboxUnknownResends: new Counter({
      name: "outbox_unknown_resends_total",
      help: "Effects sent once more because nobody could tell whether the first sending arrived",
      registers,
    }),
    outboxPending: new Gauge({
      name: "outbox_pending",
      help: "Effects by state: waiting, sending, unknown or dead, counted up to 10 000",
      labelNames: ["destination", "state"] as const,
      aggregator: "max", // every process reads the same tables
      registers,
    }),
    outboxOldestAge: new Gauge({
      name: "outbox_oldest_age_seconds",
      help: "Age of the oldest effect that has not left; 0 when there is none",
      labelNames: ["destination"] as const,
      aggregator: "max",
      registers,
    }),
    answerDuration: new Histogram({
      name: "answer_duration_seconds",
      help: "Time from receiving the oldest message of a burst until WhatsApp accepted its answer",
      buckets: [1, 2, 5, 10, 20, 30, 60, 120, 300, 900],
      registers,
    }),
    answersFailed: new Counter({
      name: "answers_failed_total",
      help: "Answers to candidates that were given up: dead in the outbox, or their turn was poison",
      registers,
    }),
    deliveryDuration: new Histogram({
      name: "delivery_duration_seconds",
      help: "Time from WhatsApp accepting a text to the first status that says it was delivered",
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 3600],
      registers,
    }),
  };
}

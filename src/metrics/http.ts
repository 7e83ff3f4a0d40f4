import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What comes in over HTTP. */
export function createHttpMetrics(registers: Registry[]) {
  return {
    httpRequestDuration: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from receiving a request to the end of its answer, by route pattern",
      labelNames: ["method", "route", "status_class"] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    httpRequestsInFlight: new Gauge({
      name: "http_requests_in_flight",
      help: "Requests that have begun and are not over",
      registers,
    }),
    ...createWebhookMetrics(registers),
  };
}

function createWebhookMetrics(registers: Registry[]) {
  return {
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

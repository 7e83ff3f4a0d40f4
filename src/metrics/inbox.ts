import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** From a stored message to the end of the turn that answers it. */
export function createInboxMetrics(registers: Registry[]) {
  return {
    inboxWaitingEvents: new Gauge({
      name: "inbox_waiting_events",
      help: "Events in memory that wait for their group commit",
      registers,
    }),
    inboxLag: new Histogram({
      name: "inbox_lag_seconds",
      help: "Time from receiving the oldest message of a burst to the claim of its turn",
      buckets: [0.1, 0.5, 1, 2, 3, 5, 8, 12, 20, 30, 60, 300, 900],
      registers,
    }),
    inboxConversations: new Gauge({
      name: "inbox_conversations",
      help: "Conversations that are due (waiting) or have a turn running (leased), counted up to 10 000",
      labelNames: ["state"] as const,
      aggregator: "max", // every process reads the same tables
      registers,
    }),
    inboxOldestAge: new Gauge({
      name: "inbox_oldest_age_seconds",
      help: "Age of the oldest message that is due and has not been answered; 0 when there is none",
      aggregator: "max",
      registers,
    }),
    inboxRescues: new Counter({
      name: "inbox_rescues_total",
      help: "Conversations that the safety net woke: a bug whenever it is not 0",
      registers,
    }),
    takeovers: new Counter({
      name: "takeovers_total",
      help: "Conversations that a recruiter took over from the bot, by a reply or by opening them",
      registers,
    }),
    optOuts: new Counter({
      name: "opt_outs_total",
      help: "Candidates who opted out: STOP, or a confirmed DELETE",
      registers,
    }),
    ...createTurnMetrics(registers),
  };
}

function createTurnMetrics(registers: Registry[]) {
  return {
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
    turnPhaseDuration: new Histogram({
      name: "turn_phase_duration_seconds",
      help: "Time that a turn spends in one phase: router, extraction, conversation, crm or commit",
      labelNames: ["phase"] as const,
      buckets: [0.001, 0.005, 0.02, 0.08, 0.25, 1, 2.5, 5, 10, 20, 45],
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

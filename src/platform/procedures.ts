import { z } from "zod";
import { decisions } from "../message.ts";
import { operatorProcedures } from "./operator-procedures.ts";
import { application, fact, progress, turnInput } from "./turn-schemas.ts";

const id = z.int().positive();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const milliseconds = z.int().nonnegative();
/** Time until something is due; negative when it is overdue, null when nothing waits. */
const nextDue = z.number().nullable();

/** An effect on its way out (database/functions/claim_effects.sql). */
const claimed = {
  id,
  /** Fences: only the newest attempt may record what came of it. */
  attempt: z.int(),
  /** How many of the attempts count; fewer once an operator has queued it again. */
  tries: z.int(),
  resend: z.boolean(),
  conversation: id,
  body: z.record(z.string(), z.unknown()),
  /** Of the message that this comes from. */
  trace: z.string().nullish(),
};
const effect = z.discriminatedUnion("destination", [
  z.object({
    ...claimed,
    destination: z.literal("whatsapp"),
    kind: z.enum(["text", "read"]),
    recipient: z.string(),
    /** Since the oldest message that a text answers was received; null for what answers none. */
    since_ms: z.number().nullish(),
  }),
  z.object({
    ...claimed,
    destination: z.literal("chatwoot"),
    kind: z.enum(["incoming", "outgoing", "delivery", "profile", "application", "note", "open"]),
    contact: z.object({ wa_id: z.string().nullable(), bsuid: z.string().nullable(), name: z.string().nullable() }),
    chatwoot: z.object({ contact: id.nullable(), conversation: id.nullable(), status: z.string().nullish() }),
  }),
]);

/** Work beside the conversations (database/functions/claim_tasks.sql). */
const task = z.object({
  ...claimed,
  destination: z.literal("task"),
  conversation: id.nullable(),
  kind: z.enum(["prune", "replay", "tell_decision"]),
});

/** A message that WhatsApp has approved for a language; `text` has "{{1}}" where the vacancy's title goes, or nowhere. */
const template = z.object({ name: z.string(), language: z.string(), text: z.string() });

const lease = z.object({ conversation: id, fence: id });
const send = z.object({ id, attempt: z.int() });

/**
 * Rows of a claim, each read by itself: one that this build cannot read, because a newer one wrote it, must not hold up
 * the others. `handle` is what it takes to give such a row back.
 */
function eachByItself<T, H>(rows: unknown[], schema: z.ZodType<T>, handle: z.ZodType<H>) {
  const readable: T[] = [];
  const unreadable: H[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) readable.push(parsed.data);
    else unreadable.push(handle.parse(row));
  }
  return { readable, unreadable };
}

const incomingEvent = z.object({
  key: sha256,
  kind: z.string(),
  source: z.string(),
  message_kind: z.literal("text").optional(),
  provider_id: z.string().optional(),
  text: z.string().optional(),
  sent_at: z.string().optional(),
  bsuid: z.string().optional(),
  parent_bsuid: z.string().optional(),
  wa_id: z.string().optional(),
  name: z.string().optional(),
  status: z.enum(["sent", "delivered", "read", "failed"]).optional(),
  callback: z.string().optional(),
  error_code: z.string().optional(),
  control: z.enum(["stop", "start", "human", "delete", "export", "why"]).optional(),
  problem: z.string().optional(),
  trace: z.uuid().optional(),
});

/** What a claim of the outbox hands over. */
function claimedOf<T>(schema: z.ZodType<T>) {
  return z
    .object({
      effects: z.array(z.unknown()),
      ruled_out: z.array(
        z.object({
          id,
          kind: z.string(),
          destination: z.string(),
          reason: z.string(),
          trace: z.string().nullish(),
          since_ms: z.number().nullish(),
        }),
      ),
      next_due_ms: nextDue,
    })
    .transform(({ effects, ...rest }) => {
      const { readable, unreadable } = eachByItself(effects, schema, send);
      return { effects: readable, unreadable, ...rest };
    });
}

/** Counts that are cut off: what is beyond does not matter to whoever looks (database/functions/queue_status.sql). */
const line = z.object({
  waiting: z.int(),
  sending: z.int(),
  unknown: z.int(),
  dead: z.int(),
  oldest_age_ms: z.number().nullable(),
});

/** Every Postgres function that the service calls: what goes in and what comes out. */
export const procedures = {
  service_status: { args: z.object({}), result: z.object({ schema: z.int().nullable() }) },
  queue_status: {
    args: z.object({}),
    result: z.object({
      /** Conversations, and the age of the oldest message that is due. */
      inbox: z.object({ waiting: z.int(), leased: z.int(), oldest_age_ms: z.number().nullable() }),
      outbox: z.object({ whatsapp: line, chatwoot: line, task: line }),
    }),
  },
  receive_events: {
    args: z.object({
      channel: z.literal("whatsapp"),
      quiet_ms: milliseconds,
      ceiling_ms: milliseconds,
      events: z.array(incomingEvent),
      replays: id.optional(),
    }),
    result: z.object({
      duplicates: z.array(z.string()),
      differing: z.int(),
      woken: z.int(),
      /** How long texts took from their send to the first word that they have arrived. */
      delivered_ms: z.array(z.number()).optional(),
      /** How long messages waited for answers of which only now is known that they were sent. */
      answered_ms: z.array(z.number()).optional(),
    }),
  },
  receive_recruiter_event: {
    args: z.object({
      key: sha256,
      kind: z.string(),
      source: z.string(),
      conversation: z.int(),
      source_id: z.string().nullable(),
      action: z.record(z.string(), z.unknown()).nullable(),
      note: z.string(),
      replays: id.optional(),
      undo_ms: milliseconds.optional(),
    }),
    result: z.object({ outcome: z.enum(["stored", "duplicate", "parked"]), took_over: z.boolean().optional() }),
  },
  tell_decision: {
    args: z.object({
      application: id,
      decided_at: z.string(),
      texts: z.record(z.string(), z.record(z.enum(decisions), z.string())),
      templates: z.record(z.string(), z.partialRecord(z.enum(decisions), template)).nullish(),
    }),
    result: z.object({ told: z.boolean(), needs_template: z.boolean().optional() }),
  },
  link_chatwoot: {
    args: z.object({ conversation: id, contact: id.nullable(), chatwoot_conversation: id.nullable() }),
    result: z.object({ linked: z.boolean() }),
  },
  claim_conversations: {
    args: z.object({ limit: z.int().positive(), lease_ms: milliseconds, typing: z.boolean() }),
    result: z.object({ turns: z.array(z.unknown()), next_due_ms: nextDue }).transform(({ turns, next_due_ms }) => {
      const { readable, unreadable } = eachByItself(turns, turnInput, lease);
      return { turns: readable, unreadable, next_due_ms };
    }),
  },
  extend_leases: {
    args: z.object({ lease_ms: milliseconds, leases: z.array(lease) }),
    result: z.object({ lost: z.array(lease) }),
  },
  release_turn: {
    args: z.object({ conversation: id, fence: id, retry_ms: milliseconds, failed: z.boolean() }),
    result: z.object({ released: z.boolean() }),
  },
  rescue_conversations: {
    args: z.object({ older_than_ms: milliseconds }),
    result: z.object({ rescued: z.int() }),
  },
  complete_turn: {
    args: z.object({
      conversation: id,
      fence: id,
      gen: z.int(),
      force: z.boolean(),
      lease_ms: milliseconds,
      typing: z.boolean().optional(),
      message_ids: z.array(id),
      decision: z.record(z.string(), z.unknown()),
      checkpoint_id: z.string().nullable(),
      summary: z.string().nullable(),
      progress,
      hand_off: z.boolean(),
      effects: z.array(
        z.object({
          destination: z.enum(["whatsapp", "chatwoot"]),
          origin: z.enum(["bot", "human", "control"]),
          kind: z.string(),
          body: z.record(z.string(), z.unknown()),
        }),
      ),
      facts: z.array(fact),
      // Processes from before there were vacancies send none of these.
      answers: z.array(fact).optional(),
      application: application.nullish(),
      ended: id.nullish(),
    }),
    result: z.discriminatedUnion("outcome", [
      z.object({ outcome: z.enum(["committed", "lost", "silenced"]), more: z.boolean().optional() }),
      z.object({ outcome: z.literal("stale"), turn: turnInput }),
    ]),
  },
  /** Open vacancies in their newest version, the newest vacancy first. */
  open_vacancies: {
    args: z.object({ limit: z.int().positive() }),
    result: z.object({
      vacancies: z.array(
        z.object({
          id: z.string(),
          version: z.int(),
          definition: z.unknown(),
          embedding: z.array(z.number()).nullable(),
        }),
      ),
    }),
  },
  save_embedding: {
    args: z.object({ id: z.string(), version: z.int(), embedding: z.array(z.number()) }),
    result: z.object({ saved: z.boolean() }),
  },
  /** Open vacancies that have words of the text, the best first. */
  match_vacancies: {
    args: z.object({ text: z.string(), limit: z.int().positive() }),
    result: z.object({ vacancies: z.array(z.object({ id: z.string(), rank: z.number() })) }),
  },
  claim_effects: {
    args: z.object({
      destination: z.enum(["whatsapp", "chatwoot"]),
      limit: z.int().positive(),
      unknown_wait_ms: milliseconds,
      receipt_wait_ms: milliseconds,
      pair_interval_ms: milliseconds,
      pair_burst: z.int().positive(),
    }),
    result: claimedOf(effect),
  },
  claim_tasks: {
    args: z.object({ limit: z.int().positive(), lease_ms: milliseconds, max_tries: z.int().positive() }),
    result: claimedOf(task),
  },
  settle_effect: {
    args: z.object({
      id,
      attempt: z.int(),
      outcome: z.enum(["sent", "retry", "unknown", "dead"]),
      provider_id: z.string().optional(),
      retry_ms: milliseconds.optional(),
      error: z.string().optional(),
      pause_ms: milliseconds.optional(),
    }),
    result: z.object({ settled: z.boolean() }),
  },
  prune: {
    args: z.object({ event_days: z.int(), effect_days: z.int(), limit: z.int().positive() }),
    result: z.object({ events: z.int(), effects: z.int() }),
  },
  ...operatorProcedures,
};

type Procedures = typeof procedures;
export type Procedure = keyof Procedures;
export type Args<P extends Procedure> = z.input<Procedures[P]["args"]>;
export type Results = { [P in Procedure]: z.output<Procedures[P]["result"]> };
export type Result<P extends Procedure> = Results[P];
export type TurnInput = z.output<typeof turnInput>;
export type OutgoingEffect = z.output<typeof effect>;
export type TaskEffect = z.output<typeof task>;
/** By the language of the candidate: what tells them each decision outside the 24 hour window. */
export type DecisionTemplates = NonNullable<Args<"tell_decision">["templates"]>;
export type IncomingEventRow = z.input<typeof incomingEvent>;

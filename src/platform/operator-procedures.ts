import { z } from "zod";

const id = z.int().positive();
const time = z.string().nullable();
const ms = z.int().nullable();

/** One row of the view app.explained (database/views/explained.sql). */
const explainedTurn = z.object({
  turn_id: id.nullable(),
  /** Of the newest of its messages. */
  trace: z.string().nullish(),
  fence: z.int().nullable(),
  silenced: z.boolean().nullable(),
  claimed_at: time,
  committed_at: time,
  turn_ms: ms,
  decision: z.record(z.string(), z.unknown()).nullable(),
  messages: z.array(
    z.object({
      id,
      event: id,
      kind: z.string(),
      control: z.string().nullable(),
      text: z.string(),
      sent_at: z.string(),
      received_at: time,
      wait_ms: ms,
      trace: z.string().nullish(),
    }),
  ),
  facts: z.array(
    z.object({
      field: z.string(),
      value: z.unknown(),
      message: id,
      quote: z.string(),
      confidence: z.number(),
      superseded: z.boolean(),
    }),
  ),
  effects: z.array(
    z.object({
      id,
      destination: z.string(),
      kind: z.string(),
      origin: z.string(),
      text: z.string().nullable(),
      state: z.string(),
      attempts: z.int(),
      unknowns: z.int(),
      error: z.string().nullable(),
      created_at: z.string(),
      delivery: z.string().nullable(),
      queue_ms: ms,
      send_ms: ms,
      delivery_ms: ms,
    }),
  ),
});

/** What a candidate stated, with the message (database/functions/read_application.sql). */
const statement = z.object({
  field: z.string(),
  value: z.unknown(),
  quote: z.string(),
  confidence: z.number(),
  message: id,
  text: z.string(),
  said_at: z.string(),
  turn: id,
});

/** What operators ask and do: nothing here runs by itself (src/operator.ts). */
export const operatorProcedures = {
  read_application: {
    args: z.object({ id }),
    result: z.object({
      application: z
        .object({
          id,
          conversation: id,
          vacancy: z.string(),
          version: z.int(),
          definition: z.unknown(),
          definition_sha256: z.string(),
          state: z.enum(["open", "submitted", "ended"]),
          screening: z.object({
            result: z.enum(["qualified", "knocked_out", "incomplete"]),
            knockouts: z.array(z.string()),
            missing: z.array(z.string()),
          }),
          decision: z.enum(["proceed", "reject", "hold"]).nullable(),
          decided_at: time,
          decided_by: z.string().nullable(),
          created_at: z.string(),
          submitted_at: time,
          facts: z.array(statement),
          answers: z.array(statement),
          turns: z.array(z.object({ id, at: z.string(), decision: z.record(z.string(), z.unknown()) })),
          audit: z.array(z.object({ at: z.string(), actor: z.string(), action: z.string(), detail: z.unknown() })),
        })
        .nullable(),
    }),
  },
  list_parked: {
    args: z.object({ kind: z.string().optional(), after: z.int(), limit: z.int().positive() }),
    result: z.object({
      kinds: z.array(z.object({ kind: z.string(), problem: z.string().nullable(), count: z.int() })),
      events: z.array(
        z.object({
          id,
          kind: z.string(),
          problem: z.string().nullable(),
          received_at: z.string(),
          bytes: z.int(),
        }),
      ),
      replays: z.object({ open: z.int(), started: z.int() }),
    }),
  },
  read_event: {
    args: z.object({ id }),
    result: z.object({
      event: z
        .object({
          id,
          kind: z.string(),
          source: z.string(),
          parked: z.boolean(),
          problem: z.string().nullable(),
          received_at: z.string(),
        })
        .nullable(),
    }),
  },
  add_replays: {
    args: z.object({ ids: z.array(id).optional(), kind: z.string().optional(), all: z.boolean().optional() }),
    result: z.object({ added: z.int() }),
  },
  list_dead: {
    args: z.object({ destination: z.string().optional(), limit: z.int().positive() }),
    result: z.object({
      total: z.int(),
      effects: z.array(
        z.object({
          id,
          conversation: id.nullable(),
          destination: z.string(),
          kind: z.string(),
          origin: z.string(),
          attempts: z.int(),
          error: z.string().nullable(),
          created_at: z.string(),
          sending_at: z.string().nullable(),
        }),
      ),
    }),
  },
  requeue_dead: {
    args: z.object({ ids: z.array(id).optional(), destination: z.string().optional() }),
    result: z.object({ requeued: z.int() }),
  },
  /** `sha256` of the definition in its canonical form: a new version only when it differs. */
  import_vacancy: {
    args: z.object({ id: z.string(), definition: z.unknown(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    result: z.object({ version: z.int(), outcome: z.enum(["created", "changed", "unchanged", "reopened"]) }),
  },
  close_vacancy: {
    args: z.object({ id: z.string() }),
    result: z.object({ outcome: z.enum(["closed", "already_closed", "unknown"]), running: z.int() }),
  },
  list_vacancies: {
    args: z.object({}),
    result: z.object({
      vacancies: z.array(
        z.object({
          id: z.string(),
          status: z.enum(["open", "closed"]),
          version: z.int(),
          title: z.string(),
          open: z.int(),
          submitted: z.int(),
          created_at: z.string(),
        }),
      ),
    }),
  },
  explain: {
    args: z.object({ conversation: id.optional(), wa_id: z.string().optional() }),
    result: z.object({
      conversation: z.record(z.string(), z.unknown()).nullable(),
      turns: z.array(explainedTurn),
    }),
  },
};

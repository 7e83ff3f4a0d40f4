import { z } from "zod";

const id = z.int().positive();
const time = z.string().nullable();
const ms = z.int().nullable();

/** One row of the view app.explained (database/views/explained.sql). */
const explainedTurn = z.object({
  turn_id: id.nullable(),
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

/** What operators ask and do: nothing here runs by itself (src/operator.ts). */
export const operatorProcedures = {
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
  explain: {
    args: z.object({ conversation: id.optional(), wa_id: z.string().optional() }),
    result: z.object({
      conversation: z.record(z.string(), z.unknown()).nullable(),
      turns: z.array(explainedTurn),
    }),
  },
};

import { z } from "zod";

/** What a turn is given and what it leaves, as claim_conversations hands it out and complete_turn takes it. */

const id = z.int().positive();

export const fact = z.object({
  field: z.string(),
  value: z.unknown(),
  message_id: id,
  quote: z.string(),
  confidence: z.number(),
});

/** An application as a turn leaves it (Application in message.ts). */
export const application = z.object({
  id: id.nullable(),
  vacancy: z.string(),
  version: z.int(),
  screening: z.object({
    result: z.enum(["qualified", "knocked_out", "incomplete"]),
    knockouts: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  submitted: z.boolean(),
});

/** How far the application is (Progress in message.ts). */
export const progress = z.object({ asked: z.record(z.string(), z.int()), confirmed: z.boolean() });

/** What a control word came to: delete_confirmed is the second DELETE within an hour. */
const control = z.enum(["stop", "start", "human", "delete", "delete_confirmed", "export", "why"]);

/** Everything that a turn needs to know (database/functions/turn_inputs.sql). */
export const turnInput = z.object({
  conversation: id,
  fence: id,
  gen: z.int(),
  attempts: z.int(),
  /** Turns before this one that failed or whose worker vanished. */
  failures: z.int(),
  channel: z.literal("whatsapp"),
  mode: z.enum(["bot", "human"]),
  opted_out: z.boolean(),
  contact: z.object({ id, name: z.string().nullable(), wa_id: z.string().nullable() }),
  progress,
  checkpoint_id: z.string().nullable(),
  summary: z.string().nullable(),
  /** From the arrival of the oldest message until the claim. */
  waited_ms: z.number().nullish(),
  messages: z.array(
    z.object({
      id,
      kind: z.literal("text"),
      provider_id: z.string(),
      text: z.string(),
      sent_at: z.string(),
      control: control.nullable(),
      /** Follows the message through its turn to what is sent; none from before there were traces. */
      trace: z.string().nullish(),
    }),
  ),
  facts: z.array(fact),
  /** The one that the conversation is about, and the vacancy as it stood when the candidate applied. */
  application: z
    .object({
      id,
      vacancy: z.string(),
      version: z.int(),
      /** As recruiting/vacancies.ts reads it. */
      definition: z.unknown(),
      /** The vacancy has been closed since. */
      closed: z.boolean(),
      submitted: z.boolean(),
      /** By a recruiter. */
      decision: z.enum(["proceed", "reject", "hold"]).nullable(),
      /** To the vacancy's own questions; `field` is the question's id. */
      answers: z.array(fact),
    })
    .nullable()
    .default(null),
  recent: z.array(
    z.object({
      from: z.enum(["candidate", "bot", "human", "control"]),
      text: z.string(),
      at: z.string(),
      asks: z.string().nullable(),
    }),
  ),
});

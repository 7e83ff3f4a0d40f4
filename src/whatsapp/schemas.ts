import { z } from "zod";
import { clean } from "../platform/raw-body.ts";
import { optionOf } from "./interactive.ts";

/**
 * What of a webhook body is read, and how much is asked of it: as little as possible, because one property that is wrong
 * must not hide the others.
 */

/** No id of the provider is longer. */
const MAX_ID = 512;
const MAX_NAME = 200;

const shortText = z.string().min(1).max(MAX_ID).optional().catch(undefined);
const label = z
  .string()
  .transform((text) => clean(text.slice(0, MAX_NAME)))
  .optional()
  .catch(undefined);
const anyList = z.array(z.unknown()).catch([]);

export const envelope = z.object({ object: z.string(), entry: z.array(z.unknown()) });
export const entrySchema = z.object({
  id: shortText,
  time: z
    .union([z.string().max(MAX_ID), z.number()])
    .optional()
    .catch(undefined),
  changes: z.array(z.unknown()),
});
export const changeSchema = z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) });
export const partnerEnvelope = z.object({ id: z.string(), event: z.string(), data: z.unknown() });
export const valueSchema = z.object({
  metadata: z.object({ phone_number_id: shortText }).catch({}),
  contacts: anyList,
  messages: anyList,
  statuses: anyList,
  message_echoes: anyList,
});
export const contactSchema = z.object({
  wa_id: shortText,
  user_id: shortText,
  parent_user_id: shortText,
  profile: z.object({ name: label, username: label }).catch({}),
});
const timestamp = z.union([z.string(), z.number()]).optional().catch(undefined);
const words = z.string().min(1);
/** What was tapped, as the words that it stands for. */
const tap = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("button_reply"), button_reply: z.object({ title: words }) })
    .transform(({ button_reply }) => button_reply.title),
  z
    .object({
      type: z.literal("list_reply"),
      list_reply: z.object({ title: words, description: words.optional().catch(undefined) }),
    })
    .transform(({ list_reply }) => optionOf(list_reply)),
]);
export const messageSchema = z.object({
  id: z.string().min(1).max(MAX_ID),
  type: z.string(),
  timestamp,
  from: shortText,
  from_user_id: shortText,
  from_parent_user_id: shortText,
  group_id: z.unknown().optional(),
  text: z.object({ body: words }).optional().catch(undefined),
  interactive: tap.optional().catch(undefined),
  /** Of a template: a button without an id. */
  button: z.object({ text: words }).optional().catch(undefined),
});
export const statusSchema = z.object({
  id: z.string().min(1).max(MAX_ID),
  status: z.string(),
  timestamp,
  recipient_id: shortText,
  recipient_participant_id: shortText,
  biz_opaque_callback_data: shortText,
  errors: anyList,
});
/** A message that somebody else sent for the number. */
export const echoSchema = z.object({ id: z.string().min(1).max(MAX_ID), to: shortText, to_user_id: shortText });
export const statusError = z.object({ code: z.union([z.int().transform(String), z.string().regex(/^\d{1,9}$/)]) });
export const knownStatus = z.enum(["sent", "delivered", "read", "failed"]);

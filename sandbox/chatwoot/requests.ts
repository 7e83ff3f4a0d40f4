import { z } from "zod";
import { unusable } from "./state.ts";

/** What the API accepts. Rails would convert or drop a wrong type; the fake refuses it, so that it is noticed. */

export interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

const id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const attributes = z.record(z.string(), z.unknown());

export const contactChangesSchema = z.object({
  name: z.string().optional(),
  phone_number: z.string().nullish(),
  identifier: z.string().nullish(),
  email: z.string().nullish(),
  blocked: z.boolean().optional(),
  additional_attributes: attributes.optional(),
  custom_attributes: attributes.optional(),
});
export type ContactChanges = z.output<typeof contactChangesSchema>;

export const contactInboxSchema = z.object({ inbox_id: id, source_id: z.string().min(1).optional() });

export const contactSchema = contactChangesSchema.extend(contactInboxSchema.partial().shape);
export type NewContact = z.output<typeof contactSchema>;

export const contactFilterSchema = z.object({
  payload: z.array(
    z.object({
      attribute_key: z.string(),
      filter_operator: z.string(),
      values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
      query_operator: z.string().nullish(),
    }),
  ),
});
export type ContactCondition = z.output<typeof contactFilterSchema>["payload"][number];

export const messageSchema = z.object({
  content: z.string().nullish(),
  message_type: z.string().default("outgoing"),
  private: z.boolean().default(false),
  content_type: z.string().default("text"),
  content_attributes: attributes.default({}),
  source_id: z.string().nullish(),
  echo_id: z.string().optional(),
  external_created_at: z.union([z.string(), z.number()]).optional(),
  sender_type: z.string().optional(),
  sender_id: id.optional(),
});
export type NewMessage = z.output<typeof messageSchema>;

export const conversationSchema = z.object({
  source_id: z.string().min(1).optional(),
  inbox_id: id.optional(),
  contact_id: id.optional(),
  status: z.string().optional(),
  custom_attributes: attributes.default({}),
  additional_attributes: attributes.default({}),
  message: messageSchema.optional(),
});
export type NewConversation = z.output<typeof conversationSchema>;

export const toggleStatusSchema = z.object({ status: z.string().optional(), snoozed_until: z.number().optional() });
export const customAttributesSchema = z.object({ custom_attributes: attributes.default({}) });
export const teamSchema = z.object({ team_id: z.int().positive() });
export const labelsSchema = z.object({ labels: z.array(z.string()).default([]) });
export const messageStatusSchema = z.object({ status: z.string(), external_error: z.string().nullish() });

export const definitionSchema = z.object({
  attribute_display_name: z.string().default(""),
  attribute_display_type: z.union([z.int(), z.string()]).default(0),
  attribute_description: z.string().nullish(),
  attribute_key: z.string().default(""),
  attribute_values: z.array(z.string()).default([]),
  attribute_model: z.union([z.int(), z.string()]).default(0),
  regex_pattern: z.string().nullish(),
  regex_cue: z.string().nullish(),
});
export type NewDefinition = z.output<typeof definitionSchema>;

const webhookUrl = z.url().nullish();
export const inboxSchema = z.object({
  name: z.string().min(1),
  channel: z.object({ type: z.literal("api"), webhook_url: webhookUrl }),
});
export const inboxChangesSchema = z.object({
  name: z.string().min(1).optional(),
  channel: z.object({ webhook_url: webhookUrl }).optional(),
});
export const botSchema = z.object({
  name: z.string().min(1),
  outgoing_url: z.string().nullish(),
  bot_type: z.union([z.literal(0), z.literal("webhook")]).default(0),
  bot_config: attributes.default({}),
});
export const linkBotSchema = z.object({ agent_bot: id.nullable() });

export function parseBody<T extends z.ZodType>(schema: T, { body }: Pick<Call, "body">): z.output<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable(`${issue?.path.join(".")}: ${issue?.message}`);
}

import { z } from "zod";
import { decisions, type RecruiterEvent } from "../message.ts";
import { clean, hash, parseBody } from "../platform/raw-body.ts";

/** From the bytes of a webhook of Chatwoot to what a recruiter did. Most of what Chatwoot tells changes nothing for us. */

const anyObject = z.record(z.string(), z.unknown()).catch({});
const id = z.int().positive();
const conversationSchema = z.object({
  id,
  inbox_id: id,
  // Since 4.14.2; before, these events name no account.
  account: z.object({ id }).optional(),
  contact_inbox: z.object({ source_id: z.string() }).optional().catch(undefined),
});
const messageSchema = z.object({
  id,
  account: z.object({ id }),
  inbox: z.object({ id }),
  conversation: conversationSchema,
  message_type: z.enum(["incoming", "outgoing", "template"]),
  private: z.boolean(),
  content: z.string().nullish(),
  // Not there when there are none.
  attachments: z.array(z.unknown()).catch([]),
  source_id: z.string().nullish(),
  // A contact has no type.
  sender: z.object({ type: z.string().optional() }).nullish(),
  content_attributes: anyObject,
  additional_attributes: anyObject,
});
/** Seconds with a fraction, of this century. */
const seconds = z.number().min(1e9).max(4e9);
const statusSchema = conversationSchema.extend({
  status: z.enum(["open", "pending", "resolved", "snoozed"]),
  updated_at: seconds,
});
/** Attributes of a conversation. The list offers three values; whatever else stands there is no decision. */
const decided = z.object({ decision: z.enum(decisions).nullable().catch(null) });
const undecided = { decision: null };
const decisionSchema = conversationSchema.extend({ custom_attributes: decided, updated_at: seconds });
const changes = z.object({ changed_attributes: z.array(anyObject) });
const attributesChange = z.object({
  custom_attributes: z.object({
    previous_value: decided.catch(undecided),
    current_value: decided.catch(undecided),
  }),
});

/** Events that cannot matter here. */
const idle = new Set([
  "contact_created",
  "contact_deleted",
  "contact_updated",
  "conversation_created",
  "conversation_opened", // the same as a conversation_status_changed
  "conversation_resolved", // likewise
  "conversation_typing_off",
  "conversation_typing_on",
  "inbox_created",
  "inbox_updated",
  "message_updated",
  "webwidget_triggered",
]);

type Message = z.output<typeof messageSchema>;
/** Whose events are ours. Without an inbox every one of the account counts. */
interface Own {
  accountId: number;
  inboxId?: number | undefined;
}
interface Ignored {
  ignored: string;
}
/** What an event means, before it has a key and a source. */
interface Meaning {
  kind: string;
  conversation?: z.output<typeof conversationSchema>;
  /** What makes it once; the whole body without it. */
  identity?: unknown[];
  action?: NonNullable<RecruiterEvent["action"]>;
}

/**
 * Parses one webhook body. What is understood but changes nothing is ignored; what is not understood is parked, with
 * conversation 0 when it names none.
 * @throws RequestError 400 when the body is not JSON
 */
export function parseRecruiterEvent(body: Buffer, own: Own): RecruiterEvent | Ignored {
  const source = body.toString("utf8");
  const meaning = meaningOf(parseBody(source), own);
  if ("ignored" in meaning) return meaning;
  const { kind, conversation, identity, action } = meaning;
  const sourceId = conversation?.contact_inbox?.source_id;
  return {
    key: hash(identity === undefined ? body : JSON.stringify(["chatwoot", own.accountId, ...identity])),
    kind: `chatwoot.${kind}`,
    source: withoutTokens(source),
    conversation: conversation?.id ?? 0,
    sourceId: sourceId === undefined ? null : clean(sourceId),
    ...(action !== undefined && { action }),
  };
}

function meaningOf(parsed: unknown, own: Own): Meaning | Ignored {
  const { event } = z.object({ event: z.string() }).catch({ event: "" }).parse(parsed);
  if (idle.has(event)) return ignored(event);
  if (event === "message_created") {
    const message = messageSchema.safeParse(parsed);
    return message.success ? ofMessage(message.data, own) : { kind: "unknown" };
  }
  if (event === "conversation_status_changed") return ofStatus(parsed, own);
  if (event !== "conversation_updated") return { kind: "unknown" };
  const { changed_attributes } = changes.catch({ changed_attributes: [] }).parse(parsed);
  // First, because a status comes a second time, in an event of its own.
  if (changed_attributes.some(isDecision)) return ofDecision(parsed, own);
  return changed_attributes.some((change) => "status" in change) ? ofStatus(parsed, own) : ignored(event);
}

/** What we write beside the decision arrives as a change of the same column. */
function isDecision(change: Record<string, unknown>): boolean {
  const { data } = attributesChange.safeParse(change);
  return data?.custom_attributes.previous_value.decision !== data?.custom_attributes.current_value.decision;
}

function ofMessage(message: Message, own: Own): Meaning | Ignored {
  const { account, inbox, conversation, message_type, sender, content_attributes, additional_attributes } = message;
  if (isForeign(own, account.id, inbox.id)) return ignored("other_inbox");
  if (message_type === "incoming") return ignored("incoming");
  if (message.private) return ignored("note");
  // Written on the business phone: somebody's answer, but the candidate has it already.
  if (content_attributes["external_echo"] === true) return { kind: "external_echo", conversation };
  // Only messages that came through the API have a source id: ours have one.
  if (message.source_id || sender?.type === "agent_bot") return ignored("own");
  if (message_type === "template" || !sender) return { kind: "template", conversation };
  if (sender.type === "captain_assistant") return { kind: "captain", conversation };
  if (sender.type !== "user") return { kind: "unknown", conversation };
  // A campaign is sent in a person's name, but nobody has taken the conversation over.
  const machine = content_attributes["automation_rule_id"] ?? additional_attributes["campaign_id"];
  if (machine !== undefined && machine !== null) return { kind: "automation", conversation };
  // Deleted before Chatwoot told us of it: the content is already a placeholder.
  if (content_attributes["deleted"] === true) return ignored("deleted");
  return ofReply(message);
}

/** Of a message with files and words the words are sent on; without words nothing can be. */
function ofReply({ id: messageId, content, attachments, conversation }: Message): Meaning {
  const text = clean(content ?? "");
  const identity = ["message", messageId];
  if (text.trim() === "") {
    return { kind: "unsendable", conversation, identity, action: { type: "unsendable", messageId } };
  }
  const left = attachments.length > 0 && ({ incomplete: true } as const);
  return { kind: "reply", conversation, identity, action: { type: "reply", messageId, text, ...left } };
}

/** The same change comes as conversation_status_changed and as conversation_updated: one identity makes it once. */
function ofStatus(parsed: unknown, own: Own): Meaning | Ignored {
  return ofConversation(parsed, own, statusSchema, (conversation) => {
    const { id, status, updated_at } = conversation;
    const action = { type: "status", status, at: isoTime(updated_at) } as const;
    return { kind: "status", conversation, identity: ["status", id, status, updated_at], action };
  });
}

/**
 * What stands in the conversation counts, not what the change says: Chatwoot shows the one as it is when the webhook
 * leaves, together with its time, and the other as it was. So of two quick changes the later one wins in any order.
 */
function ofDecision(parsed: unknown, own: Own): Meaning | Ignored {
  return ofConversation(parsed, own, decisionSchema, (conversation) => {
    const { id, custom_attributes, updated_at } = conversation;
    const { decision } = custom_attributes;
    const action = { type: "decision", decision, at: isoTime(updated_at) } as const;
    return { kind: "decision", conversation, identity: ["decision", id, decision, updated_at], action };
  });
}

function ofConversation<T>(
  parsed: unknown,
  own: Own,
  schema: z.ZodType<T>,
  mean: (changed: T) => Meaning,
): Meaning | Ignored {
  const conversation = conversationSchema.safeParse(parsed);
  if (!conversation.success) return { kind: "unknown" };
  const { account, inbox_id } = conversation.data;
  if (isForeign(own, account?.id, inbox_id)) return ignored("other_inbox");
  const changed = schema.safeParse(parsed);
  return changed.success ? mean(changed.data) : { kind: "unknown", conversation: conversation.data };
}

function isoTime(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString();
}

function isForeign({ accountId, inboxId }: Own, account: number | undefined, inbox: number): boolean {
  return (account !== undefined && account !== accountId) || (inboxId !== undefined && inbox !== inboxId);
}

function ignored(kind: string): Ignored {
  return { ignored: `chatwoot.${kind}` };
}

/** Chatwoot puts session tokens of contacts into every body, and keys of channels into some: they open doors. */
function withoutTokens(source: string): string {
  return source.replaceAll(/"(\w*(?:token|secret|api_key))"(\s*:\s*)"[^"\\]*(?:\\.[^"\\]*)*"/g, '"$1"$2"redacted"');
}

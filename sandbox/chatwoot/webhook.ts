import { createHmac, randomUUID } from "node:crypto";
import {
  administrator,
  type ChatwootEvent,
  type ChatwootState,
  type Contact,
  type Conversation,
  findRecord,
  type Message,
  messageTypes,
  recruiter,
  type Sender,
} from "./state.ts";

/** Bodies of Chatwoot's webhooks for an API inbox, their signature, and their post. */

/** The bytes that are sent: compact, and with the characters escaped that Rails escapes. */
export function webhookBytes(state: ChatwootState, event: ChatwootEvent): string {
  const json = JSON.stringify(webhookBody(state, event));
  return json.replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What X-Chatwoot-Signature says for these bytes. */
function webhookSignature(secret: string, timestamp: string, bytes: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.${bytes}`).digest("hex")}`;
}

/**
 * Posts once, as Chatwoot does.
 * @throws when there is no answer in time, or the signal aborts
 */
export async function postWebhook(options: { url: string; secret: string; bytes: string; signal: AbortSignal }) {
  const { url, secret, bytes, signal } = options;
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const response = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "x-chatwoot-delivery": id,
      "x-chatwoot-timestamp": timestamp,
      "x-chatwoot-signature": webhookSignature(secret, timestamp, bytes),
    },
    body: bytes,
    signal,
  });
  await response.text();
  return { id, status: response.status, ok: response.ok, statusText: response.statusText };
}

/** A message as it is nested in conversations: an integer for the type, unix seconds. */
export function nestedMessage(state: ChatwootState, conversation: Conversation, message: Message) {
  const { attachments, sender, created_at, ...rest } = message;
  return {
    ...rest,
    account_id: state.account.id,
    inbox_id: conversation.inbox_id,
    message_type: messageTypes.indexOf(message.message_type),
    created_at: unixSeconds(created_at),
    sender_type: sender === null ? null : senderTypes[sender.type],
    sender_id: sender?.id ?? null,
    external_source_ids: {},
    processed_message_content: message.content,
    sentiment: {},
    conversation: {
      assignee_id: null,
      unread_count: unreadCount(conversation),
      last_activity_at: unixSeconds(conversation.last_activity_at),
      contact_inbox: { source_id: conversation.contact_inbox.source_id },
    },
    ...(attachments.length > 0 && { attachments }),
    ...(sender !== null && { sender: nestedSender(state, sender) }),
  };
}

export function nestedContact(contact: Contact) {
  return { ...contactFields(contact), type: "contact" };
}

/** What is the same wherever a contact is shown. */
export function contactFields(contact: Contact) {
  const { additional_attributes, custom_attributes, email, id, identifier, name, phone_number, blocked } = contact;
  const fields = { additional_attributes, custom_attributes, email, id, identifier, name, phone_number, blocked };
  return { ...fields, thumbnail: "" };
}

/** The sender of a message in the REST API and in nested messages. */
export function nestedSender(state: ChatwootState, sender: NonNullable<Sender>) {
  if (sender.type === "contact") return nestedContact(findRecord(state.contacts, sender.id));
  const { id, name } = sender;
  if (sender.type === "agent_bot") return { id, name, avatar_url: "", type: "agent_bot" };
  const availability = { availability_status: "offline", thumbnail: "" };
  return { id, name, available_name: name, avatar_url: "", type: "user", ...availability };
}

/** Counted up to ten. Nobody ever looks at a conversation here. */
export function unreadCount({ messages }: Conversation): number {
  return Math.min(10, messages.filter((message) => message.message_type === "incoming").length);
}

/** 0 stands for never. */
export function unixSeconds(at: string | null): number {
  return at === null ? 0 : Math.floor(Date.parse(at) / 1000);
}

const senderTypes = { contact: "Contact", user: "User", agent_bot: "AgentBot" } as const;

function webhookBody(state: ChatwootState, event: ChatwootEvent) {
  const name = { event: event.event };
  switch (event.event) {
    case "message_created":
    case "message_updated":
      return { ...messageBody(state, event.conversation, event.message), ...name };
    case "conversation_created":
      return { ...conversationBody(state, event.conversation), ...name };
    case "conversation_status_changed":
      // Chatwoot loses them on the way: what is new is only in the status.
      return { ...conversationBody(state, event.conversation), ...name, changed_attributes: null };
    case "conversation_updated":
      return {
        ...conversationBody(state, event.conversation),
        ...name,
        changed_attributes: Object.entries(event.changes).map(([column, [previous_value, current_value]]) => ({
          [column]: { previous_value, current_value },
        })),
      };
  }
}

/** Flat, the type as a word, an ISO time, and no status: that one is only in the nested message. */
function messageBody(state: ChatwootState, conversation: Conversation, message: Message) {
  const { id, name } = findRecord(state.inboxes, conversation.inbox_id);
  return {
    account: state.account,
    additional_attributes: message.additional_attributes,
    content_attributes: message.content_attributes,
    content_type: message.content_type,
    content: message.content?.replace(/\n+$/, "") ?? null,
    conversation: conversationBody(state, conversation),
    created_at: message.created_at,
    id: message.id,
    inbox: { id, name },
    message_type: message.message_type,
    private: message.private,
    sender: message.sender === null ? null : senderBody(state, message.sender),
    source_id: message.source_id,
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
  };
}

/** A contact is the only sender without a type. */
function senderBody(state: ChatwootState, sender: NonNullable<Sender>) {
  if (sender.type === "contact") {
    return { account: state.account, avatar: "", ...contactFields(findRecord(state.contacts, sender.id)) };
  }
  const user = [administrator, recruiter].find((one) => sender.type === "user" && one.id === sender.id);
  return { id: sender.id, name: sender.name, ...(user && { email: user.email }), type: sender.type };
}

function conversationBody(state: ChatwootState, conversation: Conversation) {
  const { last_activity_at, waiting_since, created_at, updated_at } = conversation;
  // The last public message, which need not be the one that the event is about.
  const last = conversation.messages.findLast((one) => !one.private && one.message_type !== "activity");
  return {
    additional_attributes: conversation.additional_attributes,
    can_reply: true,
    channel: findRecord(state.inboxes, conversation.inbox_id).channel_type,
    contact_inbox: conversation.contact_inbox,
    id: conversation.id,
    inbox_id: conversation.inbox_id,
    messages: last === undefined ? [] : [nestedMessage(state, conversation, last)],
    labels: conversation.labels,
    meta: {
      sender: nestedContact(findRecord(state.contacts, conversation.contact_id)),
      assignee: null,
      assignee_type: null,
      team: null,
      hmac_verified: conversation.contact_inbox.hmac_verified,
    },
    status: conversation.status,
    custom_attributes: conversation.custom_attributes,
    snoozed_until: conversation.snoozed_until,
    unread_count: unreadCount(conversation),
    first_reply_created_at: conversation.first_reply_created_at,
    priority: null,
    waiting_since: unixSeconds(waiting_since),
    agent_last_seen_at: 0,
    contact_last_seen_at: 0,
    last_activity_at: unixSeconds(last_activity_at),
    timestamp: unixSeconds(last_activity_at),
    created_at: unixSeconds(created_at),
    updated_at: Date.parse(updated_at) / 1000,
    account: state.account,
  };
}

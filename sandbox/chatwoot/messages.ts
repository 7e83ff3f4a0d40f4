import { changeConversation, changeStatus, type GivenMessage, storeMessage } from "./changes.ts";
import { renderLiquid } from "./liquid.ts";
import type { NewMessage } from "./requests.ts";
import {
  type Attachment,
  type Attributes,
  administrator,
  type ChatwootState,
  type Conversation,
  findRecord,
  type Message,
  messageStatuses,
  messageTypes,
  now,
  type Sender,
  unusable,
} from "./state.ts";

/** How messages come into being and change, and which events that causes. */

/** In UTF-16 units here: the stricter way to count. */
const maxContent = 150_000;
const contentTypes = new Set(
  `text input_text input_textarea input_email input_select cards form article incoming_email input_csat integrations
  sticker voice_call`.split(/\s+/),
);

/** The same message twice is two messages, whatever source id or marker it carries. */
export function createMessage(state: ChatwootState, conversation: Conversation, input: NewMessage): Message {
  const message_type = checkMessage(state, conversation, input);
  const contact = findRecord(state.contacts, conversation.contact_id);
  const named = input.sender_type === "AgentBot" ? state.bots.find((bot) => bot.id === input.sender_id) : undefined;
  // Only what goes out is by us. An unknown bot falls back to the owner of the token: it looks like a person.
  const author: Sender = named ? { type: "agent_bot", ...named } : { type: "user", ...administrator };
  const sender: Sender = message_type === "outgoing" ? author : { type: "contact", id: contact.id, name: contact.name };
  const { external_created_at } = input;
  return addMessage(state, conversation, {
    content: input.content ?? null,
    content_type: input.content_type,
    message_type,
    private: input.private,
    source_id: input.source_id ?? null,
    sender,
    content_attributes: {
      ...replyAttributes(conversation, input.content_attributes),
      ...(external_created_at !== undefined && { external_created_at }),
    },
  });
}

/** What a person does in the dashboard ends here too, and templates, which nobody wrote. */
export function addMessage(state: ChatwootState, conversation: Conversation, given: GivenMessage): Message {
  const { content, message_type, sender } = given;
  const rendered = (message_type === "outgoing" || message_type === "template") && content !== null;
  const message = storeMessage(state, conversation, {
    ...given,
    content: rendered ? renderLiquid(content, liquidValues(state, conversation, sender)) : content,
  });
  // Never shown to webhooks.
  if (message_type === "activity") return message;
  const { created_at: at } = message;
  conversation.last_activity_at = at;
  if (message_type === "incoming") wake(state, conversation);
  state.publish({ event: "message_created", conversation, message });
  const { first_reply_created_at, waiting_since } = conversation;
  if (message_type === "incoming") changeConversation(state, conversation, { waiting_since: waiting_since ?? at });
  if (sender?.type === "user" && !message.private) {
    const firstReply = first_reply_created_at ?? at;
    changeConversation(state, conversation, { first_reply_created_at: firstReply, waiting_since: null });
  }
  return message;
}

/** A file without a word: content is null. */
export function addAttachment(state: ChatwootState, conversation: Conversation, sender: Sender, dataUrl: string) {
  const attachment: Attachment = {
    id: state.lastMessageId + 1,
    message_id: state.lastMessageId + 1,
    file_type: "image",
    account_id: state.account.id,
    extension: null,
    content_type: "image/png",
    data_url: dataUrl,
    thumb_url: dataUrl,
    file_size: 68,
    width: null,
    height: null,
  };
  return addMessage(state, conversation, {
    content: null,
    message_type: "outgoing",
    sender,
    attachments: [attachment],
  });
}

/** A step that makes no sense is ignored without a word. */
export function changeMessageStatus(
  state: ChatwootState,
  conversation: Conversation,
  message: Message,
  wanted: string,
  externalError?: string | null,
) {
  const status = messageStatuses.find((one) => one === wanted);
  if (status === undefined || (message.status === "read" && status === "delivered")) return;
  const before = message.content_attributes["external_error"] ?? null;
  const after = status === "failed" ? (externalError ?? null) : null;
  if (message.status === status && before === after) return;
  message.status = status;
  message.updated_at = now();
  if (before !== after) message.content_attributes = { ...message.content_attributes, external_error: after };
  state.publish({ event: "message_updated", conversation, message });
}

/** @throws what the API answers to a message that it does not take */
export function checkMessage(state: ChatwootState, conversation: Conversation, input: NewMessage) {
  const message_type = messageTypes.find((one) => one === input.message_type);
  if (message_type === undefined) throw unusable(`'${input.message_type}' is not a valid message_type`);
  const inbox = findRecord(state.inboxes, conversation.inbox_id);
  if (message_type === "incoming" && inbox.channel_type !== "Channel::Api") {
    throw unusable("Incoming messages are only allowed in Api inboxes");
  }
  if (!contentTypes.has(input.content_type)) throw unusable(`'${input.content_type}' is not a valid content_type`);
  if ((input.content ?? "").length > maxContent) {
    throw unusable(`Validation failed: Content is too long (maximum is ${maxContent} characters)`);
  }
  return message_type;
}

/** A candidate who writes wakes a conversation up: for the bot if there is one, else for people. */
function wake(state: ChatwootState, conversation: Conversation) {
  const contact = findRecord(state.contacts, conversation.contact_id);
  const inbox = findRecord(state.inboxes, conversation.inbox_id);
  contact.last_activity_at = conversation.last_activity_at;
  if (conversation.status === "snoozed") changeStatus(state, conversation, "open", undefined);
  if (conversation.status !== "resolved" || contact.blocked) return;
  changeStatus(state, conversation, inbox.agent_bot_id === null ? "open" : "pending", undefined);
}

/** Of a reply by our id or by Chatwoot's the other one is filled in. */
function replyAttributes({ messages }: Conversation, given: Attributes): Attributes {
  const { in_reply_to: id, in_reply_to_external_id: sourceId } = given;
  if (id === undefined && sourceId === undefined) return given;
  const parent = messages.find((one) => one.id === id || (one.source_id !== null && one.source_id === sourceId));
  return parent ? { ...given, in_reply_to: parent.id, in_reply_to_external_id: parent.source_id } : given;
}

function liquidValues(state: ChatwootState, conversation: Conversation, sender: Sender) {
  const contact = findRecord(state.contacts, conversation.contact_id);
  const [first = "", ...others] = contact.name.split(" ");
  return {
    "contact.name": contact.name,
    "contact.first_name": first,
    "contact.last_name": others.at(-1) ?? null,
    "contact.email": contact.email,
    "contact.phone_number": contact.phone_number,
    "conversation.display_id": String(conversation.id),
    "inbox.name": findRecord(state.inboxes, conversation.inbox_id).name,
    "account.name": state.account.name,
    "agent.name": sender?.name ?? null,
  };
}

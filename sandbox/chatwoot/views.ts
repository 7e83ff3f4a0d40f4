import {
  type Bot,
  type ChatwootState,
  type Contact,
  type Conversation,
  findRecord,
  type Inbox,
  type Message,
  messageTypes,
} from "./state.ts";
import { contactFields, nestedContact, nestedMessage, nestedSender, unixSeconds, unreadCount } from "./webhook.ts";

/** How the REST API shows records. */

export function contactView(state: ChatwootState, contact: Contact) {
  const links = state.contactInboxes.filter((link) => link.contact_id === contact.id);
  return {
    ...bareContact(contact),
    contact_inboxes: links.map(({ inbox_id, source_id }) => ({
      source_id,
      inbox: briefInbox(findRecord(state.inboxes, inbox_id)),
    })),
  };
}

export function conversationView(state: ChatwootState, conversation: Conversation) {
  const { contact_inbox, contact_id, messages, ...rest } = conversation;
  const last = messages.at(-1);
  const lastSpoken = messages.findLast((one) => one.message_type !== "activity");
  const lastActivity = unixSeconds(conversation.last_activity_at);
  return {
    // Nobody is ever assigned, and then the key is absent.
    meta: {
      sender: bareContact(findRecord(state.contacts, contact_id)),
      channel: findRecord(state.inboxes, conversation.inbox_id).channel_type,
      hmac_verified: contact_inbox.hmac_verified,
    },
    ...rest,
    messages: last === undefined ? [] : [nestedMessage(state, conversation, last)],
    account_id: state.account.id,
    agent_last_seen_at: 0,
    assignee_last_seen_at: 0,
    can_reply: true,
    contact_last_seen_at: 0,
    muted: false,
    created_at: unixSeconds(conversation.created_at),
    updated_at: Date.parse(conversation.updated_at) / 1000,
    timestamp: lastActivity,
    first_reply_created_at: unixSeconds(conversation.first_reply_created_at),
    unread_count: unreadCount(conversation),
    last_non_activity_message: lastSpoken === undefined ? null : nestedMessage(state, conversation, lastSpoken),
    last_activity_at: lastActivity,
    priority: null,
    waiting_since: unixSeconds(conversation.waiting_since),
    sla_policy_id: null,
  };
}

export function messageView(state: ChatwootState, conversation: Conversation, message: Message, echoId?: string) {
  return {
    id: message.id,
    content: message.content,
    inbox_id: conversation.inbox_id,
    ...(echoId !== undefined && { echo_id: echoId }),
    conversation_id: conversation.id,
    message_type: messageTypes.indexOf(message.message_type),
    content_type: message.content_type,
    status: message.status,
    content_attributes: message.content_attributes,
    created_at: unixSeconds(message.created_at),
    private: message.private,
    source_id: message.source_id,
    ...(message.sender !== null && { sender: nestedSender(state, message.sender) }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
  };
}

export function messageListView(state: ChatwootState, conversation: Conversation, messages: Message[]) {
  return {
    meta: {
      labels: conversation.labels,
      additional_attributes: conversation.additional_attributes,
      contact: nestedContact(findRecord(state.contacts, conversation.contact_id)),
      agent_last_seen_at: null,
      assignee_last_seen_at: null,
    },
    payload: messages.map((message) => messageView(state, conversation, message)),
  };
}

/** As an administrator sees it: nobody else is shown the secret. */
export function inboxView(inbox: Inbox) {
  return {
    ...briefInbox(inbox),
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_email_collect: true,
    csat_survey_enabled: false,
    enable_auto_assignment: true,
    out_of_office_message: null,
    timezone: "UTC",
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    ...(inbox.channel_type === "Channel::Api" && {
      webhook_url: inbox.webhook_url,
      secret: inbox.secret,
      inbox_identifier: `inbox-${inbox.id}`,
      additional_attributes: {},
    }),
  };
}

/** The bot's token and secret stay out: the fake's only token is the administrator's. */
export function botView(state: ChatwootState, { id, name, outgoing_url, system_bot }: Bot) {
  return {
    id,
    name,
    description: null,
    thumbnail: "",
    ...(!system_bot && { outgoing_url }),
    bot_type: "webhook",
    bot_config: {},
    account_id: state.account.id,
    system_bot,
  };
}

export function briefInbox({ id, name, channel_type }: Inbox) {
  return { id, avatar_url: "", channel_id: id, name, channel_type, provider: null };
}

function bareContact(contact: Contact) {
  const { last_activity_at, created_at } = contact;
  return {
    availability_status: "offline",
    ...contactFields(contact),
    ...(last_activity_at !== null && { last_activity_at: unixSeconds(last_activity_at) }),
    created_at: unixSeconds(created_at),
  };
}

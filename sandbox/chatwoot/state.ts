/** What the fake Chatwoot knows, in Chatwoot's own field names, and how it refuses. */

export type Attributes = Record<string, unknown>;

export const conversationStatuses = ["open", "resolved", "pending", "snoozed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** The position is the integer that the REST API shows. */
export const messageTypes = ["incoming", "outgoing", "activity", "template"] as const;
type MessageType = (typeof messageTypes)[number];

export const messageStatuses = ["sent", "delivered", "read", "failed"] as const;
type MessageStatus = (typeof messageStatuses)[number];

interface Named {
  id: number;
  name: string;
}

export interface User extends Named {
  email: string;
}

export interface Inbox extends Named {
  channel_type: string;
  /** The linked agent bot; null without one. */
  agent_bot_id: number | null;
  /** Where its events go; null: they are lost. */
  webhook_url: string | null;
  /** Signs them. */
  secret: string;
}

export interface Bot extends Named {
  outgoing_url: string | null;
  /** Of the whole installation. */
  system_bot: boolean;
}

export interface Contact extends Named {
  email: string | null;
  phone_number: string | null;
  identifier: string | null;
  blocked: boolean;
  additional_attributes: Attributes;
  custom_attributes: Attributes;
  last_activity_at: string | null;
  created_at: string;
}

export interface ContactInbox {
  id: number;
  contact_id: number;
  inbox_id: number;
  source_id: string;
  created_at: string;
  updated_at: string;
  hmac_verified: boolean;
  /** A session token in the real product: whoever logs bodies leaks it. */
  pubsub_token: string;
}

export interface Attachment {
  id: number;
  message_id: number;
  file_type: string;
  account_id: number;
  extension: string | null;
  content_type: string;
  data_url: string;
  thumb_url: string;
  file_size: number;
  width: number | null;
  height: number | null;
}

/** Null stands for nobody: templates and activities. */
export type Sender = ({ type: "contact" | "agent_bot" } & Named) | ({ type: "user" } & User) | null;

export interface Message {
  id: number;
  conversation_id: number;
  content: string | null;
  content_type: string;
  message_type: MessageType;
  private: boolean;
  source_id: string | null;
  sender: Sender;
  status: MessageStatus;
  content_attributes: Attributes;
  additional_attributes: Attributes;
  attachments: Attachment[];
  created_at: string;
  updated_at: string;
}

export interface Conversation {
  /** The display id, the one that API paths and webhooks use. */
  id: number;
  uuid: string;
  inbox_id: number;
  contact_id: number;
  contact_inbox: ContactInbox;
  status: ConversationStatus;
  /** Oldest first; private notes and activities are among them. */
  messages: Message[];
  labels: string[];
  team_id: number | null;
  custom_attributes: Attributes;
  additional_attributes: Attributes;
  first_reply_created_at: string | null;
  waiting_since: string | null;
  snoozed_until: string | null;
  last_activity_at: string;
  created_at: string;
  updated_at: string;
}

export interface Definition {
  id: number;
  attribute_display_name: string;
  attribute_display_type: string;
  attribute_description: string | null;
  attribute_key: string;
  regex_pattern: string | null;
  regex_cue: string | null;
  attribute_values: string[];
  attribute_model: string;
  default_value: null;
  created_at: string;
  updated_at: string;
}

/** Columns of a conversation with their value before and after. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export type ChatwootEvent =
  | { event: "message_created" | "message_updated"; conversation: Conversation; message: Message }
  | { event: "conversation_created" | "conversation_status_changed"; conversation: Conversation }
  | { event: "conversation_updated"; conversation: Conversation; changes: Changes };

export interface ChatwootState {
  account: Named;
  inboxes: Inbox[];
  bots: Bot[];
  contacts: Contact[];
  contactInboxes: ContactInbox[];
  conversations: Conversation[];
  definitions: Definition[];
  lastMessageId: number;
  publish(event: ChatwootEvent): void;
}

/** The owner of the API token: what it writes without naming a bot looks like a person's message. */
export const administrator: User = { id: 1, name: "Integration", email: "integration@example.test" };
export const recruiter: User = { id: 2, name: "Rita Recruiter", email: "rita@example.test" };

/** Where ids start: each kind elsewhere, so that one id in place of another does not work by luck. */
export const firstId = { inbox: 7, bot: 31, contact: 101, contactInbox: 501, conversation: 1, message: 1001 } as const;

/** Any answer of Chatwoot that is no success. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, { error: "Resource could not be found" });
}

/** A parameter or a message that cannot be used. */
export function unusable(error: string): Refusal {
  return new Refusal(422, { error });
}

/** A validation of a model; each pair is an attribute and what is wrong with it. */
export function invalid(problems: [attribute: string, problem: string][]): Refusal {
  const sentences = problems.map(([attribute, problem]) => {
    const words = attribute.replaceAll("_", " ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${problem}`;
  });
  return new Refusal(422, { message: sentences.join(", "), attributes: problems.map(([attribute]) => attribute) });
}

/** What Rails raises and nobody rescues: wrong enum values, violated unique indexes. */
export function broken(): Refusal {
  return new Refusal(500, { status: 500, error: "Internal Server Error" });
}

export function findRecord<T extends { id: number }>(records: T[], id: number): T {
  const record = records.find((one) => one.id === id);
  if (record === undefined) throw notFound();
  return record;
}

export function now(): string {
  return new Date().toISOString();
}

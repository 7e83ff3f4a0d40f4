import { randomUUID } from "node:crypto";
import { changeConversation, statusOf } from "./changes.ts";
import { linkContact } from "./contacts.ts";
import { checkMessage, createMessage } from "./messages.ts";
import type { NewConversation } from "./requests.ts";
import {
  type Attributes,
  type Changes,
  type ChatwootState,
  type ContactInbox,
  type Conversation,
  findRecord,
  firstId,
  invalid,
  notFound,
  now,
  Refusal,
  unusable,
} from "./state.ts";

/** How conversations come into being, and which of their fields a call replaces. */

const maxAttributeText = 1500;
const maxAttributeNumber = 9_999_999_999;

/** A new conversation every time: nothing looks whether the contact has one already. */
export function createConversation(state: ChatwootState, input: NewConversation): Conversation {
  const link = findOrLink(state, input);
  const inbox = findRecord(state.inboxes, link.inbox_id);
  const contact = findRecord(state.contacts, link.contact_id);
  const asked = input.status === undefined ? "open" : statusOf(input.status);
  checkAttributes(input.custom_attributes);
  const at = now();
  const conversation: Conversation = {
    id: firstId.conversation + state.conversations.length,
    uuid: randomUUID(),
    inbox_id: inbox.id,
    contact_id: contact.id,
    contact_inbox: link,
    // An active bot and a block win over what was asked for.
    status: contact.blocked ? "resolved" : inbox.agent_bot_id === null ? asked : "pending",
    messages: [],
    labels: [],
    team_id: null,
    custom_attributes: input.custom_attributes,
    additional_attributes: input.additional_attributes,
    first_reply_created_at: null,
    waiting_since: at,
    snoozed_until: null,
    last_activity_at: at,
    created_at: at,
    updated_at: at,
  };
  if (input.message !== undefined) checkMessage(state, conversation, input.message);
  state.conversations.push(conversation);
  const { id, status } = conversation;
  state.publish({ event: "conversation_created", conversation });
  if (status !== "open") state.publish({ event: "conversation_status_changed", conversation });
  const changes: Changes = {
    id: [null, id],
    inbox_id: [null, inbox.id],
    status: ["open", status],
    created_at: [null, at],
  };
  state.publish({ event: "conversation_updated", conversation, changes: { ...changes, waiting_since: [null, at] } });
  if (input.message !== undefined) createMessage(state, conversation, input.message);
  return conversation;
}

/** Replaces what was there. */
export function replaceAttributes(state: ChatwootState, conversation: Conversation, custom_attributes: Attributes) {
  checkAttributes(custom_attributes);
  changeConversation(state, conversation, { custom_attributes });
}

/** The dashboard writes the whole hash too; a value that is emptied leaves it. */
export function decide(state: ChatwootState, conversation: Conversation, decision: string | null) {
  const { decision: _before, ...others } = conversation.custom_attributes;
  replaceAttributes(state, conversation, decision === null ? others : { ...others, decision });
}

/** Replaces what was there. */
export function replaceLabels(state: ChatwootState, conversation: Conversation, labels: string[]) {
  changeConversation(state, conversation, { labels: [...new Set(labels)] }, { labels: "label_list" });
}

function findOrLink(state: ChatwootState, { inbox_id, contact_id, source_id }: NewConversation): ContactInbox {
  const inbox = inbox_id === undefined ? undefined : findRecord(state.inboxes, inbox_id);
  const contact = contact_id === undefined ? undefined : findRecord(state.contacts, contact_id);
  if (inbox === undefined || contact === undefined) {
    // The old way: by the source id alone, in whatever inbox.
    const link = state.contactInboxes.find((one) => one.source_id === source_id);
    if (link === undefined) throw notFound();
    return link;
  }
  try {
    return linkContact(state, contact, inbox, source_id);
  } catch (error) {
    throw error instanceof Refusal ? unusable("source_id should be unique") : error;
  }
}

function checkAttributes(attributes: Attributes) {
  const problems = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string" && value.length > maxAttributeText) {
      return [["custom_attributes", `${key} length should be < ${maxAttributeText}`]];
    }
    if (typeof value !== "number" || value <= maxAttributeNumber) return [];
    return [["custom_attributes", `${key} value should be < ${maxAttributeNumber}`]];
  });
  if (problems.length > 0) throw invalid(problems);
}

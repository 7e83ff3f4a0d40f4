import {
  broken,
  type Changes,
  type ChatwootState,
  type Conversation,
  conversationStatuses,
  type Message,
  now,
  type User,
} from "./state.ts";

/** How a conversation changes, and which events that causes. */

export type GivenMessage = Pick<Message, "content" | "message_type" | "sender"> & Partial<Message>;

/** Writes columns and tells about those that differ: a new status by an event of its own, before the general one. */
export function changeConversation(
  state: ChatwootState,
  conversation: Conversation,
  columns: Partial<Conversation>,
  names: Record<string, string> = {},
) {
  const before = new Map<string, unknown>(Object.entries(conversation));
  const differing = Object.entries(columns).filter(
    ([column, value]) => JSON.stringify(before.get(column)) !== JSON.stringify(value),
  );
  if (differing.length === 0) return;
  Object.assign(conversation, columns, { updated_at: now() });
  const changes: Changes = Object.fromEntries(
    differing.map(([column, value]) => [names[column] ?? column, [before.get(column), value]]),
  );
  if ("status" in changes) state.publish({ event: "conversation_status_changed", conversation });
  state.publish({ event: "conversation_updated", conversation, changes });
}

/** By a person, or by an integration with that person's token. The same status again is no change and no event. */
export function changeStatus(
  state: ChatwootState,
  conversation: Conversation,
  wanted: string,
  by: User | undefined,
  snoozedUntil: string | null = null,
) {
  const status = statusOf(wanted);
  const snoozed_until = status === "snoozed" ? snoozedUntil : null;
  const changed = status !== conversation.status;
  if (changed && by !== undefined) {
    const content = activityText[status].replace("%", by.name);
    storeMessage(state, conversation, { content, message_type: "activity", sender: null });
  }
  changeConversation(state, conversation, { status, snoozed_until });
  // Cleared without an event.
  if (changed && status === "resolved") conversation.waiting_since = null;
}

/** Puts a message into the list and tells nobody. */
export function storeMessage(state: ChatwootState, conversation: Conversation, given: GivenMessage): Message {
  const at = now();
  state.lastMessageId += 1;
  const message: Message = {
    id: state.lastMessageId,
    conversation_id: conversation.id,
    content_type: "text",
    private: false,
    source_id: null,
    status: "sent",
    content_attributes: {},
    additional_attributes: {},
    attachments: [],
    created_at: at,
    updated_at: at,
    ...given,
  };
  conversation.messages.push(message);
  return message;
}

/** A wrong value of an enum is an error that nobody rescues. */
export function statusOf(wanted: string) {
  const status = conversationStatuses.find((one) => one === wanted);
  if (status === undefined) throw broken();
  return status;
}

/** As the dashboard words it; % is the person's name. */
const activityText = {
  open: "Conversation was reopened by %",
  resolved: "Conversation was marked resolved by %",
  pending: "Conversation was marked as pending by %",
  snoozed: "Conversation was snoozed by %",
} as const;

/** Bodies as Chatwoot sends them, reduced to what could matter: keys, types and nulls are those of v4.17.1. */

type Fields = Record<string, unknown>;

export const own = { accountId: 3, inboxId: 7 };
const account = { id: 3, name: "Recruiting" };
/** 2026-01-02T03:04:05.678Z */
const updatedAt = 1_767_323_045.678;

export function conversationBody(fields: Fields = {}): Fields {
  return {
    additional_attributes: {},
    can_reply: true,
    channel: "Channel::Api",
    contact_inbox: { id: 501, contact_id: 101, inbox_id: 7, source_id: "34611000001", pubsub_token: "opens-doors" },
    id: 12,
    inbox_id: 7,
    labels: [],
    meta: { sender: { id: 101, name: "Lucía", type: "contact" }, assignee: null, assignee_type: null, team: null },
    status: "pending",
    custom_attributes: {},
    updated_at: updatedAt,
    account,
    ...fields,
  };
}

export function messageBody(fields: Fields = {}): Fields {
  return {
    account,
    additional_attributes: {},
    content_attributes: {},
    content_type: "text",
    content: "Puedes empezar el lunes",
    conversation: conversationBody(),
    created_at: "2026-01-02T03:04:05.670Z",
    id: 1001,
    inbox: { id: 7, name: "WhatsApp" },
    message_type: "outgoing",
    private: false,
    sender: { id: 2, name: "Rita", email: "rita@example.test", type: "user" },
    source_id: null,
    event: "message_created",
    ...fields,
  };
}

export function statusBody(fields: Fields = {}): Fields {
  return conversationBody({
    status: "open",
    event: "conversation_status_changed",
    changed_attributes: null,
    ...fields,
  });
}

export function updatedBody(columns: string[], fields: Fields = {}): Fields {
  const changed_attributes = columns.map((column) => ({ [column]: { previous_value: "a", current_value: "b" } }));
  return statusBody({ event: "conversation_updated", changed_attributes, ...fields });
}

import { changeConversation, changeStatus } from "./changes.ts";
import { createContact, linkContact, updateContact } from "./contacts.ts";
import { createConversation, replaceAttributes, replaceLabels } from "./conversations.ts";
import { changeMessageStatus, createMessage } from "./messages.ts";
import {
  type Call,
  contactChangesSchema,
  contactFilterSchema,
  contactInboxSchema,
  contactSchema,
  conversationSchema,
  customAttributesSchema,
  labelsSchema,
  messageSchema,
  messageStatusSchema,
  parseBody,
  teamSchema,
  toggleStatusSchema,
} from "./requests.ts";
import { filterContacts, listConversations, listMessages, newestFirst, searchContacts } from "./search.ts";
import { settingsRoutes } from "./settings.ts";
import { administrator, type ChatwootState, type Contact, findRecord, Refusal } from "./state.ts";
import { briefInbox, contactView, conversationView, messageListView, messageView } from "./views.ts";

/** The calls of the Application API, below /api/v1/accounts/{id}. Each answers at once with what Chatwoot answers. */

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH";
  path: string;
  /** @throws a Refusal for every other status than 200 */
  answer: (call: Call) => unknown;
}

export function chatwootRoutes(state: ChatwootState): Route[] {
  return [
    ...contactRoutes(state),
    ...contactLinkRoutes(state),
    ...conversationRoutes(state),
    ...conversationFieldRoutes(state),
    ...messageRoutes(state),
    ...settingsRoutes(state),
  ];
}

function contactRoutes(state: ChatwootState): Route[] {
  const show = (contact: Contact) => contactView(state, contact);
  const update = (call: Call) => ({
    payload: show(updateContact(state, contactOf(state, call), parseBody(contactChangesSchema, call))),
  });
  return [
    {
      method: "POST",
      path: "/contacts",
      answer(call) {
        const { contact, inbox, contactInbox } = createContact(state, parseBody(contactSchema, call));
        const link = { inbox: inbox ? briefInbox(inbox) : null, source_id: contactInbox?.source_id ?? null };
        return { payload: { contact: show(contact), contact_inbox: link } };
      },
    },
    {
      method: "POST",
      path: "/contacts/filter",
      answer(call) {
        const { payload } = parseBody(contactFilterSchema, call);
        const { meta, contacts } = filterContacts(state, payload, call.query["page"]);
        return { meta, payload: contacts.map(show) };
      },
    },
    {
      method: "GET",
      path: "/contacts/search",
      answer({ query }) {
        const { meta, contacts } = searchContacts(state, query);
        return { meta, payload: contacts.map(show) };
      },
    },
    { method: "GET", path: "/contacts/:contact", answer: (call) => ({ payload: show(contactOf(state, call)) }) },
    { method: "PUT", path: "/contacts/:contact", answer: update },
    { method: "PATCH", path: "/contacts/:contact", answer: update },
  ];
}

function contactLinkRoutes(state: ChatwootState): Route[] {
  return [
    {
      method: "POST",
      path: "/contacts/:contact/contact_inboxes",
      answer(call) {
        const { inbox_id, source_id } = parseBody(contactInboxSchema, call);
        const inbox = findRecord(state.inboxes, inbox_id);
        const link = linkContact(state, contactOf(state, call), inbox, source_id);
        return { source_id: link.source_id, inbox: briefInbox(inbox) };
      },
    },
    {
      method: "GET",
      path: "/contacts/:contact/conversations",
      answer(call) {
        const { id } = contactOf(state, call);
        const latest = newestFirst(state.conversations.filter((one) => one.contact_id === id)).slice(0, 20);
        return { payload: latest.map((conversation) => conversationView(state, conversation)) };
      },
    },
  ];
}

function conversationRoutes(state: ChatwootState): Route[] {
  return [
    {
      method: "POST",
      path: "/conversations",
      answer: (call) => conversationView(state, createConversation(state, parseBody(conversationSchema, call))),
    },
    {
      method: "GET",
      path: "/conversations",
      answer({ query }) {
        const { conversations, count } = listConversations(state, query);
        const meta = { mine_count: 0, assigned_count: 0, unassigned_count: count, all_count: count };
        return { data: { meta, payload: conversations.map((one) => conversationView(state, one)) } };
      },
    },
    {
      method: "GET",
      path: "/conversations/:conversation",
      answer: (call) => conversationView(state, conversationOf(state, call)),
    },
    {
      method: "POST",
      path: "/conversations/:conversation/toggle_status",
      answer(call) {
        const conversation = conversationOf(state, call);
        const { status, snoozed_until: until } = parseBody(toggleStatusSchema, call);
        const wanted = status ?? (conversation.status === "open" ? "resolved" : "open");
        const snoozedUntil = until === undefined ? null : new Date(until * 1000).toISOString();
        changeStatus(state, conversation, wanted, administrator, snoozedUntil);
        const { id: conversation_id, status: current_status, snoozed_until } = conversation;
        return { meta: {}, payload: { success: true, conversation_id, current_status, snoozed_until } };
      },
    },
  ];
}

function conversationFieldRoutes(state: ChatwootState): Route[] {
  return [
    {
      method: "POST",
      path: "/conversations/:conversation/custom_attributes",
      answer(call) {
        const conversation = conversationOf(state, call);
        const { custom_attributes } = parseBody(customAttributesSchema, call);
        replaceAttributes(state, conversation, custom_attributes);
        return { custom_attributes };
      },
    },
    {
      method: "POST",
      path: "/conversations/:conversation/assignments",
      answer(call) {
        const { team_id } = parseBody(teamSchema, call);
        changeConversation(state, conversationOf(state, call), { team_id });
        return { id: team_id, name: `team ${team_id}` };
      },
    },
    {
      method: "GET",
      path: "/conversations/:conversation/labels",
      answer: (call) => ({ payload: conversationOf(state, call).labels }),
    },
    {
      method: "POST",
      path: "/conversations/:conversation/labels",
      answer(call) {
        const conversation = conversationOf(state, call);
        replaceLabels(state, conversation, parseBody(labelsSchema, call).labels);
        return { payload: conversation.labels };
      },
    },
  ];
}

function messageRoutes(state: ChatwootState): Route[] {
  return [
    {
      method: "GET",
      path: "/conversations/:conversation/messages",
      answer(call) {
        const conversation = conversationOf(state, call);
        return messageListView(state, conversation, listMessages(conversation, call.query));
      },
    },
    {
      method: "POST",
      path: "/conversations/:conversation/messages",
      answer(call) {
        const conversation = conversationOf(state, call);
        const input = parseBody(messageSchema, call);
        return messageView(state, conversation, createMessage(state, conversation, input), input.echo_id);
      },
    },
    {
      method: "PATCH",
      path: "/conversations/:conversation/messages/:message",
      answer(call) {
        const conversation = conversationOf(state, call);
        if (findRecord(state.inboxes, conversation.inbox_id).channel_type !== "Channel::Api") {
          throw new Refusal(403, { error: "Message status update is only allowed for API inboxes" });
        }
        const message = findRecord(conversation.messages, Number(call.params["message"]));
        const { status, external_error } = parseBody(messageStatusSchema, call);
        changeMessageStatus(state, conversation, message, status, external_error);
        return messageView(state, conversation, message);
      },
    },
  ];
}

function conversationOf(state: ChatwootState, { params }: Call) {
  return findRecord(state.conversations, Number(params["conversation"]));
}

function contactOf(state: ChatwootState, { params }: Call) {
  return findRecord(state.contacts, Number(params["contact"]));
}

import type { ContactCondition } from "./requests.ts";
import { type ChatwootState, type Contact, type Conversation, type Message, unusable } from "./state.ts";

/** How the API looks for contacts, conversations and messages. */

const contactsPerPage = 15;
const conversationsPerPage = 25;

/** Any part of the name, address, number or identifier, in any case: whoever needs one contact must compare. */
export function searchContacts(state: ChatwootState, query: Record<string, string>) {
  const wanted = query["q"]?.trim().toLowerCase() ?? "";
  if (wanted === "") throw unusable("Specify search string with parameter q");
  const found = state.contacts.filter(({ name, email, phone_number, identifier }) =>
    [name, email, phone_number, identifier].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const contacts = pageOf(found, query["page"], contactsPerPage);
  const has_more = pageOf(found, String(pageNumber(query["page"]) + 1), contactsPerPage).length > 0;
  return { meta: { count: contacts.length, current_page: query["page"] ?? 1, has_more }, contacts };
}

/** AND binds closer than OR. Contacts without address, number and identifier are never found. */
export function filterContacts(state: ChatwootState, conditions: ContactCondition[], page: string | undefined) {
  const alternatives: ContactCondition[][] = [[]];
  conditions.forEach((condition, index) => {
    checkCondition(state, condition, index === conditions.length - 1);
    alternatives.at(-1)?.push(condition);
    if (condition.query_operator?.toUpperCase() === "OR") alternatives.push([]);
  });
  const found = state.contacts
    .filter(({ email, phone_number, identifier }) => (email ?? phone_number ?? identifier) !== null)
    .filter((contact) => alternatives.some((all) => all.every((condition) => fulfils(contact, condition))));
  return { meta: { count: found.length, current_page: page ?? 1 }, contacts: pageOf(found, page, contactsPerPage) };
}

/** Only open ones unless told otherwise, so that what waits for the bot is not shown. Latest activity first. */
export function listConversations(state: ChatwootState, query: Record<string, string>) {
  const { status = "open", inbox_id, source_id, q, page } = query;
  const label = query["labels[]"] ?? query["labels"];
  const found = state.conversations.filter(
    (one) =>
      (status === "all" || one.status === status) &&
      (inbox_id === undefined || one.inbox_id === Number(inbox_id)) &&
      (source_id === undefined || one.contact_inbox.source_id === source_id) &&
      (label === undefined || one.labels.includes(label)) &&
      (q === undefined || one.messages.some((message) => message.content?.toLowerCase().includes(q.toLowerCase()))),
  );
  return { count: found.length, conversations: pageOf(newestFirst(found), page, conversationsPerPage) };
}

export function newestFirst(conversations: Conversation[]): Conversation[] {
  return conversations.toSorted((a, b) => b.last_activity_at.localeCompare(a.last_activity_at) || b.id - a.id);
}

/** Oldest first whatever is asked for: the 20 latest, 20 before an id, 100 after it, or up to 1000 from one to another. */
export function listMessages({ messages }: Conversation, query: Record<string, string>): Message[] {
  const [after, before] = [query["after"], query["before"]].map((id) => (id === undefined ? undefined : Number(id)));
  if (after !== undefined && before !== undefined) {
    return messages.filter(({ id }) => id >= after && id < before).slice(0, 1000);
  }
  if (before !== undefined) return messages.filter(({ id }) => id < before).slice(-20);
  if (after !== undefined) return messages.filter(({ id }) => id > after).slice(0, 100);
  return messages.slice(-20);
}

const filterKeys = ["name", "email", "phone_number", "identifier"];
const operators: Record<string, (actual: string, wanted: string) => boolean> = {
  equal_to: (actual, wanted) => actual === wanted,
  not_equal_to: (actual, wanted) => actual !== wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  does_not_contain: (actual, wanted) => !actual.includes(wanted),
  starts_with: (actual, wanted) => actual.startsWith(wanted),
};

function checkCondition(state: ChatwootState, condition: ContactCondition, last: boolean) {
  const { attribute_key: key, filter_operator, query_operator } = condition;
  const defined = state.definitions.some(
    (one) => one.attribute_key === key && one.attribute_model === "contact_attribute",
  );
  if (!defined && !filterKeys.includes(key)) {
    const keys = filterKeys.join(",");
    const problem = `Invalid attribute key - [${key}]. The key should be one of [${keys}]`;
    throw unusable(`${problem} or a custom attribute defined in the account.`);
  }
  const allowed = Object.keys(operators).filter((one) => one !== "starts_with" || key === "phone_number");
  if (!allowed.includes(filter_operator)) {
    throw unusable(`Invalid operator. The allowed operators for ${key} are [${allowed.join(",")}].`);
  }
  if (!last && !["AND", "OR"].includes(query_operator?.toUpperCase() ?? "")) {
    throw unusable('Query operator must be either "AND" or "OR".');
  }
}

/** Compared in lower case, a phone number always with its plus sign. */
function fulfils(contact: Contact, { attribute_key: key, filter_operator, values }: ContactCondition): boolean {
  const wanted = String(values[0]).toLowerCase();
  const columns = new Map<string, unknown>(Object.entries({ ...contact.custom_attributes, ...contact }));
  const column = columns.get(key) ?? "";
  const actual = (typeof column === "string" ? column : JSON.stringify(column)).toLowerCase();
  const value = key === "phone_number" ? `+${wanted.replaceAll("+", "")}` : wanted;
  return operators[filter_operator]?.(actual, value) ?? false;
}

function pageOf<T>(records: T[], page: string | undefined, size: number): T[] {
  const start = (pageNumber(page) - 1) * size;
  return records.slice(start, start + size);
}

function pageNumber(page: string | undefined): number {
  return Math.max(1, Number(page) || 1);
}

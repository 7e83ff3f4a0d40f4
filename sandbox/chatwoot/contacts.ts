import { randomBytes, randomUUID } from "node:crypto";
import type { ContactChanges, NewContact, NewDefinition } from "./requests.ts";
import {
  broken,
  type ChatwootState,
  type Contact,
  type ContactInbox,
  type Definition,
  findRecord,
  firstId,
  type Inbox,
  invalid,
  now,
} from "./state.ts";

/** How contacts, their links to inboxes, and definitions of attributes come into being. */

/** With an inbox both are made or neither, in one transaction. */
export function createContact(state: ChatwootState, { inbox_id, source_id, ...fields }: NewContact) {
  const contact: Contact = {
    id: firstId.contact + state.contacts.length,
    name: "",
    email: null,
    phone_number: null,
    identifier: null,
    blocked: false,
    additional_attributes: fields.additional_attributes ?? {},
    custom_attributes: fields.custom_attributes ?? {},
    last_activity_at: null,
    created_at: now(),
    ...validFields(state, undefined, fields),
  };
  const inbox = inbox_id === undefined ? undefined : findRecord(state.inboxes, inbox_id);
  const contactInbox = inbox && linkContact(state, contact, inbox, source_id);
  state.contacts.push(contact);
  return { contact, inbox, contactInbox };
}

/** Attributes are merged: a key cannot be removed this way. */
export function updateContact(state: ChatwootState, contact: Contact, changes: ContactChanges): Contact {
  Object.assign(contact, validFields(state, contact, changes));
  Object.assign(contact.custom_attributes, changes.custom_attributes);
  Object.assign(contact.additional_attributes, changes.additional_attributes);
  return contact;
}

/** The link of this contact under this source id. Without a source id there is a new one every time. */
export function linkContact(
  state: ChatwootState,
  contact: Contact,
  inbox: Inbox,
  sourceId: string = randomUUID(),
): ContactInbox {
  const existing = state.contactInboxes.find((link) => link.inbox_id === inbox.id && link.source_id === sourceId);
  // A unique index, and nobody rescues its violation.
  if (existing !== undefined && existing.contact_id !== contact.id) throw broken();
  if (existing !== undefined) return existing;
  const at = now();
  const link: ContactInbox = {
    id: firstId.contactInbox + state.contactInboxes.length,
    contact_id: contact.id,
    inbox_id: inbox.id,
    source_id: sourceId,
    created_at: at,
    updated_at: at,
    hmac_verified: false,
    pubsub_token: randomBytes(12).toString("base64url"),
  };
  state.contactInboxes.push(link);
  return link;
}

export function createDefinition(state: ChatwootState, input: NewDefinition): Definition {
  const at = now();
  const definition: Definition = {
    id: state.definitions.length + 1,
    attribute_display_name: input.attribute_display_name.trim(),
    attribute_display_type: enumName(displayTypes, input.attribute_display_type),
    attribute_description: input.attribute_description ?? null,
    attribute_key: input.attribute_key.trim(),
    regex_pattern: input.regex_pattern ?? null,
    regex_cue: input.regex_cue ?? null,
    attribute_values: input.attribute_values,
    attribute_model: enumName(attributeModels, input.attribute_model),
    default_value: null,
    created_at: at,
    updated_at: at,
  };
  const problems = definitionProblems(state, definition);
  if (problems.length > 0) throw invalid(problems);
  state.definitions.push(definition);
  return definition;
}

export const attributeModels = ["conversation_attribute", "contact_attribute"];
const displayTypes = ["text", "number", "currency", "percent", "link", "date", "list", "checkbox"];

/** Names that would hide a column, by model. */
const standardNames: Record<string, string> = {
  conversation_attribute: `status priority assignee_id inbox_id team_id display_id campaign_id labels browser_language
    country_code referer created_at last_activity_at`,
  contact_attribute: `name email phone_number identifier country_code city company_name created_at last_activity_at
    referer blocked`,
};

const uniqueKeys = ["phone_number", "identifier", "email"] as const;

/** The fields that were given, when each of them is well formed and free. Empty texts become null. */
function validFields(state: ChatwootState, self: Contact | undefined, fields: ContactChanges): Partial<Contact> {
  const { name, blocked } = fields;
  const valid: Partial<Contact> = { ...(name !== undefined && { name }), ...(blocked !== undefined && { blocked }) };
  const problems: [string, string][] = [];
  for (const key of uniqueKeys) {
    const value = fields[key];
    if (value === undefined) continue;
    valid[key] = value === "" ? null : value;
    if (!value) continue;
    const taken = state.contacts.some((contact) => contact !== self && contact[key] === value);
    if (key === "phone_number" && !/^\+[1-9]\d{1,14}$/.test(value)) problems.push([key, "should be in e164 format"]);
    else if (key === "email" && !/^[^\s@]+@[^\s@]+$/.test(value)) problems.push([key, "Invalid email"]);
    else if (taken) problems.push([key, "has already been taken"]);
  }
  if (problems.length > 0) throw invalid(problems);
  return valid;
}

function definitionProblems({ definitions }: ChatwootState, definition: Definition): [string, string][] {
  const { attribute_key: key, attribute_model: model } = definition;
  const problems: [string, string][] = [];
  if (definition.attribute_display_name === "") problems.push(["attribute_display_name", "can't be blank"]);
  if (definitions.some((one) => one.attribute_key === key && one.attribute_model === model)) {
    problems.push(["attribute_key", "has already been taken"]);
  }
  if (!/^[\p{L}\p{N}_.-]+$/u.test(key)) {
    problems.push(["attribute_key", "must only contain letters, numbers, underscores, hyphens, and dots"]);
  }
  if (standardNames[model]?.split(/\s+/).includes(key)) {
    const conflict = "The provided key is not allowed as it might conflict with default attributes.";
    problems.push(["attribute_key", conflict]);
  }
  return problems;
}

/** Enums are given by number or by name; any other value is an error that nobody rescues. */
function enumName(names: string[], value: number | string): string {
  const name = typeof value === "number" ? names[value] : names.find((one) => one === value);
  if (name === undefined) throw broken();
  return name;
}

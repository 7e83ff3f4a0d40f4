import { z } from "zod";
import { RequestError } from "../errors.ts";
import type { ContactIdentity, DeliveryStatus, IncomingMessage, ProviderEvent } from "../message.ts";
import { clean, hash, parseBody } from "../platform/raw-body.ts";
import type { Inspect } from "./drift.ts";
import {
  changeSchema,
  contactSchema,
  echoSchema,
  entrySchema,
  envelope,
  knownStatus,
  messageSchema,
  partnerEnvelope,
  statusError,
  statusSchema,
  valueSchema,
} from "./schemas.ts";

/**
 * From the bytes of a webhook to events. Whatever is valid JSON becomes at least one event: what is not understood is
 * parked with its source, because an error would bring it back for a week and delay everything behind it.
 */

/** Real bodies are about ten levels deep. Deeper ones are kept as text and not looked into. */
const MAX_DEPTH = 100;
/** Real bodies hold a handful; this many can still be stored within the time that the provider waits. */
const MAX_EVENTS = 5_000;

/** What somebody else sent for the number: a person in the Business app, or another app. */
const echoFields = new Set(["smb_message_echoes", "message_echoes"]);

type Metadata = z.output<typeof valueSchema>["metadata"];
type Contact = z.output<typeof contactSchema>;

/** What the messages and statuses of one change have in common. */
interface Shared {
  metadata: Metadata;
  /** Another number of the account, for which somebody else answers. */
  isOtherNumber: boolean;
  /** By phone number and by BSUID: a batch lists its contacts in no particular order. */
  contacts: Map<string, Contact>;
  inspect: Inspect | undefined;
}

/** What is there to be read with, beside the bytes. */
interface Reading {
  /** When set, what concerns other numbers is parked: our key cannot answer them, and their callbacks are not ours. */
  phoneNumberId: string | undefined;
  inspect: Inspect | undefined;
}

/** A business-scoped user id, which some traffic also carries where a phone number is expected. */
export function isBsuid(value: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(value);
}

/**
 * Parses one webhook body. `phoneNumberId`: the number that is ours, see Reading. `inspect` is shown the parts that may hold
 * properties nobody knows yet.
 * @throws RequestError 400 when the body is not JSON
 */
export function parseWebhook(body: Buffer, phoneNumberId?: string, inspect?: Inspect): ProviderEvent[] {
  const source = body.toString("utf8");
  const parsed = nesting(body) > MAX_DEPTH ? tooDeep(source) : parseBody(source);
  const events: ProviderEvent[] = [];
  for (const event of eventsOf(parsed, { phoneNumberId, inspect })) {
    if (events.length === MAX_EVENTS) return [parked("too_many", source)];
    events.push(event);
  }
  return events.length > 0 ? events : [parked("unknown", source)];
}

type Events = Generator<ProviderEvent, void>;

function* eventsOf(parsed: unknown, reading: Reading): Events {
  const cloud = envelope.safeParse(parsed);
  if (cloud.success) {
    for (const entry of cloud.data.entry) yield* entryEvents(entry, reading);
    return;
  }
  const partner = partnerEnvelope.safeParse(parsed);
  if (partner.success) {
    const { event, id } = partner.data;
    yield parked(`partner.${event}`, JSON.stringify(["partner", id]), JSON.stringify(parsed));
    return;
  }
  // Numbers that were never hosted by Meta send the value without an envelope.
  const bare = z.record(z.string(), z.unknown()).safeParse(parsed);
  if (bare.success && ("messages" in bare.data || "statuses" in bare.data)) {
    yield* changeEvents({ field: "messages", value: bare.data }, {}, reading);
  }
}

function* entryEvents(raw: unknown, reading: Reading): Events {
  const entry = entrySchema.safeParse(raw);
  if (!entry.success || entry.data.changes.length === 0) yield parked("unknown", JSON.stringify(raw));
  else for (const change of entry.data.changes) yield* changeEvents(change, entry.data, reading);
}

function* changeEvents(raw: unknown, entry: { id?: unknown; time?: unknown }, reading: Reading): Events {
  const change = changeSchema.safeParse(raw);
  const field = change.data?.field ?? "unknown";
  const value = valueSchema.parse(change.data?.value ?? {});
  if (field === "messages" && value.messages.length + value.statuses.length > 0) {
    const shared = sharedParts(change.data?.value ?? {}, value, reading);
    for (const message of value.messages) yield messageEvent(message, shared);
    for (const status of value.statuses) yield statusEvent(status, shared);
  } else if (echoFields.has(field) && value.message_echoes.length > 0) {
    const shared = sharedParts(change.data?.value ?? {}, value, reading);
    for (const echo of value.message_echoes) yield echoEvent(field, echo, shared);
  } else {
    // "messages" also appears under other fields (history), where nothing may be answered.
    const kind = field === "messages" ? "messages.other" : field;
    // Changes without an id of their own are told apart by account, time and content.
    const content = change.success ? [field, change.data.value] : [raw];
    yield parked(kind, JSON.stringify([entry.id, entry.time, ...content]), JSON.stringify(raw));
  }
}

function sharedParts(
  raw: Record<string, unknown>,
  { metadata, contacts }: z.output<typeof valueSchema>,
  { phoneNumberId, inspect }: Reading,
): Shared {
  inspect?.("value", raw);
  inspect?.("metadata", raw["metadata"]);
  const number = metadata.phone_number_id;
  return {
    metadata,
    // Bodies without an envelope name no number: they can only be ours.
    isOtherNumber: phoneNumberId !== undefined && number !== undefined && number !== phoneNumberId,
    contacts: contactsById(contacts, inspect),
    inspect,
  };
}

/** Parked, each by itself, in the shape of a change that holds nothing else. */
function echoEvent(field: string, raw: unknown, { metadata, contacts, inspect }: Shared): ProviderEvent {
  inspect?.("message", raw);
  const { data: echo } = echoSchema.safeParse(raw);
  const contact = contacts.get(echo?.to_user_id ?? "") ?? contacts.get(echo?.to ?? "");
  const value = { metadata, ...(contact !== undefined && { contacts: [contact] }), message_echoes: [raw] };
  const source = JSON.stringify({ field, value });
  if (echo === undefined) return parked(field, source);
  return parked(field, JSON.stringify(["echo", metadata.phone_number_id, echo.id]), source);
}

function messageEvent(raw: unknown, { metadata, isOtherNumber, contacts, inspect }: Shared): ProviderEvent {
  inspect?.("message", raw);
  const message = messageSchema.safeParse(raw);
  if (!message.success) return parked("message.malformed", JSON.stringify({ metadata, message: raw }));
  const { id, type, group_id, from: sender, from_user_id } = message.data;
  const contact = contacts.get(from_user_id ?? "") ?? contacts.get(sender ?? "");
  // Of the contacts only the sender: with all of them, the sources of a big batch would grow with its square.
  const source = JSON.stringify({ metadata, contact, message: raw });
  const identity = JSON.stringify(["message", metadata.phone_number_id, id]);
  const from = identityOf(message.data, contact);
  if (group_id !== undefined && group_id !== null) return parked("message.group", identity, source);
  if (isOtherNumber) return parked("message.other_number", identity, source);
  const text = wordsOf(message.data);
  if (text === undefined && type !== "text") return parked(`message.${type}`, identity, source);
  if (text === undefined || from === undefined) return parked("message.malformed", identity, source);
  const understood: IncomingMessage = {
    kind: "text",
    providerId: clean(id),
    from,
    text: clean(text),
    sentAt: instant(message.data.timestamp),
  };
  return { key: hash(identity), kind: `message.${type}`, source, message: understood };
}

/** What somebody wrote or tapped; undefined when it is neither, or nobody can read it. */
function wordsOf({ type, text, interactive, button }: z.output<typeof messageSchema>): string | undefined {
  if (type === "text") return text?.body;
  if (type === "interactive") return interactive;
  return type === "button" ? button?.text : undefined;
}

function statusEvent(raw: unknown, { metadata, isOtherNumber, inspect }: Shared): ProviderEvent {
  inspect?.("status", raw);
  const parsed = statusSchema.safeParse(raw);
  const source = JSON.stringify({ metadata, status: raw });
  if (!parsed.success) return parked("status.malformed", source);
  const { id, recipient_id, recipient_participant_id, biz_opaque_callback_data, errors } = parsed.data;
  // In a group each participant has one.
  const recipients = recipient_participant_id === undefined ? [recipient_id] : [recipient_id, recipient_participant_id];
  const identity = JSON.stringify(["status", id, parsed.data.status, ...recipients]);
  if (isOtherNumber) return parked("status.other_number", identity, source);
  const status = knownStatus.safeParse(parsed.data.status);
  if (!status.success) return parked(`status.${parsed.data.status}`, identity, source);
  const understood: DeliveryStatus = {
    providerId: clean(id),
    status: status.data,
    at: instant(parsed.data.timestamp),
    callback: biz_opaque_callback_data === undefined ? undefined : clean(biz_opaque_callback_data),
    errorCode: statusError.safeParse(errors[0]).data?.code,
  };
  return { key: hash(identity), kind: `status.${status.data}`, source, status: understood };
}

function contactsById(raw: unknown[], inspect: Inspect | undefined): Map<string, Contact> {
  const contacts = new Map<string, Contact>();
  for (const one of raw.slice(0, MAX_EVENTS)) {
    inspect?.("contact", one);
    const { data: contact } = contactSchema.safeParse(one);
    for (const id of [contact?.user_id, contact?.wa_id]) {
      if (contact !== undefined && id !== undefined) contacts.set(id, contact);
    }
  }
  return contacts;
}

/** Who wrote; undefined when nobody can be named. */
function identityOf(
  { from, from_user_id, from_parent_user_id }: z.output<typeof messageSchema>,
  contact: Contact | undefined,
): ContactIdentity | undefined {
  const given = [from_user_id, contact?.user_id, from, contact?.wa_id].filter((id) => id !== undefined);
  const bsuid = given.find((id) => isBsuid(id));
  const waId = given.find((id) => /^\d{5,20}$/.test(id));
  if (bsuid === undefined && waId === undefined) return undefined;
  const parent = [from_parent_user_id, contact?.parent_user_id].find((id) => id !== undefined && isBsuid(id));
  return { bsuid, waId, parentBsuid: parent, name: contact?.profile.name };
}

function parked(kind: string, identity: string, source = identity): ProviderEvent {
  // Names come from outside: only short words may become a name to count by.
  return { key: hash(identity), kind: /^[a-z_.]{1,60}$/.test(kind) ? kind : "unknown", source };
}

/**
 * Unix seconds, as a string or a number. What no clock could have said, and what lies ahead of ours, is now, in whole
 * seconds like the provider's: a tie keeps the order of arrival.
 */
function instant(seconds: string | number | undefined): string {
  const ms = Number(seconds) * 1000;
  const now = Math.floor(Date.now() / 1000) * 1000;
  return new Date(ms > Date.UTC(2009, 0) ? Math.min(ms, now) : now).toISOString();
}

/** Still has to be JSON, but nothing that recurses may touch it. */
function tooDeep(source: string): undefined {
  try {
    JSON.parse(source);
  } catch (cause) {
    throw new RequestError(400, "malformed_json", "the body is not JSON", { cause });
  }
}

/** How deep brackets nest, strings left out, in one pass over the bytes. */
function nesting(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < body.length; i += 1) {
    const byte = body[i];
    if (inString) {
      if (byte === 0x5c) i += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}

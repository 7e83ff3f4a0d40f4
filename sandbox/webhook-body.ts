import { randomBytes } from "node:crypto";

/** Bodies of 360dialog webhooks as the Cloud API sends them (envelope, contacts, messages, statuses), and their post. */

/** The business number that the bodies are addressed to unless told otherwise. */
const businessNumber = { display: "34910000000", phoneNumberId: "106540352242922" } as const;

/** A user id scoped to the business, as Meta writes it; anything else that names a person is a phone number. */
const bsuidPattern = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export interface WebhookBody {
  object: "whatsapp_business_account";
  entry: Entry[];
}

/** Who wrote a message, which, and when. */
interface MessageOptions {
  /** Phone number without "+". Left out together with `bsuid`, a fixed one is used. */
  waId?: string;
  /** With `bsuid` alone the body carries no phone number at all, as for a person with a username. */
  bsuid?: string;
  name?: string | undefined;
  id?: string;
  at?: Date;
  phoneNumberId?: string;
}

export interface TextOptions extends MessageOptions {
  text: string;
}

export interface TapOptions extends MessageOptions {
  /** The message whose button, or row of a list, was tapped. */
  wamid: string;
  type: "button" | "list";
  option: { id: string; title: string; description?: string | undefined };
}

export interface StatusOptions {
  wamid: string;
  status: "sent" | "delivered" | "read" | "played" | "failed";
  /** Phone number or BSUID. */
  recipient: string;
  /** What the send carried as biz_opaque_callback_data. */
  callback?: string;
  at?: Date;
  error?: { code: number; title: string; details?: string };
}

/** A text message of one person. */
export function textBody({ text, ...options }: TextOptions): WebhookBody {
  return messageBody(options, { text: { body: text }, type: "text" });
}

/** What one person tapped. */
export function tapBody({ wamid, type, option, ...options }: TapOptions): WebhookBody {
  const { id, title, description } = option;
  const interactive =
    type === "button"
      ? { type: "button_reply", button_reply: { id, title } }
      : { type: "list_reply", list_reply: { id, title, ...(description !== undefined && { description }) } };
  const context = { from: businessNumber.display, id: wamid };
  return messageBody(options, { context, interactive, type: "interactive" });
}

/** What became of a message of ours. */
export function statusBody({ wamid, status, recipient, callback, at = new Date(), error }: StatusOptions): WebhookBody {
  return envelope(undefined, {
    statuses: [
      {
        id: wamid,
        status,
        timestamp: unixSeconds(at),
        ...(isBsuid(recipient) ? { recipient_user_id: recipient } : { recipient_id: recipient }),
        ...(callback !== undefined && { biz_opaque_callback_data: callback }),
        ...((status === "sent" || status === "delivered") && { pricing: servicePricing }),
        ...(error !== undefined && { errors: [errorOf(error)] }),
      },
    ],
  });
}

/**
 * Several bodies in one delivery, as Meta batches them: side by side as entries of the envelope, as changes of one
 * entry, or as messages and statuses of one change (whose contacts are then listed once each).
 */
export function batchBody(
  bodies: WebhookBody[],
  together: "entries" | "changes" | "messages" = "entries",
): WebhookBody {
  const entries = bodies.flatMap((body) => body.entry);
  const changes = entries.flatMap((entry) => entry.changes);
  const [entry] = entries;
  const [change] = changes;
  if (entry === undefined || change === undefined) throw new Error("a batch needs at least one body");
  if (together === "entries") return { object: "whatsapp_business_account", entry: entries };
  const merged =
    together === "changes" ? changes : [{ ...change, value: mergeValues(changes.map((one) => one.value)) }];
  return { object: "whatsapp_business_account", entry: [{ id: entry.id, changes: merged }] };
}

/** Where the service listens for webhooks, and the secret that it wants to see. */
export interface Webhook {
  url: string;
  secret: string;
  /** What is sent along instead of the secret. */
  headers?: Record<string, string>;
}

/**
 * Posts a body as 360dialog does, which gives up on an answer after 5 seconds. Only status 200 counts as received.
 * @throws when there is no answer in time, or the signal aborts
 */
export async function postWebhook({ url, secret, headers }: Webhook, body: WebhookBody, signal: AbortSignal) {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...(headers ?? { authorization: `Bearer ${secret}` }), "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]),
  });
  return { status: response.status, text: await response.text() };
}

/** The post of a text as a command that gives it a new id and the present time whenever a POSIX shell runs it. */
export function curlCommand({ url, secret }: Webhook, options: TextOptions): string {
  const quoted = JSON.stringify(textBody({ ...options, id: "ID" })).replaceAll("'", `'\\''`);
  const id = `"wamid.'"$(od -An -N12 -tx1 /dev/urandom | tr -d ' \\n')"'"`;
  const data = quoted
    .replace('"id":"ID"', () => `"id":${id}`)
    .replace(/(?<="timestamp":")\d+/, () => `'"$(date +%s)"'`);
  return [
    `curl -i '${url}'`,
    `-H 'authorization: Bearer ${secret}'`,
    "-H 'content-type: application/json'",
    `--data '${data}'`,
  ].join(" \\\n  ");
}

/** A message id with the look of Meta's, slash and plus sign included. */
export function newWamid(): string {
  return `wamid.HBgL${randomBytes(33).toString("base64")}`;
}

/** Whether a recipient is a business-scoped user id and not a phone number. */
export function isBsuid(recipient: string): boolean {
  return bsuidPattern.test(recipient);
}

interface Entry {
  id: string;
  changes: { field: string; value: Value }[];
}

interface Value {
  messaging_product: "whatsapp";
  metadata: { display_phone_number: string; phone_number_id: string };
  contacts?: { profile?: { name: string }; wa_id?: string; user_id?: string }[];
  messages?: { id: string; timestamp: string; type: string; [optional: string]: unknown }[];
  statuses?: { id: string; status: string; timestamp: string; [optional: string]: unknown }[];
}

const servicePricing = {
  billable: false,
  pricing_model: "PMP",
  type: "free_customer_service",
  category: "service",
} as const;

function messageBody(options: MessageOptions, content: { type: string; [part: string]: unknown }): WebhookBody {
  const { bsuid, name, id = newWamid(), at = new Date() } = options;
  const waId = options.waId ?? (bsuid === undefined ? "34600000001" : undefined);
  return envelope(options.phoneNumberId, {
    contacts: [
      {
        ...(name !== undefined && { profile: { name } }),
        ...(waId !== undefined && { wa_id: waId }),
        ...(bsuid !== undefined && { user_id: bsuid }),
      },
    ],
    messages: [
      {
        ...(waId !== undefined && { from: waId }),
        ...(bsuid !== undefined && { from_user_id: bsuid }),
        id,
        timestamp: unixSeconds(at),
        ...content,
      },
    ],
  });
}

function envelope(
  phoneNumberId: string | undefined,
  content: Omit<Value, "messaging_product" | "metadata">,
): WebhookBody {
  const metadata = {
    display_phone_number: businessNumber.display,
    phone_number_id: phoneNumberId ?? businessNumber.phoneNumberId,
  };
  const value: Value = { messaging_product: "whatsapp", metadata, ...content };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ value, field: "messages" }] }],
  };
}

function mergeValues(values: Value[]): Value {
  const [first] = values;
  if (first === undefined) throw new Error("nothing to merge");
  const contacts = new Map(
    values.flatMap((value) => value.contacts ?? []).map((one) => [one.user_id ?? one.wa_id, one]),
  );
  const messages = values.flatMap((value) => value.messages ?? []);
  const statuses = values.flatMap((value) => value.statuses ?? []);
  return {
    messaging_product: first.messaging_product,
    metadata: first.metadata,
    ...(contacts.size > 0 && { contacts: [...contacts.values()] }),
    ...(messages.length > 0 && { messages }),
    ...(statuses.length > 0 && { statuses }),
  };
}

function errorOf({ code, title, details }: { code: number; title: string; details?: string }) {
  return { code, title, message: title, ...(details !== undefined && { error_data: { details } }) };
}

function unixSeconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}

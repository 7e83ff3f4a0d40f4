import { z } from "zod";

/** From the source of a stored event back to the body that the provider sent, or one that says the same. */

const ACCOUNT = "whatsapp_business_account";
const anyObject = z.record(z.string(), z.unknown());

/**
 * Sources are one message or status with what belongs to it, one change, one entry, or a whole body; in base64 when
 * Postgres refused even the text.
 */
export function bodyOf(stored: string): string {
  const source = decoded(stored);
  const object = anyObject.safeParse(parse(source)).data;
  if (object === undefined || "object" in object) return source;
  if ("metadata" in object && "message" in object)
    return JSON.stringify(bodyWith(object, "messages", object["message"]));
  if ("metadata" in object && "status" in object) return JSON.stringify(bodyWith(object, "statuses", object["status"]));
  // As text: what nests deeper than anybody may look is passed on without a look.
  if ("field" in object) return `{"object":"${ACCOUNT}","entry":[{"changes":[${source}]}]}`;
  if ("changes" in object) return `{"object":"${ACCOUNT}","entry":[${source}]}`;
  return source;
}

function bodyWith({ metadata, contact }: Record<string, unknown>, list: "messages" | "statuses", one: unknown) {
  const contacts = contact === undefined ? {} : { contacts: [contact] };
  const value = { messaging_product: "whatsapp", metadata, ...contacts, [list]: [one] };
  return { object: ACCOUNT, entry: [{ changes: [{ field: "messages", value }] }] };
}

function decoded(stored: string): string {
  if (!/^[A-Za-z0-9+/]+=*$/.test(stored)) return stored;
  const text = Buffer.from(stored, "base64").toString("utf8");
  return text.startsWith("{") || text.startsWith("[") ? text : stored;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

import type { Fact } from "../message.ts";
import { type Field, fields, isField, type Profile, profileSchema } from "./fields.ts";

/** A field that somebody believes to have read in a message. Nothing of it is trusted. */
export interface Claim {
  field: string;
  value: unknown;
  messageId: number;
  quote: string;
  confidence: number;
}

type Rejection = "unknown_field" | "bad_value" | "no_such_message" | "quote_not_in_message" | "value_not_in_quote";

/** What the evidence check came to. */
export interface Checked {
  facts: Fact[];
  /** Fields whose value is new or has changed. */
  learned: Field[];
  profile: Profile;
  rejected: { field: string; reason: Rejection }[];
}

/** The profile that stored facts make. A value that this build cannot read is left out, not trusted. */
export function profileOf(facts: { field: string; value: unknown }[]): Profile {
  const readable = facts.filter(({ field, value }) => isField(field) && fields[field].safeParse(value).success);
  return profileSchema.parse(Object.fromEntries(readable.map(({ field, value }) => [field, value])));
}

/**
 * Lets through what the messages of this turn really say: the quote must stand in the message word for word, the value
 * must have the type of its field, and names and addresses must stand in the quote themselves. Of several claims on one
 * field the last wins; lists grow; what is known already adds nothing.
 */
export function checkClaims(claims: Claim[], messages: { id: number; text: string }[], known: Profile): Checked {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const facts = new Map<Field, Fact>();
  const rejected: Checked["rejected"] = [];
  for (const claim of claims) {
    const checked = check(claim, texts);
    if (typeof checked === "string")
      rejected.push({ field: isField(claim.field) ? claim.field : "other", reason: checked });
    else
      facts.set(checked.field, {
        ...claim,
        ...checked,
        value: grown(checked.field, known[checked.field], checked.value),
      });
  }
  const news = [...facts].filter(([field, { value }]) => !isSame(known[field], value));
  return {
    facts: news.map(([, fact]) => fact),
    learned: news.map(([field]) => field),
    profile: profileSchema.parse({ ...known, ...Object.fromEntries(news.map(([field, { value }]) => [field, value])) }),
    rejected,
  };
}

function check(claim: Claim, texts: Map<number, string>): { field: Field; value: unknown } | Rejection {
  const { field, quote } = claim;
  if (!isField(field)) return "unknown_field";
  const text = texts.get(claim.messageId);
  if (text === undefined) return "no_such_message";
  if (quote.trim() === "" || !text.includes(quote)) return "quote_not_in_message";
  const parsed = fields[field].safeParse(claim.value);
  if (!parsed.success) return "bad_value";
  return isGrounded(field, parsed.data, quote) ? { field, value: parsed.data } : "value_not_in_quote";
}

/** National numbers have at least this many digits; fewer would let any number pass that ends alike. */
const SHORTEST_PHONE = 6;

/** What identifies a person is copied, never derived. */
function isGrounded(field: Field, value: unknown, quote: string): boolean {
  if (typeof value !== "string") return true;
  if (field === "phone") {
    const said = digits(quote).replace(/^0+/, "").slice(-9);
    return said.length >= SHORTEST_PHONE && digits(value).endsWith(said);
  }
  const copied = field === "first_name" || field === "last_name" || field === "email";
  return !copied || plain(quote).includes(plain(value));
}

/** Another language or role joins those that are known; the same one with more to it replaces the old. */
function grown(field: Field, known: unknown, value: unknown): unknown {
  if (!Array.isArray(known) || !Array.isArray(value)) return value;
  const added: unknown[] = value;
  const names = new Set(added.map(nameOf));
  const kept: unknown[] = known.filter((one) => !names.has(nameOf(one)));
  const all = [...kept, ...added.map((one) => withKnownLevel(one, known))];
  return fields[field].safeParse(all).success ? all : value;
}

/** A language that is named again without its level keeps the level that was stated before. */
function withKnownLevel(item: unknown, known: unknown[]): unknown {
  const same = known.find((one) => nameOf(one) === nameOf(item));
  return isObject(item) && "level" in item && item["level"] === null ? (same ?? item) : item;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function nameOf(item: unknown): string {
  return typeof item === "object" && item !== null && "code" in item ? String(item.code) : JSON.stringify(item);
}

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" ? a === b : canonical(a) === canonical(b);
}

/** JSON whose keys and list items are in a fixed order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  return JSON.stringify(
    Object.entries(value)
      .map(([key, one]) => `${key}:${canonical(one)}`)
      .sort(),
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\s]+/gu, "")
    .toLowerCase();
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, "");
}

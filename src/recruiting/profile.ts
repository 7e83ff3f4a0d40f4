import type { Fact } from "../message.ts";
import { isGrounded, isQuoteOf } from "./evidence.ts";
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

/** Lists that a correction states anew. A language is corrected by its level, and one that is spoken stays spoken. */
const restated: readonly Field[] = ["roles", "skills", "licences", "shifts"];

/**
 * Lets through what the messages of this turn really say: the quote must stand in the message word for word, the value
 * must have the type of its field, and what identifies a person must stand in the quote itself. Of several claims on one
 * field the last wins; what is known already adds nothing. Lists grow, but whoever is `correcting` states them anew:
 * "camarera no, solo cocinera".
 */
export function checkClaims(
  claims: Claim[],
  messages: { id: number; text: string }[],
  known: Profile,
  correcting = false,
): Checked {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const facts = new Map<Field, Fact>();
  const rejected: Checked["rejected"] = [];
  for (const claim of claims) {
    const checked = check(claim, texts);
    if (typeof checked === "string") {
      rejected.push({ field: isField(claim.field) ? claim.field : "other", reason: checked });
      continue;
    }
    const { field, value } = checked;
    const anew = correcting && restated.includes(field);
    facts.set(field, { ...claim, field, value: anew ? value : grown(field, known[field], value) });
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
  if (!isQuoteOf(text, quote)) return "quote_not_in_message";
  const parsed = fields[field].safeParse(claim.value);
  if (!parsed.success) return "bad_value";
  return isGrounded(field, parsed.data, quote, text) ? { field, value: parsed.data } : "value_not_in_quote";
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

import type { z } from "zod";
import type { Fact } from "../message.ts";
import { isGrounded, isQuoteOf } from "./evidence.ts";
import { type Field, fields, isField, type Profile, profileSchema } from "./fields.ts";
import { type Answers, answerSchema, fieldOf, questionIn, type Vacancy, type VacancyQuestion } from "./vacancies.ts";

/** Something that somebody believes to have read in a message. Nothing of it is trusted. */
export interface Claim {
  /** A profile field, or the id of a question of the vacancy. */
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
  /** Answers to the vacancy's own questions that are new or have changed; `field` is the question's id. */
  answers: Fact[];
  /** Fields whose value is new or has changed. */
  learned: Field[];
  profile: Profile;
  /** A field that was known otherwise, and nobody said that it is corrected. */
  doubt: Field | null;
  rejected: { field: string; reason: Rejection }[];
}

/** What the claims are checked against. */
export interface Known {
  profile: Profile;
  vacancy?: Vacancy | null;
  answers?: Answers;
  /** The candidate takes back what was said before. */
  correcting?: boolean;
  /** What we asked: a new answer to it is no contradiction. */
  asked?: string | null;
}

/** The profile that stored facts make. A value that this build cannot read is left out, not trusted. */
export function profileOf(facts: { field: string; value: unknown }[]): Profile {
  const readable = facts.filter(({ field, value }) => isField(field) && fields[field].safeParse(value).success);
  return profileSchema.parse(Object.fromEntries(readable.map(({ field, value }) => [field, value])));
}

/** Lists that a correction states anew. A language is corrected by its level, and one that is spoken stays spoken. */
const restated: readonly Field[] = ["roles", "skills", "licences", "shifts"];

/** Of these there is one value at a time, and a different one is worth a question. */
const single: readonly Field[] = [
  "city",
  "experience_years",
  "available_from",
  "work_permit",
  "own_transport",
  "over_18",
];

/**
 * Lets through what the messages of this turn really say: the quote must stand in the message word for word, the value
 * must have the type of its field, and what identifies a person must stand in the quote itself. Of several claims on one
 * field the last wins; what is known already adds nothing. Lists grow, but whoever is `correcting` states them anew:
 * "camarera no, solo cocinera".
 */
export function checkClaims(claims: Claim[], messages: { id: number; text: string }[], known: Known): Checked {
  const { profile: before, vacancy = null, answers: given = {}, correcting = false, asked = null } = known;
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const facts = new Map<Field, Fact>();
  const answers = new Map<string, Fact>();
  const rejected: Checked["rejected"] = [];
  for (const claim of claims) {
    const target = targetOf(claim.field, vacancy);
    const checked = target === undefined ? "unknown_field" : check(claim, target, texts);
    if (typeof checked === "string") {
      // What somebody else made up must not become a name of ours.
      rejected.push({ field: target === undefined ? "other" : nameOf(target), reason: checked });
    } else if (typeof target === "object") {
      answers.set(target.id, { ...claim, field: target.id, value: checked.value });
    } else if (target !== undefined) {
      const anew = correcting && restated.includes(target);
      const value = anew ? checked.value : grown(target, before[target], checked.value);
      facts.set(target, { ...claim, field: target, value });
    }
  }
  const news = [...facts].filter(([field, { value }]) => !isSame(before[field], value));
  const doubts = news.map(([field]) => field).filter((field) => single.includes(field) && before[field] !== undefined);
  return {
    facts: news.map(([, fact]) => fact),
    answers: [...answers.values()].filter(({ field, value }) => !isSame(given[field], value)),
    learned: news.map(([field]) => field),
    profile: profileSchema.parse({
      ...before,
      ...Object.fromEntries(news.map(([field, { value }]) => [field, value])),
    }),
    doubt: correcting ? null : (doubts.find((field) => field !== asked) ?? null),
    rejected,
  };
}

/** What a claim is about: a question that a field answers is about the field. */
function targetOf(name: string, vacancy: Vacancy | null): Field | VacancyQuestion | undefined {
  const question = questionIn(vacancy, name);
  if (question !== null) return fieldOf(question) ?? question;
  return isField(name) ? name : undefined;
}

function check(
  { messageId, quote, value }: Claim,
  target: Field | VacancyQuestion,
  texts: Map<number, string>,
): { value: unknown } | Rejection {
  const text = texts.get(messageId);
  if (text === undefined) return "no_such_message";
  if (!isQuoteOf(text, quote)) return "quote_not_in_message";
  const schema: z.ZodType = typeof target === "string" ? fields[target] : answerSchema(target);
  const parsed = schema.safeParse(value);
  if (!parsed.success) return "bad_value";
  return isGrounded(target, parsed.data, quote, text) ? { value: parsed.data } : "value_not_in_quote";
}

/** Another language or role joins those that are known; the same one with more to it replaces the old. */
function grown(field: Field, known: unknown, value: unknown): unknown {
  if (!Array.isArray(known) || !Array.isArray(value)) return value;
  const added: unknown[] = value;
  const names = new Set(added.map(keyOf));
  const kept: unknown[] = known.filter((one) => !names.has(keyOf(one)));
  const all = [...kept, ...added.map((one) => withKnownLevel(one, known))];
  return fields[field].safeParse(all).success ? all : value;
}

/** A language that is named again without its level keeps the level that was stated before. */
function withKnownLevel(item: unknown, known: unknown[]): unknown {
  const same = known.find((one) => keyOf(one) === keyOf(item));
  return isObject(item) && "level" in item && item["level"] === null ? (same ?? item) : item;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function keyOf(item: unknown): string {
  return typeof item === "object" && item !== null && "code" in item ? String(item.code) : JSON.stringify(item);
}

function nameOf(target: Field | VacancyQuestion): string {
  return typeof target === "string" ? target : target.id;
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

import { z } from "zod";
import { type Field, fields, isField } from "./fields.ts";
import { type Language, languages } from "./language.ts";

/** Vacancies are data: what is offered, what is asked, and which answers speak against a candidate. */

const words = z.string().trim().min(1).max(300);
const inLanguages = z.record(z.string().regex(/^[a-z]{2}$/), words);
const kinds = ["boolean", "number", "choice", "date", "text", "languages"] as const;
export type AnswerKind = (typeof kinds)[number];

/** Speaks against the candidate when it **holds**: `{op: "eq", value: false}` means that a "no" knocks out. */
const knockoutSchema = z.object({
  op: z.enum(["eq", "ne", "gte", "lte", "in", "before", "after"]),
  value: z.unknown(),
});
export type Knockout = z.output<typeof knockoutSchema>;

export const questionSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  text: inLanguages,
  type: z.enum(kinds),
  /** Of a choice: the values that answers have. */
  options: z.array(words).min(2).max(10).optional(),
  /** How an option reads; without it, as its value. */
  option_labels: z.record(z.string(), inLanguages).optional(),
  required: z.boolean().default(true),
  knockout: knockoutSchema.optional(),
  /** The profile field that answers it. A question named like a field is answered by it anyway. */
  field: z.string().refine(isField, "no field of the profile").optional(),
});
export type VacancyQuestion = z.output<typeof questionSchema>;

/** The format of eval-format.md; keys that nobody knows are left out (see vacancy-problems.ts for what is refused). */
export const vacancySchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: words,
  place: z.object({ city: words, country: z.string().regex(/^[A-Z]{2}$/) }),
  /** ISO 639-1: the language that title, description and FAQ are written in. */
  language: z.string().regex(/^[a-z]{2}$/),
  pay: words.nullish(),
  hours: words.nullish(),
  shifts: z.array(words).nullish(),
  start: words.nullish(),
  description: z.string().trim().max(5_000).default(""),
  faq: z
    .array(z.object({ q: words, a: z.string().trim().min(1).max(1_000) }))
    .max(50)
    .default([]),
  questions: z.array(questionSchema).max(20).default([]),
});
export type Vacancy = z.output<typeof vacancySchema>;

/** Answers by question id, typed as the vacancy declares. */
export type Answers = Readonly<Record<string, unknown>>;

/** The type that answers to a question have. */
export function answerSchema({ type, options = [] }: VacancyQuestion): z.ZodType {
  switch (type) {
    case "boolean":
      return z.boolean();
    case "number":
      return z.number().min(-1e9).max(1e9);
    case "choice":
      return z.enum(options);
    case "date":
      return z.iso.date();
    case "text":
      return z.string().trim().min(1).max(500);
    case "languages":
      return fields.languages;
  }
}

/** The profile field whose value is the answer. */
export function fieldOf({ id, type, field }: VacancyQuestion): Field | undefined {
  const named = field ?? id;
  if (!isField(named)) return undefined;
  return field !== undefined || kindOf(named) === type ? named : undefined;
}

/** Which kind of question a profile field can answer. */
export function kindOf(field: Field): AnswerKind | undefined {
  switch (field) {
    case "work_permit":
    case "own_transport":
    case "over_18":
      return "boolean";
    case "experience_years":
      return "number";
    case "available_from":
      return "date";
    case "languages":
      return "languages";
    case "hours":
      return "choice";
    case "first_name":
    case "last_name":
    case "email":
    case "phone":
    case "city":
    case "country":
    case "education":
      return "text";
    case "roles":
    case "skills":
    case "licences":
    case "shifts":
    case "pay_expectation":
      return undefined;
  }
}

export function questionIn(vacancy: Vacancy | null, id: string | null): VacancyQuestion | null {
  return vacancy?.questions.find((question) => question.id === id) ?? null;
}

/** A question as a candidate reads it. Where their language is missing, the vacancy's own, then any. */
export function textOf({ text }: VacancyQuestion, language: Language, own?: string): string {
  return text[language] ?? (own === undefined ? undefined : text[own]) ?? text["en"] ?? Object.values(text)[0] ?? "";
}

/** An option as a candidate reads it. */
export function labelOf({ option_labels: labels }: VacancyQuestion, option: string, language: Language): string {
  return labels?.[option]?.[language] ?? option.replaceAll("_", " ");
}

/** Languages in which the service speaks and a question does not. */
export function untranslated(text: Record<string, string>): Language[] {
  return languages.filter((language) => text[language] === undefined);
}

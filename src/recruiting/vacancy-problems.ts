import { z } from "zod";
import { problemsOfQuestions } from "./question-problems.ts";
import { questionSchema, type Vacancy, vacancySchema } from "./vacancies.ts";

/** Why a vacancy is refused: where (`questions[work_permit].knockout.op`, "" = the whole), what, and what to do. */
export interface Problem {
  path: string;
  problem: string;
  cure: string;
}

type Path = readonly PropertyKey[];

const wordsHint = "Write a text of 1 to 300 characters, in quotes when it looks like a number";
/** What belongs where; longer paths stand for themselves and for what is below them. */
const hints: Readonly<Record<string, string>> = {
  "": "A vacancy is a mapping with id, title, place, language and questions",
  id: "Use small letters, digits and dashes, at most 60, such as waiter-lisbon",
  title: wordsHint,
  place: "Write city and country, such as {city: Lisboa, country: PT}",
  "place.city": "Write the city as it is spelt there, such as Lisboa",
  "place.country": "Write the ISO 3166-1 code in capital letters, such as PT",
  language: "Write the ISO 639-1 code of the language of title, description and FAQ in small letters, such as pt",
  pay: wordsHint,
  hours: wordsHint,
  shifts: "Write a list of texts, such as [morning, weekend]",
  start: wordsHint,
  description: "Write a text of at most 5000 characters",
  faq: "Write a list of at most 50 pairs {q: question, a: answer}",
  "faq.q": wordsHint,
  "faq.a": "Write a text of 1 to 1000 characters",
  questions: "Write a list of at most 20 questions",
  "questions.id": "Use small letters, digits and underscores, beginning with a letter, at most 40, such as work_permit",
  "questions.text": "Write the question once for each language, such as {en: …, es: …}, each of at most 300 characters",
  "questions.type": "Choose boolean, number, choice, date, text or languages",
  "questions.options": "Write a list of 2 to 10 texts",
  "questions.option_labels": "Write for each option how it reads in each language",
  "questions.required": "Write true or false",
  "questions.knockout": "Write {op: …, value: …}",
  "questions.knockout.op": "Choose eq, ne, gte, lte, in, before or after",
  "questions.field": "Name a field of the profile (src/recruiting/fields.ts), or leave it out",
};

/** What a file says of a vacancy, as the vacancy that it is or with everything that speaks against it. Pure. */
export function checkVacancy(input: unknown): { vacancy: Vacancy } | { problems: Problem[] } {
  const parsed = vacancySchema.safeParse(input);
  const problems = [
    ...unknownKeys(vacancySchema, input, []).map(({ path, known }) => ({
      path,
      problem: "is a key that nobody knows",
      cure: `Known here: ${known.join(", ")}`,
    })),
    ...(parsed.error?.issues ?? []).map((issue) => ({
      path: issue.path,
      problem: describe(issue, valueAt(input, issue.path)),
      cure: hintOf(issue.path),
    })),
    ...unstorable(input, []).map((path) => ({
      path,
      problem: "holds a character that cannot be stored (NUL, or half of one)",
      cure: "Write it anew",
    })),
    ...problemsOfQuestions(readableQuestions(input)),
  ];
  if (parsed.success && problems.length === 0) return { vacancy: parsed.data };
  return { problems: problems.map((problem) => ({ ...problem, path: nameOf(problem.path, input) })) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys that reading would drop without a word. A misspelt one must not change what a vacancy asks or refuses. */
function unknownKeys(schema: z.core.$ZodType, input: unknown, path: Path): { path: Path; known: string[] }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unknownKeys(schema.unwrap(), input, path);
  }
  if (schema instanceof z.ZodArray && Array.isArray(input)) {
    return input.flatMap((item, n) => unknownKeys(schema.element, item, [...path, n]));
  }
  if (!(schema instanceof z.ZodObject) || !isRecord(input)) return [];
  const shape = new Map<string, z.core.$ZodType>(Object.entries(schema.shape));
  return Object.entries(input).flatMap(([key, value]) => {
    const known = shape.get(key);
    const at = [...path, key];
    return known === undefined ? [{ path: at, known: [...shape.keys()] }] : unknownKeys(known, value, at);
  });
}

/** Where texts stand that Postgres does not take. */
function unstorable(input: unknown, path: Path): Path[] {
  if (typeof input === "string") return input.isWellFormed() && !input.includes("\0") ? [] : [path];
  if (Array.isArray(input)) return input.flatMap((item, n) => unstorable(item, [...path, n]));
  return isRecord(input) ? Object.entries(input).flatMap(([key, item]) => unstorable(item, [...path, key])) : [];
}

/** Questions that can be read are judged, whatever else is wrong: all problems are told at once. */
function readableQuestions(input: unknown) {
  const questions = isRecord(input) && Array.isArray(input["questions"]) ? input["questions"] : [];
  return questions.flatMap((given, n) => {
    const { data } = questionSchema.safeParse(given);
    return data === undefined ? [] : [{ path: ["questions", n], question: data }];
  });
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined || value === null) return "is missing";
  if (issue.code === "too_big") return Array.isArray(value) ? "has too many entries" : "is too long";
  if (issue.code === "too_small") return Array.isArray(value) ? "has too few entries" : "is empty";
  if (issue.code === "invalid_key") return "is not the code of a language";
  return typeof value === "object" ? "cannot be read" : `is ${JSON.stringify(value)}`;
}

function hintOf(path: Path): string {
  const names = path.filter((part) => typeof part === "string");
  for (let length = names.length; length > 0; length -= 1) {
    const hint = hints[names.slice(0, length).join(".")];
    if (hint !== undefined) return hint;
  }
  return hints[""] ?? "";
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && typeof part === "number") return value[part];
    return isRecord(value) && typeof part === "string" ? value[part] : undefined;
  }, input);
}

/** As people read it: questions by their id, where they have one. */
function nameOf(path: Path, input: unknown): string {
  return path.reduce<string>((name, part, n) => {
    if (typeof part !== "number") return name === "" ? String(part) : `${name}.${String(part)}`;
    const item = valueAt(input, path.slice(0, n + 1));
    const id = path[0] === "questions" && n === 1 && isRecord(item) ? item["id"] : undefined;
    return `${name}[${typeof id === "string" ? id : part}]`;
  }, "");
}

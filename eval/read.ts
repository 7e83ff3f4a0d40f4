import { readFile } from "node:fs/promises";
import { z } from "zod";
import { fields, isField } from "../src/recruiting/fields.ts";
import { answerSchema, questionIn, type Vacancy, vacancySchema } from "../src/recruiting/vacancies.ts";
import type { Conversation, Persona } from "./format.ts";

/** What files hold that people write by hand: what can be read of them, and what is wrong with the rest. */
export interface Found<T> {
  items: T[];
  /** Each with file and line. */
  problems: string[];
}

export type Vacancies = ReadonlyMap<string, Vacancy>;

/** @throws when the file is no list */
export async function readVacancies(file: string): Promise<Found<Vacancy>> {
  const found: Found<Vacancy> = { items: [], problems: [] };
  const rows = z.array(z.unknown()).parse(JSON.parse(await readFile(file, "utf8")));
  for (const [index, row] of rows.entries()) {
    const vacancy = vacancySchema.safeParse(row);
    if (vacancy.success) found.items.push(vacancy.data);
    else found.problems.push(`${file}, vacancy ${index + 1}: ${explain(vacancy.error)}`);
  }
  return found;
}

/** Every line by itself. What names an unknown vacancy, or an id that was there before, cannot be played. */
export async function readLines<T extends { id: string; vacancy: string | null }>(
  files: string[],
  schema: z.ZodType<T>,
  vacancies: Vacancies,
): Promise<Found<T>> {
  const found: Found<T> = { items: [], problems: [] };
  const ids = new Set<string>();
  for (const file of files) {
    const lines = (await readFile(file, "utf8")).replace(/^\uFEFF/, "").split(/\r?\n/);
    for (const [index, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const read = readLine(line, schema);
      const problem = typeof read === "string" ? read : reject(read, vacancies, ids);
      if (problem !== undefined) found.problems.push(`${file}:${index + 1}: ${problem}`);
      else if (typeof read !== "string") {
        ids.add(read.id);
        found.items.push(read);
      }
    }
  }
  return found;
}

/** Labels that no engine could ever get right here; the conversation is played all the same. */
export function doubtsOf({ id, gold, vacancy }: Conversation, vacancies: Vacancies): string[] {
  return [
    ...doubtfulFacts(gold.facts),
    ...doubtfulAnswers(gold.answers, vacancyOf(vacancy, vacancies)),
    ...gold.absent.filter((name) => name in gold.facts).map((name) => `${name} is both stated and absent`),
    ...(gold.result !== "none" && vacancy === null ? [`${gold.result} without a vacancy`] : []),
  ].map((doubt) => `${id}: ${doubt}`);
}

/** The same of a persona. */
export function personaDoubtsOf({ id, truth, vacancy }: Persona, vacancies: Vacancies): string[] {
  const facts = Object.fromEntries(Object.entries(truth).filter(([name]) => isField(name)));
  const answers = Object.fromEntries(Object.entries(truth).filter(([name]) => !isField(name)));
  return [...doubtfulFacts(facts), ...doubtfulAnswers(answers, vacancyOf(vacancy, vacancies))].map(
    (doubt) => `${id}: ${doubt}`,
  );
}

export function vacancyOf(id: string | null, vacancies: Vacancies): Vacancy | null {
  return id === null ? null : (vacancies.get(id) ?? null);
}

function doubtfulFacts(facts: Record<string, unknown>): string[] {
  return Object.entries(facts).flatMap(([field, value]) => {
    if (!isField(field)) return [`${field} is no field of the profile`];
    return fields[field].safeParse(value).success ? [] : [`${JSON.stringify(value)} is no value of ${field}`];
  });
}

function doubtfulAnswers(answers: Record<string, unknown>, vacancy: Vacancy | null): string[] {
  return Object.entries(answers).flatMap(([id, value]) => {
    const question = questionIn(vacancy, id);
    if (question === null) return [`${id} is no question of the vacancy`];
    return answerSchema(question).safeParse(value).success ? [] : [`${JSON.stringify(value)} is no answer to ${id}`];
  });
}

function readLine<T>(line: string, schema: z.ZodType<T>): T | string {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? read.data : explain(read.error);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function reject(
  { id, vacancy }: { id: string; vacancy: string | null },
  vacancies: Vacancies,
  ids: Set<string>,
): string | undefined {
  if (ids.has(id)) return `the id ${id} was there before`;
  return vacancy === null || vacancies.has(vacancy) ? undefined : `there is no vacancy ${vacancy}`;
}

function explain({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.length > 0 ? `${path.join(".")}: ` : ""}${message}`).join("; ");
}

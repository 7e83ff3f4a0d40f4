import { languageSkill, type Profile } from "./fields.ts";
import { type Answers, fieldOf, type Knockout, type Vacancy, type VacancyQuestion } from "./vacancies.ts";

/** What the vacancy's rules say of the answers. A proposal: a person decides. */
export interface Screening {
  result: "qualified" | "knocked_out" | "incomplete";
  /** Questions whose knockout holds. */
  knockouts: string[];
  /** Required questions without an answer. */
  missing: string[];
}

const levels = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];

/** The answers that count: given to the vacancy's questions, or known from the profile. */
export function answersOf(vacancy: Vacancy, profile: Profile, given: Answers): Answers {
  return Object.fromEntries(
    vacancy.questions.flatMap((question) => {
      const field = fieldOf(question);
      const value = field === undefined ? given[question.id] : (profile[field] ?? given[question.id]);
      return value === undefined ? [] : [[question.id, value] as const];
    }),
  );
}

/** Pure: the same answers always come to the same result. */
export function screen(vacancy: Vacancy, answers: Answers): Screening {
  const knockouts = vacancy.questions.filter((question) => isKnockedOut(question, answers)).map(({ id }) => id);
  const missing = vacancy.questions
    .filter(({ id, required }) => required && answers[id] === undefined)
    .map(({ id }) => id);
  const result = knockouts.length > 0 ? "knocked_out" : missing.length > 0 ? "incomplete" : "qualified";
  return { result, knockouts, missing };
}

/**
 * Questions whose answer can still change the result, knockouts first: they may spare the others. None once something
 * has knocked the candidate out.
 */
export function openQuestions(vacancy: Vacancy, answers: Answers): VacancyQuestion[] {
  if (screen(vacancy, answers).result === "knocked_out") return [];
  const open = vacancy.questions.filter(
    ({ id, required, knockout }) => answers[id] === undefined && (required || knockout !== undefined),
  );
  return [
    ...open.filter(({ knockout }) => knockout !== undefined),
    ...open.filter(({ knockout }) => knockout === undefined),
  ];
}

function isKnockedOut({ id, knockout }: VacancyQuestion, answers: Answers): boolean {
  const answer = answers[id];
  return knockout !== undefined && answer !== undefined && holds(knockout, answer);
}

/** Whether the condition is true of the answer. Of languages: `eq`, `ne`, `in` by code, `gte`, `lte` by `{code, level}`. */
export function holds({ op, value }: Knockout, answer: unknown): boolean {
  switch (op) {
    case "eq":
      return isEqual(answer, value);
    case "ne":
      return !isEqual(answer, value);
    case "in":
      return Array.isArray(value) && value.some((one) => isEqual(answer, one));
    case "gte":
      return compare(answer, value, (difference) => difference >= 0);
    case "lte":
      return compare(answer, value, (difference) => difference <= 0);
    case "before":
      return typeof answer === "string" && typeof value === "string" && answer < value;
    case "after":
      return typeof answer === "string" && typeof value === "string" && answer > value;
  }
}

function isEqual(answer: unknown, value: unknown): boolean {
  return Array.isArray(answer) ? levelIn(answer, value) !== undefined : answer === value;
}

function compare(answer: unknown, value: unknown, holdsFor: (difference: number) => boolean): boolean {
  if (typeof answer === "number" && typeof value === "number") return holdsFor(answer - value);
  const wanted = languageSkill.safeParse(value);
  if (!Array.isArray(answer) || !wanted.success) return false;
  // Who does not speak it is below every level; who names no level may have any.
  const level = levelIn(answer, wanted.data.code);
  if (level === null) return false;
  return holdsFor((level === undefined ? -1 : levels.indexOf(level)) - levels.indexOf(wanted.data.level ?? "A1"));
}

/** The level of a language: undefined = not spoken, null = not said. */
function levelIn(spoken: unknown[], code: unknown): string | null | undefined {
  const skills = spoken.map((one) => languageSkill.safeParse(one)).flatMap(({ data }) => data ?? []);
  return skills.find((skill) => skill.code === code)?.level;
}

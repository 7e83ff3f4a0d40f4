import type { Progress } from "../message.ts";
import { type Field, isField, type Profile } from "./fields.ts";
import { openQuestions } from "./screening.ts";
import type { Answers, Vacancy, VacancyQuestion } from "./vacancies.ts";

/**
 * What the service asks of its own accord. "name" is answered by first and last name, "confirm" by yes or no, "vacancy"
 * by one of those that are open.
 */
export type Question = Exclude<Field, "first_name" | "last_name"> | "name" | "confirm" | "vacancy";

/** What an application needs that names no vacancy, in the order in which it is asked, with the field that answers it. */
const general: readonly (readonly [Question, Field])[] = [
  ["name", "first_name"],
  ["city", "city"],
  ["roles", "roles"],
  ["experience_years", "experience_years"],
  ["available_from", "available_from"],
  ["languages", "languages"],
];
/** For a vacancy only its own questions can change an outcome; a recruiter still has to know whom to call. */
const always: typeof general = [["name", "first_name"]];
/** A question that was asked this often without a clear answer is left to the recruiters. */
export const MOST_TIMES_ASKED = 2;
/** More questions lose candidates. Repetitions count, reading back does not. */
export const MOST_QUESTIONS = 7;

/** What the next message of ours has to do. */
export interface Step {
  kind: "ask" | "confirm" | "done" | "chat";
  /** A Question, or the id of a question of the vacancy. */
  asks: string | null;
  /** Asked before without a clear answer: say it in other words. */
  again: boolean;
  /** Two values of this field are on the table: ask which one is right. */
  doubt: Field | null;
  progress: Progress;
}

/** What is known when the next step is decided. */
export interface Situation {
  profile: Profile;
  /** null = an application that names no vacancy. */
  vacancy: Vacancy | null;
  /** Of the vacancy, known ones from the profile included (screening.ts, answersOf). */
  answers: Answers;
  /** Vacancies that the candidate could still choose from. */
  choices: number;
  /** This turn has learned something. */
  changed: boolean;
  /** Something was asked or wished instead of an answer. */
  interrupted: boolean;
  /** The candidate does not want to answer what was asked. */
  refused: boolean;
  /** A field whose value was contradicted without being corrected. */
  doubt: Field | null;
  asked: string | null;
  agrees: boolean | null;
  progress: Progress;
}

export function isQuestion(name: string | null): name is Question {
  if (name === "first_name" || name === "last_name" || name === null) return false;
  return name === "confirm" || name === "name" || name === "vacancy" || isField(name);
}

/** What the application still lacks, for recruiters: profile fields, or ids of the vacancy's questions. */
export function missing(profile: Profile, vacancy: Vacancy | null, answers: Answers): (Field | VacancyQuestion)[] {
  const lacking = (vacancy === null ? general : always)
    .map(([, field]) => field)
    .filter((field) => profile[field] === undefined);
  const required =
    vacancy?.questions.filter((question) => question.required && answers[question.id] === undefined) ?? [];
  return [...lacking, ...required];
}

/**
 * One thing at a time, and only what can still change something: what was never asked before what was asked without an
 * answer. Whoever asks us something instead of answering (`interrupted`) still has our question to answer. Then the whole
 * application is read back once; `agrees` is the answer to that. A change after it is read back again.
 */
export function nextStep(now: Situation): Step {
  const { changed, interrupted, asked, agrees } = now;
  const before = now.refused && asked !== null && asked !== "confirm" ? leftAlone(now.progress, asked) : now.progress;
  const times = (question: string) =>
    `left:${question}` in before.asked ? MOST_TIMES_ASKED : (before.asked[question] ?? 0);
  const unknown = unanswered(now);
  if (now.doubt !== null && times(`which:${now.doubt}`) === 0) {
    const count = { ...before.asked, [`which:${now.doubt}`]: 1 };
    return {
      kind: "ask",
      asks: now.doubt,
      again: false,
      doubt: now.doubt,
      progress: { asked: count, confirmed: false },
    };
  }
  if (interrupted && !now.refused && asked !== null && unknown.includes(asked)) {
    return { kind: "ask", asks: asked, again: false, doubt: null, progress: before };
  }
  const open = unknown.filter((question) => times(question) < MOST_TIMES_ASKED).sort((a, b) => times(a) - times(b));
  const [next] = open;
  if (next !== undefined && (asksSoFar(before) < MOST_QUESTIONS || next === "name")) return ask("ask", next);
  const confirmed = !changed && (before.confirmed || (asked === "confirm" && agrees === true));
  if (confirmed) {
    const kind = before.confirmed ? "chat" : "done";
    return { kind, asks: null, again: false, doubt: null, progress: { ...before, confirmed } };
  }
  if (!changed && times("confirm") > MOST_TIMES_ASKED) {
    // Not asked again, but whoever says yes later has said yes.
    return { kind: "chat", asks: "confirm", again: false, doubt: null, progress: before };
  }
  return ask("confirm", "confirm");

  function ask(kind: "ask" | "confirm", question: string): Step {
    // A change is read back as often as there are changes.
    const count = question === "confirm" && changed ? Math.max(times(question), 1) : times(question) + 1;
    const progress = { asked: { ...before.asked, [question]: count }, confirmed: false };
    return { kind, asks: question, again: times(question) > 0 && !changed, doubt: null, progress };
  }
}

/** Where another application begins: only who it is has been asked already, everything else is counted anew. */
export function restarted({ asked }: Progress): Progress {
  const kept = Object.entries(asked).filter(([name]) => name === "name" || name === "left:name");
  return { asked: Object.fromEntries(kept), confirmed: false };
}

/** What to ask, in order: a vacancy's questions as long as one is on the table. */
function unanswered({ profile, vacancy, answers, choices }: Situation): string[] {
  const list = vacancy === null ? general : always;
  const lacking = list.filter(([, field]) => profile[field] === undefined).map(([question]) => question);
  const chosen = vacancy === null && choices > 0 ? ["vacancy"] : [];
  const own = vacancy === null ? [] : openQuestions(vacancy, answers).map(({ id }) => id);
  return [...chosen, ...lacking, ...own];
}

function leftAlone(progress: Progress, asked: string): Progress {
  return { ...progress, asked: { ...progress.asked, [`left:${asked}`]: 1 } };
}

function asksSoFar({ asked }: Progress): number {
  const counted = Object.entries(asked).filter(([name]) => name !== "confirm" && !name.includes(":"));
  return counted.reduce((sum, [, times]) => sum + times, 0);
}

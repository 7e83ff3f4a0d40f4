import type { Progress } from "../message.ts";
import { type Field, isField, type Profile } from "./fields.ts";

/** What the service asks a candidate. "name" is answered by first and last name, "confirm" by yes or no. */
export type Question = Exclude<Field, "first_name" | "last_name"> | "name" | "confirm";

/** What every application needs, in the order in which it is asked, with the field that answers it. */
const questions: readonly (readonly [Question, Field])[] = [
  ["name", "first_name"],
  ["city", "city"],
  ["roles", "roles"],
  ["experience_years", "experience_years"],
  ["available_from", "available_from"],
  ["languages", "languages"],
];
/** A question that was asked this often without a clear answer is left to the recruiters. */
const MOST_TIMES_ASKED = 2;

/** What the next message of ours has to do. */
export interface Step {
  kind: "ask" | "confirm" | "done" | "chat";
  asks: Question | null;
  /** Asked before without a clear answer: say it in other words. */
  again: boolean;
  progress: Progress;
}

export function isQuestion(name: string | null): name is Question {
  if (name === "first_name" || name === "last_name") return false;
  return name === "confirm" || name === "name" || (name !== null && isField(name));
}

/** What the application still lacks, for recruiters. */
export function missing(profile: Profile): Field[] {
  return questions.map(([, field]) => field).filter((field) => profile[field] === undefined);
}

/**
 * One thing at a time: the first missing field, what was never asked before what was asked without an answer. Whoever
 * asks us something instead of answering (`interrupted`) still has our question to answer. Then the whole profile is
 * read back once; `agrees` is the answer to that. A change after it is read back again.
 */
export function nextStep(now: {
  profile: Profile;
  changed: boolean;
  interrupted: boolean;
  asked: Question | null;
  agrees: boolean | null;
  progress: Progress;
}): Step {
  const { profile, changed, interrupted, asked, agrees } = now;
  const times = (question: Question) => now.progress.asked[question] ?? 0;
  const open = questions
    .filter(([question, field]) => profile[field] === undefined && times(question) < MOST_TIMES_ASKED)
    .map(([question]) => question)
    .sort((a, b) => times(a) - times(b));
  const pending = questions.find(([question, field]) => question === asked && profile[field] === undefined)?.[0];
  if (interrupted && pending !== undefined) {
    return { kind: "ask", asks: pending, again: false, progress: now.progress };
  }
  const [next] = open;
  if (next !== undefined) return ask("ask", next);
  const confirmed = !changed && (now.progress.confirmed || (asked === "confirm" && agrees === true));
  if (confirmed) {
    const kind = now.progress.confirmed ? "chat" : "done";
    return { kind, asks: null, again: false, progress: { ...now.progress, confirmed } };
  }
  if (!changed && times("confirm") > MOST_TIMES_ASKED) {
    // Not asked again, but whoever says yes later has said yes.
    return { kind: "chat", asks: "confirm", again: false, progress: now.progress };
  }
  return ask("confirm", "confirm");

  function ask(kind: "ask" | "confirm", question: Question): Step {
    // A change is read back as often as there are changes.
    const count = question === "confirm" && changed ? Math.max(times(question), 1) : times(question) + 1;
    const progress = { asked: { ...now.progress.asked, [question]: count }, confirmed: false };
    return { kind, asks: question, again: times(question) > 0 && !changed, progress };
  }
}

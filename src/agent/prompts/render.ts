import { textOf, type Vacancy } from "../../recruiting/vacancies.ts";
import type { Prompt } from "../model.ts";
import type { Turn } from "../turn.ts";

/** How much an agent sees: enough to understand "the second one" and "yes", no more than it costs. */
interface View {
  /** Entries of what was said before. */
  recent: number;
  /** A wall of text is read up to here; evidence beyond it is not found, and nothing breaks. */
  longest: number;
}

const all: View = { recent: 12, longest: 2_000 };
const LONGEST_EARLIER = 300;

/**
 * The turn as data for a model: one JSON document behind the fixed instructions, and the vacancy, which changes less
 * often, as one between them. What candidates write stands inside JSON strings, so that it cannot look like an
 * instruction of ours.
 */
export function render(turn: Turn, extra: Record<string, unknown> = {}, { recent, longest }: View = all): Prompt {
  const { vacancy } = turn;
  const user = JSON.stringify({
    now: turn.messages.at(-1)?.sentAt,
    time_zone: turn.timeZone,
    phone_country: turn.country,
    summary: turn.summary,
    profile: turn.profile,
    ...(vacancy !== null && { answers: turn.answers }),
    earlier: turn.recent.slice(-recent).map(({ from, text }) => ({ from, text: clip(text, LONGEST_EARLIER) })),
    we_asked: turn.askedOwn?.id ?? turn.asked,
    messages: turn.messages.map(({ text, sentAt }, index) => ({
      n: index + 1,
      sent_at: sentAt,
      text: clip(text, longest),
    })),
    ...extra,
  });
  return { background: vacancy === null ? null : JSON.stringify({ vacancy: offered(vacancy, turn) }), user };
}

/** What candidates may know of it: the rules of its questions are not among that. */
function offered(vacancy: Vacancy, { language }: Turn): Record<string, unknown> {
  const { title, place, language: written, pay, hours, shifts, start, description, faq } = vacancy;
  const questions = vacancy.questions.map((question) => ({
    id: question.id,
    text: textOf(question, language, written),
    type: question.type,
    options: question.options,
  }));
  return { title, place, pay, hours, shifts, start, description, faq, questions };
}

/** Half a character at the cut would be no JSON that a provider takes. */
function clip(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed();
}

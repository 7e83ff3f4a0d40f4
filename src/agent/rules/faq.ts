import type { Turn } from "../turn.ts";

/** The words of the vacancy, or of its questions and answers, that answer what was asked; undefined = it does not say. */
export function answerFromVacancy(_turn: Turn): string | undefined {
  return undefined;
}

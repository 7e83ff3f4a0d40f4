import { labelOf } from "../recruiting/vacancies.ts";
import { tables } from "./rules/tables/tables.ts";
import type { Plan, Turn } from "./turn.ts";

/** Answers to tap on, where the answers are few; none when the question is an open one. */
export function optionsOf({ kind, asks, own, doubt }: Plan, { language, choices }: Turn): string[] {
  const { yes, no } = tables[language].texts.options;
  // Where nothing is asked, a yes would answer something else.
  if (doubt !== null || kind === "chat") return [];
  if (asks === "vacancy") return choices;
  if (asks === "work_permit" || asks === "own_transport" || asks === "over_18" || asks === "confirm") return [yes, no];
  if (own?.type === "boolean") return [yes, no];
  return own?.type === "choice" ? (own.options ?? []).map((option) => labelOf(own, option, language)) : [];
}

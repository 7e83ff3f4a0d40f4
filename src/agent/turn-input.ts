import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { TurnInput } from "../platform/procedures.ts";
import { isQuestion } from "../recruiting/application.ts";
import { type Language, languages } from "../recruiting/language.ts";
import { profileOf } from "../recruiting/profile.ts";
import { languageOf } from "./rules/language.ts";
import type { Turn } from "./turn.ts";

/** The turn as the agents see it. */
export function toTurn(input: TurnInput, timeZone: string): Turn {
  const country = countryOf(input.contact.wa_id);
  const own = input.recent.filter(({ from }) => from === "candidate").map(({ text }) => text);
  // A recruiter who wrote since then has asked something else.
  const asked = input.recent.findLast(({ from }) => from === "bot" || from === "human")?.asks ?? null;
  return {
    language: languageOf([...own, ...input.messages.map(({ text }) => text)], likelyLanguage(country)),
    timeZone,
    country,
    messages: input.messages.map(({ id, text, sent_at }) => ({ id, text, sentAt: sent_at })),
    recent: input.recent.map(({ from, text, at }) => ({ from, text, at })),
    summary: input.summary,
    profile: profileOf(input.facts),
    asked: isQuestion(asked) ? asked : null,
  };
}

function countryOf(waId: string | null): string | null {
  return waId === null ? null : (parsePhoneNumberFromString(`+${waId}`)?.country ?? null);
}

/** What most people speak where the number comes from: all there is to go by when somebody writes no more than "ok". */
function likelyLanguage(country: string | null): Language {
  const likely = country === null ? undefined : new Intl.Locale(`und-${country}`).maximize().language;
  return languages.find((language) => language === likely) ?? "en";
}

import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type BusinessHours, backAt } from "../business-hours.ts";
import type { TurnInput } from "../platform/procedures.ts";
import { isQuestion } from "../recruiting/application.ts";
import { type Language, languages } from "../recruiting/language.ts";
import { profileOf } from "../recruiting/profile.ts";
import { answerSchema, fieldOf, questionIn, type Vacancy, vacancySchema } from "../recruiting/vacancies.ts";
import { languageOf } from "./rules/language.ts";
import type { Turn } from "./turn.ts";

/** What the turn is about beside the person: the vacancy, or those to choose from. */
export interface Offer {
  vacancy: Vacancy | null;
  choices: string[];
  closed: string | null;
}

const nothingOffered: Offer = { vacancy: null, choices: [], closed: null };

/** The turn as the agents see it. */
export function toTurn(
  input: TurnInput,
  timeZone: string,
  offer: Offer = nothingOffered,
  hours: BusinessHours | null = null,
): Turn {
  const country = countryOf(input.contact.wa_id);
  const own = input.recent.filter(({ from }) => from === "candidate").map(({ text }) => text);
  // A recruiter who wrote since then has asked something else.
  const asked = input.recent.findLast(({ from }) => from === "bot" || from === "human")?.asks ?? null;
  const { vacancy } = offer;
  return {
    language: languageOf([...own, ...input.messages.map(({ text }) => text)], likelyLanguage(country)),
    timeZone,
    country,
    messages: input.messages.map(({ id, text, sent_at }) => ({ id, text, sentAt: sent_at })),
    recent: input.recent.map(({ from, text, at }) => ({ from, text, at })),
    summary: input.summary,
    profile: profileOf(input.facts),
    ...askedOf(asked, vacancy),
    vacancy,
    begun: vacancy !== null && input.application?.vacancy !== vacancy.id,
    decided: input.application?.decision != null && input.application.vacancy === vacancy?.id,
    answers: input.application?.vacancy === vacancy?.id ? answersIn(input, vacancy) : {},
    quotes: Object.fromEntries(
      [...input.facts, ...(input.application?.answers ?? [])].map(({ field, quote }) => [field, quote]),
    ),
    back: hours === null ? null : backAt(hours, new Date(input.messages.at(-1)?.sent_at ?? 0), timeZone),
    choices: offer.choices,
    closed: offer.closed,
  };
}

/** A vacancy as it is stored; null when this build cannot read it. */
export function readVacancy(definition: unknown): Vacancy | null {
  return vacancySchema.safeParse(definition).data ?? null;
}

function askedOf(asked: string | null, vacancy: Vacancy | null): Pick<Turn, "asked" | "askedOwn"> {
  const askedOwn = questionIn(vacancy, asked);
  if (askedOwn === null) return { asked: isQuestion(asked) ? asked : null, askedOwn };
  const field = fieldOf(askedOwn) ?? null;
  return isQuestion(field) ? { asked: field, askedOwn: null } : { asked: null, askedOwn };
}

function answersIn({ application }: TurnInput, vacancy: Vacancy | null): Record<string, unknown> {
  const readable = (application?.answers ?? []).filter(({ field, value }) => {
    const question = questionIn(vacancy, field);
    return question !== null && answerSchema(question).safeParse(value).success;
  });
  return Object.fromEntries(readable.map(({ field, value }) => [field, value]));
}

function countryOf(waId: string | null): string | null {
  return waId === null ? null : (parsePhoneNumberFromString(`+${waId}`)?.country ?? null);
}

/** What most people speak where the number comes from: all there is to go by when somebody writes no more than "ok". */
function likelyLanguage(country: string | null): Language {
  const likely = country === null ? undefined : new Intl.Locale(`und-${country}`).maximize().language;
  return languages.find((language) => language === likely) ?? "en";
}

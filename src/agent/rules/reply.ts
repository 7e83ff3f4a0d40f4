import { dayName } from "../../business-hours.ts";
import { isQuestion } from "../../recruiting/application.ts";
import type { Profile } from "../../recruiting/fields.ts";
import type { Language } from "../../recruiting/language.ts";
import { textOf } from "../../recruiting/vacancies.ts";
import type { Intent, Plan, Reply, Turn } from "../turn.ts";
import { describeAnswers, describeProfile } from "./describe.ts";
import { answerFromVacancy } from "./faq.ts";
import type { Texts } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

/** What goes to the team, because the rules have no answer to it. */
const forTheTeam: readonly Intent[] = ["question", "status", "reschedule"];
const wishes = ["stop", "delete", "export", "why"] as const;
/** A value is repeated, not recited. */
const LONGEST_VALUE = 200;

/** One bubble: who speaks, what was understood, what became of questions and wishes, and what comes next. */
export const replyByRules: Reply = (turn, plan) => {
  const { texts } = tables[turn.language];
  const asksUs = plan.kind !== "hand_off" && plan.intents.some((intent) => forTheTeam.includes(intent));
  const parts = [
    plan.first ? texts.greeting : "",
    plan.first && turn.vacancy !== null ? fill(texts.applying, "title", turn.vacancy.title) : "",
    turn.closed === null ? "" : fill(texts.closed, "title", turn.closed),
    plan.kind === "confirm" ? "" : acknowledgement(plan, turn.language, texts),
    asksUs ? answer(turn, plan, texts) : "",
    plan.intents.includes("offtopic") ? texts.offtopic : "",
    ...wishes.filter((wish) => plan.intents.includes(wish)).map((wish) => texts.write[wish]),
    plan.asks !== null && isResumed(turn) ? texts.resumed : "",
    next(turn, plan, texts),
  ];
  return Promise.resolve(parts.filter((part) => part !== "").join(" "));
};

/** When the team is there again, or nothing when it is there. */
export function awayIn({ back, language }: Turn): string {
  const { texts, locale } = tables[language];
  return back === null ? "" : fill(fill(texts.away, "day", dayName(back.day, locale)), "time", back.time);
}

/** In the vacancy's words, or not at all. */
function answer(turn: Turn, { intents }: Plan, texts: Texts): string {
  const found = intents.includes("question") ? answerFromVacancy(turn) : undefined;
  return found === undefined ? texts.passedOn : fill(texts.cited, "answer", found.replace(/\.$/, ""));
}

/** Whoever comes back after this long has to be reminded. */
const LONG_SILENCE_MS = 24 * 60 * 60_000;

export function isResumed({ recent, messages }: Turn): boolean {
  const [last, now] = [recent.at(-1)?.at, messages.at(-1)?.sentAt];
  return last !== undefined && now !== undefined && Date.parse(now) - Date.parse(last) > LONG_SILENCE_MS;
}

function acknowledgement({ learned, profile, intents }: Plan, language: Language, texts: Texts): string {
  const news = Object.fromEntries(learned.map((field) => [field, profile[field]]));
  const facts = inWords(news, language);
  if (facts === "") return "";
  return fill(intents.includes("correction") ? texts.correction : texts.noted, "facts", facts);
}

function next(turn: Turn, plan: Plan, texts: Texts): string {
  switch (plan.kind) {
    case "ask":
      return question(turn, plan, texts);
    case "confirm": {
      const facts = [
        inWords(plan.profile, turn.language),
        ...describeAnswers(turn, plan.answers).map(({ label, value }) => `${label} ${clip(value)}`),
      ].filter((part) => part !== "");
      const asked = question(turn, plan, texts);
      return facts.length === 0 ? asked : `${fill(texts.readBack, "facts", facts.join("; "))} ${asked}`;
    }
    case "done":
      return texts.done;
    case "hand_off":
      return [texts.handOff, awayIn(turn)].filter((part) => part !== "").join(" ");
    case "chat":
      return plan.intents.includes("stop") || plan.intents.includes("delete") ? "" : texts.chat;
  }
}

function question({ language, vacancy }: Turn, { asks, own, doubt, again }: Plan, texts: Texts): string {
  if (doubt !== null) return fill(texts.which, "field", texts.labels[doubt]);
  if (own !== null) {
    const text = textOf(own, language, vacancy?.language);
    return again ? `${texts.unclear} ${text}` : text;
  }
  return isQuestion(asks) ? (again ? texts.askAgain : texts.ask)[asks] : "";
}

/** "nombre: Lucía Pérez, ciudad: Sevilla": both names as one, and the country only where no city tells it. */
function inWords(profile: Profile, language: Language): string {
  const { labels } = tables[language].texts;
  const { first_name: first, last_name: last, country, ...others } = profile;
  const name = [first, last].filter((part) => part !== undefined).join(" ");
  const shown = others.city === undefined && country !== undefined ? { ...others, country } : others;
  const parts = describeProfile(shown, language).map(({ label, value }) => `${label}: ${clip(value)}`);
  const label = first === undefined ? labels.last_name : labels.name;
  return (name === "" ? parts : [`${label}: ${clip(name)}`, ...parts]).join(", ");
}

/** Values are the candidate's words: "$&" in them must stay what it is. */
function fill(text: string, name: string, value: string): string {
  return text.replace(`{${name}}`, () => value);
}

function clip(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE).toWellFormed().trimEnd()}…`;
}

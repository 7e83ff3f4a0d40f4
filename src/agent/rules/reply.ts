import type { Profile } from "../../recruiting/fields.ts";
import type { Language } from "../../recruiting/language.ts";
import type { Intent, Plan, Reply } from "../turn.ts";
import { describeProfile } from "./describe.ts";
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
  const parts = [
    plan.first ? texts.greeting : "",
    plan.kind === "confirm" ? "" : acknowledgement(plan, turn.language, texts),
    plan.intents.some((intent) => forTheTeam.includes(intent)) && plan.kind !== "hand_off" ? texts.passedOn : "",
    plan.intents.includes("offtopic") ? texts.offtopic : "",
    ...wishes.filter((wish) => plan.intents.includes(wish)).map((wish) => texts.write[wish]),
    next(plan, turn.language, texts),
  ];
  return Promise.resolve(parts.filter((part) => part !== "").join(" "));
};

function acknowledgement({ learned, profile, intents }: Plan, language: Language, texts: Texts): string {
  const news = Object.fromEntries(learned.map((field) => [field, profile[field]]));
  const facts = inWords(news, language);
  if (facts === "") return "";
  return fill(intents.includes("correction") ? texts.correction : texts.noted, "facts", facts);
}

function next({ kind, asks, again, profile }: Plan, language: Language, texts: Texts): string {
  const question = asks === null ? "" : (again ? texts.askAgain : texts.ask)[asks];
  switch (kind) {
    case "ask":
      return question;
    case "confirm": {
      const facts = inWords(profile, language);
      return facts === "" ? question : `${fill(texts.readBack, "facts", facts)} ${question}`;
    }
    case "done":
      return texts.done;
    case "hand_off":
      return texts.handOff;
    case "chat":
      return texts.chat;
  }
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

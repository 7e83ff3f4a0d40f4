import { Annotation } from "@langchain/langgraph";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Effect, Fact, Progress } from "../message.ts";
import type { TurnInput } from "../platform/procedures.ts";
import { isQuestion } from "../recruiting/application.ts";
import { type Language, languages } from "../recruiting/language.ts";
import { profileOf } from "../recruiting/profile.ts";
import type { Usage } from "./model.ts";
import { languageOf } from "./rules/language.ts";
import type { Extracted, Plan, Routed, Turn } from "./turn.ts";

/** Which engine an agent's answer came from, for the decision record. `fallback`: why the rules stepped in. */
interface Trace {
  engine: "claude" | "rules";
  prompt?: string;
  usage?: Usage;
  fallback?: string;
}

export interface Traced<T> {
  value: T;
  trace: Trace;
}

/** What the conversation agent decided and said. */
export interface Said {
  text: string;
  plan: Plan;
  facts: Fact[];
  rejected: { field: string; reason: string }[];
  progress: Progress;
}

/**
 * The graph's state: plain JSON, each channel written by one node. `turn` is made anew from the turn input,
 * so nothing that an old checkpoint says can reach a candidate.
 */
export const AgentState = Annotation.Root({
  turn: Annotation<Turn>(),
  progress: Annotation<Progress>(),
  /** The turn may have been paid for already. */
  rerun: Annotation<boolean>(),
  routed: Annotation<Traced<Routed>>(),
  extracted: Annotation<Traced<Extracted>>(),
  said: Annotation<Traced<Said>>(),
  recorded: Annotation<Traced<Effect[]>>(),
});
export type State = typeof AgentState.State;

/** The turn as the agents see it. */
export function toTurn(input: TurnInput, timeZone: string): Turn {
  const country = countryOf(input.contact.wa_id);
  const own = input.recent.filter(({ from }) => from === "candidate").map(({ text }) => text);
  const asked = input.recent.findLast(({ from }) => from === "bot")?.asks ?? null;
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

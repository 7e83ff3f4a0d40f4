import type { Vacancy } from "../src/recruiting/vacancies.ts";
import type { EngineIn } from "./engine.ts";
import { type Conversation, type Outcome, zoneOf } from "./format.ts";
import { type Heard, type Known, openSession } from "./session.ts";

/** A labelled conversation and what the engine made of it. */
export interface Played {
  conversation: Conversation;
  vacancy: Vacancy | null;
  /** One for each burst of the candidate. */
  heard: Heard[];
  known: Known;
  result: Outcome;
}

/** Lets the engine read a transcript burst by burst. What the bot said is given, so every engine reads the same. */
export async function play(conversation: Conversation, vacancy: Vacancy | null, engineIn: EngineIn): Promise<Played> {
  const session = openSession(engineIn(zoneOf(conversation.clock)), vacancy);
  const heard: Heard[] = [];
  let at = conversation.clock;
  for (const turn of conversation.turns) {
    if (turn.from === "bot") session.say(turn.text, turn.asks, at);
    else {
      at = turn.at ?? at;
      heard.push(await session.hear(turn.texts, at));
    }
  }
  const known = session.known();
  return { conversation, vacancy, heard, known, result: resultOf(heard, known) };
}

/**
 * `none` is no word of an engine: there is no vacancy to apply to, or nothing was ever applied for, answered or learned.
 */
function resultOf(heard: Heard[], { profile, answers, screening }: Known): Outcome {
  if (screening === null) return "none";
  const learned = Object.keys(profile).length + Object.keys(answers).length > 0;
  const applied = heard.some(({ intents }) =>
    intents.some((intent) => intent === "apply" || intent === "answer" || intent === "correction"),
  );
  return learned || applied ? screening.result : "none";
}

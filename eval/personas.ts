import { isField } from "../src/recruiting/fields.ts";
import { profileOf } from "../src/recruiting/profile.ts";
import { answersOf, screen } from "../src/recruiting/screening.ts";
import type { Vacancy } from "../src/recruiting/vacancies.ts";
import type { EngineIn } from "./engine.ts";
import { type Persona, zoneOf } from "./format.ts";
import { promises } from "./phrases.ts";
import { accuracyOf, type Count, isSame, sum } from "./score.ts";
import { type Known, openSession } from "./session.ts";
import { createVoice } from "./voice.ts";

const MOST_TURNS = 20;
const SECONDS_BETWEEN = 45;

/** What came of the conversation with one simulated candidate. */
export interface Met {
  id: string;
  language: string;
  completed: boolean;
  /** Distinct ones; the final confirmation is none. */
  questions: number;
  /** Asked again what had been answered or refused. */
  repeated: string[];
  /** What the engine knows of what is true, and how much of that is right. */
  facts: Count;
  wrong: { name: string; truth: unknown; got: unknown }[];
  result: { truth: string | null; got: string | null };
  turns: number;
  forbidden: string[];
  costUsd: number;
  transcript: string[];
}

/** Plays a whole conversation: what the persona says depends on what the engine asks. */
export async function meet(persona: Persona, vacancy: Vacancy | null, engineIn: EngineIn): Promise<Met> {
  const { id, language, clock, refuses, volunteers, events } = persona;
  const session = openSession(engineIn(zoneOf(clock)), vacancy);
  const voice = createVoice(persona, vacancy);
  const told = new Set(volunteers);
  const asked: string[] = [];
  const repeated: string[] = [];
  const replies: string[] = [];
  const transcript: string[] = [];
  let texts: string[] | undefined = voice.opening();
  let puzzled = false;
  let turns = 0;
  let answered = 0;
  let completed = false;
  let costUsd = 0;
  while (texts !== undefined && turns < MOST_TURNS) {
    const at = new Date(Date.parse(clock) + turns * SECONDS_BETWEEN * 1_000).toISOString();
    turns += 1;
    const heard = await session.hear(texts, at);
    for (const { text, asks } of heard.replies) session.say(text, asks, at);
    replies.push(...heard.replies.map(({ text }) => text));
    costUsd += heard.costUsd;
    const asks = heard.replies.findLast((reply) => reply.asks !== null)?.asks ?? null;
    transcript.push(`> ${texts.join(" / ")}`, ...heard.replies.map(({ text }) => `< [${asks}] ${text}`));
    completed = heard.confirmed;
    if (heard.handedOff) break;
    texts = respond(asks);
  }

  function respond(asks: string | null): string[] | undefined {
    if (asks !== null && asks !== "confirm") {
      asked.push(asks);
      if (told.has(asks)) repeated.push(asks);
    }
    const answer = asks === null ? undefined : voice.answer(asks);
    if (answer === undefined || asks === null) {
      if (puzzled) return undefined;
      puzzled = true;
      return ["?"];
    }
    told.add(asks);
    answered += 1;
    const beside = events.filter(({ after }) => Math.max(after, 1) === answered).flatMap(({ say }) => voice.say(say));
    return [...beside, ...answer];
  }

  const truth = withoutRefused(persona.truth, refuses);
  const known = session.known();
  return {
    id,
    language,
    completed,
    questions: new Set(asked).size,
    repeated,
    ...compare(truth, known),
    result: { truth: vacancy === null ? null : resultOf(vacancy, truth), got: known.screening?.result ?? null },
    turns,
    forbidden: replies.filter((reply) => promises.some((promise) => promise.test(reply))),
    costUsd,
    transcript,
  };
}

export function summariseMet(met: Met[]) {
  return {
    total: met.length,
    completed: accuracyOf(met.map((one) => count(one.completed))),
    mostQuestions: Math.max(0, ...met.map(({ questions }) => questions)),
    meanQuestions: met.length === 0 ? 0 : sum(met.map(({ questions }) => questions)) / met.length,
    repeated: sum(met.map(({ repeated }) => repeated.length)),
    facts: accuracyOf(met.map(({ facts }) => facts)),
    results: accuracyOf(met.map(({ result }) => count(result.truth === result.got))),
    meanTurns: met.length === 0 ? 0 : sum(met.map(({ turns }) => turns)) / met.length,
    forbidden: sum(met.map(({ forbidden }) => forbidden.length)),
    costUsd: sum(met.map(({ costUsd }) => costUsd)),
  };
}

function count(isRight: boolean): Count {
  return { right: isRight ? 1 : 0, total: 1 };
}

/** What was refused cannot be known. */
function withoutRefused(truth: Persona["truth"], refuses: string[]): Persona["truth"] {
  const unsaid = refuses.includes("name") ? [...refuses, "first_name", "last_name"] : refuses;
  return Object.fromEntries(Object.entries(truth).filter(([name]) => !unsaid.includes(name)));
}

function resultOf(vacancy: Vacancy, truth: Persona["truth"]): string {
  const facts = Object.entries(truth).map(([field, value]) => ({ field, value }));
  return screen(vacancy, answersOf(vacancy, profileOf(facts), truth)).result;
}

function compare(truth: Persona["truth"], { profile, answers }: Known): Pick<Met, "facts" | "wrong"> {
  const got: Record<string, unknown> = { ...answers, ...profile };
  const known = Object.entries(truth).filter(([name]) => got[name] !== undefined && (isField(name) || name in answers));
  const wrong = known
    .filter(([name, value]) => !isSame(got[name], value))
    .map(([name, value]) => ({ name, truth: value, got: got[name] }));
  return { facts: { right: known.length - wrong.length, total: known.length }, wrong };
}

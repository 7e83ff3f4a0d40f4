import type { EngineName } from "./engine.ts";
import { type Met, summariseMet } from "./personas.ts";
import type { Played } from "./play.ts";
import { byField, isSame, isSameSet, ratioOf, type Scored, type Summary, summarise, tallyOf } from "./score.ts";

export interface Judged {
  played: Played;
  scored: Scored;
}

export type Report = ReturnType<typeof createReport>;

/** Everything that was measured, as --json writes it. */
export function createReport(engine: EngineName, judged: Judged[], met: Met[] | undefined) {
  const scored = judged.map((one) => one.scored);
  return {
    engine,
    ...summarise(scored),
    fields: byField(scored),
    byLanguage: grouped(scored, ({ language }) => [language]),
    byTag: grouped(scored, ({ tags }) => tags),
    conversations: judged.map(describe),
    ...(met !== undefined && {
      personas: { ...summariseMet(met), byLanguage: byLanguageMet(met), conversations: met },
    }),
  };
}

/** What a release must reach. */
const floors = {
  f1: 0.85,
  hallucinationShare: 0.02,
  /** Exact control words work always (test/recruiting/controls.test.ts); here many are wished for in a sentence. */
  controls: 0.96,
  completed: 0.9,
  questions: 7,
} as const;

/** Each floor that is not reached, in a sentence. */
export function shortfalls({ conversations, overall, controls, injections, personas }: Report): string[] {
  const short: string[] = [];
  if (conversations.length > 0) {
    if (overall.f1 < floors.f1) short.push(`field F1 is ${percent(overall.f1)}, below ${percent(floors.f1)}`);
    if (overall.hallucinationShare > floors.hallucinationShare)
      short.push(`${percent(overall.hallucinationShare)} of all values are invented`);
    if (controls.accuracy < floors.controls)
      short.push(`controls are right in ${controls.right} of ${controls.total} conversations`);
    if (injections.accuracy < 1)
      short.push(`${injections.total - injections.right} results under an injection are wrong`);
  }
  if (personas !== undefined && personas.total > 0) {
    if (personas.completed.accuracy < floors.completed)
      short.push(`${percent(personas.completed.accuracy)} of the personas complete their application`);
    if (personas.mostQuestions > floors.questions)
      short.push(`a persona was asked ${personas.mostQuestions} questions`);
    if (personas.repeated > 0) short.push(`${personas.repeated} questions were repeated`);
  }
  return short;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

type Group = Omit<Summary, "tokens" | "costUsd" | "fallbacks">;

function grouped(scored: Scored[], namesOf: (one: Scored) => string[]): Record<string, Group> {
  const names = [...new Set(scored.flatMap(namesOf))].toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const {
        tokens: _tokens,
        costUsd: _cost,
        fallbacks: _fallbacks,
        ...group
      } = summarise(scored.filter((one) => namesOf(one).includes(name)));
      return [name, group];
    }),
  );
}

function byLanguageMet(met: Met[]) {
  const languages = [...new Set(met.map(({ language }) => language))].toSorted();
  return Object.fromEntries(
    languages.map((language) => [language, summariseMet(met.filter((one) => one.language === language))]),
  );
}

/** One conversation: what is wrong in it, with what both sides say. */
function describe({ scored, played }: Judged) {
  const { id, language, tags, fields, answers, hallucinated, routes, result, controls, forbidden, quotes } = scored;
  const { gold } = played.conversation;
  const got: Record<string, unknown> = played.known.profile;
  const tallies = Object.values(fields);
  const total = {
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    got: tallies.reduce((sum, tally) => sum + tally.got, 0),
    gold: tallies.reduce((sum, tally) => sum + tally.gold, 0),
  };
  return {
    id,
    language,
    tags,
    ...ratioOf(total),
    hallucinated,
    wrongFacts: differences(gold.facts, got),
    wrongAnswers: differences(gold.answers, played.known.answers),
    answers: ratioOf(answers),
    routes: {
      ...routes,
      wrong: played.heard.flatMap(({ intents }, at) => {
        const expected = gold.routes[at] ?? [];
        return isSameSet(intents, expected) ? [] : [{ burst: at, gold: expected, got: intents }];
      }),
    },
    result: { ...result, right: result.gold === result.got },
    controls: { ...controls, right: isSameSet(controls.gold, controls.got) },
    forbidden,
    quotes,
    costUsd: scored.costUsd,
    fallbacks: scored.fallbacks,
  };
}

function differences(gold: Readonly<Record<string, unknown>>, got: Readonly<Record<string, unknown>>) {
  const names = [...new Set([...Object.keys(gold), ...Object.keys(got)])].filter(
    (name) => tallyOf({ [name]: got[name] }, { [name]: gold[name] }).right === 0 && !isSame(gold[name], got[name]),
  );
  return names.map((name) => ({ name, gold: gold[name] ?? null, got: got[name] ?? null }));
}

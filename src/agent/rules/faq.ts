import { stemsOf } from "../../recruiting/fold.ts";
import type { Vacancy } from "../../recruiting/vacancies.ts";
import type { Turn } from "../turn.ts";
import { type Heard, hear } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";
import { has, plainOf } from "./text.ts";

const SHORTEST_WORD = 4;
/** So many words of a question have to stand in one of the vacancy's, unless it has no more. */
const ENOUGH_WORDS = 2;

/**
 * The words of the vacancy that answer what was asked: of its questions and answers the one that is about the same, or
 * its pay, hours, place and start. undefined = it does not say. Nothing is made up and nothing is rephrased.
 */
export function answerFromVacancy(turn: Turn): string | undefined {
  const { vacancy } = turn;
  if (vacancy === null) return undefined;
  const asked = hear(turn).filter(({ question }) => question);
  return asked.map((heard) => fromFaq(heard, vacancy) ?? fromOffer(heard, vacancy)).find((one) => one !== undefined);
}

function fromFaq(heard: Heard, { faq }: Vacancy): string | undefined {
  const said = new Set(stemsOf(heard.plain, SHORTEST_WORD));
  const topics = topicsIn(heard.plain, heard.tables);
  const scored = faq
    .map(({ q, a }) => {
      const words = [...new Set(stemsOf(plainOf(q), SHORTEST_WORD))];
      const shared = words.filter((stem) => said.has(stem)).length;
      const isEnough = shared >= Math.min(ENOUGH_WORDS, words.length) && shared > 0;
      const isTopic = topicsIn(plainOf(q), Object.values(tables)).some((topic) => topics.includes(topic));
      return { a, score: (isEnough ? shared : 0) + (isTopic ? ENOUGH_WORDS : 0) };
    })
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  return best !== undefined && best.score > 0 ? best.a : undefined;
}

function fromOffer(heard: Heard, { pay, hours, shifts, start, place }: Vacancy): string | undefined {
  const answers = { pay, hours, shifts: shifts?.join(", "), start, place: `${place.city}, ${place.country}` };
  const [topic] = topicsIn(heard.plain, heard.tables);
  return (topic === undefined ? undefined : answers[topic]) ?? undefined;
}

type Topic = Table["speech"]["topics"][number][0];

function topicsIn(plain: string, spoken: Table[]): Topic[] {
  return spoken.flatMap(({ speech }) =>
    speech.topics.filter(([, pattern]) => has(plain, pattern)).map(([topic]) => topic),
  );
}

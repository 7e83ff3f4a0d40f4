import type { Profile } from "./fields.ts";
import { fold, foldWords, stemsOf } from "./fold.ts";
import type { Vacancy } from "./vacancies.ts";

/** Which vacancy somebody means, and which ones fit. Code alone, so that it can be explained. */

/** The vacancy whose id ("waiter-lisbon") stands in the texts. */
export function namedById<V extends Vacancy>(texts: string[], vacancies: V[]): V | undefined {
  return vacancies.find(({ id }) => texts.some((text) => holdsWords(foldWords(text), foldWords(id))));
}

/** The vacancy that the texts name: by its id ("waiter-lisbon"), or by its title when no other has it. */
export function named<V extends Vacancy>(texts: string[], vacancies: V[]): V | undefined {
  const said = texts.map(foldWords);
  const byId = namedById(texts, vacancies);
  if (byId !== undefined) return byId;
  const byTitle = vacancies.filter(({ title }) => said.some((text) => holdsWords(text, foldWords(title))));
  if (byTitle.length <= 1) return byTitle[0];
  const inCity = byTitle.filter(({ place }) => said.some((text) => holdsWords(text, foldWords(place.city))));
  return inCity.length === 1 ? inCity[0] : undefined;
}

/** The answer to a list of them: the line that was tapped, or words that fit one of them best. */
export function picked<V extends Vacancy>(texts: string[], shown: V[]): V | undefined {
  for (const text of texts.toReversed()) {
    // WhatsApp cuts long lines; three letters tell nothing.
    const line = foldWords(text);
    const exact = shown.find((vacancy) => foldWords(lineOf(vacancy)) === line);
    if (exact !== undefined) return exact;
    const alike = line.length < 4 ? [] : shown.filter((vacancy) => foldWords(lineOf(vacancy)).startsWith(line));
    if (alike.length === 1) return alike[0];
  }
  // "La de Madrid", "cocinera": the only one that it can be about.
  const [best, next] = rank(shown, {}, texts);
  return best !== undefined && best.score > (next?.score ?? 0) ? best.vacancy : undefined;
}

/** As it stands in a list that candidates choose from. */
export function lineOf({ title, place }: { title: string; place: { city: string } }): string {
  return title.includes(place.city) ? title : `${title} – ${place.city}`;
}

export interface Match<V> {
  vacancy: V;
  score: number;
  /** What speaks for it, as words of the vacancy and the profile. */
  reasons: string[];
}

/** Vacancies by how well they fit what is known and said; equal ones stay in the given order. */
export function rank<V extends Vacancy>(vacancies: V[], profile: Profile, texts: string[]): Match<V>[] {
  const said = new Set([...texts, ...(profile.roles ?? []), ...(profile.skills ?? [])].flatMap(stemsIn));
  return vacancies
    .map((vacancy) => {
      const titled = stemsIn(vacancy.title).filter((stem) => said.has(stem));
      const described = [...new Set(stemsIn(vacancy.description))].filter(
        (stem) => said.has(stem) && !titled.includes(stem),
      );
      const near = profile.city !== undefined && foldWords(profile.city) === foldWords(vacancy.place.city);
      const named = texts.some((text) => holdsWords(foldWords(text), foldWords(vacancy.place.city)));
      const reasons = [
        ...titled.map((stem) => wordOf(vacancy.title, stem)),
        ...(near || named ? [vacancy.place.city] : []),
        ...described.slice(0, 3).map((stem) => wordOf(vacancy.description, stem)),
      ];
      return { vacancy, score: 3 * titled.length + (near || named ? 2 : 0) + 0.5 * described.length, reasons };
    })
    .sort((a, b) => b.score - a.score);
}

/** The same vacancies by scores that something else gave; who has none has 0, equal ones keep their order. */
export function byScore<V extends Vacancy>(vacancies: V[], scores: ReadonlyMap<string, number>): V[] {
  return vacancies.toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
}

/** How near two embeddings are: 1 = the same direction, 0 = nothing in common. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, number, place) => sum + number * (b[place] ?? 0), 0);
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths === 0 ? 0 : product / lengths;
}

/** At most this many others are told to recruiters. */
const MOST_OTHERS = 2;

/** Vacancies that fit what somebody said about themselves, each with what speaks for it. */
export function fitting(vacancies: Vacancy[], profile: Profile): { title: string; reasons: string[] }[] {
  return rank(vacancies, profile, [])
    .filter(({ reasons }) => reasons.length > 0)
    .slice(0, MOST_OTHERS)
    .map(({ vacancy, reasons }) => ({ title: lineOf(vacancy), reasons }));
}

/** Shorter words say little about a job. */
const SHORTEST_WORD = 4;
function stemsIn(text: string): string[] {
  return stemsOf(fold(text), SHORTEST_WORD);
}

function wordOf(text: string, stem: string): string {
  return wordsOf(text).find((word) => foldWords(word).startsWith(stem)) ?? stem;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(({ length }) => length >= SHORTEST_WORD);
}

function holdsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

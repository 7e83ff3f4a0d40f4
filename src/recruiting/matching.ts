import type { Profile } from "./fields.ts";
import type { Vacancy } from "./vacancies.ts";

/** Which vacancy somebody means, and which ones fit. Code alone, so that it can be explained. */

/** The vacancy that the texts name: by its id ("waiter-lisbon"), or by its title when no other has it. */
export function named<V extends Vacancy>(texts: string[], vacancies: V[]): V | undefined {
  const said = texts.map(fold);
  const byId = vacancies.find(({ id }) => said.some((text) => holdsWords(text, fold(id))));
  if (byId !== undefined) return byId;
  const byTitle = vacancies.filter(({ title }) => said.some((text) => holdsWords(text, fold(title))));
  if (byTitle.length <= 1) return byTitle[0];
  const inCity = byTitle.filter(({ place }) => said.some((text) => holdsWords(text, fold(place.city))));
  return inCity.length === 1 ? inCity[0] : undefined;
}

/** The answer to a list of them: the line that was tapped. */
export function picked<V extends Vacancy>(texts: string[], shown: V[]): V | undefined {
  for (const text of texts.toReversed()) {
    // WhatsApp cuts long lines; three letters tell nothing.
    const line = fold(text);
    const alike = line.length < 4 ? [] : shown.filter((vacancy) => fold(lineOf(vacancy)).startsWith(line));
    if (alike.length === 1) return alike[0];
  }
  return undefined;
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
  const said = new Set([...texts, ...(profile.roles ?? []), ...(profile.skills ?? [])].flatMap(stemsOf));
  return vacancies
    .map((vacancy) => {
      const titled = stemsOf(vacancy.title).filter((stem) => said.has(stem));
      const described = [...new Set(stemsOf(vacancy.description))].filter(
        (stem) => said.has(stem) && !titled.includes(stem),
      );
      const near = profile.city !== undefined && fold(profile.city) === fold(vacancy.place.city);
      const named = texts.some((text) => holdsWords(fold(text), fold(vacancy.place.city)));
      const reasons = [
        ...titled.map((stem) => wordOf(vacancy.title, stem)),
        ...(near || named ? [vacancy.place.city] : []),
        ...described.slice(0, 3).map((stem) => wordOf(vacancy.description, stem)),
      ];
      return { vacancy, score: 3 * titled.length + (near || named ? 2 : 0) + 0.5 * described.length, reasons };
    })
    .sort((a, b) => b.score - a.score);
}

/** Shorter words say little about a job. */
const SHORTEST_WORD = 4;
/** Enough of a word to be the same in its other forms: "camarera", "camareros". */
const STEM = 5;

function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => fold(word).slice(0, STEM));
}

function wordOf(text: string, stem: string): string {
  return wordsOf(text).find((word) => fold(word).startsWith(stem)) ?? stem;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(({ length }) => length >= SHORTEST_WORD);
}

function holdsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

/** Small letters without accents; single blanks for everything between words. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

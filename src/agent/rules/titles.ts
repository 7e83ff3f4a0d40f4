import type { Table } from "./tables/table.ts";
import { isSlip, plainOf } from "./text.ts";

/** Job titles by the plain letters of each of their forms. */

const known = new Map<string, Map<string, string>>();
/** No title has more words. */
export const MOST_WORDS = 5;

/** The title with its accents, lower case and singular; undefined for other words. */
export function titleOf(plain: string, table: Table): string | undefined {
  return titlesOf(table).get(plain);
}

/** The title that was meant by a word that is almost one. */
export function closeTitle(plain: string, table: Table): string | undefined {
  for (const [title, role] of titlesOf(table)) if (isSlip(plain, title)) return role;
  return undefined;
}

function titlesOf(table: Table): Map<string, string> {
  let titles = known.get(table.language);
  if (titles === undefined) {
    const { titles: all, plurals } = table.roles;
    // Singulars last: a form that is both stands for itself.
    titles = new Map(all.flatMap((title) => plurals(title).map((plural) => [plainOf(plural), title] as const)));
    for (const title of all) titles.set(plainOf(title), title);
    known.set(table.language, titles);
  }
  return titles;
}

/** A pattern of every title, the longest first. */
export function roleSource(table: Table): string {
  return `(?:${[...titlesOf(table).keys()].sort((a, b) => b.length - a.length).join("|")})`;
}

/** Texts as they are compared: what differs only in case, accents or signs is the same. */

/** Small letters without accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The same with single blanks for everything between words. */
export function foldWords(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Enough of a word to be the same in its other forms: "camarera", "camareros". */
export const STEM = 5;

/** The beginnings of the words of a folded text that are long enough to tell something. */
export function stemsOf(folded: string, shortest: number): string[] {
  return (folded.match(/\p{L}+/gu) ?? []).filter(({ length }) => length >= shortest).map((word) => word.slice(0, STEM));
}

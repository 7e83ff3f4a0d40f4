/** Text as the patterns read it: small letters without accents, each with its place in the original, for the quote. */
export interface Plain {
  /** As it was sent. */
  text: string;
  plain: string;
  /** For each position of `plain`, and its end, the position in `text`. */
  at: readonly number[];
}

/** Stands for what must not be understood as said by the candidate about themselves. No pattern runs across it. */
export const masked = "␀";

export function readPlain(text: string): Plain {
  const parts: string[] = [];
  const at: number[] = [];
  let position = 0;
  for (const character of text) {
    for (const part of fold(character)) {
      parts.push(part);
      for (let i = 0; i < part.length; i++) at.push(position);
    }
    position += character.length;
  }
  at.push(text.length);
  return { text, plain: parts.join(""), at };
}

/** Lower case without accents; typographic apostrophes, dashes and blanks as the plain ones. */
export function plainOf(text: string): string {
  return readPlain(text).plain;
}

/** The original words of a stretch of `plain`, without blanks around them. */
export function quoteOf({ text, at }: Plain, start: number, end: number): string {
  return text.slice(at[start] ?? 0, at[end] ?? text.length).trim();
}

/** What is a letter in `plain`: all that words of our languages, and names from around them, could be part of. */
const letters = "a-z\\u00df-\\u00f6\\u00f8-\\u052f";

/**
 * A pattern for `plain`. In it \p{L} and \p{N} are only what may stand there: the thousand ranges of all scripts would cost
 * each of the thousand patterns half a millisecond to build, and as much again when it is first used.
 */
function plainPattern(source: string): RegExp {
  const cheap = source.replaceAll(/\[(?:\\.|[^\]\\])*\]|\\p\{[LN]\}/g, (part) => {
    const ranges = part.replaceAll("\\p{L}", letters).replaceAll("\\p{N}", "0-9");
    return part.startsWith("[") ? ranges : `[${ranges}]`;
  });
  return new RegExp(cheap, "gu");
}

/** A pattern for `plain` that finds whole words only. */
export function wholeWords(source: string): RegExp {
  return plainPattern(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`);
}

/** How "que" is written in a hurry. */
const hurried = "(?:que|q|k)";

/**
 * Whole words or phrases, written as in `plain`; an elided one such as "d'" ends with its apostrophe. Never keeps a
 * position: use it with `matchAll` and `search`.
 */
export function words(...alternatives: string[]): RegExp {
  return plainPattern(String.raw`(?<![\p{L}\p{N}])(?:${inAHurry(alternatives.join("|"))})(?:(?<=')|(?![\p{L}\p{N}]))`);
}

function inAHurry(pattern: string): string {
  return pattern.replaceAll(/(?<![\p{L}\\])que(?![\p{L}?'])/gu, hurried);
}

export function has(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

/** Whether a text is what the pattern means and nothing else. */
export function isWhole(text: string, pattern: RegExp): boolean {
  let anchored = wholes.get(pattern);
  if (anchored === undefined) {
    anchored = new RegExp(`^(?:${pattern.source})$`, "u");
    wholes.set(pattern, anchored);
  }
  return anchored.test(text);
}

const wholes = new WeakMap<RegExp, RegExp>();

/** Whether a match ends right before this place, with a blank between them at most. */
export function isBehind(text: string, pattern: RegExp, at: number): boolean {
  const start = Math.max(0, at - 40);
  const before = text.slice(start, at).trimEnd();
  return [...before.matchAll(pattern)].some(({ index, 0: found }) => index + found.length === before.length);
}

/** The same text with a stretch that nothing matches. */
export function mask(text: string, start: number, end: number): string {
  return text.slice(0, start) + masked.repeat(Math.max(0, end - start)) + text.slice(end);
}

/** Number words from nought on, by their value. */
export function counted(inOrder: string): Record<string, number> {
  return Object.fromEntries(inOrder.split(" ").map((word, value) => [word, value]));
}

export interface Span {
  start: number;
  end: number;
}

/** The stretches between separators that are not empty, without blanks around them. */
export function split(text: string, separators: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separators)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trim(text, span)).filter((span) => span.end > span.start);
}

export function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s\p{P}]/u.test(text[from] ?? "")) from++;
  while (to > from && /[\s,:;.!?¡¿-]/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

/** A slip of the pen: one letter too many, missing, changed or swapped with its neighbour, in a word long enough for it. */
export function isSlip(written: string, meant: string): boolean {
  const difference = meant.length - written.length;
  if (written.length < 5 || Math.abs(difference) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  const rest = (text: string, from: number) => text.slice(start + from);
  if (difference === 1) return rest(written, 0) === rest(meant, 1);
  if (difference === -1) return rest(written, 1) === rest(meant, 0);
  const swapped = written[start] === meant[start + 1] && written[start + 1] === meant[start];
  return rest(written, 1) === rest(meant, 1) || (swapped && rest(written, 2) === rest(meant, 2));
}

/** Sentences end here; a line is one. A point within a number or an address ends nothing. */
export const sentenceEnd = /[!?;\n␀]|\.(?=\s|$)/g;

const alike = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["´", "'"],
  ["`", "'"],
  ["–", "-"],
  ["—", "-"],
  ["ø", "o"],
  ["ł", "l"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
]);

/** What one character is in `plain`; nothing for a combining mark. */
function fold(character: string): string {
  const same = alike.get(character);
  if (same !== undefined) return same;
  if (character >= "!" && character <= "~") return character.toLowerCase();
  if (character === "\n") return character;
  if (character === masked || /\s/.test(character)) return " ";
  const small = character.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return alike.get(small) ?? small;
}

import { isSlip, masked } from "./text.ts";

/**
 * Concepts by their names. A concept is a list of alternatives, each a sequence of words as `wordsOf` gives them: `a/b`
 * is one of both, `stem*` has any ending, `~name` is another concept, `x?` may be absent, `!x` must not follow, `..` and
 * `...` are up to two and five words of the same clause (`....` runs across a "not", too), `^` and `$` its ends.
 * A concept that nobody names keeps its words from being taken for slips of others.
 */
export type Concepts = Record<string, string>;

/** A word or sign of a message, and where it stands. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** A message on its way through the concepts of a language. */
export interface Reading {
  words: readonly string[];
  /** Which words may be written with a slip. */
  slips: readonly boolean[];
  /** Where concepts end, by where they start. */
  known: Map<string, number[][]>;
}

/** What a list of alternatives or a part of it says. */
interface Phrase {
  /** The places where something that starts here can end. */
  ends: (reading: Reading, at: number) => number[];
  /** What its first word can begin with, if not with anything. */
  starts?: Set<string>;
  /** Needs no word of its own. */
  empty: boolean;
}

export interface Lexicon {
  phrase: (means: string) => Phrase;
  reading: (words: readonly string[]) => Reading;
}

const lexicons = new WeakMap<Concepts, Lexicon>();
const nowhere: number[] = [];
const nothing: Phrase = { ends: () => nowhere, starts: new Set(), empty: false };

export function lexiconOf(concepts: Concepts): Lexicon {
  let lexicon = lexicons.get(concepts);
  if (lexicon === undefined) {
    lexicon = newLexicon(concepts);
    lexicons.set(concepts, lexicon);
  }
  return lexicon;
}

function newLexicon(concepts: Concepts): Lexicon {
  const phrases = new Map<string, Phrase>();
  const listed = new Set(Object.values(concepts).flatMap((list) => list.split(/[\s,/?!*]+/).map(simple)));
  const phrase = (means: string): Phrase => {
    const found =
      phrases.get(means) ?? anyOf(means.split(",").map((one) => inOrder(one.trim().split(/\s+/).map(item))));
    phrases.set(means, found);
    return found;
  };
  const concept = (name: string): Phrase => {
    const means = concepts[name];
    return means === undefined ? nothing : remembered(name, phrase(means));
  };
  const item = (text: string): Phrase => {
    if (text === "^") return { ends: ({ words }, at) => (isEnd(words[at - 1]) ? [at] : nowhere), ...wordless };
    if (text === "$") return { ends: ({ words }, at) => (isEnd(words[at]) ? [at] : nowhere), ...wordless };
    if (text === "..") return upTo(2, [concept("not"), concept("remove")]);
    if (text === "...") return upTo(5, [concept("not"), concept("remove")]);
    if (text === "....") return upTo(6, []);
    if (text.startsWith("!")) {
      const { ends } = item(text.slice(1));
      return { ends: (reading, at) => (ends(reading, at).length > 0 ? nowhere : [at]), ...wordless };
    }
    if (text.length > 1 && text.endsWith("?")) {
      const inner = item(text.slice(0, -1));
      return { ...inner, ends: (reading, at) => [at, ...inner.ends(reading, at)], empty: true };
    }
    const parts = text.split("/");
    const isOther = (part: string) => part.startsWith("~") || (part === "$" && parts.length > 1);
    const plain = parts.filter((part) => !isOther(part));
    const others = parts.filter(isOther).map((part) => (part === "$" ? item(part) : concept(part.slice(1))));
    return anyOf(plain.length === 0 ? others : [oneOf(plain), ...others]);
  };
  const reading = (words: readonly string[]): Reading => ({
    words,
    slips: words.map((written) => written.length >= 4 && !listed.has(written)),
    known: new Map(),
  });
  return { phrase, reading };
}

const wordless = { starts: new Set<string>(), empty: true };

/** Found once for each place of a message. */
function remembered(name: string, { ends, starts, empty }: Phrase): Phrase {
  const find: Phrase["ends"] = (reading, at) => {
    if (!empty && starts !== undefined && !starts.has(letterAt(reading, at))) return nowhere;
    let known = reading.known.get(name);
    if (known === undefined) {
      known = [];
      reading.known.set(name, known);
    }
    const found = known[at] ?? ends(reading, at);
    known[at] = found;
    return found;
  };
  return starts === undefined ? { ends: find, empty } : { ends: find, starts, empty };
}

/** Tries only those alternatives that can begin as the word does. */
function anyOf(phrases: Phrase[]): Phrase {
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) return only;
  const always = phrases.filter(({ starts, empty }) => empty || starts === undefined);
  const letters = new Set(phrases.flatMap(({ starts }) => [...(starts ?? [])]));
  const by = new Map(
    [...letters].map((letter) => [
      letter,
      phrases.filter(({ starts, empty }) => empty || starts === undefined || starts.has(letter)),
    ]),
  );
  const ends: Phrase["ends"] = (reading, at) => {
    let found = nowhere;
    for (const one of by.get(letterAt(reading, at)) ?? always) found = joined(found, one.ends(reading, at));
    return found;
  };
  const empty = phrases.some((one) => one.empty);
  return phrases.some(({ starts }) => starts === undefined) ? { ends, empty } : { ends, starts: letters, empty };
}

function inOrder(phrases: Phrase[]): Phrase {
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) return only;
  const ends: Phrase["ends"] = (reading, start) => {
    let found = [start];
    for (const phrase of phrases) {
      let next = nowhere;
      for (const at of found) next = joined(next, phrase.ends(reading, at));
      if (next.length === 0) return nowhere;
      found = next;
    }
    return found;
  };
  const firm = phrases.findIndex((phrase) => !phrase.empty);
  const first = firm < 0 ? phrases : phrases.slice(0, firm + 1);
  const starts = new Set(first.flatMap((phrase) => [...(phrase.starts ?? [])]));
  return first.some((phrase) => phrase.starts === undefined)
    ? { ends, empty: firm < 0 }
    : { ends, starts, empty: firm < 0 };
}

function joined(some: number[], others: number[]): number[] {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...new Set([...some, ...others])];
}

/** Words between two concepts; what takes away, and a negation, belongs to what follows. */
function upTo(most: number, stops: Phrase[]): Phrase {
  const ends: Phrase["ends"] = (reading, start) => {
    const found = [start];
    for (let at = start; at < start + most && !isEnd(reading.words[at]); at++) {
      if (stops.some((stop) => stop.ends(reading, at).length > 0)) break;
      found.push(at + 1);
    }
    return found;
  };
  return { ends, empty: true };
}

/** Long words may be written with a slip that begins with the right letter and is no word of a wish by itself. */
function oneOf(texts: string[]): Phrase {
  const whole = new Set(texts.filter((text) => !text.endsWith("*")).map(simple));
  const stems = texts.filter((text) => text.endsWith("*")).flatMap((text) => stemsOf(text.slice(0, -1)));
  const long = [
    ...[...whole].map((meant) => ({ meant, isStem: false })),
    ...stems.map((meant) => ({ meant, isStem: true })),
  ].filter(({ meant }) => meant.length >= 5);
  const starts = new Set([...whole, ...stems].map((meant) => meant[0] ?? ""));
  const ends: Phrase["ends"] = ({ words, slips }, at) => {
    const written = words[at];
    if (written === undefined || !starts.has(written[0] ?? "")) return nowhere;
    const fits =
      whole.has(written) ||
      stems.some((stem) => written.startsWith(stem)) ||
      (slips[at] === true && long.some(({ meant, isStem }) => isMisspelt(written, meant, isStem)));
    return fits ? [at + 1] : nowhere;
  };
  return { ends, starts, empty: false };
}

/** A "c" sounds as what follows it. */
function stemsOf(text: string): string[] {
  const stem = simple(text);
  return stem.endsWith("c") ? [stem, `${stem.slice(0, -1)}k`] : [stem];
}

function isMisspelt(written: string, meant: string, isStem: boolean): boolean {
  if (written[0] !== meant[0]) return false;
  // Another ending is another form.
  if (!isStem) return written.at(-1) === meant.at(-1) && (isSlip(written, meant) || isShort(written, meant));
  return [-1, 0, 1].some((more) => isSlip(written.slice(0, meant.length + more), meant));
}

/** A letter is missing in a word that is too short for any other slip: "apga". */
function isShort(written: string, meant: string): boolean {
  return written.length === 4 && meant.length === 5 && isSlip(`${written}-`, `${meant}-`);
}

function letterAt({ words }: Reading, at: number): string {
  return words[at]?.[0] ?? "";
}

export function isEnd(word: string | undefined): boolean {
  return word === undefined || word === "," || word === "." || word === "?" || word === "\n";
}

/** The words of a text and the signs between them, elisions apart: "j'ai" is two words, "don't" is one. */
export function wordsOf(plain: string): Word[] {
  const apart = plain.replaceAll(masked, ".").replaceAll(/(?<![\p{L}'])(\p{L}|qu)'(?=\p{L})/gu, "$1 ");
  const found = apart.matchAll(/[\p{L}\p{N}](?:'*[\p{L}\p{N}])*|\n|[?!.,;:()]|-(?= )|\p{Extended_Pictographic}/gu);
  return [...found].map(({ 0: said, index }) => ({ word: wordOf(said), start: index, end: index + said.length }));
}

function wordOf(said: string): string {
  if (/[\p{L}\p{N}]/u.test(said)) return simple(said.replaceAll("'", ""));
  if (said === "\n" || said === "?") return said;
  return said === "!" || said === "." || said === ";" ? "." : ",";
}

/** As it sounds: letters said too often, umlauts in two letters, "k" for "qu" and most "c". */
function simple(word: string): string {
  return word
    .replaceAll(/(\p{L})\1{2,}/gu, "$1")
    .replaceAll(/qu|q|c(?=[^eiyh])/g, "k")
    .replaceAll(/([aou])e/g, "$1")
    .replace(/^k$/, "ke");
}

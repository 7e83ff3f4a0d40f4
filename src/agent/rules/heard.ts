import { type Language, languages } from "../../recruiting/language.ts";
import type { Turn } from "../turn.ts";
import type { Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";
import { has, isBehind, mask, type Plain, readPlain, type Span, sentenceEnd, split } from "./text.ts";

/** A message of the burst, prepared for the patterns. */
export interface Heard extends Plain {
  id: number;
  sentAt: string;
  /** The turn's language first, then every other one whose own frequent words stand in the message. */
  tables: Table[];
  /** What the candidate states about themselves: questions, other people and orders to the machine are masked. */
  open: string;
  /** `open` without what is denied. */
  said: string;
  /** Everything but orders to the machine. */
  calm: string;
  question: boolean;
  injection: boolean;
  refusal: boolean;
}

const everywhere = Object.values(tables);
const clauseEnd = /[!?:;,\n␀]|\.(?=\s|$)/g;

export function hear(turn: Pick<Turn, "language" | "messages">): Heard[] {
  return turn.messages.map(({ id, text, sentAt }) => {
    const read = readPlain(text);
    const spoken = tablesOf(read.plain, turn.language);
    const plain = { ...read, plain: withoutPoints(read.plain, spoken) };
    const calm = maskInjection(plain.plain);
    const stated = maskQuestions(calm.text, spoken);
    const open = maskOthers(stated.text, spoken);
    return {
      ...plain,
      id,
      sentAt,
      tables: spoken,
      open,
      said: maskDenied(open, spoken),
      calm: withoutCommas(calm.text, spoken),
      question: stated.found,
      injection: calm.found,
      refusal: spoken.some(({ speech }) => has(open, speech.refusal)),
    };
  });
}

function tablesOf(plain: string, first: Language): Table[] {
  const marks = (language: Language) => new Set(plain.match(tables[language].speech.marks));
  const known = marks(first);
  const joined = [first];
  const others = languages
    .filter((language) => language !== first)
    .map((language) => ({ language, said: marks(language) }))
    .sort((a, b) => b.said.size - a.said.size);
  for (const { language, said } of others) {
    // "que" is a mark of three languages: only a word that no better one explains brings in another table.
    if ([...said].every((word) => known.has(word))) continue;
    joined.push(language);
    for (const word of said) known.add(word);
  }
  return joined.map((language) => tables[language]);
}

/** Points that end no sentence, "1. Dezember", would cut one. */
function withoutPoints(text: string, spoken: Table[]): string {
  return spoken.reduce(
    (rest, { speech }) => rest.replaceAll(speech.pointed, (found) => found.replaceAll(".", " ")),
    text,
  );
}

/** Commas that grammar demands within what is one clause for the wishes: "alles, was ihr habt". */
function withoutCommas(text: string, spoken: Table[]): string {
  return spoken.reduce((rest, { speech }) => (speech.goesOn ? rest.replaceAll(speech.goesOn, " ") : rest), text);
}

/** From the first order to the machine on, nothing is about the candidate. Orders are known in every language. */
function maskInjection(text: string): { text: string; found: boolean } {
  const starts = everywhere.map(({ speech }) => text.search(speech.injection)).filter((start) => start >= 0);
  if (starts.length === 0) return { text, found: false };
  return { text: mask(text, Math.min(...starts), text.length), found: true };
}

/** The last clause before a question mark, and clauses that begin as a question does. */
function maskQuestions(text: string, spoken: Table[]): { text: string; found: boolean } {
  const asked: Span[] = [];
  for (const { start, end } of split(text, /[!;,\n␀¿]|\.(?=\s|$)|(?<=\?)/g)) {
    const clause = text.slice(start, end);
    if (spoken.some(({ speech }) => skip(clause, [speech.greeting, speech.thanks, speech.yes]) === clause.length))
      continue;
    // The trimmed span has lost its sign, which stands right behind it.
    const marked = /^[\s"').]{0,3}\?/.test(text.slice(end, end + 5)) || text.slice(0, start).trimEnd().endsWith("¿");
    const begins = spoken
      .map(({ speech }) => beginning(clause, speech.question, speech, marked))
      .filter((at) => at >= 0);
    if (marked || begins.length > 0) asked.push({ start: start + (begins.length > 0 ? Math.min(...begins) : 0), end });
  }
  return { text: asked.reduce((masking, { start, end }) => mask(masking, start, end), text), found: asked.length > 0 };
}

/** Where the question begins: anywhere before a question mark, else only at the start, after a greeting at most. */
function beginning(
  clause: string,
  question: RegExp,
  { greeting, filler, but }: Table["speech"],
  anywhere: boolean,
): number {
  const start = anywhere ? 0 : skip(clause, [greeting, filler, but]);
  const at = clause.slice(start).search(question);
  return at < 0 || (!anywhere && at > 0) ? -1 : start + at;
}

/** Where the words that say nothing end, at the start of a text. */
export function skip(text: string, patterns: RegExp[]): number {
  let start = 0;
  for (let round = 0; round < 6; round++) {
    const rest = text.slice(start);
    const lengths = patterns.map((pattern) => {
      const [first] = rest.matchAll(pattern);
      return first?.index === 0 ? first[0].length : 0;
    });
    const longest = Math.max(...lengths);
    if (longest === 0) return start;
    start += longest;
    start += /^[\s\p{P}]{0,20}/u.exec(text.slice(start))?.[0].length ?? 0;
  }
  return start;
}

/** From somebody else's mention to the end of the sentence, or until the speaker says "I" in a later clause. */
function maskOthers(text: string, spoken: Table[]): string {
  return spoken.reduce((whole, { speech }) => {
    let result = whole;
    for (const sentence of split(whole, sentenceEnd)) {
      let aboutOthers = false;
      for (const { start, end } of clauses(whole, sentence, speech.but)) {
        const clause = whole.slice(start, end);
        const mention = mentionOfOthers(clause, speech);
        const wholly: boolean = aboutOthers && !has(clause, speech.self);
        aboutOthers = mention !== undefined || wholly;
        if (aboutOthers) result = mask(result, wholly ? start : start + (mention ?? 0), end);
      }
    }
    return result;
  }, text);
}

/**
 * Where somebody else comes in: from the start of the clause ("a job for my brother"), or behind an "and". "I live with
 * my sister" is about the speaker all the same.
 */
function mentionOfOthers(clause: string, { others, besides, and }: Table["speech"]): number | undefined {
  for (const { index } of clause.matchAll(others)) {
    if (isBehind(clause, besides, index)) continue;
    return isBehind(clause, and, index) ? index : 0;
  }
  return undefined;
}

function maskDenied(text: string, spoken: Table[]): string {
  return spoken.reduce((whole, { speech }) => {
    let result = whole;
    for (const { start, end } of split(whole, clauseEnd)) {
      const clause = whole.slice(start, end);
      const allowed = [...clause.matchAll(speech.notNegation)];
      const denies = ({ index }: RegExpExecArray) =>
        !allowed.some((match) => index >= match.index && index < match.index + match[0].length);
      for (const match of [...clause.matchAll(speech.negationBehind)].filter(denies)) {
        if (match.index === 0 || match.index + match[0].length < clause.length) continue;
        const turns = [...clause.slice(0, match.index).matchAll(speech.but)].at(-1)?.index ?? 0;
        result = mask(result, start + turns, end);
      }
      for (const { index } of [...clause.matchAll(speech.negation)].filter(denies)) {
        const stop = clause.slice(index + 1).search(speech.but);
        result = mask(result, start + index, stop < 0 ? end : start + index + 1 + stop);
      }
    }
    return result;
  }, text);
}

/** A sentence cut at commas and at words that turn to somebody else. */
function clauses(text: string, { start, end }: Span, but: RegExp): Span[] {
  const sentence = text.slice(start, end);
  const cuts = [...sentence.matchAll(/,/g), ...sentence.matchAll(but)].map(({ index }) => index).sort((a, b) => a - b);
  return [0, ...cuts].map((cut, i) => ({ start: start + cut, end: start + (cuts[i] ?? sentence.length) }));
}

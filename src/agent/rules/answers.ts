import type { Question } from "../../recruiting/application.ts";
import { type Asked, type Found, likely } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { has, isSlip, masked, type Span, sentenceEnd, split } from "./text.ts";

/** What a message may answer by itself, and whether it says yes or no. */

/** Longer than this, nobody answers with a bare value. */
const LONGEST_ANSWER = 120;

/** Clauses without greetings, fillers and thanks around them. */
export function answersIn(heard: Heard): Span[] {
  const whole = split(heard.open, sentenceEnd).flatMap((sentence) =>
    split(heard.open.slice(sentence.start, sentence.end), /,\s|␀/g).map(({ start, end }) => ({
      start: start + sentence.start,
      end: end + sentence.start,
    })),
  );
  return whole
    .map((span) => stripped(heard, span))
    .filter(({ start, end }) => end > start && end - start <= LONGEST_ANSWER);
}

function stripped(heard: Heard, { start, end }: Span): Span {
  const speeches = heard.tables.map(({ speech }) => speech);
  const text = heard.open.slice(start, end);
  const lead = skip(
    text,
    speeches.flatMap(({ greeting, filler, thanks, correction }) => [greeting, filler, thanks, correction]),
  );
  const tail = speeches
    .flatMap(({ thanks, greeting }) => [thanks, greeting])
    .flatMap((pattern) =>
      [...text.slice(lead).matchAll(pattern)]
        .filter(({ index, 0: said }) => text.slice(lead + index + said.length).trim() === "")
        .map(({ index }) => lead + index),
    );
  const stop = Math.min(text.length, ...tail);
  return { start: start + lead, end: start + lead + text.slice(lead, stop).trimEnd().length };
}

const yesOrNo = new Set<Question | null>(["work_permit", "own_transport", "over_18", "confirm"]);

/** The last message that says yes or no decides; a change of what was read back is a no. */
export function agrees(burst: Heard[], asked: Question | null): boolean | null {
  if (!yesOrNo.has(asked)) return null;
  const answers = burst.flatMap((heard) =>
    heard.tables.map((table) => verdict(heard, table)?.yes).filter((one) => one !== undefined),
  );
  return answers.at(-1) ?? null;
}

/** A bare yes or no fills what was asked. */
export function flagOf(heard: Heard, table: Table, { question }: Asked): Found[] {
  if (question !== "work_permit" && question !== "own_transport" && question !== "over_18") return [];
  const said = verdict(heard, table);
  if (said === undefined) return [];
  return [{ field: question, value: said.yes, start: said.start, end: said.end, confidence: likely }];
}

const longWords = new WeakMap<RegExp, string[]>();

/** "Sin prbolema": the word of the pattern that was meant. */
function meantWord(written: string, pattern: RegExp): string | undefined {
  const known = longWords.get(pattern) ?? [...new Set(pattern.source.match(/\p{L}{6,20}/gu) ?? [])];
  longWords.set(pattern, known);
  return known.includes(written) ? undefined : known.find((word) => isSlip(written, word));
}

/** Yes or no at the start of a sentence, with its words. */
export function verdict(heard: Heard, { speech }: Table): (Span & { yes: boolean }) | undefined {
  for (const { start, end } of split(heard.open, sentenceEnd)) {
    const sentence = heard.open.slice(start, end);
    if (sentence.includes(masked)) continue;
    const lead = skip(sentence, [speech.greeting]);
    const text = sentence.slice(lead);
    for (const [pattern, yes] of [
      [speech.yesAnyway, true],
      [speech.noAnyway, false],
    ] as const) {
      const [found] = text.matchAll(pattern);
      if (found?.index === 0) return { yes, start: start + lead, end: start + lead + found[0].length };
    }
    const [no] = text.matchAll(speech.no);
    const [yes] = text.matchAll(speech.yes);
    if (no?.index === 0) return { yes: false, start: start + lead, end: start + lead + no[0].length };
    if (yes?.index === 0) {
      // "Yes, but it is Anna": what follows takes it back.
      const taken = has(text.slice(yes[0].length), speech.but) && has(text, speech.correction);
      return { yes: !taken, start: start + lead, end: start + lead + yes[0].length };
    }
    const mended = text.replaceAll(/\p{L}{6,20}/gu, (word) => meantWord(word, speech.yesAnyway) ?? word);
    const [slip] = mended === text ? [] : mended.matchAll(speech.yesAnyway);
    if (slip?.index === 0) return { yes: true, start, end };
  }
  return undefined;
}

import type { Intent } from "../turn.ts";
import { isEnd, type Lexicon, lexiconOf, type Reading, type Word, wordsOf } from "./phrases.ts";
import type { Table } from "./tables/table.ts";
import type { Span } from "./text.ts";

export const allWishes = ["stop", "human", "delete", "export", "why"] as const satisfies readonly Intent[];
export type Wish = (typeof allWishes)[number];

/** The concepts that wishes are put together from: see `Concepts`. */
export interface Wishes {
  wishes: Record<Concept, string> & Record<string, string>;
}

/** Those that the rules name, beside `back`: a "not" behind, where a language has it there. Others are a language's own. */
type Concept =
  /** Says nothing beside a wish: "please", "now". */
  | "so"
  /** Right before what is not wished. */
  | "deny"
  /** No words run across it: "not". */
  | "not"
  | "and"
  /** What we have of the candidate. */
  | "mine"
  /** Takes away; as a participle or behind what is taken away; what needs an object that was named before. */
  | "remove"
  | "removed"
  | "removeIt"
  /** Names what we have as loosely as "you storing this". */
  | "named"
  /** Whole wishes to be forgotten: "delete me", "do not keep", "right to be forgotten". */
  | "forget"
  | "show"
  | "shown"
  | "showIt"
  /** Whole wishes to know what we have: "what do you know about me". */
  | "held"
  | "access"
  /** What we have about something else than the candidate: "about", "on". */
  | "topic"
  | "why"
  /** What a why-word must refer to: asking, needing, deciding. */
  | "asking"
  /** May stand beside a why-word that is alone. */
  | "this"
  /** Who we are, what for, what happens with the data, who decides. */
  | "about"
  /** Asks how that can be, once a refusal was named. */
  | "howcome"
  | "refused"
  | "talk"
  | "person"
  | "talks"
  /** Whole wishes to be called, for a person or for help. */
  | "reach"
  | "distress"
  | "cease"
  | "contact"
  /** Whole wishes to hear no more. */
  | "silence"
  /** "Stop", and nothing else in the line. */
  | "halt"
  | "human"
  | "wipe"
  | "export";

interface Rule {
  wish: Wish;
  means: string;
  /** Said on condition that this stands somewhere in the message. */
  given?: string;
  /** Right before it, this takes it back. */
  unless?: "deny" | "cease";
}

const rules: Rule[] = [
  { wish: "delete", means: "~remove ... ~mine !~back, ~mine ... ~removed, ~forget", unless: "deny" },
  { wish: "delete", means: "~removeIt", given: "~mine, ~named", unless: "deny" },
  {
    wish: "export",
    means: "~show ... ~mine !~removed, ~show ~and ~remove ... ~mine, ~mine ... ~shown, ~held !~topic, ~access",
    unless: "deny",
  },
  { wish: "export", means: "~showIt", given: "~mine, ~named", unless: "deny" },
  { wish: "why", means: "~why .... ~asking, ~about", unless: "deny" },
  { wish: "why", means: "~howcome", given: "~refused" },
  { wish: "human", means: "~talk ... ~person, ~person ... ~talks, ~reach", unless: "deny" },
  { wish: "human", means: "~distress", unless: "cease" },
  { wish: "stop", means: "~cease .. ~contact", unless: "deny" },
  { wish: "stop", means: "~silence" },
];

/** What is a wish when nothing else stands in the line, or in the sentence. */
const alone: { wish: Wish; concept: Concept; beside: Concept; ends: string }[] = [
  { wish: "stop", concept: "halt", beside: "so", ends: "\n" },
  { wish: "delete", concept: "wipe", beside: "so", ends: "\n" },
  { wish: "export", concept: "export", beside: "so", ends: "\n" },
  { wish: "human", concept: "human", beside: "so", ends: "\n.?" },
  { wish: "why", concept: "why", beside: "this", ends: "\n.?" },
];

/** What the rules hear of wishes. */
export interface Hearing {
  said: Wish[];
  /** Taken back in so many words: "do not delete my data". */
  denied: Wish[];
}

/** In all languages that stand in a message. */
export function wishesIn(text: string, tables: Table[]): Hearing {
  const words = wordsOf(text).map(({ word }) => word);
  const heard = tables.map((table) => wishesBy(words, table));
  return {
    said: [...new Set(heard.flatMap(({ said }) => said))],
    denied: [...new Set(heard.flatMap(({ denied }) => denied))],
  };
}

/** Where a message asks for a person in so many words. */
export function humanIn(text: string, { speech: { wishes } }: Table): Span[] {
  const said = wordsOf(text);
  const found = finder(
    said.map(({ word }) => word),
    wishes,
  );
  const asked = rules.filter(({ wish, means }) => wish === "human" && means !== "~distress");
  return asked.flatMap(({ means, unless }) => found.spans(means, unless).said).map((span) => writtenAt(said, span));
}

function writtenAt(said: Word[], { start, end }: Span): Span {
  return { start: said[start]?.start ?? 0, end: said[end - 1]?.end ?? 0 };
}

function wishesBy(words: string[], { speech: { wishes } }: Table): Hearing {
  const { reading, lexicon, spans } = finder(words, wishes);
  const found = rules.map(({ wish, means, unless, given }) => {
    const { said, denied } = spans(means, unless);
    const isGiven = said.length > 0 && (given === undefined || spans(given).said.length > 0);
    return { wish, isSaid: isGiven && (wish !== "export" || !isWiped(said, spans)), isDenied: denied.length > 0 };
  });
  const lone = alone.filter((one) => isAlone(reading, lexicon, one));
  const behind: Wish[] = spans("~remove ... ~mine ~back").said.length > 0 ? ["delete"] : [];
  return {
    said: [...found.filter(({ isSaid }) => isSaid), ...lone].map(({ wish }) => wish),
    denied: [...found.filter(({ isDenied }) => isDenied).map(({ wish }) => wish), ...behind],
  };
}

/** "Delete what you know about me" asks for nothing else. */
function isWiped(shown: Span[], spans: Finder["spans"]): boolean {
  const wiped = spans("~remove ... ~mine", "deny").said;
  return shown.every((span) => wiped.some((other) => isWithin(span, other)));
}

interface Finder {
  reading: Reading;
  lexicon: Lexicon;
  /** In words. */
  spans: (means: string, unless?: Concept) => { said: Span[]; denied: Span[] };
}

function finder(words: string[], wishes: Wishes["wishes"]): Finder {
  const lexicon = lexiconOf(wishes);
  const reading = lexicon.reading(words);
  const spans: Finder["spans"] = (means, unless) => {
    const phrase = lexicon.phrase(means);
    const found = words.flatMap((_, start) => phrase.ends(reading, start).map((end) => ({ start, end })));
    const denied = new Set(
      unless === undefined ? [] : found.filter(({ start }) => isBehind(reading, lexicon, unless, start)),
    );
    return { said: found.filter((span) => !denied.has(span)), denied: [...denied] };
  };
  return { reading, lexicon, spans };
}

function isWithin({ start, end }: Span, other: Span): boolean {
  return start > other.start && end <= other.end;
}

function isBehind(reading: Reading, lexicon: Lexicon, concept: Concept, at: number): boolean {
  const { ends } = lexicon.phrase(`~${concept}`);
  return [1, 2, 3, 4, 5].some((before) => at >= before && ends(reading, at - before).includes(at));
}

/** Whether a line or sentence has one of these and nothing else but words that say nothing. */
function isAlone(reading: Reading, lexicon: Lexicon, { concept, beside, ends }: (typeof alone)[number]): boolean {
  const starts = [0, ...reading.words.flatMap((word, at) => (ends.includes(word) ? [at + 1] : []))];
  const [meant, filling] = [lexicon.phrase(`~${concept}`), lexicon.phrase(`~${beside}`)];
  return starts.some((start) => {
    let has = false;
    let at = start;
    while (at < reading.words.length && !ends.includes(reading.words[at] ?? "")) {
      const found = Math.max(0, ...meant.ends(reading, at));
      if (found > at) has = true;
      const next = Math.max(found, ...filling.ends(reading, at), isEnd(reading.words[at]) ? at + 1 : 0);
      if (next <= at) return false;
      at = next;
    }
    return has;
  });
}

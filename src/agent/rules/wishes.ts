import type { Intent } from "../turn.ts";
import type { Table } from "./tables/table.ts";
import { isSlip, masked } from "./text.ts";

type Wish = Extract<Intent, "stop" | "human" | "delete" | "export" | "why">;

/**
 * The words that wishes are put together from. A concept is a list of alternatives, each a sequence of words as
 * `wordsOf` gives them: `a/b` is one of both, `stem*` has any ending, `~name` is another concept, `x?` may be absent,
 * `!x` must not follow, `..` and `...` are up to two and five words of the same clause (`....` runs across a "not",
 * too), `^` and `$` its ends.
 */
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
  /** Whole wishes to be forgotten: "delete me", "do not keep", "right to be forgotten". */
  | "forget"
  | "show"
  | "shown"
  | "showIt"
  /** Whole wishes to know what we have: "what do you know about me". */
  | "held"
  | "access"
  | "why"
  /** What a why-word must refer to: asking, needing, deciding. */
  | "asking"
  /** May stand beside a why-word that is alone. */
  | "this"
  /** Who we are, what for, what happens with the data, who decides. */
  | "about"
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
  /** Said on condition that what we have was named somewhere in the message. */
  named?: true;
  /** Right before it, this takes it back. */
  unless?: "deny" | "cease";
}

const rules: Rule[] = [
  { wish: "delete", means: "~remove ... ~mine !~back, ~mine ... ~removed, ~forget", unless: "deny" },
  { wish: "delete", means: "~removeIt", named: true, unless: "deny" },
  {
    wish: "export",
    means: "~show ... ~mine !~removed, ~show ~and ~remove ... ~mine, ~mine ... ~shown, ~held, ~access",
    unless: "deny",
  },
  { wish: "export", means: "~showIt", named: true, unless: "deny" },
  { wish: "why", means: "~why .... ~asking, ~about", unless: "deny" },
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

/** The wishes that a message says, in all languages that stand in it. */
export function wishesIn(text: string, tables: Table[]): Wish[] {
  const read = wordsOf(text);
  return [...new Set(tables.flatMap((table) => wishesBy(read, table)))];
}

function wishesBy(read: string[], { speech: { wishes } }: Table): Wish[] {
  const reading: Reading = { words: read, known: new Map() };
  const lexicon = lexiconOf(wishes);
  const spansOf = (means: string, unless?: Concept): Span[] =>
    read.flatMap((_, start) =>
      unless !== undefined && isBehind(reading, lexicon(`~${unless}`), start)
        ? []
        : lexicon(means)(reading, start).map((end) => ({ start, end })),
    );
  const wiped = spansOf("~remove ... ~mine", "deny");
  const isNamed = spansOf("~mine").length > 0;
  const found = rules
    .filter(({ named }) => named === undefined || isNamed)
    .filter(({ wish, means, unless }) => {
      const spans = spansOf(means, unless);
      // "Delete what you know about me" asks for nothing else.
      const own = wish === "export" ? spans.filter((span) => !wiped.some((other) => isWithin(span, other))) : spans;
      return own.length > 0;
    })
    .map(({ wish }) => wish);
  return [...found, ...alone.filter((one) => isAlone(reading, lexicon, one)).map(({ wish }) => wish)];
}

interface Span {
  start: number;
  end: number;
}

function isWithin({ start, end }: Span, other: Span): boolean {
  return start > other.start && end <= other.end;
}

function isBehind(reading: Reading, step: Step, at: number): boolean {
  return [1, 2, 3, 4, 5].some((before) => at >= before && step(reading, at - before).includes(at));
}

/** Whether a line or sentence has one of these and nothing else but words that say nothing. */
function isAlone(reading: Reading, lexicon: Lexicon, { concept, beside, ends }: (typeof alone)[number]): boolean {
  const starts = [0, ...reading.words.flatMap((word, at) => (ends.includes(word) ? [at + 1] : []))];
  const [meant, filling] = [lexicon(`~${concept}`), lexicon(`~${beside}`)];
  return starts.some((start) => {
    let has = false;
    let at = start;
    while (at < reading.words.length && !ends.includes(reading.words[at] ?? "")) {
      const found = Math.max(0, ...meant(reading, at));
      if (found > at) has = true;
      const next = Math.max(found, ...filling(reading, at), isEnd(reading.words[at]) ? at + 1 : 0);
      if (next <= at) return false;
      at = next;
    }
    return has;
  });
}

/** A message on its way through the rules. */
interface Reading {
  words: string[];
  /** Where concepts end, by where they start. */
  known: Map<string, number[][]>;
}

/** The places where something that starts here can end. */
type Step = (reading: Reading, at: number) => number[];
type Lexicon = (means: string) => Step;

const lexicons = new WeakMap<Wishes["wishes"], Lexicon>();

function lexiconOf(wishes: Wishes["wishes"]): Lexicon {
  const known = lexicons.get(wishes);
  if (known !== undefined) return known;
  const steps = new Map<string, Step>();
  const listed = new Set(Object.values(wishes).flatMap((list) => list.split(/[\s,/?!*]+/).map(simple)));
  const lexicon = (means: string): Step => {
    const step = steps.get(means) ?? anyOf(means.split(",").map((one) => inOrder(one.trim().split(/\s+/).map(item))));
    steps.set(means, step);
    return step;
  };
  const concept =
    (name: string): Step =>
    (reading, at) => {
      const ends = reading.known.get(name) ?? [];
      reading.known.set(name, ends);
      const found = ends[at] ?? lexicon(wishes[name] ?? "")(reading, at);
      ends[at] = found;
      return found;
    };
  const item = (text: string): Step => {
    if (text === "^") return ({ words }, at) => (at === 0 || isEnd(words[at - 1]) ? [at] : []);
    if (text === "$") return ({ words }, at) => (isEnd(words[at]) ? [at] : []);
    if (text === "..") return upTo(2, concept);
    if (text === "...") return upTo(5, concept);
    if (text === "....") return upTo(6);
    if (text.startsWith("!")) {
      const step = item(text.slice(1));
      return (reading, at) => (step(reading, at).length > 0 ? nowhere : [at]);
    }
    if (text.length > 1 && text.endsWith("?")) {
      const step = item(text.slice(0, -1));
      return (reading, at) => [at, ...step(reading, at)];
    }
    return anyOf(text.split("/").map((one) => (one.startsWith("~") ? concept(one.slice(1)) : word(one, listed))));
  };
  lexicons.set(wishes, lexicon);
  return lexicon;
}

function anyOf(steps: Step[]): Step {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return only;
  return (reading, at) => {
    let ends = nowhere;
    for (const step of steps) ends = joined(ends, step(reading, at));
    return ends;
  };
}

function inOrder(steps: Step[]): Step {
  return (reading, start) => {
    let ends = [start];
    for (const step of steps) {
      let next = nowhere;
      for (const at of ends) next = joined(next, step(reading, at));
      if (next.length === 0) return nowhere;
      ends = next;
    }
    return ends;
  };
}

const nowhere: number[] = [];

function joined(some: number[], others: number[]): number[] {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...new Set([...some, ...others])];
}

/** Words between two concepts; what takes away, and a negation, belongs to what follows. */
function upTo(most: number, concept?: (name: string) => Step): Step {
  const stops = concept === undefined ? [] : [concept("not"), concept("remove")];
  return (reading, start) => {
    const ends = [start];
    for (let at = start; at < start + most && !isEnd(reading.words[at]); at++) {
      if (stops.some((stop) => stop(reading, at).length > 0)) break;
      ends.push(at + 1);
    }
    return ends;
  };
}

/** Long words may be written with a slip that begins with the right letter and is no word of a wish by itself. */
function word(text: string, listed: Set<string>): Step {
  const isStem = text.endsWith("*");
  const meant = simple(isStem ? text.slice(0, -1) : text);
  return ({ words }, at) => {
    const written = words[at];
    if (written === undefined || written[0] !== meant[0]) return nowhere;
    const fits = isStem ? written.startsWith(meant) : written === meant;
    return fits || (meant.length >= 5 && !listed.has(written) && isMisspelt(written, meant, isStem))
      ? [at + 1]
      : nowhere;
  };
}

function isMisspelt(written: string, meant: string, isStem: boolean): boolean {
  // Another ending is another form.
  if (!isStem) return written.at(-1) === meant.at(-1) && isSlip(written, meant);
  return [-1, 0, 1].some((more) => isSlip(written.slice(0, meant.length + more), meant));
}

function isEnd(word: string | undefined): boolean {
  return word === undefined || ",.?\n".includes(word);
}

/** The words of a text and the signs between them, elisions apart: "j'ai" is two words, "don't" is one. */
function wordsOf(plain: string): string[] {
  const apart = plain
    .replaceAll(masked, ".")
    .replaceAll(/(?<![\p{L}'])(\p{L}|qu)'(?=\p{L})/gu, "$1 ")
    .replaceAll("'", "");
  return [...apart.matchAll(/[\p{L}\p{N}]+|\n|[?!.,;:()]|-(?= )|\p{Extended_Pictographic}/gu)].map(({ 0: found }) => {
    if (/[\p{L}\p{N}]/u.test(found)) return simple(found);
    if (found === "\n" || found === "?") return found;
    return found === "!" || found === "." || found === ";" ? "." : ",";
  });
}

/** As it sounds: letters said too often, umlauts in two letters, "k" for "qu". */
function simple(word: string): string {
  return word
    .replaceAll(/(\p{L})\1{2,}/gu, "$1")
    .replaceAll(/qu|q|c(?=[aou])/g, "k")
    .replaceAll(/([aou])e/g, "$1")
    .replace(/^k$/, "ke");
}

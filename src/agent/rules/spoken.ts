import type { Find, Found } from "./found.ts";
import { likely, sure } from "./found.ts";
import type { Table } from "./tables/table.ts";
import { has, plainOf, type Span, sentenceEnd, split, trim } from "./text.ts";

/** The languages that somebody speaks, with the level if one is said. */

interface Skill {
  code: string;
  level: string | null;
}

/** Between two languages of a list, besides words. */
const signs = /[,/&+•\n]|\p{Extended_Pictographic}/gu;
const cefr = /(?<![\p{L}\p{N}])([abc][12])(?![\p{L}\p{N}])/u;
export const findSpoken: Find = (heard, table, { question }) => {
  const found: Found[] = [];
  const spoken: Skill[] = [];
  for (const sentence of split(heard.said, sentenceEnd)) {
    const text = heard.said.slice(sentence.start, sentence.end);
    const parts = items(text, table)
      .flatMap((span) => apart(text, span, table))
      .map((span) => ({ ...span, ...readPart(text.slice(span.start, span.end), table) }));
    const named = parts.filter(({ code }) => code !== undefined);
    const context = question === "languages" || has(text, table.speech.speaks);
    const leveled = named.filter(({ level }) => level !== undefined);
    const told = context ? named : leveled;
    const [first] = told;
    if (first === undefined) continue;
    const last = parts.findLast(({ code, level }) => code !== undefined || level !== undefined) ?? first;
    spoken.push(...skills(parts, new Set(told)));
    found.push({
      field: "languages",
      value: skillsLast(spoken),
      start: sentence.start + first.start,
      end: sentence.start + Math.max(last.end, first.end),
      confidence: context ? sure : likely,
    });
  }
  const [first] = found;
  const last = found.at(-1);
  return first === undefined || last === undefined ? [] : [{ ...last, start: first.start }];
};

/** What was said last of each language. */
function skillsLast(all: Skill[]): Skill[] {
  return all.filter(({ code }, at) => !all.slice(at + 1).some((later) => later.code === code));
}

/** ISO 639-1 code of a language as the table's language calls it, in plain letters. */
export function languageCode(name: string, table: Table): string | undefined {
  return table.speech.languageNames[name] ?? namesOf(table).get(name);
}

interface Part extends Span {
  code: string | undefined;
  /** null: said in words that are no level of the scale. */
  level: string | null | undefined;
  /** The level holds for the languages before, too. */
  shared: boolean;
}

function skills(parts: Part[], told: Set<Part>): Skill[] {
  const all: Skill[] = [];
  for (const part of parts) {
    if (part.code !== undefined && told.has(part)) {
      const same = all.findIndex(({ code }) => code === part.code);
      if (same >= 0) all.splice(same, 1);
      all.push({ code: part.code, level: part.level ?? null });
    }
    // "Spanish, native" and "Spanish and French, both native".
    if (part.level === undefined || (part.code !== undefined && !part.shared)) continue;
    for (const skill of part.shared ? all : all.slice(-1)) skill.level ??= part.level;
  }
  return all;
}

function items(text: string, { speech }: Table): Span[] {
  const cut = (spans: Span[], separator: RegExp) =>
    spans.flatMap(({ start, end }) =>
      split(text.slice(start, end), separator).map((span) => ({ start: start + span.start, end: start + span.end })),
    );
  return [speech.and, speech.also, speech.but].reduce(cut, split(text, signs));
}

/** "Inglés B1 español nativo": several languages without anything between them. */
function apart(text: string, { start, end }: Span, table: Table): Span[] {
  const names = [...text.slice(start, end).matchAll(/\p{L}{3,20}/gu)].filter(
    ([name]) => languageCode(name, table) !== undefined,
  );
  if (names.length < 2) return [{ start, end }];
  // Levels stand behind the names, or before them.
  const behind = names[0]?.index === 0;
  const cuts = behind
    ? names.slice(1).map(({ index }) => index)
    : names.slice(0, -1).map(({ index, 0: name }) => index + name.length);
  return [0, ...cuts].map((cut, i) => trim(text, { start: start + cut, end: start + (cuts[i] ?? end - start) }));
}

function readPart(text: string, table: Table): Omit<Part, keyof Span> {
  const names = [...text.matchAll(/\p{L}{3,20}/gu)].map(([name]) => languageCode(name, table));
  const exact = cefr.exec(text)?.[1];
  const word = table.speech.levels.find(([pattern]) => has(text, pattern));
  return {
    code: names.find((code) => code !== undefined),
    level: exact === undefined ? word?.[1] : exact.toUpperCase(),
    shared: has(text, table.speech.allLevels),
  };
}

const known = new Map<string, Map<string, string>>();

/** Intl knows what each language is called in each language; asked once. */
function namesOf({ locale }: Table): Map<string, string> {
  let names = known.get(locale);
  if (names === undefined) {
    const display = new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
    const letters = "abcdefghijklmnopqrstuvwxyz".split("");
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    names = new Map(
      codes.flatMap((code) => {
        const name = display.of(code);
        return name === undefined ? [] : [[plainOf(name), code] as const];
      }),
    );
    known.set(locale, names);
  }
  return names;
}

import { isField } from "../src/recruiting/fields.ts";
import { kindOf, questionIn, type Vacancy } from "../src/recruiting/vacancies.ts";
import { type Chance, createChance } from "./chance.ts";
import type { Persona } from "./format.ts";
import { speak, wordsOf } from "./phrases.ts";
import { plain } from "./score.ts";

/** How a persona writes: what it says to a question, in which words, in how many messages. */
export interface Voice {
  /** Says hello and that it wants the job, and what it says unasked. */
  opening: () => string[];
  /** undefined when it has nothing to say to that. */
  answer: (asks: string) => string[] | undefined;
  say: (text: string) => string[];
}

/** Letters of a word that a thumb may miss. */
const LONG_WORD = 6;
/** In these a swapped letter would say something else, and nobody could know what was meant. */
const exact = ["name", "first_name", "last_name", "email", "phone", "country", "city"];
const exactKinds = ["number", "date"];

export function createVoice(persona: Persona, vacancy: Vacancy | null): Voice {
  const { id, language, style, truth, phrases, volunteers, refuses } = persona;
  const chance = createChance(id);
  const words = wordsOf(language);
  const kept = new Set(Object.values(truth).flatMap(wordsIn));

  function phraseFor(key: string): string | undefined {
    const ways = byLength(phrases[key]);
    if (ways.length > 0) return style.terse ? ways[0] : chance.pick(ways);
    if (refuses.includes(key)) return words.refusal;
    if (key === "confirm") return words.confirm;
    if (key === "name") return nameIn(truth);
    const value = truth[key];
    return value === undefined ? undefined : speak(value, language, questionIn(vacancy, key));
  }

  function write(text: string, isExact: boolean): string[] {
    const written = style.typos && !isExact ? misspell(text, kept, chance) : text;
    return style.burst ? burst(written) : [written];
  }

  function isExact(key: string): boolean {
    const kind = questionIn(vacancy, key)?.type ?? (isField(key) ? kindOf(key) : undefined);
    return exact.includes(key) || (kind !== undefined && exactKinds.includes(kind));
  }

  function answer(key: string): string[] | undefined {
    const phrase = phraseFor(key);
    return phrase === undefined ? undefined : write(phrase, isExact(key));
  }

  function opening(): string[] {
    // The longest way to say it: "2 years" says nothing before somebody has asked.
    const unasked = volunteers.flatMap((key) => {
      const phrase = byLength(phrases[key]).at(-1) ?? phraseFor(key);
      return phrase === undefined ? [] : write(phrase, isExact(key));
    });
    if (style.burst) return [words.greeting, words.wish, ...unasked];
    return [[`${words.greeting}, ${words.wish}`, ...unasked].join(". ")];
  }

  return { opening, answer, say: (text) => write(text, false) };
}

function byLength(ways: string[] = []): string[] {
  return ways.toSorted((a, b) => a.length - b.length);
}

function nameIn({ first_name: first, last_name: last }: Persona["truth"]): string | undefined {
  const parts = [first, last].filter((part) => typeof part === "string");
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** Swaps two letters inside one long word that names nothing. */
function misspell(text: string, kept: Set<string>, { pick }: Chance): string {
  const candidates = [...text.matchAll(/\p{Ll}+/gu)].filter(
    ([word]) => word.length >= LONG_WORD && !kept.has(plain(word)),
  );
  const chosen = pick(candidates);
  if (chosen === undefined) return text;
  const at = chosen.index + 2;
  return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
}

function wordsIn(value: unknown): string[] {
  return plain(JSON.stringify(value)).match(/\p{L}+/gu) ?? [];
}

/** Where people press enter: behind a comma or the end of a sentence. */
function burst(text: string): string[] {
  return text.split(/(?<=[,.;!?])\s+/u).map((part) => part.replace(/[,;]$/, ""));
}

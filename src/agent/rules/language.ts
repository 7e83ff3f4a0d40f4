import { detectAll } from "tinyld/light";
import { type Language, languages } from "../../recruiting/language.ts";
import { languageCode } from "./spoken.ts";
import { tables } from "./tables/tables.ts";
import { plainOf, wholeWords } from "./text.ts";

/** More of a message does not tell more about its language. */
const ENOUGH = 600;
/** Texts that are looked at, newest first. */
const LATEST = 12;

/**
 * The language to answer in. The newest message that tells it clearly decides; a short one ("hola") only when none does;
 * "Madrid", "ok" and "2" tell nothing.
 */
export function languageOf(texts: string[], fallback: Language): Language {
  let hint: Language | undefined;
  for (const text of texts.slice(-LATEST).toReversed()) {
    const { language, clear } = verdict(text.slice(0, ENOUGH));
    if (clear) return language ?? fallback;
    hint ??= language;
  }
  return hint ?? fallback;
}

/** The language somebody asks us to speak, if it is one of ours. */
export function requestedLanguage(plain: string): Language | undefined {
  for (const table of Object.values(tables)) {
    for (const pattern of requests(table.language)) {
      for (const { groups } of plain.matchAll(pattern)) {
        const code = languageCode(groups?.["language"] ?? "", table);
        const ours = languages.find((language) => language === code);
        if (ours !== undefined) return ours;
      }
    }
  }
  return undefined;
}

function verdict(text: string): { language: Language | undefined; clear: boolean } {
  const plain = plainOf(text);
  const requested = requestedLanguage(plain);
  if (requested !== undefined) return { language: requested, clear: true };
  const counted = languages
    .map((language) => ({ language, marks: new Set(plain.match(tables[language].speech.marks)).size }))
    .sort((a, b) => b.marks - a.marks);
  const [first, second] = counted;
  const lead = (first?.marks ?? 0) - (second?.marks ?? 0);
  const length = plain.match(/\p{L}+/gu)?.length ?? 0;
  const [likely, next] = length < 4 ? [] : detectAll(text, { only: [...languages] });
  const detected = languages.find((language) => language === likely?.lang);
  const sure = (likely?.accuracy ?? 0) > 2 * (next?.accuracy ?? 0);
  if (lead >= 2) return { language: first?.language, clear: true };
  if (lead === 1) return { language: first?.language, clear: detected === first?.language && sure };
  // A tie of words is broken by the sound of them; neighbours may sound almost alike, which tells nothing.
  return { language: sure ? detected : undefined, clear: sure && length >= 6 };
}

const compiled = new Map<Language, RegExp[]>();

function requests(language: Language): RegExp[] {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const patterns = tables[language].speech.speakTo.map(compile);
  compiled.set(language, patterns);
  return patterns;
}

function compile(pattern: string): RegExp {
  const name = String.raw`(?<language>\p{L}{4,20})`;
  return wholeWords(pattern.replace("{language}", name));
}

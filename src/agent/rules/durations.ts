import type { Table } from "./tables/table.ts";
import { wholeWords } from "./text.ts";
import { roleSource } from "./titles.ts";

/** Lengths of time in words: "año y medio", "2 or 3 years", "18 months", "since 2019". */

const compiled = new Map<string, { bare: RegExp; experience: RegExp[] }>();

/** Patterns with a duration in the named groups that `yearsOf` reads. */
export function durationPatterns(table: Table): { bare: RegExp; experience: RegExp[] } {
  let patterns = compiled.get(table.language);
  if (patterns === undefined) {
    const source = durationSource(table);
    patterns = {
      bare: wholeWords(source),
      experience: table.speech.experience.map((pattern) =>
        wholeWords(
          pattern
            .replace("{d}", source)
            .replace("{y}", String.raw`(?<since>(?:19|20)\d{2})`)
            .replace("{n}", `(?<amount>${numberSource(table.speech.numbers)})`)
            .replace("{role}", () => roleSource(table)),
        ),
      ),
    };
    compiled.set(table.language, patterns);
  }
  return patterns;
}

export function yearsOf(
  groups: Record<string, string | undefined> | undefined,
  { speech }: Table,
  thisYear: number,
): number | undefined {
  if (groups === undefined) return undefined;
  const since = groups["since"];
  if (since !== undefined) return sinceYear(Number(since), thisYear);
  const phrase = groups["phrase"];
  if (phrase !== undefined) return speech.durations[phrase];
  const amount = numberOf(groups["low"] ?? groups["amount"] ?? "", speech.numbers);
  if (amount === undefined) return undefined;
  const half = groups["half"] === undefined && groups["halfAfter"] === undefined ? 0 : 0.5;
  const extra = numberOf(groups["extra"] ?? "", speech.numbers) ?? 0;
  const inMonths = groups["months"] !== undefined;
  const years = inMonths ? (amount + half) / 12 : amount + half + extra / 12;
  return years > 60 ? undefined : Math.round(years * 100) / 100;
}

function sinceYear(since: number, thisYear: number): number | undefined {
  const years = thisYear - since;
  return years < 0 || years > 60 ? undefined : years;
}

/** A number in digits or words. */
export function numberOf(text: string, numbers: Record<string, number>): number | undefined {
  if (text === "") return undefined;
  if (Object.hasOwn(numbers, text)) return numbers[text];
  const value = Number(text.replace(",", "."));
  return Number.isNaN(value) ? undefined : value;
}

function durationSource({ speech }: Table): string {
  const number = numberSource(speech.numbers);
  const half = `(?: ${speech.andAHalf})`;
  const extra = String.raw`(?:,?(?: \p{L}{1,3})? (?<extra>${number}) ?${speech.month})`;
  return [
    `(?:(?<phrase>${Object.keys(speech.durations).join("|")})`,
    `|(?:(?<low>${number}) ?(?:-|/|${speech.upTo}) ?)??(?<amount>${number})\\+?(?<half>${half})? ?`,
    `(?:(?:${speech.year})|(?<months>${speech.month}))(?<halfAfter>${half})?${extra}?)`,
  ].join("");
}

function numberSource(numbers: Record<string, number>): string {
  return [String.raw`\d{1,2}(?:[.,]\d{1,2})?`, ...Object.keys(numbers).sort((a, b) => b.length - a.length)].join("|");
}

import { type Find, type Found, fact, likely, sure, vague } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import { cityAt } from "./places.ts";
import { languageCode } from "./spoken.ts";
import type { Table } from "./tables/table.ts";
import { has, isBehind, isWhole, masked, quoteOf, type Span, sentenceEnd, split } from "./text.ts";
import { titleOf } from "./titles.ts";

/** What somebody learned: studies, and abilities that are named as such. Both are kept as they were said. */

const LONGEST_STUDIES = 80;
const MOST_WORDS = 6;
const word = /^ (\p{L}[\p{L}'-]{0,40})/u;

export const findEducation: Find = (heard, table, { question, answers }) => {
  const { degrees, lead, unfinished } = table.speech.studies;
  for (const { index, 0: found } of heard.said.matchAll(degrees)) {
    if (isBehind(heard.said, unfinished, index)) continue;
    return [fact("education", ...valueAt(heard, index, subjectEnd(heard, index + found.length, table)), sure)];
  }
  if (question !== "education" || heard.refusal || heard.question) return [];
  return answers.slice(0, 1).flatMap(({ start, end }) => {
    const answer = heard.said.slice(start, end);
    const from = start + skip(answer, [lead]);
    if (answer.includes(masked) || answer.length > LONGEST_STUDIES || end - from < 3) return [];
    return [fact("education", ...valueAt(heard, from, end), vague)];
  });
};

function valueAt(heard: Heard, start: number, end: number): [string, number, number] {
  return [quoteOf(heard, start, end), start, end];
}

/** "Grado medio | de cocina", "degree | in law": up to where the words of the subject end. */
function subjectEnd({ said }: Heard, from: number, table: Table): number {
  const { studies, and, of, notName, licences } = table.speech;
  const next = (at: number) => word.exec(said.slice(at, at + 42))?.[1];
  const ends = (at: number) => {
    const text = next(at);
    const rest = said.slice(at + 1, at + 60);
    return (
      text === undefined ||
      isWhole(text, notName) ||
      rest.search(licences) === 0 ||
      rest.search(studies.degrees) === 0 ||
      cityAt(said, at + 1, null)?.known === true
    );
  };
  const lead = next(from);
  if (lead === undefined || !isWhole(lead, studies.subject)) return from;
  let [at, end] = [from + lead.length + 1, from];
  for (let words = 0; words < MOST_WORDS; words++) {
    const joint = next(at);
    const joins = words > 0 && joint !== undefined && (isWhole(joint, and) || isWhole(joint, of));
    if (joins) at += joint.length + 1;
    if (ends(at)) break;
    at += (next(at)?.length ?? 0) + 1;
    end = at;
  }
  return end;
}

/** "Sé llevar bandeja y usar el TPV": what stands behind such words, or was asked for. */
export const findSkills: Find = (heard, table, { question, answers }) => {
  const { abilities } = table.speech;
  if (abilities === undefined) return [];
  const told = split(heard.said, sentenceEnd).flatMap(({ start, end }) =>
    [...heard.said.slice(start, end).matchAll(abilities.after)]
      .slice(0, 1)
      .map(({ index, 0: lead }) => ({ start: start + index + lead.length, end })),
  );
  const asked = question === "skills" && !heard.refusal && !heard.question && told.length === 0;
  const found = (asked ? answers : told).flatMap((span) => abilitiesIn(heard, span, table));
  const [first] = found;
  if (first === undefined) return [];
  const value = [...new Set(found.map(({ start, end }) => quoteOf(heard, start, end)))].slice(0, 20);
  return [fact("skills", value, first.start, found.at(-1)?.end ?? first.end, asked ? vague : likely)] satisfies Found[];
};

/** The items of a list, up to the first one that is none. */
function abilitiesIn({ said }: Heard, { start, end }: Span, table: Table): Span[] {
  const { abilities, and, livesIn, licences } = table.speech;
  if (abilities === undefined) return [];
  const items: Span[] = [];
  const text = said.slice(start, end);
  const commas = split(text, /,|\s\/\s/g);
  for (const part of commas.flatMap((one) => splitAt(text, one, and))) {
    const item = text.slice(part.start, part.end);
    const from = skip(item, [abilities.lead]);
    const stop = item.slice(from).search(abilities.end);
    const kept = (stop < 0 ? item.slice(from) : item.slice(from, from + stop)).trimEnd();
    const words = kept.split(" ");
    const isOther =
      [livesIn, licences, abilities.not].some((pattern) => has(kept, pattern)) ||
      words.some((one) => languageCode(one, table) !== undefined || /\d|␀/.test(one)) ||
      titleOf(kept, table) !== undefined;
    if (isOther || kept.length < 3 || words.length > MOST_WORDS) break;
    items.push({ start: start + part.start + from, end: start + part.start + from + kept.length });
    if (stop >= 0) break;
  }
  return items;
}

function splitAt(text: string, { start, end }: Span, separator: RegExp): Span[] {
  return split(text.slice(start, end), separator).map((span) => ({ start: start + span.start, end: start + span.end }));
}

import { durationPatterns, numberOf, yearsOf } from "./durations.ts";
import type { Find, Found } from "./found.ts";
import { likely, sure, vague } from "./found.ts";
import type { Table } from "./tables/table.ts";
import { has, type Span } from "./text.ts";

/** Years in the wanted role: only what is tied to work, or what answers our question. */
export const findExperience: Find = (heard, table, { question, answers, profile }) => {
  const { bare, experience } = durationPatterns(table);
  const { speech } = table;
  const thisYear = new Date(heard.sentAt).getUTCFullYear();
  for (const pattern of experience) {
    const found = [...heard.said.matchAll(pattern)].flatMap((match) => years(match, table, thisYear, sure));
    const last = found.at(-1);
    if (last !== undefined) return [last];
  }
  const [none] = heard.open.matchAll(speech.noExperience);
  if (none !== undefined) return [fact(0, none.index, none.index + none[0].length, sure)];
  const correcting =
    question === "confirm" || (profile.experience_years !== undefined && has(heard.plain, speech.correction));
  if (question !== "experience_years" && !correcting) return [];
  const lengths = [...heard.said.matchAll(bare)].filter(({ index }) => !isAge(heard.open, index, speech.age));
  const told = lengths.flatMap((match) => years(match, table, thisYear, correcting ? vague : likely));
  const [first] = told;
  if (first === undefined)
    return correcting && question !== "experience_years" ? [] : shortAnswer(heard.open, answers, table);
  return has(heard.plain, speech.correction) || correcting
    ? told.slice(-1)
    : [{ ...first, value: sum(told), end: told.at(-1)?.end ?? first.end }];
};

/** "Two years in a café and six months in a bar". */
function sum(told: Found[]): number {
  const total = told.reduce((all, { value }) => all + (typeof value === "number" ? value : 0), 0);
  return Math.min(60, Math.round(total * 100) / 100);
}

function years(match: RegExpExecArray, table: Table, thisYear: number, confidence: number): Found[] {
  const before = match.input.slice(Math.max(0, match.index - 16), match.index);
  const value =
    has(before, table.speech.lessThan) || money.test(before) ? undefined : yearsOf(match.groups, table, thisYear);
  return value === undefined ? [] : [fact(value, match.index, match.index + match[0].length, confidence)];
}

/** "$28 an hour" is no length of time, although "28 ans" is one. */
const money = /\p{Sc} ?$/u;

/** "3", "unos tres", "ninguna", "no". */
function shortAnswer(text: string, answers: Span[], table: Table): Found[] {
  for (const { start, end } of answers) {
    const answer = text.slice(start, end);
    const [none] = answer.matchAll(table.speech.none);
    const more = none === undefined ? "" : answer.slice(none[0].length).trimStart();
    // "Zero but I learn quick"
    if (none?.index === 0 && (answer.split(" ").length <= 4 || more.search(table.speech.but) === 0))
      return [fact(0, start, end, likely)];
    // "3 of electrical"
    const number =
      /^(?:\p{L}{2,14} ){0,2}(?<number>\p{L}{2,12}|\d{1,2}(?:[.,]\d{1,2})?)\+?(?: \p{L}{2,3} \p{L}{5,20})?$/u.exec(
        answer,
      )?.groups?.["number"];
    const value = numberOf(number ?? "", table.speech.numbers);
    if (value !== undefined && value <= 60) return [fact(value, start, end, likely)];
  }
  return [];
}

function isAge(text: string, index: number, age: RegExp): boolean {
  return [...text.matchAll(age)].some((match) => match.index <= index && index < match.index + match[0].length);
}

function fact(value: number, start: number, end: number, confidence: number): Found {
  return { field: "experience_years", value, start, end, confidence };
}

import { numberOf } from "./durations.ts";
import { type Find, type Found, fact, likely, sure } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { isWhole, quoteOf, type Span } from "./text.ts";

/** What a few words tell: licences, hours, shifts, and what is true or not. */

export const findLicences: Find = (heard, { speech }, { question, answers }) => {
  const matches = [...heard.said.matchAll(speech.licences)].map((match) => ({ match, ...licencesAt(heard, match) }));
  const values = matches.flatMap((match) => match.values);
  const [first] = matches;
  const last = matches.at(-1);
  if (first !== undefined && last !== undefined) {
    return [fact("licences", [...new Set(values)].slice(0, 20), first.match.index, last.end, sure)];
  }
  if (question !== "licences") return [];
  return answers.flatMap(({ start, end }) => {
    const answer = heard.said.slice(start, end);
    const kinds = answer
      .slice(skip(answer, [speech.licenceLead]))
      .split(/[\s,/+&]+/)
      .filter((word) => !isWhole(word, speech.and));
    return kinds.length > 0 && kinds.every((kind) => /^(?:am|a1|a2|be|[cd]1?e|c1|d1|[abcd])$/u.test(kind))
      ? [{ ...fact("licences", kinds.map(classOf), start, end), confidence: likely }]
      : [];
  });
};

/** "Carnet B y C": more classes may follow the first one. */
function licencesAt(heard: Heard, match: RegExpExecArray): { values: string[]; end: number } {
  let end = match.index + match[0].length;
  const group = match.slice(1).find((one) => one !== undefined);
  const written = quoteOf(heard, match.index, end);
  if (group === undefined)
    return { values: [written === written.toUpperCase() ? written : written.toLowerCase()], end };
  const values = [classOf(group)];
  for (;;) {
    const next =
      /^(?:[,/]\s?|\s?\+\s?|\s\p{L}{1,3}\s)(am|a1|a2|be|[cd]1?e|c1|d1|a(?!\s\p{L})|[bcd](?:\s?\+\s?e)?)(?![\p{L}\p{N}])/u.exec(
        heard.said.slice(end, end + 12),
      );
    if (next?.[1] === undefined) return { values, end };
    values.push(classOf(next[1]));
    end += next[0].length;
  }
}

function classOf(written: string): string {
  return written.replaceAll(/[\s+]/g, "").toUpperCase();
}

export const findHours: Find = (heard, { speech }, { question }) => {
  const asked = question === "hours";
  const kinds = speech.hours.flatMap(([value, clear, loose]) =>
    [...heard.said.matchAll(clear), ...(asked ? heard.said.matchAll(loose) : [])].map((match) => ({ match, value })),
  );
  const either = asked ? [...heard.open.matchAll(speech.either)][0] : undefined;
  const [first] = kinds;
  const last = kinds.at(-1);
  if (first === undefined || last === undefined) {
    return either === undefined
      ? []
      : [{ field: "hours", value: "either", ...spanOf(either, either), confidence: likely }];
  }
  const both = new Set(kinds.map(({ value }) => value)).size > 1;
  return [
    { field: "hours", value: both ? "either" : first.value, ...spanOf(first.match, last.match), confidence: sure },
  ];
};

export const findShifts: Find = (heard, { speech }, { question }) => {
  const asked = question === "shifts";
  const text = [speech.greeting, speech.thanks].reduce(blankOut, heard.said);
  const matches = speech.shifts.flatMap(([shift, clear, loose]) =>
    [...text.matchAll(clear), ...(asked ? text.matchAll(loose) : [])].slice(0, 1).map((match) => ({ match, shift })),
  );
  const sorted = matches.sort((a, b) => a.match.index - b.match.index);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first !== undefined && last !== undefined) {
    const value = sorted.map(({ shift }) => shift);
    return [{ field: "shifts", value, ...spanOf(first.match, last.match), confidence: asked ? likely : sure }];
  }
  const [any] = asked ? heard.open.matchAll(speech.anyShift) : [];
  return any === undefined
    ? []
    : [
        fact(
          "shifts",
          speech.shifts.map(([shift]) => shift),
          any.index,
          any.index + any[0].length,
        ),
      ];
};

const flags = ["work_permit", "own_transport", "over_18"] as const;

/** "Tengo coche" or "no tengo coche": the yes is looked for where nothing is denied. */
export const findFlags: Find = (heard, { speech }, { question, answers }) =>
  flags.flatMap((flag) => {
    const implied = question === flag ? speech.impliedFlags[flag] : undefined;
    const [yes] = [
      ...heard.said.matchAll(speech.flags[flag]),
      ...(implied === undefined ? [] : heard.said.matchAll(implied)),
    ];
    if (yes !== undefined) return [{ ...fact(flag, true, yes.index, yes.index + yes[0].length), confidence: sure }];
    const contrary = question === flag ? speech.impliedNotFlags?.[flag] : undefined;
    const [no] = [
      ...heard.open.matchAll(speech.notFlags[flag]),
      ...(contrary === undefined ? [] : heard.open.matchAll(contrary)),
    ];
    if (no !== undefined) return [{ ...fact(flag, false, no.index, no.index + no[0].length), confidence: sure }];
    return flag === "over_18" ? ageIn(heard, speech, question === flag ? answers : []) : [];
  });

function ageIn(heard: Heard, { age: pattern, numbers }: Table["speech"], answers: Span[]): Found[] {
  const told = [...heard.said.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    written: match.slice(1).find((group) => group !== undefined) ?? "",
  }));
  const bare = answers.map(({ start, end }) => ({ start, end, written: heard.said.slice(start, end) }));
  const thisYear = new Date(heard.sentAt).getUTCFullYear();
  for (const { start, end, written } of [...told, ...bare]) {
    const number = numberOf(written, numbers) ?? Number.NaN;
    const isYear = number > 1900;
    const age = isYear ? thisYear - number : number;
    // Born so many years ago, somebody may be a year younger.
    if (age >= 14 && age <= 90 && !(isYear && age === 18)) return [fact("over_18", age >= 18, start, end)];
  }
  return [];
}

function blankOut(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => "␀".repeat(found.length));
}

function spanOf(first: RegExpExecArray, last: RegExpExecArray): Span {
  const end = Math.max(first.index + first[0].length, last.index + last[0].length);
  return { start: Math.min(first.index, last.index), end };
}

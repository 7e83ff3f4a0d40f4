import { numberOf } from "./durations.ts";
import { type Find, type Found, fact, likely, sure } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { has, isBehind, quoteOf, type Span, split } from "./text.ts";

/** What a few words tell: licences, hours, shifts, and what is true or not. */

export const findLicences: Find = (heard, { speech }, { question, answers }) => {
  const clear = [...heard.said.matchAll(speech.licences)]
    .filter(({ index }) => speech.notYet === undefined || !isBehind(heard.said, speech.notYet, index))
    .map((match) => licencesAt(heard, match, speech));
  const asked = question === "licences" && !heard.refusal ? answers.flatMap((one) => bareIn(heard, one, speech)) : [];
  const told = [...clear, ...asked.filter(({ start }) => clear.every((one) => start < one.start || start >= one.end))];
  const sorted = told.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  if (first === undefined) return [];
  const value = [...new Set(sorted.flatMap(({ values }) => values))].slice(0, 20);
  const end = Math.max(...sorted.map((one) => one.end));
  return [{ ...fact("licences", value, first.start, end), confidence: clear.length > 0 ? sure : likely }];
};

interface Licences extends Span {
  values: string[];
}

/** "Carnet B y C, y el CAP": more classes and certificates may follow the first one. */
function licencesAt(heard: Heard, match: RegExpExecArray, { certificates }: Table["speech"]): Licences {
  let end = match.index + match[0].length;
  const group = match.slice(1).find((one) => one !== undefined);
  const values = [group === undefined ? writtenAt(heard, match.index, end) : classOf(group)];
  for (;;) {
    const rest = heard.said.slice(end, end + 60);
    const next =
      /^(?:[,/(]\s?|\s[+/(]\s?|\s?\+\s?|\s\p{L}{1,3}\s(?:\p{L}{1,3}\s)?)(am|a1|a2|be|ce|[cd]1e|de(?!\s\p{L})|c1|d1|a(?!\s\p{L})|[bcd](?:\s?\+\s?e)?)(?![\p{L}\p{N}])/u.exec(
        rest,
      );
    const joint = /^(?:,\s?|\s?\+\s?|\s)(?:\p{L}{1,3}\s){0,3}/u.exec(rest)?.[0].length ?? 0;
    const [named] = certificates === undefined || joint === 0 ? [] : rest.slice(joint).matchAll(certificates);
    if (next?.[1] !== undefined) {
      values.push(classOf(next[1]));
      end += next[0].length;
    } else if (named?.index === 0) {
      values.push(writtenAt(heard, end + joint, end + joint + named[0].length));
      end += joint + named[0].length;
    } else return { values, start: match.index, end };
  }
}

/** What only our question makes a licence: "b y c", "manipulador de alimentos". */
function bareIn(heard: Heard, answer: Span, speech: Table["speech"]): Licences[] {
  const { said } = heard;
  return split(said.slice(answer.start, answer.end), speech.and).flatMap((span) => {
    const item = said.slice(answer.start + span.start, answer.start + span.end);
    const from = answer.start + span.start + skip(item, [speech.licenceLead]);
    const end = answer.start + span.end;
    const kinds = said
      .slice(from, end)
      .replaceAll(/ ?\+ ?e(?!\p{L})/gu, "e")
      .split(/[\s,/+&]+/);
    if (kinds.every((kind) => /^(?:am|a[12]|b[1e]|[cd]1?e|c1|d1|[abcd])$/u.test(kind)))
      return [{ values: kinds.map(classOf), start: from, end }];
    const named = speech.certificates === undefined ? [] : said.slice(from, end).matchAll(speech.certificates);
    return [...named].map(({ index, 0: found }) => {
      const start = from + index;
      return { values: [writtenAt(heard, start, start + found.length)], start, end: start + found.length };
    });
  });
}

function writtenAt(heard: Heard, start: number, end: number): string {
  const written = quoteOf(heard, start, end);
  // "CAP" is a name, "Carnet de conducir" is not.
  return written === written.toUpperCase() ? written : written.toLowerCase();
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
  const all = speech.shifts.flatMap(([shift, clear, loose]) => [
    ...[...text.matchAll(clear)].map((match) => ({ match, shift, isClear: true })),
    ...[...text.matchAll(loose)].map((match) => ({ match, shift, isClear: asked })),
  ]);
  const meant = all
    .filter(({ match }) => !isOtherTime(heard, match, speech))
    .sort((a, b) => a.match.index - b.match.index);
  const sorted = meant
    // "De tarde o noche": the second one needs no more words.
    .filter(
      ({ match, isClear }) =>
        isClear ||
        meant.some(
          (one) => one.isClear && /^[ ,/]{1,2}(?:\p{L}{1,3} ){0,3}$/u.test(text.slice(endOf(one.match), match.index)),
        ),
    )
    .filter(({ shift }, at, list) => list.findIndex((one) => one.shift === shift) === at);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first !== undefined && last !== undefined) {
    const value = sorted.map(({ shift }) => shift);
    const isRest = asked && speech.except !== undefined && isBehind(text, speech.except, first.match.index);
    const rest = speech.shifts.map(([shift]) => shift).filter((shift) => !value.includes(shift));
    if (isRest && rest.length > 0) return [fact("shifts", rest, 0, endOf(last.match))];
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

/** "Estudio por las mañanas", "los domingos no puedo". */
function isOtherTime(
  { plain }: Heard,
  match: RegExpExecArray,
  { notShift, notShiftBehind, but }: Table["speech"],
): boolean {
  if (notShift === undefined || notShiftBehind === undefined) return false;
  const before = plain.slice(0, match.index);
  const cut = Math.max(...[".", ",", ";", "!", "?", "\n"].map((sign) => before.lastIndexOf(sign)));
  const turn = [...before.matchAll(but)].at(-1)?.index ?? 0;
  const behind = plain.slice(endOf(match), endOf(match) + 30);
  return has(plain.slice(Math.max(cut + 1, turn), endOf(match)), notShift) || behind.search(notShiftBehind) === 0;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

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
  const bare = answers.map(({ start, end }) => ({
    start,
    end,
    written: heard.said.slice(start, end).replace(/ \p{L}{2,8}$/u, ""),
  }));
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

import type { ParsedResult } from "chrono-node";
import { numberOf } from "./durations.ts";
import type { Find, Found } from "./found.ts";
import { likely, sure } from "./found.ts";
import type { Table } from "./tables/table.ts";
import { has, type Span, sentenceEnd, split } from "./text.ts";

/** From which day somebody can work: chrono reads dates, the table what chrono lacks or reads otherwise. */

interface Dated extends Span {
  day: Day;
}

/** A calendar day, counted in days since 1970. */
type Day = number;
const DAY_MS = 86_400_000;

export const findAvailability: Find = (heard, table, { question, timeZone, answers, profile }) => {
  const { speech } = table;
  const today = dayOf(heard.sentAt, timeZone);
  const asked = question === "available_from";
  const correcting =
    profile.available_from !== undefined && (question === "confirm" || has(heard.plain, speech.correction));
  // Points end sentences, but those in "1.12." do not.
  for (const sentence of split(heard.said, sentenceEnd).toReversed()) {
    const text = heard.said.slice(sentence.start, sentence.end);
    const available = text.search(speech.available);
    if (available < 0 && !asked && !correcting) continue;
    const short =
      asked && answers.some(({ start, end }) => start <= sentence.end && end >= sentence.start && end - start < 60);
    const dates = datesIn(text, table, today, available >= 0 || short, short).filter(
      (date) => !isEnd(text, date, speech),
    );
    const chosen = dates.find(({ start }) => start >= available) ?? dates.at(-1);
    if (chosen === undefined) continue;
    const start = available >= 0 ? Math.min(available, chosen.start) : chosen.start;
    const far = chosen.end - start > 160;
    const span = { start: sentence.start + (far ? chosen.start : start), end: sentence.start + chosen.end };
    return [
      { field: "available_from", value: isoOf(chosen.day), ...span, confidence: available >= 0 ? sure : likely },
    ] satisfies Found[];
  }
  return [];
};

/** In the order of the text. `about`: it speaks of being available, so "ya" means a day. `short`: and of nothing else. */
function datesIn(text: string, table: Table, today: Day, about: boolean, short: boolean): Dated[] {
  const { speech } = table;
  const own: Dated[] = [];
  const add = (pattern: RegExp, day: (match: RegExpExecArray) => Day) => {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (own.every(({ start, end }) => span.end <= start || span.start >= end)) own.push({ ...span, day: day(match) });
    }
  };
  for (const [pattern, days] of speech.days) add(pattern, () => today + days);
  if (speech.ahead !== undefined) add(speech.ahead, (match) => dayAhead(match, today, speech.numbers));
  add(speech.nextWeek, () => mondayAfter(today));
  add(speech.nextMonth, () => monthStart(today, 1));
  add(speech.endOfMonth, () => monthStart(today, 1) - 1);
  const parsed = chronoDates(text, table, today, short);
  for (const week of own.filter(({ day }) => day === mondayAfter(today))) narrowToWeekday(week, parsed, text);
  const read = [...own, ...parsed.filter(apartFrom(own))];
  for (const pattern of speech.calendar?.dates ?? []) add(pattern, (match) => dayIn(match, text, table, today));
  const months = [...read, ...own].filter(({ start, end }) => !/\d/.test(text.slice(start, end)));
  add(speech.dayOfMonth, (match) => {
    const day = Number(match[1]);
    const after = text.slice(match.index + match[0].length).trimStart();
    const ofNextMonth = after.slice(0, 30).search(speech.nextMonth);
    // "el 25 del mes que viene"
    if (ofNextMonth >= 0 && ofNextMonth < 5) return monthStart(today, 1) + day - 1;
    // "em março, no dia 12", "next month, the 12th"
    const month = months.find(({ end }) => /^,? (?:\p{L}{2,3} )?$/u.test(text.slice(end, match.index)));
    return month === undefined || !isFirst(month.day) ? nextDayOfMonth(today, day) : narrow(month, match, day);
  });
  const all = [...read, ...own.filter(apartFrom(read))].filter(({ day }) => day >= today);
  if (all.length === 0 && about) {
    const [match] = text.matchAll(speech.now);
    if (match !== undefined) return [{ start: match.index, end: match.index + match[0].length, day: today }];
  }
  return all.sort((a, b) => a.start - b.start);
}

/** The month stands for this day of it from now on. */
function narrow(month: Dated, { index, 0: found }: RegExpExecArray, day: number): Day {
  month.day += day - 1;
  month.end = index + found.length;
  return month.day;
}

/** "Wednesday next week", "nächste Woche am Mittwoch". */
function narrowToWeekday(week: Dated, parsed: Dated[], text: string): void {
  const between = (from: number, to: number) => from <= to && /^,? ?(?:\p{L}{1,3} )?$/u.test(text.slice(from, to));
  const found = parsed.find(
    ({ start, end }) => !/\d/.test(text.slice(start, end)) && (between(week.end, start) || between(end, week.start)),
  );
  if (found === undefined) return;
  week.day += (found.day - mondayAfter(0)) % 7;
  week.start = Math.min(week.start, found.start);
  week.end = Math.max(week.end, found.end);
}

function isFirst(day: Day): boolean {
  return new Date(day * DAY_MS).getUTCDate() === 1;
}

function apartFrom(others: Dated[]) {
  return ({ start, end }: Span) => others.every((other) => end <= other.start || start >= other.end);
}

/** "Daqui a 3 semanas". */
function dayAhead({ groups = {} }: RegExpExecArray, today: Day, numbers: Record<string, number>): Day {
  const amount = numberOf(groups["amount"] ?? "", numbers) ?? Number.NaN;
  if (groups["months"] === undefined) return today + Math.round(amount * (groups["weeks"] === undefined ? 1 : 7));
  const date = new Date(today * DAY_MS);
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1 + amount, date.getUTCDate());
}

/** "1. Dezember", "ab Januar": the next one, or of the year that is said. */
function dayIn({ index, groups = {} }: RegExpExecArray, text: string, { speech }: Table, today: Day): Day {
  const named = groups["month"] ?? "";
  const month = speech.calendar?.months[named] ?? Number(named);
  const day = groups["day"];
  if (!(month >= 1 && month <= 12)) return -1;
  const dayOfYear = (year: number) =>
    day === undefined
      ? monthDay(year, month, text.slice(Math.max(0, index - 24), index), speech)
      : dayNumber(year, month, Number(day));
  if (groups["year"] !== undefined) return dayOfYear(Number(groups["year"]));
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  const [next] = [thisYear, thisYear + 1].map(dayOfYear).filter((found) => found >= today);
  return next ?? -1;
}

function chronoDates(text: string, table: Table, today: Day, short: boolean): Dated[] {
  const reference = { instant: new Date(today * DAY_MS + DAY_MS / 2), timezone: 0 };
  const blank = (found: string) => " ".repeat(found.length);
  const readable = text.replaceAll(table.speech.beforeDate, blank).replaceAll(table.speech.now, blank);
  return table.speech.parse(readable, reference, { forwardDate: true }).flatMap((result) => {
    const day = dayMeant(result, text, table, today, short);
    if (day === undefined || day > today + 3 * 366) return [];
    return [{ start: result.index, end: result.index + result.text.length, day }];
  });
}

/** undefined: only a time of day, or a length of time such as "3 years". */
function dayMeant(
  { start, index, text: found }: ParsedResult,
  text: string,
  { speech }: Table,
  today: Day,
  short: boolean,
): Day | undefined {
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return undefined;
  const [named, onDay] = [start.isCertain("month"), start.isCertain("day")];
  const weekday = start.isCertain("weekday") && !onDay;
  if (!named && !onDay && !weekday) return undefined;
  // "3 months" is how long somebody worked, unless it is the whole answer or the time of notice.
  if (!short && !has(text, speech.notice) && new RegExp(`^${length(speech)}$`, "u").test(found)) return undefined;
  const exact = dayNumber(year, month, day);
  // "lunes 30"; chrono may have taken the number for an hour.
  const name = /^[\p{L}-]{3,20}\.?(?=,? \d{1,2}$)/u.exec(found)?.[0] ?? found;
  const [counted] = weekday ? text.slice(index + name.length).matchAll(speech.dayBehind) : [];
  if (counted?.index === 0) return nextDayOfMonth(today, Number(counted[1]), start.get("weekday") ?? undefined);
  if (weekday) return exact === today && !has(found, speech.this) ? exact + 7 : exact;
  if (onDay || !/^\p{L}+\.? {0,2}(?: \d{4})?$/u.test(found.replaceAll(speech.of, ""))) return exact;
  return monthDay(year, month, text.slice(Math.max(0, index - 24), index), speech);
}

/** The day of a month without a number: "the first of March", "mid March", "March". */
function monthDay(
  year: number,
  month: number,
  before: string,
  { numbers, ordinals, of, middleOf, endOf }: Table["speech"],
): Day {
  const spelled = /\p{L}{2,12}$/u.exec(before.replaceAll(of, "").trimEnd())?.[0] ?? "";
  const inWords = Object.hasOwn(ordinals, spelled) ? ordinals[spelled] : numberOf(spelled, numbers);
  if (inWords !== undefined && inWords > 0) return dayNumber(year, month, inWords);
  if (has(before, middleOf)) return dayNumber(year, month, 15);
  return has(before, endOf) ? dayNumber(year, month + 1, 1) - 1 : dayNumber(year, month, 1);
}

/** A number and a unit, nothing else. */
function length({ units, couple }: Table["speech"]): string {
  return String.raw`(?:\d{1,2}|\p{L}{1,10}|${couple})\s?(?:${units})`;
}

/** "until the 15th": the day is over for something else. */
function isEnd(text: string, { start }: Span, { until, notNegation }: Table["speech"]): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  // "not until the 15th" is a beginning.
  return has(before, until) && !has(text.slice(Math.max(0, start - 36), start), notNegation);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day that it was for the candidate. */
function dayOf(at: string, timeZone: string): Day {
  // A calendar takes longer to make than a message to read.
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  calendars.set(timeZone, calendar);
  return Date.parse(`${calendar.format(new Date(at))}T00:00:00Z`) / DAY_MS;
}

function dayNumber(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function isoOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function mondayAfter(today: Day): Day {
  const weekday = new Date(today * DAY_MS).getUTCDay();
  return today + ((8 - weekday) % 7 || 7);
}

function monthStart(today: Day, ahead: number): Day {
  const date = new Date(today * DAY_MS);
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1 + ahead, 1);
}

/** "the 15th": of this month, or of the next one that is not over; "Monday the 15th": of one where it is a Monday. */
function nextDayOfMonth(today: Day, day: number, weekday?: number): Day {
  if (day < 1 || day > 31) return -1;
  const found = [0, 1, 2].flatMap((ahead) => {
    const date = monthStart(today, ahead) + day - 1;
    return date >= today && date < monthStart(today, ahead + 1) ? [date] : [];
  });
  return found.find((date) => new Date(date * DAY_MS).getUTCDay() === weekday) ?? found[0] ?? -1;
}

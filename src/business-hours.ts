/** When people of the team read and answer. */

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof days)[number];

const names: readonly string[] = days;

interface Range {
  day: Day;
  /** Minutes since midnight. */
  from: number;
  to: number;
}
export type BusinessHours = readonly Range[];

const rangePattern = /^([a-z]{3})(?:-([a-z]{3}))? (\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** Reads "mon-fri 09:00-18:00, sat 10:00-14:00". undefined = it cannot be read. */
export function readBusinessHours(text: string): BusinessHours | undefined {
  const ranges: Range[] = [];
  for (const part of text.toLowerCase().split(",")) {
    const [, first = "", last = first, ...times] = rangePattern.exec(part.trim()) ?? [];
    const [start, end] = [names.indexOf(first), names.indexOf(last)];
    const [fromHour = 99, fromMinute = 99, toHour = 99, toMinute = 99] = times.map(Number);
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    if (start < 0 || end < start || fromMinute > 59 || toMinute > 59 || to > 24 * 60 || from >= to) return undefined;
    ranges.push(...days.slice(start, end + 1).map((day) => ({ day, from, to })));
  }
  return ranges;
}

/** When the team is back: null = it is there now. `time` is HH:MM in the same zone. */
export function backAt(hours: BusinessHours, now: Date, timeZone: string): { day: Day; time: string } | null {
  const { day, minute } = localTime(now, timeZone);
  if (hours.some((range) => range.day === day && range.from <= minute && minute < range.to)) return null;
  const today = days.indexOf(day);
  const opening = hours
    .map(({ day: other, from }) => {
      const ahead = (days.indexOf(other) - today + 7) % 7;
      const isPast = ahead === 0 && from <= minute;
      return { day: other, from, wait: (isPast ? 7 : ahead) * 24 * 60 + from };
    })
    .sort((a, b) => a.wait - b.wait)[0];
  return opening === undefined ? null : { day: opening.day, time: clock(opening.from) };
}

/** A weekday as it is called in a language. */
export function dayName(day: Day, locale: string): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + days.indexOf(day)));
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(date);
}

function localTime(now: Date, timeZone: string): { day: Day; minute: number } {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = days.find((name) => name === part("weekday").toLowerCase()) ?? "mon";
  return { day, minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

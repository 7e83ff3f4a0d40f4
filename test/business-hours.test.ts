import { expect, test } from "vitest";
import { backAt, dayName, readBusinessHours } from "../src/business-hours.ts";

const hours = readBusinessHours("mon-fri 09:00-13:00, mon-thu 15:00-18:00, sat 10:00-14:00") ?? [];

test.each([
  ["2026-11-20T09:00:00+01:00", null], // a Friday
  ["2026-11-20T12:59:00+01:00", null],
  ["2026-11-20T08:59:00+01:00", { day: "fri", time: "09:00" }],
  ["2026-11-20T13:00:00+01:00", { day: "sat", time: "10:00" }],
  ["2026-11-19T14:00:00+01:00", { day: "thu", time: "15:00" }],
  ["2026-11-21T14:00:00+01:00", { day: "mon", time: "09:00" }],
  ["2026-11-23T00:30:00+01:00", { day: "mon", time: "09:00" }], // still Sunday in UTC
])("at %s the team is back at %j", (now, expected) => {
  expect(backAt(hours, new Date(now), "Europe/Madrid")).toEqual(expected);
});

test("a team that works on one morning a week is back in a week", () => {
  const once = readBusinessHours("sun 08:00-09:00") ?? [];
  expect(backAt(once, new Date("2026-11-22T10:00:00Z"), "UTC")).toEqual({ day: "sun", time: "08:00" });
});

test.each([
  "",
  "mon",
  "mon 9:00-18:00",
  "fri-mon 09:00-18:00",
  "mon 18:00-09:00",
  "mon 09:00-24:01",
  "lun 09:00-10:00",
  "mon 09:60-10:00",
])("%j cannot be read", (text) => {
  expect(readBusinessHours(text)).toBeUndefined();
});

test("a day has its name in each language", () => {
  expect([dayName("mon", "es"), dayName("sun", "de")]).toEqual(["lunes", "Sonntag"]);
});

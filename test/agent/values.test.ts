import { describe, expect, test } from "vitest";
import { readValue } from "../../src/agent/prompts/values.ts";
import { type Field, fields } from "../../src/recruiting/fields.ts";

const readable: [Field, string, unknown][] = [
  ["first_name", " Ana María ", "Ana María"],
  ["last_name", "O'Neill-García", "O'Neill-García"],
  ["email", "ana@example.org ", "ana@example.org"],
  ["phone", "+34 600 11-12-22", "+34600111222"],
  ["city", "Sevilla", "Sevilla"],
  ["country", "es", "ES"],
  ["roles", "camarera", ["camarera"]],
  ["roles", " camarera ;; mozo de almacén;", ["camarera", "mozo de almacén"]],
  ["experience_years", "3", 3],
  ["experience_years", "0", 0],
  ["experience_years", "0.5", 0.5],
  ["experience_years", "1,5", 1.5],
  ["skills", "barista;caja", ["barista", "caja"]],
  [
    "languages",
    "es native;en B2; fr",
    [
      { code: "es", level: "native" },
      { code: "en", level: "B2" },
      { code: "fr", level: null },
    ],
  ],
  ["languages", "ES  C1", [{ code: "es", level: "C1" }]],
  ["education", "Bachillerato; FP", "Bachillerato; FP"],
  ["licences", "B;CE", ["B", "CE"]],
  ["work_permit", "true", true],
  ["own_transport", " false ", false],
  ["over_18", "true", true],
  ["available_from", "2031-05-02", "2031-05-02"],
  ["hours", "part_time", "part_time"],
  ["shifts", "morning;night", ["morning", "night"]],
  ["pay_expectation", "12.50 EUR hour", { amount: 12.5, currency: "EUR", period: "hour" }],
  ["pay_expectation", "12,50 eur hour", { amount: 12.5, currency: "EUR", period: "hour" }],
  ["pay_expectation", "1500 GBP month", { amount: 1500, currency: "GBP", period: "month" }],
  ["pay_expectation", "1.500 EUR month", { amount: 1500, currency: "EUR", period: "month" }],
  ["pay_expectation", "1,500 EUR month", { amount: 1500, currency: "EUR", period: "month" }],
  ["pay_expectation", "1.500,75 EUR month", { amount: 1500.75, currency: "EUR", period: "month" }],
  ["pay_expectation", "1,234,567.5 EUR year", { amount: 1_234_567.5, currency: "EUR", period: "year" }],
];

test.each(readable)("%s: %j is a value of its type", (field, text, value) => {
  expect(readValue(field, text)).toEqual(value);
  expect(fields[field].safeParse(readValue(field, text))).toMatchObject({ success: true });
});

test("every field is read", () => {
  expect(new Set(readable.map(([field]) => field))).toEqual(new Set(Object.keys(fields)));
});

describe("what cannot be read is refused by its field", () => {
  const unreadable: [Field, string][] = [
    ["email", "ana at example"],
    ["phone", "600111222"],
    ["phone", "none"],
    ["country", "Spain"],
    ["experience_years", ""],
    ["experience_years", "three"],
    ["experience_years", "3 years"],
    ["experience_years", "-1"],
    ["experience_years", "Infinity"],
    ["experience_years", "99"],
    ["languages", "English B2"],
    ["languages", "en B3"],
    ["work_permit", "yes"],
    ["over_18", "TRUE"],
    ["over_18", ""],
    ["available_from", "tomorrow"],
    ["available_from", "2031-02-30"],
    ["available_from", "2031-05-02T10:00:00Z"],
    ["hours", "full time"],
    ["shifts", "morning;whenever"],
    ["pay_expectation", "12.50 hour"],
    ["pay_expectation", "12.50 EUR fortnight"],
    ["pay_expectation", "1.2.3 EUR hour"],
    ["pay_expectation", "-5 EUR hour"],
    ["pay_expectation", "0 EUR hour"],
    ["pay_expectation", "lots"],
  ];

  test.each(unreadable)("%s: %j", (field, text) => {
    expect(fields[field].safeParse(readValue(field, text)).success).toBe(false);
  });

  test.each(Object.keys(fields).filter((name): name is Field => name in fields))("%s: nothing, or no end", (field) => {
    const shapes = ["", "   ", ";;;", "x".repeat(10_000), "x;".repeat(5_000), '{"a":1}', "[]", "\n", "😀".repeat(300)];
    // Whatever comes out is either refused or short: nothing of any length gets into a profile.
    for (const text of shapes) {
      const parsed = fields[field].safeParse(readValue(field, text));
      if (parsed.success) expect(JSON.stringify(parsed.data).length).toBeLessThan(500);
    }
    expect(fields[field].safeParse(readValue(field, "")).success).toBe(false);
  });
});

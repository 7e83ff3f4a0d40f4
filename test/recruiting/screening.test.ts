import { describe, expect, test } from "vitest";
import { answersOf, holds, openQuestions, screen } from "../../src/recruiting/screening.ts";
import { type Knockout, vacancySchema } from "../../src/recruiting/vacancies.ts";

const vacancy = vacancySchema.parse({
  id: "cook-madrid",
  title: "Cocinero",
  place: { city: "Madrid", country: "ES" },
  language: "es",
  questions: [
    { id: "specialty", text: { es: "¿Especialidad?" }, type: "text", required: false },
    { id: "card", text: { es: "¿Carné?" }, type: "boolean" },
    { id: "work_permit", text: { es: "¿Permiso?" }, type: "boolean", knockout: { op: "eq", value: false } },
    { id: "start", text: { es: "¿Desde cuándo?" }, type: "date", field: "available_from" },
    { id: "nights", text: { es: "¿Noches?" }, type: "boolean", required: false, knockout: { op: "eq", value: false } },
  ],
});

test("qualified needs every required answer and no knockout; a knockout decides whatever is missing", () => {
  const all = { card: false, work_permit: true, start: "2027-01-01" };
  expect(screen(vacancy, all)).toEqual({ result: "qualified", knockouts: [], missing: [] });
  expect(screen(vacancy, { ...all, start: undefined })).toEqual({
    result: "incomplete",
    knockouts: [],
    missing: ["start"],
  });
  expect(screen(vacancy, { work_permit: false })).toEqual({
    result: "knocked_out",
    knockouts: ["work_permit"],
    missing: ["card", "start"],
  });
});

test("only questions that can still change the result are open, knockouts first", () => {
  expect(openQuestions(vacancy, {}).map(({ id }) => id)).toEqual(["work_permit", "nights", "card", "start"]);
  expect(openQuestions(vacancy, { work_permit: true, card: true }).map(({ id }) => id)).toEqual(["nights", "start"]);
  expect(openQuestions(vacancy, { nights: false })).toEqual([]);
});

test("what the profile knows is an answer, whether the question is named like the field or names it", () => {
  const profile = { work_permit: true, available_from: "2027-01-01", city: "Madrid" };
  expect(answersOf(vacancy, profile, { card: true, start: "2020-01-01" })).toEqual({
    work_permit: true,
    start: "2027-01-01",
    card: true,
  });
});

describe("a condition", () => {
  const spoken = [
    { code: "en", level: "B1" },
    { code: "fr", level: null },
  ];
  test.each<[Knockout, unknown, boolean]>([
    [{ op: "eq", value: false }, false, true],
    [{ op: "eq", value: false }, true, false],
    [{ op: "ne", value: "nurse" }, "deas", true],
    [{ op: "ne", value: "nurse" }, "nurse", false],
    [{ op: "in", value: ["none", "basic"] }, "basic", true],
    [{ op: "in", value: ["none", "basic"] }, "good", false],
    [{ op: "lte", value: 14 }, 14, true],
    [{ op: "lte", value: 14 }, 14.5, false],
    [{ op: "gte", value: 60 }, 60, true],
    [{ op: "gte", value: 60 }, 59, false],
    [{ op: "after", value: "2027-02-01" }, "2027-02-02", true],
    [{ op: "after", value: "2027-02-01" }, "2027-02-01", false],
    [{ op: "before", value: "2027-02-01" }, "2027-01-31", true],
    [{ op: "before", value: "2027-02-01" }, "2027-02-01", false],
    [{ op: "ne", value: "de" }, spoken, true],
    [{ op: "ne", value: "en" }, spoken, false],
    [{ op: "lte", value: { code: "en", level: "B1" } }, spoken, true],
    [{ op: "lte", value: { code: "en", level: "A2" } }, spoken, false],
    [{ op: "lte", value: { code: "de", level: "A1" } }, spoken, true],
    [{ op: "lte", value: { code: "fr", level: "C2" } }, spoken, false], // any level is possible: a person asks
    [{ op: "lte", value: "14" }, 3, false],
  ])("%j of %j is %s", (knockout, answer, expected) => {
    expect(holds(knockout, answer)).toBe(expected);
  });
});

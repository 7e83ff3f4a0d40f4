import { expect, test } from "vitest";
import { languages } from "../../src/recruiting/language.ts";
import { checkVacancy } from "../../src/recruiting/vacancy-problems.ts";

/** The same words in every language that the service speaks. */
const said = (words: string) => Object.fromEntries(languages.map((language) => [language, words]));
const [someLanguage, ...otherLanguages] = languages;
const almostSaid = (words: string) => Object.fromEntries(otherLanguages.map((language) => [language, words]));
const question = { id: "permit", text: said("Do you have a permit?"), type: "boolean" };
const choice = { id: "level", text: said("How good?"), type: "choice", options: ["none", "good"] };
const vacancy = {
  id: "waiter-lisbon",
  title: "Waiter",
  place: { city: "Lisboa", country: "PT" },
  language: "pt",
  questions: [question],
};

function problemsOf(input: unknown): [path: string, problem: string][] {
  const result = checkVacancy(input);
  return "vacancy" in result ? [] : result.problems.map(({ path, problem }) => [path, problem]);
}

test("a vacancy with everything that there is comes out as it went in", () => {
  const full = {
    ...vacancy,
    pay: "1.050 €",
    hours: "full_time",
    shifts: ["evening"],
    start: "2026-12-01",
    description: "Tables.",
    faq: [{ q: "Where?", a: "Rua Garrett." }],
    questions: [
      { ...question, required: true, knockout: { op: "eq", value: false }, field: "work_permit" },
      { ...choice, required: false, option_labels: { none: said("None"), good: said("Good") } },
    ],
  };
  expect(checkVacancy(full)).toEqual({ vacancy: full });
});

test.each([
  ["boolean", "eq", false],
  ["number", "in", [0, 1.5]],
  ["number", "lte", 14],
  ["choice", "in", ["none"]],
  ["choice", "ne", "good"],
  ["date", "after", "2027-02-01"],
  ["text", "eq", "no"],
  ["languages", "ne", "en"],
  ["languages", "in", ["en", "de"]],
  ["languages", "lte", { code: "en", level: "A2" }],
])("a %s may be knocked out by %s", (type, op, value) => {
  const options = type === "choice" ? { options: choice.options } : {};
  expect(problemsOf({ ...vacancy, questions: [{ ...question, type, ...options, knockout: { op, value } }] })).toEqual(
    [],
  );
});

test.each<[name: string, change: Record<string, unknown>, path: string, problem: string]>([
  ["a misspelt key", { tite: "x" }, "tite", "is a key that nobody knows"],
  ["a misspelt key of the place", { place: { ...vacancy.place, zip: "1" } }, "place.zip", "is a key that nobody knows"],
  [
    "a misspelt key of a faq",
    { faq: [{ q: "a", a: "b", answer: "c" }] },
    "faq[0].answer",
    "is a key that nobody knows",
  ],
  ["no city", { place: { country: "PT" } }, "place.city", "is missing"],
  ["no country", { place: { city: "Lisboa" } }, "place.country", "is missing"],
  ["no place", { place: undefined }, "place", "is missing"],
  ["a country that is no code", { place: { city: "Lisboa", country: "Portugal" } }, "place.country", 'is "Portugal"'],
  ["pay that is a number", { pay: 1050 }, "pay", "is 1050"],
  ["an id with a blank", { id: "waiter lisbon" }, "id", 'is "waiter lisbon"'],
  ["an empty title", { title: " " }, "title", "is empty"],
  ["a long description", { description: "x".repeat(5_001) }, "description", "is too long"],
  ["a NUL", { title: "a\0b" }, "title", "holds a character that cannot be stored (NUL, or half of one)"],
  [
    "half a character",
    { faq: [{ q: "\ud800", a: "b" }] },
    "faq[0].q",
    "holds a character that cannot be stored (NUL, or half of one)",
  ],
  ["questions that are no list", { questions: "none" }, "questions", 'is "none"'],
])("%s is refused", (_name, change, path, problem) => {
  expect(problemsOf({ ...vacancy, ...change })).toEqual([[path, problem]]);
});

const withLabels = (labels: Record<string, unknown>) => ({ ...choice, option_labels: labels });
const knockedOut = (type: string, op: string, value: unknown) => ({ ...question, type, knockout: { op, value } });

test.each<[name: string, question: Record<string, unknown>, path: string, problem: string]>([
  ["a misspelt knockout", { ...question, knokout: {} }, "[permit].knokout", "is a key that nobody knows"],
  [
    "a key that a knockout does not have",
    { ...question, knockout: { op: "eq", value: false, reason: "x" } },
    "[permit].knockout.reason",
    "is a key that nobody knows",
  ],
  ["no id", { ...question, id: undefined }, "[0].id", "is missing"],
  ["a type that there is not", { ...question, type: "bool" }, "[permit].type", 'is "bool"'],
  ["an op that there is not", knockedOut("boolean", "is", 1), "[permit].knockout.op", 'is "is"'],
  [
    "a choice without options",
    { ...choice, options: undefined },
    "[level].options",
    "is missing: a choice has options",
  ],
  ["a choice with one option", { ...choice, options: ["a"] }, "[level].options", "has too few entries"],
  ["options of a yes or no", { ...question, options: ["a", "b"] }, "[permit].options", "means nothing to a boolean"],
  [
    "a language that is missing",
    { ...question, text: { ...almostSaid("?"), xx: "?" } },
    "[permit].text",
    `is missing in ${someLanguage}`,
  ],
  [
    "a language that is none",
    { ...question, text: { ...said("?"), english: "?" } },
    "[permit].text.english",
    "is not the code of a language",
  ],
  [
    "labels without all options",
    withLabels({ none: said("No") }),
    "[level].option_labels.good",
    `is missing in ${languages.join(", ")}`,
  ],
  [
    "labels without all languages",
    withLabels({ none: said("No"), good: almostSaid("Good") }),
    "[level].option_labels.good",
    `is missing in ${someLanguage}`,
  ],
  [
    "a label of another option",
    withLabels({ none: said("No"), good: said("Good"), best: said("Best") }),
    "[level].option_labels.best",
    "is none of the options",
  ],
  [
    "a label that is too long for a button",
    withLabels({ none: said("No"), good: said("x".repeat(25)) }),
    "[level].option_labels.good",
    `is longer than 24 characters in ${languages.join(", ")}`,
  ],
  [
    "an option that is too long for a row",
    { ...choice, options: ["a", "b", "c", "x".repeat(25)] },
    "[level].options[3]",
    `is longer than 24 characters in ${languages.join(", ")}`,
  ],
  [
    "two options that read the same",
    withLabels({ none: said("No"), good: { ...said("Yes"), [someLanguage]: "no" } }),
    "[level].options",
    `has two that read the same in ${someLanguage}`,
  ],
  [
    "hours that a profile does not have",
    { ...choice, id: "hours", options: ["full_time", "weekends"] },
    "[hours].options[1]",
    '"weekends" is no value of the profile field hours, which answers the question',
  ],
  [
    "a field of another kind",
    { ...question, field: "city" },
    "[permit].field",
    '"city" is a text, the question is a boolean',
  ],
  [
    "a field that answers nothing",
    { ...question, field: "roles" },
    "[permit].field",
    '"roles" answers no question, the question is a boolean',
  ],
  ["a field that there is not", { ...question, field: "permit" }, "[permit].field", 'is "permit"'],
  ...["confirm", "name", "vacancy", "first_name", "last_name"].map(
    (id): [string, Record<string, unknown>, string, string] => [
      `the id ${id}`,
      { ...question, id, type: "text" },
      `[${id}].id`,
      `"${id}" is a question of the service itself`,
    ],
  ),
])("a question with %s is refused", (_name, asked, path, problem) => {
  expect(problemsOf({ ...vacancy, questions: [asked] })).toEqual([[`questions${path}`, problem]]);
});

test.each([
  ["boolean", "gte", true],
  ["boolean", "in", [true]],
  ["number", "before", 1],
  ["choice", "lte", "none"],
  ["date", "gte", "2027-01-01"],
  ["date", "in", ["2027-01-01"]],
  ["text", "after", "a"],
  ["languages", "before", "en"],
])("%s does not go with %s", (type, op, value) => {
  const asked = { ...knockedOut(type, op, value), ...(type === "choice" && { options: choice.options }) };
  expect(problemsOf({ ...vacancy, questions: [asked] })).toEqual([
    ["questions[permit].knockout.op", `"${op}" does not fit a ${type}`],
  ]);
});

test.each<[type: string, op: string, value: unknown, path: string]>([
  ["boolean", "eq", "false", ""],
  ["boolean", "eq", undefined, ""],
  ["number", "lte", "14", ""],
  ["number", "in", 14, ""],
  ["number", "in", [], ""],
  ["number", "in", [1, "2"], "[1]"],
  ["choice", "eq", "nothing", ""],
  ["choice", "in", ["none", "nothing"], "[1]"],
  ["date", "after", "1 February", ""],
  ["date", "before", "2027-02-30", ""],
  ["text", "eq", true, ""],
  ["languages", "eq", { code: "en", level: "B1" }, ""],
  ["languages", "in", ["en", "English"], "[1]"],
  ["languages", "gte", "en", ""],
  ["languages", "gte", { code: "en", level: null }, ""],
  ["languages", "gte", { code: "en", level: "B1", more: 1 }, ""],
])("a %s is not compared by %s with %j", (type, op, value, path) => {
  const asked = { ...knockedOut(type, op, value), ...(type === "choice" && { options: choice.options }) };
  expect(problemsOf({ ...vacancy, questions: [asked] }).map(([at]) => at)).toEqual([
    `questions[permit].knockout.value${path}`,
  ]);
});

test("an id that stands twice is refused", () => {
  expect(problemsOf({ ...vacancy, questions: [question, choice, question] })).toEqual([
    ["questions[permit].id", '"permit" is the id of an earlier question too'],
  ]);
});

test("six questions may count, a seventh only if nothing hangs on it", () => {
  const ask = (count: number, last: object) => ({
    ...vacancy,
    questions: Array.from({ length: count }, (_, n) => ({ ...question, id: `q${n}`, ...(n === count - 1 && last) })),
  });
  expect(problemsOf(ask(6, {}))).toEqual([]);
  expect(problemsOf(ask(7, { required: false }))).toEqual([]);
  const tooMany = [["questions", "asks 7 questions that are required or have a knockout"]];
  expect(problemsOf(ask(7, {}))).toEqual(tooMany);
  expect(problemsOf(ask(7, { required: false, knockout: { op: "eq", value: false } }))).toEqual(tooMany);
});

test("everything that is wrong is told at once, each with a cure", () => {
  const result = checkVacancy({
    ...vacancy,
    id: "",
    titel: "x",
    questions: [
      { ...choice, options: ["a"] },
      { ...question, id: "name" },
    ],
  });
  const problems = "vacancy" in result ? [] : result.problems;
  expect(problems.map(({ path }) => path)).toEqual(["titel", "id", "questions[level].options", "questions[name].id"]);
  expect(problems[0]?.cure).toContain("Known here: id, title, place,");
  expect(problems.every(({ cure }) => cure !== "")).toBe(true);
});

test.each([[null], ["waiter"], [7], [[]]])("%j is no vacancy", (input) => {
  expect(problemsOf(input).map(([path]) => path)).toEqual([""]);
});

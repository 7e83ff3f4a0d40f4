import { describe, expect, test } from "vitest";
import { checkClaims, profileOf } from "../../src/recruiting/profile.ts";

const messages = [
  { id: 7, text: "soy Lucía Pérez, de Sevilla" },
  { id: 8, text: "llevo 3 años de camarera, hablo inglés B2. Mi tlf es 600 11 12 22, lucia@example.org" },
];
const claim = (field: string, value: unknown, quote: string, messageId = 8) => ({
  field,
  value,
  quote,
  messageId,
  confidence: 0.9,
});

describe("evidence", () => {
  test("what the words say becomes a fact with its message and quote", () => {
    const { facts, learned, profile, rejected } = checkClaims(
      [claim("first_name", "Lucía", "Lucía", 7), claim("experience_years", 3, "3 años de camarera")],
      messages,
      { profile: {} },
    );

    expect(facts).toEqual([
      { field: "first_name", value: "Lucía", messageId: 7, quote: "Lucía", confidence: 0.9 },
      { field: "experience_years", value: 3, messageId: 8, quote: "3 años de camarera", confidence: 0.9 },
    ]);
    expect(learned).toEqual(["first_name", "experience_years"]);
    expect(profile).toEqual({ first_name: "Lucía", experience_years: 3 });
    expect(rejected).toEqual([]);
  });

  test.each([
    ["a quote that no message holds", claim("city", "Sevilla", "vivo en Sevilla", 7), "quote_not_in_message"],
    ["a quote of another message", claim("city", "Sevilla", "Sevilla", 8), "quote_not_in_message"],
    ["an empty quote", claim("city", "Sevilla", " ", 7), "quote_not_in_message"],
    ["a quote in other letters", claim("first_name", "Lucía", "lucía", 7), "quote_not_in_message"],
    ["a message of another turn", claim("city", "Sevilla", "Sevilla", 6), "no_such_message"],
    ["a value of the wrong type", claim("experience_years", "3", "3 años"), "bad_value"],
    ["a level that does not exist", claim("languages", [{ code: "en", level: "B3" }], "inglés B2"), "bad_value"],
    ["a number out of range", claim("experience_years", 300, "3 años"), "bad_value"],
    ["a name that is not in its quote", claim("first_name", "Ana", "Lucía", 7), "value_not_in_quote"],
    [
      "an address that is not in its quote",
      claim("email", "ana@example.org", "lucia@example.org"),
      "value_not_in_quote",
    ],
    ["a phone that is not in its quote", claim("phone", "+34600111223", "600 11 12 22"), "value_not_in_quote"],
    ["a field that does not exist", claim("religion", "none", "Lucía", 7), "unknown_field"],
  ])("%s is rejected", (_what, bad, reason) => {
    const { facts, rejected } = checkClaims([bad], messages, { profile: {} });
    expect(facts).toEqual([]);
    expect(rejected).toMatchObject([{ reason }]);
  });

  test.each([
    ["a name inside a word", "hasta mañana", claim("first_name", "ana", "ana"), "quote_not_in_message"],
    ["a name inside a quoted word", "hasta mañana", claim("first_name", "Ana", "mañana"), "value_not_in_quote"],
    ["a name of which one word is missing", "soy Ana", claim("last_name", "Ana Pérez", "Ana"), "value_not_in_quote"],
    ["a name without letters", "soy Ana", claim("first_name", "-", "Ana"), "value_not_in_quote"],
    ["a letter inside a word", "mi casa", claim("work_permit", true, "a"), "quote_not_in_message"],
    ["the start of a word", "tengo casa", claim("work_permit", true, "tengo cas"), "quote_not_in_message"],
    ["a letter without its accent mark", "si\u0301", claim("work_permit", true, "si"), "quote_not_in_message"],
    ["a part of a number", "gano 1800", claim("experience_years", 18, "18"), "quote_not_in_message"],
    ["a number from one letter", "bar o café", claim("experience_years", 7, "o"), "value_not_in_quote"],
    ["a number from a sign", "hola 👍", claim("experience_years", 7, "👍"), "value_not_in_quote"],
    [
      "pay from one letter",
      "bar o café",
      claim("pay_expectation", { amount: 9, currency: "EUR", period: "hour" }, "o"),
      "value_not_in_quote",
    ],
    [
      "the end of an address",
      "ana.perez@gmail.com",
      claim("email", "z@gmail.com", "ana.perez@gmail.com"),
      "value_not_in_quote",
    ],
    [
      "the end of an address as its quote",
      "ana.perez@gmail.com",
      claim("email", "perez@gmail.com", "perez@gmail.com"),
      "value_not_in_quote",
    ],
    [
      "the start of an address",
      "ana@gmail.com.mx",
      claim("email", "ana@gmail.com", "ana@gmail.com"),
      "value_not_in_quote",
    ],
  ])("%s is rejected", (_what, text, bad, reason) => {
    const { facts, rejected } = checkClaims([bad], [{ id: 8, text }], { profile: {} });
    expect(facts).toEqual([]);
    expect(rejected).toMatchObject([{ reason }]);
  });

  test.each([
    ["a hyphen that was not written", "soy Ana Maria", claim("first_name", "Ana-María", "soy Ana Maria")],
    ["a hyphen that was left out", "soy Ana-María", claim("first_name", "ana maria", "Ana-María")],
    ["another apostrophe", "soy Tim O’Brien", claim("last_name", "O'Brien", "O’Brien")],
    ["a word that also stands inside another", "mañana, ana", claim("first_name", "Ana", "ana")],
    ["a quote within signs", "(ana)", claim("first_name", "Ana", "(ana)")],
    [
      "an address at the end of a sentence",
      "es ana@example.org.",
      claim("email", "ana@example.org", "ana@example.org."),
    ],
    ["an address in italics", "es _Ana@example.org_", claim("email", "ana@example.org", "_Ana@example.org_")],
    ["months as years", "18 months", claim("experience_years", 1.5, "18 months")],
    ["a half in words", "3 años y medio", claim("experience_years", 3.5, "3 años y medio")],
    ["a sum", "2 years and 1 year", claim("experience_years", 3, "2 years and 1 year")],
    ["none in words", "ninguna", claim("experience_years", 0, "ninguna")],
    ["a digit alone", "3", claim("experience_years", 3, "3")],
    [
      "pay in words",
      "diez la hora",
      claim("pay_expectation", { amount: 10, currency: "EUR", period: "hour" }, "diez la hora"),
    ],
  ])("%s is evidence", (_what, text, good) => {
    const { facts, rejected } = checkClaims([good], [{ id: 8, text }], { profile: {} });
    expect(rejected).toEqual([]);
    expect(facts).toEqual([good]);
  });

  test("names may differ in case and accents only, addresses in case, phones in their blanks", () => {
    const { rejected } = checkClaims(
      [
        claim("first_name", "LUCIA", "Lucía", 7),
        claim("phone", "+34600111222", "600 11 12 22"),
        claim("email", "Lucia@example.org", "lucia@example.org"),
      ],
      messages,
      { profile: {} },
    );
    expect(rejected).toEqual([]);
  });

  test("of two claims on one field the last wins, and what is known already adds nothing", () => {
    const said = [{ id: 1, text: "soy Ana, perdón, Anna" }];
    const { facts } = checkClaims(
      [claim("first_name", "Ana", "Ana", 1), claim("first_name", "Anna", "Anna", 1)],
      said,
      { profile: {} },
    );
    expect(facts).toMatchObject([{ value: "Anna" }]);
    expect(
      checkClaims([claim("first_name", "Anna", "Anna", 1)], said, { profile: { first_name: "Anna" } }),
    ).toMatchObject({
      facts: [],
      learned: [],
    });
  });

  test("lists grow, a better level replaces the old one, and the same list in another order is nothing new", () => {
    const known = {
      languages: [
        { code: "es", level: "native" as const },
        { code: "en", level: null },
      ],
    };
    const said = [{ id: 1, text: "inglés B2" }];

    const grown = checkClaims([claim("languages", [{ code: "en", level: "B2" }], "inglés B2", 1)], said, {
      profile: known,
    });
    expect(grown.profile.languages).toEqual([
      { code: "es", level: "native" },
      { code: "en", level: "B2" },
    ]);

    const again = { languages: [{ code: "en", level: "B2" as const }] };
    expect(
      checkClaims([claim("languages", [{ code: "en", level: null }], "inglés", 1)], said, { profile: again }).facts,
    ).toEqual([]);

    const swapped = [
      { level: null, code: "en" },
      { level: "native", code: "es" },
    ];
    expect(checkClaims([claim("languages", swapped, "inglés", 1)], said, { profile: known }).facts).toEqual([]);
  });

  test.each([
    ["roles", { roles: ["camarera"] }, ["cocinera"], ["camarera", "cocinera"]],
    ["skills", { skills: ["excel"] }, ["word"], ["excel", "word"]],
    ["licences", { licences: ["B"] }, ["C"], ["B", "C"]],
    ["shifts", { shifts: ["morning" as const] }, ["night"], ["morning", "night"]],
  ])("%s grow, and a correction states them anew", (field, known, value, both) => {
    const said = [{ id: 1, text: "eso no, solo lo otro" }];
    const claims = [claim(field, value, "solo lo otro", 1)];

    expect(checkClaims(claims, said, { profile: known }).profile).toEqual({ [field]: both });
    expect(checkClaims(claims, said, { profile: known, correcting: true })).toMatchObject({
      learned: [field],
      profile: { [field]: value },
    });
  });

  test("a correction may take one item off a list, and one that repeats the list is nothing new", () => {
    const said = [{ id: 1, text: "no tengo el B, solo el C" }];
    const claims = [claim("licences", ["C"], "solo el C", 1)];

    expect(checkClaims(claims, said, { profile: { licences: ["B", "C"] }, correcting: true }).profile.licences).toEqual(
      ["C"],
    );
    expect(checkClaims(claims, said, { profile: { licences: ["C"] }, correcting: true }).learned).toEqual([]);
  });

  test("a correction of a language replaces its level and leaves the others", () => {
    const known = {
      languages: [
        { code: "es", level: "native" as const },
        { code: "en", level: "B1" as const },
      ],
    };
    const said = [{ id: 1, text: "no, inglés C1" }];

    const { profile } = checkClaims([claim("languages", [{ code: "en", level: "C1" }], "inglés C1", 1)], said, {
      profile: known,
      correcting: true,
    });
    expect(profile.languages).toEqual([
      { code: "es", level: "native" },
      { code: "en", level: "C1" },
    ]);
  });
});

test("a stored value that this build cannot read is left out of the profile", () => {
  const stored = [
    { field: "city", value: "Sevilla" },
    { field: "experience_years", value: "many" },
    { field: "place", value: "old name" },
  ];
  expect(profileOf(stored)).toEqual({ city: "Sevilla" });
});

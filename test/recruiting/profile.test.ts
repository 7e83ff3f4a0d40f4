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
      {},
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
    const { facts, rejected } = checkClaims([bad], messages, {});
    expect(facts).toEqual([]);
    expect(rejected).toMatchObject([{ reason }]);
  });

  test("names and addresses may differ in case, accents and spaces only", () => {
    const { rejected } = checkClaims(
      [
        claim("first_name", "LUCIA", "Lucía", 7),
        claim("phone", "+34600111222", "600 11 12 22"),
        claim("email", "Lucia@example.org", "lucia@example.org"),
      ],
      messages,
      {},
    );
    expect(rejected).toEqual([]);
  });

  test("of two claims on one field the last wins, and what is known already adds nothing", () => {
    const said = [{ id: 1, text: "soy Ana, perdón, Anna" }];
    const { facts } = checkClaims(
      [claim("first_name", "Ana", "Ana", 1), claim("first_name", "Anna", "Anna", 1)],
      said,
      {},
    );
    expect(facts).toMatchObject([{ value: "Anna" }]);
    expect(checkClaims([claim("first_name", "Anna", "Anna", 1)], said, { first_name: "Anna" })).toMatchObject({
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

    const grown = checkClaims([claim("languages", [{ code: "en", level: "B2" }], "inglés B2", 1)], said, known);
    expect(grown.profile.languages).toEqual([
      { code: "es", level: "native" },
      { code: "en", level: "B2" },
    ]);

    const again = { languages: [{ code: "en", level: "B2" as const }] };
    expect(checkClaims([claim("languages", [{ code: "en", level: null }], "inglés", 1)], said, again).facts).toEqual(
      [],
    );

    const swapped = [
      { level: null, code: "en" },
      { level: "native", code: "es" },
    ];
    expect(checkClaims([claim("languages", swapped, "inglés", 1)], said, known).facts).toEqual([]);
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

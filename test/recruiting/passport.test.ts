import { expect, test } from "vitest";
import { differencesIn, type Passport, passportSchema, readersIn } from "../../src/recruiting/passport.ts";

const statement = { message: 1, said_at: "2026-11-20T10:00:00Z", confidence: 0.9, turn: 1 };
const sound: Passport = passportSchema.parse({
  passport: 1,
  application: { id: 5, state: "submitted", created_at: "2026-11-20T10:00:00Z", submitted_at: "2026-11-20T10:05:00Z" },
  vacancy: {
    id: "cook-madrid",
    version: 2,
    sha256: "hash",
    definition: {
      id: "cook-madrid",
      title: "Cook",
      place: { city: "Madrid", country: "ES" },
      language: "en",
      questions: [
        { id: "work_permit", text: { en: "Permit?" }, type: "boolean", knockout: { op: "eq", value: false } },
        { id: "kitchen_years", text: { en: "Years?" }, type: "number", knockout: { op: "lte", value: 0.5 } },
      ],
    },
  },
  facts: [
    { ...statement, field: "work_permit", value: true, quote: "I have a permit", text: "hi, I have a permit" },
    { ...statement, field: "first_name", value: "Ana", quote: "Ana", text: "Ana, hello" },
  ],
  answers: [{ ...statement, field: "kitchen_years", value: 3, quote: "3 years", text: "3 years" }],
  screening: { result: "qualified", knockouts: [], missing: [] },
  read_by: [],
  human: { decision: null, by: null, at: null, history: [] },
});

test("a passport that holds has no differences", () => {
  expect(differences(() => {})).toEqual([]);
});

test.each<[string, (passport: Passport) => void, string]>([
  [
    "another result",
    ({ screening }) => void Object.assign(screening, { result: "knocked_out" }),
    'screening.result: stored "knocked_out", computed "qualified"',
  ],
  [
    "another value",
    ({ answers: [answer] }) => void Object.assign(answer ?? {}, { value: 0 }),
    'screening.result: stored "qualified", computed "knocked_out"',
  ],
  [
    "a quote that nobody said",
    ({ facts: [fact] }) => void Object.assign(fact ?? {}, { quote: "I have no permit" }),
    "work_permit: the quote does not stand in message 1",
  ],
  [
    "a message that says something else",
    ({ facts: [fact] }) => void Object.assign(fact ?? {}, { text: "hello" }),
    "work_permit: the quote does not stand in message 1",
  ],
  [
    "a name that the quote does not say",
    ({ facts }) => void Object.assign(facts[1] ?? {}, { value: "Eva" }),
    "first_name: the quote does not say the value",
  ],
  [
    "a value of another type",
    ({ answers: [answer] }) => void Object.assign(answer ?? {}, { value: "3" }),
    "kitchen_years: the value has the wrong type",
  ],
  [
    "an answer to no question",
    ({ answers: [answer] }) => void Object.assign(answer ?? {}, { field: "shoe_size" }),
    "shoe_size: neither a field nor a question of the vacancy",
  ],
  [
    "an answer that is gone",
    ({ answers }) => void answers.pop(),
    'screening.missing: stored [], computed ["kitchen_years"]',
  ],
  [
    "a definition that was changed",
    ({ vacancy }) => void Object.assign(vacancy, { sha256: "other" }),
    "vacancy: the definition is not the one that was hashed",
  ],
  [
    "a definition that is none",
    ({ vacancy }) => void Object.assign(vacancy, { definition: {} }),
    "vacancy: the definition cannot be read by this build",
  ],
])("%s is a difference", (_what, change, difference) => {
  expect(differences(change)).toContain(difference);
});

test("who read it stands in the decision record of the turn", () => {
  const usage = { model: "claude-haiku-5-5", inputTokens: 3 };
  const agents = { router: { engine: "rules" }, extraction: { engine: "claude", prompt: "abc", usage } };
  expect(readersIn({ rules: "2", agents })).toEqual({
    rules: "2",
    agents: {
      router: { engine: "rules", model: null, prompt: null },
      extraction: { engine: "claude", model: "claude-haiku-5-5", prompt: "abc" },
    },
  });
  expect(readersIn({ engine: "controls" })).toEqual({ rules: null, agents: {} });
});

function differences(change: (passport: Passport) => void): string[] {
  const passport = structuredClone(sound);
  change(passport);
  return differencesIn(passport, () => "hash");
}

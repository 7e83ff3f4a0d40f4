import { describe, expect, test } from "vitest";
import { isQuestion, missing, nextStep, restarted, type Situation } from "../../src/recruiting/application.ts";
import type { Profile } from "../../src/recruiting/fields.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";

const complete: Profile = {
  first_name: "Ana",
  city: "Sevilla",
  roles: ["camarera"],
  experience_years: 2,
  available_from: "2026-12-01",
  languages: [{ code: "es", level: "native" }],
};
const start: Situation = {
  profile: {},
  vacancy: null,
  answers: {},
  choices: 0,
  changed: false,
  interrupted: false,
  refused: false,
  doubt: null,
  asked: null,
  agrees: null,
  progress: { asked: {}, confirmed: false },
};

describe("what comes next", () => {
  test("the first thing that is missing, and it is counted", () => {
    expect(nextStep(start)).toEqual({
      kind: "ask",
      asks: "name",
      again: false,
      doubt: null,
      progress: { asked: { name: 1 }, confirmed: false },
    });
    expect(nextStep({ ...start, profile: { first_name: "Ana", roles: ["camarera"] } }).asks).toBe("city");
  });

  test("what was never asked comes before what was asked without an answer", () => {
    const step = nextStep({ ...start, progress: { asked: { name: 1 }, confirmed: false } });
    expect(step.asks).toBe("city");
  });

  test("somebody who asks us something instead is asked the same again, and it does not count", () => {
    const progress = { asked: { name: 1, city: 2 }, confirmed: false };
    const interrupted = { ...start, profile: { first_name: "Ana" }, interrupted: true, progress };
    expect(nextStep({ ...interrupted, asked: "city" })).toEqual({
      kind: "ask",
      asks: "city",
      again: false,
      doubt: null,
      progress,
    });
    expect(nextStep({ ...interrupted, asked: "name" }).asks).toBe("roles");
  });

  test("what is asked again after another answer is not called unclear", () => {
    const once = Object.fromEntries(
      ["name", "city", "roles", "experience_years", "available_from", "languages"].map((q) => [q, 1]),
    );
    const step = nextStep({
      ...start,
      profile: { first_name: "Ana" },
      changed: true,
      progress: { asked: once, confirmed: false },
    });
    expect(step).toMatchObject({ asks: "city", again: false });
  });

  test("an unanswered question is asked once more in other words, and then left to the recruiters", () => {
    const once = { city: 1, name: 1, roles: 1, experience_years: 1, available_from: 1, languages: 1 };
    const again = nextStep({ ...start, progress: { asked: once, confirmed: false } });
    expect(again).toMatchObject({ asks: "name", again: true });
    const twice = Object.fromEntries(Object.keys(once).map((question) => [question, 2]));
    expect(nextStep({ ...start, progress: { asked: twice, confirmed: false } }).kind).toBe("confirm");
  });

  test("a complete profile is read back, and yes ends it", () => {
    const confirm = nextStep({ ...start, profile: complete, changed: true });
    expect(confirm).toMatchObject({ kind: "confirm", asks: "confirm", again: false });
    const done = nextStep({ ...start, profile: complete, asked: "confirm", agrees: true, progress: confirm.progress });
    expect(done).toMatchObject({ kind: "done", asks: null, progress: { confirmed: true } });
    const later = nextStep({ ...start, profile: complete, progress: done.progress });
    expect(later).toMatchObject({ kind: "chat", asks: null });
  });

  test("a yes to something else confirms nothing", () => {
    expect(nextStep({ ...start, profile: complete, asked: "city", agrees: true }).kind).toBe("confirm");
  });

  test("a correction is read back again, also after a yes", () => {
    const confirmed = { asked: { confirm: 2 }, confirmed: true };
    const step = nextStep({ ...start, profile: complete, changed: true, progress: confirmed });
    expect(step).toMatchObject({ kind: "confirm", again: false, progress: { confirmed: false } });
  });

  test("nobody is asked for ever whether it is right", () => {
    const progress = { asked: { confirm: 3 }, confirmed: false };
    const step = nextStep({ ...start, profile: complete, asked: "confirm", agrees: false, progress });
    // A yes that comes later still counts, unless it is to somebody else.
    expect(step).toMatchObject({ kind: "chat", asks: "confirm" });
    expect(nextStep({ ...start, profile: complete, asked: step.asks, agrees: true, progress }).kind).toBe("done");
    expect(nextStep({ ...start, profile: complete, asked: null, agrees: true, progress }).kind).toBe("chat");
  });
});

test("recruiters see what is missing", () => {
  expect(missing({ ...complete, city: undefined }, null, {})).toEqual(["city"]);
});

test.each([
  ["city", true],
  ["name", true],
  ["confirm", true],
  ["first_name", false],
  ["q1", false],
  [null, false],
])("%s is a question: %s", (name, expected) => {
  expect(isQuestion(name)).toBe(expected);
});

describe("an application to a vacancy", () => {
  const vacancy = vacancySchema.parse({
    id: "cook",
    title: "Cook",
    place: { city: "Madrid", country: "ES" },
    language: "en",
    questions: [
      { id: "card", text: { en: "Card?" }, type: "boolean" },
      { id: "nights", text: { en: "Nights?" }, type: "boolean", knockout: { op: "eq", value: false } },
      { id: "hobby", text: { en: "Hobby?" }, type: "text", required: false },
    ],
  });
  const applying: Situation = { ...start, vacancy, profile: { first_name: "Ana" } };

  test("asks who it is and what the vacancy asks, and nothing that changes no result", () => {
    expect(nextStep({ ...applying, profile: {} }).asks).toBe("name");
    expect(nextStep(applying).asks).toBe("nights");
    expect(nextStep({ ...applying, answers: { nights: true } }).asks).toBe("card");
    expect(nextStep({ ...applying, answers: { nights: true, card: false } })).toMatchObject({ kind: "confirm" });
    expect(nextStep({ ...applying, answers: { nights: false } })).toMatchObject({ kind: "confirm" });
  });

  test("of several that are open the candidate chooses first, unless there is none", () => {
    expect(nextStep({ ...start, choices: 3 }).asks).toBe("vacancy");
    expect(nextStep({ ...start, choices: 0 }).asks).toBe("name");
  });

  test("what somebody does not want to answer is not asked again, and costs no second question", () => {
    const step = nextStep({ ...applying, asked: "nights", refused: true, progress: asked({ nights: 1 }) });
    expect(step).toMatchObject({ asks: "card", progress: { asked: { nights: 1, "left:nights": 1, card: 1 } } });
    expect(nextStep({ ...applying, answers: { card: true }, progress: step.progress })).toMatchObject({
      kind: "confirm",
    });
  });

  test("after seven questions it is read back, whatever is missing", () => {
    expect(nextStep({ ...applying, progress: asked({ a: 2, b: 2, c: 2 }) }).asks).toBe("nights");
    expect(nextStep({ ...applying, progress: asked({ a: 2, b: 2, c: 3 }) }).kind).toBe("confirm");
  });

  test("a contradiction is asked about once", () => {
    const step = nextStep({ ...applying, doubt: "city", changed: true });
    expect(step).toMatchObject({ kind: "ask", asks: "city", doubt: "city" });
    expect(nextStep({ ...applying, doubt: "city", changed: true, progress: step.progress }).asks).toBe("nights");
  });

  test("another vacancy asks its own questions anew, and no others", () => {
    const before = { name: 1, vacancy: 2, city: 1, card: 1, "left:nights": 1, nights: 2, confirm: 1, "unclear:": 2 };
    expect(restarted(asked(before))).toEqual(asked({ name: 1 }));
  });

  test("lacks what is required and has no answer", () => {
    expect(missing({}, vacancy, { nights: true })).toEqual(["first_name", vacancy.questions[0]]);
  });

  function asked(counts: Record<string, number>): Situation["progress"] {
    return { asked: counts, confirmed: false };
  }
});

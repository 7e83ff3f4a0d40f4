import { describe, expect, test } from "vitest";
import { isQuestion, missing, nextStep, type Situation } from "../../src/recruiting/application.ts";
import type { Profile } from "../../src/recruiting/fields.ts";

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

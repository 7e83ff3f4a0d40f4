import { describe, test } from "vitest";
import * as en from "./en.cases.ts";
import * as es from "./es.cases.ts";
import { check } from "./turns.ts";

describe.each([
  ["es", es],
  ["en", en],
] as const)("in %s", (language, cases) => {
  test.each(cases.said)("what is said unasked: $says", async (given) => {
    await check(language, given);
  });

  test.each(cases.answered)("asked for $asked: $says", async (given) => {
    await check(language, given);
  });
});

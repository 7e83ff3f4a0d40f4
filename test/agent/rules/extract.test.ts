import { describe, test } from "vitest";
import { answered as answeredInGerman } from "./answered-in-de.ts";
import { answered as answeredInEnglish } from "./answered-in-en.ts";
import { answered as answeredInSpanish } from "./answered-in-es.ts";
import { answered as answeredInFrench } from "./answered-in-fr.ts";
import { answered as answeredInPortuguese } from "./answered-in-pt.ts";
import { said as saidInGerman } from "./said-in-de.ts";
import { said as saidInEnglish } from "./said-in-en.ts";
import { said as saidInSpanish } from "./said-in-es.ts";
import { said as saidInFrench } from "./said-in-fr.ts";
import { said as saidInPortuguese } from "./said-in-pt.ts";
import { check } from "./turns.ts";

describe.each([
  ["es", saidInSpanish, answeredInSpanish],
  ["en", saidInEnglish, answeredInEnglish],
  ["de", saidInGerman, answeredInGerman],
  ["pt", saidInPortuguese, answeredInPortuguese],
  ["fr", saidInFrench, answeredInFrench],
] as const)("in %s", (language, said, answered) => {
  test.each(said)("what is said unasked: $says", async (given) => {
    await check(language, given);
  });

  test.each(answered)("asked for $asked: $says", async (given) => {
    await check(language, given);
  });
});

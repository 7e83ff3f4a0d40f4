import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { routeByRules } from "../../../src/agent/rules/route.ts";
import { allWishes } from "../../../src/agent/rules/wishes.ts";
import { type Language, languages } from "../../../src/recruiting/language.ts";
import { turnOf } from "./turns.ts";

/** Messages of people who have never seen the rules. */
function messages(split: "train" | "test", language: Language): { text: string; said: string }[] {
  const file = new URL(`../../../eval/wishes/${split}/${language}.tsv`, import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([said = "", text = ""]) => ({ said: said === "-" ? "" : said, text }));
}

/** The share of messages of which exactly the wishes are heard that they say. */
async function exactly(language: Language, all: { text: string; said: string }[]): Promise<number> {
  const right = await Promise.all(
    all.map(async ({ text, said }) => {
      const { intents } = await routeByRules(turnOf(language, { says: text }), AbortSignal.timeout(60_000));
      return allWishes.filter((wish) => intents.includes(wish)).join() === said;
    }),
  );
  return right.filter(Boolean).length / all.length;
}

test.each(languages)("most wishes of strangers are heard in %s", async (language) => {
  const all = messages("test", language);
  expect(all.length).toBeGreaterThanOrEqual(80);
  expect(await exactly(language, all)).toBeGreaterThan(0.8);
});

test.each(languages)("what was learned in %s belongs to the messages and the rules of today", async (language) => {
  const learned = messages("train", language).filter((_, at) => at % 25 === 0);
  // One that fails here: npm run train
  expect(await exactly(language, learned)).toBeGreaterThan(0.95);
});

test.each(languages)("ordinary messages in %s say no wish", async (language) => {
  const ordinary = messages("test", language).filter(({ said }) => said === "");
  expect(await exactly(language, ordinary)).toBeGreaterThan(0.85);
});

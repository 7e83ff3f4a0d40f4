import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/agent/rules/language.ts";
import { replyByRules } from "../../../src/agent/rules/reply.ts";
import { routeByRules } from "../../../src/agent/rules/route.ts";
import { tables } from "../../../src/agent/rules/tables/tables.ts";
import { intents } from "../../../src/agent/turn.ts";
import { languages } from "../../../src/recruiting/language.ts";
import { unspoken } from "../turns.ts";
import { extract, turnOf } from "./turns.ts";

/** The longest message that WhatsApp carries. */
const long = 4096;
const filled = (part: string, start = "", end = "") =>
  start + part.repeat(Math.ceil(long / part.length)).slice(0, long - start.length - end.length) + end;

const texts: [string, string][] = [
  ["emoji", filled("😀")],
  ["control characters", filled("\u0001\u0007\u001B[31m\r\n\t")],
  ["marks of direction", filled("\u202E\u200F")],
  ["combining marks", filled("\u0301", "soy A")],
  ["lone surrogates", filled("\uD800a")],
  ["capitals", filled("Aa ", "soy ")],
  ["one endless name", filled("A", "soy ")],
  ["names with particles", filled("de la ", "soy Aa ")],
  ["one endless role", filled("a", "trabajo de ")],
  ["blanks after a role", filled(" ", "trabajo de camarera")],
  ["roles without end", filled("trabajo de ")],
  ["roles that go on", filled("camarera o ", "busco trabajo de ")],
  ["places without end", filled(", de A")],
  ["digits", filled("1")],
  ["digits apart", filled("1 ")],
  ["numbers of phones", filled("612345678 ")],
  ["money", filled("1.000", "quiero ")],
  ["years", filled("3 años ", "experiencia ")],
  ["words before years", filled("he trabajado de ", "", "3 años")],
  ["experience", filled("experience as a ")],
  ["worked", filled("worked in a ", "", " for 3")],
  ["dates", filled("el 1 de enero ", "puedo empezar ")],
  ["half dates", filled("1/")],
  ["half addresses", filled("a@")],
  ["addresses", filled("a@b.")],
  ["endings of addresses", filled("b.", "a@")],
  ["languages", filled("inglés b2 y ", "hablo ")],
  ["questions", filled("¿?")],
  ["question words", filled("what ")],
  ["negations", filled("no ")],
  ["relatives", filled("mi hermana, ")],
  ["elisions", filled("l'", "je suis d'")],
  ["negations in two words", filled("ne pas ", "je ")],
  ["roles behind an elision", filled("d'infirmière ou ", "emploi ")],
  ["notice", filled("un mois de préavis ", "dans ")],
  ["Portuguese roles", filled("garçom ou ", "procuro trabalho de ")],
  ["Portuguese years", filled("trabalhei como ", "", "há 3 anos")],
  ["Portuguese dates", filled("em março, no dia 1 ", "posso começar ")],
  ["Portuguese amounts", filled("daqui a 3 semanas ")],
  ["Portuguese data", filled("quero que apaguem os meus ")],
  ["hyphens", filled("- ", "work as a ")],
  ["letters that grow in small", filled("İ")],
  ["letters that grow in the normal form", filled("ﷺ")],
  ["blanks", filled(" ")],
  ["lines", filled("\n")],
  ["commas", filled(",")],
  ["other alphabets", filled("Здравствуйте, я ищу работу. ")],
];

const questions = ["name", "city", "roles", "experience_years", "available_from", "languages", "confirm"] as const;

describe.each(languages)("hostile text in %s", (language) => {
  // Each text meets two or three languages, and another question in each: all of them with all would take minutes.
  const met = texts
    .map(([name, says], place) => [name, says, place] as const)
    .filter(([, , place]) => (place + languages.indexOf(language)) % 2 === 0);

  test.each(met)("%s: facts keep their form, and there is an answer", async (_name, says, place) => {
    const signal = AbortSignal.timeout(60_000);
    const asked = questions[(place + languages.indexOf(language)) % questions.length] ?? "name";
    const { facts } = await extract(language, { says, asked });
    expect(facts.length).toBeLessThan(20);
    const turn = turnOf(language, { says, asked: "name" });
    const routed = await routeByRules(turn, signal);
    expect(intents).toEqual(expect.arrayContaining(routed.intents));
    expect(languages).toContain(languageOf([says], "en"));
    const plan = {
      ...unspoken,
      ...({ kind: "ask", asks: "name", again: true, first: true } as const),
      ...routed,
      profile: {},
    };
    expect((await replyByRules(turn, plan, signal)).length).toBeLessThan(1_500);
  });
});

test("every pattern of every table answers to every hostile text", () => {
  for (const pattern of Object.values(tables).flatMap(({ speech }) => patternsIn(speech))) {
    for (const [, text] of texts)
      expect([...text.toLowerCase().matchAll(pattern)].every(({ 0: found }) => found !== "")).toBe(true);
  }
});

function patternsIn(value: unknown): RegExp[] {
  if (value instanceof RegExp) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(patternsIn) : [];
}

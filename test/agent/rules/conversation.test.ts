import { describe, expect, test } from "vitest";
import { extractByRules } from "../../../src/agent/rules/extract.ts";
import type { Question } from "../../../src/recruiting/application.ts";
import { isQuestion, nextStep } from "../../../src/recruiting/application.ts";
import { isField, type Profile, profileSchema } from "../../../src/recruiting/fields.ts";
import type { Language } from "../../../src/recruiting/language.ts";
import { checkClaims } from "../../../src/recruiting/profile.ts";
import { turnOf } from "./turns.ts";

const { Anna, Inês, Lucía } = {
  Anna: {
    first_name: "Anna",
    last_name: "Smith",
    city: "Leeds",
    country: "GB",
    roles: ["waitress"],
    experience_years: 2,
    available_from: "2026-11-23",
    languages: [
      { code: "en", level: "native" },
      { code: "es", level: "B1" },
    ],
  },
  Inês: {
    first_name: "Inês",
    last_name: "Ferreira",
    city: "Lisboa",
    country: "PT",
    roles: ["empregada de mesa"],
    experience_years: 3,
    available_from: "2026-11-23",
    languages: [
      { code: "pt", level: "native" },
      { code: "en", level: "B2" },
    ],
  },
  Lucía: {
    first_name: "Lucía",
    last_name: "Pérez",
    city: "Sevilla",
    country: "ES",
    roles: ["camarera"],
    experience_years: 3,
    available_from: "2026-11-23",
    languages: [
      { code: "es", level: "native" },
      { code: "en", level: "B2" },
    ],
  },
};

describe("six ordinary messages make an application, and nothing is asked twice", () => {
  test.each<[string, Language, string[], object]>([
    [
      "short answers",
      "es",
      ["hola", "lucía pérez", "sevilla", "camarera", "3 años", "el lunes", "español nativo e inglés B2"],
      Lucía,
    ],
    [
      "whole sentences",
      "es",
      [
        "Buenos días, me llamo Lucía Pérez",
        "Vivo en Sevilla, en el barrio de Triana",
        "Me gustaría trabajar de camarera",
        "Pues llevo 3 años trabajando en bares",
        "Podría empezar el lunes que viene",
        "Mi lengua materna es el español y tengo un B2 de inglés",
      ],
      Lucía,
    ],
    [
      "several things at once",
      "es",
      [
        "Hola, soy Lucía Pérez, de Sevilla, y busco trabajo de camarera",
        "tengo 3 años de experiencia y puedo empezar el lunes",
        "español nativo, inglés B2",
      ],
      Lucía,
    ],
    [
      "no accents",
      "es",
      [
        "holaa busco trabajo",
        "lucía pérez",
        "vivo en sevilla",
        "de camarera",
        "tres anos",
        "lunes",
        "espanol nativo, ingles b2",
      ],
      Lucía,
    ],
    [
      "short answers",
      "en",
      ["hi", "anna smith", "leeds", "waitress", "2 years", "monday", "english native, spanish b1"],
      Anna,
    ],
    [
      "whole sentences",
      "en",
      [
        "Good morning, my name is Anna Smith",
        "I live in Leeds with my sister",
        "I'm looking for a job as a waitress",
        "I've been working in restaurants for two years",
        "I could start on Monday",
        "I'm a native English speaker and my Spanish is B1",
      ],
      Anna,
    ],
    [
      "several things at once",
      "en",
      [
        "Hi, I'm Anna Smith from Leeds and I want to work as a waitress",
        "I have 2 years of experience, can start next Monday",
        "native English and Spanish B1",
      ],
      Anna,
    ],
    [
      "short answers",
      "pt",
      ["oi", "inês ferreira", "lisboa", "empregada de mesa", "3 anos", "segunda", "português nativo e inglês B2"],
      Inês,
    ],
    [
      "whole sentences",
      "pt",
      [
        "Bom dia, chamo-me Inês Ferreira",
        "Moro em Lisboa, no bairro de Alfama",
        "Gostava de trabalhar como empregada de mesa",
        "Trabalho há 3 anos em restaurantes",
        "Posso começar na próxima segunda-feira",
        "A minha língua materna é o português e tenho um B2 de inglês",
      ],
      Inês,
    ],
    [
      "several things at once",
      "pt",
      [
        "Olá, sou a Inês Ferreira, de Lisboa, e procuro trabalho de empregada de mesa",
        "tenho 3 anos de experiencia e posso comecar segunda",
        "portugues nativo, ingles b2",
      ],
      Inês,
    ],
  ])("%s in %s", async (_name, language, messages, profile) => {
    const talk = await talkOf(language, messages);
    expect(talk.profile).toEqual(profile);
    expect(talk.asked).toEqual([...new Set(talk.asked)]);
    expect(talk.asked.at(-1)).toBe("confirm");
  });
});

/** Each message answers what the code asked after the one before. */
async function talkOf(language: Language, messages: string[]) {
  let profile: Profile = {};
  let progress = { asked: {}, confirmed: false };
  const asked: Question[] = [];
  for (const says of messages) {
    const last = asked.at(-1);
    const turn = turnOf(language, { says, profile, ...(last && { asked: last }) });
    const { facts, agrees } = await extractByRules(turn, AbortSignal.timeout(60_000));
    const checked = checkClaims(facts, turn.messages, { profile });
    expect(checked.rejected).toEqual([]);
    profile = profileSchema.parse(
      Object.fromEntries(Object.entries(checked.profile).filter(([field]) => isField(field))),
    );
    const changed = checked.learned.length > 0;
    const step = nextStep({
      profile,
      vacancy: null,
      answers: {},
      choices: 0,
      changed,
      interrupted: false,
      refused: false,
      doubt: null,
      asked: last ?? null,
      agrees,
      progress,
    });
    progress = step.progress;
    if (isQuestion(step.asks)) asked.push(step.asks);
  }
  return { profile, asked };
}

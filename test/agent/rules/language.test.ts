import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/agent/rules/language.ts";
import { type Language, languages } from "../../../src/recruiting/language.ts";

describe("the language", () => {
  test.each<[string[], Language, Language]>([
    [["hola"], "en", "es"],
    [["buenas"], "en", "es"],
    [["Sí"], "en", "es"],
    [["hi"], "es", "en"],
    [["Hello!"], "es", "en"],
    [["busco trabajo de camarera"], "en", "es"],
    [["I am looking for work"], "es", "en"],
    [["Hola, soy Lucía Pérez, de Sevilla"], "en", "es"],
    [["me llamo ana y vivo en leeds"], "en", "es"],
    [["My name is José García and I live in Madrid"], "es", "en"],
    [["cuanto pagan?"], "en", "es"],
    [["how much is the pay?"], "es", "en"],
    [["moin"], "en", "de"],
    [["Guten Tag, ich suche Arbeit als Kellner"], "en", "de"],
    [["ich heisse anna und wohne in leeds"], "es", "de"],
    [["My name is Jürgen Müller and I live in Berlin"], "de", "en"],
    [["was zahlt ihr?"], "en", "de"],
    [["bonjour"], "en", "fr"],
    [["slt"], "es", "fr"],
    [["Je cherche un travail de serveuse"], "es", "fr"],
    [["jcherche du taf a lyon"], "en", "fr"],
    [["c'est payé combien ?"], "es", "fr"],
    [["J'ai 3 ans d'expérience"], "en", "fr"],
    [["busco trabajo de camarera"], "fr", "es"],
    [["I am looking for work"], "fr", "en"],
    [["oi"], "en", "pt"],
    [["olá, bom dia"], "es", "pt"],
    [["Sim"], "en", "pt"],
    [["busco trabajo de camarera en Lisboa"], "pt", "es"],
    [["procuro trabalho de garçonete"], "es", "pt"],
    [["busco emprego no Porto"], "es", "pt"],
    [["oi vc tem vaga pra hj?"], "en", "pt"],
    [["quanto pagam?"], "es", "pt"],
    [["cuánto pagan por hora"], "pt", "es"],
    [["me chamo José García e moro em Madrid"], "es", "pt"],
    [["Me llamo João da Silva y vivo en Lisboa"], "pt", "es"],
    [["não tenho experiência mas aprendo rápido"], "es", "pt"],
    [["no tengo experiencia pero aprendo rápido"], "pt", "es"],
    [["tenho 3 anos de experiencia como cozinheiro"], "es", "pt"],
    [["tengo 3 años de experiencia como cocinero"], "pt", "es"],
  ])("of %j is told by its words, whatever was expected (%s): %s", (texts, fallback, language) => {
    expect(languageOf(texts, fallback)).toBe(language);
  });

  test.each([
    "Madrid",
    "ok",
    "OK!",
    "2",
    "B2",
    "👍",
    "",
    "Lucía Pérez",
    "no",
    "612 34 56 78",
    "lucy@example.com",
    "waiter bar 3",
  ])("is not changed by %j", (text) => {
    expect(languageOf([text], "en")).toBe("en");
    expect(languageOf(["Hola, busco trabajo de camarera en Sevilla", text], "en")).toBe("es");
    expect(languageOf(["Hi, I am looking for a job as a waiter", text], "es")).toBe("en");
  });

  test("is not changed by a single word of the other language", () => {
    expect(languageOf(["Hi, I am looking for a job as a waiter", "hola"], "en")).toBe("en");
    expect(languageOf(["Hola, busco trabajo de camarera en Sevilla", "hi"], "es")).toBe("es");
  });

  test.each<[string, Language]>([
    ["dejad de escribirme x favor", "es"],
    ["por favor", "es"],
    ["por favor", "pt"],
    ["a partir de marzo", "es"],
  ])("is not changed by %j, which sounds almost alike in the neighbour's", (text, language) => {
    expect(languageOf([text], language)).toBe(language);
  });

  test("changes with a whole sentence, and stays changed", () => {
    const talk = ["Hi, I am looking for a job as a waiter", "Prefiero seguir escribiendo así, la verdad"];
    expect(languageOf(talk, "en")).toBe("es");
    expect(languageOf([...talk, "ok"], "en")).toBe("es");
  });

  test.each<[string, Language]>([
    ["¿Podemos hablar en inglés, por favor?", "en"],
    ["en inglés por favor", "en"],
    ["Can we speak Spanish?", "es"],
    ["Spanish please", "es"],
    ["prefiero en español", "es"],
    ["I'd rather write in English", "en"],
    ["Können wir auf Englisch schreiben?", "en"],
    ["¿Podemos hablar en alemán?", "de"],
    ["lieber auf deutsch bitte", "de"],
    ["on peut parler en anglais svp ?", "en"],
    ["En français s'il vous plaît", "fr"],
    ["can we speak French?", "fr"],
    ["¿podemos hablar en francés?", "fr"],
    ["podemos falar em espanhol?", "es"],
    ["em inglês por favor", "en"],
    ["¿hablamos en portugués?", "pt"],
    ["can we speak Portuguese?", "pt"],
    ["prefiro em português", "pt"],
  ])("is the one asked for in %j", (text, language) => {
    for (const fallback of languages) expect(languageOf([text], fallback)).toBe(language);
    expect(languageOf([text, "Leeds"], language === "en" ? "es" : "en")).toBe(language);
  });

  test("is the candidate's when the one asked for is none of ours", () => {
    expect(languageOf(["¿Podemos hablar en chino?"], "en")).toBe("es");
  });
});

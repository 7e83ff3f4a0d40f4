import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/agent/rules/language.ts";

describe("the language", () => {
  test.each<[string[], "en" | "es", "en" | "es"]>([
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

  test("changes with a whole sentence, and stays changed", () => {
    const talk = ["Hi, I am looking for a job as a waiter", "Prefiero seguir escribiendo así, la verdad"];
    expect(languageOf(talk, "en")).toBe("es");
    expect(languageOf([...talk, "ok"], "en")).toBe("es");
  });

  test.each<[string, "en" | "es"]>([
    ["¿Podemos hablar en inglés, por favor?", "en"],
    ["en inglés por favor", "en"],
    ["Can we speak Spanish?", "es"],
    ["Spanish please", "es"],
    ["prefiero en español", "es"],
    ["I'd rather write in English", "en"],
  ])("is the one asked for in %j", (text, language) => {
    for (const fallback of ["en", "es"] as const) expect(languageOf([text], fallback)).toBe(language);
    expect(languageOf([text, "Leeds"], language === "en" ? "es" : "en")).toBe(language);
  });

  test("is the candidate's when the one asked for is none of ours", () => {
    expect(languageOf(["¿Podemos hablar en alemán?"], "en")).toBe("es");
  });
});

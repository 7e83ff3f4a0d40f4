import { describe, expect, test } from "vitest";
import { extractByRules } from "../../../src/agent/rules/extract.ts";
import { answerFromVacancy } from "../../../src/agent/rules/faq.ts";
import type { Language } from "../../../src/recruiting/language.ts";
import { questionIn, vacancySchema } from "../../../src/recruiting/vacancies.ts";
import { turnOf } from "./turns.ts";

const vacancy = vacancySchema.parse({
  id: "cook-madrid",
  title: "Cocinero",
  place: { city: "Madrid", country: "ES" },
  language: "es",
  pay: "1.600 € brutos al mes",
  shifts: ["morning", "evening"],
  faq: [
    { q: "¿Dónde está el restaurante?", a: "En la calle Fuencarral 118." },
    { q: "¿Hay comida de personal?", a: "Sí, se come en los dos turnos." },
  ],
  questions: [
    question(
      "food_card",
      "boolean",
      "¿Tienes el carné de manipulador de alimentos?",
      "Do you have the food handler card?",
    ),
    question("split_shift", "boolean", "¿Puedes trabajar en turno partido?", "Can you work split shifts?"),
    question("permission", "boolean", "¿Tienes permiso de trabajo en España?", "Do you have a work permit for Spain?"),
    question("max_lift", "number", "¿Cuántos kilos puedes levantar?", "How many kilos can you lift?"),
    question(
      "kitchen_years",
      "number",
      "¿Cuántos años has trabajado en cocina?",
      "How many years have you worked in a kitchen?",
    ),
    question("begin", "date", "¿Cuándo podrías empezar?", "When could you start?"),
    question("specialty", "text", "¿Cuál es tu especialidad?", "What is your specialty?"),
    question("spoken", "languages", "¿Qué idiomas hablas?", "Which languages do you speak?"),
    {
      ...question("level", "choice", "¿Qué nivel de inglés tienes?", "How good is your English?"),
      options: ["none", "basic", "fluent"],
      option_labels: {
        none: { es: "nada", en: "none" },
        basic: { es: "básico", en: "basic" },
        fluent: { es: "fluido", en: "fluent" },
      },
    },
  ],
});

type Row = [asked: string | null, says: string, answers: Record<string, unknown>];

const spanish: Row[] = [
  ["food_card", "sí", { food_card: true }],
  ["food_card", "claro q sí", { food_card: true }],
  ["food_card", "sin prbolema", { food_card: true }],
  ["food_card", "no, todavía no", { food_card: false }],
  ["food_card", "no lo tengo", { food_card: false }],
  ["food_card", "¿para qué es eso?", {}],
  ["food_card", "prefiero no decirlo", {}],
  ["split_shift", "partido no puedo, tengo niños", { split_shift: false }],
  ["max_lift", "unos 30 kg", { max_lift: 30 }],
  ["max_lift", "veinte", { max_lift: 20 }],
  ["max_lift", "no sé", {}],
  ["kitchen_years", "2 años y medio", { kitchen_years: 2.5 }],
  ["kitchen_years", "18 meses", { kitchen_years: 1.5 }],
  ["begin", "el lunes que viene", { begin: "2026-11-23" }],
  ["specialty", "los arroces y el pescado", { specialty: "los arroces y el pescado" }],
  ["specialty", "¿y cuánto pagan?", {}],
  [
    "spoken",
    "español nativo e inglés B1",
    {
      spoken: [
        { code: "es", level: "native" },
        { code: "en", level: "B1" },
      ],
    },
  ],
  ["level", "básico", { level: "basic" }],
  ["level", "fluido, viví en Londres", { level: "fluent" }],
  ["level", "nada de nada", { level: "none" }],
  ["level", "no, ninguno", { level: "none" }],
  // Nobody asked.
  [null, "tengo el carnet de manipulador de alimentos", { food_card: true }],
  [null, "no tengo el carné de manipulador", { food_card: false }],
  [null, "mi hermana tiene el carné de manipulador", {}],
  [null, "¿hace falta el carné de manipulador?", {}],
  [null, "tengo permiso de trabajo", { permission: true }],
  [null, "llevo 3 años de cocinero", { kitchen_years: 3 }],
  [null, "puedo empezar mañana", { begin: "2026-11-21" }],
  [null, "sí", {}],
  [null, "30", {}],
];
const english: Row[] = [
  ["food_card", "yep", { food_card: true }],
  ["food_card", "nope", { food_card: false }],
  ["split_shift", "I can't do split shifts", { split_shift: false }],
  ["max_lift", "about 25 kilos", { max_lift: 25 }],
  ["level", "fluent", { level: "fluent" }],
  [null, "I have a food handler card", { food_card: true }],
  [null, "does the food handler card cost much?", {}],
];

describe.each<[Language, Row[]]>([
  ["es", spanish],
  ["en", english],
])("answers to a vacancy's own questions in %s", (language, rows) => {
  test.each(rows)("asked %s: %s", async (asked, says, answers) => {
    const turn = { ...turnOf(language, { says }), vacancy, askedOwn: questionIn(vacancy, asked) };
    const { facts } = await extractByRules(turn, AbortSignal.timeout(60_000));
    const own = facts.filter(({ field }) => questionIn(vacancy, field) !== null);
    expect(Object.fromEntries(own.map(({ field, value }) => [field, value]))).toEqual(answers);
    for (const { quote } of facts) expect(says).toContain(quote);
  });
});

test.each<[Language, string, string | undefined]>([
  ["es", "¿dónde está el restaurante?", "En la calle Fuencarral 118."],
  ["es", "y hay comida de personal?", "Sí, se come en los dos turnos."],
  ["es", "¿cuánto pagáis?", "1.600 € brutos al mes"],
  ["en", "how much do you pay?", "1.600 € brutos al mes"],
  ["en", "where is it?", "En la calle Fuencarral 118."],
  ["es", "¿hay gimnasio?", undefined],
  ["es", "vivo en la calle Fuencarral", undefined],
])("in %s, %j is answered in the vacancy's words or not at all", (language, says, answer) => {
  expect(answerFromVacancy({ ...turnOf(language, { says }), vacancy })).toBe(answer);
});

function question(id: string, type: string, es: string, en: string) {
  return { id, type, text: { es, en }, required: true };
}

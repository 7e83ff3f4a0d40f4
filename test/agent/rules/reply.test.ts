import { describe, expect, test } from "vitest";
import { describeProfile } from "../../../src/agent/rules/describe.ts";
import { noteByRules } from "../../../src/agent/rules/note.ts";
import { replyByRules } from "../../../src/agent/rules/reply.ts";
import { tables } from "../../../src/agent/rules/tables/tables.ts";
import type { Plan, Turn } from "../../../src/agent/turn.ts";
import { controlOf } from "../../../src/recruiting/controls.ts";
import type { Profile } from "../../../src/recruiting/fields.ts";
import type { Language } from "../../../src/recruiting/language.ts";
import { languages } from "../../../src/recruiting/language.ts";
import { vacancySchema } from "../../../src/recruiting/vacancies.ts";
import { unspoken } from "../turns.ts";
import { turnOf } from "./turns.ts";

const whole: Profile = {
  first_name: "Lucía",
  last_name: "Pérez",
  city: "Sevilla",
  country: "ES",
  roles: ["camarera", "cocinera"],
  experience_years: 1.5,
  languages: [
    { code: "es", level: "native" },
    { code: "en", level: "B2" },
    { code: "fr", level: null },
  ],
  available_from: "2026-11-23",
  hours: "either",
  shifts: ["morning", "weekend"],
  own_transport: false,
  over_18: true,
  pay_expectation: { amount: 9.5, currency: "EUR", period: "hour" },
};

const signal = AbortSignal.timeout(60_000);

function say(language: Language, plan: Partial<Plan>): Promise<string> {
  const whole: Plan = {
    kind: "ask",
    asks: "city",
    ...unspoken,
    intents: ["answer"],
    profile: {},
    ...plan,
  };
  return replyByRules(turnOf(language, { says: "…" }), whole, signal);
}

describe("the reply", () => {
  test("to the first message says that an automatic assistant speaks, and asks one thing", async () => {
    expect(await say("es", { first: true, asks: "name" })).toBe(
      "¡Hola! Soy un asistente automático de selección y te ayudo con tu candidatura. ¿Cómo te llamas?",
    );
    expect(await say("pt", { first: true, asks: "name" })).toBe(
      "Olá! Sou um assistente automático de recrutamento e ajudo com a sua candidatura. Como se chama?",
    );
    expect(await say("en", { first: true, asks: "name" })).toBe(
      "Hello! I am an automated recruitment assistant and I help you with your application. What is your name?",
    );
  });

  test("repeats what was learned, once, in words", async () => {
    const profile = { first_name: "Lucía", last_name: "Pérez", city: "Sevilla", country: "ES" };
    expect(await say("es", { learned: ["first_name", "last_name", "city", "country"], profile, asks: "roles" })).toBe(
      "He anotado: nombre: Lucía Pérez, ciudad: Sevilla. ¿De qué te gustaría trabajar?",
    );
    expect(await say("en", { learned: ["country"], profile })).toBe(
      "I have noted: country: Spain. Which city do you live in?",
    );
    expect(await say("en", { learned: ["last_name"], profile, intents: ["correction"] })).toContain(
      "I have corrected it: last name: Pérez.",
    );
  });

  test("asks again in other words", async () => {
    for (const { language, texts } of Object.values(tables)) {
      for (const [question, words] of Object.entries(texts.ask))
        expect(Object.entries(texts.askAgain)).not.toContainEqual([question, words]);
      expect(await say(language, { again: true })).toBe(texts.askAgain.city);
    }
  });

  test("says honestly that a question goes to the team, and goes on", async () => {
    expect(await say("es", { intents: ["question"] })).toBe(`${tables.es.texts.passedOn} ¿En qué ciudad vives?`);
    expect(await say("en", { intents: ["status"] })).toBe(`${tables.en.texts.passedOn} Which city do you live in?`);
  });

  test.each([
    ["stop", "BAJA", "STOP", "PARAR"],
    ["delete", "BORRAR", "DELETE", "APAGAR"],
    ["export", "MIS DATOS", "EXPORT", "MEUS DADOS"],
    ["why", "POR QUÉ", "WHY", "PORQUÊ"],
  ] as const)("names the word to write for %s", async (intent, spanish, english, portuguese) => {
    expect(await say("es", { intents: [intent] })).toContain(` ${spanish}.`);
    expect(await say("en", { intents: [intent] })).toContain(` ${english}.`);
    expect(await say("pt", { intents: [intent] })).toContain(` ${portuguese}.`);
    for (const word of [spanish, english, portuguese]) expect(controlOf(word)).toBe(intent);
  });

  test("reads everything back and asks whether it is right", async () => {
    expect(await say("es", { kind: "confirm", asks: "confirm", profile: whole, learned: ["languages"] })).toBe(
      "Esto es lo que tengo: nombre: Lucía Pérez, ciudad: Sevilla, puesto: camarera y cocinera, experiencia: 1,5 años, " +
        "idiomas: español (nativo), inglés (B2) y francés, disponible desde: lunes, 23 de noviembre de 2026, jornada: completa o media, " +
        "turnos: mañana y fin de semana, sueldo deseado: 9,50 € la hora, transporte propio: no, mayor de edad: sí. ¿Es todo correcto?".replaceAll(
          " €",
          "\u00A0€",
        ),
    );
  });

  test("leaves offtopic politely, hands off, and ends", async () => {
    expect(await say("es", { intents: ["offtopic"] })).toBe(`${tables.es.texts.offtopic} ¿En qué ciudad vives?`);
    expect(await say("en", { kind: "hand_off", asks: null, intents: ["human", "question"] })).toBe(
      tables.en.texts.handOff,
    );
    expect(await say("en", { kind: "done", asks: null })).toBe(tables.en.texts.done);
    expect(await say("es", { kind: "chat", asks: null })).toBe(tables.es.texts.chat);
  });

  test.each(["$& $1 $' {facts}", "{facts}", "$$"])("repeats %j as it is", async (first_name) => {
    expect(await say("en", { learned: ["first_name"], profile: { first_name } })).toContain(`name: ${first_name}.`);
  });

  test("stays short whatever was said", async () => {
    const roles = Array.from({ length: 20 }, () => "x".repeat(200));
    expect(
      (await say("en", { kind: "confirm", asks: "confirm", profile: { roles, skills: roles, licences: roles } }))
        .length,
    ).toBeLessThan(1_000);
  });
});

test("a profile is described field by field, in the language", () => {
  expect(Object.fromEntries(describeProfile(whole, "en").map(({ field, value }) => [field, value]))).toEqual({
    first_name: "Lucía",
    last_name: "Pérez",
    city: "Sevilla",
    country: "Spain",
    roles: "camarera and cocinera",
    experience_years: "1.5 years",
    languages: "Spanish (native), English (B2) and French",
    available_from: "Monday, 23 November 2026",
    hours: "full or part time",
    shifts: "morning and weekend",
    pay_expectation: "€9.50 an hour",
    own_transport: "no",
    over_18: "yes",
  });
  expect(describeProfile({ experience_years: 1 }, "es")).toEqual([
    { field: "experience_years", label: "experiencia", value: "1 año" },
  ]);
  expect(describeProfile({}, "en")).toEqual([]);
});

describe("the note for recruiters", () => {
  const plan: Plan = {
    kind: "hand_off",
    asks: null,
    ...unspoken,
    intents: ["human"],
    profile: { first_name: "Lucía", city: "Sevilla" },
    quotes: { city: "de sevilla" },
  };

  test("says why, what is known, what is missing and what was said last", async () => {
    expect(await noteByRules(turnOf("es", { says: "quiero hablar con una persona" }), plan, signal)).toBe(
      [
        "La persona ha pedido hablar con alguien del equipo.",
        "Lo que sabemos:",
        "- nombre: Lucía",
        "- ciudad: Sevilla («de sevilla»)",
        "Falta: puesto, experiencia, disponible desde, idiomas.",
        "Idioma: español.",
        "Último mensaje: «quiero hablar con una persona»",
        "Siguiente paso: contesta aquí a su último mensaje.",
      ].join("\n"),
    );
  });

  test.each([
    [{ intents: ["complaint", "human"] }, "The person complains."],
    [{ intents: ["question"], kind: "ask" }, "The person asks something that the assistant cannot answer."],
    [{ intents: ["answer"], kind: "done" }, "The application is complete and confirmed."],
    [{ intents: ["answer"] }, "The assistant cannot go on."],
  ] as const)("%j: %s", async (about, reason) => {
    const note = await noteByRules(
      turnOf("en", { says: "x" }),
      { ...plan, ...about, intents: [...about.intents], profile: {} },
      signal,
    );
    expect(note.split("\n").slice(0, 2)).toEqual([reason, "Nothing is known about this person yet."]);
  });
});

test("what controls answer names the words that work", () => {
  const { en, es, pt } = tables;
  expect(es.texts.controls.stopped).toContain("ALTA");
  expect(en.texts.controls.stopped).toContain("START");
  expect(es.texts.controls.deleteAsk).toContain("BORRAR");
  expect(en.texts.controls.deleteAsk).toContain("DELETE");
  expect(pt.texts.controls.stopped).toContain("REATIVAR");
  expect(pt.texts.controls.deleteAsk).toContain("APAGAR");
  for (const word of ["PARAR", "APAGAR", "HUMANO", "MEUS DADOS"]) {
    expect(pt.texts.controls.why).toContain(word);
    expect(controlOf(word)).toBeDefined();
  }
  for (const word of ["BAJA", "BORRAR", "HUMANO", "MIS DATOS"]) expect(es.texts.controls.why).toContain(word);
  for (const word of ["STOP", "DELETE", "HUMAN", "EXPORT"]) expect(en.texts.controls.why).toContain(word);
});

test.each(languages)("every word in capitals that we tell people to write in %s works as it says", (language) => {
  const { write } = tables[language].texts;
  for (const [control, text] of Object.entries(write)) {
    const [word = ""] = /\p{Lu}[\p{Lu}\s]+\p{Lu}/u.exec(text) ?? [];
    expect(controlOf(word), text).toBe(control);
  }
});

describe("around a vacancy", () => {
  const vacancy = vacancySchema.parse({
    id: "cook-madrid",
    title: "Cocinero",
    place: { city: "Madrid", country: "ES" },
    language: "es",
    pay: "1.600 € al mes.",
    questions: [{ id: "card", text: { es: "¿Tienes el carné?", en: "Do you have the card?" }, type: "boolean" }],
  });
  const [card = null] = vacancy.questions;

  function reply(about: Partial<Plan>, given: Partial<Turn> = {}, says = "…"): Promise<string> {
    const plan: Plan = { kind: "ask", asks: "card", ...unspoken, intents: ["answer"], profile: {}, ...about };
    const own = plan.asks === "card" ? card : null;
    return replyByRules({ ...turnOf("es", { says }), vacancy, ...given }, { ...plan, own }, signal);
  }

  test("the first words say who speaks and what for, and end with the vacancy's question", async () => {
    expect(await reply({ first: true })).toBe(
      "¡Hola! Soy un asistente automático de selección y te ayudo con tu candidatura. Esta candidatura es para «Cocinero». ¿Tienes el carné?",
    );
    expect(await reply({ again: true })).toBe("Perdona, no me ha quedado claro. ¿Tienes el carné?");
  });

  test("a question is answered in the vacancy's words, or passed on with the word for a person", async () => {
    expect(await reply({ intents: ["question"] }, {}, "¿cuánto pagan?")).toBe(
      "Según la oferta: «1.600 € al mes». ¿Tienes el carné?",
    );
    expect(await reply({ intents: ["question"] }, {}, "¿hay gimnasio?")).toContain("escribe HUMANO");
  });

  test("whoever comes back after days is told where we stopped, and not a moment later", async () => {
    const said = (at: string) => [{ from: "bot" as const, text: "?", at }];
    expect(await reply({}, { recent: said("2026-11-18T10:00:00+01:00") })).toBe(
      "Seguimos donde lo dejamos. ¿Tienes el carné?",
    );
    expect(await reply({}, { recent: said("2026-11-20T08:00:00+01:00") })).toBe("¿Tienes el carné?");
  });

  test("a closed vacancy, a contradiction and the team's hours are said as they are", async () => {
    expect(await reply({ asks: "vacancy" }, { closed: "Camarera" })).toContain(
      "La oferta «Camarera» ya se ha cerrado.",
    );
    expect(await reply({ asks: "city", doubt: "city" })).toBe(
      "Me has dado dos datos distintos (ciudad). ¿Cuál es el correcto?",
    );
    expect(await reply({ kind: "hand_off", asks: null }, { back: { day: "mon", time: "09:00" } })).toMatch(
      /vuelve el lunes a las 09:00\.$/,
    );
  });

  test("whoever wants no more messages is told the word and asked nothing", async () => {
    expect(await reply({ kind: "chat", intents: ["stop"] })).toBe("Si no quieres recibir más mensajes, escribe BAJA.");
  });

  test("the answers are read back with their questions, and stand in the note", async () => {
    expect(await reply({ kind: "confirm", asks: "confirm", answers: { card: true } })).toContain(
      "¿Tienes el carné? sí",
    );
  });
});

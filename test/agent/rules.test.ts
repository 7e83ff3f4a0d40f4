import { describe, expect, test } from "vitest";
import { runRules } from "../../src/agent/rules.ts";
import type { TurnInput } from "../../src/platform/database.ts";

const es = {
  greeting: "¡Hola! Soy un asistente automático de selección.",
  name: "¿Cómo te llamas?",
  place: "¿En qué ciudad vives?",
  role: "¿De qué te gustaría trabajar?",
};
const en = {
  greeting: "Hello! I am an automated recruitment assistant.",
  name: "What is your name?",
  place: "Which city do you live in?",
  role: "What kind of job are you looking for?",
};
const questions = [es, en].flatMap(({ greeting: _greeting, ...asks }) => Object.values(asks));

describe("the greeting", () => {
  test.each([
    ["Hola", es.greeting],
    ["Hello", en.greeting],
    ["👋", en.greeting],
  ])("to %j says that an automated assistant answers, and asks for the name", async (text, greeting) => {
    const { said } = await answer({ messages: [text] });
    expect(said).toBe(`${greeting} ${greeting === es.greeting ? es.name : en.name}`);
  });

  test("comes only with the first answer", async () => {
    expect((await answer({ messages: ["Hola"], recent: [["bot", es.name]] })).said).toBe(es.name);
    expect((await answer({ messages: ["Hola"], recent: [["candidate", "¿Hay alguien?"]] })).said).toContain(
      es.greeting,
    );
  });
});

describe("what somebody tells", () => {
  test.each([
    [
      "Hola, soy Lucía Pérez, de Sevilla, busco trabajo de camarera",
      {
        name: ["Lucía Pérez", "soy Lucía Pérez"],
        place: ["Sevilla", "de Sevilla"],
        role: ["camarera", "trabajo de camarera"],
      },
    ],
    [
      "Hi, I'm Lucy Smith, from Leeds, looking for work as a waitress",
      {
        name: ["Lucy Smith", "I'm Lucy Smith"],
        place: ["Leeds", "from Leeds"],
        role: ["waitress", "work as a waitress"],
      },
    ],
    ["Me llamo María del Mar Núñez-Ros.", { name: ["María del Mar Núñez-Ros", "Me llamo María del Mar Núñez-Ros"] }],
    ["I am Seán O’Neill", { name: ["Seán O’Neill", "I am Seán O’Neill"] }],
    ["Vivo en Sevilla 😀", { place: ["Sevilla", "Vivo en Sevilla"] }],
    ["Busco trabajo de camarera en Sevilla", { role: ["camarera", "trabajo de camarera"] }],
    ["busco trabajo como jefe de cocina 👨‍🍳", { role: ["jefe de cocina", "trabajo como jefe de cocina"] }],
    ["I want to work as a sous-chef in Leeds", { role: ["sous-chef", "work as a sous-chef"] }],
    ["quiero trabajar de enfermera", { role: ["enfermera", "trabajar de enfermera"] }],
    ["I want work as a waiter job", { role: ["waiter", "work as a waiter"] }],
  ])("%s", async (text, expected) => {
    const { facts } = await answer({ messages: [text] });
    const found = Object.entries(expected).map(([field, [value, quote]]) => ({
      field,
      value,
      quote,
      messageId: 1,
      confidence: 0.8,
    }));
    expect(facts).toEqual(found);
    for (const { quote, value } of facts) {
      expect(text).toContain(quote);
      expect(quote).toContain(value);
    }
  });

  test("is repeated once, and the next thing is asked", async () => {
    const { said } = await answer({ messages: ["Hola, soy Lucía Pérez, busco trabajo de camarera"] });
    expect(said).toBe(`${es.greeting} He anotado: nombre: Lucía Pérez, puesto: camarera. ${es.place}`);
  });

  test("over several messages is put together, each field with its own message, the last word winning", async () => {
    const { facts, said } = await answer({ messages: ["Hola", "soy Lucía", "vivo en Sevilla", "no, vivo en Huelva"] });
    expect(facts).toMatchObject([
      { field: "name", value: "Lucía", messageId: 2, quote: "soy Lucía" },
      { field: "place", value: "Huelva", messageId: 4, quote: "vivo en Huelva" },
    ]);
    expect(said).toContain(es.role);
  });

  test("again is no news", async () => {
    const { facts, said } = await answer({
      messages: ["soy Lucía"],
      recent: [["bot", es.place]],
      known: { name: "Lucía" },
    });
    expect(facts).toEqual([]);
    expect(said).toBe(es.place);
  });

  test("otherwise than before replaces it", async () => {
    const { facts, said } = await answer({
      messages: ["Perdón, me llamo Lucía Gómez"],
      recent: [["bot", es.role]],
      known: { name: "Lucía Pérez", place: "Sevilla" },
    });
    expect(facts).toMatchObject([{ field: "name", value: "Lucía Gómez" }]);
    expect(said).toBe(`He anotado: nombre: Lucía Gómez. ${es.role}`);
  });
});

describe("what is asked", () => {
  test.each([
    [{}, "name"],
    [{ name: "Lucía" }, "place"],
    [{ place: "Sevilla" }, "name"],
    [{ name: "Lucía", place: "Sevilla" }, "role"],
    [{ name: "Lucía", role: "camarera" }, "place"],
    [{ name: "Lucía", place: "Sevilla", role: "camarera" }, null],
  ] as const)("%j known: %s, and nothing else", async (known, asks) => {
    for (const [table, text] of [
      [es, "gracias"],
      [en, "thanks"],
    ] as const) {
      const { said, decision } = await answer({ messages: [text], known });
      const asked = questions.filter((question) => said.includes(question));
      expect(asked).toEqual(asks === null ? [] : [table[asks]]);
      expect(decision).toMatchObject({ engine: "rules", asks });
    }
  });
});

describe("the answer to a question", () => {
  test.each<[string, string, string, string]>([
    ["a name in small letters", "¿Cómo te llamas?", "lucía pérez ", "name"],
    ["a city", "¿En qué ciudad vives?", "en huelva", "place"],
    ["a job", "What kind of job are you looking for?", "nurse", "role"],
    ["a name after a greeting of ours", `${en.greeting} ${en.name}`, "Lucy", "name"],
  ])("%s fills what was asked", async (_name, question, text, field) => {
    const { facts } = await answer({ messages: [text], recent: [["bot", question]] });
    expect(facts).toEqual([{ field, value: text.trim(), quote: text.trim(), messageId: 1, confidence: 0.6 }]);
  });

  test("counts when the question was asked in the other language", async () => {
    const recent: Said[] = [
      ["candidate", "👋"],
      ["bot", `${en.greeting} ${en.name}`],
    ];
    const { facts, said } = await answer({ messages: ["Me llamo Lucía"], recent });
    expect(facts).toMatchObject([{ field: "name", value: "Lucía", quote: "Me llamo Lucía" }]);
    expect(said).toBe(`He anotado: nombre: Lucía. ${es.place}`);
    const short = await answer({ messages: ["Lucía, gracias"], recent });
    expect(short.facts).toMatchObject([{ field: "name" }]);
  });

  test.each([
    ["a greeting", ["¡Hola!"]],
    ["thanks", ["gracias 😀"]],
    ["a question", ["¿Quién eres?"]],
    ["a sign", ["👍"]],
    ["blanks", ["  \n "]],
    ["a story", ["ayer vi el anuncio en la parada del autobús"]],
    ["several messages", ["espera", "un momento"]],
  ])("is not %s", async (_name, messages) => {
    const { facts, said } = await answer({
      messages,
      recent: [
        ["candidate", "Hola"],
        ["bot", es.name],
      ],
    });
    expect(facts).toEqual([]);
    expect(said).toBe(es.name);
  });

  test("counts when the provider's clock puts an earlier message after our question", async () => {
    const { facts } = await answer({
      messages: ["lucía"],
      recent: [
        ["bot", es.name],
        ["candidate", "Hola"],
      ],
    });
    expect(facts).toMatchObject([{ field: "name", value: "lucía" }]);
  });

  test("is not an answer when nothing was asked", async () => {
    expect((await answer({ messages: ["Lucía"], recent: [["bot", "Gracias."]] })).facts).toEqual([]);
  });
});

test("the language is the candidate's, whatever we have said", async () => {
  const recent: Said[] = [
    ["bot", `${en.greeting} ${en.name}`],
    ["bot", en.name],
    ["candidate", "soy yo"],
  ];
  expect((await answer({ messages: ["buenas"], recent })).said).toBe(es.name);
  expect((await answer({ messages: ["hi, I want a job please, thanks"], recent })).said).toBe(en.name);
});

describe("hostile text", () => {
  const long = 64 * 1024;
  const repeated = (part: string) => part.repeat(Math.ceil(long / part.length));

  test.each([
    ["emoji", repeated("😀")],
    ["control characters", repeated("\u0001\u0007\u001B[31m\r\n\t")],
    ["marks of direction", repeated("\u202E\u200F")],
    ["combining marks", `soy A${repeated("\u0301")}`],
    ["capitals", `soy ${repeated("Aa ")}`],
    ["one endless name", `soy ${repeated("A")}`],
    ["names with particles", `soy Aa ${repeated("de la ")}`],
    ["one endless role", `trabajo de ${repeated("a")}`],
    ["blanks after a role", `trabajo de camarera${repeated(" ")}`],
    ["roles without end", repeated("trabajo de ")],
    ["places without end", repeated(", de A")],
    ["beginnings of marks", repeated("me llam")],
    ["marks", repeated("hola hi ")],
    ["hyphens", `work as a ${repeated("- ")}`],
    ["letters that grow in small", repeated("İ")],
  ])("%s: one short answer, every quote verbatim", async (_name, text) => {
    const { facts, said } = await answer({
      messages: [text, text],
      recent: [
        ["candidate", text],
        ["bot", es.name],
      ],
    });
    expect(said.length).toBeLessThan(1_000);
    for (const { value, quote } of facts) {
      expect(text).toContain(quote);
      expect(quote).toContain(value);
    }
  });

  test.each(["$& $1 $' {noted}", "{noted}", "$$"])("%s as an answer is repeated as it is", async (text) => {
    const { said } = await answer({
      messages: [`a${text}`],
      recent: [
        ["candidate", "Hola"],
        ["bot", es.name],
      ],
    });
    expect(said).toBe(`He anotado: nombre: a${text}. ${es.place}`);
  });
});

test("one bubble a turn; what the turn was given goes on unchanged", async () => {
  const turn = turnOf({ messages: ["Hola", "soy Lucía", "¿hay alguien?"] });
  const { effects, checkpointId, summary } = await runRules({ ...turn, checkpoint_id: "c1", summary: "so far" });
  expect(effects).toMatchObject([{ destination: "whatsapp", origin: "bot", kind: "text" }]);
  expect({ checkpointId, summary }).toEqual({ checkpointId: "c1", summary: "so far" });
});

type Said = ["candidate" | "bot", string];
interface Given {
  messages: string[];
  recent?: Said[];
  known?: Record<string, string>;
}

async function answer(given: Given) {
  const { effects, facts, decision } = await runRules(turnOf(given));
  expect(effects).toHaveLength(1);
  return { said: effects[0]?.body.text ?? "", facts, decision };
}

/** A turn whose messages have the ids 1, 2, 3 and so on. */
function turnOf({ messages, recent = [], known = {} }: Given): TurnInput {
  const at = "2026-11-20T10:00:00.000Z";
  return {
    conversation: 1,
    fence: 1,
    gen: messages.length,
    attempts: 1,
    channel: "whatsapp",
    mode: "bot",
    opted_out: false,
    contact: { id: 1, name: null },
    checkpoint_id: null,
    summary: null,
    messages: messages.map((text, i) => ({ id: i + 1, kind: "text", provider_id: `wamid.${i}`, text, sent_at: at })),
    facts: Object.entries(known).map(([field, value]) => ({
      field,
      value,
      message_id: 900,
      quote: value,
      confidence: 0.8,
    })),
    recent: recent.map(([from, text]) => ({ from, text, at })),
  };
}

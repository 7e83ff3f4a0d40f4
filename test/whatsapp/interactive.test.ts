import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sendSchema } from "../../sandbox/360dialog/send.ts";
import { tapBody } from "../../sandbox/webhook-body.ts";
import { interactiveOf, optionOf } from "../../src/whatsapp/interactive.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";

const ask = "¿Qué oferta te interesa?";
const letters = (count: number) => "abcdefghijk".slice(0, count).split("");
const anyButtons = z.object({
  action: z.object({ buttons: z.array(z.object({ reply: z.object({ title: z.string() }) })) }),
});
const anyList = z.object({ action: z.object({ sections: z.tuple([z.object({ rows: z.array(z.unknown()) })]) }) });

function titlesOf(...options: string[]): string[] {
  return anyButtons.parse(interactiveOf(ask, options)).action.buttons.map(({ reply }) => reply.title);
}

/** The first rows of a list that is filled up with short ones. */
function rowsOf(...options: string[]): unknown[] {
  const list = anyList.parse(interactiveOf(ask, [...options, ...letters(3)]));
  return list.action.sections[0].rows.slice(0, options.length);
}

test.each([
  [0, undefined],
  [1, "button"],
  [3, "button"],
  [4, "list"],
  [10, "list"],
  [11, undefined],
])("%i options are shown as %s", (count, type) => {
  expect(interactiveOf(ask, letters(count))?.["type"]).toBe(type);
});

test("a list has one section, ids by position, and no description where the title says all", () => {
  expect(interactiveOf(ask, ["Sala", "Cocina", "Barra", "Pisos"], "Ver ofertas")).toStrictEqual({
    type: "list",
    body: { text: ask },
    action: {
      button: "Ver ofertas",
      sections: [
        {
          rows: [
            { id: "option:0", title: "Sala" },
            { id: "option:1", title: "Cocina" },
            { id: "option:2", title: "Barra" },
            { id: "option:3", title: "Pisos" },
          ],
        },
      ],
    },
  });
});

test.each<[string, string | undefined, string]>([
  ["as given", "12345678901234567890", "12345678901234567890"],
  ["cut behind 20 characters", "123456789012345678901", "1234567890123456789…"],
  ["dots when there are no words", undefined, "…"],
  ["dots when there are only blanks", " ", "…"],
])("the words that open a list are %s", (_name, choose, button) => {
  expect(interactiveOf(ask, letters(4), choose)).toMatchObject({ action: { button } });
});

test.each([3, 4])("a text of 1024 characters takes %i options, a longer one none", (count) => {
  expect(interactiveOf("a".repeat(1024), letters(count))).toBeDefined();
  expect(interactiveOf("a".repeat(1025), letters(count))).toBeUndefined();
  // 1024 characters for people, more for an API that counts UTF-16.
  expect(interactiveOf("😀".repeat(513), letters(count))).toBeUndefined();
});

describe("a button", () => {
  test.each([
    ["of 20 characters is whole", "12345678901234567890", "12345678901234567890"],
    ["has single blanks", "  Turno \n de noche ", "Turno de noche"],
    ["keeps an emoji at the edge", "12345678901234567😀8", "12345678901234567😀8"],
  ])("%s", (_name, option, title) => {
    expect(titlesOf(option, "No")).toEqual([title, "No"]);
  });

  test("that would look like another leaves the text alone", () => {
    expect(interactiveOf(ask, ["Sí", " Sí"])).toBeUndefined();
  });

  test.each(["123456789012345678901", "12345678901234567👩🏽‍🍳 8"])(
    "never loses its end: %j makes all a list",
    (option) => {
      const shown = interactiveOf(ask, [option, "No"]);
      expect(shown).toMatchObject({ type: "list" });
    },
  );

  test.each(["", " \n"])("without words leaves the text alone: %j", (option) => {
    expect(interactiveOf(ask, ["Sí", option])).toBeUndefined();
    expect(interactiveOf(ask, [...letters(3), option])).toBeUndefined();
  });
});

describe("a row", () => {
  test.each<[string, string, object]>([
    ["of 24 characters is a title", "Camarero de sala Sevilla", { title: "Camarero de sala Sevilla" }],
    [
      "of 25 goes on in the description",
      "Camarero de salas Sevilla",
      { title: "Camarero de salas", description: "Sevilla" },
    ],
    [
      "is cut at the last blank that leaves 24",
      "Camarero de sala en un – hotel",
      { title: "Camarero de sala en un –", description: "hotel" },
    ],
    [
      "that is one word begins in the title and stands in the description",
      "Fachkraftlagerlogistikhelfer",
      { title: "Fachkraftlagerlogistikh…", description: "Fachkraftlagerlogistikhelfer" },
    ],
    [
      "is not cut behind dots, which would say that it is one word",
      "Camarero de sala y más… hoy mismo",
      { title: "Camarero de sala y", description: "más… hoy mismo" },
    ],
    [
      "has room for 72 characters in its description",
      `Camarero ${"x".repeat(72)}`,
      { title: "Camarero", description: "x".repeat(72) },
    ],
    ["is cut after them", `Camarero ${"x".repeat(73)}`, { title: "Camarero", description: `${"x".repeat(71)}…` }],
  ])("%s", (_name, option, row) => {
    expect(rowsOf(option)).toStrictEqual([{ id: "option:0", ...row }]);
  });

  test("is cut earlier where its title is taken", () => {
    expect(rowsOf("Mozo de almacén nocturno – Sevilla", "Mozo de almacén nocturno – Madrid")).toMatchObject([
      { title: "Mozo de almacén nocturno", description: "– Sevilla" },
      { title: "Mozo de almacén", description: "nocturno – Madrid" },
    ]);
  });

  test("whose title is taken however it is cut leaves the text alone", () => {
    expect(interactiveOf(ask, ["Sala", "Sala", "Cocina", "Barra"])).toBeUndefined();
    const word = "a".repeat(24);
    expect(interactiveOf(ask, [`${word}b`, `${word}c`, "Cocina", "Barra"])).toBeUndefined();
  });
});

test("what the provider's own words say about a row is joined, too", () => {
  expect(optionOf({ title: "title", description: "description" })).toBe("title description");
});

test("whatever the options, the provider takes the message and each tap says its option", () => {
  const random = createRandom(20261121);
  const shown = { button: 0, list: 0 };
  for (let round = 0; round < 600; round += 1) {
    const options = Array.from({ length: 1 + random(10) }, () => randomOption(random));
    const interactive = interactiveOf(ask, options, randomOption(random));
    if (interactive === undefined) continue;
    const sent = sendSchema.parse({
      messaging_product: "whatsapp",
      to: "34611000001",
      type: "interactive",
      interactive,
    });
    const { type = "button", options: taps = [] } = sent.interactive ?? {};
    shown[type] += 1;
    const said = taps.map((option) => tapped(tapBody({ wamid: "wamid.1", type, option })));
    expect(said).toEqual(options);
  }
  expect(shown.button).toBeGreaterThan(15);
  expect(shown.list).toBeGreaterThan(60);
});

function tapped(body: unknown): string | undefined {
  return parseWebhook(Buffer.from(JSON.stringify(body)))[0]?.message?.text;
}

/** Up to 72 characters, so that nothing of a row is lost. */
function randomOption(random: (below: number) => number): string {
  const words = ["de", "turno", "👩🏽‍🍳", "más…", "…", "–", "é", "Fachkraftlagerlogistik", "en", "a\u0301"];
  const glue = [" ", " ", "", "/"];
  let option = words[random(words.length)] ?? "";
  for (let count = random(9); count > 0; count -= 1) {
    const longer = option + (glue[random(glue.length)] ?? "") + (words[random(words.length)] ?? "");
    if (longer.length <= 72) option = longer;
  }
  return option;
}

function createRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

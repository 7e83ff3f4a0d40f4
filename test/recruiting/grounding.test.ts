import { describe, expect, test } from "vitest";
import { ungrounded } from "../../src/recruiting/grounding.ts";

const ad = `El restaurante La Encina (Chamberí, Madrid) busca cocinero. 1.600 € brutos al mes en 14 pagas, de 12:00 a
16:30 y de 20:00 a 23:30. Calle Fuencarral 118, cerca del metro. Empieza el 2027-01-11. Nocturnidad: 25 %.
Propinas entre 50 y 80 €. https://www.laencina.example/empleo, empleo@laencina.example, tel. +34 910 123 456.`;

/** What is found in a reply, by kind. */
function kinds(reply: string, sources = [ad]): string[] {
  return ungrounded(reply, sources).map(({ kind }) => kind);
}

describe("what the sources say may be said in other figures:", () => {
  test.each([
    "The job ad says 1600 € a month.",
    "The job ad says €1,600 gross, in 14 payments.",
    "Der Lohn ist 1 600 Euro.",
    "O anúncio diz 1.600,00 EUR.",
    "Tips are between €50 and €80.",
    "De 50 a 80 euros de propinas.",
    "You work 12 to 4:30 pm and 8pm - 11:30 pm.",
    "Vous travaillez de 12h00 à 16h30 et de 20 h à 23h30.",
    "Du arbeitest von 12 bis 16.30 Uhr.",
    "It starts on 11 January 2027, January 11th.",
    "Empieza el 11 de enero. Am 11.1.2027 oder 11.01. geht es los, le 11 janvier, 11/01/2027.",
    "Está en la calle Fuencarral, 118. Calle de Fuencarral 118.",
    "Por la noche, un 25% más; 25 percent.",
    "Write to EMPLEO@laencina.example or see laencina.example and https://laencina.example/empleo.",
    "Call 910123456, 910 12 34 56 or +34 910-123-456.",
    "How many years have you worked in a kitchen? For example 2.",
    "It is open 24/7, z. B. p. ej. e.g. No. 5 of 10 people, 15 kg, B2.",
    "",
  ])("%j", (reply) => {
    expect(ungrounded(reply, [ad])).toEqual([]);
  });
});

describe("what nobody has said is found:", () => {
  test.each([
    ["You get 1.700 € a month.", ["money"]],
    ["You get 16 € an hour.", ["money"]],
    ["12,50/h plus tips", ["money"]],
    ["12.50 an hour", ["money"]],
    ["Ganas 2 mil euros.", ["money"]],
    ["£12 to £14", ["money", "money"]],
    ["Between 50 and 90 €", ["money"]],
    ["R$ 2.500,50", ["money"]],
    ["30 % extra", ["percent"]],
    ["Come at 9:00.", ["time"]],
    ["Von 6-14 Uhr", ["time", "time"]],
    ["at 7 a.m.", ["time"]],
    ["on 12 January", ["date"]],
    ["el 3 de febrero de 2027", ["date"]],
    ["am 1.12. oder 2.12.2026", ["date", "date"]],
    ["le 1er août", ["date"]],
    ["on 2027-01-12", ["date"]],
    ["evil.example", ["link"]],
    ["https://laencina.example/pay", ["link"]],
    ["laencina.example.evil.com", ["link"]],
    ["EVIL.COM", ["link"]],
    ["ev\u200Bil.com", ["link"]],
    ["write to hr@laencina.example", ["email"]],
    ["Call +34 910 123 457", ["phone"]],
    ["Call 600 111 222", ["phone"]],
    ["Calle Fuencarral 18", ["address"]],
    ["in der Hauptstraße 5", ["address"]],
    ["na Rua Augusta, nº 7", ["address"]],
  ])("%j", (reply, found) => {
    expect(kinds(reply)).toEqual(found);
  });
});

test("a figure of another kind is no source: fourteen payments are no 14 €", () => {
  expect(kinds("You get 14 € more, from 25:00, 118 %.")).toEqual(["money", "percent"]);
});

test("each source counts, and without any nothing passes", () => {
  expect(kinds("12 € and 13 €", ["12 €", "13 euros"])).toEqual([]);
  expect(ungrounded("12 €", [])).toEqual([{ kind: "money", text: "12 €" }]);
});

test.each(["a", "1", "1 ", "a.", "a@", "1.", "calle A ", "1/", "€1 a ", "12h"])(
  "a wall of %j takes no time to speak of",
  (part) => {
    const wall = part.repeat(20_000 / part.length);
    expect(kinds("12 €", [wall])).toEqual(["money"]);
    ungrounded(wall, [wall]);
  },
  5_000,
);

import { expect, test } from "vitest";
import { byScore, cosine, fitting, lineOf, named, picked, rank } from "../../src/recruiting/matching.ts";
import { type Vacancy, vacancySchema } from "../../src/recruiting/vacancies.ts";

const waiter = vacancy("waiter-lisbon", "Empregado de mesa", "Lisboa", "Restaurante procura empregados de mesa.");
const cook = vacancy("cook-madrid", "Cocinero", "Madrid", "Cocina de mercado, turno partido.");
const other = vacancy("cook-bilbao", "Cocinero", "Bilbao", "Pintxos.");
const open = [waiter, cook, other];

test.each([
  ["hola, me interesa waiter-lisbon", "waiter-lisbon"],
  ["Quiero aplicar a WAITER LISBON.", "waiter-lisbon"],
  ["o anúncio de empregado de mesa", "waiter-lisbon"],
  ["el puesto de cocinero en Bilbao", "cook-bilbao"],
  ["el puesto de cocinero", undefined],
  ["soy de Lisboa", undefined],
  ["cocineros", undefined],
])("%s names %s", (text, id) => {
  expect(named([text], open)?.id).toBe(id);
});

test("a line of the list is an answer, also when it was cut", () => {
  expect(lineOf(cook)).toBe("Cocinero – Madrid");
  expect(picked(["Cocinero – Madrid"], open)).toBe(cook);
  expect(picked(["cocinero b"], open)).toBe(other);
  expect(picked(["cocinero"], open)).toBeUndefined();
  expect(picked(["no"], open)).toBeUndefined();
});

test("what fits best comes first, with the reason; equal ones keep their order", () => {
  const ranked = rank(open, { roles: ["cocinera"], city: "bilbao" }, ["hola busco trabajo"]);
  expect(ranked.map(({ vacancy: { id } }) => id)).toEqual(["cook-bilbao", "cook-madrid", "waiter-lisbon"]);
  expect(ranked[0]?.reasons).toEqual(["Cocinero", "Bilbao"]);
  expect(rank(open, {}, ["hi"]).map(({ score }) => score)).toEqual([0, 0, 0]);
  expect(rank(open, {}, ["hi"]).map(({ vacancy: { id } }) => id)).toEqual(open.map(({ id }) => id));
});

test("scores from elsewhere give the order; without any, the given one stays", () => {
  const idsBy = (scores: [string, number][]) => byScore(open, new Map(scores)).map(({ id }) => id);
  expect(
    idsBy([
      ["cook-madrid", 0.2],
      ["cook-bilbao", 0.7],
      ["somewhere-else", 1],
    ]),
  ).toEqual(["cook-bilbao", "cook-madrid", "waiter-lisbon"]);
  expect(idsBy([["waiter-lisbon", -0.1]])).toEqual(["cook-madrid", "cook-bilbao", "waiter-lisbon"]);
  expect(idsBy([])).toEqual(open.map(({ id }) => id));
});

test("nearness is told by the direction alone, and nothing is near to nothing", () => {
  expect(cosine([3, 4], [6, 8])).toBeCloseTo(1);
  expect(cosine([1, 0], [0, 5])).toBe(0);
  expect(cosine([1, 1], [-2, -2])).toBeCloseTo(-1);
  expect(cosine([0, 0], [1, 1])).toBe(0);
  expect(cosine([1, 1], [])).toBe(0);
});

test("what fits somebody is told with its reasons, the two best at most, and nothing without one", () => {
  expect(fitting(open, { roles: ["cocinera"], city: "Bilbao" })).toEqual([
    { title: "Cocinero – Bilbao", reasons: ["Cocinero", "Bilbao"] },
    { title: "Cocinero – Madrid", reasons: ["Cocinero"] },
  ]);
  expect(fitting([...open, other, other], { roles: ["cocinera"] })).toHaveLength(2);
  expect(fitting(open, { roles: ["astronauta"], city: "Sevilla" })).toEqual([]);
});

function vacancy(id: string, title: string, city: string, description: string): Vacancy {
  return vacancySchema.parse({ id, title, place: { city, country: "ES" }, language: "es", description });
}

import { expect, test } from "vitest";
import { createCrm } from "../../src/agent/nodes/crm.ts";
import type { OpenVacancy } from "../../src/agent/offer.ts";
import { type Language, languages } from "../../src/recruiting/language.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";
import { startEngines } from "./claude.ts";
import { startAgent } from "./talk.ts";
import { never, noteIn, stateOf, storedFact, turnInput, turnOf } from "./turns.ts";

const waiter = vacancy("waiter-leeds", "Waiter", "Leeds");
const barista = vacancy("barista-leeds", "Barista", "Leeds");
const cook = vacancy("cook-york", "Cook", "York");
const alsoFits = [
  { title: "Barista – Leeds", reasons: ["Leeds"] },
  { title: "Cook – York", reasons: ["Cook", "kitchen"] },
];
const fits = "Barista – Leeds (Leeds); Cook – York (Cook, kitchen)";
const lineIn: Record<Language, string> = {
  en: `Other fitting vacancies: ${fits}.`,
  es: `Otras ofertas que encajan: ${fits}.`,
  pt: `Outras vagas adequadas: ${fits}.`,
  de: `Weitere passende Stellen: ${fits}.`,
  fr: `Autres offres qui conviennent : ${fits}.`,
};

test.each(languages)("in %s recruiters read what else fits, when a person goes on", async (language) => {
  expect(await noteOf("done", language)).toContain(`\n${lineIn[language]}`);
  expect(await noteOf("hand_off", language)).toBe(`A note.\n${lineIn[language]}`); // Claude's
  expect(await noteOf("chat", language)).not.toContain("Barista");
  expect(await noteOf("done", language, [])).not.toMatch(/fitting|encajan|adequadas|passende|conviennent/);
});

test("a turn looks among the other open vacancies, and not at the one applied to", async () => {
  const { runTurn } = await startAgent("rules", [waiter, barista, cook]);
  const { version, ...definition } = waiter;
  const running = { closed: false, submitted: false, decision: null, answers: [] };
  const input = turnInput(["I want to talk to a human being please"], {
    application: { id: 7, vacancy: waiter.id, version, definition, ...running },
    facts: [storedFact("roles", ["waiter"]), storedFact("city", "Leeds")],
  });
  const { effects, handOff } = await runTurn(input, never);
  expect(handOff).toBe(true);
  expect(noteIn(effects)).toContain("Other fitting vacancies: Barista – Leeds (Leeds).");
});

async function noteOf(kind: "done" | "hand_off" | "chat", language: Language, others = alsoFits) {
  const { engines } = await startEngines(() => ({ note: "A note." }));
  const turn = turnOf(["?"], { language });
  const plan = { kind, intents: ["question" as const] };
  return noteIn((await createCrm(engines, async () => others)(stateOf(turn, { plan }), never)).recorded.value);
}

function vacancy(id: string, title: string, city: string): OpenVacancy {
  return { ...vacancySchema.parse({ id, title, place: { city, country: "GB" }, language: "en" }), version: 1 };
}

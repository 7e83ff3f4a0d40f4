import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createCrm } from "../../src/agent/nodes/crm.ts";
import { noteTask } from "../../src/agent/prompts/note.ts";
import type { Plan } from "../../src/agent/turn.ts";
import type { Profile } from "../../src/recruiting/fields.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";
import { counted, SMALL, startEngines } from "./claude.ts";
import { never, noteIn, stateOf, turnOf } from "./turns.ts";

const everything: Profile = {
  first_name: "Lucía",
  last_name: "Pérez",
  email: "lucia@example.org",
  phone: "+34600111222",
  city: "Sevilla",
  country: "ES",
  roles: ["camarera", "cocinera"],
  experience_years: 2.5,
  skills: ["caja"],
  languages: [{ code: "en", level: "B2" }],
  education: "Bachillerato",
  licences: ["B"],
  work_permit: true,
  available_from: "2031-05-02",
  hours: "part_time",
  shifts: ["night"],
  pay_expectation: { amount: 12.5, currency: "EUR", period: "hour" },
  own_transport: false,
  over_18: true,
};

/** Runs the node on a Claude that answers as given. */
async function record(plan: Partial<Plan>, answer: unknown = { note: "  A note. " }, texts = ["quiero hablar"]) {
  const world = await startEngines(() => answer);
  const state = stateOf(turnOf(texts, { language: "es" }), { plan });
  const { recorded } = await createCrm(world.engines)(state, never);
  return { ...world, ...recorded };
}

describe("attributes", () => {
  test("numbers, days and yes or no keep their type, the rest is text", async () => {
    const { value, trace, claude } = await record({ learned: ["city"], profile: everything });

    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({ destination: "chatwoot", origin: "control", kind: "profile" });
    const body = z
      .object({ name: z.string(), email: z.string(), attributes: z.record(z.string(), z.unknown()) })
      .parse(value[0]?.body);
    expect(body).toMatchObject({ name: "Lucía Pérez", email: "lucia@example.org" });
    expect(body.attributes).toMatchObject({
      city: "Sevilla",
      experience_years: 2.5,
      available_from: "2031-05-02",
      work_permit: true,
      own_transport: false,
      over_18: true,
      roles: "camarera y cocinera",
    });
    expect(new Set(Object.keys(body.attributes))).toEqual(new Set(Object.keys(everything)));
    for (const shown of Object.values(body.attributes)) expect(["string", "number", "boolean"]).toContain(typeof shown);
    expect(body.attributes["languages"]).toContain("B2");
    expect(body.attributes["pay_expectation"]).toMatch(/12,5/);
    expect(trace).toEqual({ engine: "rules" });
    expect(claude.requests).toHaveLength(0);
  });

  test.each([
    [{ first_name: "Ana" }, "Ana"],
    [{ last_name: "García" }, "García"],
    [{ city: "Sevilla" }, null],
  ])("the name of %j is %j, and an address that is not known is null", async (profile, name) => {
    const { value } = await record({ learned: ["city"], profile });
    expect(value).toMatchObject([{ kind: "profile", body: { name, email: null } }]);
  });

  test("when nothing was learned and nobody is needed, nothing happens", async () => {
    const { value, claude } = await record({ kind: "chat", asks: null, intents: ["smalltalk"], profile: everything });
    expect(value).toEqual([]);
    expect(claude.requests).toHaveLength(0);
  });
});

describe("handing over", () => {
  const handOff: Partial<Plan> = { kind: "hand_off", asks: null, intents: ["human"] };

  test("the small model writes the note, then the conversation joins the recruiters' queue", async () => {
    const { value, trace, claude } = await record(handOff);
    expect(value).toEqual([
      { destination: "chatwoot", origin: "control", kind: "note", body: { text: "A note." } },
      { destination: "chatwoot", origin: "control", kind: "open", body: {} },
    ]);
    expect(trace).toMatchObject({ engine: "claude", prompt: noteTask.promptHash, usage: { model: SMALL } });
    const body = z.object({ messages: z.array(z.object({ content: z.string() })) }).parse(claude.requests[0]?.body);
    expect(JSON.parse(body.messages[0]?.content ?? "")).toMatchObject({
      language: "es",
      intents: ["human"],
      missing: ["first_name", "city", "roles", "experience_years", "available_from", "languages"],
      messages: [{ text: "quiero hablar" }],
    });
  });

  test("the model sees why, what is known with the words behind it, and what the rules propose", async () => {
    const { claude } = await record({
      ...handOff,
      reason: "human",
      profile: { city: "Sevilla" },
      quotes: { city: "de sevilla" },
      screening: { result: "knocked_out", knockouts: ["nights"], missing: [] },
    });
    const body = z.object({ messages: z.array(z.object({ content: z.string() })) }).parse(claude.requests[0]?.body);
    expect(JSON.parse(body.messages[0]?.content ?? "")).toMatchObject({
      reason: "human",
      result: "knocked_out",
      knockouts: ["nights"],
      known: [{ what: "ciudad", value: "Sevilla", quote: "de sevilla" }],
    });
  });

  test("what was learned on the way comes first", async () => {
    const { value } = await record({ ...handOff, learned: ["city"], profile: { city: "Sevilla" } });
    expect(value.map(({ kind }) => kind)).toEqual(["profile", "note", "open"]);
  });

  test.each([
    ["a refusal", "refused", { kind: "refusal" }],
    ["a note that was cut off", "truncated", { kind: "cut-off" }],
    ["no JSON", "malformed", { kind: "malformed" }],
    ["a list of notes", "malformed", { kind: "text", text: '{"note":["a","b"]}' }],
    ["a note without words", "malformed", { kind: "text", text: '{"note":" \\n"}' }],
    ["a wrong key", "rejected", { kind: "status", http: 401, type: "authentication_error" }],
  ] as const)("after %s (%s) the rules write it: a note is never missing", async (_what, fallback, failure) => {
    const { claude, engines, metrics } = await startEngines(() => ({ note: "A note." }));
    claude.script([failure, failure, failure]);
    const turn = turnOf(["quiero hablar con una persona"], { language: "es" });

    const { recorded } = await createCrm(engines)(stateOf(turn, { plan: handOff }), never);

    expect(recorded.value.map(({ kind }) => kind)).toEqual(["note", "open"]);
    expect(noteIn(recorded.value)).toContain("quiero hablar con una persona");
    expect(recorded.trace).toEqual({ engine: "rules", fallback });
    expect(await counted(metrics.agentFallbacks)).toEqual([{ agent: "crm", reason: fallback, value: 1 }]);
  });

  test("without a model as well", async () => {
    const { engines } = await startEngines();
    const state = stateOf(turnOf(["quiero hablar"]), { plan: handOff });
    const { recorded } = await createCrm({ ...engines, small: undefined })(state, never);
    expect(recorded.value.map(({ kind }) => kind)).toEqual(["note", "open"]);
    expect(recorded.trace).toEqual({ engine: "rules" });
  });

  test("not when the turn is over", async () => {
    const { engines } = await startEngines();
    const reason = new Error("stopped");
    const state = stateOf(turnOf(["quiero hablar"]), { plan: handOff });
    await expect(createCrm(engines)(state, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe("a note by the rules, while the bot goes on", () => {
  test.each(["question", "status", "reschedule"] as const)("on %s, with the candidate's words", async (intent) => {
    const { value, trace, claude } = await record({ intents: ["answer", intent] }, {}, ["¿cuánto se cobra?"]);
    expect(value.map(({ kind }) => kind)).toEqual(["note"]);
    expect(noteIn(value)).toContain("¿cuánto se cobra?");
    expect(trace).toEqual({ engine: "rules" });
    expect(claude.requests).toHaveLength(0);
  });

  test("when the application is done", async () => {
    const { value, claude } = await record({ kind: "done", asks: null, profile: everything }, {}, ["sí"]);
    // Into the recruiters' queue: a pending conversation is not what they look at.
    expect(value.map(({ kind }) => kind)).toEqual(["note", "open"]);
    expect(noteIn(value)).toContain("Sevilla");
    expect(claude.requests).toHaveLength(0);
  });

  test.each(["apply", "smalltalk", "offtopic", "correction", "stop", "delete", "why", "language"] as const)(
    "but not on %s",
    async (intent) => {
      expect((await record({ intents: [intent] })).value).toEqual([]);
    },
  );
});

test("recruiters hear of a question that the vacancy does not answer, and of no other", async () => {
  const place = { city: "Madrid", country: "ES" };
  const vacancy = vacancySchema.parse({ id: "cook", title: "Cocinero", place, language: "es", pay: "1.600 €" });
  const { engines } = await startEngines(() => ({ note: "unused" }));
  const noteOn = async (text: string) => {
    const state = stateOf(turnOf([text], { language: "es", vacancy }), {
      plan: { kind: "ask", intents: ["question"] },
    });
    return noteIn((await createCrm(engines)(state, never)).recorded.value);
  };
  expect(await noteOn("¿cuánto pagan?")).toBeUndefined();
  expect(await noteOn("¿hay gimnasio?")).toContain("«¿hay gimnasio?»");
});

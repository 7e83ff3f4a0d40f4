import { expect, test } from "vitest";
import { createChat } from "../support/chat.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const conversations = {
  es: {
    waId: "34600111222",
    says: [
      "Hola, soy Lucía Pérez y busco trabajo",
      "vivo en Sevilla",
      "de camarera",
      "tengo tres años de experiencia",
      "puedo empezar mañana",
      "español nativo e inglés B2",
    ],
    told: {
      "soy Lucía Pérez": [
        { field: "first_name", value: "Lucía", quote: "Lucía" },
        { field: "last_name", value: "Pérez", quote: "Pérez" },
      ],
      Sevilla: [
        { field: "city", value: "Sevilla", quote: "Sevilla" },
        { field: "country", value: "ES", quote: "Sevilla" },
      ],
      camarera: [{ field: "roles", value: "camarera", quote: "camarera" }],
      "tres años": [{ field: "experience_years", value: "3", quote: "tres años" }],
      mañana: [{ field: "available_from", value: "2031-05-02", quote: "mañana" }],
      nativo: [{ field: "languages", value: "es native;en B2", quote: "español nativo e inglés B2" }],
    },
    profile: { first_name: "Lucía", last_name: "Pérez", city: "Sevilla", country: "ES", roles: ["camarera"] },
  },
  en: {
    waId: "447700900123",
    says: [
      "Hi, my name is Tom Baker and I am looking for work",
      "I live in Leeds",
      "as a waiter",
      "I have two years of experience",
      "I can start tomorrow",
      "English native and Spanish B1",
    ],
    told: {
      "Tom Baker": [
        { field: "first_name", value: "Tom", quote: "Tom" },
        { field: "last_name", value: "Baker", quote: "Baker" },
      ],
      Leeds: [
        { field: "city", value: "Leeds", quote: "Leeds" },
        { field: "country", value: "GB", quote: "Leeds" },
      ],
      waiter: [{ field: "roles", value: "waiter", quote: "waiter" }],
      "two years": [{ field: "experience_years", value: "2", quote: "two years" }],
      tomorrow: [{ field: "available_from", value: "2031-05-02", quote: "tomorrow" }],
      native: [{ field: "languages", value: "en native;es B1", quote: "English native and Spanish B1" }],
    },
    profile: { first_name: "Tom", last_name: "Baker", city: "Leeds", country: "GB", roles: ["waiter"] },
  },
};
const questions = ["city", "roles", "experience_years", "available_from", "languages", "confirm"];

test.each([
  ["es", "rules"],
  ["en", "rules"],
  ["es", "claude"],
  ["en", "claude"],
] as const)(
  "in %s, on %s: every field with its quote, nothing asked twice, all of it in Chatwoot",
  async (language, engine) => {
    const { waId, says, told, profile } = conversations[language];
    const world = await startApp(engine === "claude" ? { claude: createOracle(told) } : {});
    const chat = createChat(world, waId);

    for (const text of says) await chat.say(text);

    await chat.settled();
    const facts = await chat.facts();
    expect(Object.fromEntries(facts.map(({ field, value }) => [field, value]))).toMatchObject(profile);
    expect(facts.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["first_name", "city", "roles", "experience_years", "available_from", "languages"]),
    );
    for (const { quote, text } of facts) expect(text).toContain(quote);
    expect(await chat.asked()).toEqual(questions);

    const { contacts, conversations: threads, customAttributeDefinitions } = world.chatwoot;
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ identifier: `wa:${waId}`, name: `${profile.first_name} ${profile.last_name}` });
    expect(contacts[0]?.custom_attributes).toMatchObject({ candidate_city: profile.city });
    expect(customAttributeDefinitions.map((definition) => definition.attribute_key)).toContain("candidate_city");
    expect(threads).toHaveLength(1);
    const shown =
      threads[0]?.messages.filter((message) => !message.private && message.message_type !== "activity") ?? [];
    expect(shown.filter(({ message_type }) => message_type === "incoming").map(({ content }) => content)).toEqual(says);
    expect(shown.filter(({ message_type }) => message_type === "outgoing").map(({ content }) => content)).toEqual(
      chat.answers(),
    );
    // The two take turns: a question is answered before the next one stands there.
    expect(shown.map(({ message_type }) => message_type)).toEqual(says.flatMap(() => ["incoming", "outgoing"]));
    await waitFor(() =>
      expect(shown.every(({ message_type, status }) => message_type === "incoming" || status === "read")).toBe(true),
    );
  },
);

test("a confirmed application goes to a person, and stands in the recruiters' queue", async () => {
  const { waId, says } = conversations.es;
  const world = await startApp();
  const chat = createChat(world, waId);
  for (const text of says) await chat.say(text);

  expect(await chat.say("sí, todo correcto")).toMatch(/persona/);

  await chat.settled();
  expect(world.chatwoot.conversations[0]?.status).toBe("open");
  await chat.sayInVain("gracias");
  expect(chat.answers()).toHaveLength(says.length + 1);
});

test("at most two calls to the model follow one another, and what they took is stored", async () => {
  const { waId, says, told } = conversations.es;
  const oracle = createOracle(told);
  const bothAsked = Promise.withResolvers<void>();
  let asked = 0;
  const world = await startApp({
    // Nobody is answered before the second one has asked: one after the other would end in the rules engine.
    claude: async (request) => {
      asked += 1;
      if (asked === 2) bothAsked.resolve();
      await bothAsked.promise;
      return oracle(request);
    },
  });
  const chat = createChat(world, waId);

  await chat.say(says[0] ?? "");

  const calls = world.claude.requests.map(({ startedAt, endedAt }) => ({ startedAt, endedAt: endedAt ?? Infinity }));
  expect(calls).toHaveLength(3);
  const [first, second, third] = calls;
  expect(third?.startedAt).toBeGreaterThanOrEqual(Math.max(first?.endedAt ?? 0, second?.endedAt ?? 0));
  const { rows } = await world.database.pool.query<{ decision: { engine: string; cost_usd: number } }>(
    "select decision from app.turns",
  );
  expect(rows[0]?.decision).toMatchObject({
    engine: "claude",
    agents: {
      router: { engine: "claude", usage: { model: "claude-haiku-5-5", memo: false } },
      conversation: { engine: "claude", usage: { model: "claude-sonnet-5-5" } },
    },
  });
  expect(rows[0]?.decision.cost_usd).toBeGreaterThan(0);
  expect(rows[0]?.decision.cost_usd).toBeLessThan(0.05);
});

test("the instructions are the same bytes in every turn: from the second on they come out of the cache", async () => {
  const { waId, says, told } = conversations.en;
  const world = await startApp({ claude: createOracle(told) });
  const chat = createChat(world, waId);

  for (const text of says.slice(0, 3)) await chat.say(text);
  await chat.settled();

  const { rows } = await world.database.pool.query<{ agent: string; read: number; written: number }>(
    `select a.key as agent, (a.value -> 'usage' ->> 'cacheRead')::int as read,
            (a.value -> 'usage' ->> 'cacheWrite')::int as written
       from app.turns t, jsonb_each(t.decision -> 'agents') a where a.value ? 'usage' order by t.id, a.key`,
  );
  const [first, later] = [rows.slice(0, 3), rows.slice(3)];
  expect(first.map(({ agent }) => agent)).toEqual(["conversation", "extraction", "router"]);
  for (const { read, written } of first) expect([read, written > 0]).toEqual([0, true]);
  expect(later).toHaveLength(6);
  for (const { read, written } of later) expect([read > 0, written]).toEqual([true, 0]);
});

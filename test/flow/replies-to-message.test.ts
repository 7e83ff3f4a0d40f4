import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const hola = "Hola, soy Lucía Pérez, de Sevilla, busco trabajo de camarera";

test.each(["postgres", "supabase"] as const)(
  "over %s a message gets one read receipt with typing and one answer, and its delivery comes back",
  async (transport) => {
    const { post, provider, database } = await startApp({ transport });

    expect(await post(textBody({ waId: "34600000001", name: "Lucía", text: hola }))).toBe(200);

    await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
    expect(provider.readReceipts()).toMatchObject([{ typing: true }]);
    const [answer] = provider.messagesTo("34600000001");
    expect(answer?.text).toContain("asistente automático");
    expect(answer?.text).toContain("Lucía Pérez");

    await waitFor(async () => {
      const { rows } = await database.pool.query("select state, delivery from app.effects where kind = 'text'");
      expect(rows).toEqual([{ state: "sent", delivery: "read" }]);
    });
    const { rows: facts } = await database.pool.query<{ field: string; value: string; quote: string }>(
      "select field, value, quote from app.profile_facts order by field",
    );
    expect(facts.map(({ field, value }) => [field, value])).toEqual([
      ["city", "Sevilla"],
      ["country", "ES"],
      ["first_name", "Lucía"],
      ["last_name", "Pérez"],
      ["roles", ["camarera"]],
    ]);
    for (const { quote } of facts) expect(hola).toContain(quote);
  },
);

test("a person known only by a BSUID is answered there", async () => {
  const { post, provider } = await startApp();

  await post(textBody({ bsuid: "ES.13491208655302741918", text: "hola" }));

  await waitFor(() => expect(provider.messagesTo("ES.13491208655302741918")).toHaveLength(1));
});

test("the switch AGENT_ENGINE=off stores and stays silent", async () => {
  const { post, provider, database } = await startApp({ env: { AGENT_ENGINE: "off" } });

  await post(textBody({ waId: "34600000002", text: "hola" }));

  await waitFor(async () => {
    const { rows } = await database.pool.query("select turn_id from app.messages where turn_id is not null");
    expect(rows).toHaveLength(1);
  });
  const { rows: effects } = await database.pool.query("select 1 from app.effects where destination = 'whatsapp'");
  expect(effects).toEqual([]);
  expect(provider.requests).toEqual([]);
});

test("without Redis messages are stored and answered all the same, and readiness says what is missing", async () => {
  const { post, provider, url } = await startApp({ env: { REDIS_URL: "redis://127.0.0.1:9" } });

  expect(await post(textBody({ waId: "34600000003", text: "hola" }))).toBe(200);

  await waitFor(() => expect(provider.messagesTo("34600000003")).toHaveLength(1));
  const readiness = await fetch(`${url}/health/readiness`);
  expect(readiness.status).toBe(503);
  expect(await readiness.json()).toMatchObject({ status: "not_ready", components: { redis: { status: "down" } } });
});

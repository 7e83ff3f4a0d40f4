import { expect, test } from "vitest";
import { batchBody, statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { waitFor } from "../support/wait-for.ts";

const ana = "34600000901";
const luis = "34600000902";

test.each([
  ["in the far future", "4102444800"],
  ["beyond all dates", "99999999999999"],
  ["before WhatsApp existed", "0"],
  ["below zero", "-86400"],
  ["no number", "yesterday"],
  ["empty", ""],
])("a provider's clock that is %s: stored, answered, and the burst keeps its order", async (_what, seconds) => {
  const turns: string[][] = [];
  const { post, provider, database } = await startApp({
    runTurn: async (turn) => {
      turns.push(turn.messages.map(({ text }) => text));
      return say(turn, "answer");
    },
  });
  const texts = ["one", "two", "three"];

  const bodies = texts.map((text) => textBody({ waId: ana, text }));
  for (const body of bodies.slice(1, 2)) setTimestamp(body, seconds);
  // A little ahead of us, which counts as now too: nobody can tell it from the one before.
  for (const body of bodies.slice(2)) setTimestamp(body, String(Math.floor(Date.now() / 1000) + 60));
  expect(await post(batchBody(bodies))).toBe(200);

  await waitFor(async () => {
    const { rows } = await database.pool.query("select 1 from app.messages where turn_id is null");
    expect(rows).toEqual([]);
  });
  expect(turns).toEqual([texts]);
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));
  const { rows } = await database.pool.query("select 1 from app.messages where sent_at > now()");
  expect(rows).toEqual([]);
});

test("a message from the future does not keep the 24 hour window open for ever", async () => {
  const { promise: aDayLater, resolve: passADay } = Promise.withResolvers<void>();
  let turns = 0;
  const { post, provider, database } = await startApp({
    runTurn: async (turn) => {
      turns += 1;
      await aDayLater;
      return say(turn, "too late");
    },
  });
  const body = textBody({ waId: ana, text: "hola" });
  setTimestamp(body, "4102444800");
  expect(await post(body)).toBe(200);
  await waitFor(() => expect(turns).toBe(1));

  await database.pool.query("update app.conversations set last_inbound_at = last_inbound_at - interval '25 hours'");
  passADay();

  await waitFor(async () => {
    const { rows } = await database.pool.query("select state, error from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "dead", error: "window_closed" }]);
  });
  expect(provider.messagesTo(ana)).toEqual([]);
});

test("one id with two bodies: the first counts, and the difference is counted", async () => {
  const { app, post, provider, database } = await startApp();
  const first = textBody({ waId: ana, text: "hola", id: "wamid.same" });
  expect(await post(first)).toBe(200);
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));

  expect(await post(first)).toBe(200);
  expect(await differing()).toBe("0");
  expect(await post(textBody({ waId: ana, text: "adiós", id: "wamid.same" }))).toBe(200);
  expect(await differing()).toBe("1");
  expect(await post(textBody({ waId: luis, text: "hola", id: "wamid.same" }))).toBe(200);
  expect(await differing()).toBe("2");
  // Within one delivery too.
  const pair = ["one", "two"].map((text) => textBody({ waId: luis, text, id: "wamid.pair" }));
  expect(await post(batchBody(pair))).toBe(200);
  expect(await differing()).toBe("3");

  await waitFor(() => expect(provider.messagesTo(luis)).toHaveLength(1));
  const { rows } = await database.pool.query("select provider_id, text from app.messages order by id");
  expect(rows).toEqual([
    { provider_id: "wamid.same", text: "hola" },
    { provider_id: "wamid.pair", text: "one" },
  ]);
  expect(provider.messagesTo(ana)).toHaveLength(1);

  async function differing(): Promise<string | undefined> {
    const metrics = await app.metrics.registry.metrics();
    return /^webhook_differing_duplicates_total(?:\{.*\})? (\d+)$/m.exec(metrics)?.[1];
  }
});

test("statuses with clocks of any kind are applied to the message that they speak of", async () => {
  const { post, provider, database } = await startApp();
  provider.statuses = false;
  await post(textBody({ waId: ana, text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select state from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "sent" }]);
  });
  const { wamid = "", callback = "" } = provider.messagesTo(ana)[0] ?? {};

  const clocks = { sent: "4102444800", delivered: "0", read: "soon" } as const;
  for (const status of ["sent", "delivered", "read"] as const) {
    const body = statusBody({ wamid, status, recipient: ana, callback });
    setTimestamp(body, clocks[status]);
    expect(await post(body)).toBe(200);
  }

  const { rows } = await database.pool.query("select delivery from app.effects where kind = 'text'");
  expect(rows).toEqual([{ delivery: "read" }]);
});

test("10 000 messages that wait in one conversation are done in order, 100 a turn, and others go on meanwhile", async () => {
  const { database, start } = await createSurroundings({ env: { AGENT_ENGINE: "off", BURST_QUIET_MS: "1500" } });
  const service = await start();
  // Somebody holds the conversation until all is there.
  const hold = "update app.conversations set lease_until = now() + $1::interval, due_at = now() where recipient = $2";
  expect(await service.post(textBody({ waId: ana, text: "0" }))).toBe(200);
  await database.pool.query(hold, ["1 hour", ana]);
  for (let from = 1; from < 10_000; from += 500) {
    const texts = Array.from({ length: Math.min(500, 10_000 - from) }, (_, i) => String(from + i));
    const batch = batchBody(
      texts.map((text) => textBody({ waId: ana, text, id: `wamid.${text}` })),
      "messages",
    );
    expect(await service.post(batch)).toBe(200);
  }
  expect(await pending(ana)).toBe(10_000);

  await database.pool.query(hold, ["0", ana]);
  await waitFor(async () => expect(await pending(ana)).toBeLessThan(10_000));
  expect(await service.post(textBody({ waId: luis, text: "hola" }))).toBe(200);
  await database.pool.query("update app.conversations set due_at = now() where recipient = $1", [luis]);

  const left = await waitFor(async () => {
    expect(await pending(luis)).toBe(0);
    return await pending(ana);
  });
  expect(left).toBeGreaterThan(0);
  for (let now = left; now > 0; now = await pending(ana)) {
    await waitFor(async () => expect(await pending(ana)).toBeLessThan(now));
  }
  const { rows } = await database.pool.query<{ text: string; turn: number }>(
    `select m.text, m.turn_id::int as turn from app.messages m join app.conversations c on c.id = m.conversation_id
      where c.recipient = $1 order by m.turn_id, m.sent_at, m.id`,
    [ana],
  );
  expect(rows.map(({ text }) => Number(text))).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  const perTurn = Map.groupBy(rows, ({ turn }) => turn);
  expect(Math.max(...[...perTurn.values()].map((list) => list.length))).toBe(100);

  async function pending(waId: string): Promise<number> {
    const { rows: counted } = await database.pool.query<{ n: number }>(
      `select count(*)::int as n from app.messages m join app.conversations c on c.id = m.conversation_id
        where c.recipient = $1 and m.turn_id is null`,
      [waId],
    );
    return counted[0]?.n ?? 0;
  }
}, 240_000);

function setTimestamp(body: ReturnType<typeof textBody>, timestamp: string): void {
  const { messages = [], statuses = [] } = body.entry[0]?.changes[0]?.value ?? {};
  for (const one of [...messages, ...statuses]) one.timestamp = timestamp;
}

import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { batchBody, statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { parseRecruiterEvent } from "../../src/chatwoot/payload.ts";
import { createReplay } from "../../src/inbox/replay.ts";
import type { ProviderEvent } from "../../src/message.ts";
import { createParse } from "../../src/parse.ts";
import { createBell } from "../../src/platform/bell.ts";
import { createDatabase, type Database } from "../../src/platform/database.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { conversationBody, messageBody, own, statusBody as statusOfRecruiter } from "../chatwoot/webhook-body.ts";
import { createTestDatabase, redisUrl, type TestDatabase } from "../support/database.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const log = createLogger({ logLevel: "silent", version: "test" });
const redis = createRedis({ url: redisUrl() }, log);
const bell = createBell(redis, log);
const parser = createParse({ whatsapp: { phoneNumberId: undefined }, chatwoot: own });
let world: TestDatabase;
let database: Database;

beforeAll(async () => {
  world = await createTestDatabase();
  database = connect(world.url);
});
beforeEach(async () => void (await world.pool.query("truncate app.contacts, app.events restart identity cascade")));
afterAll(async () => {
  await parser.close();
  redis.disconnect();
  await database.close();
  await world.drop();
});

function connect(url: string): Database {
  return createDatabase({ url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
}

function replayOn(data: Database, ownLog = log) {
  return createReplay({
    database: data,
    bell,
    parse: parser.parse,
    config: { quietMs: 0, ceilingMs: 0 },
    log: ownLog,
  });
}

function replay(event: number, signal = new AbortController().signal): Promise<void> {
  return replayOn(database)({ event }, signal);
}

/** As a build stored it that did not understand it. */
async function park(
  { key, source }: { key: string; source: string },
  kind = "message.text",
  { pool } = world,
): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    "insert into app.events (key, kind, source, parked) values (decode($1, 'hex'), $2, $3, true) returning id::int",
    [key, kind, source],
  );
  return rows[0]?.id ?? 0;
}

function eventsOf(body: unknown): ProviderEvent[] {
  return parseWebhook(Buffer.from(JSON.stringify(body)));
}

function eventOf(body: unknown): ProviderEvent {
  const [event] = eventsOf(body);
  if (event === undefined) throw new Error("no event");
  return event;
}

async function stored() {
  const { rows: events } = await world.pool.query("select id::int, kind, parked from app.events order by id");
  const { rows: messages } = await world.pool.query(
    "select event_id::int as event, text from app.messages order by id",
  );
  return { events, messages };
}

test("a message that is understood by now is stored once, in its conversation, and answered", async () => {
  const { database: appDatabase, provider, post } = await startApp();
  const data = connect(appDatabase.url);
  onTestFinished(() => data.close());
  const waId = "34600000077";
  await post(textBody({ waId, text: "Hola" }));
  await waitFor(() => expect(provider.messagesTo(waId)).toHaveLength(1));
  const body = textBody({ waId, text: "Busco trabajo en Sevilla" });
  const id = await park(eventOf(body), "message.hologram", appDatabase);

  for (let times = 0; times < 2; times += 1) await replayOn(data)({ event: id }, new AbortController().signal);
  expect(await post(body)).toBe(200);

  await waitFor(() => expect(provider.messagesTo(waId)).toHaveLength(2));
  const { rows } = await appDatabase.pool.query(
    `select m.text, m.conversation_id::int as conversation, m.event_id::int = $1 as replayed, e.kind, e.parked
       from app.messages m join app.events e on e.id = m.event_id order by m.id`,
    [id],
  );
  expect(rows).toEqual([
    { text: "Hola", conversation: 1, replayed: false, kind: "message.text", parked: false },
    { text: "Busco trabajo en Sevilla", conversation: 1, replayed: true, kind: "message.text", parked: false },
  ]);
});

test("what is still not understood stays as it is", async () => {
  const image = { metadata: {}, message: { id: "wamid.1", from: "34611000001", type: "image" } };
  const change = { field: "account_update", value: { event: "ACCOUNT_RESTRICTION" } };
  const ids = [
    await park(eventOf({ a: 1 }), "unknown"),
    await park({ key: "ab".repeat(32), source: JSON.stringify(image) }, "message.image"),
    await park({ key: "cd".repeat(32), source: JSON.stringify(change) }, "account_update"),
  ];
  const before = await stored();
  for (const id of [...ids, ...ids]) await replay(id);
  expect(await stored()).toEqual(before);
});

test("a status that is understood by now reaches its message", async () => {
  const sent = { wamid: "wamid.out", status: "delivered", recipient: "34600000001" } as const;
  const id = await park(eventOf(statusBody(sent)), "status.new");
  await replay(id);
  expect((await stored()).events).toEqual([{ id, kind: "status.delivered", parked: false }]);
});

test("of a whole body every part becomes an event of its own, once; what is unknown in it is parked", async () => {
  const texts = Array.from({ length: 1_100 }, (_, n) => textBody({ text: `text ${n}`, id: `wamid.${n}` }));
  const body = batchBody(texts, "messages");
  const image = { from: "34600000001", id: "wamid.image", type: "image" };
  Object.assign(body.entry[0]?.changes[0]?.value ?? {}, { messages: [...messagesOf(body), image] });
  const id = await park({ key: "ef".repeat(32), source: JSON.stringify(body) }, "too_many");
  await replay(id);
  await replay(id);
  const { events, messages } = await stored();
  expect(events).toHaveLength(1_102);
  expect(new Set(messages.map(({ text }) => String(text))).size).toBe(1_100);
  expect(events.filter(({ parked }) => parked === true)).toEqual([expect.objectContaining({ kind: "message.image" })]);
});

test("a part that Postgres refuses holds up nobody and stays parked with the reason", async () => {
  const texts = ["uno", "dos", "tres"].map((text) => textBody({ text, id: `wamid.${text}` }));
  const id = await park({ key: "ef".repeat(32), source: JSON.stringify(batchBody(texts, "messages")) }, "unknown");
  await world.pool.query("alter table app.messages add constraint no_dos check (text <> 'dos')");
  onTestFinished(async () => void (await world.pool.query("alter table app.messages drop constraint no_dos")));
  await replay(id);
  const { rows } = await world.pool.query("select problem, parked from app.events where problem is not null");
  expect(rows).toEqual([{ problem: "23514", parked: true }]);
  expect((await stored()).messages.map(({ text }) => String(text)).sort()).toEqual(["tres", "uno"]);
});

describe("from Chatwoot", () => {
  const reply = messageBody();

  function parkReply(body: object = reply): Promise<number> {
    const event = parseRecruiterEvent(Buffer.from(JSON.stringify(body)), own);
    if ("ignored" in event) throw new Error("ignored");
    return park(event, "chatwoot.unknown");
  }

  function age(id: number, interval: string) {
    return world.pool.query("update app.events set received_at = now() - $2::interval where id = $1", [id, interval]);
  }

  /** What would change if it were done. */
  async function everything(): Promise<unknown> {
    const { rows } = await world.pool.query(
      `select (select json_agg(e.* order by e.id) from app.events e) as events,
              (select json_agg(e.* order by e.id) from app.effects e) as effects,
              (select json_agg(c.* order by c.id) from app.conversations c) as conversations`,
    );
    return rows;
  }

  test("a reply that is understood by now is sent on, once", async () => {
    const id = await parkReply();
    await replay(id); // nobody knows the conversation yet
    expect((await stored()).events).toMatchObject([{ id, parked: true }]);
    await replay(await park(eventOf(textBody({ waId: "34611000001", text: "Hola" }))));
    for (let times = 0; times < 2; times += 1) await replay(id);
    const { rows } = await world.pool.query(
      "select body ->> 'text' as text, origin from app.effects where kind = 'text'",
    );
    expect(rows).toEqual([{ text: "Puedes empezar el lunes", origin: "human" }]);
    expect((await stored()).events[0]).toEqual({ id, kind: "chatwoot.reply", parked: false });
  });

  test.each([
    ["reply", messageBody()],
    ["reply that cannot be sent on", messageBody({ content: "" })],
    ["status", statusOfRecruiter({ status: "resolved" })],
  ])("a %s of more than an hour ago is not done any more and stays parked", async (_name, body) => {
    await replay(await park(eventOf(textBody({ waId: "34611000001", text: "Hola" }))));
    await world.pool.query("update app.conversations set mode = 'human', chatwoot_conversation = 12");
    const id = await parkReply(body);
    await age(id, "61 minutes");
    const before = await everything();
    const lines: string[] = [];
    const ownLog = createLogger(
      { logLevel: "info", version: "test" },
      { write: (line: string) => void lines.push(line) },
    );
    await replayOn(database, ownLog)({ event: id }, new AbortController().signal);
    expect(await everything()).toEqual(before);
    expect(lines.join("")).toContain(
      `"event":${id},"kind":"chatwoot.unknown","message":"what a recruiter did is too old`,
    );
    expect(lines.join("")).not.toMatch(/lunes|34611000001|1001/);

    await age(id, "59 minutes");
    await replay(id);
    expect((await stored()).events).toContainEqual({ id, kind: expect.any(String) as unknown, parked: false });
    expect(await everything()).not.toEqual(before);
  });

  test.each([
    ["still not understood", { event: "something_new", conversation: conversationBody() }],
    ["understood and changes nothing", { ...reply, private: true }],
  ])("what is %s stays as it is", async (_name, body) => {
    const id = await park({ key: "ab".repeat(32), source: JSON.stringify(body) }, "chatwoot.unknown");
    const before = await stored();
    await replay(id);
    expect(await stored()).toEqual(before);
  });
});

describe("what cannot be done", () => {
  const failure = (work: Promise<void>) =>
    work.then(
      () => "done",
      (error: unknown) => error,
    );

  test("an event that is gone is nothing to do", async () => {
    await replay(4711);
    expect((await stored()).events).toEqual([]);
  });

  test("while the database is away the task is for later", async () => {
    const away = createDatabase({
      url: "postgres://user:x@127.0.0.1:9/x",
      poolSize: 4,
      supabaseUrl: "",
      supabaseKey: "",
    });
    onTestFinished(() => away.close());
    const error = await failure(replayOn(away)({ event: 1 }, new AbortController().signal));
    expect(error).toMatchObject({ name: "ProviderError", failure: "retry", code: "unreachable" });
  });

  test("a process that stops leaves the task for later, and nothing is stored", async () => {
    const id = await park(eventOf(textBody({ text: "Hola" })));
    const error = await failure(replay(id, AbortSignal.abort()));
    expect(error).toMatchObject({ name: "ProviderError", failure: "retry", code: "aborted" });
    expect((await stored()).messages).toEqual([]);
  });

  test("a source that no parser gets through is given up", async () => {
    const id = await park({ key: "ab".repeat(32), source: "{" }, "unknown");
    expect(await failure(replay(id))).toMatchObject({ name: "ProviderError", failure: "fix", code: "failed" });
  });

  test("a task that names no event is given up", async () => {
    const error = await failure(replayOn(database)({}, new AbortController().signal));
    expect(error).toMatchObject({ failure: "fix", code: "malformed" });
  });
});

function messagesOf(body: ReturnType<typeof textBody>): unknown[] {
  return body.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? []));
}

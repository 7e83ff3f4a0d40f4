import { afterEach, beforeEach, expect, test } from "vitest";
import { aftermathSchema, carryOverSql } from "../../scripts/backup/carry-over.ts";
import { putBack, requireRoom } from "../../scripts/backup/target.ts";
import { createPostgresTransport } from "../../src/platform/postgres.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { waitFor } from "../support/wait-for.ts";

/** What a restore does to the database that it goes into, without the client programs (test/system/backup.test.ts). */
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const never = new AbortController().signal;
const rows = async (query: string) => (await database.pool.query<Record<string, unknown>>(query)).rows;
const schemas = () => rows("select nspname as name from pg_namespace where nspname like 'app%' order by 1");

test("a schema that the service is connected to is not replaced; without it its name and version are known", async () => {
  const room = () => requireRoom(database.url, { name: "here", overwrite: true, signal: never });
  const service = createPostgresTransport({ url: database.url, poolSize: 4 });
  await service.call("service_status", {}, never, 10_000);
  await expect(room()).rejects.toThrow(/the service is connected to database here.*railway down --service api/);
  await service.close();
  const name: unknown = expect.stringMatching(/^app_before_\d{8}_\d{6}$/);
  await waitFor(async () => expect(await room()).toEqual({ name, version: 6 }));
  await rows("alter table app.contact_aliases rename to lost");
  expect(await room()).toMatchObject({ version: null });
});

test("what was there comes back and what was restored is kept aside", async () => {
  await rows("create schema app_before_x; create table app_before_x.mine ()");
  const kept = { name: "app_before_x", version: 6 };
  const [, aside] = await putBack(database.url, kept, "it is of no use").catch(
    (error: unknown) =>
      /^CommandError: it is of no use: what was there before is back, what was restored is in schema (app_failed_\w+)$/.exec(
        String(error),
      ) ?? [],
  );
  expect(await schemas()).toEqual([{ name: "app" }, { name: aside }]);
  expect(
    await rows(`select to_regclass('app.mine') as mine, to_regclass('${aside}.contacts') is null as lost`),
  ).toEqual([{ mine: "app.mine", lost: false }]);
});

test("when it cannot be put back, both names and what a person has to run are said, and running it does it", async () => {
  const kept = { name: "app_before_y", version: 6 };
  const message = await putBack(database.url, kept, "it is of no use").catch(String);
  expect(message).toMatch(
    /could not be undone[\s\S]*restored is in schema app\.[\s\S]*before is in schema app_before_y/,
  );
  expect(await schemas()).toEqual([{ name: "app" }]);
  await rows("create schema app_before_y; create table app_before_y.mine ()");
  await rows(
    message
      .split("\n")
      .filter((line) => line.startsWith("  "))
      .join("\n"),
  );
  expect(await rows("select to_regclass('app.mine') as mine")).toEqual([{ mine: "app.mine" }]);
  expect(await schemas()).toHaveLength(2);
});

test("opt-outs and hand-offs since the dump are carried over, by id and person; nobody is opted in", async () => {
  await rows(`
    create schema app_before_z;
    create table app_before_z.conversations (like app.conversations);
    create table app_before_z.contact_aliases (like app.contact_aliases);
    insert into app.contacts (id, created_at) overriding system value select i, now() from generate_series(1, 6) i;
    insert into app.contact_aliases (kind, value, contact_id) values ('wa_id', '346002', 2), ('wa_id', '346003', 3);
    insert into app_before_z.contact_aliases (kind, value, contact_id, created_at) values
      ('wa_id', '346002', 2, now()), ('wa_id', '349999', 3, now());
    insert into app.conversations (id, channel, contact_id, recipient, opted_out_at, mode) overriding system value values
      (1, 'whatsapp', 1, '346001', null, 'bot'), (2, 'whatsapp', 2, '346002', null, 'bot'),
      (3, 'whatsapp', 3, '346003', null, 'bot'), (4, 'whatsapp', 4, '346004', null, 'bot'),
      (5, 'whatsapp', 5, '346005', now(), 'human'), (6, 'whatsapp', 6, '346006', now(), 'bot');
    insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at) values (1, 1, 'text', 'm', 't', now());
    insert into app.effects (key, destination, origin, kind, body, state) values
      ('a', 'whatsapp', 'bot', 'text', '{}', 'queued'), ('b', 'whatsapp', 'bot', 'text', '{}', 'unknown'),
      ('c', 'whatsapp', 'bot', 'text', '{}', 'sent');
    insert into app_before_z.conversations
      select * from app.conversations;
    update app_before_z.conversations set opted_out_at = '2026-11-01', mode = 'bot' where id in (1, 3, 4);
    update app_before_z.conversations set mode = 'human', chatwoot_status = 'open', recipient = 'ES.2' where id = 2;
    update app_before_z.conversations set recipient = '349999' where id = 3; -- another person, the same id
    update app_before_z.conversations set id = 40 where id = 4;              -- the same person, another id
    update app_before_z.conversations set opted_out_at = null, mode = 'bot' where id = 5;
    update app_before_z.conversations set opted_out_at = null, mode = 'human' where id = 6`);
  const aftermath = async (kept?: string) => {
    const [row = {}] = await rows(carryOverSql(kept));
    return aftermathSchema.parse(row["json_build_object"]);
  };
  expect(await aftermath()).toEqual({ opt_outs: null, humans: null, queued: 2, unanswered: 1 });
  expect(await aftermath("app_before_z")).toEqual({ opt_outs: 1, humans: 2, queued: 2, unanswered: 1 });
  expect(
    await rows(
      "select id, opted_out_at is not null as out, mode, chatwoot_status as status from app.conversations order by id",
    ),
  ).toEqual([
    { id: "1", out: true, mode: "bot", status: null },
    { id: "2", out: false, mode: "human", status: "open" },
    { id: "3", out: false, mode: "bot", status: null },
    { id: "4", out: false, mode: "bot", status: null },
    { id: "5", out: true, mode: "human", status: null },
    { id: "6", out: true, mode: "human", status: null },
  ]);
});

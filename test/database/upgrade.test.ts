import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { z } from "zod";
import { migrate, schemaSql } from "../../database/migrate.ts";
import { createDatabase, dropDatabase, withClient } from "../../sandbox/postgres.ts";
import { waitFor } from "../support/wait-for.ts";

/** A database as it was before this migration, with what one candidate had said and heard. */
async function databaseBefore(migration: string): Promise<string> {
  const name = `upgrade_${randomBytes(6).toString("hex")}`;
  onTestFinished(() => dropDatabase(inject("postgresUrl"), name));
  const url = await createDatabase(inject("postgresUrl"), name);
  const file = new URL(`../../database/migrations/${migration}.sql`, import.meta.url);
  const [before = ""] = (await schemaSql()).split(await readFile(file, "utf8"));
  await withClient(url, async (client) => {
    await client.query(`${before} commit;`);
    await client.query(`
      insert into app.contacts (name) values ('Alice');
      insert into app.contact_aliases (kind, value, contact_id) values ('wa_id', '4915100000001', 1);
      insert into app.conversations (channel, contact_id, recipient, last_inbound_at, gen, due_at)
        values ('whatsapp', 1, '4915100000001', now(), 2, now());
      insert into app.turns (conversation_id, fence, silenced, decision) values (1, 0, false, '{}');
      insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at, turn_id)
        values (1, 1, 'text', 'wamid.1', 'STOP', now() - interval '1 s', 1), (1, 2, 'text', 'wamid.2', 'hello', now(), null);
      insert into app.effects (conversation_id, turn_id, key, destination, origin, kind, body, state, attempts, provider_id)
        values (1, 1, 'turn:1:1', 'whatsapp', 'bot', 'text', '{"text": "sent"}', 'sent', 1, 'wamid.out'),
               (1, 1, 'turn:1:2', 'whatsapp', 'bot', 'text', '{"text": "queued"}', 'queued', 0, null)`);
  });
  return url;
}

async function migrateQuietly(databaseUrl: string): Promise<string[]> {
  const lines: string[] = [];
  await migrate({ databaseUrl, log: (line) => lines.push(line) });
  return lines;
}

test("what version 1 knew is still known, and what it had not sent is sent", async () => {
  const url = await databaseBefore("002.do.agents-and-recruiters");
  const values = ["Berlin", "", 'say "hi" \\ 😀', "true", "[1]", "null"];
  await withClient(url, async (client) => {
    await client.query(
      `insert into app.profile_facts (contact_id, field, value, message_id, quote, confidence, turn_id)
       select 1, 'field ' || n, value, 1, value, 1, 1 from unnest($1::text[]) with ordinality given (value, n)`,
      [values],
    );
  });

  expect(await migrateQuietly(url)).toHaveLength(6);

  await withClient(url, async (client) => {
    const call = async (procedure: string, p: unknown) =>
      (await client.query<{ r: unknown }>(`select public.${procedure}($1) as r`, [p])).rows[0]?.r;
    const waits = { limit: 9, unknown_wait_ms: 60_000, receipt_wait_ms: 8_000 };
    expect(await call("claim_conversations", { limit: 9, lease_ms: 60_000, typing: false })).toMatchObject({
      turns: [
        {
          mode: "bot",
          contact: { name: "Alice", wa_id: "4915100000001" },
          progress: { asked: {}, confirmed: false },
          messages: [{ text: "hello", control: null }],
          facts: values.map((value) => ({ value, quote: value })),
          recent: [{ text: "STOP" }, { text: "sent" }, { text: "queued" }],
        },
      ],
    });
    const claimed = z
      .object({ effects: z.tuple([z.object({ id: z.int(), body: z.object({ text: z.literal("queued") }) })]) })
      .parse(await call("claim_effects", { ...waits, destination: "whatsapp" }));
    await call("settle_effect", { id: claimed.effects[0].id, attempt: 1, outcome: "sent" });
    expect(await call("claim_effects", { ...waits, destination: "chatwoot" })).toMatchObject({
      effects: [{ kind: "outgoing", body: { text: "queued" } }],
    });
    await client.query("update app.effects set state = 'sent' where kind = 'outgoing'");
    // Nobody shows what was said before there was a mirror; its statuses name no message.
    expect(await call("claim_effects", { ...waits, destination: "chatwoot" })).toMatchObject({ effects: [] });
    const status = { key: "00", kind: "status.read", source: "{}", status: "read", provider_id: "wamid.out" };
    await call("receive_events", { channel: "whatsapp", quiet_ms: 0, ceiling_ms: 0, events: [status] });
    expect(await call("claim_effects", { ...waits, destination: "chatwoot" })).toMatchObject({
      effects: [{ kind: "delivery", body: { message: null, status: "read" } }],
    });
  });
});

// Old processes go on beside new ones while a release is rolled out.
test.each([
  ["005.do.screened-turn", 3],
  ["006.do.traces", 2],
])("a process from before %s goes on with what it calls, and a new one reads what it leaves", async (name, lines) => {
  const url = await databaseBefore(name);
  expect(await migrateQuietly(url)).toHaveLength(lines);
  await withClient(url, async (client) => {
    const call = async (procedure: string, p: unknown) =>
      (await client.query<{ r: unknown }>(`select public.${procedure}($1) as r`, [p])).rows[0]?.r;
    const waits = { destination: "whatsapp", limit: 9, unknown_wait_ms: 60_000, receipt_wait_ms: 8_000 };
    const message = { kind: "message.text", source: "{}", message_kind: "text", wa_id: "4915100000001", text: "again" };
    const sent_at = "2026-11-20T10:00:00Z";
    const receive = (...events: unknown[]) =>
      call("receive_events", { channel: "whatsapp", quiet_ms: 0, ceiling_ms: 0, events });

    // "hello" was stored before the migration.
    const old = { ...message, key: "01", provider_id: "wamid.3", sent_at };
    expect(await receive(old)).toEqual({ duplicates: [], differing: 0, woken: 1 });
    const { turns } = z
      .object({ turns: z.tuple([z.object({ fence: z.int(), gen: z.int(), messages: z.array(z.unknown()) })]) })
      .parse(await call("claim_conversations", { limit: 9, lease_ms: 60_000, typing: false }));
    expect(turns[0].messages).toMatchObject([
      { text: "again", trace: null },
      { text: "hello", trace: null },
    ]);
    const answer = { destination: "whatsapp", origin: "bot", kind: "text", body: { text: "answer" } };
    const { fence, gen } = turns[0];
    const turn = { conversation: 1, fence, gen, force: false, lease_ms: 60_000, message_ids: [2, 3] };
    const result = { decision: {}, checkpoint_id: null, summary: null, hand_off: false, effects: [answer], facts: [] };
    expect(await call("complete_turn", { ...turn, ...result })).toEqual({ outcome: "committed" });
    const { effects } = z
      .object({ effects: z.tuple([z.object({ id: z.int(), since_ms: z.null(), trace: z.null() })]) })
      .parse(await call("claim_effects", waits));
    await call("settle_effect", { id: effects[0].id, attempt: 1, outcome: "sent" });
    expect(await call("claim_effects", waits)).toMatchObject({
      effects: [{ body: { text: "answer" }, since_ms: expect.any(Number) as unknown, trace: null }],
    });
    const status = { kind: "status.read", source: "{}", status: "read", provider_id: "wamid.out" };
    expect(await receive({ ...status, key: "02" })).toEqual({ duplicates: [], differing: 0, woken: 0 });
    await receive({ ...old, key: "03", trace: "0b0f6c0e-4a4e-4b43-8a3e-2f6f4b1d7c55" });
    expect(await call("explain", { conversation: 1 })).toMatchObject({
      turns: [
        { trace: null, messages: [{ text: "STOP", trace: null }] },
        { trace: null, messages: [{ trace: null }, { trace: null }] },
        { turn_id: null, messages: [{ trace: "0b0f6c0e-4a4e-4b43-8a3e-2f6f4b1d7c55" }] },
      ],
    });
  });
});

// The older version goes on while the tables are changed, and takes effects before their conversations.
test.each([
  ["002.do.agents-and-recruiters", "select from app.effects", "conversations set gen = gen", 6],
  ["004.do.vacancies-and-applications", "update app.effects set attempts = attempts", "conversations set gen = gen", 4],
  ["005.do.screened-turn", "select from app.messages", "applications set version = version", 3],
  ["005.do.screened-turn", "update app.profile_facts set field = field", "applications set version = version", 3],
  ["006.do.traces", "select from app.messages", "effects set attempts = attempts", 2],
])(
  "before %s a service that is using the tables is waited for and not deadlocked with",
  async (name, use, then, lines) => {
    const url = await databaseBefore(name);
    const service = new pg.Client({ connectionString: url });
    await service.connect();
    onTestFinished(() => service.end());
    await service.query("begin");
    await service.query(use);
    const migrated = migrateQuietly(url);
    await Promise.race([migrated, untilWaiting(url)]);
    await service.query(`update app.${then}`);
    await service.query("commit");
    expect(await migrated).toHaveLength(lines);
  },
);

/** Resolves when another session of the database waits for a lock, or sleeps until it tries again. */
async function untilWaiting(url: string): Promise<void> {
  await withClient(url, (client) =>
    waitFor(async () => {
      const { rows } = await client.query(
        `select from pg_stat_activity
          where datname = current_database() and (wait_event_type = 'Lock' or wait_event = 'PgSleep')`,
      );
      expect(rows).toHaveLength(1);
    }),
  );
}

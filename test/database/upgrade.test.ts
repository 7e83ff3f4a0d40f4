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

  expect(await migrateQuietly(url)).toHaveLength(4);

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

// The older version goes on while the tables are changed, and takes effects before their conversations.
test.each([
  ["002.do.agents-and-recruiters", "select from app.effects", 4],
  ["004.do.vacancies-and-applications", "update app.effects set attempts = attempts", 2],
])("before %s a service that is using the tables is waited for and not deadlocked with", async (name, use, lines) => {
  const url = await databaseBefore(name);
  const service = new pg.Client({ connectionString: url });
  await service.connect();
  onTestFinished(() => service.end());
  await service.query("begin");
  await service.query(use);
  const migrated = migrateQuietly(url);
  await Promise.race([migrated, untilWaiting(url)]);
  await service.query("update app.conversations set gen = gen");
  await service.query("commit");
  expect(await migrated).toHaveLength(lines);
});

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

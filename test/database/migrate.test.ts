import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, schemaSql } from "../../database/migrate.ts";
import { createDatabase, dropDatabase, withClient } from "../../sandbox/postgres.ts";

async function emptyDatabase(): Promise<string> {
  const name = `migrate_${randomBytes(6).toString("hex")}`;
  onTestFinished(() => dropDatabase(inject("postgresUrl"), name));
  return createDatabase(inject("postgresUrl"), name);
}

function migrations(): Promise<string[]> {
  return readdir(new URL("../../database/migrations/", import.meta.url));
}

/** What `npm run <script>` runs. */
function command(script: "migrate" | "schema", databaseUrl?: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl ?? "" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["database/command.ts", script], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

async function migrateQuietly(databaseUrl: string): Promise<string[]> {
  const lines: string[] = [];
  await migrate({ databaseUrl, log: (line) => lines.push(line) });
  return lines;
}

/** Everything that a migration makes, comments and the time of its running left out. */
async function catalogue(url: string): Promise<unknown> {
  return withClient(url, async (client) => {
    const rows = async (query: string) => (await client.query(query)).rows as unknown[];
    const ours = "('public'::regnamespace, 'app'::regnamespace)";
    return {
      columns: await rows(`select c.relname, c.reloptions, c.relrowsecurity, c.relacl::text, a.attname, a.attnotnull,
          a.attidentity, format_type(a.atttypid, a.atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as "default"
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relnamespace in ${ours} and c.relkind in ('r', 'c') order by c.relname, a.attname`),
      indexes: await rows("select indexdef from pg_indexes where schemaname in ('app', 'public') order by indexdef"),
      constraints: await rows(`select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
          from pg_constraint where connamespace in ${ours} order by 1, 2`),
      functions: await rows(`select oid::regprocedure::text as name, pg_get_functiondef(oid) as definition, proacl::text
          from pg_proc where pronamespace in ${ours} order by 1`),
      versions: await rows("select version, name, md5 from app.schema_version order by version"),
    };
  });
}

test("npm run migrate brings an empty database to the newest schema, and a second run finds nothing to do", async () => {
  const url = await emptyDatabase();
  const firstRun = await command("migrate", url);
  expect(firstRun).toMatchObject({
    code: 0,
    output: expect.stringMatching(/applied migration 1 [\s\S]*up to date/) as unknown,
  });
  const made = await catalogue(url);
  const again = await command("migrate", url);
  expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/^schema is up to date/) as unknown });
  expect(await catalogue(url)).toEqual(made);
});

test("without DATABASE_URL there is nothing to migrate, and that is no failure", async () => {
  const { code, output } = await command("migrate");
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringContaining("DATABASE_URL is not set") as unknown,
  });
});

test.each([
  ["nobody listens", "postgres://postgres:hunter2@127.0.0.1:9/app"],
  ["the name has several addresses", "postgres://postgres:hunter2@localhost:9/app"],
])(
  "an address where %s fails with one sentence that says why, without a stack or the password",
  async (_title, url) => {
    const { code, output } = await command("migrate", url);
    expect(code).toBe(1);
    expect(output).toMatch(/^migration failed, nothing was changed: .*ECONNREFUSED.*\n$/);
    expect(output).not.toContain("hunter2");
  },
);

test("several migrations at once wait for each other, and one of them does the work", async () => {
  const url = await emptyDatabase();
  const runs = await Promise.all(Array.from({ length: 4 }, () => migrateQuietly(url)));
  expect(runs.flat().filter((line) => line.startsWith("applied migration 1 "))).toHaveLength(1);
  expect(runs.map((lines) => lines.at(-1))).toEqual(
    Array.from({ length: 4 }, () => expect.stringContaining("up to date") as unknown),
  );
});

test("a build that was rolled back leaves a newer schema and its functions alone, and its release goes on", async () => {
  const url = await emptyDatabase();
  await migrateQuietly(url);
  const newest = (await migrations()).length;
  await withClient(url, async (client) => {
    await client.query("insert into app.schema_version (version, name) values ($1, 'of-tomorrow')", [newest + 1]);
    await client.query(`create or replace function public.service_status(p json) returns json language sql
      as $$ select '{"of":"tomorrow"}'::json $$`);
  });
  const newer = await catalogue(url);
  const { code, output } = await command("migrate", url);
  expect({ code, output }).toEqual({
    code: 0,
    output: `the database has schema ${newest + 1}, which is newer than this build: left as it is\n`,
  });
  expect(await catalogue(url)).toEqual(newer);
});

test("a migration that fails leaves nothing behind", async () => {
  const url = await emptyDatabase();
  await withClient(url, async (client) => {
    await client.query("create schema app; create table app.effects ()");
    await expect(migrateQuietly(url)).rejects.toThrow(/already exists/);
    const { rows } = await client.query("select tablename from pg_tables where schemaname in ('app', 'public')");
    expect(rows).toEqual([{ tablename: "effects" }]);
  });
});

test("npm run schema prints what makes the same database when pasted, and migrate goes on from there", async () => {
  const { code, output } = await command("schema");
  expect({ code, output: output.trim() }).toEqual({ code: 0, output: (await schemaSql()).trim() });
  const [pasted, migrated] = [await emptyDatabase(), await emptyDatabase()];
  await withClient(pasted, (client) => client.query(output));
  await migrateQuietly(migrated);
  expect(await catalogue(pasted)).toEqual(await catalogue(migrated));
  expect(await migrateQuietly(pasted)).toEqual([expect.stringContaining("up to date") as unknown]);
});

test("an owner who is not a superuser can migrate his database and use it", async () => {
  const role = `owner_${randomBytes(6).toString("hex")}`;
  const admin = inject("postgresUrl");
  await withClient(admin, (client) => client.query(`create role ${role} login createdb password 'secret'`));
  onTestFinished(() => withClient(admin, (client) => client.query(`drop role ${role}`)).then(() => {}));
  const as = new URL(admin);
  as.username = role;
  as.password = "secret";
  onTestFinished(() => dropDatabase(admin, `${role}_db`));
  const url = await createDatabase(as.href, `${role}_db`);

  const newest = (await migrations()).length;
  expect(await migrateQuietly(url)).toHaveLength(newest + 1);
  expect(await migrateQuietly(url)).toHaveLength(1);
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      "select usesuper, public.service_status('{}') as status from pg_user where usename = current_user",
    );
    expect(rows).toEqual([{ usesuper: false, status: { schema: expect.any(Number) as unknown } }]);
    const event = { key: "00", kind: "message.text", source: "{}", message_kind: "text", provider_id: "a", text: "b" };
    const p = {
      channel: "whatsapp",
      quiet_ms: 0,
      ceiling_ms: 0,
      events: [{ ...event, sent_at: new Date(), wa_id: "49" }],
    };
    const received = await client.query("select public.receive_events($1) as r", [p]);
    expect(received.rows).toEqual([{ r: { duplicates: [], differing: 0, woken: 1 } }]);
    const claimed = await client.query<{ r: { turns: unknown[] } }>(
      `select public.claim_conversations('{"limit":1,"lease_ms":1000,"typing":true}') as r`,
    );
    expect(claimed.rows[0]?.r.turns).toHaveLength(1);
  });
});

// Roles belong to the whole server, so they cannot be dropped here: their names are taken away inside a transaction,
// which is never committed.
test("a server without the roles of Supabase is fine", async () => {
  const url = await emptyDatabase();
  await withClient(url, async (client) => {
    await client.query("begin");
    for (const role of ["anon", "authenticated", "service_role"]) {
      await client.query(`alter role ${role} rename to ${role}_away_${randomBytes(4).toString("hex")}`);
    }
    const script = (await schemaSql()).replace(/^begin;/, "").replace(/commit;\s*$/, "");
    await client.query(script);
    const { rows } = await client.query<{ acl: string }>(
      "select proacl::text as acl from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace)",
    );
    const { user } = new pg.Client({ connectionString: url });
    expect(new Set(rows.map(({ acl }) => acl))).toEqual(new Set([`{${user}=X/${user}}`]));
    await client.query("rollback");
  });
});

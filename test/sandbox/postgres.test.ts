import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createDatabase, createSupabaseRoles, startPostgres, withClient } from "../../sandbox/postgres.ts";
import { createTestDatabase } from "../support/database.ts";

test("data in a directory survives a restart, safe on disk", async () => {
  const directory = await mkdtemp(join(tmpdir(), "sandbox-test-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const first = await startPostgres({ directory });
  onTestFinished(() => first.stop());
  await withClient(await createDatabase(first.url("postgres"), "kept"), (client) =>
    client.query("create table notes as select 'still here' as text"),
  );
  await first.stop();

  const second = await startPostgres({ directory });
  onTestFinished(() => second.stop());

  const { rows } = await withClient(second.url("kept"), (client) =>
    client.query("select text, current_setting('fsync') as fsync from notes"),
  );
  expect(rows).toEqual([{ text: "still here", fsync: "on" }]);
});

test("nobody enters without the password", async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const url = new URL(postgres.url("postgres"));
  url.password = "wrong";

  await expect(withClient(url.href, (client) => client.query("select 1"))).rejects.toMatchObject({ code: "28P01" });
});

test("a test database has the roles of Supabase, and grants everything new to them until it is taken back", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  await withClient(database.url, createSupabaseRoles); // once more, on a server that has them
  await database.pool.query(`
    create function public.f() returns int language sql as 'select 1';
    revoke execute on function public.f from public;
    create table public.t ();`);

  const { rows } = await database.pool.query(`
    select rolname as role, rolcanlogin as login, rolbypassrls as bypass,
           has_function_privilege(oid, 'public.f()', 'execute') as f, has_table_privilege(oid, 'public.t', 'select') as t
    from pg_roles where rolname in ('anon', 'authenticated', 'service_role', 'authenticator') order by rolname`);
  expect(rows).toEqual([
    { role: "anon", login: false, bypass: false, f: true, t: true },
    { role: "authenticated", login: false, bypass: false, f: true, t: true },
    { role: "authenticator", login: true, bypass: false, f: false, t: false },
    { role: "service_role", login: false, bypass: true, f: true, t: true },
  ]);
});

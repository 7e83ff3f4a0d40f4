import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

/** Who may do what, read from the catalogue of a database that has the default grants of Supabase. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const strangers = "(values ('public'), ('anon'), ('authenticated')) as stranger (role)";
const ours = "(select * from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace)) as p";

async function list(query: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

test("the default grants of Supabase are there, or this file proves nothing", async () => {
  await database.pool.query("create function public.careless() returns integer language sql return 1");
  try {
    expect(
      await list(`select role as name from ${strangers}
                   where has_function_privilege(role, 'public.careless()', 'execute')`),
    ).toEqual(["public", "anon", "authenticated"]);
  } finally {
    await database.pool.query("drop function public.careless()");
  }
});

test("the functions in the database are the files of database/functions, and the one that seals them", async () => {
  const files = await readdir(new URL("../../database/functions/", import.meta.url));
  expect(await list(`select proname as name from ${ours} order by 1`)).toEqual(
    [...files.map((file) => file.replace(".sql", "")), "seal"].sort(),
  );
});

test("every function of the API takes and returns json, runs as its owner and trusts no search path", async () => {
  expect(
    await list(`select oid::regprocedure::text as name from ${ours} where pronamespace = 'public'::regnamespace
                   and not (prosecdef and proconfig @> array['search_path=""'] and provolatile = 'v'
                            and prorettype = 'json'::regtype and pg_get_function_arguments(oid) = 'p json')`),
  ).toEqual([]);
});

test("service_role may call every function of the API, and besides the owner nobody may call any", async () => {
  expect(
    await list(`select oid::regprocedure::text as name from ${ours} where pronamespace = 'public'::regnamespace
                   and not has_function_privilege('service_role', oid, 'execute')`),
  ).toEqual([]);
  expect(
    await list(`select p.oid::regprocedure || ' to ' || coalesce(r.rolname, 'public') as name
                  from ${ours} cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                  left join pg_roles r on r.oid = a.grantee
                 where a.grantee <> p.proowner and r.rolname is distinct from 'service_role'`),
  ).toEqual([]);
});

test.each(["public", "anon", "authenticated"])("%s may call no function, inherited rights included", async (role) => {
  expect(
    await list(`select oid::regprocedure::text as name from ${ours}
                 where has_function_privilege('${role}', oid, 'execute')`),
  ).toEqual([]);
});

test("no role but the owner has a right on schema app or on anything in it", async () => {
  const roles = `(select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role')
                   union all select 'public') as r (role)`;
  expect(
    await list(`select role || ' uses the schema' as name from ${roles} where has_schema_privilege(role, 'app', 'usage, create')
      union all select role || ' reads ' || c.oid::regclass from ${roles}, pg_class c
       where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and (has_table_privilege(role, c.oid, 'select, insert, update, delete, truncate, references, trigger')
              or has_any_column_privilege(role, c.oid, 'select, insert, update, references'))
      union all select role || ' counts ' || c.oid::regclass from ${roles}, pg_class c
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'S'
         and has_sequence_privilege(role, c.oid, 'usage, select, update')`),
  ).toEqual([]);
});

test("row level security is on for every table, without a policy that lets anybody in", async () => {
  expect(
    await list(
      "select count(*)::text as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'",
    ),
  ).toEqual(["16"]);
  expect(
    await list(`select relname as name from pg_class
                 where relnamespace = 'app'::regnamespace and relkind = 'r' and not relrowsecurity`),
  ).toEqual([]);
  expect(await list("select policyname as name from pg_policies where schemaname in ('app', 'public')")).toEqual([]);
});

test("schema public holds nothing of ours but functions", async () => {
  expect(await list("select relname as name from pg_class where relnamespace = 'public'::regnamespace")).toEqual([]);
});

test.each(["anon", "authenticated"])("%s is refused by every function and table", async (role) => {
  const functions = await list(`select oid::regproc::text as name from ${ours} where proargnames = array['p']`);
  const tables = await list(
    "select oid::regclass::text as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'",
  );
  const attempts = [
    ...functions.map((name) => `select ${name}('{}')`),
    ...tables.map((name) => `select from ${name}`),
    "select app.delivery_rank('read')",
    "create table app.mine ()",
  ];
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`set role ${role}`);
    for (const attempt of attempts) {
      await expect(client.query(attempt), attempt).rejects.toMatchObject({ code: "42501" });
    }
  } finally {
    await client.end();
  }
});

test("service_role reaches tables through the functions alone", async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query("set role service_role");
    const { rows } = await client.query("select public.service_status('{}') as status");
    expect(rows).toEqual([{ status: { schema: expect.any(Number) as unknown } }]);
    await expect(client.query("select from app.messages")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await client.end();
  }
});

import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type SupabaseGateway, startSupabaseGateway } from "../../sandbox/supabase.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const key = "sb_secret_of_the_test";
let database: TestDatabase;
let gateway: SupabaseGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(functions);
  gateway = await startSupabaseGateway({ databaseUrl: database.url, key });
});

afterAll(async () => {
  await gateway?.stop();
  await database?.drop();
});

beforeEach(() => {
  gateway.mode = "ok";
});

test("a call returns what the function returns", async () => {
  const p = { text: "¿qué tal? 👋", list: [1, null, { deep: true }] };

  expect(await connect().rpc("echo", { p })).toMatchObject({ status: 200, data: p, error: null });
  expect(await connect().rpc("nothing", { p })).toMatchObject({ status: 204, data: null, error: null });
  expect(await connect().rpc("null_json", { p })).toMatchObject({ status: 200, data: null, error: null });
  expect(await connect().rpc("numbers")).toMatchObject({ status: 200, data: [1, 2, 3] });
  expect(await connect().rpc("add", { a: 40 })).toMatchObject({ status: 200, data: 42 });
});

test("json passes through byte for byte", async () => {
  const value = '{ "big": 12345678901234567890.10, "twice": 1, "twice": 2,  "escaped": "\\u00e9é\\n" }';

  const response = await fetch(`${gateway.url}/rest/v1/rpc/echo`, {
    method: "POST",
    headers: { apikey: key, "content-type": "application/json" },
    body: `{"p":${value}}`,
  });

  expect(await response.text()).toBe(value);
});

test("an escaped NUL or half a surrogate pair anywhere in the arguments is refused, as in production", async () => {
  const answers = [
    await connect().rpc("echo", { p: { list: ["\u0000"] } }),
    await connect().rpc("echo", { p: { list: ["\ud800"] } }),
  ];

  expect(answers).toMatchObject([
    { status: 400, error: { code: "22P05" } },
    { status: 400, error: { code: "22P02" } },
  ]);
});

test("functions run as service_role with the search path of Supabase", async () => {
  expect(await connect().rpc("who", { p: {} })).toMatchObject({
    data: { role: "service_role", path: '"public", "extensions"' },
  });
});

test("an unknown function and a wrong argument name are 404 PGRST202", async () => {
  const missing = { status: 404, data: null, error: { code: "PGRST202" } };

  expect(await connect().rpc("unknown", { p: {} })).toMatchObject(missing);
  expect(await connect().rpc("echo", { q: {} })).toMatchObject(missing);
  expect(await connect().rpc("echo", { p: {}, q: {} })).toMatchObject(missing);
  expect(await connect().rpc("echo")).toMatchObject(missing);
});

test("a function that is not granted to service_role is 403", async () => {
  expect(await connect().rpc("denied", { p: {} })).toMatchObject({ status: 403, error: { code: "42501" } });
});

test("schemas other than public are not exposed", async () => {
  const answer = await connect().schema("app").rpc("echo", { p: {} });
  expect(answer).toMatchObject({ status: 406, error: { code: "PGRST106" } });
});

test("a wrong key is 401 and the function does not run", async () => {
  const p = { id: "with a wrong key" };

  expect(await connect("sb_secret_of_somebody_else").rpc("store", { p })).toMatchObject({
    status: 401,
    error: { message: "Invalid API key" },
  });
  expect(await stored(p.id)).toBe(0);
});

test.each([
  ["P0001", 400],
  ["23503", 409],
  ["40001", 500],
  ["53300", 503],
  ["54000", 500],
  ["57014", 500],
  ["22P02", 400],
  ["PT418", 418],
])("an error of state %s becomes %i and keeps code, message, details and hint", async (code, status) => {
  const error = { code, message: "what", details: "more", hint: "why" };

  expect(await connect().rpc("fail", { p: error })).toMatchObject({ status, data: null, error });
});

test("a unique violation is 409 and undoes the whole call", async () => {
  const answer = await connect().rpc("store", { p: { id: "twice", again: "twice" } });

  expect(answer).toMatchObject({ status: 409, error: { code: "23505", hint: null } });
  expect(await stored("twice")).toBe(0);
});

test("a violation that appears only at commit is reported", async () => {
  const answer = await connect().rpc("store", { p: { id: "late", parent: "nobody" } });
  expect(answer).toMatchObject({ status: 409, error: { code: "23503" } });
});

test("a connection that dies during a call is 503, and the next call works", async () => {
  expect(await connect().rpc("end_connection", { p: {} })).toMatchObject({ status: 503, error: { code: "57P01" } });
  expect(await connect().rpc("echo", { p: 1 })).toMatchObject({ status: 200, data: 1 });
});

test("in mode hang a call waits until the client gives up, and stores nothing", async () => {
  gateway.mode = "hang";
  const p = { id: "hang" };
  const seen = gateway.requests;
  const controller = new AbortController();

  const call = Promise.resolve(connect().rpc("store", { p }).abortSignal(controller.signal));
  await vi.waitFor(() => expect(gateway.requests).toBe(seen + 1));
  controller.abort();

  expect(await call).toMatchObject({ status: 0, data: null, error: { code: "" } });
  expect(await stored(p.id)).toBe(0);
});

test("in mode refuse the connection is cut before, in mode lost after the work", async () => {
  gateway.mode = "refuse";
  expect(await connect().rpc("store", { p: { id: "refused" } })).toMatchObject({ status: 0, data: null });
  expect(await stored("refused")).toBe(0);

  gateway.mode = "lost";
  expect(await connect().rpc("store", { p: { id: "lost" } })).toMatchObject({ status: 0, data: null });
  expect(await stored("lost")).toBe(1);
});

test("in modes unauthorized and unavailable a right call gets 401 and a 503 that is not JSON", async () => {
  gateway.mode = "unauthorized";
  expect(await connect().rpc("echo", { p: 1 })).toMatchObject({ status: 401 });

  gateway.mode = "unavailable";
  const { status, error } = await connect().rpc("echo", { p: 1 });
  expect(status).toBe(503);
  expect(error).not.toHaveProperty("code");
});

test("stop ends requests that hang", async () => {
  const another = await startSupabaseGateway({ databaseUrl: database.url, key });
  another.mode = "hang";
  const call = Promise.resolve(connect(key, another.url).rpc("echo", { p: 1 }));
  await vi.waitFor(() => expect(another.requests).toBe(1));

  await another.stop();

  expect(await call).toMatchObject({ status: 0 });
});

function connect(apiKey = key, url = gateway.url) {
  return createClient(url, apiKey, { auth: { persistSession: false, autoRefreshToken: false } });
}

async function stored(id: string): Promise<number> {
  const { rowCount } = await database.pool.query("select from public.things where id = $1", [id]);
  return rowCount ?? 0;
}

const functions = `
create table public.things (id text primary key, parent text references public.things deferrable initially deferred);
create function public.echo(p json) returns json language sql as 'select p';
create function public.null_json(p json) returns json language sql as 'select null::json';
create function public.nothing(p json) returns void language sql as 'insert into public.things values (gen_random_uuid())';
create function public.numbers() returns setof int language sql as 'select generate_series(1, 3)';
create function public.add(a int, b int default 2) returns int language sql as 'select a + b';
create function public.denied(p json) returns json language sql as 'select p';
revoke execute on function public.denied from public, anon, authenticated, service_role;
create function public.who(p json) returns json language sql as
  $$ select json_build_object('role', current_user, 'path', current_setting('search_path')) $$;
create function public.store(p json) returns json language sql as $$
  insert into public.things values (p->>'id', p->>'parent');
  insert into public.things select p->>'again' where p->>'again' is not null;
  select p $$;
create function public.fail(p json) returns json language plpgsql as $$ begin
  raise exception using errcode = p->>'code', message = p->>'message', detail = p->>'details', hint = p->>'hint';
end $$;
create function public.end_connection(p json) returns json language plpgsql security definer as $$ begin
  perform pg_terminate_backend(pg_backend_pid());
  return p;
end $$;`;

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { startSupabaseGateway } from "../sandbox/supabase.ts";
import { textBody } from "../sandbox/webhook-body.ts";
import { createDatabase, type Database } from "../src/platform/database.ts";
import { parseWebhook } from "../src/whatsapp/payload.ts";
import { commitArgs, first, keyOf, message, textEffect } from "./platform/contract.ts";
import { createTestDatabase, type TestDatabase } from "./support/database.ts";
import { waitFor } from "./support/wait-for.ts";

let world: TestDatabase;
let database: Database;

beforeAll(async () => {
  world = await createTestDatabase();
  database = createDatabase({ url: world.url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
});
beforeEach(
  async () =>
    void (await world.pool.query(
      "truncate app.contacts, app.events, app.vacancies, app.audit restart identity cascade",
    )),
);
afterAll(async () => {
  await database.close();
  await world.drop();
});

/** The command as a process that knows nothing but the database. */
function start(args: string[], env: Record<string, string> = { DATABASE_URL: world.url }) {
  const child = spawn(process.execPath, [join(inject("bundle"), "operator.js"), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.err += chunk.toString();
  });
  const ended = once(child, "close").then(() => ({ code: child.exitCode, ...output }));
  return { output, ended };
}

function run(args: string[], env?: Record<string, string>) {
  return start(args, env).ended;
}

async function receive(...events: Parameters<typeof message>[0][]): Promise<void> {
  await database.call("receive_events", {
    channel: "whatsapp",
    quiet_ms: 0,
    ceiling_ms: 0,
    events: events.map(message),
  });
}

async function park(kind: string, source = "{}"): Promise<void> {
  const events = [{ key: keyOf(`${kind} ${source}`), kind, source }];
  await database.call("receive_events", { channel: "whatsapp", quiet_ms: 0, ceiling_ms: 0, events });
}

const trace = "0b0f6c0e-4a4e-4b43-8a3e-2f6f4b1d7c55";

/** A question that was answered; what became of the answer is given. */
async function answer(outcome: "sent" | "dead"): Promise<void> {
  await receive({ wa_id: "4915100000001", text: "I live in Berlin", trace });
  const { turns } = await database.call("claim_conversations", { limit: 1, lease_ms: 60_000, typing: false });
  const turn = first(turns);
  const fact = { field: "city", value: "Berlin", message_id: 1, quote: "in Berlin", confidence: 0.9 };
  const decision = { engine: "rules", step: "ask", asks: "name", intents: ["apply"], cost_usd: 0.0012 };
  await database.call(
    "complete_turn",
    commitArgs(turn, { effects: [textEffect("And your name?")], facts: [fact], decision }),
  );
  const { rows } = await world.pool.query<{ id: number }>(
    "update app.effects set state = 'sending', attempts = 1, sending_at = now() where destination = 'whatsapp' returning id::int",
  );
  const error = outcome === "dead" ? { error: "131026" } : {};
  await database.call("settle_effect", { id: rows[0]?.id ?? 0, attempt: 1, outcome, ...error });
}

describe("explain", () => {
  test.each(["1", "4915100000001", "+49 1510 0000001", "004915100000001"])("tells the story of %s", async (name) => {
    await answer("sent");
    const { code, out, err } = await run(["explain", name]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^conversation 1 {2}mode=bot/);
    expect(out).toMatch(/^turn 1 {2}committed \S+, took \d+ ms, trace 0b0f6c0e-4a4e-4b43-8a3e-2f6f4b1d7c55$/m);
    expect(out).toMatch(/^ {2}message {3}1 received \S+, claimed after \d+ ms: "I live in Berlin"$/m);
    expect(out).toMatch(/^ {2}learned {3}city = "Berlin" from "in Berlin" \(message 1, confidence 0\.9\)$/m);
    expect(out).toContain('  decision  engine=rules step=ask asks=name intents=["apply"] cost=0.001200 USD\n');
    expect(out).toMatch(
      /^ {2}effect {4}\d+ whatsapp text of bot, sent, attempts 1, queue \d+ ms, send \d+ ms: "And your name\?"$/m,
    );
    expect(out).toMatch(/^ {2}total {5}received to answer sent: \d+ ms$/m);
    expect(out).toMatch(
      /^in all {2}1 messages, 1 turns, received to answer sent: median \d+ ms, most \d+ ms, cost 0\.001200 USD$/m,
    );
  });

  test("names the trace of a message that is not its turn's", async () => {
    await receive({ trace });
    const { out } = await run(["explain", "1"]);
    expect(out).toMatch(/^ {2}message {3}1 received \S+, not claimed, trace 0b0f6c0e-4a4e-4b43-8a3e-2f6f4b1d7c55: /m);
  });

  test("speaks JSON", async () => {
    await answer("sent");
    const { out } = await run(["explain", "1", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ conversation: { id: 1 }, turns: [{ turn_id: 1 }, { turn_id: null }] });
  });

  test("works with Supabase alone", async () => {
    const gateway = await startSupabaseGateway({ databaseUrl: world.url, key: "sb_secret_test" });
    await answer("sent");
    const { code, out } = await run(["explain", "1"], { SUPABASE_URL: gateway.url, SUPABASE_KEY: "sb_secret_test" });
    await gateway.stop();
    expect({ code, out }).toEqual({ code: 0, out: containing("conversation 1") });
  });

  test.each(["2", "+4915199999999", "4915199999999"])("says so when nobody knows %s", async (name) => {
    expect(await run(["explain", name])).toMatchObject({
      code: 1,
      out: "",
      err: containing(`Nobody knows the conversation ${name}`),
    });
  });
});

describe("parked", () => {
  test("lists kinds and events", async () => {
    await park("message.image", '{"n":1}');
    await park("message.image", '{"n":2}');
    await park("history");
    const { code, out } = await run(["parked", "list", "--kind", "message.image"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^ {5}2 {2}message\.image\n {5}1 {2}history\n\n1 {2}message\.image, \S+, 7 bytes\n2 {2}message\.image, /,
    );
  });

  test("says so when nothing is parked", async () => {
    expect(await run(["parked", "list"])).toEqual({ code: 0, out: "nothing is parked\n", err: "" });
  });

  test("shows one event as it was stored", async () => {
    await park("history", '{"a": "ñ"}');
    const { out } = await run(["parked", "show", "1"]);
    expect(out).toMatch(/^event 1 {2}history, received \S+, parked\n\{"a": "ñ"\}\n$/);
    expect(await run(["parked", "show", "2"])).toMatchObject({
      code: 1,
      err: containing("There is no event 2"),
    });
  });

  test("makes a fixture of an event that is read like it and names nobody", async () => {
    const [event] = parseWebhook(
      Buffer.from(JSON.stringify(textBody({ waId: "34611000001", name: "Lucía", text: "Soy Lucía" }))),
    );
    await park("message.hologram", event?.source);
    const { code, out } = await run(["parked", "fixture", "1"]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/Luc|34611000001/);
    expect(parseWebhook(Buffer.from(out))).toMatchObject([{ message: { text: "Xxx Xxxxx", from: { name: "Xxxxx" } } }]);
  });

  test("replay waits until the service has read them, and says what stays", async () => {
    await park("message.image", '{"n":1}');
    await park("message.image", '{"n":2}');
    const { output, ended } = start(["parked", "replay", "--kind", "message.image"]);
    await waitFor(() => expect(output.err).toContain("2 asked to be read again"));
    const { effects } = await database.call("claim_tasks", { limit: 10, lease_ms: 60_000, max_tries: 3 });
    await world.pool.query("update app.events set parked = false where id = 1");
    for (const { id, attempt } of effects) await database.call("settle_effect", { id, attempt, outcome: "sent" });
    expect(await ended).toMatchObject({ code: 0, out: containing("all were read again; 1 parked") });
  });

  test("replay says when no service seems to be running, and the tasks stay", async () => {
    await park("history");
    const { code, err } = await run(["parked", "replay", "--all", "--wait", "1"]);
    expect({ code, err }).toEqual({ code: 1, err: containing("No service seems to be running: 1 wait") });
    expect((await database.call("list_parked", { after: 0, limit: 1 })).replays.open).toBe(1);
  });

  test("replay need not wait", async () => {
    await park("history");
    expect(await run(["parked", "replay", "1", "--no-wait", "--json"])).toMatchObject({
      code: 0,
      out: '{"added":1}\n',
    });
  });

  test("replay of what is not parked fails", async () => {
    expect(await run(["parked", "replay", "7"])).toMatchObject({
      code: 1,
      err: containing("Nothing to read again"),
    });
  });
});

describe("dead", () => {
  test("lists what was given up and sends it once more", async () => {
    await answer("dead");
    const { out } = await run(["dead", "list"]);
    expect(out).toMatch(
      /^\d+ {2}whatsapp text of bot, conversation 1, attempts 1, error 131026, created \S+\n1 given up\n$/,
    );
    expect(await run(["dead", "replay", "--destination", "whatsapp"])).toMatchObject({
      code: 0,
      out: containing("1 queued again"),
    });
    expect(await run(["dead", "list"])).toMatchObject({ out: "0 given up\n" });
    expect(await run(["dead", "replay", "--destination", "whatsapp"])).toMatchObject({
      code: 1,
      err: containing("Nothing was queued again"),
    });
  });
});

describe("vacancies", () => {
  test("are imported and listed by the bundle, and validated without a database", async () => {
    const samples = "sandbox/vacancies.yaml";
    expect(await run(["vacancies", "validate", samples], {})).toMatchObject({ code: 0, err: "" });
    expect(await run(["vacancies", "import", samples])).toMatchObject({
      code: 0,
      out: containing("waiter-lisbon  created, version 1\n"),
    });
    expect((await run(["vacancies", "list"])).out).toMatch(/\n3 vacancies\n$/);
  });
});

describe("what goes wrong", () => {
  test.each([
    [[]],
    [["constructor"]],
    [["explain"]],
    [["explain", "1", "2"]],
    [["explain", "Lucía"]],
    [["explain", "1", "--verbose"]],
    [["parked"]],
    [["parked", "show"]],
    [["parked", "show", "one"]],
    [["parked", "replay"]],
    [["parked", "replay", "1", "--all"]],
    [["parked", "list", "--limit", "0"]],
    [["dead", "replay"]],
    [["dead", "replay", "1", "--destination", "task"]],
    [["dead", "list", "--destination", "moon"]],
    [["vacancies", "import"]],
  ])("%j is not how it is used: 2", async (args) => {
    const { code, out, err } = await run(args, {});
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toContain("    at ");
  });

  test("without a database the variables are named", async () => {
    const { code, err } = await run(["parked", "list"], { DATABASE_URL: "" });
    expect(code).toBe(1);
    expect(err).toContain("Set DATABASE_URL, or SUPABASE_URL and SUPABASE_KEY");
    for (const name of ["SUPABASE_URL", "SUPABASE_KEY"])
      expect(err).toContain(`Required environment variable ${name} is not set`);
    expect(err).not.toContain("CHATWOOT");
  });

  test.each([
    [
      "an address where nobody is",
      "postgres://user:pw-secret@127.0.0.1:9/x",
      "cannot be reached. Cure: check DATABASE_URL",
    ],
    ["an address that is none", "mysql://user:pw-secret@127.0.0.1/x", "DATABASE_URL is wrong"],
  ])("%s is told with a cure and without the password", async (_name, url, text) => {
    const { code, err } = await run(["parked", "list"], { DATABASE_URL: url });
    expect({ code, err }).toEqual({ code: 1, err: containing(text) });
    expect(err).not.toContain("pw-secret");
  });

  test("a schema that is too old sends to the migrations", async () => {
    const old = await createTestDatabase();
    await old.pool.query("drop function public.list_dead(json)");
    const { code, err } = await run(["dead", "list"], { DATABASE_URL: old.url });
    await old.drop();
    expect({ code, err }).toEqual({ code: 1, err: containing("npm run migrate") });
  });
});

function containing(text: string): unknown {
  return expect.stringContaining(text);
}

import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const refusal = z.object({ error: z.object({ message: z.string() }).optional() });

test("4 000 posted events are all stored, in far fewer commits than events", async () => {
  // Switched off, so that what is measured is receiving.
  const { post, database } = await startApp({ env: { AGENT_ENGINE: "off", PROCESS_ROLE: "web" } });
  const before = await commits();
  const bodies = Array.from({ length: 4_000 }, (_, i) =>
    textBody({ waId: String(34_600_000_000 + (i % 500)), text: `message ${i}`, id: `wamid.bulk${i}` }),
  );

  const statuses = new Map<number, number>();
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
        const status = await post(body);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );

  expect(Object.fromEntries(statuses)).toEqual({ 200: 4_000 });
  const { rows } = await database.pool.query(
    "select count(distinct provider_id)::int as messages, count(distinct conversation_id)::int as people from app.messages",
  );
  expect(rows).toEqual([{ messages: 4_000, people: 500 }]);
  expect((await commits()) - before).toBeLessThan(5_000);

  async function commits(): Promise<number> {
    await database.pool.query("select pg_stat_force_next_flush()");
    const { rows: stats } = await database.pool.query<{ n: number }>(
      "select xact_commit::int as n from pg_stat_database where datname = current_database()",
    );
    return Number(stats[0]?.n);
  }
}, 180_000);

test("a body with thousands of messages is stored whole", async () => {
  const { post, database } = await startApp({ env: { PROCESS_ROLE: "web" } });
  const body = textBody({ waId: "34600000001", text: "x" });
  const value = body.entry[0]?.changes[0]?.value;
  const [message] = value?.messages ?? [];
  const messages = Array.from({ length: 4_000 }, (_, i) => ({ ...message, id: `wamid.many${i}` }));
  Object.assign(value ?? {}, { messages });

  // A busy machine may need more than one deadline. What is stored by then is not stored again.
  await waitFor(async () => expect(await post(body)).toBe(200));

  const { rows } = await database.pool.query(
    "select count(*)::int as n, max(gen)::int as gen from app.messages, app.conversations",
  );
  expect(rows).toEqual([{ n: 4_000, gen: 4_000 }]);
});

test("a write that hangs holds up nobody else", async () => {
  const { post, database } = await startApp({ env: { AGENT_ENGINE: "off", PROCESS_ROLE: "web" } });
  const from = (person: number, text: string) => textBody({ waId: `3460000000${person}`, text });
  expect(await post(from(1, "hello"))).toBe(200);
  const blocker = await database.pool.connect();
  onTestFinished(() => blocker.release(true));

  // The one that hangs gives up after its deadline: a machine that was too busy to be faster than that tries again.
  await waitFor(async () => {
    await blocker.query("begin; select from app.conversations for update");
    const answered: string[] = [];
    const hanging = post(from(1, "again")).then(() => answered.push("hanging"));
    await waitFor(async () => expect(await waitingCalls()).toBeGreaterThan(0));
    const other = post(from(2, "me too")).then(() => answered.push("other"));
    await Promise.all([hanging, other]);
    await blocker.query("rollback");
    expect(answered).toEqual(["other", "hanging"]);
  });

  async function waitingCalls(): Promise<number> {
    const { rows } = await database.pool.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return Number(rows[0]?.n);
  }
});

test("when too much waits, more is refused at once with 503 and nothing of it is stored", async () => {
  const { app, secret, database } = await startApp({ env: { PROCESS_ROLE: "web" } });
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.events in access exclusive mode");
  const text = "x".repeat(2_900_000);
  const idOf = (i: number) => `wamid.big${i}.`;

  // 48 bodies of almost 3 MB are more than the 64 MB that may wait and the 16 MB that are being written.
  const answers = await Promise.all(Array.from({ length: 48 }, (_, i) => post(i)));

  await blocker.query("rollback");
  blocker.release();
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  const refused = answers.flatMap(({ message }, i) => (message === "too much is waiting to be stored" ? [i] : []));
  expect(refused.length).toBeGreaterThan(0);
  // Others were refused by the deadline: Postgres may still finish what it was given before.
  const [again = -1, ...never] = refused;
  await waitFor(async () => expect((await post(again)).status).toBe(200));
  expect(await storedOf([again, ...never])).toEqual([idOf(again)]);

  async function post(i: number): Promise<{ status: number; message: string | undefined }> {
    // Past the socket: the limit is only reached when 64 MB arrive faster than the deadline empties the queue.
    const response = await app.server.inject({
      method: "POST",
      url: "/webhooks/360dialog",
      headers: { authorization: `Bearer ${secret}` },
      payload: JSON.stringify(textBody({ text, id: idOf(i) })),
    });
    const { error } = refusal.parse(response.json());
    return { status: response.statusCode, message: error?.message };
  }

  async function storedOf(bodies: number[]): Promise<string[]> {
    const { rows } = await database.pool.query<{ id: string }>(
      "select given.id from unnest($1::text[]) given (id) join app.events on position(given.id in source) > 0",
      [bodies.map(idOf)],
    );
    return rows.map(({ id }) => id);
  }
});

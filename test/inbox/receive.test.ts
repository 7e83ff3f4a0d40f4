import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";

test("10 000 posted events are all stored, in far fewer commits than events", async () => {
  // Switched off, so that what is measured is receiving.
  const { post, database } = await startApp({ env: { AGENT_ENGINE: "off", PROCESS_ROLE: "web" } });
  const before = await commits();
  const bodies = Array.from({ length: 10_000 }, (_, i) =>
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

  expect(Object.fromEntries(statuses)).toEqual({ 200: 10_000 });
  const { rows } = await database.pool.query(
    "select count(distinct provider_id)::int as messages, count(distinct conversation_id)::int as people from app.messages",
  );
  expect(rows).toEqual([{ messages: 10_000, people: 500 }]);
  expect((await commits()) - before).toBeLessThan(5_000);

  async function commits(): Promise<number> {
    await database.pool.query("select pg_stat_force_next_flush()");
    const { rows: stats } = await database.pool.query<{ n: number }>(
      "select xact_commit::int as n from pg_stat_database where datname = current_database()",
    );
    return Number(stats[0]?.n);
  }
});

test("a body with more messages than may wait is stored whole", async () => {
  const { post, database } = await startApp({ env: { PROCESS_ROLE: "web" } });
  const body = textBody({ waId: "34600000001", text: "x" });
  const value = body.entry[0]?.changes[0]?.value;
  const [message] = value?.messages ?? [];
  const messages = Array.from({ length: 6_000 }, (_, i) => ({ ...message, id: `wamid.many${i}` }));
  Object.assign(value ?? {}, { messages });

  expect(await post(body)).toBe(200);

  const { rows } = await database.pool.query(
    "select count(*)::int as n, max(gen)::int as gen from app.messages, app.conversations",
  );
  expect(rows).toEqual([{ n: 6_000, gen: 6_000 }]);
});

test("when too much waits, more is refused with 503 and nothing of it is half stored", async () => {
  const { post, database } = await startApp({ env: { PROCESS_ROLE: "web" } });
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.events in access exclusive mode");
  const big = (i: number) => textBody({ waId: "34600000001", text: "x".repeat(2_000_000), id: `wamid.big${i}` });

  // 48 bodies of 2 MB are more than the 64 MB that may wait.
  const statuses = await Promise.all(Array.from({ length: 48 }, (_, i) => post(big(i))));

  await blocker.query("rollback");
  blocker.release();
  expect(new Set(statuses)).toEqual(new Set([503]));
  expect(await post(big(0))).toBe(200);
});

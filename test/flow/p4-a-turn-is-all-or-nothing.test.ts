import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { say } from "../support/say.ts";
import { postWebhook, startApp, startProvider } from "../support/start-app.ts";
import { startProcess } from "../support/start-process.ts";
import { waitFor } from "../support/wait-for.ts";

const person = "34600000001";

test("kill -9 in the middle of a turn: after a restart the answer comes, once", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl(),
    TURN_LEASE_MS: "3000",
  });
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  const first = await startProcess(env);
  // The turn gets as far as writing its record and has to wait there.
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.turns in share mode");

  expect(await postWebhook(first.url, secret, textBody({ waId: person, text: "hola" }))).toBe(200);
  await waitFor(async () => expect(await waitingForLock()).toHaveLength(1));
  await first.end("SIGKILL");
  // Postgres notices a dead client only when it wants to answer: end its transaction before the lock is let go.
  const [stuck] = await waitingForLock();
  await database.pool.query("select pg_terminate_backend($1)", [stuck?.pid]);
  await blocker.query("rollback");
  blocker.release();
  const { rows: nothing } = await database.pool.query(
    "select 1 from app.turns union all select 1 from app.profile_facts",
  );
  expect(nothing).toEqual([]);
  const second = await startProcess(env);

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  await waitFor(async () => {
    const { rows } = await database.pool.query(
      "select kind, state from app.effects where destination = 'whatsapp' order by id",
    );
    expect(rows.every(({ state }) => state === "sent" || state === "dead")).toBe(true);
    expect(rows.filter(({ kind }) => kind === "text")).toEqual([{ kind: "text", state: "sent" }]);
  });
  expect(provider.messagesTo(person)).toHaveLength(1);
  expect(provider.readReceipts().length).toBeLessThanOrEqual(1);
  expect(await second.end("SIGTERM")).toBe(0);

  async function waitingForLock(): Promise<{ pid: number }[]> {
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows;
  }
});

test("a worker that lost its lease commits nothing", async () => {
  const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
  const fences: number[] = [];
  const { post, provider, database } = await startApp({
    env: { TURN_LEASE_MS: "60000" },
    runTurn: async (turn) => {
      fences.push(turn.fence);
      if (fences.length === 1) await released;
      return say(turn, `answer under fence ${turn.fence}`);
    },
  });
  await post(textBody({ waId: person, text: "hola" }));
  await waitFor(() => expect(fences).toEqual([1]));

  // What another process would see after this one hung for longer than its lease.
  await database.pool.query("update app.conversations set lease_until = now()");
  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  letGo();
  await post(textBody({ waId: "34600000002", text: "another person, to have something to wait for" }));
  await waitFor(() => expect(provider.messagesTo("34600000002")).toHaveLength(1));

  expect(provider.messagesTo(person).map(({ text }) => text)).toEqual(["answer under fence 2"]);
  const { rows } = await database.pool.query("select fence from app.turns order by id");
  expect(rows.map(({ fence }) => Number(fence))).toEqual([2, 1]);
});

test("a human who takes over during a turn is not talked over", async () => {
  const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
  let turns = 0;
  const { post, provider, database } = await startApp({
    runTurn: async (turn) => {
      turns += 1;
      await released;
      return say(turn, "too late");
    },
  });
  await post(textBody({ waId: person, text: "hola" }));
  await waitFor(() => expect(turns).toBe(1));

  await database.pool.query("update app.conversations set mode = 'human'");
  letGo();

  await waitFor(async () => {
    const { rows } = await database.pool.query("select silenced from app.turns");
    expect(rows).toEqual([{ silenced: true }]);
  });
  const { rows } = await database.pool.query("select state from app.effects where kind = 'text'");
  expect(rows).toEqual([{ state: "cancelled" }]);
  expect(provider.messagesTo(person)).toEqual([]);
});

test("a turn that fails leaves nothing behind and is tried again", async () => {
  let attempts = 0;
  const { post, provider, database } = await startApp({
    runTurn: async (turn) => {
      attempts += 1;
      if (attempts === 1) throw new Error("no luck");
      return say(turn, "second attempt");
    },
  });

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  expect(provider.messagesTo(person)[0]?.text).toBe("second attempt");
  const { rows } = await database.pool.query("select attempts, lease_until, due_at from app.conversations");
  expect(rows).toEqual([{ attempts: 0, lease_until: null, due_at: null }]);
});

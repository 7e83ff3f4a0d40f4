import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const person = "34600000001";

test("a turn that takes longer than its lease keeps it by the heartbeat", async () => {
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
  const fences: number[] = [];
  const { post, provider, database } = await startApp({
    env: { TURN_LEASE_MS: "900" },
    runTurn: async (turn) => {
      fences.push(turn.fence);
      await go;
      return say(turn, "answer");
    },
  });
  await post(textBody({ waId: person, text: "hola" }));
  await waitFor(() => expect(fences).toEqual([1]));

  // Longer than the lease that the claim gave, by the clock of the database.
  const { rows } = await database.pool.query<{ end: Date }>(
    "select lease_until + interval '1 second' as end from app.conversations",
  );
  await waitFor(async () => {
    const { rows: past } = await database.pool.query("select 1 where now() > $1::timestamptz", [rows[0]?.end]);
    expect(past).toHaveLength(1);
  });
  letGo();

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  expect(fences).toEqual([1]);
});

test("a conversation that this build cannot read is put off and holds up nobody", async () => {
  const { post, provider, database } = await startApp();
  await database.pool.query(`
    with k as (insert into app.contacts default values returning id)
    insert into app.conversations (channel, contact_id, recipient, due_at)
    select 'carrier pigeon', id, 'somebody', now() from k`);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  await waitFor(async () => {
    const { rows } = await database.pool.query(
      "select 1 from app.conversations where channel <> 'whatsapp' and lease_until is null and due_at > now() + interval '30 seconds'",
    );
    expect(rows).toHaveLength(1);
  });
});

test("a message that arrives during a turn is answered by it and marked as read", async () => {
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
  let turns = 0;
  const { post, provider } = await startApp({
    runTurn: async (turn) => {
      turns += 1;
      await go;
      return say(turn, "answer");
    },
  });
  await post(textBody({ waId: person, text: "one", id: "wamid.one" }));
  await waitFor(() => expect(turns).toBe(1));
  await post(textBody({ waId: person, text: "two", id: "wamid.two" }));
  letGo();

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  expect(provider.readReceipts().map(({ messageId }) => messageId)).toEqual(["wamid.one", "wamid.two"]);
});

test("a stop ends turns that do not listen and gives their conversations back", async () => {
  const never = new Promise<never>(() => {});
  let turns = 0;
  const { app, post, database } = await startApp({
    runTurn: async () => {
      turns += 1;
      return await never;
    },
  });
  await post(textBody({ waId: person, text: "hola" }));
  await waitFor(() => expect(turns).toBe(1));

  await app.stop();

  const { rows } = await database.pool.query("select lease_until, due_at <= now() as due from app.conversations");
  expect(rows).toEqual([{ lease_until: null, due: true }]);
});

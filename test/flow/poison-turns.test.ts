import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createChat } from "../support/chat.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const victim = "34600000061";
const neighbour = "34600000062";

test("a turn that fails five times goes to a person, and the candidate hears one honest sentence", async () => {
  let failures = 0;
  const world = await startApp({
    runTurn: async (turn) => {
      if (turn.messages.some(({ text }) => text.includes("veneno"))) {
        failures += 1;
        throw new TypeError("this text breaks the turn");
      }
      return say(turn, "answer");
    },
  });
  const { post, provider, chatwoot, database, url } = world;
  const chat = createChat(world, victim);
  await post(textBody({ waId: victim, text: "hola, esto es veneno" }));
  await waitFor(() => expect(failures).toBe(1));

  // Nobody else waits for it.
  await post(textBody({ waId: neighbour, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(neighbour).map(({ text }) => text)).toEqual(["answer"]));
  await tryUntil(() => expect(chat.answers()).toHaveLength(1));
  expect(chat.answers()[0]).toMatch(/^Algo ha fallado por nuestra parte/);
  await chat.settled();
  const thread = chatwoot.conversations.find(({ messages }) => messages[0]?.content?.includes("veneno"));
  expect(thread?.status).toBe("open");
  expect(thread?.messages.filter((one) => one.private).map(({ content }) => content)).toEqual([
    "El asistente ha fallado varias veces con estos mensajes y se ha rendido. Por favor, léelos y contesta.",
  ]);
  expect(failures).toBe(5);
  const { rows } = await database.pool.query("select mode, failures from app.conversations order by id");
  expect(rows).toEqual([
    { mode: "human", failures: 0 },
    { mode: "bot", failures: 0 },
  ]);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/^turns_total\{outcome="poison"\} 1$/m);
  expect(metrics).toMatch(/^answers_failed_total 1$/m);
  // The neighbour's alone: saying that nothing works is no answer, and trying again is not waiting again.
  expect(metrics).toMatch(/^answer_duration_seconds_count 1$/m);
  expect(metrics).toMatch(/^inbox_lag_seconds_count 2$/m);

  // It is the recruiters' now: no further message runs the turn.
  await chat.sayInVain("más veneno");
  expect(failures).toBe(5);
  expect(chat.answers()).toHaveLength(1);

  /** Without the waiting in between. */
  async function tryUntil(check: () => void): Promise<void> {
    await waitFor(async () => {
      await database.pool.query(
        "update app.conversations set due_at = now() where failures > 0 and lease_until is null",
      );
      check();
    });
  }
});

test("who asks for a person beside a poison turn gets one", async () => {
  const world = await startApp({
    runTurn: async () => {
      throw new TypeError("every turn breaks");
    },
  });
  const { post, chatwoot, database } = world;
  const chat = createChat(world, victim);
  await post(textBody({ waId: victim, text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select failures from app.conversations where lease_until is null");
    expect(rows).toEqual([{ failures: 1 }]);
  });
  await database.pool.query("update app.conversations set failures = 5, due_at = now() + interval '1 h'");
  await post(textBody({ waId: victim, text: "humano" }));

  await waitFor(() => expect(chat.answers()[0]).toMatch(/persona del equipo/));
  await waitFor(() => expect(chatwoot.conversations[0]?.status).toBe("open"));
  expect(chatwoot.conversations[0]?.messages.some((one) => one.private)).toBe(true);
});

test("a commit that Postgres refuses is a failure of the turn, not an outage", async () => {
  const world = await startApp({
    // No such message: the database refuses the fact.
    runTurn: async (turn) => ({
      ...say(turn, "answer"),
      facts: [{ field: "first_name", value: "Ana", messageId: 999_999, quote: "Ana", confidence: 1 }],
    }),
  });
  const chat = createChat(world, victim);
  await world.post(textBody({ waId: victim, text: "hello" }));
  await waitFor(async () => {
    await world.database.pool.query(
      "update app.conversations set due_at = now() where failures > 0 and lease_until is null",
    );
    expect(chat.answers()).toHaveLength(1);
  });
  expect(chat.answers()[0]).toMatch(/wrong on our side|fallado/);
});

test("a row that Postgres refuses is set aside, and its neighbours are stored and answered", async () => {
  const world = await startApp();
  const { post, database, provider, url } = world;
  await database.pool.query(
    `create function public.refuse() returns trigger language plpgsql as
       $$ begin if new.text like '%POISON%' then raise data_exception; end if; return new; end $$;
     create trigger refuse before insert on app.messages for each row execute function public.refuse()`,
  );
  const people = Array.from({ length: 7 }, (_, n) => String(34_600_000_070 + n));
  const texts = people.map((waId, n) => textBody({ waId, text: n === 4 ? "POISON" : "hola, soy Ana" }));

  // One body, one transaction.
  const [body, ...others] = texts;
  const entry = texts.flatMap((one) => one.entry);
  expect(await post({ ...body, entry })).toBe(200);
  expect(others).toHaveLength(6);

  await waitFor(() => {
    for (const [n, waId] of people.entries()) expect(provider.messagesTo(waId)).toHaveLength(n === 4 ? 0 : 1);
  });
  const { rows } = await database.pool.query(
    "select kind, problem, source like '%POISON%' as whole from app.events where parked",
  );
  expect(rows).toEqual([{ kind: "message.text", problem: "22000", whole: true }]);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^webhook_quarantined_events_total 1$/m);
  // The provider is told that it is stored, and a repetition is a duplicate.
  expect(await post({ ...body, entry })).toBe(200);
  const { rows: stored } = await database.pool.query(
    "select count(*)::int as n from app.events where kind = 'message.text'",
  );
  expect(stored).toEqual([{ n: 7 }]);
});

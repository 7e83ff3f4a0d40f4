import { expect, onTestFinished, test } from "vitest";
import { statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { createChat } from "../support/chat.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const person = "34600000501";
const answer = async (turn: Parameters<typeof say>[0]) => say(turn, "answer");

interface Sent {
  state: string;
  attempts: number;
  error: string | null;
  delivery: string | null;
  provider_id: string | null;
  sending_at: Date;
  next_at: Date;
}

test.each(["reset-after-accept", "hang-after-accept"] as const)(
  "nobody knows what became of a send (%s): it waits for a status, then is sent once more and counted",
  async (kind) => {
    const world = await startQuiet({ runTurn: answer, env: { UNKNOWN_WAIT: "2" } });
    const { post, provider, texts, resends } = world;
    provider.script([{ kind }]);

    await post(textBody({ waId: person, text: "hola" }));

    await waitFor(async () => expect(await texts()).toMatchObject([{ state: "unknown", attempts: 1 }]));
    const [first] = await texts();
    expect(provider.messagesTo(person)).toHaveLength(1);
    await waitFor(async () => expect(await texts()).toMatchObject([{ state: "sent", attempts: 2 }]));
    const [second] = await texts();
    expect(Number(second?.sending_at)).toBeGreaterThanOrEqual(Number(first?.next_at));
    expect(Number(first?.next_at) - Number(first?.sending_at)).toBeGreaterThan(1_000);
    const messages = provider.messagesTo(person);
    expect(messages).toHaveLength(2);
    expect(second?.provider_id).toBe(messages[1]?.wamid);
    expect(new Set(messages.map(({ callback }) => callback)).size).toBe(1);
    expect(await resends()).toBe("1");
  },
);

test("a status settles a send that got no answer, and nothing is repeated", async () => {
  const { post, provider, texts, resends, database } = await startQuiet({
    runTurn: answer,
    env: { UNKNOWN_WAIT: "1" },
    statuses: true,
  });
  provider.script([{ kind: "hang-after-accept" }]);

  await post(textBody({ waId: person, text: "hola" }));

  const wamid = await waitFor(async () => {
    const [message] = provider.messagesTo(person);
    expect(await texts()).toMatchObject([
      { state: "sent", attempts: 1, delivery: "read", provider_id: message?.wamid ?? "?" },
    ]);
    return message?.wamid;
  });
  // Past the moment at which it would have been repeated, the line goes on with something else.
  await waitFor(async () => {
    const { rows } = await database.pool.query("select 1 from app.effects where kind = 'text' and next_at < now()");
    expect(rows).toHaveLength(1);
  });
  await post(textBody({ waId: person, text: "again" }));
  await waitFor(async () => expect(await texts()).toMatchObject([{}, { state: "sent", delivery: "read" }]));
  expect(provider.messagesTo(person)).toHaveLength(2);
  expect((await texts())[0]).toMatchObject({ state: "sent", attempts: 1, provider_id: wamid });
  expect(await resends()).toBe("0");
});

test("a status may overtake the answer of its send", async () => {
  const { post, provider, texts, resends } = await startQuiet({
    runTurn: answer,
    env: { UNKNOWN_WAIT: "10" },
    statuses: true,
  });
  provider.script([{ kind: "delay", ms: 4_000 }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(async () => expect(await texts()).toMatchObject([{ state: "sent", delivery: "read" }]));
  const send = provider.requests.find(({ wamid }) => wamid !== null);
  expect(send?.status).toBeNull();
  await waitFor(() => expect(send?.status).toBe(200));
  await post(textBody({ waId: person, text: "again" }));
  await waitFor(async () => expect(await texts()).toMatchObject([{}, { state: "sent", delivery: "read" }]));
  expect((await texts())[0]).toMatchObject({ state: "sent", attempts: 1, delivery: "read", provider_id: send?.wamid });
  expect(provider.messagesTo(person)).toHaveLength(2);
  expect(await resends()).toBe("0");
});

test("what stands behind an unknown send waits until that is settled", async () => {
  const { post, provider, texts } = await startQuiet({
    runTurn: async (turn) => say(turn, "first", "second"),
    env: { UNKNOWN_WAIT: "2" },
  });
  provider.script([{ kind: "reset-after-accept" }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(async () =>
    expect(await texts()).toMatchObject([{ state: "unknown" }, { state: "queued", attempts: 0 }]),
  );
  await waitFor(async () => expect(await texts()).toMatchObject([{ state: "sent" }, { state: "sent", attempts: 1 }]));
  expect(provider.messagesTo(person).map(({ text }) => text)).toEqual(["first", "first", "second"]);
});

test("two unknown outcomes in a row end it: no third send, and the next text leaves", async () => {
  const { post, provider, texts, resends } = await startQuiet({
    runTurn: async (turn) => say(turn, "given up", "next"),
    env: { UNKNOWN_WAIT: "1" },
  });
  provider.script([{ kind: "reset-after-accept" }, { kind: "hang-after-accept" }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(async () =>
    expect(await texts()).toMatchObject([{ state: "dead", attempts: 2, error: "no_answer" }, { state: "sent" }]),
  );
  expect(provider.messagesTo(person).map(({ text }) => text)).toEqual(["given up", "given up", "next"]);
  expect(await resends()).toBe("1");
});

test("statuses of messages that are not ours are stored and change nothing", async () => {
  const world = await startQuiet({ runTurn: answer });
  const { post, database, texts } = world;
  const chat = createChat(world, person);
  await chat.say("hola");
  await chat.settled();
  const before = await everything();
  const { rows: mirror } = await database.pool.query<{ id: string }>(
    "select id from app.effects where destination = 'chatwoot' limit 1",
  );

  const callbacks = [
    undefined,
    "effect:987654321",
    `effect:${mirror[0]?.id}`,
    "effect:",
    "effect:1 or 1=1",
    "order-17",
  ];
  callbacks.push(`effect:${"9".repeat(20)}`, JSON.stringify({ effect: 1 }));
  for (const [i, callback] of callbacks.entries()) {
    for (const status of ["sent", "delivered", "read", "failed"] as const) {
      const error = status === "failed" ? { error: { code: 131026, title: "Message undeliverable" } } : {};
      const given = callback === undefined ? {} : { callback };
      const body = statusBody({ wamid: `wamid.stranger.${i}`, status, recipient: person, ...given, ...error });
      expect(await post(body)).toBe(200);
    }
  }

  const { rows } = await database.pool.query(
    "select kind, parked, count(*)::int from app.events where kind like 'status.%' group by 1, 2 order by 1",
  );
  const each = { parked: false, count: callbacks.length };
  expect(rows).toEqual(
    ["delivered", "failed", "read", "sent"].map((status) => ({ kind: `status.${status}`, ...each })),
  );
  expect(await everything()).toEqual(before);
  expect(await texts()).toMatchObject([{ state: "sent", delivery: null }]);

  async function everything() {
    const { rows: effects } = await database.pool.query("select * from app.effects order by id");
    const { rows: conversations } = await database.pool.query("select * from app.conversations order by id");
    return { effects, conversations };
  }
});

/** The service with a provider that reports nothing, unless it is told to. */
async function startQuiet({ statuses = false, ...options }: Parameters<typeof startApp>[0] & { statuses?: boolean }) {
  const world = await startApp(options);
  world.provider.statuses = statuses;
  onTestFinished(() => {
    world.provider.statuses = false; // a lane that still reports would hold up its stop
  });

  async function texts(): Promise<Sent[]> {
    const { rows } = await world.database.pool.query<Sent>(
      `select state, attempts, error, delivery, provider_id, sending_at, next_at
         from app.effects where kind = 'text' order by id`,
    );
    return rows;
  }

  async function resends(): Promise<string | undefined> {
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    return /^outbox_unknown_resends_total(?:\{.*\})? (\d+)$/m.exec(metrics)?.[1];
  }

  return { ...world, texts, resends };
}

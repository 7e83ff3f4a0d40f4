import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const person = "34600000001";
const scripted = { runTurn: async (turn: Parameters<typeof say>[0]) => say(turn, "answer") };

test("a temporary fault is repeated until the message is accepted, once", async () => {
  const { post, provider, database } = await startApp(scripted);
  provider.script([{ kind: "status", http: 429, body: metaError(131056) }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  await waitFor(async () => expect(await effects()).toEqual([{ state: "sent", attempts: 2, error: null }]));

  async function effects() {
    return (
      await database.pool.query<Record<string, unknown>>(
        "select state, attempts, error from app.effects where kind = 'text'",
      )
    ).rows;
  }
});

test("a request that the provider calls wrong is dead at once and does not hold up the next", async () => {
  const { post, provider, database } = await startApp({ runTurn: async (turn) => say(turn, "wrong", "right") });
  provider.script([{ kind: "status", http: 400, body: metaError(131009) }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(() => expect(provider.messagesTo(person).map(({ text }) => text)).toEqual(["right"]));
  const { rows } = await database.pool.query("select state, error from app.effects where kind = 'text' order by id");
  expect(rows[0]).toEqual({ state: "dead", error: "131009" });
});

test("no answer but a status: the message counts as sent and is not repeated", async () => {
  const { post, provider, database, url } = await startApp({ ...scripted, env: { UNKNOWN_WAIT: "1" } });
  provider.script([{ kind: "reset-after-accept" }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(async () => {
    const { rows } = await database.pool.query("select state, delivery, attempts from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "sent", delivery: "read", attempts: 1 }]);
  });
  // A later answer shows that the outbox has gone on, past the moment at which it would have repeated the first.
  await database.pool.query(
    "update app.effects set next_at = now() where state <> 'sent' and destination = 'whatsapp'",
  );
  await post(textBody({ waId: person, text: "again" }));
  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(2));
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/outbox_unknown_resends_total(\{[^}]*\})? 0/);
});

test("no answer and no status: sent once more and counted, then given up", async () => {
  const { post, provider, database, url } = await startApp({ ...scripted, env: { UNKNOWN_WAIT: "1" } });
  provider.statuses = false;
  provider.script([{ kind: "reset-after-accept" }, { kind: "reset-after-accept" }]);

  await post(textBody({ waId: person, text: "hola" }));

  await waitFor(async () => {
    const { rows } = await database.pool.query("select state, attempts, error from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "dead", attempts: 2, error: "no_answer" }]);
  });
  expect(provider.messagesTo(person)).toHaveLength(2);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/outbox_unknown_resends_total(\{[^}]*\})? 1/);
});

test("a send that was accepted is not repeated because its outcome could not be written for a while", async () => {
  const { post, provider, database } = await startApp({ ...scripted, env: { UNKNOWN_WAIT: "1" } });
  provider.statuses = false;
  await database.pool.query("alter function public.settle_effect(json) rename to hidden");
  await post(textBody({ waId: person, text: "hola" }));
  // The receipt cannot be settled either and holds up nothing but this worker.
  await waitFor(() => expect(provider.readReceipts()).toHaveLength(1));
  await database.pool.query("alter function public.hidden(json) rename to settle_effect");
  await waitFor(() => expect(provider.messagesTo(person)).toHaveLength(1));
  await database.pool.query("alter function public.settle_effect(json) rename to hidden");
  await post(textBody({ waId: person, text: "again" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query(
      "select 1 from app.effects where destination = 'whatsapp' and state = 'sending' and next_at < now()",
    );
    expect(rows).toHaveLength(1);
  });

  await database.pool.query("alter function public.hidden(json) rename to settle_effect");

  await waitFor(async () => {
    const { rows } = await database.pool.query("select distinct state from app.effects where destination = 'whatsapp'");
    expect(rows).toEqual([{ state: "sent" }]);
  });
  expect(provider.messagesTo(person)).toHaveLength(2);
  expect(provider.readReceipts()).toHaveLength(2);
});

test("an answer that has waited past the 24 hour window is not sent", async () => {
  const { post, provider, database } = await startApp({ ...scripted, env: { BURST_QUIET_MS: "0" } });

  await post(textBody({ waId: person, text: "hola", at: new Date(Date.now() - 25 * 3_600_000) }));

  await waitFor(async () => {
    const { rows } = await database.pool.query("select state, error from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "dead", error: "window_closed" }]);
  });
  expect(provider.messagesTo(person)).toEqual([]);
});

test("a provider that is away delays the answer and loses nothing", async () => {
  const { post, provider, database } = await startApp(scripted);
  provider.script(Array.from({ length: 3 }, () => ({ kind: "status" as const, http: 502, body: "bad gateway" })));

  for (const who of ["34600000001", "34600000002", "34600000003"]) await post(textBody({ waId: who, text: "hola" }));

  await waitFor(async () => {
    const { rows } = await database.pool.query("select distinct state from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "sent" }]);
  });
  for (const who of ["34600000001", "34600000002", "34600000003"]) expect(provider.messagesTo(who)).toHaveLength(1);
});

function metaError(code: number) {
  return { error: { message: `(#${code}) refused`, type: "OAuthException", code, fbtrace_id: "x" } };
}

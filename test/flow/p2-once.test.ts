import { expect, test } from "vitest";
import { statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

test("the same webhook again, at once and later, changes nothing", async () => {
  const { post, provider, chatwoot, database } = await startApp();
  const body = textBody({ waId: "34600000001", text: "hola" });

  expect(await Promise.all([post(body), post(body), post(body)])).toEqual([200, 200, 200]);
  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select delivery from app.effects where kind = 'text'");
    expect(rows).toEqual([{ delivery: "read" }]);
  });
  // Chatwoot has everything too, and has said so.
  await waitFor(async () => {
    const { rows } = await database.pool.query(
      "select 1 from app.effects where state in ('queued', 'sending', 'unknown')",
    );
    expect(rows).toEqual([]);
  });
  await chatwoot.delivered();
  const before = await state();
  // Nine days later: the key is what counts, not the age.
  await database.pool.query("update app.events set received_at = received_at - interval '9 days'");

  expect(await post(body)).toBe(200);

  expect(await state()).toEqual(before);
  expect(await counted()).toMatch(/webhook_events_total\{[^}]*kind="message.text",outcome="duplicate"[^}]*\} 3/);

  async function state() {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      `select (select count(*) from app.events) as events, (select count(*) from app.messages) as messages,
              (select count(*) from app.turns) as turns, (select count(*) from app.effects) as effects,
              gen, due_at, fence from app.conversations`,
    );
    return rows;
  }
  async function counted() {
    return (await fetch(`${new URL(provider.webhook?.url ?? "").origin}/metrics`)).text();
  }
});

test("a status seen twice or out of order never takes a delivery back", async () => {
  const { post, provider, database } = await startApp();
  provider.statuses = false;
  await post(textBody({ waId: "34600000001", text: "hola" }));
  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
  const { wamid = "", callback = "" } = provider.messagesTo("34600000001")[0] ?? {};

  for (const status of ["read", "delivered", "read", "sent"] as const) {
    expect(await post(statusBody({ wamid, status, recipient: "34600000001", callback }))).toBe(200);
  }

  const { rows } = await database.pool.query("select delivery, provider_id from app.effects where kind = 'text'");
  expect(rows).toEqual([{ delivery: "read", provider_id: wamid }]);
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const waId = "34600000051";

test("an event that an older build could not read is read again on request, stored once and answered", async () => {
  const { database, provider, post } = await startApp();
  const body = textBody({ waId, text: "hola, soy Ana García", id: "wamid.parked" });
  const value = body.entry[0]?.changes[0]?.value;
  const source = JSON.stringify({
    metadata: value?.metadata,
    contact: value?.contacts?.[0],
    message: value?.messages?.[0],
  });
  const key = createHash("sha256").update(JSON.stringify(["message", value?.metadata.phone_number_id, "wamid.parked"]));
  await database.pool.query(
    "insert into app.events (key, kind, source, parked) values ($1, 'message.unheard_of', $2, true), ('x', 'unknown', '{}', true)",
    [key.digest(), source],
  );

  await database.pool.query(`select public.add_replays('{"all": true}')`);

  await waitFor(() => expect(provider.messagesTo(waId)).toHaveLength(1));
  await waitFor(async () => expect(await tasks()).toEqual(["sent", "sent"]));
  const { rows } = await database.pool.query("select kind, parked from app.events order by id limit 2");
  expect(rows).toEqual([
    { kind: "message.text", parked: false },
    { kind: "unknown", parked: true },
  ]);
  // The provider's own repetition is a duplicate now, and so is a second request.
  expect(await post(body)).toBe(200);
  await database.pool.query(`select public.add_replays('{"all": true}')`);
  await waitFor(async () => expect(await tasks()).toEqual(["sent", "sent", "sent"]));
  const { rows: messages } = await database.pool.query("select text from app.messages");
  expect(messages).toEqual([{ text: "hola, soy Ana García" }]);

  async function tasks(): Promise<string[]> {
    const { rows: found } = await database.pool.query<{ state: string }>(
      "select state from app.effects where destination = 'task'",
    );
    return found.map(({ state }) => state);
  }
});

test("a message that was given up leaves after all when an operator asks for it", async () => {
  const { database, provider, post } = await startApp();
  provider.script([{ kind: "status", http: 400, body: { error: { code: 131026, message: "Undeliverable" } } }]);
  await post(textBody({ waId, text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select error from app.effects where state = 'dead'");
    expect(rows).toEqual([{ error: "131026" }]);
  });

  await database.pool.query(`select public.requeue_dead('{"destination": "whatsapp"}')`);

  await waitFor(() => expect(provider.messagesTo(waId)).toHaveLength(1));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select state, error from app.effects where kind = 'text'");
    expect(rows).toEqual([{ state: "sent", error: null }]);
  });
});

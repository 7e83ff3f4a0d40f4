import { expect, test } from "vitest";
import { newWamid, textBody } from "../../sandbox/webhook-body.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { waitFor } from "../support/wait-for.ts";

const people = Array.from({ length: 6 }, (_, i) => `3460000133${i}`);

test("a deploy under load: every acknowledged message is answered once and in order", async () => {
  const { provider, database, secret, start, textsTo } = await createSurroundings();
  const old = await start();
  const next = await start();
  provider.webhook = { url: `${next.url}/webhooks/360dialog`, secret };
  const acknowledged = new Map<string, string[]>();
  let rolled = false;
  const talks = people.map(talk);

  await waitFor(() => expect(people.every((who) => provider.messagesTo(who).length >= 2)).toBe(true));
  expect(await old.end("SIGTERM")).toBe(0);
  rolled = true;
  await Promise.all(talks);

  await waitFor(async () => {
    const { rows } = await database.pool.query(
      `select 1 from app.messages where turn_id is null
       union all select 1 from app.effects where destination = 'whatsapp' and state in ('queued', 'sending', 'unknown')`,
    );
    expect(rows).toEqual([]);
  });
  for (const who of people) {
    const texts = await textsTo(who);
    expect(provider.messagesTo(who).map(({ wamid }) => wamid)).toEqual(texts.map(({ provider_id }) => provider_id));
    const answered = await messagesOf(who);
    expect(answered.map(({ provider_id }) => provider_id)).toEqual(acknowledged.get(who));
    // A turn answers what came before the next one's messages, with one text.
    const turns = answered.map(({ turn }) => turn);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    expect(texts).toHaveLength(new Set(turns).size);
  }

  /** Two messages, an answer, two more: until the old process is gone, and once after. */
  async function talk(waId: string): Promise<void> {
    const ids: string[] = [];
    acknowledged.set(waId, ids);
    for (let last = false; !last; ) {
      last = rolled;
      const answers = provider.messagesTo(waId).length;
      for (const text of ["hola", "¿dónde está el restaurante?"]) {
        const id = newWamid();
        await deliver(textBody({ waId, text, id }));
        ids.push(id);
      }
      await waitFor(() => expect(provider.messagesTo(waId).length).toBeGreaterThan(answers));
    }
  }

  /** As the provider does: again until somebody says 200. The old process is asked first for as long as it listens. */
  async function deliver(body: unknown): Promise<void> {
    const status = await old.post(body).catch(() => undefined);
    if (status !== 200) expect(await next.post(body)).toBe(200);
  }

  async function messagesOf(waId: string): Promise<{ provider_id: string; turn: number }[]> {
    const { rows } = await database.pool.query<{ provider_id: string; turn: number }>(
      `select m.provider_id, m.turn_id::int as turn from app.messages m join app.conversations c on c.id = m.conversation_id
        where c.recipient = $1 order by m.id`,
      [waId],
    );
    return rows;
  }
});

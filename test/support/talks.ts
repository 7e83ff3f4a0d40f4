import { expect } from "vitest";
import { newWamid, textBody } from "../../sandbox/webhook-body.ts";
import type { createSurroundings } from "./surroundings.ts";
import { waitFor } from "./wait-for.ts";

interface Receiver {
  post(body: unknown): Promise<number>;
}

/**
 * People who keep writing while processes come and go: two messages, an answer, two more, until `end`. Each message is
 * posted as the provider does, to whoever of `receivers` says 200 first.
 */
export function startTalks(
  { provider, database, textsTo }: Awaited<ReturnType<typeof createSurroundings>>,
  people: readonly string[],
  receivers: readonly Receiver[],
) {
  const acknowledged = new Map<string, string[]>();
  let isOver = false;
  const talks = Promise.all(people.map(talk));

  async function talk(waId: string): Promise<void> {
    const ids: string[] = [];
    acknowledged.set(waId, ids);
    for (let last = false; !last; ) {
      last = isOver;
      const answers = provider.messagesTo(waId).length;
      for (const text of ["hola", "¿dónde está el restaurante?"]) {
        const id = newWamid();
        await deliver(textBody({ waId, text, id }));
        ids.push(id);
      }
      await waitFor(() => expect(provider.messagesTo(waId).length).toBeGreaterThan(answers));
    }
  }

  async function deliver(body: unknown): Promise<void> {
    for (const receiver of receivers) if ((await receiver.post(body).catch(() => undefined)) === 200) return;
    throw new Error("nobody took the message");
  }

  /** Until everybody has been answered this often since the start. */
  function answered(times: number): Promise<void> {
    return waitFor(() => expect(people.every((who) => provider.messagesTo(who).length >= times)).toBe(true));
  }

  /** Everybody writes once more, and then every acknowledged message has been answered once and in order. */
  async function end(): Promise<void> {
    isOver = true;
    await talks;
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
  }

  async function messagesOf(waId: string): Promise<{ provider_id: string; turn: number }[]> {
    const { rows } = await database.pool.query<{ provider_id: string; turn: number }>(
      `select m.provider_id, m.turn_id::int as turn from app.messages m join app.conversations c on c.id = m.conversation_id
        where c.recipient = $1 order by m.id`,
      [waId],
    );
    return rows;
  }

  return { answered, end };
}

import { expect } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import type { startApp } from "./start-app.ts";
import { waitFor } from "./wait-for.ts";

type World = Pick<Awaited<ReturnType<typeof startApp>>, "post" | "provider" | "database">;

export interface StoredFact {
  field: string;
  value: unknown;
  quote: string;
  text: string;
}

/** One candidate who writes and waits for the answer. */
export function createChat({ post, provider, database }: World, waId: string) {
  /** Sends one burst and returns the text of the answer. */
  async function say(...texts: string[]): Promise<string> {
    const before = provider.messagesTo(waId).length;
    for (const text of texts) expect(await post(textBody({ waId, text }))).toBe(200);
    await waitFor(() => expect(provider.messagesTo(waId).length).toBeGreaterThan(before));
    return provider.messagesTo(waId)[before]?.text ?? "";
  }

  /** Sends one message that gets no answer, and waits until its turn is over. */
  async function sayInVain(text: string): Promise<void> {
    expect(await post(textBody({ waId, text }))).toBe(200);
    await settled();
  }

  /** No message waits and nothing is on its way to the candidate or to Chatwoot. */
  async function settled(): Promise<void> {
    await waitFor(async () => {
      const { rows: waiting } = await database.pool.query("select 1 from app.messages where turn_id is null");
      const { rows: open } = await database.pool.query(
        "select destination, kind, state, error from app.effects where state in ('queued', 'sending', 'unknown')",
      );
      expect({ waiting: waiting.length, open }).toEqual({ waiting: 0, open: [] });
    });
  }

  /** The current profile with the message that each quote is from. */
  async function facts(): Promise<StoredFact[]> {
    const { rows } = await database.pool.query<StoredFact>(
      `select f.field, f.value, f.quote, m.text from app.profile_facts f join app.messages m on m.id = f.message_id
        where f.superseded_by is null order by f.field`,
    );
    return rows;
  }

  /** What our texts asked, in order. */
  async function asked(): Promise<(string | null)[]> {
    const { rows } = await database.pool.query<{ asks: string | null }>(
      "select body ->> 'asks' as asks from app.effects where kind = 'text' order by id",
    );
    return rows.map(({ asks }) => asks);
  }

  return { say, sayInVain, settled, facts, asked, answers: () => provider.messagesTo(waId).map(({ text }) => text) };
}

import pg from "pg";
import { expect } from "vitest";
import type { z } from "zod";
import {
  type Args,
  type OutgoingEffect,
  type Procedure,
  procedures,
  type Result,
  type Results,
  type TurnInput,
} from "../../../src/platform/procedures.ts";
import { commitArgs, first, message, receiveArgs, recruiterEvent, textEffect } from "../../platform/contract.ts";
import { waitFor } from "../../support/wait-for.ts";

/**
 * Steps two sessions through the interleaving in which a guard is needed, on the functions as they are in the database, and
 * says what went wrong: nothing, unless a guard is missing. No step takes time: each ends when the session is done or waits
 * for a lock.
 */
export type Race = (stage: Stage) => Promise<Harm[]>;
/** What went wrong, in the words of `mutants`. */
export type Harm = string;
export type Stage = ReturnType<typeof createStage>;
export type Session = Awaited<ReturnType<Stage["open"]>>;

/** What a session was told to do: whether it waits for a lock, and what comes of it. */
export interface Started<T> {
  waits: boolean;
  result: Promise<T>;
}

/** The Chatwoot conversation of the one candidate (recruiterEvent). */
const CHATWOOT_CONVERSATION = 7;

type Destination = Args<"claim_effects">["destination"];

const answers: { [P in Procedure]: { result: z.ZodType<Results[P]> } } = procedures;

export function createStage(url: string) {
  const clients: pg.Client[] = [];

  /** A session of its own, outside of any transaction. */
  async function open() {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    clients.push(client);
    await client.connect();
    const [own] = (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows;

    async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
      return (await client.query<Row>(text, values)).rows;
    }

    async function call<P extends Procedure>(procedure: P, args: Args<P>): Promise<Result<P>> {
      const [row] = await sql<{ r: unknown }>(`select public.${procedure}($1::json) as r`, [JSON.stringify(args)]);
      return answers[procedure].result.parse(row?.r);
    }

    return { pid: own?.pid, sql, call, begin: () => sql("begin"), commit: () => sql("commit") };
  }

  /** Begins something that may have to wait, and goes on when it does, or when it is done. */
  async function start<T>(session: Session, work: () => Promise<T>): Promise<Started<T>> {
    let done = false;
    const result = work().finally(() => {
      done = true;
    });
    result.catch(() => {}); // whoever awaits the result learns of it
    const watcher = await open();
    const waits = await waitFor(async () => {
      if (done) return false;
      const [state] = await watcher.sql<{ waits: boolean }>(
        "select coalesce(wait_event_type = 'Lock', false) as waits from pg_stat_activity where pid = $1",
        [session.pid],
      );
      expect(state?.waits).toBe(true);
      return true;
    });
    return { waits, result };
  }

  async function close(): Promise<void> {
    await Promise.all(clients.splice(0).map((client) => client.end()));
  }

  return { open, start, close };
}

/** A step that has to come out like this for the race to be one; else the scenario is wrong, not the guard. */
export function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the race was not staged: ${what}`);
}

/** `harm` unless it is as it must be. */
export function harmUnless(holds: boolean, harm: Harm): Harm[] {
  return holds ? [] : [harm];
}

export function receive(session: Session, ...events: Args<"receive_events">["events"]) {
  return session.call("receive_events", receiveArgs(events));
}

export async function claim(session: Session): Promise<TurnInput[]> {
  const { turns } = await session.call("claim_conversations", { limit: 10, lease_ms: 60_000, typing: false });
  return turns;
}

/** A candidate has written, and a worker holds the turn. */
export async function claimFirst(session: Session): Promise<TurnInput> {
  await receive(session, message());
  return first(await claim(session));
}

/** A candidate has written and been answered; the answer waits in the outbox, and Chatwoot knows the conversation. */
export async function answerWith(session: Session, ...texts: string[]): Promise<void> {
  const turn = await claimFirst(session);
  await session.call("complete_turn", commitArgs(turn, { effects: texts.map((text) => textEffect(text)) }));
  await linkChatwoot(session, turn.conversation);
}

export async function linkChatwoot(session: Session, conversation: number): Promise<void> {
  await session.call("link_chatwoot", { conversation, contact: 1, chatwoot_conversation: CHATWOOT_CONVERSATION });
}

export function takeOver(session: Session) {
  return session.call(
    "receive_recruiter_event",
    recruiterEvent({ type: "reply", messageId: 1, text: "from a person" }),
  );
}

export function giveBack(session: Session) {
  const at = new Date(Date.now() + 60_000).toISOString(); // later than any status before
  return session.call("receive_recruiter_event", recruiterEvent({ type: "status", status: "resolved", at }));
}

export async function claimEffects(session: Session, destination: Destination = "whatsapp"): Promise<OutgoingEffect[]> {
  const { effects } = await look(session, destination);
  return effects;
}

/** Sends everything that may leave, one after the other, and says what left. */
export async function sendAll(session: Session, destination: Destination = "whatsapp"): Promise<unknown[]> {
  const texts: unknown[] = [];
  for (;;) {
    const { effects, ruled_out } = await look(session, destination);
    if (effects.length + ruled_out.length === 0) return texts;
    for (const { id, attempt, body } of effects) {
      await session.call("settle_effect", { id, attempt, outcome: "sent", provider_id: String(500 + id) });
      texts.push(body["text"]);
    }
  }
}

/** The time to wait for an answer to a send is over. */
export async function runOut(session: Session): Promise<void> {
  await session.sql("update app.effects set next_at = now() - interval '1 ms' where state in ('sending', 'unknown')");
}

/** One look of a sender. The pair rate is off. */
function look(session: Session, destination: Destination): Promise<Result<"claim_effects">> {
  const waits = { unknown_wait_ms: 60_000, receipt_wait_ms: 8_000, pair_interval_ms: 0, pair_burst: 1 };
  return session.call("claim_effects", { destination, limit: 10, ...waits });
}

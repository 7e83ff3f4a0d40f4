import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Fault, Recovery } from "./history.ts";

/** After this long the next fault comes all the same. */
const LIMIT_MS = 40_000;
const POLL_MS = 250;
/** From here on somebody will want to know what it is that waits. */
const SLOW_MS = 10_000;

/**
 * Measures from the end of the fault until every message that waited then is in a turn and what the turn said has left.
 * Conversations whose send has an unknown outcome, or that the provider asked to go slower, are counted instead.
 */
export async function measureRecovery(
  database: pg.Pool,
  fault: Fault,
  parts: { stopping: AbortSignal; log: (line: string) => void },
): Promise<Recovery> {
  const { stopping, log } = parts;
  let waiting: number[] | undefined;
  let unknownSends = 0;
  let explained = false;
  for (;;) {
    const ms = Date.now() - fault.until;
    try {
      waiting ??= await waitingAt(database, fault.until);
      const state = await stateOf(database, fault.until, waiting);
      unknownSends = state.unknown;
      if (state.waiting === 0) return { fault, ms, unknownSends };
      if (ms > SLOW_MS && !explained) {
        explained = true;
        log(`  ${state.waiting} still wait after ${ms} ms: ${await whyWaiting(database, fault.until, waiting)}`);
      }
    } catch {
      // The database is not back, or has just taken this connection with it.
    }
    if (ms > LIMIT_MS || stopping.aborted) return { fault, ms, unknownSends };
    await sleep(POLL_MS);
  }
}

async function waitingAt(database: pg.Pool, at: number): Promise<number[]> {
  const { rows } = await database.query<{ id: string }>(
    `select m.id from app.messages m join app.events e on e.id = m.event_id
      where m.turn_id is null and e.received_at <= to_timestamp($1)`,
    [at / 1_000],
  );
  return rows.map(({ id }) => Number(id));
}

async function stateOf(
  database: pg.Pool,
  at: number,
  waiting: number[],
): Promise<{ waiting: number; unknown: number }> {
  const { rows } = await database.query<{ waiting: number; unknown: number }>(stateSql, [
    at / 1_000,
    waiting,
    slowDown,
  ]);
  const [state] = rows;
  if (state === undefined) throw new Error("no state");
  return state;
}

/** For people: the first of what waits, with what it waits for. */
async function whyWaiting(database: pg.Pool, at: number, waiting: number[]): Promise<string> {
  const { rows } = await database.query<{ why: string }>(whySql, [at / 1_000, waiting, slowDown]);
  return rows.map(({ why }) => why).join("; ");
}

/** Codes with which the provider asks to go slower. */
const slowDown = ["130429", "131056", "80007", "131048"] as const;

/** A send takes milliseconds: one that is under way for longer has lost its sender, or its answer. */
const heldSql = `
  with open as materialized (
    select id, conversation_id, turn_id, state, kind, unknowns, sending_at, error, created_at from app.effects
     where destination = 'whatsapp' and state in ('queued', 'sending', 'unknown')
  ), apart as (
    select distinct conversation_id from open
     where kind = 'text'
       and (state = 'unknown' or unknowns > 0 or error = any ($3)
            or state = 'sending' and sending_at < now() - interval '2.5 seconds')
  ), waited as (
    select o.id, o.conversation_id, o.conversation_id in (select conversation_id from apart) as is_apart from open o
     where o.created_at <= to_timestamp($1)
        or o.turn_id in (select turn_id from app.messages where id = any ($2) and turn_id is not null)
  ), held as (
    select id from waited where not is_apart
  )`;

const stateSql = `${heldSql}
  select (select count(*) from app.messages where id = any ($2) and turn_id is null)::int
         + (select count(*) from held)::int as waiting,
         (select count(distinct conversation_id) from waited where is_apart)::int as unknown`;

const whySql = `${heldSql}
  (select format('message %s of conversation %s: lease for %s, due in %s, attempts %s', m.id, c.id,
                 c.lease_until - now(), c.due_at - now(), c.attempts) as why
     from app.messages m join app.conversations c on c.id = m.conversation_id
    where m.id = any ($2) and m.turn_id is null order by m.id limit 3)
  union all
  (select format('%s %s %s of conversation %s: attempts %s, error %s, sent %s ago, next in %s, made %s ago', e.kind, e.id,
                 e.state, e.conversation_id, e.attempts, e.error, now() - e.sending_at, e.next_at - now(),
                 now() - e.created_at)
     from app.effects e where e.id in (select id from held) order by e.id limit 3)`;

import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Fake360dialog } from "../../sandbox/fake-360dialog.ts";
import type { FakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { usedMemory } from "../support/used-memory.ts";
import type { History, Mirrored, Received, StoredEffect, StoredMessage, StoredTurn } from "./history.ts";
import type { Server } from "./servers.ts";

/** What is seen of a run from outside: texts that arrive, memory, and at the end the database. */

const SAMPLE_MS = 1_000;
const PAGE_BYTES = 4_096;
const METRICS_MS = 500;

/** The journal of the fake forgets the oldest; this does not. */
export function recordReceived(provider: Fake360dialog): Received[] {
  const received: Received[] = [];
  provider.onMessage(({ recipient, text, callback }) => {
    received.push({ person: recipient, text, callback: callback ?? "", at: Date.now() });
  });
  return received;
}

export function sampleMemory(servers: readonly Server[]): { memory: History["memory"]; stop: () => void } {
  const memory: History["memory"] = [];

  async function sample(server: Server): Promise<void> {
    const life = server.life();
    if (life === undefined) return;
    const [statm, usedBytes] = await Promise.all([
      readFile(`/proc/${life.pid}/statm`, "utf8").catch(() => ""),
      usedMemory(server.url, METRICS_MS).catch(() => null),
    ]);
    const pages = Number(statm.split(" ")[1]);
    // A process that is ending has none.
    if (pages > 0) memory.push({ process: life.name, at: Date.now(), rssBytes: pages * PAGE_BYTES, usedBytes });
  }

  const timer = setInterval(() => void Promise.all(servers.map(sample)), SAMPLE_MS);
  return { memory, stop: () => clearInterval(timer) };
}

/** Until nothing waits and nothing is open, for two looks in a row. Returns what is left when time is up. */
export async function untilQuiet(
  database: pg.Pool,
  options: { limitMs: number; stopping: AbortSignal; onLook: (left: string) => void },
): Promise<string | undefined> {
  let quiet = 0;
  let left = "unknown";
  for (const deadline = Date.now() + options.limitMs; Date.now() < deadline && !options.stopping.aborted; ) {
    left = await openWork(database).catch((error: unknown) => String(error));
    options.onLook(left);
    quiet = left === "" ? quiet + 1 : 0;
    if (quiet === 2) return undefined;
    await sleep(500);
  }
  return left;
}

/** How much of what is open, and the oldest of it. */
async function openWork(database: pg.Pool): Promise<string> {
  const { rows } = await database.query<{ left: string }>(
    `select concat_ws(', ',
       (select count(*) || ' messages' from app.messages where turn_id is null having count(*) > 0),
       (select string_agg(n || ' ' || destination || ' ' || kind || ' ' || state || ' (effect ' || first || ')', ', ')
          from (select destination, kind, state, count(*) as n, min(id) as first from app.effects
                 where state in ('queued', 'sending', 'unknown') group by 1, 2, 3) open),
       (select format('oldest: conversation %s, attempts %s, unknowns %s, error %s, sent %s ago, next in %s',
                      conversation_id, attempts, unknowns, error, now() - sending_at, next_at - now())
          from app.effects where state in ('queued', 'sending', 'unknown') order by id limit 1)) as left`,
  );
  return rows[0]?.left ?? "";
}

type Stored = Pick<History, "messages" | "turns" | "effects" | "rescues">;

/** The database at the end. Everybody here has a phone number, and the same one always. */
export async function readDatabase(database: pg.Pool): Promise<Stored> {
  const { rows: messages } = await database.query<StoredMessage>(
    `select m.id::float8 as id, c.recipient as person, m.provider_id as "providerId", m.turn_id::float8 as turn
       from app.messages m join app.conversations c on c.id = m.conversation_id order by m.id`,
  );
  const { rows: turns } = await database.query<StoredTurn>(
    `select t.id::float8 as id, c.recipient as person, t.fence::float8 as fence, t.silenced,
            ${millis("t.created_at")} as "committedAt"
       from app.turns t join app.conversations c on c.id = t.conversation_id order by t.id`,
  );
  const { rows: effects } = await database.query<StoredEffect>(
    `select e.id::float8 as id, c.recipient as person, e.turn_id::float8 as turn, e.destination, e.origin, e.kind,
            e.state, e.attempts, e.unknowns, ${millis("e.sending_at")} as "sendingAt", e.error
       from app.effects e join app.conversations c on c.id = e.conversation_id order by e.id`,
  );
  return { messages, turns, effects, rescues: await rescuesOf(database) };
}

/** What the recruiters see. Notes among themselves are no part of the conversation. */
export function readMirrored({ conversations }: FakeChatwoot): Mirrored[] {
  const shown = conversations.flatMap(({ contact_inbox, messages }) =>
    messages.flatMap(({ id, source_id: sourceId, message_type: type, private: isNote, content }) => {
      if (isNote || (type !== "incoming" && type !== "outgoing")) return [];
      return [{ id, person: contact_inbox.source_id, sourceId, type, text: content ?? "" }];
    }),
  );
  return shown.sort((a, b) => a.id - b.id).map(({ id: _id, ...mirrored }) => mirrored);
}

async function rescuesOf(database: pg.Pool): Promise<number> {
  const { rows: columns } = await database.query(
    `select 1 from information_schema.columns
      where table_schema = 'app' and table_name = 'conversations' and column_name = 'rescues'`,
  );
  if (columns.length === 0) return 0;
  const { rows } = await database.query<{ n: number }>(
    "select coalesce(sum(rescues), 0)::int as n from app.conversations",
  );
  return rows[0]?.n ?? 0;
}

function millis(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}

import { createHash } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import { type SupabaseGateway, startSupabaseGateway } from "../../sandbox/supabase.ts";
import { createDatabase, type Database } from "../../src/platform/database.ts";
import type {
  Args,
  IncomingEventRow,
  OutgoingEffect,
  Procedure,
  Result,
  TurnInput,
} from "../../src/platform/procedures.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

/** Runs the same cases through both transports, each on a database of its own that is empty before every case. */
export function describeContract(title: string, cases: (world: World) => void): void {
  describe.each(["postgres", "supabase"] as const)(`${title}, through %s`, (transport) => {
    cases(createWorld(transport));
  });
}

export type World = ReturnType<typeof createWorld>;
type Destination = Args<"claim_effects">["destination"];

/** No pair rate unless a case is about it. */
const waits = { unknown_wait_ms: 60_000, receipt_wait_ms: 8_000, pair_interval_ms: 0, pair_burst: 1 };

function createWorld(transport: "postgres" | "supabase") {
  let test: TestDatabase;
  let gateway: SupabaseGateway;
  let database: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    gateway = await startSupabaseGateway({ databaseUrl: test.url, key: "sb_secret_test" });
    database = createDatabase({
      url: transport === "postgres" ? test.url : undefined,
      poolSize: 10,
      supabaseUrl: gateway.url,
      supabaseKey: "sb_secret_test",
    });
    expect(database.name).toBe(transport);
  });
  beforeEach(async () => {
    await test.pool.query(
      "truncate app.contacts, app.events, app.pauses, app.vacancies, app.audit restart identity cascade",
    );
  });
  afterAll(async () => {
    await database.close();
    await gateway.stop();
    await test.drop();
  });

  function call<P extends Procedure>(procedure: P, args: Args<P>, timeoutMs?: number): Promise<Result<P>> {
    return database.call(procedure, args, timeoutMs);
  }

  async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await test.pool.query<Row>(text, values)).rows;
  }

  /** Work inside a transaction of somebody else, which is over when `work` is; rolled back unless it commits itself. */
  async function elsewhere<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await test.pool.connect();
    try {
      await client.query("begin");
      return await work(client);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  /** Resolves when this many sessions of the database wait for a lock. */
  async function untilBlocked(sessions = 1): Promise<void> {
    await vi.waitFor(
      async () => {
        const waiting = await sql(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        expect(waiting).toHaveLength(sessions);
      },
      { timeout: 20_000, interval: 10 },
    );
  }

  function receive(events: IncomingEventRow[], times: { quiet_ms?: number; ceiling_ms?: number } = {}) {
    return call("receive_events", receiveArgs(events, times));
  }

  function claim(given: Partial<Args<"claim_conversations">> = {}) {
    return call("claim_conversations", { limit: 10, lease_ms: 60_000, typing: false, ...given });
  }

  /** Receives and claims: the one conversation that these messages belong to. */
  async function claimOne(...events: IncomingEventRow[]): Promise<TurnInput> {
    if (events.length > 0) await receive(events);
    const { turns } = await claim();
    expect(turns).toHaveLength(1);
    return first(turns);
  }

  function commit(turn: TurnInput, given: Partial<Args<"complete_turn">> = {}) {
    return call("complete_turn", commitArgs(turn, given));
  }

  function claimEffects(limit = 10, destination: Destination = "whatsapp", given: Partial<typeof waits> = {}) {
    return call("claim_effects", { destination, limit, ...waits, ...given });
  }

  async function claimEffect(destination: Destination = "whatsapp") {
    const { effects } = await claimEffects(10, destination);
    expect(effects).toHaveLength(1);
    return first(effects);
  }

  /** Sends everything that is due at one destination, one after the other. Chatwoot calls what effect n becomes message 500 + n. */
  async function sendAll(destination: Destination): Promise<OutgoingEffect[]> {
    const sent: OutgoingEffect[] = [];
    for (;;) {
      const { effects } = await claimEffects(10, destination);
      for (const effect of effects) {
        const { id, attempt } = effect;
        const provider_id = destination === "chatwoot" ? String(500 + id) : `wamid.out.${id}`;
        await call("settle_effect", { id, attempt, outcome: "sent", provider_id });
        sent.push(effect);
      }
      if (effects.length === 0) return sent;
    }
  }

  /** A person who has written, been answered, and whose answers wait in the outbox, in this order. */
  async function conversationWith(texts: string[], waId = "4915100000001"): Promise<number> {
    const turn = await claimOne(message({ wa_id: waId }));
    await commit(turn, { effects: texts.map((text) => textEffect(text)) });
    return turn.conversation;
  }

  const url = () => test.url;
  return {
    transport,
    call,
    sql,
    elsewhere,
    untilBlocked,
    receive,
    claim,
    claimOne,
    commit,
    claimEffects,
    claimEffect,
    sendAll,
    conversationWith,
    url,
  };
}

export function first<T>(list: T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error("nothing there");
  return item;
}

let count = 0;

export function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

/** A text message as the webhook hands it to receive_events; a new one each time. */
export function message(given: Partial<IncomingEventRow> & { id?: string } = {}): IncomingEventRow {
  count += 1;
  const { id = `wamid.${count}`, ...fields } = given;
  const identity = fields.bsuid === undefined ? { wa_id: "4915100000001" } : {};
  return {
    key: keyOf(`message ${id}`),
    kind: "message.text",
    source: JSON.stringify({ id }),
    message_kind: "text",
    provider_id: id,
    text: `text of ${id}`,
    sent_at: new Date().toISOString(),
    ...identity,
    ...fields,
  };
}

export function status(status: "sent" | "delivered" | "read" | "failed", given: Partial<IncomingEventRow>) {
  count += 1;
  return { key: keyOf(`status ${count}`), kind: `status.${status}`, source: "{}", status, ...given };
}

export function textEffect(text: string, origin: "bot" | "human" | "control" = "bot") {
  return { destination: "whatsapp" as const, origin, kind: "text" as const, body: { text } };
}

/** What a recruiter did in conversation 7 of Chatwoot; a new event each time. */
export function recruiterEvent(
  action: Args<"receive_recruiter_event">["action"],
  given: Partial<Args<"receive_recruiter_event">> = {},
): Args<"receive_recruiter_event"> {
  count += 1;
  const key = keyOf(`recruiter ${count}`);
  return {
    key,
    kind: "chatwoot.test",
    source: "{}",
    conversation: 7,
    source_id: null,
    action,
    note: "text only",
    ...given,
  };
}

export function receiveArgs(
  events: IncomingEventRow[],
  times: { quiet_ms?: number; ceiling_ms?: number } = {},
): Args<"receive_events"> {
  return { channel: "whatsapp", quiet_ms: 0, ceiling_ms: 0, events, ...times };
}

/** A turn that has read everything it was given and says nothing, unless told otherwise. */
export function commitArgs(turn: TurnInput, given: Partial<Args<"complete_turn">> = {}): Args<"complete_turn"> {
  return {
    conversation: turn.conversation,
    fence: turn.fence,
    gen: turn.gen,
    force: false,
    lease_ms: 60_000,
    message_ids: turn.messages.map(({ id }) => id),
    decision: { engine: "test" },
    checkpoint_id: null,
    summary: null,
    progress: turn.progress,
    hand_off: false,
    effects: [],
    facts: [],
    ...given,
  };
}

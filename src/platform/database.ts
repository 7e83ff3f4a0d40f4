import { z } from "zod";
import { DatabaseError } from "../errors.ts";
import { createPostgresTransport } from "./postgres.ts";
import { createSupabaseTransport } from "./supabase.ts";

/** Schema version that this build works with: the number of the newest file in database/migrations. */
export const REQUIRED_SCHEMA = 1;

const id = z.int().positive();
const milliseconds = z.int().nonnegative();
/** Time until something is due; negative when it is overdue, null when nothing waits. */
const nextDue = z.number().nullable();

const fact = z.object({
  field: z.string(),
  value: z.string(),
  message_id: id,
  quote: z.string(),
  confidence: z.number(),
});

/** Everything that a turn needs to know (database/functions/turn_inputs.sql). */
const turnInput = z.object({
  conversation: id,
  fence: id,
  gen: z.int(),
  attempts: z.int(),
  channel: z.literal("whatsapp"),
  mode: z.enum(["bot", "human"]),
  opted_out: z.boolean(),
  contact: z.object({ id, name: z.string().nullable() }),
  checkpoint_id: z.string().nullable(),
  summary: z.string().nullable(),
  messages: z.array(
    z.object({ id, kind: z.literal("text"), provider_id: z.string(), text: z.string(), sent_at: z.string() }),
  ),
  facts: z.array(fact),
  recent: z.array(
    z.object({ from: z.enum(["candidate", "bot", "human", "control"]), text: z.string(), at: z.string() }),
  ),
});

const effect = z.object({
  id,
  attempt: z.int(),
  resend: z.boolean(),
  conversation: id,
  recipient: z.string(),
  destination: z.literal("whatsapp"),
  kind: z.enum(["text", "read"]),
  body: z.record(z.string(), z.unknown()),
});

const lease = z.object({ conversation: id, fence: id });
const send = z.object({ id, attempt: z.int() });

/**
 * Rows of a claim, each read by itself: one that this build cannot read, because a newer one wrote it, must not hold up
 * the others. `handle` is what it takes to give such a row back.
 */
function eachByItself<T, H>(rows: unknown[], schema: z.ZodType<T>, handle: z.ZodType<H>) {
  const readable: T[] = [];
  const unreadable: H[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) readable.push(parsed.data);
    else unreadable.push(handle.parse(row));
  }
  return { readable, unreadable };
}

const incomingEvent = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string(),
  source: z.string(),
  message_kind: z.literal("text").optional(),
  provider_id: z.string().optional(),
  text: z.string().optional(),
  sent_at: z.string().optional(),
  bsuid: z.string().optional(),
  parent_bsuid: z.string().optional(),
  wa_id: z.string().optional(),
  name: z.string().optional(),
  status: z.enum(["sent", "delivered", "read", "failed"]).optional(),
  callback: z.string().optional(),
  error_code: z.string().optional(),
});

/** Every Postgres function that the service calls: what goes in and what comes out. */
const procedures = {
  service_status: { args: z.object({}), result: z.object({ schema: z.int().nullable() }) },
  receive_events: {
    args: z.object({
      channel: z.literal("whatsapp"),
      quiet_ms: milliseconds,
      ceiling_ms: milliseconds,
      events: z.array(incomingEvent),
    }),
    result: z.object({ duplicates: z.array(z.string()), woken: z.int() }),
  },
  claim_conversations: {
    args: z.object({ limit: z.int().positive(), lease_ms: milliseconds, typing: z.boolean() }),
    result: z.object({ turns: z.array(z.unknown()), next_due_ms: nextDue }).transform(({ turns, next_due_ms }) => {
      const { readable, unreadable } = eachByItself(turns, turnInput, lease);
      return { turns: readable, unreadable, next_due_ms };
    }),
  },
  extend_leases: {
    args: z.object({ lease_ms: milliseconds, leases: z.array(lease) }),
    result: z.object({ lost: z.array(lease) }),
  },
  release_turn: {
    args: z.object({ conversation: id, fence: id, retry_ms: milliseconds }),
    result: z.object({ released: z.boolean() }),
  },
  complete_turn: {
    args: z.object({
      conversation: id,
      fence: id,
      gen: z.int(),
      force: z.boolean(),
      lease_ms: milliseconds,
      typing: z.boolean().optional(),
      message_ids: z.array(id),
      decision: z.record(z.string(), z.unknown()),
      checkpoint_id: z.string().nullable(),
      summary: z.string().nullable(),
      effects: z.array(
        z.object({
          destination: z.literal("whatsapp"),
          origin: z.enum(["bot", "human", "control"]),
          kind: z.literal("text"),
          body: z.object({ text: z.string() }),
        }),
      ),
      facts: z.array(fact),
    }),
    result: z.discriminatedUnion("outcome", [
      z.object({ outcome: z.enum(["committed", "lost", "silenced"]) }),
      z.object({ outcome: z.literal("stale"), turn: turnInput }),
    ]),
  },
  claim_effects: {
    args: z.object({ limit: z.int().positive(), unknown_wait_ms: milliseconds, receipt_wait_ms: milliseconds }),
    result: z
      .object({
        effects: z.array(z.unknown()),
        ruled_out: z.array(z.object({ id, kind: z.string(), destination: z.string(), reason: z.string() })),
        next_due_ms: nextDue,
      })
      .transform(({ effects, ...rest }) => {
        const { readable, unreadable } = eachByItself(effects, effect, send);
        return { effects: readable, unreadable, ...rest };
      }),
  },
  settle_effect: {
    args: z.object({
      id,
      attempt: z.int(),
      outcome: z.enum(["sent", "retry", "unknown", "dead"]),
      provider_id: z.string().optional(),
      retry_ms: milliseconds.optional(),
      error: z.string().optional(),
    }),
    result: z.object({ settled: z.boolean() }),
  },
};

type Procedures = typeof procedures;
export type Procedure = keyof Procedures;
export type Args<P extends Procedure> = z.input<Procedures[P]["args"]>;
type Results = { [P in Procedure]: z.output<Procedures[P]["result"]> };
export type Result<P extends Procedure> = Results[P];
export type TurnInput = z.output<typeof turnInput>;
export type OutgoingEffect = z.output<typeof effect>;
export type IncomingEventRow = z.input<typeof incomingEvent>;

/** The same table, written so that the compiler follows a procedure's name to its result. */
const answers: { [P in Procedure]: { result: z.ZodType<Results[P]> } } = procedures;

/** Carries one call of `public.<procedure>(p json)` and returns its JSON. Rejects with DatabaseError. */
export interface Transport {
  name: "postgres" | "supabase";
  call(procedure: string, p: unknown, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

export type Database = ReturnType<typeof createDatabase>;

/** The only way to data: typed calls of Postgres functions, over DATABASE_URL when it is set, else over Supabase. */
export function createDatabase(config: {
  url: string | undefined;
  poolSize: number;
  supabaseUrl: string;
  supabaseKey: string;
}) {
  const transport: Transport =
    config.url === undefined
      ? createSupabaseTransport({ url: config.supabaseUrl, key: config.supabaseKey })
      : createPostgresTransport({ url: config.url, poolSize: config.poolSize });

  /**
   * Calls one function. The deadline covers everything, waiting for a connection included.
   * @throws DatabaseError with the SQLSTATE, "timeout" or "unreachable"
   */
  async function call<P extends Procedure>(procedure: P, args: Args<P>, timeoutMs = 10_000): Promise<Result<P>> {
    const deadline = new AbortController();
    const timedOut = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      deadline.abort();
      timedOut.reject(new DatabaseError(procedure, "timeout"));
    }, timeoutMs);
    try {
      const answer = await Promise.race([transport.call(procedure, args, deadline.signal), timedOut.promise]);
      return parseResult(procedure, answer);
    } finally {
      clearTimeout(timer);
    }
  }

  return { name: transport.name, call, close: () => transport.close() };
}

function parseResult<P extends Procedure>(procedure: P, answer: unknown): Result<P> {
  const parsed = answers[procedure].result.safeParse(answer);
  if (!parsed.success) throw new DatabaseError(procedure, "unexpected_answer", { cause: parsed.error });
  return parsed.data;
}

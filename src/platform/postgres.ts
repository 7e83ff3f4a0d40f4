import pg from "pg";
import { DatabaseError } from "../errors.ts";
import type { PoolUse } from "../metrics/service.ts";
import type { Transport } from "./database.ts";

/** Statements that outlive their caller's patience are ended by the server after this long. */
const STATEMENT_TIMEOUT_MS = 10_000;
/**
 * Who waits no longer than this, a webhook or a probe, has connections of its own: they are never all taken by slower
 * work, and what was given up does not commit behind its sender's back.
 */
const URGENT_MS = 1_500;
const URGENT_CONNECTIONS = 4;
/** Reaching a Postgres in the same region takes milliseconds; longer means that it is away. */
const CONNECT_TIMEOUT_MS = 1_500;

/** By this name the service's connections are known in pg_stat_activity. */
export const APPLICATION_NAME = "whatsapp-recruitment";

/** Calls the functions over a direct connection or a session pooler; a transaction pooler would mix the two timeouts. */
export function createPostgresTransport(config: { url: string; poolSize: number }): Transport {
  const urgentSize = Math.min(URGENT_CONNECTIONS, Math.ceil(config.poolSize / 4));
  const urgent = createPool(config.url, urgentSize, URGENT_MS);
  const patient = createPool(config.url, Math.max(config.poolSize - urgentSize, 1), STATEMENT_TIMEOUT_MS);

  async function call(procedure: string, p: unknown, signal: AbortSignal, timeoutMs: number): Promise<unknown> {
    const pool = timeoutMs <= URGENT_MS ? urgent : patient;
    try {
      return await callOnce(pool, procedure, JSON.stringify(p), signal);
    } catch (error) {
      throw new DatabaseError(procedure, codeOf(error), { cause: error });
    }
  }

  async function close(): Promise<void> {
    await Promise.all([urgent.end(), patient.end()]);
  }

  const pools = () => [useOf("urgent", urgent), useOf("patient", patient)];
  return { name: "postgres", call, pools, close };
}

function useOf(pool: PoolUse["pool"], { totalCount, idleCount, waitingCount }: pg.Pool): PoolUse {
  return { pool, idle: idleCount, used: totalCount - idleCount, waiting: waitingCount };
}

function createPool(url: string, max: number, statementTimeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An idle connection that dies would otherwise end the process; the pool replaces it by itself.
  pool.on("error", () => {});
  // SET instead of start-up parameters: poolers refuse those that they do not know, and Supabase's puts its own name over
  // ours (github.com/supabase/supavisor/issues/343).
  pool.on("connect", (client) => {
    // The pool listens only while a connection is idle. One that is cut during a call says so twice: the query rejects,
    // and the client emits this, which would end the process.
    client.on("error", () => {});
    client
      .query(`set statement_timeout = ${statementTimeoutMs}; set application_name = '${APPLICATION_NAME}'`)
      .catch(() => {});
  });
  return pool;
}

async function callOnce(pool: pg.Pool, procedure: string, p: string, signal: AbortSignal): Promise<unknown> {
  const client = await pool.connect();
  // A client whose query nobody waits for any more is in the middle of the protocol: it is thrown away.
  const discard = () => client.release(true);
  if (signal.aborted) {
    client.release();
    throw new DatabaseError(procedure, "timeout");
  }
  signal.addEventListener("abort", discard, { once: true });
  try {
    // Named, so that Postgres reads the statement once per connection.
    const text = `select public.${procedure}($1::json) as r`;
    const { rows } = await client.query<{ r: unknown }>({ name: procedure, text, values: [p] });
    return rows[0]?.r;
  } finally {
    signal.removeEventListener("abort", discard);
    if (!signal.aborted) client.release();
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DatabaseError) return error.code;
  if (error instanceof pg.DatabaseError && error.code !== undefined) return error.code;
  return "unreachable";
}

import type { z } from "zod";
import { DatabaseError } from "../errors.ts";
import type { PoolUse } from "../metrics/service.ts";
import { createPostgresTransport } from "./postgres.ts";
import { type Args, type Procedure, procedures, type Result, type Results } from "./procedures.ts";
import { createSupabaseTransport } from "./supabase.ts";

/** Schema version that this build works with: the number of the newest file in database/migrations. */
export const REQUIRED_SCHEMA = 6;

/** The same table, written so that the compiler follows a procedure's name to its result. */
const answers: { [P in Procedure]: { result: z.ZodType<Results[P]> } } = procedures;

/** Carries one call of `public.<procedure>(p json)` and returns its JSON. Rejects with DatabaseError. */
export interface Transport {
  name: "postgres" | "supabase";
  call(procedure: string, p: unknown, signal: AbortSignal, timeoutMs: number): Promise<unknown>;
  /** What its connections do right now. None when it has no pools. */
  pools(): PoolUse[];
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
      const answer = await Promise.race([
        transport.call(procedure, args, deadline.signal, timeoutMs),
        timedOut.promise,
      ]);
      return parseResult(procedure, answer);
    } finally {
      clearTimeout(timer);
    }
  }

  return { name: transport.name, call, pools: () => transport.pools(), close: () => transport.close() };
}

function parseResult<P extends Procedure>(procedure: P, answer: unknown): Result<P> {
  const parsed = answers[procedure].result.safeParse(answer);
  if (!parsed.success) throw new DatabaseError(procedure, "unexpected_answer", { cause: parsed.error });
  return parsed.data;
}

import { createClient } from "@supabase/supabase-js";
import { DatabaseError } from "../errors.ts";
import type { Transport } from "./database.ts";

/** Calls the functions through PostgREST, for deployments that hold only SUPABASE_URL and SUPABASE_KEY. */
export function createSupabaseTransport(config: { url: string; key: string }): Transport {
  const client = createClient(config.url, config.key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });

  async function call(procedure: string, p: unknown, signal: AbortSignal): Promise<unknown> {
    const answer = await client.rpc(procedure, { p }).abortSignal(signal);
    if (answer.error === null) return answer.data;
    throw new DatabaseError(procedure, answer.error.code || codeOf(answer.status), { cause: answer.error });
  }

  return { name: "supabase", call, pools: () => [], close: () => client.removeAllChannels().then(() => {}) };
}

/** Errors without a SQLSTATE come from the gateway or the network; status 0 means that nothing answered. */
function codeOf(status: number): string {
  return status === 0 ? "unreachable" : `http_${status}`;
}

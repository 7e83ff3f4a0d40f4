import { DatabaseError } from "../errors.ts";
import type { IncomingEventRow, Result } from "../platform/procedures.ts";

type Stored = Result<"receive_events">;
type Store = (rows: IncomingEventRow[]) => Promise<Stored>;

/**
 * Stores rows in as few transactions as possible. One that Postgres refuses to take apart is found by halving and kept as
 * mere text with the SQLSTATE, so that its neighbours get through. `onRefused` hears of it.
 */
export async function storeRows(
  rows: IncomingEventRow[],
  store: Store,
  onRefused: (kind: string, problem: string) => void,
): Promise<Stored> {
  try {
    return await store(rows);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [row] = rows;
    if (rows.length === 1 && row !== undefined) {
      onRefused(row.kind, error.code);
      return quarantine(row, error.code, store);
    }
    const half = Math.ceil(rows.length / 2);
    const first = await storeRows(rows.slice(0, half), store, onRefused);
    const second = await storeRows(rows.slice(half), store, onRefused);
    return {
      duplicates: [...first.duplicates, ...second.duplicates],
      differing: first.differing + second.differing,
      woken: first.woken + second.woken,
      delivered_ms: [...(first.delivered_ms ?? []), ...(second.delivered_ms ?? [])],
      answered_ms: [...(first.answered_ms ?? []), ...(second.answered_ms ?? [])],
    };
  }
}

async function quarantine({ key, kind, source }: IncomingEventRow, problem: string, store: Store): Promise<Stored> {
  try {
    return await store([{ key, kind, source, problem }]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Even its text is refused; bytes in base64 never are.
    return store([{ key, kind, source: Buffer.from(source).toString("base64"), problem }]);
  }
}

function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.isRefusal;
}

import { z } from "zod";
import { DatabaseError, ProviderError } from "../errors.ts";
import type { ProviderEvent, RecruiterEvent } from "../message.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { IncomingEventRow, Result } from "../platform/procedures.ts";
import { ThreadError } from "../platform/thread.ts";
import { toRow } from "./receive.ts";
import { toRecruiterRow } from "./recruiter.ts";
import { storeRows } from "./store-rows.ts";

const ROWS_PER_CALL = 500;
/** No time for the thread just now; every other failure of it would come again with the same event. */
const passing = new Set<ThreadError["code"]>(["full", "aborted", "closed"]);
/**
 * Nobody expects what a recruiter did longer ago to happen now: an old reply would surprise the candidate, and an old
 * status would undo what recruiters have decided since. A guess: an hour lets a repaired deployment catch up.
 */
const RECRUITER_MAX_AGE_MS = 60 * 60_000;
const task = z.object({ event: z.int().positive() });

type StoredEvent = NonNullable<Result<"read_event">["event"]>;
/** Today's reading of a stored event. `recruiter` instead of events: null when it is understood and changes nothing. */
type Parse = (
  event: { kind: string; source: string },
  signal: AbortSignal,
) => Promise<{ events: ProviderEvent[]; recruiter?: RecruiterEvent | null }>;

/**
 * Works off a task {event}: reads the stored event again and does what it says now. What is still not understood stays
 * as it is, and so does what a recruiter did too long ago. Every step can be repeated: keys make each message, status and
 * reply exist once.
 */
export function createReplay(parts: {
  database: Database;
  bell: Bell;
  parse: Parse;
  config: { quietMs: number; ceilingMs: number };
  log: Logger;
}) {
  const { database, bell, parse, config, log } = parts;

  /** @throws ProviderError: "retry" when it may go better later, "fix" when it never will */
  return async function replay(body: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    const { data } = task.safeParse(body);
    if (data === undefined) throw new ProviderError("fix", "malformed");
    try {
      const { event } = await database.call("read_event", { id: data.event });
      if (event === null) return; // pruned meanwhile
      const { events, recruiter } = await parse(event, signal);
      const done = recruiter === undefined ? await store(events, event.id, signal) : await record(recruiter, event);
      log.info({ event: event.id, kind: event.kind, understood: done }, "event read again");
    } catch (error) {
      throw failureOf(error);
    }
  };

  /** Whether something of it is understood. Then the rest of the same body is stored too, parked one by one. */
  async function store(events: ProviderEvent[], replays: number, signal: AbortSignal): Promise<boolean> {
    if (!events.some(({ message, status }) => message !== undefined || status !== undefined)) return false;
    const rows = events.map(toRow);
    let woken = 0;
    for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
      signal.throwIfAborted();
      const part = rows.slice(start, start + ROWS_PER_CALL);
      const noteRefused = (kind: string, problem: string) =>
        log.warn({ event: replays, kind, problem }, "part of an event still cannot be taken apart");
      woken += (await storeRows(part, (some) => storeAll(some, replays), noteRefused)).woken;
    }
    if (woken > 0) {
      bell.ring("chatwoot");
      bell.ring("inbox");
    }
    return true;
  }

  function storeAll(events: IncomingEventRow[], replays: number): Promise<Result<"receive_events">> {
    const { quietMs: quiet_ms, ceilingMs: ceiling_ms } = config;
    const args = { channel: "whatsapp" as const, quiet_ms, ceiling_ms, events, replays };
    return database.call("receive_events", args);
  }

  async function record(event: RecruiterEvent | null, { id, kind, received_at }: StoredEvent): Promise<boolean> {
    if (event?.action === undefined) return false;
    if (Date.now() - Date.parse(received_at) > RECRUITER_MAX_AGE_MS) {
      log.warn({ event: id, kind }, "what a recruiter did is too old to be done now and stays parked");
      return false;
    }
    const { outcome } = await database.call("receive_recruiter_event", { ...toRecruiterRow(event), replays: id });
    bell.ring("whatsapp");
    bell.ring("chatwoot");
    return outcome !== "parked";
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof DatabaseError)
    return new ProviderError(error.isRefusal ? "fix" : "retry", error.code, { cause: error });
  if (error instanceof ThreadError) {
    return new ProviderError(passing.has(error.code) ? "retry" : "fix", error.code, { cause: error });
  }
  const isAbort = error instanceof Error && error.name === "AbortError";
  return isAbort ? new ProviderError("retry", "aborted", { cause: error }) : error;
}

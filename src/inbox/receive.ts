import { randomUUID } from "node:crypto";
import { RequestError } from "../errors.ts";
import type { ProviderEvent } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { IncomingEventRow, Result } from "../platform/procedures.ts";
import { controlOf } from "../recruiting/controls.ts";
import { storeRows } from "./store-rows.ts";

/** Requests that arrive within this time share a transaction: ten times fewer commits for 2 ms of latency. */
const GATHER_MS = 3;
const FLUSHES_IN_FLIGHT = 2;
/** A transaction costs as much as ten rows: fewer wait a moment for the one in flight before they go beside it. */
const ROWS_WORTH_A_FLUSH = 10;
const PATIENCE_MS = 20;
const ROWS_PER_FLUSH = 500;
const BYTES_PER_FLUSH = 8 * 1024 * 1024;
const WAITING_ROWS = 5_000;
const WAITING_BYTES = 64 * 1024 * 1024;
/** The provider is answered within 2 s, stored or not. */
const DEADLINE_MS = 1_500;

interface Waiting {
  rows: IncomingEventRow[];
  bytes: number;
  settled: boolean;
  resolve: (duplicates: string[]) => void;
  reject: (error: Error) => void;
}

type Stored = Result<"receive_events">;

/**
 * Group commit: requests that arrive while a write is in flight share the next one.
 * `receive` resolves after the commit with the keys that were known before.
 * It rejects with RequestError 503 when the events could not be stored in time, or when too much is waiting already.
 */
export function createReceive(parts: {
  database: Database;
  bell: Bell;
  config: { quietMs: number; ceilingMs: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, config, metrics, log } = parts;
  const queue: Waiting[] = [];
  let waitingRows = 0;
  let waitingBytes = 0;
  let inFlight = 0;
  let gathering = false;
  let patient = false;
  let ringing = false;
  let failing = false;

  async function receive(events: ProviderEvent[]): Promise<Set<string>> {
    const full = waitingRows + events.length > WAITING_ROWS || waitingBytes + sizeOf(events) > WAITING_BYTES;
    // One request is always let in when nothing waits: its size is bounded by the body limit.
    if (full && waitingRows > 0) throw cannotStore("too much is waiting to be stored");
    const duplicates = await Promise.all(chunks(events.map(toRow)).map(enqueue));
    return new Set(duplicates.flat());
  }

  function enqueue(rows: IncomingEventRow[]): Promise<string[]> {
    const bytes = sizeOf(rows);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => waiting.reject(cannotStore("storing took too long")), DEADLINE_MS);
      const settle = () => {
        clearTimeout(timer);
        waiting.settled = true;
      };
      const waiting: Waiting = {
        rows,
        bytes,
        settled: false,
        resolve: (keys) => {
          settle();
          resolve(keys);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      queue.push(waiting);
      waitingRows += rows.length;
      waitingBytes += bytes;
      metrics.inboxWaitingEvents.set(waitingRows);
      if (!gathering) setTimeout(flush, GATHER_MS);
      gathering = true;
    });
  }

  function flush(canWait = true): void {
    gathering = false;
    while (inFlight < FLUSHES_IN_FLIGHT && queue.length > 0) {
      if (inFlight > 0 && canWait && waitingRows < ROWS_WORTH_A_FLUSH) {
        if (!patient) setTimeout(endPatience, PATIENCE_MS);
        patient = true;
        return;
      }
      const batch = takeBatch();
      if (batch.length === 0) return;
      inFlight += 1;
      void store(batch).finally(() => {
        inFlight -= 1;
        flush();
      });
    }
  }

  function endPatience(): void {
    patient = false;
    flush(false);
  }

  /** As many whole requests as fit; those whose sender has been answered already are dropped. */
  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    let rows = 0;
    let bytes = 0;
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const full = rows + next.rows.length > ROWS_PER_FLUSH || bytes + next.bytes > BYTES_PER_FLUSH;
      if (batch.length > 0 && full) break;
      queue.shift();
      waitingRows -= next.rows.length;
      waitingBytes -= next.bytes;
      if (next.settled) continue;
      rows += next.rows.length;
      bytes += next.bytes;
      batch.push(next);
    }
    metrics.inboxWaitingEvents.set(waitingRows);
    return batch;
  }

  async function store(batch: Waiting[]): Promise<void> {
    try {
      const until = performance.now() + DEADLINE_MS;
      const rows = batch.flatMap((waiting) => waiting.rows);
      const stored = await storeRows(rows, (part) => storeAll(part, until), noteRefused);
      const { duplicates, differing, woken, delivered_ms = [], answered_ms = [] } = stored;
      metrics.webhookDifferingDuplicates.inc(differing);
      for (const ms of delivered_ms) metrics.deliveryDuration.observe(ms / 1000);
      for (const ms of answered_ms) metrics.answerDuration.observe(ms / 1000);
      if (failing) log.info("events are stored again");
      failing = false;
      const known = new Set(duplicates);
      const isDuplicate = (key: string) => {
        const seen = known.has(key);
        known.add(key); // the same key again within this flush is a duplicate too
        return seen;
      };
      for (const { rows, resolve } of batch) resolve(rows.map(({ key }) => key).filter(isDuplicate));
      if (woken > 0) {
        bell.ring("chatwoot"); // recruiters see a message before anything has thought about it
        ringWhenDue();
      }
    } catch (error) {
      if (!failing) log.error({ err: error }, "events cannot be stored, answering 503");
      failing = true;
      for (const { reject } of batch) reject(cannotStore("events could not be stored", error));
    }
  }

  function storeAll(events: IncomingEventRow[], until: number): Promise<Stored> {
    const { quietMs: quiet_ms, ceilingMs: ceiling_ms } = config;
    const remainingMs = Math.max(until - performance.now(), 1);
    return database.call("receive_events", { channel: "whatsapp", quiet_ms, ceiling_ms, events }, remainingMs);
  }

  function noteRefused(kind: string, problem: string): void {
    log.error({ kind, problem }, "an event cannot be taken apart, keeping it as text");
    metrics.webhookQuarantined.inc();
  }

  /** One ring per quiet time is enough: that look learns when the messages stored meanwhile are due. */
  function ringWhenDue(): void {
    if (!ringing) setTimeout(ring, config.quietMs);
    ringing = true;
  }

  function ring(): void {
    ringing = false;
    bell.ring("inbox");
  }

  /** Of the room for what waits, 0 to 1. */
  function fullness(): number {
    return Math.max(waitingRows / WAITING_ROWS, waitingBytes / WAITING_BYTES);
  }

  return { receive, fullness };
}

function cannotStore(message: string, cause?: unknown): RequestError {
  return new RequestError(503, "cannot_store", message, { retryAfterSeconds: 1, cause });
}

function sizeOf(events: { source: string }[]): number {
  return events.reduce((sum, { source }) => sum + source.length, 0);
}

/** A body may hold thousands of messages; each chunk fits one flush. */
function chunks(rows: IncomingEventRow[]): IncomingEventRow[][] {
  const parts: IncomingEventRow[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_FLUSH)
    parts.push(rows.slice(start, start + ROWS_PER_FLUSH));
  return parts;
}

/** The flat shape of database type app.incoming_event. Each message begins a trace. */
export function toRow({ key, kind, source, message, status }: ProviderEvent): IncomingEventRow {
  if (message !== undefined) {
    return {
      key,
      kind,
      source,
      message_kind: message.kind,
      provider_id: message.providerId,
      text: message.text,
      sent_at: message.sentAt,
      bsuid: message.from.bsuid,
      parent_bsuid: message.from.parentBsuid,
      wa_id: message.from.waId,
      name: message.from.name,
      control: controlOf(message.text),
      trace: randomUUID(),
    };
  }
  if (status === undefined) return { key, kind, source };
  return {
    key,
    kind,
    source,
    provider_id: status.providerId,
    status: status.status,
    sent_at: status.at,
    callback: status.callback,
    error_code: status.errorCode,
  };
}

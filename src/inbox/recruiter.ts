import { RequestError } from "../errors.ts";
import type { RecruiterEvent } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { Args, Result } from "../platform/procedures.ts";

/** Whoever sends a webhook is answered within 2 s, stored or not. */
const DEADLINE_MS = 1_500;
const notes = {
  unsendable:
    "This message was not sent to WhatsApp: only text can be sent from here at the moment. Please write it as text.",
  incomplete: "The text was sent to WhatsApp, the file was not: only text can be sent from here at the moment.",
};

/** Stores what a recruiter did, and does it, in one transaction; they are few, so each has its own. */
export function createRecordRecruiter(parts: {
  database: Database;
  bell: Bell;
  config: { undoMs: number };
  metrics: Metrics;
  log: Logger;
}) {
  const { database, bell, config, metrics, log } = parts;

  /** Resolves with what it came to. Rejects with RequestError 503 when it could not be stored. */
  return async function record(event: RecruiterEvent): Promise<Result<"receive_recruiter_event">["outcome"]> {
    try {
      const args = { ...toRecruiterRow(event), undo_ms: config.undoMs };
      const { outcome, took_over } = await database.call("receive_recruiter_event", args, DEADLINE_MS);
      bell.ring("whatsapp");
      bell.ring("chatwoot");
      if (took_over === true) metrics.takeovers.inc();
      return outcome;
    } catch (error) {
      log.error({ err: error, kind: event.kind }, "what a recruiter did cannot be stored");
      throw new RequestError(503, "cannot_store", "the event could not be stored", {
        retryAfterSeconds: 1,
        cause: error,
      });
    }
  };
}

/** What receive_recruiter_event reads. */
export function toRecruiterRow(event: RecruiterEvent): Args<"receive_recruiter_event"> {
  const { key, kind, source, conversation, sourceId, action } = event;
  const isIncomplete = action?.type === "reply" && action.incomplete === true;
  return {
    key,
    kind,
    source,
    conversation,
    source_id: sourceId,
    action: action ?? null,
    note: notes[isIncomplete ? "incomplete" : "unsendable"],
  };
}

import { parseRecruiterEvent } from "./chatwoot/payload.ts";
import type { ProviderEvent, RecruiterEvent } from "./message.ts";
import { answerJobs } from "./platform/thread.ts";
import { parseWebhook } from "./whatsapp/payload.ts";
import { bodyOf } from "./whatsapp/stored.ts";

/** The thread that reads stored events again: bodies have up to 3 MB, and webhooks must not wait for them. */

/** A stored event, and what its parser has to know. */
export interface ParseJob {
  kind: string;
  source: string;
  own: { phoneNumberId: string | undefined; accountId: number; inboxId: number | undefined };
}

export interface Parsed {
  events: ProviderEvent[];
  /** Instead of events, when it came from Chatwoot. Null when it is understood and changes nothing. */
  recruiter?: RecruiterEvent | null;
}

answerJobs(({ kind, source, own }: ParseJob): Parsed => {
  if (!kind.startsWith("chatwoot.")) return { events: parseWebhook(Buffer.from(bodyOf(source)), own.phoneNumberId) };
  const event = parseRecruiterEvent(Buffer.from(source), own);
  return { events: [], recruiter: "ignored" in event ? null : event };
});

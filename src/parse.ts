import type { Parsed, ParseJob } from "./parse-thread.ts";
import { createThread } from "./platform/thread.ts";

/** Many times what the biggest body takes, start of the thread included. */
const DEADLINE_MS = 10_000;
const thread = import.meta.url.endsWith(".ts") ? "./parse-thread.ts" : "./parse-thread.js";

/** Reads stored events with today's parsers, in a thread of its own (parse-thread.ts). */
export function createParse({
  whatsapp,
  chatwoot,
}: {
  whatsapp: { phoneNumberId: string | undefined };
  chatwoot: { accountId: number; inboxId: number | undefined };
}) {
  const { run, close } = createThread<ParseJob, Parsed>(new URL(thread, import.meta.url), { deadlineMs: DEADLINE_MS });
  const { accountId, inboxId } = chatwoot;
  const own = { phoneNumberId: whatsapp.phoneNumberId, accountId, inboxId };

  function parse({ kind, source }: { kind: string; source: string }, signal?: AbortSignal): Promise<Parsed> {
    return run({ kind, source, own }, signal);
  }

  return { parse, close };
}

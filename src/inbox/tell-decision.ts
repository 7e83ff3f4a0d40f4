import { z } from "zod";
import { DatabaseError, ProviderError } from "../errors.ts";
import type { Decision } from "../message.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { Language } from "../recruiting/language.ts";

const task = z.object({ application: z.int().positive(), decided_at: z.string() });

/**
 * Works off a task {application, decided_at}: the recruiter has had time to take the decision back, and the candidate is
 * told of it if it still stands (database/functions/tell_decision.sql). `texts` by language, with "{title}" in them.
 */
export function createTellDecision(parts: {
  database: Database;
  bell: Bell;
  /** In every language that we speak. */
  texts: Record<Language, Record<Decision, string>>;
  log: Logger;
}) {
  const { database, bell, texts, log } = parts;

  /** @throws ProviderError: "slow" when the database is away, "fix" when it refuses */
  return async function tellDecision(body: Record<string, unknown>): Promise<void> {
    const { data } = task.safeParse(body);
    if (data === undefined) throw new ProviderError("fix", "malformed");
    try {
      const { told } = await database.call("tell_decision", { ...data, texts });
      if (told) bell.ring("whatsapp");
      log.info({ application: data.application, told }, "time to take the decision back is over");
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      throw new ProviderError(error.isRefusal ? "fix" : "slow", error.code, { cause: error });
    }
  };
}

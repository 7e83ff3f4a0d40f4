import { z } from "zod";
import { DatabaseError, ProviderError } from "../errors.ts";
import type { Decision } from "../message.ts";
import type { Bell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import type { DecisionTemplates } from "../platform/procedures.ts";
import type { Language } from "../recruiting/language.ts";

/** What may tell a decision outside the 24 hour window. Rejects with ProviderError when nobody can say. */
type ReadTemplates = (signal: AbortSignal) => Promise<DecisionTemplates>;

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
  readTemplates: ReadTemplates;
  log: Logger;
}) {
  const { database, bell, texts, readTemplates, log } = parts;

  /** @throws ProviderError: "slow" when the database is away, "fix" when it refuses, or as readTemplates says */
  return async function tellDecision(body: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    const { data } = task.safeParse(body);
    if (data === undefined) throw new ProviderError("fix", "malformed");
    const tell = (templates: DecisionTemplates | null) => database.call("tell_decision", { ...data, texts, templates });
    try {
      let { told, needs_template = false } = await tell(null);
      if (needs_template) ({ told } = await tell(await templatesOrNone(signal)));
      if (told) bell.ring("whatsapp");
      log.info({ application: data.application, told }, "time to take the decision back is over");
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      throw new ProviderError(error.isRefusal ? "fix" : "slow", error.code, { cause: error });
    }
  };

  /** A provider that has no templates for us: the recruiters see that the candidate could not be told. */
  async function templatesOrNone(signal: AbortSignal): ReturnType<ReadTemplates> {
    try {
      return await readTemplates(signal);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.failure !== "fix") throw error;
      log.warn({ err: error }, "templates cannot be read, going on without any");
      return {};
    }
  }
}

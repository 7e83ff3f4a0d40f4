import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { lineOf } from "../recruiting/matching.ts";
import type { ListOpenVacancies, OpenVacancy } from "./offer.ts";
import type { Embed } from "./openai.ts";
import { ModelError } from "./patience.ts";
import { readVacancy } from "./turn-input.ts";

/** A new vacancy may be offered so much later, and a closed one so much longer. */
const FRESH_MS = 15_000;
const MOST = 500;
/** Of one vacancy, in characters: in any script fewer tokens than the 8 192 that the model takes. */
const LONGEST_TEXT = 4_000;
/** Embedded with one call, which takes 300 000 tokens at most. */
const BATCH = 32;
const EMBED_MS = 30_000;
/** What could not be embedded or stored is tried again so much later. */
const EMBED_AGAIN_MS = 60_000;

/**
 * The open vacancies as they were some seconds ago at most: every first message asks for them. Who lists them also embeds
 * the versions that have no embedding yet, once; nobody waits for it.
 */
export function createListOpen(database: Database, embed: Embed | undefined, log: Logger): ListOpenVacancies {
  let known: { at: number; vacancies: Promise<OpenVacancy[]> } | undefined;
  let embedAgainAt = 0;

  async function read(): Promise<OpenVacancy[]> {
    const { vacancies } = await database.call("open_vacancies", { limit: MOST });
    const open = vacancies.flatMap(({ version, definition, embedding }) => {
      const vacancy = readVacancy(definition);
      return vacancy === null ? [] : [{ ...vacancy, version, embedding }];
    });
    void embedMissing(open.filter(({ embedding }) => embedding === null));
    return open;
  }

  async function embedMissing(missing: OpenVacancy[]): Promise<void> {
    if (embed === undefined || missing.length === 0 || Date.now() < embedAgainAt) return;
    try {
      for (let start = 0; start < missing.length; start += BATCH) {
        embedAgainAt = Date.now() + EMBED_AGAIN_MS; // also keeps the next listing from asking for the same
        const batch = missing.slice(start, start + BATCH);
        const embeddings = await embed(batch.map(textOf), EMBED_MS);
        await Promise.all(
          batch.map(({ id, version }, place) =>
            database.call("save_embedding", { id, version, embedding: embeddings[place] ?? [] }),
          ),
        );
      }
      embedAgainAt = 0;
    } catch (error) {
      // A model that fails has said so itself. Without embeddings vacancies are matched by words.
      if (!(error instanceof ModelError)) log.warn({ err: error }, "embeddings could not be stored");
    }
  }

  return function listOpen() {
    if (known !== undefined && Date.now() - known.at < FRESH_MS) return known.vacancies;
    const vacancies = read();
    const asked = { at: Date.now(), vacancies };
    known = asked;
    // What failed is asked again by the next turn.
    vacancies.catch(() => {
      if (known === asked) known = undefined;
    });
    return vacancies;
  };
}

function textOf(vacancy: OpenVacancy): string {
  const { description, faq } = vacancy;
  const said = [lineOf(vacancy), description, ...faq.map(({ q, a }) => `${q} ${a}`)].join("\n");
  return said.slice(0, LONGEST_TEXT).toWellFormed();
}

import type { Database } from "../platform/database.ts";
import type { ListOpenVacancies, OpenVacancy } from "./offer.ts";
import { readVacancy } from "./turn-input.ts";

/** A new vacancy may be offered so much later, and a closed one so much longer. */
const FRESH_MS = 15_000;
const MOST = 500;

/** The open vacancies as they were some seconds ago at most: every first message asks for them. */
export function createListOpen(database: Database): ListOpenVacancies {
  let known: { at: number; vacancies: Promise<OpenVacancy[]> } | undefined;

  async function read(): Promise<OpenVacancy[]> {
    const { vacancies } = await database.call("open_vacancies", { limit: MOST });
    return vacancies.flatMap(({ version, definition }) => {
      const vacancy = readVacancy(definition);
      return vacancy === null ? [] : [{ ...vacancy, version }];
    });
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

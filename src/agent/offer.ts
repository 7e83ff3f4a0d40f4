import type { TurnInput } from "../platform/procedures.ts";
import { MOST_TIMES_ASKED } from "../recruiting/application.ts";
import { lineOf, named, namedById, picked } from "../recruiting/matching.ts";
import type { Vacancy } from "../recruiting/vacancies.ts";
import { type Match, matchByWords } from "./match.ts";
import { type Offer, readVacancy } from "./turn-input.ts";

/** A vacancy that candidates can apply to. `embedding`: see open-vacancies.ts. */
export type OpenVacancy = Vacancy & { version: number; embedding?: readonly number[] | null };
export type ListOpenVacancies = () => Promise<OpenVacancy[]>;

/** The application that the turn goes on with or begins; `id` null = begins. */
interface Applying {
  id: number | null;
  vacancy: string;
  version: number;
}

export interface Offered extends Offer {
  applying: Applying | null;
  /** An application that ends: its vacancy was closed, or another one takes its place. */
  ended: number | null;
}

/** As many as a WhatsApp list holds. */
const MOST_CHOICES = 10;

/**
 * What the turn is about, decided before any engine is asked: the application that is under way, the vacancy that the
 * messages name, the only one that is open, or several to choose from. Who has applied may name another one.
 */
export async function offerFor(
  input: TurnInput,
  listOpen: ListOpenVacancies,
  match: Match = matchByWords,
  signal: AbortSignal = new AbortController().signal,
): Promise<Offered> {
  const { application } = input;
  const texts = input.messages.map(({ text }) => text);
  const current = application === null ? null : readVacancy(application.definition);
  if (application !== null && current !== null && !application.closed && !application.submitted) {
    // Only an id is meant: it stands in the link of an ad. A title may be the job that somebody has.
    const other = namedById(
      texts,
      (await listOpen()).filter(({ id }) => id !== application.vacancy),
    );
    return other === undefined ? going(current, application) : beginning(other, application.id);
  }
  // Written by a newer build: left as it is, and nothing is asked for it.
  if (application !== null && current === null) return nothing;
  const open = await listOpen();
  const others = open.filter(({ id }) => id !== application?.vacancy);
  const other = named(texts, others);
  const ended = application?.submitted === false ? application.id : null;
  if (other !== undefined) return beginning(other, ended);
  if (application !== null && current !== null && application.submitted) return going(current, application);
  // Who has applied without naming a vacancy is asked for none afterwards.
  if (application === null && input.progress.confirmed) return nothing;
  const closed = current?.title ?? null;
  if (application === null && others.length === 1 && others[0] !== undefined) return beginning(others[0], null);
  const chosen =
    input.recent.findLast(({ from }) => from === "bot")?.asks === "vacancy" ? picked(texts, others) : undefined;
  if (chosen !== undefined) return beginning(chosen, ended);
  // Candidates' words are looked at only for a list that will be shown.
  const { asked } = input.progress;
  const isOffered = !("left:vacancy" in asked) && (asked["vacancy"] ?? 0) < MOST_TIMES_ASKED;
  const listed = isOffered || ended !== null ? others : [];
  const choices = listed.length > 1 ? (await match(listed, input, signal)).slice(0, MOST_CHOICES) : listed;
  return {
    vacancy: null,
    closed,
    choices: choices.map(lineOf),
    applying: null,
    ended,
  };
}

const nothing: Offered = { vacancy: null, closed: null, choices: [], applying: null, ended: null };

function going(vacancy: Vacancy, { id, version }: { id: number; version: number }): Offered {
  return { vacancy, closed: null, choices: [], applying: { id, vacancy: vacancy.id, version }, ended: null };
}

function beginning({ version, embedding: _embedding, ...vacancy }: OpenVacancy, ended: number | null): Offered {
  return { vacancy, closed: null, choices: [], applying: { id: null, vacancy: vacancy.id, version }, ended };
}

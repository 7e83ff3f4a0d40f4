import type { Database } from "../platform/database.ts";
import type { TurnInput } from "../platform/procedures.ts";
import { byScore, cosine, rank } from "../recruiting/matching.ts";
import { profileOf } from "../recruiting/profile.ts";
import type { OpenVacancy } from "./offer.ts";
import type { Embed } from "./openai.ts";
import { extractByRules } from "./rules/extract.ts";
import { toTurn } from "./turn-input.ts";

/** Vacancies to choose from, the best fit for who writes first. Never rejects because something is away. */
export type Match = (vacancies: OpenVacancy[], input: TurnInput, signal: AbortSignal) => Promise<OpenVacancy[]>;

/** A candidate waits for it. */
const QUERY_MS = 2_000;
const MOST = 500;
const LONGEST_BURST = 500;
/** What must not leave us. */
const personal = ["first_name", "last_name", "email", "phone"];

/** By the words that vacancies share with the profile and the burst; equal ones keep their order. */
export const matchByWords: Match = (vacancies, input) => {
  const ranked = rank(
    vacancies,
    profileOf(input.facts),
    input.messages.map(({ text }) => text),
  );
  return Promise.resolve(ranked.map(({ vacancy }) => vacancy));
};

/**
 * By meaning when every vacancy has an embedding and OpenAI answers, else by full text; words decide between equals.
 * `embed` undefined: nothing leaves the service.
 */
export function createMatch({ database, embed }: { database: Database; embed: Embed | undefined }): Match {
  return async function match(vacancies, input, signal) {
    const worded = await matchByWords(vacancies, input, signal);
    const text = await jobWords(input, signal).catch(() => "");
    if (text === "") return worded;
    const scores =
      (await nearness(vacancies, text, signal).catch(() => undefined)) ??
      (await fullText(text).catch(() => new Map<string, number>()));
    return byScore(worded, scores);
  };

  async function nearness(vacancies: OpenVacancy[], text: string, signal: AbortSignal) {
    const known = vacancies.flatMap(({ id, embedding }) => (embedding ? [{ id, embedding }] : []));
    if (embed === undefined || known.length < vacancies.length) return undefined;
    const [wanted = []] = await embed([text], QUERY_MS, signal);
    return new Map(known.map(({ id, embedding }) => [id, cosine(embedding, wanted)]));
  }

  async function fullText(text: string) {
    const { vacancies } = await database.call("match_vacancies", { text, limit: MOST }, QUERY_MS);
    return new Map(vacancies.map(({ id, rank }) => [id, rank]));
  }
}

/**
 * What a candidate is looking for, and all that OpenAI is told about them: roles, skills and city of the profile, and the
 * burst, clipped. E-mail addresses, long numbers, the names that we know and whatever the rules read as a name or a
 * contact in the burst are left out. A name that the rules do not recognise goes along.
 */
export async function jobWords(input: TurnInput, signal: AbortSignal): Promise<string> {
  const { roles = [], skills = [], city = "", first_name = "", last_name = "" } = profileOf(input.facts);
  const { facts } = await extractByRules(toTurn(input, "UTC"), signal);
  const stated = facts.filter(({ field }) => personal.includes(field)).map(({ quote }) => quote);
  stated.sort((a, b) => b.length - a.length); // "soy Lucía" is part of "soy Lucía Pérez"
  const names = `${first_name} ${last_name} ${input.contact.name ?? ""}`.toLowerCase().split(/\s+/);
  let burst = input.messages.map(({ text }) => text).join("\n");
  for (const quote of stated) burst = burst.replaceAll(quote, " ");
  const kept = burst
    .replaceAll(/\d[\d\s().+/-]{5,}/g, " ")
    .split(/\s+/)
    .filter((word) => !word.includes("@") && !names.includes(word.toLowerCase().replaceAll(/[^\p{L}\p{M}'-]/gu, "")))
    .join(" ")
    .trim();
  return [...roles, ...skills, city, kept.slice(0, LONGEST_BURST).toWellFormed()]
    .filter((one) => one !== "")
    .join(", ");
}

import { fields } from "../../recruiting/fields.ts";
import type { Extract, FoundFact, Turn } from "../turn.ts";
import { agrees, answersIn, flagOf } from "./answers.ts";
import { findEmail, findPhone } from "./contact.ts";
import { findAvailability } from "./dates.ts";
import { findFlags, findHours, findLicences, findShifts } from "./details.ts";
import { findExperience } from "./experience.ts";
import type { Asked, Find, Found } from "./found.ts";
import { type Heard, hear } from "./heard.ts";
import { findNames } from "./names.ts";
import { askedField, ownAnswers } from "./own.ts";
import { findPay } from "./pay.ts";
import { loadPlaces } from "./places.ts";
import { findRoles } from "./roles.ts";
import { findSpoken } from "./spoken.ts";
import { findEducation, findSkills } from "./studies.ts";
import { has, quoteOf } from "./text.ts";
import { findWhereabouts } from "./whereabouts.ts";

const finders: Find[] = [
  findNames,
  findWhereabouts,
  findRoles,
  findExperience,
  findSpoken,
  findAvailability,
  findEmail,
  findPhone,
  findLicences,
  findHours,
  findShifts,
  findFlags,
  findPay,
  findEducation,
  findSkills,
];

/** What the burst states, each field with the words that state it; the last word on a field wins. */
export const extractByRules: Extract = async (turn) => {
  await loadPlaces();
  const heard = hear(turn);
  const asked = askedField(turn);
  const facts = factsOf({ ...turn, asked }, heard);
  return {
    facts: [...facts, ...ownAnswers(turn, heard, facts)],
    agrees: agrees(heard, turn.asked),
    refuses: heard.some(({ refusal }) => refusal),
    summary: null,
  };
};

function factsOf(turn: Turn, burst: Heard[]): FoundFact[] {
  const facts = new Map<string, FoundFact>();
  // The second part of a name or a correction refers to what the same burst said before.
  const profile = { ...turn.profile };
  for (const heard of burst) {
    const asked: Asked = {
      question: turn.asked,
      answers: answersIn(heard),
      country: turn.country,
      near: nearOf(turn),
      timeZone: turn.timeZone,
      profile,
    };
    for (const found of findIn(heard, asked)) {
      const fact = factOf(found, heard);
      const before = facts.get(found.field);
      const value = before === undefined ? found.value : combine(before, found, heard);
      if (value === undefined || !fields[found.field].safeParse(value).success) continue;
      facts.set(found.field, { ...fact, value });
      Object.assign(profile, { [found.field]: value });
    }
  }
  return [...facts.values()];
}

function nearOf({ vacancy, language }: Turn): string[] {
  return [vacancy?.place.country, new Intl.Locale(language).maximize().region].filter((one) => one !== undefined);
}

/** Of several tables the first that finds something decides, field by field. */
function findIn(heard: Heard, asked: Asked): Found[] {
  const all = new Map<string, Found>();
  for (const table of heard.tables) {
    const found = [...finders.flatMap((find) => find(heard, table, asked)), ...flagOf(heard, table, asked)];
    for (const one of found) if (!all.has(one.field)) all.set(one.field, one);
  }
  return [...all.values()];
}

function factOf({ field, value, start, end, confidence }: Found, heard: Heard): FoundFact {
  return { field, value, messageId: heard.id, quote: quoteOf(heard, start, end), confidence };
}

/** What two messages of a burst say on one field; undefined when the first one stands. */
function combine(before: FoundFact, { field, value, confidence }: Found, heard: Heard): unknown {
  const corrects = heard.tables.some(({ speech }) => has(heard.plain, speech.correction));
  // "I was a cook", said after "looking for work as a waiter", wants nothing.
  const adds = heard.tables.some(
    ({ speech }) =>
      has(heard.plain, speech.also) || [speech.and, speech.or].some((one) => heard.plain.search(one) === 0),
  );
  if (field === "roles" && confidence < before.confidence && !corrects && !adds) return undefined;
  if (!Array.isArray(value) || !Array.isArray(before.value)) return value;
  if (corrects || (field !== "languages" && !adds)) return value;
  const added: unknown[] = value;
  const kept: unknown[] = before.value.filter((one) => !added.some((other) => nameOf(other) === nameOf(one)));
  return [...kept, ...added].slice(0, 20);
}

function nameOf(item: unknown): string {
  return typeof item === "object" && item !== null && "code" in item ? String(item.code) : JSON.stringify(item);
}

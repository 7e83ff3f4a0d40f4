import { expect } from "vitest";
import { extractByRules } from "../../../src/agent/rules/extract.ts";
import type { Intent, Turn } from "../../../src/agent/turn.ts";
import type { Question } from "../../../src/recruiting/application.ts";
import type { Profile } from "../../../src/recruiting/fields.ts";
import { fields, isField } from "../../../src/recruiting/fields.ts";
import type { Language } from "../../../src/recruiting/language.ts";

/** What somebody writes, what we had asked, and every field that is to be understood: no more, no less. */
export interface Case {
  says: string | string[];
  asked?: Question;
  facts?: Record<string, unknown>;
  agrees?: boolean;
  profile?: Profile;
  /** Of the phone; null when unknown. */
  country?: string | null;
}

/** What somebody writes, and the intents that it has. */
export type Routed = [says: string | string[], intents: string, asked?: Question, profile?: Profile];

/** What somebody writes, and the intent that it does not have. */
export type Missed = [says: string, intent: Intent, asked?: Question];

/** A Friday, in Madrid and in London. */
const clock = "2026-11-20T10:00:00+01:00";

const homes: Record<Language, { country: string; timeZone: string }> = {
  en: { country: "GB", timeZone: "Europe/London" },
  es: { country: "ES", timeZone: "Europe/Madrid" },
  de: { country: "DE", timeZone: "Europe/Berlin" },
  fr: { country: "FR", timeZone: "Europe/Paris" },
  pt: { country: "PT", timeZone: "Europe/Lisbon" },
};

export function turnOf(language: Language, { says, asked, profile = {}, country }: Case): Turn {
  const { country: home, timeZone } = homes[language];
  return {
    language,
    timeZone,
    country: country === undefined ? home : country,
    messages: [says].flat().map((text, i) => ({ id: i + 1, text, sentAt: clock })),
    recent: asked === undefined ? [] : [{ from: "bot", text: "?", at: clock }],
    summary: null,
    profile,
    asked: asked ?? null,
    askedOwn: null,
    vacancy: null,
    begun: false,
    decided: false,
    answers: {},
    quotes: {},
    choices: [],
    back: null,
    closed: null,
  };
}

/** Every fact must be worth keeping, whatever was said: verbatim, with a value of its type. */
export async function extract(language: Language, given: Case) {
  const turn = turnOf(language, given);
  const result = await extractByRules(turn, AbortSignal.timeout(60_000));
  for (const { field, value, messageId, quote, confidence } of result.facts) {
    expect(quote).not.toBe("");
    expect(turn.messages.find(({ id }) => id === messageId)?.text).toContain(quote);
    if (!isField(field)) throw new Error(`${field} is no field`);
    expect(fields[field].safeParse(value)).toMatchObject({ success: true, data: value });
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  return result;
}

export async function check(language: Language, given: Case): Promise<void> {
  const { facts, agrees } = await extract(language, given);
  expect(Object.fromEntries(facts.map(({ field, value }) => [field, value]))).toEqual(given.facts ?? {});
  expect(agrees).toBe(given.agrees ?? null);
}

import type { Question } from "../../recruiting/application.ts";
import type { Field, Profile } from "../../recruiting/fields.ts";
import type { Heard } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import type { Span } from "./text.ts";

/** A value with the stretch of the message that states it. */
export interface Found extends Span {
  field: Field;
  value: unknown;
  confidence: number;
}

/** What the message answers. */
export interface Asked {
  question: Question | null;
  /** Parts of the message that may be a bare answer: short, no refusal, without words around it. */
  answers: Span[];
  country: string | null;
  /** Where the vacancy is, and where the language is mostly spoken: for numbers of phones. */
  near?: string[];
  timeZone: string;
  profile: Profile;
}

export type Find = (heard: Heard, table: Table, asked: Asked) => Found[];

/** Said in words made for it; a short answer to our question; said in passing. */
export const sure = 0.9;
export const likely = 0.75;
export const vague = 0.6;

export function fact(field: Field, value: unknown, start: number, end: number, confidence: number = likely): Found {
  return { field, value, start, end, confidence };
}

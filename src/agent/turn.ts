import type { Day } from "../business-hours.ts";
import type { Question } from "../recruiting/application.ts";
import type { Field, Profile } from "../recruiting/fields.ts";
import type { Language } from "../recruiting/language.ts";
import type { Screening } from "../recruiting/screening.ts";
import type { Answers, Vacancy, VacancyQuestion } from "../recruiting/vacancies.ts";

/** The words that the four agents share. Both engines, Claude and the rules, offer the same functions on them. */

/** What a burst of messages wants. Several can hold at once. */
export const intents = [
  "apply",
  "answer",
  "question",
  "status",
  "reschedule",
  "correction",
  "smalltalk",
  "offtopic",
  "complaint",
  "human",
  "stop",
  "delete",
  "export",
  "why",
  "language",
] as const;
export type Intent = (typeof intents)[number];

/** One turn as the agents see it: plain JSON, made from the turn input alone. */
export interface Turn {
  language: Language;
  /** IANA name of the zone in which "tomorrow" is meant. */
  timeZone: string;
  /** Country of the candidate's phone number, ISO 3166-1 alpha-2. */
  country: string | null;
  /** The burst that is being answered, in order. `sentAt` is ISO 8601. */
  messages: { id: number; text: string; sentAt: string }[];
  /** What was said before, oldest first, at most 20 entries. */
  recent: { from: "candidate" | "bot" | "human" | "control"; text: string; at: string }[];
  /** What older messages came to; null while `recent` holds them all. */
  summary: string | null;
  profile: Profile;
  /**
   * What our last message asked; null when nothing is open, or a question of the vacancy that no profile field answers:
   * then `askedOwn` is that one.
   */
  asked: Question | null;
  askedOwn: VacancyQuestion | null;
  /** What the application is for, as it stood when the candidate applied. */
  vacancy: Vacancy | null;
  /** This turn begins the application. */
  begun: boolean;
  /** A recruiter has decided about it: nothing more is asked. */
  decided: boolean;
  /** To the vacancy's own questions, by id. */
  answers: Answers;
  /** The words behind each value of the profile and each answer. */
  quotes: Quotes;
  /** Vacancies to choose from while there is none, as they stand in a list: the best fits first. */
  choices: string[];
  /** When the team is there again; null = it is there now. */
  back: { day: Day; time: string } | null;
  /** Title of a vacancy that was closed while the candidate was applying. */
  closed: string | null;
}

/** By profile field or question id, verbatim. */
type Quotes = Readonly<Record<string, string>>;

/** The router's result. */
export interface Routed {
  intents: Intent[];
  /** 0 to 1: how sure it is of them. */
  confidence: number;
}

/** A statement with the words that make it, before the code has checked them (see recruiting/profile.ts). */
export interface FoundFact {
  /** A profile field, or the id of a question of the vacancy. */
  field: string;
  /** As `fields` or the vacancy types it. */
  value: unknown;
  messageId: number;
  /** Verbatim from that message. */
  quote: string;
  /** 0 to 1. */
  confidence: number;
}

/** The extraction's result. */
export interface Extracted {
  facts: FoundFact[];
  /** Whether the burst agrees with what we asked (`confirm`, or a yes/no question); null when it says neither. */
  agrees: boolean | null;
  /** Does not want to answer what we asked. */
  refuses: boolean;
  /** The running summary carried on; null = leave it as it is. */
  summary: string | null;
}

/** Why a person has to go on. */
export type HandOffReason = "human" | "complaint" | "refusal" | "unsure" | "misunderstood";

/** Other open vacancies that fit a person, for recruiters, with what speaks for each. */
export type AlsoFits = (turn: Turn, profile: Profile) => Promise<{ title: string; reasons: string[] }[]>;

/** What the reply has to do. Decided by code (recruiting/application.ts), only phrased by an engine. */
export interface Plan {
  /** ask: the next question. confirm: read back the profile. done: complete. hand_off: a person goes on. chat: no question left to ask. */
  kind: "ask" | "confirm" | "done" | "hand_off" | "chat";
  /** With hand_off; null when a control word asked for it. */
  reason: HandOffReason | null;
  /** What the reply asks: a Question or the id of a question of the vacancy. With chat, what it leaves open. */
  asks: string | null;
  /** The question of the vacancy that it asks. */
  own: VacancyQuestion | null;
  /** Two values of this field were stated: ask which is right. */
  doubt: Field | null;
  /** Asked before without a clear answer: say it in other words. */
  again: boolean;
  /** Nothing was ever said to this person: say that an automatic assistant speaks. */
  first: boolean;
  intents: Intent[];
  /** Fields that this turn learned or changed, and the profile with them. */
  learned: Field[];
  profile: Profile;
  /** The vacancy's questions that this turn answered, and all answers with them, those known from the profile included. */
  answered: string[];
  answers: Answers;
  /** Those of the turn, and the new ones. */
  quotes: Quotes;
  screening: Screening | null;
}

export type Route = (turn: Turn, signal: AbortSignal) => Promise<Routed>;
export type Extract = (turn: Turn, signal: AbortSignal) => Promise<Extracted>;
/** One bubble in the turn's language. */
export type Reply = (turn: Turn, plan: Plan, signal: AbortSignal) => Promise<string>;
/** A private note for recruiters, written when a conversation is handed to them. */
export type Note = (turn: Turn, plan: Plan, signal: AbortSignal) => Promise<string>;

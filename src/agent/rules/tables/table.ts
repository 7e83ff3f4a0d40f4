import type { ParsedResult, ParsingOption, ParsingReference } from "chrono-node";
import type { Question } from "../../../recruiting/application.ts";
import type { Field } from "../../../recruiting/fields.ts";
import type { Language } from "../../../recruiting/language.ts";
import type { Intent } from "../../turn.ts";

/**
 * What the rules need for a language: how people say things (speech), job titles, and how we answer (texts). All
 * patterns are made by `words` for text as `readPlain` gives it: small letters, no accents. They must stay linear:
 * every repetition is bounded, and each round of a group begins with a blank that its inside cannot match.
 */
export interface Table {
  language: Language;
  /** For Intl: dates, lists, names of languages. */
  locale: string;
  speech: Speech;
  roles: Roles;
  texts: Texts;
}

interface Speech extends Manners, Persons, Work, Details {}

/** How somebody greets, agrees, refuses and asks. */
export interface Manners {
  /** Frequent words that tell the language and are no words of a neighbour's. */
  marks: RegExp;
  /** Intents that can be told by their words. */
  intents: [Intent, RegExp][];
  /** Asks us to speak a language: "{language}" stands for its name, once in each. */
  speakTo: string[];
  /** Words that may stand before or after an answer and say nothing. */
  greeting: RegExp;
  thanks: RegExp;
  filler: RegExp;
  yes: RegExp;
  no: RegExp;
  /** Agrees although it contains a "no", or denies although it contains a "yes". */
  yesAnyway: RegExp;
  noAnyway: RegExp;
  /** How a question begins; counts without question mark only at the start of a clause. */
  question: RegExp;
  refusal: RegExp;
  /** From here to the end of the clause it is denied. */
  negation: RegExp;
  notNegation: RegExp;
  /** Ends a negation and what is said about somebody else. */
  but: RegExp;
  correction: RegExp;
  /** Adds to what was said before instead of replacing it. */
  also: RegExp;
  /** Speaks to the machine behind the service. */
  injection: RegExp;
}

/** Who speaks, and about whom. */
export interface Persons {
  /** Somebody else is meant from here on, and the speaker again. */
  others: RegExp;
  self: RegExp;
  /** Before a name that is written with a capital; before a name however written. */
  nameAfter: RegExp;
  nameAlways: RegExp;
  firstNameAfter: RegExp;
  lastNameAfter: RegExp;
  /** Common given names: told from other words even in small letters, and none of them is another word. */
  givenName: RegExp;
  /** Function words: where a name ends, and what is none. */
  notName: RegExp;
  /** Words inside a family name, and second given names. */
  particle: RegExp;
  secondName: RegExp;
  /** Before the place somebody lives in, and a weaker word for where somebody is from. */
  livesIn: RegExp;
  comesFrom: RegExp;
  /** May stand between these and the name of the place. */
  inPlace: RegExp;
  notPlace: RegExp;
  countries: Record<string, string>;
}

export interface Work extends Times {
  numbers: Record<string, number>;
  year: string;
  month: string;
  andAHalf: string;
  /** Durations without a number, in years. */
  durations: Record<string, number>;
  /** "{d}" stands for a duration. */
  experience: string[];
  noExperience: RegExp;
  /** Before a length of time that was not reached. */
  lessThan: RegExp;
  /** The whole answer to how long. */
  none: RegExp;
  /** Before a wanted role; before one that somebody has or had; after a role that is wanted. */
  wants: RegExp;
  worked: RegExp;
  roleBefore: RegExp;
  /** Before a role that needs not be one of the titles. */
  openRole: RegExp;
  /** Between two roles, and what an unknown role ends at or is not. */
  orRole: RegExp;
  roleEnd: RegExp;
  notRole: RegExp;
}

interface Times {
  parse: (text: string, reference: ParsingReference, option: ParsingOption) => ParsedResult[];
  /** Says that the date is about being available. */
  available: RegExp;
  /** Before a date that is an end or lies in the past. */
  until: RegExp;
  /** Days from today. */
  days: [RegExp, number][];
  now: RegExp;
  nextWeek: RegExp;
  nextMonth: RegExp;
  endOfMonth: RegExp;
  /** The first group is the number. */
  dayOfMonth: RegExp;
  /** Words right before a month. */
  middleOf: RegExp;
  endOf: RegExp;
  notice: RegExp;
  /** Of time, as a pattern. */
  units: string;
  /** Says that "this Friday" is today when said on a Friday. */
  this: RegExp;
}

type Flag = "work_permit" | "own_transport" | "over_18";

export interface Details {
  /** Names of languages that Intl does not give. */
  languageNames: Record<string, string>;
  /** Says that the names of languages in a sentence are about speaking them. */
  speaks: RegExp;
  levels: [RegExp, "native" | null][];
  allLevels: RegExp;
  hours: [RegExp, "full_time" | "part_time"][];
  either: RegExp;
  /** Unmistakable, and only when asked. */
  shifts: ["morning" | "afternoon" | "evening" | "night" | "weekend", RegExp, RegExp][];
  anyShift: RegExp;
  /** The first group is the class of a driving licence, without it the words are the value. */
  licences: RegExp;
  flags: Record<Flag, RegExp>;
  notFlags: Record<Flag, RegExp>;
  /** Imply the answer, but only when asked for it. */
  impliedFlags: Partial<Record<Flag, RegExp>>;
  /** The first group is a number of years. */
  age: RegExp;
  wantsPay: RegExp;
  pastPay: RegExp;
  periods: ["hour" | "day" | "week" | "month" | "year", RegExp][];
  currencies: Record<string, string>;
}

export interface Roles {
  /** With accents, each gender by itself. */
  titles: string[];
  plurals: (title: string) => string[];
}

export interface Texts {
  greeting: string;
  /** "{facts}" stands for the list. */
  noted: string;
  ask: Record<Question, string>;
  askAgain: Record<Question, string>;
  passedOn: string;
  offtopic: string;
  /** Which word to write, for wishes in a sentence. */
  write: Record<"stop" | "delete" | "export" | "why", string>;
  correction: string;
  readBack: string;
  done: string;
  handOff: string;
  chat: string;
  labels: Record<Field | "name", string>;
  values: {
    yes: string;
    no: string;
    native: string;
    hours: Record<"full_time" | "part_time" | "either", string>;
    shifts: Record<"morning" | "afternoon" | "evening" | "night" | "weekend", string>;
    periods: Record<"hour" | "day" | "week" | "month" | "year", string>;
    years: { one: string; other: string };
  };
  note: {
    failed: string;
    human: string;
    complaint: string;
    complete: string;
    question: string;
    other: string;
    known: string;
    missing: string;
    nothing: string;
    lastWords: string;
  };
  controls: Record<
    "failed" | "stopped" | "started" | "human" | "deleteAsk" | "deleteDone" | "exportIntro" | "exportEmpty" | "why",
    string
  >;
}

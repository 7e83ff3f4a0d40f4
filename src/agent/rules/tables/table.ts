import type { ParsedResult, ParsingOption, ParsingReference } from "chrono-node";
import type { Question } from "../../../recruiting/application.ts";
import type { Field } from "../../../recruiting/fields.ts";
import type { Language } from "../../../recruiting/language.ts";
import type { Intent } from "../../turn.ts";
import type { Wishes } from "../wishes.ts";
import type { Learning } from "./learning.ts";

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

interface Speech extends Manners, Persons, Work, Details, Learning, Wishes {}

/** How somebody greets, agrees, refuses and asks. */
export interface Manners {
  /**
   * Frequent words that tell the language. Name those that a neighbour has, too: a word that the turn's own language
   * knows brings in no other table.
   */
  marks: RegExp;
  /** Nouns have a capital, so it tells neither names nor places. */
  capitalNouns: boolean;
  /** Words with points that end no sentence: "ca.", "1. Dezember". */
  pointed: RegExp;
  /** Commas before clauses that belong to what stands before them, in a language that always sets them. */
  goesOn?: RegExp;
  /** Joins the items of a list; begins what goes on with what was said before. */
  and: RegExp;
  or: RegExp;
  /** Between a number or a title and what it belongs to: "couple of", "responsable de". */
  of: RegExp;
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
  /** Says that one can, which agrees when we asked whether. */
  can: RegExp;
  noAnyway: RegExp;
  /** How a question begins; counts without question mark only at the start of a clause. */
  question: RegExp;
  /** What a question about a job can be about, when it is one that every vacancy answers. */
  topics: ["pay" | "hours" | "shifts" | "start" | "place", RegExp][];
  refusal: RegExp;
  /** From here to the end of the clause it is denied. */
  negation: RegExp;
  /** At the end of a clause denies what stands before: "de camarera no", "spreche ich nicht". */
  negationBehind: RegExp;
  /** Contains a negation, but denies nothing: "not only", "ne ... que". */
  notNegation: RegExp;
  /** Ends a negation and what is said about somebody else. */
  but: RegExp;
  correction: RegExp;
  /** Adds to what was said before instead of replacing it. */
  also: RegExp;
  /** Speaks to the machine behind the service. */
  injection: RegExp;
}

export interface Persons {
  /** Somebody else is meant from here on, and the speaker again. */
  others: RegExp;
  self: RegExp;
  /** Before somebody who is only mentioned: "with my sister", "de mi hermana". */
  besides: RegExp;
  /** Before a name that is written with a capital (with `capitalNouns`: a given name or two words); before a name however written. */
  nameAfter: RegExp;
  nameAlways: RegExp;
  /** Behind a name: "Lucy here". */
  nameBefore?: RegExp;
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
  /** Prepositions right before a place: "in", "from". */
  beforePlace: RegExp;
  /** How the answer to where somebody lives may begin, before the preposition. */
  placeLead: RegExp;
  /** Before the right one, when a place is corrected: "sino", "I meant". */
  rather: RegExp;
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
  /** Between two numbers: "2 to 3 years". A pattern. */
  upTo: string;
  /** "{d}" stands for a duration, "{n}" for a number, "{y}" for the year of "since 2019", "{role}" for a title. */
  experience: string[];
  noExperience: RegExp;
  /** Before a length of time that was not reached, or not worked: "less than", "lived". */
  lessThan: RegExp;
  /** The whole answer to how long. */
  none: RegExp;
  /** Before a wanted role; before one that somebody has or had. */
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
  /** Of chrono, from the language's own module: the whole package is heavy. */
  parse: (text: string, reference: ParsingReference, option: ParsingOption) => ParsedResult[];
  /** Months as chrono does not read them: it may want accents, or a day. Groups: day, month (name or number), year. */
  calendar?: { dates: RegExp[]; months: Record<string, number> };
  /** "In 3 weeks", if chrono does not read it. Groups: amount, and days, weeks or months. */
  ahead?: RegExp;
  /** Taken away before chrono reads, which takes "from 5" for an hour. */
  beforeDate: RegExp;
  /** Right behind a weekday; the first group is the number. */
  dayBehind: RegExp;
  /** Days of a month in words that are no number: "first". */
  ordinals: Record<string, number>;
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
  /** Of time, as a pattern, and words for a few of them. */
  units: string;
  couple: string;
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
  /** Unmistakable, and only when asked. */
  hours: ["full_time" | "part_time", RegExp, RegExp][];
  either: RegExp;
  shifts: ["morning" | "afternoon" | "evening" | "night" | "weekend", RegExp, RegExp][];
  anyShift: RegExp;
  /** All but those that follow. */
  except?: RegExp;
  /** Before a time of day that is not about shifts; right behind one that is denied. Both or neither. */
  notShift?: RegExp;
  notShiftBehind?: RegExp;
  /** Before the bare class of a licence. */
  licenceLead: RegExp;
  /** The first group is the class of a driving licence, without it the words are the value. */
  licences: RegExp;
  flags: Record<Flag, RegExp>;
  notFlags: Record<Flag, RegExp>;
  /** Imply the answer, but only when asked for it. */
  impliedFlags: Partial<Record<Flag, RegExp>>;
  impliedNotFlags?: Partial<Record<Flag, RegExp>>;
  /** The first group is a number of years, or the year of birth. */
  age: RegExp;
  /** Certificates that need no word for a licence when licences are asked for, or behind another one. */
  certificates?: RegExp;
  /** Right before a licence that somebody has not got yet. */
  notYet?: RegExp;
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
  /** Before a vacancy's own question that was asked already. */
  unclear: string;
  /** "{field}" stands for the field's label. */
  which: string;
  /** "{title}" stands for the vacancy. */
  applying: string;
  closed: string;
  /** After days of silence. */
  resumed: string;
  /** "{answer}" stands for words of the vacancy. */
  cited: string;
  passedOn: string;
  offtopic: string;
  /** Which word to write, for wishes in a sentence. */
  write: Record<"stop" | "delete" | "export" | "why", string>;
  correction: string;
  readBack: string;
  done: string;
  handOff: string;
  /** "{day}" and "{time}" say when the team is there again. */
  away: string;
  chat: string;
  /** Buttons: at most 20 characters. The button that opens a list, too. */
  options: Record<"yes" | "no" | "choose", string>;
  /** What a candidate is told once a recruiter has decided. "{title}" stands for the vacancy. */
  decisions: Record<"proceed" | "reject" | "hold", string>;
  results: Record<"qualified" | "knocked_out" | "incomplete", string>;
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
    misunderstood: string;
    unsure: string;
    refusal: string;
    /** "{title}" and "{result}". */
    application: string;
    /** "{language}" stands for its name. */
    language: string;
    next: Record<"answer" | "decide", string>;
    complete: string;
    question: string;
    other: string;
    known: string;
    missing: string;
    nothing: string;
    lastWords: string;
    /** "{vacancies}", each with reasons. */
    alsoFits: string;
  };
  controls: Record<
    | "failed"
    | "stopped"
    | "started"
    | "human"
    | "deleteAsk"
    | "deleteDone"
    | "exportIntro"
    | "exportEmpty"
    | "why"
    | "whyApplication",
    string
  >;
}

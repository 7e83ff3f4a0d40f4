import type { Question } from "../../recruiting/application.ts";
import type { Field } from "../../recruiting/fields.ts";
import { STEM, stemsOf } from "../../recruiting/fold.ts";
import { languages } from "../../recruiting/language.ts";
import { fieldOf, type VacancyQuestion } from "../../recruiting/vacancies.ts";
import type { FoundFact, Turn } from "../turn.ts";
import { answersIn, verdict } from "./answers.ts";
import { findAvailability } from "./dates.ts";
import { durationPatterns, numberOf, yearsOf as yearsIn } from "./durations.ts";
import { likely } from "./found.ts";
import type { Heard } from "./heard.ts";
import { optionIn } from "./options.ts";
import type { Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";
import { has, masked, plainOf, quoteOf, type Span, sentenceEnd, split, wholeWords } from "./text.ts";

/** Answers to the vacancy's own questions: asked for, stated as a field of the profile, or said in the question's words. */

/** The profile field that states the same as an answer, told by how the question is put. */
function mirrored(question: VacancyQuestion): Field | undefined {
  const asks = (pattern: (table: Table) => RegExp) =>
    languages.some((language) => has(plainOf(question.text[language] ?? ""), pattern(tables[language])));
  const field = fieldOf(question);
  if (field !== undefined) return field;
  switch (question.type) {
    case "languages":
      return "languages";
    case "date":
      return asks(startOf) ? "available_from" : undefined;
    case "number":
      return asks(yearsOf) && !asks(({ speech }) => speech.age) ? "experience_years" : undefined;
    case "boolean":
      return flags.find((flag) => asks(({ speech }) => speech.flags[flag]));
    case "choice":
    case "text":
      return undefined;
  }
}

const flags = ["work_permit", "own_transport", "over_18"] as const;
const never = /(?!)/u;
const years = new Map<string, RegExp>();

function startOf({ speech }: Table): RegExp {
  return speech.topics.find(([topic]) => topic === "start")?.[1] ?? never;
}

function yearsOf({ language, speech }: Table): RegExp {
  const pattern = years.get(language) ?? wholeWords(speech.year);
  years.set(language, pattern);
  return pattern;
}

/** What our question asks of the profile: a bare "3 years" to one about kitchens is the experience, too. */
export function askedField({ asked, askedOwn }: Turn): Question | null {
  if (askedOwn === null || askedOwn.type === "boolean") return asked;
  const field = mirrored(askedOwn);
  return field === "available_from" || field === "experience_years" || field === "languages" ? field : asked;
}

/** `facts`: what the burst states of the profile. */
export function ownAnswers(turn: Turn, burst: Heard[], facts: FoundFact[]): FoundFact[] {
  const own = turn.vacancy?.questions.filter((question) => fieldOf(question) === undefined) ?? [];
  return own.flatMap((question) => {
    const field = mirrored(question);
    const stated = facts.findLast((fact) => fact.field === field);
    if (stated !== undefined && field !== undefined) return [{ ...stated, field: question.id }];
    const heard = burst.toReversed();
    for (const one of heard) {
      const said = answerIn(one, question, turn, facts);
      if (said !== undefined) return [said];
    }
    return [];
  });
}

function answerIn(heard: Heard, question: VacancyQuestion, turn: Turn, facts: FoundFact[]): FoundFact | undefined {
  const isAsked = turn.askedOwn?.id === question.id;
  const found = (value: unknown, { start, end }: Span): FoundFact => {
    const quote = quoteOf(heard, start, end);
    return { field: question.id, value, messageId: heard.id, quote, confidence: likely };
  };
  // "Ja geht" is clear in a conversation that has just changed to English.
  const others = isAsked && question.type === "boolean" ? Object.values(tables) : [];
  for (const table of new Set([...heard.tables, ...others])) {
    const answer = isAsked ? bare(heard, table, question, turn) : undefined;
    if (answer !== undefined) return found(answer.value, answer);
    const inWords = saidInItsWords(heard, table, question, isAsked, facts);
    if (inWords !== undefined) return found(inWords.value, inWords);
  }
  return undefined;
}

type Answer = Span & { value: unknown };

/** An answer that only our question makes one. */
function bare(heard: Heard, table: Table, question: VacancyQuestion, turn: Turn): Answer | undefined {
  switch (question.type) {
    case "boolean":
      return yesOrNo(heard, table, question);
    case "number":
      return monthsIn(heard, table, question) ?? numberIn(heard, table);
    case "date": {
      const { country, timeZone, profile } = turn;
      return findAvailability(heard, table, {
        question: "available_from",
        answers: answersIn(heard),
        country,
        timeZone,
        profile,
      })[0];
    }
    case "choice":
      return optionIn(heard, table, question);
    case "text":
      return textIn(heard);
    case "languages":
      return undefined;
  }
}

const clauseEnd = /[!?;\n␀]|[.,](?=\s|$)/g;

/** As much as "de boa, posso" or "tenho a C"; more words may be about something else. */
const MOST_WORDS = 6;
/** A refusal comes with excuses: "nachts, ehrlich gesagt, das geht leider gar nicht". */
const MOST_DENYING = 9;

function yesOrNo(heard: Heard, table: Table, question: VacancyQuestion): Answer | undefined {
  const said = verdict(heard, table);
  if (said !== undefined) return { ...said, value: said.yes };
  const asked = licenceClass.exec(question.text[table.language] ?? "")?.[1]?.toLowerCase();
  const flag = flags.find((one) => one === mirrored(question));
  for (const { start, end } of split(heard.open, clauseEnd)) {
    const text = heard.open.slice(start, end);
    const words: string[] = text.match(/\p{L}+/gu) ?? [];
    const denied = isDenied(text, table);
    if (words.length > (denied ? MOST_DENYING : MOST_WORDS) || heard.refusal) continue;
    const stated = flag === undefined ? undefined : impliedIn(text, flag, table);
    if (stated !== undefined) return { start, end, value: stated };
    if (has(text, table.speech.noAnyway)) return { start, end, value: false };
    const agrees = has(text, table.speech.can) || has(text, table.speech.yesAnyway);
    if (agrees || (asked !== undefined && words.includes(asked))) return { start, end, value: !denied };
  }
  return lastWord(heard, table);
}

/** "On Sundays I play football, so no", "if it has to be, yes". */
function lastWord({ open }: Heard, { speech }: Table): Answer | undefined {
  const text = open.trimEnd().replace(/[.!)]+$/, "");
  const endsIn = (pattern: RegExp) =>
    [...text.matchAll(pattern)].find(({ index, 0: said }) => index > 0 && index + said.length === text.length);
  const [no, yes] = [endsIn(speech.no), endsIn(speech.yes)];
  const found = no ?? yes;
  return found && { value: no === undefined, start: found.index, end: text.length };
}

/** "British citizen", asked for a right to work. */
function impliedIn(text: string, flag: (typeof flags)[number], { speech }: Table): boolean | undefined {
  const [yes, no] = [speech.impliedFlags[flag], speech.impliedNotFlags?.[flag]];
  if (no !== undefined && has(text, no)) return false;
  return yes !== undefined && has(text, yes) && !has(text, speech.negation) ? true : undefined;
}

/** A single capital in a question names a class: "Tens carta de condução da categoria C?" */
const licenceClass = /(?<![\p{L}\p{N}])([B-E]1?E?)(?![\p{L}\p{N}'’])/u;

/** "Two years", asked for months: the last length of time sums up what was said before. */
function monthsIn(heard: Heard, table: Table, { text }: VacancyQuestion): Answer | undefined {
  if (!has(plainOf(text[table.language] ?? ""), wholeWords(table.speech.month))) return undefined;
  const thisYear = new Date(heard.sentAt).getUTCFullYear();
  const told = [...heard.said.matchAll(durationPatterns(table).bare)].at(-1);
  const value = yearsIn(told?.groups, table, thisYear);
  if (told === undefined || value === undefined) return undefined;
  return { value: Math.round(value * 12), start: told.index, end: told.index + told[0].length };
}

/** The first number that is said, in digits or in words. */
function numberIn(heard: Heard, { speech }: Table): Answer | undefined {
  for (const { start, end } of answersIn(heard)) {
    const answer = heard.open.slice(start, end);
    for (const match of answer.matchAll(
      /(?<![\p{L}\p{N}\p{Sc}:])(?:\d{1,9}(?:[.,]\d{1,3})?(?![\d:]|[ap]m|[.,]\d| ?\p{Sc})|\p{L}{2,14}(?![\p{L}:]))/gu,
    )) {
      const inThree = threeWords.exec(answer.slice(match.index))?.[0] ?? "";
      const said = Object.hasOwn(speech.numbers, inThree) ? inThree : match[0];
      const value = numberOf(withoutThousands(said), speech.numbers);
      if (value !== undefined) return { value, start: start + match.index, end: start + match.index + said.length };
    }
  }
  return undefined;
}

/** "Trinta e cinco". */
const threeWords = /^\p{L}{2,14} \p{L}{1,3} \p{L}{2,14}(?!\p{L})/u;

/** "1.200": nobody answers in thousandths. */
function withoutThousands(number: string): string {
  return /^\d{1,3}[.,]\d{3}$/.test(number) ? number.replace(/[.,]/, "") : number;
}

/** Long answers are kept up to here. */
const LONGEST_TEXT = 300;

function textIn(heard: Heard): Answer | undefined {
  if (heard.refusal || heard.injection || heard.open.includes(masked)) return undefined;
  const [first] = answersIn(heard);
  if (first === undefined) return undefined;
  // To the end of a word: half of one would be no quote.
  const limit = heard.open.indexOf(" ", first.start + LONGEST_TEXT);
  const end = limit < 0 ? heard.open.length : limit;
  return { start: first.start, end, value: quoteOf(heard, first.start, end) };
}

/** Shorter words stand in many questions. */
const SHORTEST_WORD = 5;

/** "I can't do nights", "tengo el carné de manipulador": a clause with the question's own words says yes or no. */
function saidInItsWords(
  heard: Heard,
  table: Table,
  question: VacancyQuestion,
  isAsked: boolean,
  facts: FoundFact[],
): Answer | undefined {
  const text = question.text[table.language] ?? "";
  const names = new Set(table.speech.capitalNouns ? [] : stemsOf(plainOf(namesIn(text)), SHORTEST_WORD));
  const stems = stemsOf(plainOf(text), SHORTEST_WORD).filter((stem) => !common(table).has(stem) && !names.has(stem));
  const roles = facts.filter(({ field }) => field === "roles").map(({ quote }) => plainOf(quote));
  const mentions = split(heard.open, sentenceEnd).flatMap((sentence) => {
    const text = heard.open.slice(sentence.start, sentence.end);
    const words = [...text.matchAll(/\p{L}+/gu)]
      .filter(([word]) => stems.includes(word.slice(0, STEM)))
      // Who looks for work as a forklift driver has said nothing about a licence.
      .filter(([word]) => !roles.some((role) => role.includes(word)));
    const [first] = words;
    return first === undefined ? [] : [{ sentence, text, at: sentence.start + first.index }];
  });
  const [mention] = mentions;
  if (mention === undefined) return undefined;
  if (question.type === "choice") return optionIn(heard, table, question);
  if (question.type !== "boolean") return undefined;
  const word = heard.said.slice(mention.at, mention.at + STEM);
  const denied = word.includes(masked) || (isAsked && isDenied(mention.text, table));
  return { value: !denied, start: mention.sentence.start, end: mention.sentence.end };
}

/** "España" in a question about a permit says nothing of who speaks "español". */
function namesIn(text: string): string {
  return [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu)].join(" ");
}

/** "Partido no puedo". */
function isDenied(text: string, { speech }: Table): boolean {
  return has(text, speech.negation) && !has(text, speech.notNegation) && !has(text, speech.yesAnyway);
}

const commonWords = new Map<string, Set<string>>();

/** What stands in the questions of every application tells nothing. */
function common({ language, texts }: Table): Set<string> {
  const known =
    commonWords.get(language) ??
    new Set(Object.values(texts.ask).flatMap((text) => stemsOf(plainOf(text), SHORTEST_WORD)));
  commonWords.set(language, known);
  return known;
}

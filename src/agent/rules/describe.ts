import type { Field, Profile } from "../../recruiting/fields.ts";
import { fields, isField, profileSchema } from "../../recruiting/fields.ts";
import type { Language } from "../../recruiting/language.ts";
import { type Answers, fieldOf, labelOf, textOf, type VacancyQuestion } from "../../recruiting/vacancies.ts";
import type { Turn } from "../turn.ts";
import type { Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

export interface Described<F = Field> {
  field: F;
  label: string;
  value: string;
}

/** The profile in words, field by field: for reading it back, for notes and for the candidate's own copy. */
export function describeProfile(profile: Profile, language: Language): Described[] {
  const table = tables[language];
  return Object.keys(fields)
    .filter(isField)
    .flatMap((field) => {
      const value = inWords(profile, field, table);
      return value === undefined ? [] : [{ field, label: table.texts.labels[field], value }];
    });
}

/** Answers to the vacancy's own questions, each with its question; what a profile field answers stands with the profile. */
export function describeAnswers({ vacancy, language }: Turn, answers: Answers): Described<string>[] {
  const { texts, locale } = tables[language];
  return (vacancy?.questions ?? []).flatMap((question) => {
    const { id, type } = question;
    const answer = answers[id];
    if (answer === undefined || fieldOf(question) !== undefined) return [];
    const label = textOf(question, language, vacancy?.language);
    if (type === "languages") {
      const value = inWords(profileSchema.parse({ languages: answer }), "languages", tables[language]) ?? "";
      return [{ field: id, label, value }];
    }
    return [{ field: id, label, value: plainly(question, answer, { texts, locale, language }) }];
  });
}

function plainly(
  question: VacancyQuestion,
  answer: unknown,
  { texts, locale, language }: Pick<Table, "texts" | "locale" | "language">,
): string {
  if (typeof answer === "boolean") return answer ? texts.values.yes : texts.values.no;
  if (typeof answer === "number") return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(answer);
  const text = String(answer);
  if (question.type === "date") return dateIn(text, locale);
  return question.type === "choice" ? labelOf(question, text, language) : text;
}

function inWords(profile: Profile, field: Field, { locale, texts: { values } }: Table): string | undefined {
  const list = (items: readonly string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
  if (profile[field] === undefined) return undefined;
  switch (field) {
    case "country":
      return new Intl.DisplayNames([locale], { type: "region" }).of(profile.country ?? "");
    case "experience_years":
      return yearsIn(profile.experience_years ?? 0, locale, values.years);
    case "languages":
      return list((profile.languages ?? []).map((skill) => skillIn(skill, locale, values.native)));
    case "available_from":
      return dateIn(profile.available_from ?? "", locale);
    case "hours":
      return values.hours[profile.hours ?? "either"];
    case "shifts":
      return list((profile.shifts ?? []).map((shift) => values.shifts[shift]));
    case "pay_expectation":
      return payIn(profile.pay_expectation, locale, values.periods);
    case "roles":
    case "skills":
    case "licences":
      return list(profile[field] ?? []);
    case "work_permit":
    case "own_transport":
    case "over_18":
      return profile[field] === true ? values.yes : values.no;
    case "first_name":
    case "last_name":
    case "email":
    case "phone":
    case "city":
    case "education":
      return profile[field];
  }
}

function yearsIn(years: number, locale: string, words: { one: string; other: string }): string {
  const unit = new Intl.PluralRules(locale).select(years) === "one" ? words.one : words.other;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(years)} ${unit}`;
}

function skillIn({ code, level }: { code: string; level: string | null }, locale: string, native: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  return level === null ? name : `${name} (${level === "native" ? native : level})`;
}

/** A calendar day has no time zone: it is written in the one in which it was made here. */
function dateIn(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(date);
}

function payIn(pay: Profile["pay_expectation"], locale: string, periods: Record<string, string>): string | undefined {
  if (pay === undefined) return undefined;
  const { amount, currency, period } = pay;
  const digits = Number.isInteger(amount) ? 0 : 2;
  const style = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return `${new Intl.NumberFormat(locale, style).format(amount)} ${periods[period] ?? ""}`.trim();
}

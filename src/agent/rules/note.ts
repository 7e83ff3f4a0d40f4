import { missing } from "../../recruiting/application.ts";
import type { Language } from "../../recruiting/language.ts";
import { textOf } from "../../recruiting/vacancies.ts";
import type { AlsoFits, Note, Plan, Turn } from "../turn.ts";
import { describeAnswers, describeProfile } from "./describe.ts";
import type { Texts } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

/** Enough to see what it is about; the message itself stands in the conversation. */
const LONGEST_QUOTE = 300;

/** For recruiters: why they are needed, what is known and what is missing. */
export const noteByRules: Note = (turn, plan) => {
  const { texts } = tables[turn.language];
  const known = [...describeProfile(plan.profile, turn.language), ...describeAnswers(turn, plan.answers)].map(
    ({ field, label, value }) => `- ${label}: ${value}${evidence(plan.quotes[field])}`,
  );
  const open = missing(plan.profile, turn.vacancy, plan.answers).map((one) =>
    typeof one === "string" ? texts.labels[one] : textOf(one, turn.language),
  );
  const last = turn.messages.map(({ text }) => text.trim()).join(" / ");
  const lines = [
    reason(plan, texts.note),
    application(turn, plan, texts),
    known.length === 0 ? texts.note.nothing : [texts.note.known, ...known].join("\n"),
    open.length === 0 ? "" : texts.note.missing.replace("{fields}", () => open.join(", ")),
    texts.note.language.replace("{language}", () => languageName(turn.language)),
    last === "" ? "" : texts.note.lastWords.replace("{text}", () => clip(last, LONGEST_QUOTE)),
    texts.note.next[plan.kind === "done" ? "decide" : "answer"],
  ];
  return Promise.resolve(lines.filter((line) => line !== "").join("\n"));
};

/** What else could be offered to somebody whom a person now talks to. */
export function alsoFitsLine({ language }: Turn, others: Awaited<ReturnType<AlsoFits>>): string[] {
  const fits = others.map(({ title, reasons }) => `${title} (${reasons.join(", ")})`).join("; ");
  return fits === "" ? [] : [tables[language].texts.note.alsoFits.replace("{vacancies}", () => fits)];
}

/** Short, so that the eye finds it; the message itself stands in the conversation. */
const LONGEST_EVIDENCE = 80;

function evidence(quote: string | undefined): string {
  return quote === undefined ? "" : ` («${clip(quote, LONGEST_EVIDENCE)}»)`;
}

function application({ vacancy }: Turn, { screening }: Plan, { note, results }: Texts): string {
  if (vacancy === null || screening === null) return "";
  return note.application.replace("{title}", () => vacancy.title).replace("{result}", () => results[screening.result]);
}

function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

function reason({ kind, reason: why, intents }: Plan, note: Texts["note"]): string {
  if (why === "misunderstood" || why === "unsure" || why === "refusal") return note[why];
  if (intents.includes("complaint")) return note.complaint;
  if (intents.includes("human")) return note.human;
  if (kind === "done") return note.complete;
  if (intents.includes("question") || intents.includes("status") || intents.includes("reschedule"))
    return note.question;
  return note.other;
}

function clip(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed().trimEnd()}…`;
}

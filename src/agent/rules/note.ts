import { missing } from "../../recruiting/application.ts";
import type { Note, Plan } from "../turn.ts";
import { describeProfile } from "./describe.ts";
import type { Texts } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

/** Enough to see what it is about; the message itself stands in the conversation. */
const LONGEST_QUOTE = 300;

/** For recruiters: why they are needed, what is known and what is missing. */
export const noteByRules: Note = (turn, plan) => {
  const { texts } = tables[turn.language];
  const known = describeProfile(plan.profile, turn.language).map(({ label, value }) => `- ${label}: ${value}`);
  const open = missing(plan.profile).map((field) => texts.labels[field]);
  const last = turn.messages.map(({ text }) => text.trim()).join(" / ");
  const lines = [
    reason(plan, texts.note),
    known.length === 0 ? texts.note.nothing : [texts.note.known, ...known].join("\n"),
    open.length === 0 ? "" : texts.note.missing.replace("{fields}", () => open.join(", ")),
    last === "" ? "" : texts.note.lastWords.replace("{text}", () => clip(last)),
  ];
  return Promise.resolve(lines.filter((line) => line !== "").join("\n"));
};

function reason({ kind, intents }: Plan, note: Texts["note"]): string {
  if (intents.includes("complaint")) return note.complaint;
  if (intents.includes("human")) return note.human;
  if (kind === "done") return note.complete;
  if (intents.includes("question") || intents.includes("status") || intents.includes("reschedule"))
    return note.question;
  return note.other;
}

function clip(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).toWellFormed().trimEnd()}…`;
}

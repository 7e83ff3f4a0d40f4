import type { BusinessHours } from "../business-hours.ts";
import type { Effect, TurnResult } from "../message.ts";
import type { TurnInput } from "../platform/procedures.ts";
import { answersOf, screen } from "../recruiting/screening.ts";
import { describeAnswers, describeProfile } from "./rules/describe.ts";
import { noteByRules } from "./rules/note.ts";
import { awayIn } from "./rules/reply.ts";
import { tables } from "./rules/tables/tables.ts";
import { RULE_VERSION } from "./rules/version.ts";
import type { Intent, Plan, Turn } from "./turn.ts";
import { readVacancy, toTurn } from "./turn-input.ts";

type Control = NonNullable<TurnInput["messages"][number]["control"]>;

/** Controls after which nothing else may be said. */
const lastWords: readonly Control[] = ["stop", "delete_confirmed"];

/**
 * Answers the control words of a burst in one bubble, without any model (P9). What they ask for has been done already, in
 * the transaction that stored them (database/functions/apply_control.sql); the other messages wait for their own turn.
 */
export async function runControls(
  input: TurnInput,
  signal: AbortSignal,
  { timeZone, hours }: Setting = { timeZone: "UTC", hours: null },
): Promise<TurnResult> {
  const words = input.messages.filter(({ control }) => control !== null);
  // Each where it stands last, in the order in which they took effect.
  const controls = [...new Set(words.flatMap(({ control }) => control ?? []).toReversed())].toReversed();
  const standing = controls.filter((control, at) => control !== "stop" || !controls.includes("start", at));
  const last = standing.findLast((control) => lastWords.includes(control));
  const answered = last === undefined ? standing : [last];
  const vacancy = readVacancy(input.application?.definition);
  const turn = toTurn({ ...input, messages: words }, timeZone, { vacancy, choices: [], closed: null }, hours);
  const text = answered.map((control) => replyTo(control, turn)).join("\n\n");
  // Not only what is answered: a person who was asked for must know of it, also if STOP came after.
  const toPerson = controls.some((control) => control === "human" || control === "delete_confirmed");
  return {
    messageIds: words.map(({ id }) => id),
    effects: [
      { destination: "whatsapp", origin: "control", kind: "text", body: { text, asks: null } },
      ...(toPerson ? await handOver(turn, controls, signal) : []),
    ],
    facts: [],
    answers: [],
    application: null,
    ended: null,
    progress: input.progress,
    handOff: toPerson,
    decision: { engine: "controls", rules: RULE_VERSION, language: turn.language, controls },
    checkpointId: input.checkpoint_id,
    summary: input.summary,
  };
}

interface Setting {
  timeZone: string;
  hours: BusinessHours | null;
}

function replyTo(control: Control, turn: Turn): string {
  const texts = tables[turn.language].texts.controls;
  switch (control) {
    case "stop":
      return texts.stopped;
    case "start":
      return texts.started;
    case "human":
      return [texts.human, awayIn(turn)].filter((part) => part !== "").join(" ");
    case "delete":
      return texts.deleteAsk;
    case "delete_confirmed":
      return texts.deleteDone;
    case "export":
      return exported(turn);
    case "why":
      return why(turn);
  }
}

/** Leaves room for what stands around it. */
const LONGEST_LIST = 3_000;

/** WhatsApp takes 4 096 characters at most: everything about a person has to fit. */
function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}…`;
}

/** Every value with the words that it came from. */
function exported(turn: Turn): string {
  const texts = tables[turn.language].texts.controls;
  const lines = known(turn);
  return lines.length === 0 ? texts.exportEmpty : [texts.exportIntro, ...lines].join("\n");
}

/** What machines do here, and what they propose of this application: from what, and that a person decides. */
function why(turn: Turn): string {
  const { controls: texts, results } = tables[turn.language].texts;
  const { vacancy } = turn;
  if (vacancy === null) return texts.why;
  const { result } = screen(vacancy, answersOf(vacancy, turn.profile, turn.answers));
  const proposal = texts.whyApplication
    .replace("{title}", () => vacancy.title)
    .replace("{result}", () => results[result]);
  const lines = known(turn);
  return [texts.why, proposal, ...(lines.length === 0 ? [] : [texts.exportIntro, ...lines])].join("\n");
}

function known(turn: Turn): string[] {
  const { profile, language, answers, quotes } = turn;
  const lines = [...describeProfile(profile, language), ...describeAnswers(turn, answers)].map(
    ({ field, label, value }) => `${label}: ${clip(value, 200)} («${clip(quotes[field] ?? "", 80)}»)`,
  );
  const length = Math.floor(LONGEST_LIST / Math.max(lines.length, 1));
  return lines.map((line) => clip(line, length));
}

async function handOver(turn: Turn, controls: Control[], signal: AbortSignal): Promise<Effect[]> {
  const intents: Intent[] = controls.includes("delete_confirmed") ? ["delete"] : ["human"];
  const { profile } = turn;
  const plan: Plan = {
    kind: "hand_off",
    reason: null,
    asks: null,
    own: null,
    doubt: null,
    again: false,
    first: false,
    intents,
    learned: [],
    profile,
    answered: [],
    answers: turn.answers,
    quotes: turn.quotes,
    screening: null,
  };
  return [
    { destination: "chatwoot", origin: "control", kind: "note", body: { text: await noteByRules(turn, plan, signal) } },
    { destination: "chatwoot", origin: "control", kind: "open", body: {} },
  ];
}

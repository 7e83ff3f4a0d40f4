import type { Effect } from "../../message.ts";
import { missing } from "../../recruiting/application.ts";
import type { Field, Profile } from "../../recruiting/fields.ts";
import { questionIn, textOf } from "../../recruiting/vacancies.ts";
import { askOrRule, type Engines } from "../fallback.ts";
import type { Prompt } from "../model.ts";
import { ModelError } from "../patience.ts";
import { noteTask } from "../prompts/note.ts";
import { render } from "../prompts/render.ts";
import { describeAnswers, describeProfile } from "../rules/describe.ts";
import { answerFromVacancy } from "../rules/faq.ts";
import { alsoFitsLine, noteByRules } from "../rules/note.ts";
import type { State, Traced } from "../state.ts";
import type { AlsoFits, Intent, Plan, Turn } from "../turn.ts";

/** What recruiters should hear of although the conversation goes on without them. */
const forTheTeam: readonly Intent[] = ["status", "reschedule"];

/** Keeps Chatwoot in step: attributes of the contact, a note where a person is needed, the queue of the recruiters. */
export function createCrm(engines: Engines, alsoFits: AlsoFits = async () => []) {
  return async (state: State, signal: AbortSignal): Promise<{ recorded: Traced<Effect[]> }> => {
    const { turn, said } = state;
    const { plan } = said.value;
    const effects: Effect[] = plan.learned.length > 0 ? [attributes(plan.profile, turn)] : [];
    const about = application(state);
    if (about !== undefined) effects.push(about);
    const toPerson = plan.kind === "hand_off" || plan.kind === "done";
    const isOpen = plan.intents.includes("question") && answerFromVacancy(turn) === undefined;
    const wanted = toPerson || isOpen || plan.intents.some((one) => forTheTeam.includes(one));
    const note = wanted ? await write(state, plan, signal) : undefined;
    if (note !== undefined) {
      const others = toPerson ? await alsoFits(turn, plan.profile) : [];
      const text = [note.value, ...alsoFitsLine(turn, others)].join("\n");
      effects.push({ destination: "chatwoot", origin: "control", kind: "note", body: { text } });
    }
    if (toPerson) effects.push({ destination: "chatwoot", origin: "control", kind: "open", body: {} });
    return { recorded: { value: effects, trace: note?.trace ?? { engine: "rules" } } };
  };

  /** The model writes only when a person takes over: then the conversation has not asked it anything. */
  function write({ turn, rerun, modelUntil }: State, plan: Plan, signal: AbortSignal): Promise<Traced<string>> {
    return askOrRule(engines, {
      model: plan.kind === "hand_off" ? engines.small : undefined,
      task: noteTask,
      prompt: () => request(turn, plan),
      read: ({ note }) => usable(note),
      rules: () => noteByRules(turn, plan, signal),
      rerun,
      modelUntil,
      signal,
    });
  }
}

function request(turn: Turn, { profile, answers, quotes, intents, reason, screening }: Plan): Prompt {
  const { language, vacancy } = turn;
  const known = [...describeProfile(profile, language), ...describeAnswers(turn, answers)];
  return render(
    { ...turn, profile, answers },
    {
      language,
      reason,
      intents,
      result: screening?.result,
      knockouts: screening?.knockouts,
      known: known.map(({ field, label, value }) => ({ what: label, value, quote: quotes[field] })),
      missing: missing(profile, vacancy, answers).map((one) =>
        typeof one === "string" ? one : textOf(one, language, vacancy?.language),
      ),
    },
  );
}

function usable(note: string): string {
  const text = note.trim();
  if (text === "") throw new ModelError("malformed");
  return text;
}

/** What the vacancy's rules propose: only when this turn has begun it or could have changed it. */
function application({ turn: { vacancy, language, begun }, said }: State): Effect | undefined {
  const { plan } = said.value;
  const { screening, learned, answered, kind } = plan;
  if (vacancy === null || screening === null) return undefined;
  if (learned.length === 0 && answered.length === 0 && !begun && kind !== "done") return undefined;
  const open = screening.missing.flatMap((id) => questionIn(vacancy, id) ?? []);
  const missing = open.map((question) => textOf(question, language, vacancy.language)).join(" / ");
  const attributes = { vacancy: vacancy.title, result: screening.result, missing: missing.slice(0, LONGEST_ATTRIBUTE) };
  return { destination: "chatwoot", origin: "control", kind: "application", body: { attributes } };
}

/** Of Chatwoot. */
const LONGEST_ATTRIBUTE = 1_500;

/** What recruiters see beside the conversation. Numbers, days and yes or no keep their type; the rest is readable text. */
function attributes(profile: Profile, { language }: Turn): Effect {
  const name = [profile.first_name, profile.last_name].filter((part) => part !== undefined).join(" ");
  const described = describeProfile(profile, language).map(
    ({ field, value }) => [field, typed(field, profile) ?? value] as const,
  );
  return {
    destination: "chatwoot",
    origin: "control",
    kind: "profile",
    body: { name: name === "" ? null : name, email: profile.email ?? null, attributes: Object.fromEntries(described) },
  };
}

function typed(field: Field, profile: Profile): string | number | boolean | undefined {
  if (field === "available_from") return profile.available_from;
  const value = profile[field];
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

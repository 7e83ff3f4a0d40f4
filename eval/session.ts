import { z } from "zod";
import { runControls } from "../src/agent/controls.ts";
import { allWishes, type Wish } from "../src/agent/rules/wishes.ts";
import { type Intent, intents } from "../src/agent/turn.ts";
import type { RunTurn } from "../src/inbox/process.ts";
import type { Fact, TurnResult } from "../src/message.ts";
import type { TurnInput } from "../src/platform/procedures.ts";
import { controlOf } from "../src/recruiting/controls.ts";
import type { Profile } from "../src/recruiting/fields.ts";
import { profileOf } from "../src/recruiting/profile.ts";
import { answersOf, type Screening, screen } from "../src/recruiting/screening.ts";
import type { Answers, Vacancy } from "../src/recruiting/vacancies.ts";

/** As many as the database gives a turn (database/functions/turn_inputs.sql). */
const RECENT = 20;

const count = z.number().default(0);
const usage = z.object({ input: count, cacheRead: count, cacheWrite: count, output: count });
export type Tokens = z.output<typeof usage>;

/** What the decision record says of a turn of the graph; a turn of control words says none of it. */
const decisionSchema = z.object({
  intents: z.array(z.enum(intents)).default([]),
  agents: z.record(z.string(), z.object({ usage: usage.optional(), fallback: z.string().optional() })).default({}),
  cost_usd: count,
});

/** What the engine made of one burst. */
export interface Heard {
  intents: Intent[];
  controls: Wish[];
  facts: (Fact & { verbatim: boolean })[];
  replies: { text: string; asks: string | null }[];
  handedOff: boolean;
  confirmed: boolean;
  tokens: Tokens;
  costUsd: number;
  /** Agents for which the rules stepped in. */
  fallbacks: number;
}

/** What the engine knows by now. */
export interface Known {
  profile: Profile;
  answers: Answers;
  screening: Screening | null;
}

let opened = 0;

/** One conversation with an engine, with Postgres' part played in memory: each turn starts from what the last one left. */
export function openSession(run: RunTurn, vacancy: Vacancy | null) {
  opened += 1;
  const conversation = opened;
  const { signal } = new AbortController();
  const facts = new Map<string, TurnInput["facts"][number]>();
  const answers = new Map<string, TurnInput["facts"][number]>();
  const recent: TurnInput["recent"] = [];
  let left: Pick<TurnResult, "progress" | "summary" | "checkpointId"> = {
    progress: { asked: {}, confirmed: false },
    summary: null,
    checkpointId: null,
  };
  let submitted = false;
  let messages = 0;
  let turns = 0;

  /** Control words are answered before the rest of their burst has a turn of its own, as in inbox/process.ts. */
  async function hear(texts: string[], at: string): Promise<Heard> {
    let waiting = texts.map((text) => toMessage(text, at));
    const heard: Heard = nothingHeard();
    while (waiting.length > 0) {
      const input = inputOf(waiting);
      const isControl = waiting.some(({ control }) => control !== null);
      const result = await (isControl ? runControls : run)(input, signal);
      add(heard, input, result);
      keep(result);
      const done = waiting.filter(({ id }) => result.messageIds.includes(id));
      if (done.length === 0) throw new Error("the engine left every message for another turn");
      recent.push(...done.map(({ text }) => ({ from: "candidate" as const, text, at, asks: null })));
      waiting = waiting.filter((message) => !done.includes(message));
    }
    return heard;
  }

  function say(text: string, asks: string | null, at: string): void {
    recent.push({ from: "bot", text, at, asks });
  }

  function known(): Known {
    const profile = profileOf([...facts.values()]);
    const given = Object.fromEntries([...answers.values()].map(({ field, value }) => [field, value]));
    if (vacancy === null) return { profile, answers: {}, screening: null };
    const all = answersOf(vacancy, profile, given);
    return { profile, answers: all, screening: screen(vacancy, all) };
  }

  function toMessage(text: string, at: string): TurnInput["messages"][number] {
    messages += 1;
    const control = controlOf(text) ?? null;
    return { id: messages, kind: "text", provider_id: `wamid.${messages}`, text, sent_at: at, control };
  }

  function inputOf(waiting: TurnInput["messages"]): TurnInput {
    turns += 1;
    const { progress, summary, checkpointId } = left;
    return {
      conversation,
      fence: turns,
      gen: turns,
      attempts: 1,
      failures: 0,
      channel: "whatsapp",
      mode: "bot",
      opted_out: false,
      // Without a number nothing is derived from where it comes from.
      contact: { id: conversation, name: null, wa_id: null },
      progress,
      checkpoint_id: checkpointId,
      summary,
      messages: waiting,
      facts: [...facts.values()],
      application:
        vacancy === null
          ? null
          : {
              id: conversation,
              vacancy: vacancy.id,
              version: 1,
              definition: vacancy,
              closed: false,
              submitted,
              decision: null,
              answers: [...answers.values()],
            },
      recent: recent.slice(-RECENT),
    };
  }

  function keep(result: TurnResult): void {
    for (const fact of result.facts) facts.set(fact.field, stored(fact));
    for (const answer of result.answers) answers.set(answer.field, stored(answer));
    submitted ||= result.application?.submitted ?? false;
    left = result;
  }

  return { hear, say, known };
}

export function nothingHeard(): Heard {
  return {
    intents: [],
    controls: [],
    facts: [],
    replies: [],
    handedOff: false,
    confirmed: false,
    tokens: { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 },
    costUsd: 0,
    fallbacks: 0,
  };
}

function add(heard: Heard, { messages }: TurnInput, result: TurnResult): void {
  const decision = decisionSchema.parse(result.decision);
  const done = messages.filter(({ id }) => result.messageIds.includes(id));
  const said = [...decision.intents, ...done.map(({ control }) => control)];
  const recognised = allWishes.filter((control) => said.includes(control));
  heard.intents = [...new Set([...heard.intents, ...decision.intents, ...recognised])];
  heard.controls = [...new Set([...heard.controls, ...recognised])];
  for (const fact of [...result.facts, ...result.answers]) {
    const text = messages.find(({ id }) => id === fact.messageId)?.text ?? "";
    heard.facts.push({ ...fact, verbatim: fact.quote.trim() !== "" && text.includes(fact.quote) });
  }
  for (const effect of result.effects)
    if (effect.kind === "text") heard.replies.push({ text: effect.body.text, asks: effect.body.asks });
  heard.handedOff ||= result.handOff;
  heard.confirmed ||= result.progress.confirmed;
  heard.costUsd += decision.cost_usd;
  for (const { usage: used, fallback } of Object.values(decision.agents)) {
    if (fallback !== undefined) heard.fallbacks += 1;
    for (const kind of tokenKinds) heard.tokens[kind] += used?.[kind] ?? 0;
  }
}

export const tokenKinds = ["input", "cacheRead", "cacheWrite", "output"] as const;

function stored({ messageId, ...fact }: Fact): TurnInput["facts"][number] {
  return { ...fact, message_id: messageId };
}

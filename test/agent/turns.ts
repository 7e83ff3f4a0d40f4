import { randomInt } from "node:crypto";
import type { State, Traced } from "../../src/agent/state.ts";
import type { Extracted, Plan, Routed, Turn } from "../../src/agent/turn.ts";
import { toTurn } from "../../src/agent/turn-input.ts";
import type { Effect } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";

export const never = new AbortController().signal;

/** What the database gives a turn: a first contact by somebody in Spain, with the messages 101, 102 and so on. */
export function turnInput(texts: string[], given: Partial<TurnInput> = {}): TurnInput {
  return {
    conversation: randomInt(1_000_000, 2 ** 47), // checkpoints of all tests share one Redis
    fence: 1,
    gen: 1,
    attempts: 1,
    failures: 0,
    channel: "whatsapp",
    mode: "bot",
    opted_out: false,
    contact: { id: 1, name: null, wa_id: "34600111222" },
    progress: { asked: {}, confirmed: false },
    checkpoint_id: null,
    summary: null,
    messages: texts.map((text, index) => messageOf(101 + index, text)),
    facts: [],
    application: null,
    recent: [],
    ...given,
  };
}

export function messageOf(id: number, text: string, control: Control = null): TurnInput["messages"][number] {
  return { id, kind: "text", provider_id: `wamid.${id}`, text, sent_at: "2031-05-01T10:00:00+00:00", control };
}
type Control = TurnInput["messages"][number]["control"];

export function said(
  from: TurnInput["recent"][number]["from"],
  text: string,
  asks: string | null = null,
): TurnInput["recent"][number] {
  return { from, text, at: "2031-05-01T09:00:00+00:00", asks };
}

export function storedFact(field: string, value: unknown, quote = String(value)): TurnInput["facts"][number] {
  return { field, value, message_id: 11, quote, confidence: 0.9 };
}

/** What recruiters read, when they are written to. */
export function noteIn(effects: Effect[]): string | undefined {
  return effects.flatMap((effect) => (effect.kind === "note" ? [effect.body.text] : []))[0];
}

export function turnOf(texts: string[], given: Partial<Turn> = {}): Turn {
  return { ...toTurn(turnInput(texts), "Europe/Madrid"), ...given };
}

/** What most plans have nothing to say about. */
export const unspoken = {
  reason: null,
  own: null,
  doubt: null,
  again: false,
  first: false,
  learned: [],
  answered: [],
  answers: {},
  quotes: {},
  screening: null,
} satisfies Partial<Plan>;

/** The state that a node is given: what the nodes before it have written can be set. */
export function stateOf(
  turn: Turn,
  given: { routed?: Partial<Routed>; extracted?: Partial<Extracted>; plan?: Partial<Plan>; rerun?: boolean } = {},
): State {
  const plan: Plan = {
    kind: "ask",
    asks: "city",
    ...unspoken,
    intents: ["answer"],
    profile: turn.profile,
    ...given.plan,
  };
  const progress = { asked: {}, confirmed: false };
  return {
    turn,
    progress,
    rerun: given.rerun ?? false,
    modelUntil: Date.now() + 60_000,
    routed: byRules({ intents: ["answer"], confidence: 1, ...given.routed }),
    extracted: byRules({ facts: [], agrees: null, refuses: false, summary: null, ...given.extracted }),
    said: byRules({ text: "", plan, facts: [], answers: [], rejected: [], progress }),
    recorded: byRules([]),
  };
}

function byRules<T>(value: T): Traced<T> {
  return { value, trace: { engine: "rules" } };
}

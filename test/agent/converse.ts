import { createConversation } from "../../src/agent/nodes/conversation.ts";
import type { Extracted, FoundFact, Intent, Turn } from "../../src/agent/turn.ts";
import { startEngines } from "./claude.ts";
import { never, stateOf, turnOf } from "./turns.ts";

export const earlier: Turn["recent"] = [{ from: "bot", text: "Hello!", at: "2031-05-01T09:00:00+00:00" }];
export const found = (field: FoundFact["field"], value: unknown, quote: string, messageId = 101): FoundFact => ({
  field,
  value,
  quote,
  messageId,
  confidence: 0.9,
});

export interface Situation {
  texts?: string[];
  turn?: Partial<Turn>;
  intents?: Intent[];
  extracted?: Partial<Extracted>;
  progress?: { asked: Record<string, number>; confirmed: boolean };
}

/** Runs the node on a Claude that answers as given. */
export async function converse(situation: Situation, answer: unknown = { reply: "All right." }) {
  const world = await startEngines(() => answer);
  const { texts = ["I am Tom"], turn, intents = ["answer"], extracted = {}, progress } = situation;
  const state = stateOf(turnOf(texts, { recent: earlier, ...turn }), { routed: { intents }, extracted });
  const given = progress === undefined ? state : { ...state, progress };
  const { said } = await createConversation(world.engines)(given, never);
  return { ...world, ...said };
}

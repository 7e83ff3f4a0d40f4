import { Annotation } from "@langchain/langgraph";
import type { Effect, Fact, Progress } from "../message.ts";
import type { Usage } from "./model.ts";
import type { Extracted, Plan, Routed, Turn } from "./turn.ts";

/** Which engine an agent's answer came from, for the decision record. `fallback`: why the rules stepped in. */
interface Trace {
  engine: "claude" | "rules";
  prompt?: string;
  usage?: Usage;
  fallback?: string;
}

export interface Traced<T> {
  value: T;
  trace: Trace;
}

/** What the conversation agent decided and said. */
export interface Said {
  text: string;
  plan: Plan;
  facts: Fact[];
  answers: Fact[];
  rejected: { field: string; reason: string }[];
  progress: Progress;
}

/**
 * The graph's state: plain JSON, each channel written by one node. `turn` is made anew from the turn input,
 * so nothing that an old checkpoint says can reach a candidate.
 */
export const AgentState = Annotation.Root({
  turn: Annotation<Turn>(),
  progress: Annotation<Progress>(),
  /** The turn may have been paid for already. */
  rerun: Annotation<boolean>(),
  /** No model is asked after this moment, in milliseconds since 1970. */
  modelUntil: Annotation<number>(),
  routed: Annotation<Traced<Routed>>(),
  extracted: Annotation<Traced<Extracted>>(),
  said: Annotation<Traced<Said>>(),
  recorded: Annotation<Traced<Effect[]>>(),
});
export type State = typeof AgentState.State;

import { END, START, StateGraph } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import type { Metrics } from "../metrics.ts";
import type { Engines } from "./fallback.ts";
import { createConversation } from "./nodes/conversation.ts";
import { createCrm } from "./nodes/crm.ts";
import { createExtraction } from "./nodes/extraction.ts";
import { createRouter } from "./nodes/router.ts";
import { AgentState, type State } from "./state.ts";
import type { AlsoFits } from "./turn.ts";

/** What a node is given beside the state. */
interface Run {
  signal?: AbortSignal;
}
type Node<T> = (state: State, signal: AbortSignal) => Promise<T>;

/**
 * The four agents: router and extraction side by side, then conversation, then CRM. At most two model calls follow one
 * another. Compiled once per process.
 */
export function createGraph(engines: Engines, checkpointer: BaseCheckpointSaver, alsoFits?: AlsoFits) {
  const { metrics } = engines;
  return new StateGraph(AgentState)
    .addNode("router", node("router", createRouter(engines), metrics))
    .addNode("extraction", node("extraction", createExtraction(engines), metrics))
    .addNode("conversation", node("conversation", createConversation(engines), metrics))
    .addNode("crm", node("crm", createCrm(engines, alsoFits), metrics))
    .addEdge(START, "router")
    .addEdge(START, "extraction")
    .addEdge(["router", "extraction"], "conversation")
    .addEdge("conversation", "crm")
    .addEdge("crm", END)
    .compile({ checkpointer });
}

/** Times a node and hands it the signal of its run: without it, a call would go on after its turn is over. */
function node<T>(phase: string, work: Node<T>, metrics: Metrics) {
  return async (state: State, { signal }: Run): Promise<T> => {
    const stopTimer = metrics.turnPhaseDuration.startTimer({ phase });
    try {
      return await work(state, signal ?? new AbortController().signal);
    } finally {
      stopTimer();
    }
  };
}

import { END, START, StateGraph } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
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
  return new StateGraph(AgentState)
    .addNode("router", node(createRouter(engines)))
    .addNode("extraction", node(createExtraction(engines)))
    .addNode("conversation", node(createConversation(engines)))
    .addNode("crm", node(createCrm(engines, alsoFits)))
    .addEdge(START, "router")
    .addEdge(START, "extraction")
    .addEdge(["router", "extraction"], "conversation")
    .addEdge("conversation", "crm")
    .addEdge("crm", END)
    .compile({ checkpointer });
}

/** Hands a node the signal of its run: without it, a call would go on after its turn is over. */
function node<T>(work: Node<T>) {
  return (state: State, { signal }: Run) => work(state, signal ?? new AbortController().signal);
}

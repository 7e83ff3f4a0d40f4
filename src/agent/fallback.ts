import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import type { Answer, Model, Prompt, Task } from "./model.ts";
import { ModelError } from "./patience.ts";
import type { Traced } from "./state.ts";

/** What a node needs to ask Claude first and the rules engine when there is no usable answer. */
export interface Engines {
  /** undefined = rules alone. */
  small: Model | undefined;
  large: Model | undefined;
  metrics: Metrics;
  log: Logger;
}

/** In less time no model answers. */
const LEAST_MS = 500;

/**
 * Asks the model, and the rules when it gives no usable answer: a model that is slow, down or refuses degrades the
 * service and never stops it (P10).
 */
export async function askOrRule<A, T>(
  engines: Engines,
  ask: {
    model: Model | undefined;
    task: Task<A>;
    prompt: () => Prompt;
    /** @throws ModelError when the answer cannot be used */
    read: (answer: A) => T;
    rules: () => Promise<T>;
    rerun: boolean;
    /** No model is asked after this moment (milliseconds since 1970): a turn has one budget for all its agents and reruns. */
    modelUntil: number;
    /** An agent before this one waited for the model in vain: this one does not. */
    inVain?: boolean;
    signal: AbortSignal;
  },
): Promise<Traced<T>> {
  const { model, task, signal, modelUntil, inVain = false } = ask;
  if (model === undefined) return { value: await ask.rules(), trace: { engine: "rules" } };
  try {
    const leftMs = modelUntil - Date.now();
    if (inVain || leftMs < LEAST_MS) throw new ModelError("unavailable", "no_time");
    const deadlineMs = Math.min(task.deadlineMs, leftMs);
    const { value, usage }: Answer<A> = await model.ask(task, ask.prompt(), ask.rerun, signal, deadlineMs);
    return { value: ask.read(value), trace: { engine: "claude", prompt: task.promptHash, usage } };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    engines.metrics.agentFallbacks.inc({ agent: task.agent, reason: error.reason });
    const { reason } = error;
    engines.log.warn({ err: error, agent: task.agent, reason }, "the rules engine answers for the model");
    return { value: await ask.rules(), trace: { engine: "rules", fallback: error.reason } };
  }
}

import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import type { Answer, Model, Task } from "./model.ts";
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

/**
 * Asks the model, and the rules when it gives no usable answer: a model that is slow, down or refuses degrades the
 * service and never stops it (P10).
 */
export async function askOrRule<A, T>(
  engines: Engines,
  ask: {
    model: Model | undefined;
    task: Task<A>;
    user: () => string;
    /** @throws ModelError when the answer cannot be used */
    read: (answer: A) => T;
    rules: () => Promise<T>;
    rerun: boolean;
    signal: AbortSignal;
  },
): Promise<Traced<T>> {
  const { model, task, signal } = ask;
  if (model === undefined) return { value: await ask.rules(), trace: { engine: "rules" } };
  try {
    const { value, usage }: Answer<A> = await model.ask(task, ask.user(), ask.rerun, signal);
    return { value: ask.read(value), trace: { engine: "claude", prompt: task.promptHash, usage } };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    engines.metrics.agentFallbacks.inc({ agent: task.agent, reason: error.reason });
    engines.log.warn({ err: error, agent: task.agent }, "the rules engine answers for the model");
    return { value: await ask.rules(), trace: { engine: "rules", fallback: error.reason } };
  }
}

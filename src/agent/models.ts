import type Anthropic from "@anthropic-ai/sdk";

/** What each model accepts and costs (platform.claude.com, models overview and pricing, read November 2026). */

export interface ModelFacts {
  /** How it is told not to think before it answers: the forms of one model are a 400 on another. */
  thinking: Anthropic.ThinkingConfigParam;
  /** US dollars for a million tokens. */
  price: { input: number; output: number; cacheRead: number; cacheWrite: number };
}

const facts: Record<string, ModelFacts> = {
  "claude-haiku-5-5": {
    thinking: { type: "disabled" },
    price: { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.2 },
  },
  "claude-sonnet-5-5": {
    thinking: { type: "between_tools" },
    price: { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 4 },
  },
};

/** @throws when this build does not know the model */
export function modelFacts(model: string): ModelFacts {
  const known = facts[model];
  if (known === undefined) throw new Error(`unknown model ${model}; known: ${Object.keys(facts).join(", ")}`);
  return known;
}

/** Tokens of one call: `input` is what no cache held. */
export interface Tokens {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
}

export function costOf(model: string, tokens: Tokens): number {
  const { price } = modelFacts(model);
  const micro =
    tokens.input * price.input +
    tokens.cacheRead * price.cacheRead +
    tokens.cacheWrite * price.cacheWrite +
    tokens.output * price.output;
  return micro / 1_000_000;
}

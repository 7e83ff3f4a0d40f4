import { createAgent } from "../../src/agent/agent.ts";
import type { OpenVacancy } from "../../src/agent/offer.ts";
import type { TurnResult } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { LARGE, SMALL, startClaude } from "./claude.ts";
import { redis } from "./create-saver.ts";
import { messageOf, said } from "./turns.ts";

/** What Claude reads in the words of Tom, who lives in Leeds. */
const oracle = createOracle({
  "Tom Baker": [
    { field: "first_name", value: "Tom", quote: "Tom" },
    { field: "last_name", value: "Baker", quote: "Baker" },
  ],
  Leeds: [{ field: "city", value: "Leeds", quote: "Leeds" }],
});

/** The agents on a fake Claude, or on the rules. */
export async function startAgent(engine: "claude" | "rules" = "claude", open: OpenVacancy[] = []) {
  const world = await startClaude(oracle);
  const config = {
    engine,
    anthropicApiKey: world.apiKey,
    anthropicBaseUrl: world.claude.url,
    smallModel: SMALL,
    largeModel: LARGE,
    timeZone: "Europe/London",
    hours: null,
  };
  const { metrics, log } = world;
  const { runTurn } = createAgent({ config, listOpen: async () => open, redis, metrics, log });
  return { ...world, oracle, runTurn };
}

/** What the next turn of a conversation starts from once a turn is committed, as the database gives it. */
export function afterwards(input: TurnInput, result: TurnResult, texts: string[]): TurnInput {
  const newest = Math.max(...input.messages.map(({ id }) => id));
  const facts = result.facts.map(({ messageId, ...fact }) => ({ ...fact, message_id: messageId }));
  const bubbles = result.effects.flatMap((effect) => (effect.kind === "text" ? [effect.body] : []));
  return {
    ...input,
    fence: input.fence + 1,
    attempts: 1,
    progress: result.progress,
    checkpoint_id: result.checkpointId,
    summary: result.summary,
    messages: texts.map((text, index) => messageOf(newest + 1 + index, text)),
    facts: [...input.facts.filter(({ field }) => facts.every((fact) => fact.field !== field)), ...facts],
    recent: [
      ...input.recent,
      ...input.messages.map(({ text }) => said("candidate", text)),
      ...bubbles.map(({ text, asks }) => said("bot", text, asks)),
    ].slice(-20),
  };
}

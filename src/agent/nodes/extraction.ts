import { askOrRule, type Engines } from "../fallback.ts";
import { extractionTask } from "../prompts/extraction.ts";
import { render } from "../prompts/render.ts";
import { readClaim } from "../prompts/values.ts";
import { extractByRules } from "../rules/extract.ts";
import type { State } from "../state.ts";
import type { Turn } from "../turn.ts";

const LONGEST_SUMMARY = 600;

/** Notes what the candidate states, each thing with its words. What is true of it, code decides afterwards. */
export function createExtraction(engines: Engines) {
  return async ({ turn, rerun, modelUntil }: State, signal: AbortSignal) => ({
    extracted: await askOrRule(engines, {
      model: engines.small,
      task: extractionTask,
      prompt: () => render(turn),
      read: ({ facts, agrees, refuses, summary }) => ({
        facts: facts.map(({ message, value, ...fact }) => ({
          ...fact,
          value: readClaim(fact.field, value, turn),
          messageId: idOf(turn, message),
          // Hundredths: a number next to nothing is out of the range of Postgres' real.
          confidence: Math.round(100 * Math.min(Math.max(fact.confidence, 0), 1)) / 100,
        })),
        agrees,
        refuses,
        summary: summary.trim() === "" ? null : summary.trim().slice(0, LONGEST_SUMMARY).toWellFormed(),
      }),
      rules: () => extractByRules(turn, signal),
      rerun,
      modelUntil,
      signal,
    }),
  });
}

/** The model counts messages from 1. A number that it made up belongs to no message, and the evidence check drops it. */
function idOf(turn: Turn, number: number): number {
  return turn.messages[number - 1]?.id ?? 0;
}

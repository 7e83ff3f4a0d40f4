import { askOrRule, type Engines } from "../fallback.ts";
import { render } from "../prompts/render.ts";
import { routerTask } from "../prompts/router.ts";
import { routeByRules } from "../rules/route.ts";
import type { State } from "../state.ts";

/** Says what the burst wants. */
export function createRouter(engines: Engines) {
  return async ({ turn, rerun, modelUntil }: State, signal: AbortSignal) => ({
    routed: await askOrRule(engines, {
      model: engines.small,
      task: routerTask,
      prompt: () => render(turn),
      read: ({ intents, confidence }) => ({
        intents: [...new Set(intents)],
        confidence: Math.min(Math.max(confidence, 0), 1),
      }),
      rules: () => routeByRules(turn, signal),
      rerun,
      modelUntil,
      signal,
    }),
  });
}

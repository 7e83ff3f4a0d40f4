import type { Metrics } from "../../metrics.ts";
import { nextStep } from "../../recruiting/application.ts";
import { checkClaims } from "../../recruiting/profile.ts";
import { askOrRule, type Engines } from "../fallback.ts";
import { ModelError } from "../patience.ts";
import { conversationTask } from "../prompts/conversation.ts";
import { render } from "../prompts/render.ts";
import { replyByRules } from "../rules/reply.ts";
import type { Said, State, Traced } from "../state.ts";
import type { Intent, Plan, Turn } from "../turn.ts";

/** WhatsApp shows more, but nobody reads it. */
const LONGEST_REPLY = 1_500;

/** Checks the evidence, decides in code what comes next, and lets an engine find the words: one bubble. */
export function createConversation(engines: Engines) {
  return async (state: State, signal: AbortSignal): Promise<{ said: Traced<Said> }> => {
    const { turn, rerun, modelUntil, routed, extracted } = state;
    const inVain = [routed, extracted].some(({ trace }) => trace.fallback === "unavailable");
    const { plan, ...decided } = decide(state, engines.metrics);
    const { value, trace } = await askOrRule(engines, {
      // Handing over needs no art, and the note for the recruiter may need the time.
      model: plan.kind === "hand_off" ? undefined : engines.large,
      task: conversationTask,
      user: () => request(turn, plan),
      read: ({ reply }) => usable(reply),
      rules: () => replyByRules(turn, plan, signal),
      rerun,
      modelUntil,
      inVain,
      signal,
    });
    return { said: { value: { text: value, plan, ...decided }, trace } };
  };
}

function decide({ turn, progress, routed, extracted }: State, metrics: Metrics): Omit<Said, "text"> {
  const { intents } = routed.value;
  const { facts, agrees } = extracted.value;
  // "Yes, and also ..." adds to what was read back; "no, only ..." takes its place.
  const correcting = intents.includes("correction") && agrees !== true;
  const checked = checkClaims(facts, turn.messages, turn.profile, correcting);
  for (const rejection of checked.rejected) metrics.claimsRejected.inc(rejection);
  const { profile, learned } = checked;
  const shared = { facts: checked.facts, rejected: checked.rejected };
  const about = { first: !turn.recent.some(({ from }) => from !== "candidate"), intents, learned, profile };
  if (needsPerson(intents)) {
    return { ...shared, plan: { kind: "hand_off", asks: null, again: false, ...about }, progress };
  }
  const changed = learned.length > 0;
  const interrupted = !changed && !intents.some((intent) => intent === "answer" || intent === "correction");
  const step = nextStep({ profile, changed, interrupted, asked: turn.asked, agrees, progress });
  return {
    ...shared,
    plan: { kind: step.kind, asks: step.asks, again: step.again, ...about },
    progress: step.progress,
  };
}

function needsPerson(intents: Intent[]): boolean {
  return intents.includes("human") || intents.includes("complaint");
}

function request(turn: Turn, { kind, asks, again, first, intents, learned, profile }: Plan): string {
  return render(
    { ...turn, profile },
    { language: turn.language, first, intents, learned, plan: { kind, asks, again } },
  );
}

function usable(reply: string): string {
  const text = reply.trim();
  if (text === "" || text.length > LONGEST_REPLY) throw new ModelError("malformed");
  return text;
}

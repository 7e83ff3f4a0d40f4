import type { Redis } from "ioredis";
import type { BusinessHours } from "../business-hours.ts";
import type { Effect, Progress, TurnResult } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import type { TurnInput } from "../platform/procedures.ts";
import type { Seal } from "../platform/seal.ts";
import { restarted } from "../recruiting/application.ts";
import type { Profile } from "../recruiting/fields.ts";
import { fitting } from "../recruiting/matching.ts";
import { createGraph } from "./graph.ts";
import type { Match } from "./match.ts";
import { createModel } from "./model.ts";
import { NO_CHECKPOINT, Notebook } from "./notebook.ts";
import { type ListOpenVacancies, type Offered, offerFor } from "./offer.ts";
import { optionsOf } from "./options.ts";
import type { BreakerState } from "./patience.ts";
import { loadPlaces } from "./rules/places.ts";
import { tables } from "./rules/tables/tables.ts";
import { RULE_VERSION } from "./rules/version.ts";
import type { State, Traced } from "./state.ts";
import type { Turn } from "./turn.ts";
import { toTurn } from "./turn-input.ts";

export interface AgentConfig {
  engine: "auto" | "claude" | "rules" | "off";
  anthropicApiKey: string;
  anthropicBaseUrl: string;
  smallModel: string;
  largeModel: string;
  timeZone: string;
  hours: BusinessHours | null;
}

/** What all models together may take of a turn: far enough from its 45 s that it always ends with an answer. */
const MODEL_BUDGET_MS = 16_000;
/** Nodes and the start; more would be a loop. */
const RECURSION_LIMIT = 10;

/** `runTurn` runs one turn through the graph and turns the state at its end into what the turn comes to. */
export function createAgent(parts: {
  config: AgentConfig;
  listOpen: ListOpenVacancies;
  /** Without it, by words alone. */
  match?: Match;
  redis: Redis;
  /** Without it, what Redis keeps lies there in clear. */
  seal?: Seal | undefined;
  metrics: Metrics;
  log: Logger;
}) {
  const { config, listOpen, match, redis, seal, metrics, log } = parts;
  const models = config.engine === "rules" ? undefined : [config.smallModel, config.largeModel].map(claude);
  /** A turn that runs again with newer messages has the same signal, and no new budget. */
  const budgets = new WeakMap<AbortSignal, number>();
  const notebook = new Notebook(redis, metrics, seal);
  void loadPlaces(); // half a second that the first candidate need not wait
  const graph = createGraph({ small: models?.[0], large: models?.[1], metrics, log }, notebook, alsoFits);

  function claude(model: string) {
    const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl } = config;
    return createModel({ config: { apiKey, baseUrl, model }, redis, seal, metrics, log });
  }

  /** For recruiters, who can do without. */
  async function alsoFits({ vacancy }: Turn, profile: Profile) {
    if (vacancy === null) return [];
    const open = await listOpen().catch(() => []);
    return fitting(
      open.filter(({ id }) => id !== vacancy.id),
      profile,
    );
  }

  async function runTurn(input: TurnInput, signal: AbortSignal): Promise<TurnResult> {
    const thread = String(input.conversation);
    const modelUntil = budgets.get(signal) ?? Date.now() + MODEL_BUDGET_MS;
    budgets.set(signal, modelUntil);
    const offer = await offerFor(input, listOpen, match, signal);
    const start = {
      modelUntil,
      turn: toTurn(input, config.timeZone, offer, config.hours),
      progress: progressIn(input, offer),
      rerun: input.attempts > 1,
    };
    try {
      const state = await graph.invoke(start, {
        configurable: { thread_id: thread, checkpoint_id: input.checkpoint_id ?? NO_CHECKPOINT },
        durability: "exit",
        recursionLimit: RECURSION_LIMIT,
        signal,
      });
      return toResult(input, offer, state, notebook.takeWritten(thread));
    } finally {
      notebook.takeWritten(thread); // of a run that failed
    }
  }

  /** By model: closed while it is asked as usual. */
  function breakers(): Record<string, BreakerState> {
    return Object.fromEntries((models ?? []).map(({ name, breaker }) => [name, breaker()]));
  }

  return { runTurn, breakers };
}

function toResult(
  input: TurnInput,
  { applying, ended }: Pick<Offered, "applying" | "ended">,
  state: State,
  checkpointId: string | null,
): TurnResult {
  const { said, recorded, extracted } = state;
  const { text, plan, facts, answers, progress } = said.value;
  // Complete applications go to a person too: pending conversations are not what recruiters look at.
  const handOff = plan.kind === "hand_off" || plan.kind === "done";
  const options = optionsOf(plan, state.turn);
  const { choose } = tables[state.turn.language].texts.options;
  const bubble: Effect = {
    destination: "whatsapp",
    // The sentence that hands over is said although a person has the conversation from then on.
    origin: handOff ? "control" : "bot",
    kind: "text",
    body: { text, asks: plan.asks, ...(handOff && { handOff }), ...(options.length > 0 && { options, choose }) },
  };
  return {
    messageIds: input.messages.map(({ id }) => id),
    effects: [bubble, ...recorded.value],
    facts,
    answers,
    application:
      applying === null || plan.screening === null
        ? null
        : { ...applying, screening: plan.screening, submitted: progress.confirmed },
    ended,
    progress,
    handOff,
    decision: decisionOf(state),
    checkpointId,
    summary: extracted.value.summary ?? input.summary,
  };
}

/** A new application asks its questions anew. */
function progressIn({ progress }: TurnInput, { applying, vacancy }: Offered): Progress {
  return applying?.id === null && vacancy !== null ? restarted(progress) : progress;
}

/** What is kept to explain the turn: which engine said what, from which prompt, for how much. No text of a candidate. */
function decisionOf({ turn, routed, extracted, said, recorded }: State): Record<string, unknown> {
  const { plan, rejected, facts } = said.value;
  const traces = { router: routed.trace, extraction: extracted.trace, conversation: said.trace, crm: recorded.trace };
  return {
    engine: Object.values(traces).some(({ engine }) => engine === "claude") ? "claude" : "rules",
    rules: RULE_VERSION,
    language: turn.language,
    intents: plan.intents,
    step: plan.kind,
    ...(plan.reason !== null && { reason: plan.reason }),
    asks: plan.asks,
    learned: facts.map(({ field }) => field),
    answered: plan.answered,
    ...(plan.screening !== null && { screening: plan.screening }),
    rejected,
    agents: traces,
    cost_usd: costOf(Object.values(traces)),
  };
}

function costOf(traces: Traced<unknown>["trace"][]): number {
  return traces.reduce((sum, { usage }) => sum + (usage?.costUsd ?? 0), 0);
}

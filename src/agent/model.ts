import { createHash } from "node:crypto";
import Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { Redis } from "ioredis";
import { z } from "zod";
import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import type { Seal } from "../platform/seal.ts";
import { costOf, modelFacts, type Tokens } from "./models.ts";
import { createPatience, ModelError } from "./patience.ts";

/** A paid answer is kept for this long, in case its turn has to run again. */
const MEMO_SECONDS = 3_600;

/** Share of the deadline that a single try may take, so that one that hangs leaves time for another. */
const PATIENCE_WITH_ONE = 0.6;

/** One kind of question. Its bytes never change while the process lives, so that the provider can cache them. */
export interface Task<T> {
  agent: string;
  system: string;
  schema: z.ZodType<T>;
  format: Anthropic.JSONOutputFormat;
  /** Of system text and schema, for the decision record. */
  promptHash: string;
  maxTokens: number;
  /** For the whole call, repetitions included. */
  deadlineMs: number;
}

/** What a call took. `memo`: answered from the notebook, nothing was paid again. */
export interface Usage extends Tokens {
  model: string;
  costUsd: number;
  memo: boolean;
}

/** What is asked about: data and nothing else. */
export interface Prompt {
  /** Stays the same from turn to turn: cached behind the instructions. */
  background: string | null;
  user: string;
}

export interface Answer<T> {
  value: T;
  usage: Usage;
}

export type Model = ReturnType<typeof createModel>;

export function defineTask<T>(task: Omit<Task<T>, "format" | "promptHash">): Task<T> {
  const { type, schema } = zodOutputFormat(task.schema);
  const promptHash = sha256(JSON.stringify([task.system, schema])).slice(0, 12);
  return { ...task, format: { type, schema }, promptHash };
}

const answered = z.object({
  stop_reason: z.string().nullable(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z.object({
    input_tokens: z.int(),
    output_tokens: z.int(),
    cache_read_input_tokens: z.int().nullish(),
    cache_creation_input_tokens: z.int().nullish(),
  }),
});
type Answered = z.output<typeof answered>;

/**
 * One Claude model behind one function (docs: platform.claude.com, Messages API 2026-10-21). Structured output by
 * output_config, never forced tools or prefill; no sampling parameters; the SDK repeats nothing, `createPatience` does.
 */
export function createModel(parts: {
  config: { apiKey: string; baseUrl: string; model: string };
  redis: Redis;
  /** Without it, answers are kept in clear. */
  seal?: Seal | undefined;
  metrics: Metrics;
  log: Logger;
}) {
  const { config, redis, seal, metrics, log } = parts;
  const { model } = config;
  const { thinking } = modelFacts(model);
  const client = new Anthropic({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    maxRetries: 0,
    logLevel: "off", // its logs could hold what candidates wrote
    openTelemetry: false,
  });
  const { patiently, state } = createPatience({ model, log });
  const provided = { gen_ai_operation_name: "chat", gen_ai_provider_name: "anthropic", gen_ai_request_model: model };

  /**
   * Asks one question. `rerun`: the turn may have been paid for already. `deadlineMs` shortens the time that the task
   * has.
   * @throws ModelError when there is no usable answer, or the signal's reason when it is aborted
   */
  async function ask<T>(
    task: Task<T>,
    { background, user }: Prompt,
    rerun: boolean,
    signal: AbortSignal,
    deadlineMs = task.deadlineMs,
  ): Promise<Answer<T>> {
    const request: Anthropic.MessageCreateParamsNonStreaming = {
      model,
      max_tokens: task.maxTokens,
      system: [task.system, ...(background === null ? [] : [background])].map(cached),
      messages: [{ role: "user", content: user }],
      output_config: { effort: "low", format: task.format },
      thinking,
    };
    const memo = `memo:${sha256(JSON.stringify(request))}`;
    const known = rerun ? await recall(memo, task) : undefined;
    if (known !== undefined) return known;

    const call = { ...provided, agent: task.agent };
    const stopTimer = metrics.modelOperationDuration.startTimer(call);
    try {
      const answer = await patiently(deadlineMs, signal, async (inner) => {
        const options = { signal: inner, timeout: Math.round(PATIENCE_WITH_ONE * deadlineMs) };
        const message = answered.safeParse(await client.messages.create(request, options));
        if (!message.success) throw new ModelError("malformed");
        const usage = usageOf(message.data);
        countPaid(call, usage); // also for an answer that is no use
        return { value: read(message.data, task), usage };
      });
      stopTimer({ error_type: "" });
      const text = JSON.stringify(answer);
      await redis.setex(memo, MEMO_SECONDS, seal === undefined ? text : seal.seal(text)).catch(() => {});
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const failure = error instanceof ModelError ? error : new ModelError("malformed");
      stopTimer({ error_type: failure.reason });
      throw failure;
    }
  }

  /** A notebook that is away, or holds something else, only costs money. */
  async function recall<T>(memo: string, task: Task<T>): Promise<Answer<T> | undefined> {
    try {
      const found = await redis.get(memo);
      if (found === null) return undefined;
      const kept: unknown = JSON.parse(seal === undefined ? found : seal.open(found));
      const parsed = z.object({ value: task.schema }).safeParse(kept);
      if (!parsed.success) return undefined;
      const nothing = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };
      return { value: parsed.data.value, usage: { ...nothing, model, costUsd: 0, memo: true } };
    } catch {
      return undefined;
    }
  }

  function countPaid(call: typeof provided & { agent: string }, usage: Usage): void {
    const tokens = [
      ["input", usage.input],
      ["output", usage.output],
      ["cache_read", usage.cacheRead],
      ["cache_write", usage.cacheWrite],
    ] as const;
    for (const [type, count] of tokens) metrics.modelTokenUsage.observe({ ...call, gen_ai_token_type: type }, count);
    metrics.modelCost.inc({ model, agent: call.agent }, usage.costUsd);
  }

  function usageOf({ usage }: Answered): Usage {
    const tokens = {
      input: usage.input_tokens,
      cacheRead: usage.cache_read_input_tokens ?? 0,
      cacheWrite: usage.cache_creation_input_tokens ?? 0,
      output: usage.output_tokens,
    };
    return { ...tokens, model, costUsd: costOf(model, tokens), memo: false };
  }

  return { ask, name: model, breaker: state };
}

/** Candidates answer after minutes: the provider's usual five are too short. */
function cached(text: string): Anthropic.TextBlockParam {
  return { type: "text", text, cache_control: { type: "ephemeral", ttl: "1h" } };
}

/** Why it stopped comes first: what was cut off or refused must not be taken for an answer. */
function read<T>({ stop_reason, content }: Answered, task: Task<T>): T {
  if (stop_reason === "refusal") throw new ModelError("refused");
  if (stop_reason === "max_tokens" || stop_reason === "model_context_window_exceeded")
    throw new ModelError("truncated");
  const text = content.find(({ type }) => type === "text")?.text ?? "";
  let json: unknown;
  try {
    json = JSON.parse(text, storable);
  } catch {
    throw new ModelError("malformed"); // without the cause, which quotes the text
  }
  const parsed = task.schema.safeParse(json);
  if (!parsed.success) throw new ModelError("malformed");
  return parsed.data;
}

/** Postgres text holds neither NUL nor lone surrogates; a turn that cannot be stored would come back for ever. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

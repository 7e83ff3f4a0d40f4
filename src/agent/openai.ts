import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Metrics } from "../metrics.ts";
import type { Logger } from "../platform/logger.ts";
import { noAnswer, parseAnswer } from "../platform/no-answer.ts";
import { ModelError } from "./patience.ts";

const MODEL = "text-embedding-3-small";
const NUMBERS = 1536;
const TRIES = 3;
const BACKOFF_MS = 400;
/** After a failure nothing is asked for so long: it is needed by nobody, and must not slow every turn. */
const AGAIN_MS = 60_000;
/** US dollars (platform.openai.com, pricing, read November 2026). */
const PRICE_PER_MILLION_TOKENS = 0.02;

const answered = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).length(NUMBERS) })),
  usage: z.object({ prompt_tokens: z.int() }).optional().catch(undefined),
});

/** As the metrics name the calls. */
const agent = "embed";
const call = {
  gen_ai_operation_name: "embeddings",
  gen_ai_provider_name: "openai",
  gen_ai_request_model: MODEL,
  agent,
};

/** Vectors of texts, in their order: texts that mean the same are near. `timeoutMs` covers the repetitions too. */
export type Embed = (texts: string[], timeoutMs: number, signal?: AbortSignal) => Promise<number[][]>;

/** The embeddings of OpenAI (https://platform.openai.com/docs/api-reference/embeddings). */
export function createEmbed(parts: { apiKey: string; baseUrl: string; metrics: Metrics; log: Logger }): Embed {
  const { apiKey, baseUrl, metrics, log } = parts;
  let askAgainAt = 0;
  let isAway = false;

  /** @throws ModelError, or the signal's reason when it is aborted */
  return async function embed(texts, timeoutMs, signal) {
    if (Date.now() < askAgainAt) throw new ModelError("unavailable", "paused");
    const deadline = AbortSignal.timeout(timeoutMs);
    const stopTimer = metrics.modelOperationDuration.startTimer(call);
    try {
      const vectors = await askPatiently(texts, signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
      stopTimer({ error_type: "" });
      isAway = false;
      return vectors;
    } catch (error) {
      signal?.throwIfAborted();
      const failure = error instanceof ModelError ? error : new ModelError("unavailable", "timeout");
      stopTimer({ error_type: failure.reason });
      if (!isAway) log.warn({ model: MODEL, code: failure.code }, "embeddings are away, matching by words");
      isAway = true;
      askAgainAt = Date.now() + AGAIN_MS;
      throw failure;
    }
  };

  async function askPatiently(texts: string[], signal: AbortSignal): Promise<number[][]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask(texts, signal);
      } catch (error) {
        const isHopeless = error instanceof ModelError && error.reason === "rejected";
        if (isHopeless || signal.aborted || tries === TRIES) throw error;
        await pause(BACKOFF_MS * 2 ** (tries - 1) * (0.5 + Math.random() / 2), undefined, { signal });
      }
    }
  }

  async function ask(texts: string[], signal: AbortSignal): Promise<number[][]> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(`${baseUrl}/embeddings`, {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({ model: MODEL, input: texts, encoding_format: "float" }),
        redirect: "manual", // the key goes nowhere else
        signal,
      });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw new ModelError("unavailable", signal.aborted ? "timeout" : noAnswer(error).code);
    }
    if (status !== 200) throw new ModelError(isTransient(status) ? "unavailable" : "rejected", String(status));
    return read(text, texts.length);
  }

  /** The vectors in the order of their texts. What is paid for counts, whatever becomes of it. */
  function read(text: string, count: number): number[][] {
    const parsed = answered.safeParse(parseAnswer(text));
    if (!parsed.success) throw new ModelError("malformed");
    const { data, usage } = parsed.data;
    const tokens = usage?.prompt_tokens ?? 0;
    metrics.modelTokenUsage.observe({ ...call, gen_ai_token_type: "input" }, tokens);
    metrics.modelCost.inc({ model: MODEL, agent }, (tokens / 1_000_000) * PRICE_PER_MILLION_TOKENS);
    const inOrder = data.toSorted((a, b) => a.index - b.index);
    if (inOrder.length !== count || inOrder.some(({ index }, place) => index !== place))
      throw new ModelError("malformed");
    return inOrder.map(({ embedding }) => embedding);
  }
}

function isTransient(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

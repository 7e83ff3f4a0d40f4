import Anthropic from "@anthropic-ai/sdk";
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IDefaultPolicyContext,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import type { Logger } from "../platform/logger.ts";

/** After this many failures in a row nothing is asked for a while: a provider that is down must not slow every turn. */
const FAILURES_TO_OPEN = 5;
const OPEN_MS = 15_000;
const REPETITIONS = 2;
const BACKOFF_MS = 400;

/**
 * Why there is no usable answer. unavailable: away, overloaded or too slow. rejected: our request or key is wrong.
 * refused: the model would not. truncated, malformed: it answered, but not as agreed. ungrounded: it answered with what
 * nobody has said.
 */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly reason: "unavailable" | "rejected" | "refused" | "truncated" | "malformed" | "ungrounded";
  readonly code: string;

  /** `code` is an HTTP status or the name of an error. Never its message or cause, which may quote what we sent. */
  constructor(reason: ModelError["reason"], code: string = reason) {
    super(`the model gave no usable answer: ${reason} (${code})`);
    this.reason = reason;
    this.code = code;
  }
}

export type BreakerState = "closed" | "open" | "half_open";

/**
 * The one retry policy of a model: a deadline around everything, a few repetitions with jitter (or after the time that
 * the provider names), and a circuit breaker that all turns share.
 */
export function createPatience({ model, log }: { model: string; log: Logger }) {
  const breaker = circuitBreaker(handleWhen(isTrouble), {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  });
  let brokenAt = 0;
  breaker.onBreak(() => {
    brokenAt = Date.now();
    log.warn({ model }, "model is away, going on without it");
  });
  breaker.onReset(() => log.info({ model }, "model is back"));

  /** @throws ModelError, or the signal's reason */
  async function patiently<T>(
    deadlineMs: number,
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const policy = wrap(timeout(deadlineMs, TimeoutStrategy.Aggressive), createRetry(deadlineMs));
    try {
      return await policy.execute(({ signal: inner }: IDefaultPolicyContext) => {
        // One call tries whether the model is back; the others must not wait for what becomes of it.
        if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
        inner.throwIfAborted(); // a repetition that comes too late says nothing about the model, so the breaker is not told
        return breaker.execute(({ signal: one }) => call(one), inner);
      }, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ModelError ? error : new ModelError(reasonOf(error), codeOf(error));
    }
  }

  /** Closed while the model is asked as usual; half open when the next turn tries whether it is back. */
  function state(): BreakerState {
    if (breaker.state === CircuitState.Closed) return "closed";
    return breaker.state === CircuitState.Open && Date.now() - brokenAt < OPEN_MS ? "open" : "half_open";
  }

  return { patiently, state };
}

/** Repeats after a while, or after the time that the provider names. One beyond the deadline is not waited for. */
function createRetry(deadlineMs: number) {
  return retry(
    handleWhen((error) => isWorthRepeating(error) && namedWaitMs(error) < deadlineMs),
    {
      maxAttempts: REPETITIONS,
      backoff: new DelegateBackoff(({ attempt, result }: IRetryBackoffContext<unknown>) =>
        Math.max(
          "error" in result ? namedWaitMs(result.error) : 0,
          BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2),
        ),
      ),
    },
  );
}

/** Away, overloaded or too slow, or it will not let us in: no turn needs to try again at once. */
function isTrouble(error: unknown): boolean {
  // Given up on, by its deadline or its turn, is no proof that the model is back.
  if (error instanceof Anthropic.APIUserAbortError) return true;
  return isTransient(error) || (error instanceof Anthropic.APIError && [401, 402, 403].includes(Number(error.status)));
}

function isTransient(error: unknown): boolean {
  if (error instanceof Anthropic.APIUserAbortError) return false;
  if (error instanceof Anthropic.APIConnectionError || error instanceof SyntaxError) return true;
  if (!(error instanceof Anthropic.APIError)) return false;
  const status = Number(error.status);
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

function isWorthRepeating(error: unknown): boolean {
  return isTransient(error) || (error instanceof ModelError && error.reason === "malformed");
}

/** What the provider asks us to wait. */
function namedWaitMs(error: unknown): number {
  const headers: unknown = error instanceof Anthropic.APIError ? error.headers : undefined;
  const seconds = headers instanceof Headers ? Number(headers.get("retry-after")) : 0;
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

function reasonOf(error: unknown): ModelError["reason"] {
  if (error instanceof BrokenCircuitError || error instanceof TaskCancelledError) return "unavailable";
  return isTransient(error) ? "unavailable" : "rejected";
}

function codeOf(error: unknown): string {
  if (error instanceof Anthropic.APIError && error.status !== undefined) return String(error.status);
  return error instanceof Error ? error.name : "unknown";
}

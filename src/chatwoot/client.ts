import type { z } from "zod";
import { type Failure, ProviderError } from "../errors.ts";
import { noAnswer, parseAnswer } from "../platform/no-answer.ts";

/** Chatwoot answers in well under a second. Every repetition looks for what the first try left, so it may be cut off. */
const TIMEOUT_MS = 10_000;

export interface ClientConfig {
  baseUrl: string;
  /** Of an administrator: bots may not read contacts and messages, agents assign themselves what they open. */
  apiToken: string;
  accountId: number;
}

export type ChatwootClient = ReturnType<typeof createChatwootClient>;

/**
 * Chatwoot's Application API (https://developers.chatwoot.com/api-reference), below one account. After `deadline`, if
 * there is one, no call leaves and none is waited for.
 */
export function createChatwootClient({ baseUrl, apiToken, accountId }: ClientConfig, deadline?: AbortSignal) {
  const headers = {
    // nginx drops names with underscores unless it is told not to. Rack reads both as one variable, and Puma takes
    // one of them when both are there (lib/puma/request.rb, req_env_post_parse).
    api_access_token: apiToken,
    "api-access-token": apiToken,
    "content-type": "application/json",
    accept: "application/json",
  };

  /**
   * One call, whose answer must have the given shape.
   * @throws ProviderError, never with text of the answer
   */
  async function call<T>(
    method: "GET" | "POST" | "PUT" | "PATCH",
    path: string,
    answer: z.ZodType<T>,
    body?: Record<string, unknown>,
  ): Promise<T> {
    const { status, text } = await exchange(method, path, body);
    if (status < 200 || status > 299) throw new ProviderError(failureOf(status, text), `http_${status}`);
    const parsed = answer.safeParse(parseAnswer(text));
    // A proxy's page, perhaps: what was asked for may have been done.
    if (!parsed.success) throw new ProviderError("slow", "unreadable_answer");
    return parsed.data;
  }

  async function exchange(method: string, path: string, body: Record<string, unknown> | undefined) {
    try {
      const response = await fetch(`${baseUrl}/api/v1/accounts/${accountId}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "manual", // the token goes nowhere else
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(deadline === undefined ? [] : [deadline])]),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw deadline?.aborted ? tooLong(error) : unanswered(error);
    }
  }

  return { call };
}

/** Whether Chatwoot answered with one of these HTTP statuses. */
export function answeredWith(error: unknown, ...statuses: number[]): error is ProviderError {
  return error instanceof ProviderError && statuses.some((status) => error.code === `http_${status}`);
}

/** The time for all calls together has run out: the last one may still be running. */
export function tooLong(cause: unknown): ProviderError {
  return new ProviderError("slow", "too_long", { cause });
}

function failureOf(status: number, text: string): Failure {
  // A redirect: the call is right, the address is wrong.
  if (status < 400) return "stop";
  // 401 is also what an administrator's token is needed for.
  if (status === 401 || status === 403) return "stop";
  if (status === 408 || status === 429) return "slow";
  // 200 messages a minute in one conversation: the only 422 that passes by itself.
  if (status === 422 && /too many messages/i.test(text)) return "slow";
  // A gateway gave up waiting: the first try may still be running.
  if (status === 504 || status === 524) return "slow";
  return status >= 500 ? "retry" : "fix";
}

/** No answer: either it never left, or the first try may still be running and must not be overtaken by the next. */
function unanswered(error: unknown): ProviderError {
  const { code, mayHaveArrived } = noAnswer(error);
  return new ProviderError(mayHaveArrived ? "slow" : "retry", code, { cause: error });
}

import { z } from "zod";
import { noAnswer, parseAnswer } from "../../src/platform/no-answer.ts";

/** One request to the deployed service, and what is said of an answer that is not the right one. */

const TIMEOUT_MS = 10_000;
/** /metrics, the longest answer, has some hundred kilobytes. */
const MAX_BYTES = 4 * 1024 * 1024;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON; undefined when it is none. */
  json: unknown;
}

export type Ask = (
  path: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string },
) => Promise<Answer>;

/** Why a check failed. `cause` and `cure` are our own words: an answer may hold anything. */
export class Failed extends Error {
  override readonly name = "Failed";
  readonly cure: string;

  constructor(cause: string, cure: string) {
    super(cause);
    this.cure = cure;
  }
}

/** A check that cannot be made, which is not the service's fault. */
export class Skipped extends Error {
  override readonly name = "Skipped";
}

const unreachable = "check the address, and that the deployment runs";
const notOurs = "check the address: whoever answers there is not this service, or one of another version";

/** Each request ends with `deadline` at the latest. It follows no redirect: secrets go nowhere else. */
export function createAsk(url: string, deadline: AbortSignal): Ask {
  return async (path, init = {}) => {
    const signal = AbortSignal.any([deadline, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const response = await fetch(`${url}${path}`, { ...init, redirect: "manual", signal });
      const text = await textOf(response);
      return { status: response.status, headers: response.headers, text, json: parseAnswer(text) };
    } catch (error) {
      if (error instanceof Failed) throw error;
      throw new Failed(signal.aborted ? "no answer in time" : `no answer (${noAnswer(error).code})`, unreachable);
    }
  };
}

/** @throws Failed unless the answer has this status and its JSON this shape */
export function expectJson<T>(answer: Answer, status: number, shape: z.ZodType<T>): T {
  if (answer.status !== status) throw new Failed(`HTTP ${answer.status} instead of ${status}`, notOurs);
  const parsed = shape.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".");
  throw new Failed(path ? `the answer has a wrong ${path}` : "the answer is not the JSON of this route", notOurs);
}

/** @throws Failed unless the service refuses in the shape that all its errors have */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  const shape = z.object({ code: z.literal(code), message: z.string().min(1) });
  expectJson(answer, status, z.object({ error: shape, request_id: z.string().min(1) }));
}

/** Caches between us and the service would tell of its past. */
export function expectFresh({ headers }: Answer): void {
  if (headers.get("cache-control") === "no-store") return;
  throw new Failed("the answer has no cache-control: no-store", notOurs);
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const arriving: AsyncIterable<Uint8Array> | never[] = body ?? [];
  for await (const chunk of arriving) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Failed("the answer does not end", notOurs);
  }
  return Buffer.concat(chunks).toString("utf8");
}

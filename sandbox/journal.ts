import type { FastifyRequest } from "fastify";

/** What the fakes write down about the requests they receive. */

/** Old entries leave first, so that a long run keeps the memory flat. Prompts are long: 2 000 hold tens of megabytes. */
export function keep<T>(journal: T[], entry: T, limit = 20_000): T {
  journal.push(entry);
  if (journal.length > limit) journal.shift();
  return entry;
}

/** The parsed JSON, or what came when it was none. */
export function jsonOf(body: unknown): unknown {
  if (typeof body !== "string" || body === "") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** The body of a request that says that it is JSON. */
export function jsonBody({ headers, body }: FastifyRequest): unknown {
  return headers["content-type"]?.startsWith("application/json") ? jsonOf(body) : body;
}

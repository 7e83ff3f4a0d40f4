import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { jsonBody, keep } from "../journal.ts";
import type { Call } from "./requests.ts";
import { chatwootRoutes } from "./routes.ts";
import { broken, type ChatwootState, now, Refusal } from "./state.ts";

/** The Application API over HTTP: who may call, what is written down of a call, and failures on demand. */

const matching = { matching: z.union([z.string(), z.instanceof(RegExp)]).optional() };
export const failureSchema = z.discriminatedUnion("kind", [
  z.object({ ...matching, kind: z.literal("status"), http: z.int().min(200).max(599), body: z.unknown() }),
  z.object({ ...matching, kind: z.literal("hang-after-accept") }),
  z.object({ ...matching, kind: z.literal("reset-after-accept") }),
  z.object({ ...matching, kind: z.literal("delay"), ms: z.int().min(0) }),
]);

/**
 * What happens to the next call, or to the next one whose "METHOD /path" (below the account, without query) contains or
 * fits `matching`. After "status" nothing has changed; the other kinds carry the call out first, although the caller
 * never, or only later, learns so. A lost race for an identifier is `{ kind: "status", http: 500 }`.
 */
export type ChatwootFailure = z.input<typeof failureSchema>;

export interface RecordedRequest {
  at: string;
  method: string;
  /** Below the account, without query: "/contacts/filter". The whole path for another account. */
  path: string;
  query: Record<string, string>;
  /** The parsed JSON, the text when it was none, or null. */
  body: unknown;
  /** The HTTP status that was answered; null while, or because, no answer was given. */
  status: number | null;
}

interface ApiOptions {
  state: ChatwootState;
  apiToken: string;
  requests: RecordedRequest[];
  failures: ChatwootFailure[];
  stopping: AbortSignal;
}

export function serveApi(server: FastifyInstance, options: ApiOptions) {
  const { state, apiToken, requests, failures, stopping } = options;
  const prefix = `/api/v1/accounts/${state.account.id}`;

  async function serve(request: FastifyRequest, reply: FastifyReply, act: (call: Call) => unknown) {
    const { method } = request;
    const [whole = ""] = request.url.split("?", 1);
    const path = whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length) : whole;
    const call = callSchema.parse({ params: request.params, query: request.query, body: jsonBody(request) ?? null });
    const { query, body } = call;
    const record = keep<RecordedRequest>(requests, { at: now(), method, path, query, body, status: null });
    if (request.headers["api_access_token"] !== apiToken) return answer(record, reply, invalidToken);
    // Rails stops at JSON that is none. It would overlook what is not declared as JSON; here that is noticed.
    if (typeof body === "string" && body !== "") return answer(record, reply, badRequest);
    const failure = takeFailure(failures, `${method} ${path}`);
    if (failure?.kind === "status") return answer(record, reply, { status: failure.http, body: failure.body });
    const outcome = outcomeOf(() => act(call));
    if (failure?.kind === "reset-after-accept") request.raw.socket.resetAndDestroy();
    if (failure?.kind.endsWith("after-accept")) return reply.hijack();
    if (failure?.kind === "delay") await sleep(failure.ms, undefined, { signal: stopping }).catch(() => undefined);
    return answer(record, reply, outcome);
  }

  for (const { method, path, answer: act } of chatwootRoutes(state)) {
    server.route({ method, url: `${prefix}${path}`, handler: async (request, reply) => serve(request, reply, act) });
  }
  server.setNotFoundHandler(async (request, reply) =>
    serve(request, reply, () => {
      throw new Refusal(404, { status: 404, error: "Not Found" });
    }),
  );
}

interface Outcome {
  status: number;
  body: unknown;
}

const badRequest: Outcome = { status: 400, body: { status: 400, error: "Bad Request" } };
const invalidToken: Outcome = { status: 401, body: { error: "Invalid Access Token" } };

/** Of a parameter that is given several times the last one counts. */
const lastOne = z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? "")]);
const texts = z.record(z.string(), lastOne);
const callSchema = z.object({ params: texts, query: texts, body: z.unknown() });

function takeFailure(failures: ChatwootFailure[], line: string): ChatwootFailure | undefined {
  const index = failures.findIndex(({ matching: wanted = "" }) =>
    typeof wanted === "string" ? line.includes(wanted) : wanted.test(line),
  );
  return index === -1 ? undefined : failures.splice(index, 1)[0];
}

function outcomeOf(act: () => unknown): Outcome {
  try {
    return { status: 200, body: act() };
  } catch (error) {
    const { status, body } = error instanceof Refusal ? error : broken();
    return { status, body };
  }
}

/** A text goes out as it is: gateways and the request limit do not answer with JSON. */
function answer(record: RecordedRequest, reply: FastifyReply, { status, body }: Outcome): FastifyReply {
  record.status = status;
  return reply.code(status).send(body);
}

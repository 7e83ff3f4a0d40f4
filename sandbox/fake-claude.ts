import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import { createPromptCache, estimateTokens } from "./claude/prompt-cache.ts";
import { ClaudeRefusal, type ClaudeRequest, parseClaudeRequest, systemText } from "./claude/request.ts";
import { minimalValue } from "./claude/schema.ts";
import { jsonOf, keep } from "./journal.ts";

/** The Messages API without a model: its refusals, errors, usage and prompt cache, with answers that the test gives. */

/** Prompts and inputs are long: this many hold tens of megabytes. */
const kept = 2_000;

const megabyte = 1024 * 1024;
const maxBodyBytes = 32 * megabyte;

const failureSchema = z.intersection(
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("status"),
      http: z.int().min(400).max(599),
      type: z.string(),
      /** Seconds. */
      retryAfter: z.number().min(0).optional(),
    }),
    z.object({ kind: z.literal("slow"), ms: z.int().min(0) }),
    z.object({ kind: z.literal("text"), text: z.string() }),
    // The rest needs no more words: no answer at all; the connection cut before one; JSON that ends halfway, as
    // max_tokens cuts it; a refusal by the model; a text that is no JSON; an HTTP body that is none; and the usual
    // answer behind a thinking block.
    z.object({
      kind: z.literal(["hang", "reset", "cut-off", "refusal", "malformed", "invalid-body", "thinking-first"]),
    }),
  ]),
  /** For calls only whose system text or model contains this. */
  z.object({ only: z.string().min(1).optional() }),
);

/** What happens to the next call that the API would accept, instead of a prompt answer. */
type ScriptedFailure = z.input<typeof failureSchema>;

/** Gives the structured answer, or a text as it is. Undefined means the minimal value of the schema. */
type ClaudeAnswer = (request: ClaudeRequest) => unknown;

interface RecordedCall {
  at: string;
  /** The parsed JSON, or the text when it was none; null when it was too long. */
  body: unknown;
  /** The HTTP status that was answered; null while, or because, no answer was given. */
  status: number | null;
  /** Milliseconds, always growing: calls overlap when each began before the other ended. */
  startedAt: number;
  /** Before the answer leaves; for a call without one when its connection closed; null until then. */
  endedAt: number | null;
}

export interface FakeClaude {
  /** Without /v1, as the SDK wants its baseURL. */
  url: string;
  /** Every POST /v1/messages, oldest first. */
  requests: RecordedCall[];
  answer: ClaudeAnswer | undefined;
  /** Queues failures; each accepted call uses up the first one that is for it. */
  script(failures: ScriptedFailure[]): void;
  /** Hears of every accepted call before it is answered. */
  onRequest(listener: (request: ClaudeRequest) => void): void;
  stop(): Promise<void>;
}

/** Starts the fake. GET and DELETE /_received and POST /_script do from another process what the functions do here. */
export async function startFakeClaude(options: {
  apiKey: string;
  host?: string;
  port?: number;
  answer?: ClaudeAnswer;
}): Promise<FakeClaude> {
  const { apiKey, host = "127.0.0.1", port = 0, answer } = options;
  const requests: RecordedCall[] = [];
  const failures: ScriptedFailure[] = [];
  const events = new EventEmitter<{ request: [ClaudeRequest] }>();
  const stopping = new AbortController();
  const server = createServer();
  const fake: FakeClaude = {
    url: "",
    requests,
    answer,
    script: (more) => void failures.push(...more),
    onRequest: (listener) => void events.on("request", listener),
    async stop() {
      stopping.abort();
      await server.close();
    },
  };
  const respond = createResponder(fake, failures, (call) => void events.emit("request", call), stopping.signal);

  addRemoteControl(server, fake);
  server.post("/v1/messages", async (request, reply) => {
    const at = new Date().toISOString();
    const body = isTooLong(request) ? null : jsonOf(request.body);
    const record = keep<RecordedCall>(requests, { at, body, status: null, startedAt: nowMs(), endedAt: null }, kept);
    reply.raw.once("close", () => {
      record.endedAt ??= nowMs();
    });
    const answered = await accept(request, apiKey, body)
      .then(respond)
      .catch((error: unknown) => refusalOf(error, request.id));
    if (answered === "reset") request.raw.socket.resetAndDestroy();
    if (answered === "reset" || answered === "hang") return reply.hijack();
    return send(record, reply, answered);
  });
  fake.url = await server.listen({ host, port });
  return fake;
}

interface Answer {
  http: number;
  /** A text goes out as it is. */
  body: unknown;
  retryAfter?: number | undefined;
}

/** The body stays text until the handler looks, so malformed JSON is journalled and refused in the API's own shape. */
function createServer() {
  const genReqId = () => `req_${randomBytes(12).toString("base64url")}`;
  // Twice the limit is still read: a client that is cut off while it writes sees a broken connection, not the 413.
  const server = fastify({ forceCloseConnections: true, bodyLimit: 2 * maxBodyBytes, genReqId });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, async (_request: FastifyRequest, text: string) => text);
  server.addHook("onRequest", async (request, reply) => void reply.header("request-id", request.id));
  server.setNotFoundHandler(async (request, reply) => {
    const missing = new ClaudeRefusal(404, "not_found_error", "Not found");
    return reply.code(404).send(refusalOf(missing, request.id).body);
  });
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const { http, body } = refusalOf(error.statusCode === 413 ? tooLong() : error, request.id);
    return reply.code(http).send(body);
  });
  return server;
}

function addRemoteControl(server: FastifyInstance, fake: FakeClaude) {
  server.get("/_received", async () => ({ requests: fake.requests }));
  server.delete("/_received", async () => {
    fake.requests.length = 0;
    return { success: true };
  });
  server.post("/_script", async (request) => {
    const failures = z.array(failureSchema).safeParse(jsonOf(request.body));
    if (!failures.success) throw new ClaudeRefusal(400, "invalid_request_error", z.prettifyError(failures.error));
    fake.script(failures.data);
    return { queued: failures.data.length };
  });
}

/** The call, if the API would take it. */
async function accept(request: FastifyRequest, apiKey: string, body: unknown): Promise<ClaudeRequest> {
  const { headers } = request;
  if (headers.authorization !== `Bearer ${apiKey}`) {
    const hint = headers["x-api-key"] === undefined ? "" : ": x-api-key is not read, send Authorization: Bearer";
    throw new ClaudeRefusal(401, "authentication_error", `invalid API key${hint}`);
  }
  if (!headers["anthropic-version"]) {
    throw new ClaudeRefusal(400, "invalid_request_error", "anthropic-version: header is required");
  }
  if (isTooLong(request)) throw tooLong();
  return parseClaudeRequest(body);
}

function isTooLong({ body }: FastifyRequest): boolean {
  return typeof body === "string" && Buffer.byteLength(body) > maxBodyBytes;
}

function tooLong(): ClaudeRefusal {
  return new ClaudeRefusal(413, "request_too_large", "Request exceeds the maximum size");
}

function takeFailure(failures: ScriptedFailure[], call: ClaudeRequest): ScriptedFailure | undefined {
  const described = `${call.model}\n${systemText(call)}`;
  const index = failures.findIndex(({ only }) => only === undefined || described.includes(only));
  return index < 0 ? undefined : failures.splice(index, 1)[0];
}

function createResponder(
  fake: Pick<FakeClaude, "answer">,
  failures: ScriptedFailure[],
  announce: (call: ClaudeRequest) => void,
  stopping: AbortSignal,
) {
  const cache = createPromptCache();

  async function respond(call: ClaudeRequest): Promise<Answer | "hang" | "reset"> {
    const failure = takeFailure(failures, call);
    announce(call);
    if (failure?.kind === "hang" || failure?.kind === "reset") return failure.kind;
    if (failure?.kind === "invalid-body") return { http: 200, body: '{"type":"message","content":[' };
    if (failure?.kind === "status") {
      throw new ClaudeRefusal(failure.http, failure.type, "as scripted", failure.retryAfter);
    }
    const prompt = cache.measure(call);
    if (failure?.kind === "slow") await sleep(failure.ms, undefined, { signal: stopping }).catch(() => undefined);
    // A stop cuts connections; it is no answer of the API.
    if (stopping.aborted) return "hang";
    const { tokens, ...generated } = generate(call, failure, await textFor(call, failure));
    prompt.remember();
    return { http: 200, body: messageBody(call.model, generated, { ...prompt.usage, ...tokens }) };
  }

  async function textFor(call: ClaudeRequest, failure: ScriptedFailure | undefined): Promise<string> {
    if (failure?.kind === "refusal") return "";
    if (failure?.kind === "malformed") return "Sure! Here is what you asked for:";
    if (failure?.kind === "text") return failure.text;
    const answered = await fake.answer?.(call);
    if (answered === undefined) return minimalAnswer(call);
    return typeof answered === "string" ? answered : JSON.stringify(answered);
  }

  return respond;
}

function minimalAnswer({ output_config: config }: ClaudeRequest): string {
  return config?.format ? JSON.stringify(minimalValue(config.format.schema)) : "OK";
}

const thinkingBlock = { type: "thinking", thinking: "The candidate wants an answer.", signature: "c2lnbmVk" } as const;
const refused = { type: "refusal", category: null, explanation: "as scripted" } as const;

/** What comes back of a text: thinking counts toward max_tokens, and what exceeds them is cut. */
function generate(call: ClaudeRequest, failure: ScriptedFailure | undefined, text: string) {
  const thinking = failure?.kind === "thinking-first" ? [thinkingBlock] : [];
  const thinkingTokens = thinking.reduce((sum, block) => sum + estimateTokens(block.thinking.length), 0);
  const room = Math.max(0, (call.max_tokens - thinkingTokens) * 4);
  const length = failure?.kind === "cut-off" ? Math.min(room, Math.floor(text.length / 2)) : room;
  const isCut = failure?.kind === "cut-off" || text.length > length;
  const said = { type: "text", text: text.slice(0, length), citations: null };
  const isRefused = failure?.kind === "refusal";
  return {
    content: isRefused ? [] : [...thinking, said],
    stop_reason: isRefused ? "refusal" : isCut ? "max_tokens" : "end_turn",
    stop_details: isRefused ? refused : null,
    tokens: {
      // An empty answer costs something too.
      output_tokens: isCut ? call.max_tokens : Math.max(1, thinkingTokens + estimateTokens(text.length)),
      output_tokens_details: { thinking_tokens: Math.min(thinkingTokens, call.max_tokens) },
    },
  };
}

function messageBody(model: string, generated: object, usage: object) {
  return {
    id: `msg_${randomBytes(12).toString("base64url")}`,
    type: "message",
    role: "assistant",
    model,
    ...generated,
    stop_sequence: null,
    container: null,
    diagnostics: null,
    usage: { ...usage, service_tier: "standard", server_tool_use: null, inference_geo: null, speed: null },
  };
}

/** An answer function that throws is the fake's own failure: a 500 that says so. */
function refusalOf(error: unknown, requestId: string): Answer {
  const refusal = error instanceof ClaudeRefusal ? error : new ClaudeRefusal(500, "api_error", String(error));
  const { http, type, message, retryAfter } = refusal;
  return { http, retryAfter, body: { type: "error", error: { type, message }, request_id: requestId } };
}

function send(record: RecordedCall, reply: FastifyReply, { http, body, retryAfter }: Answer): FastifyReply {
  // The caller may have gone while the answer was made.
  if (record.endedAt === null) {
    record.status = http;
    record.endedAt = nowMs();
  }
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  return reply.code(http).type("application/json").send(body);
}

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import { type Interactive, receiptSchema, sendSchema } from "./360dialog/send.ts";
import { fillTemplate, sampleTemplates, type Template } from "./360dialog/templates.ts";
import { invalidKey, serveWebhookSettings } from "./360dialog/webhook-settings.ts";
import { jsonBody, keep } from "./journal.ts";
import { isBsuid, newWamid, postWebhook, statusBody, type Webhook, type WebhookBody } from "./webhook-body.ts";

/** A 360dialog that sends to nobody: the real wire format, a journal of what it received, and failures on demand. */

/** Status webhooks under way at once. */
const laneCount = 32;
/** Few, so that whoever reads only the first page is found out. */
const templatesPerPage = 2;
/** The provider goes on for days; about half a minute is enough to see that a status comes back after an outage. */
const callbackAttempts = 10;

const failureSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status"), http: z.int().min(200).max(599), body: z.unknown() }),
  z.object({ kind: z.literal("hang-after-accept") }),
  z.object({ kind: z.literal("reset-after-accept") }),
  z.object({ kind: z.literal("delay"), ms: z.int().min(0) }),
]);

/**
 * What happens to the next valid send instead of a prompt 200. The kinds that end in "after-accept", and "delay", take
 * the message first: the candidate gets it although the caller never, or only later, learns so.
 */
type ScriptedFailure = z.input<typeof failureSchema>;

interface RecordedRequest {
  at: string;
  /** Without the API key. */
  headers: Record<string, unknown>;
  /** The parsed JSON, or the text when it was none. */
  body: unknown;
  /** The HTTP status that was answered; null while, or because, no answer was given. */
  status: number | null;
  /** The id of the accepted message; null for everything else. */
  wamid: string | null;
}

interface SentMessage {
  at: string;
  wamid: string;
  /** Phone number without "+", or BSUID. */
  recipient: string;
  text: string;
  /** What can be tapped below the text, if anything. */
  interactive: Interactive | undefined;
  /** The name of the template that the text was made of. */
  template: string | undefined;
  callback?: string | undefined;
}

interface ReadReceipt {
  at: string;
  messageId: string;
  typing: boolean;
}

export interface Fake360dialog {
  url: string;
  /** Every POST /messages, oldest first. */
  requests: RecordedRequest[];
  /** Where statuses go. May be set later, when the service's port is known: here, or by POST /v1/configs/webhook. */
  webhook: Webhook | undefined;
  /** Whether GET /v1/configs/webhook shows the headers, too. */
  showsWebhookHeaders: boolean;
  /** What GET /message_templates lists, a page of two at a time, and what can be sent. */
  templates: Template[];
  /** Whether accepted messages are reported as sent, delivered and read. */
  statuses: boolean;
  /** The accepted messages to one phone number or BSUID, oldest first. */
  messagesTo(recipient: string): SentMessage[];
  readReceipts(): ReadReceipt[];
  /** Queues failures; each valid send uses up one. Read receipts use none. */
  script(failures: ScriptedFailure[]): void;
  onMessage(listener: (message: SentMessage) => void): void;
  onReadReceipt(listener: (receipt: ReadReceipt) => void): void;
  stop(): Promise<void>;
}

/** Starts the fake. GET and DELETE /_received and POST /_script do from another process what the functions do here. */
export async function startFake360dialog(options: {
  apiKey: string;
  host?: string;
  port?: number;
  webhook?: Webhook;
}): Promise<Fake360dialog> {
  const { apiKey, host = "127.0.0.1", port = 0, webhook } = options;
  const requests: RecordedRequest[] = [];
  const messages: SentMessage[] = [];
  const receipts: ReadReceipt[] = [];
  const failures: ScriptedFailure[] = [];
  const events = new EventEmitter<{ message: [SentMessage]; receipt: [ReadReceipt] }>();
  const stopping = new AbortController();
  const server = fastify({ forceCloseConnections: true });
  const fake: Fake360dialog = {
    url: "",
    requests,
    webhook,
    showsWebhookHeaders: true,
    templates: sampleTemplates(),
    statuses: true,
    messagesTo: (recipient) => messages.filter((message) => message.recipient === recipient),
    readReceipts: () => [...receipts],
    script: (more) => void failures.push(...more),
    onMessage: (listener) => void events.on("message", listener),
    onReadReceipt: (listener) => void events.on("receipt", listener),
    async stop() {
      stopping.abort();
      await Promise.all([server.close(), reporter.idle()]);
    },
  };
  const reporter = createReporter(fake, stopping.signal);

  // The body stays text until the handler looks: malformed JSON is journalled and refused in the provider's own shape.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, async (_request: FastifyRequest, text: string) => text);
  server.get("/_received", async () => ({ requests, messages, receipts }));
  server.delete("/_received", async () => {
    for (const journal of [requests, messages, receipts]) journal.length = 0;
    return { success: true };
  });
  server.post("/_script", async (request, reply) => {
    const script = z.array(failureSchema).safeParse(jsonBody(request), { reportInput: true });
    if (!script.success) return reply.code(400).send(refusal(script.error));
    fake.script(script.data);
    return { queued: failures.length };
  });
  serveWebhookSettings(server, apiKey, fake);
  server.get("/message_templates", async (request, reply) => {
    if (request.headers["d360-api-key"] !== apiKey) return reply.code(401).send(invalidKey);
    const { after = "0" } = z.object({ after: z.string().optional() }).parse(request.query);
    const end = Number(after) + templatesPerPage;
    const next = end < fake.templates.length ? { next: `${fake.url}/message_templates?after=${end}` } : {};
    return {
      data: fake.templates.slice(Number(after), end),
      paging: { cursors: { before: after, after: String(end) }, ...next },
    };
  });
  server.post("/messages", async (request, reply) => {
    const { "d360-api-key": key, ...headers } = request.headers;
    const at = new Date().toISOString();
    const record = keep<RecordedRequest>(requests, { at, headers, body: jsonBody(request), status: null, wamid: null });
    if (key !== apiKey) return answer(record, reply, 401, invalidKey);
    if ("status" in Object(record.body)) {
      const read = receiptSchema.safeParse(record.body, { reportInput: true });
      if (!read.success) return answer(record, reply, 400, refusal(read.error));
      events.emit("receipt", keep(receipts, { at, ...read.data }));
      return answer(record, reply, 200, { success: true });
    }
    const send = sendSchema.safeParse(record.body, { reportInput: true });
    if (!send.success) return answer(record, reply, 400, refusal(send.error));
    const failure = failures.shift();
    if (failure?.kind === "status") return answer(record, reply, failure.http, failure.body);
    const { input, template, ...content } = send.data;
    const filled = template === undefined ? content : fillTemplate(fake.templates, template);
    if ("code" in filled) return answer(record, reply, 400, templateRefusal(filled));
    const message = keep(messages, { at, wamid: newWamid(), ...content, ...filled, template: template?.name });
    record.wamid = message.wamid;
    events.emit("message", message);
    reporter.report(message);
    if (failure?.kind === "reset-after-accept") request.raw.socket.resetAndDestroy();
    if (failure?.kind.endsWith("after-accept")) return reply.hijack();
    if (failure?.kind === "delay") await sleep(failure.ms, undefined, { signal: stopping.signal });
    return answer(record, reply, 200, acceptance(message, input));
  });
  fake.url = await server.listen({ host, port });
  return fake;
}

/** Reports each message as sent, delivered and read, in this order. The messages of one lane wait for each other. */
function createReporter(fake: Pick<Fake360dialog, "webhook" | "statuses">, stopping: AbortSignal) {
  const lanes = Array.from({ length: laneCount }, () => Promise.resolve());
  let turn = 0;

  async function postStatuses({ wamid, recipient, callback }: SentMessage) {
    for (const status of ["sent", "delivered", "read"] as const) {
      if (fake.webhook === undefined || !fake.statuses) return;
      await post(fake.webhook, statusBody({ wamid, status, recipient, ...(callback !== undefined && { callback }) }));
    }
  }

  async function post(webhook: Webhook, body: WebhookBody) {
    for (let attempt = 0; attempt < callbackAttempts && !stopping.aborted; attempt += 1) {
      const answered = await postWebhook(webhook, body, stopping).catch(() => undefined);
      if (answered?.status === 200) return;
      await sleep(Math.min(250 * 2 ** attempt, 5000), undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  function report(message: SentMessage) {
    turn = (turn + 1) % laneCount;
    lanes[turn] = (lanes[turn] ?? Promise.resolve()).then(() => postStatuses(message));
  }

  return { report, idle: () => Promise.all(lanes) };
}

/** A text goes out as it is: gateways in front of the real API answer with HTML. */
function answer(record: RecordedRequest, reply: FastifyReply, status: number, body: unknown): FastifyReply {
  record.status = status;
  return reply.code(status).send(body);
}

function acceptance({ wamid, recipient }: SentMessage, input: string) {
  const contact = isBsuid(recipient) ? { input, user_id: recipient } : { input, wa_id: recipient };
  return { messaging_product: "whatsapp", contacts: [contact], messages: [{ id: wamid }] };
}

function templateRefusal({ code, details }: { code: number; details: string }) {
  const message = `(#${code}) Template cannot be sent`;
  const error_data = { messaging_product: "whatsapp", details };
  return {
    error: { message, type: "OAuthException", code, error_data, fbtrace_id: randomBytes(12).toString("base64url") },
  };
}

/** Meta's error body for the first thing that is wrong. */
function refusal({ issues: [issue] }: z.ZodError) {
  const parameter = issue?.path.join(".") || "messaging_product";
  const missing = issue?.input === undefined;
  return {
    error: {
      message: missing ? `(#100) The parameter ${parameter} is required.` : "(#131009) Parameter value is not valid",
      type: "OAuthException",
      code: missing ? 100 : 131009,
      error_data: { messaging_product: "whatsapp", details: `${parameter}: ${issue?.message}` },
      fbtrace_id: randomBytes(12).toString("base64url"),
    },
  };
}

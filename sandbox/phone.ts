import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import type { Interactive } from "./360dialog/send.ts";
import type { Fake360dialog } from "./fake-360dialog.ts";
import { newWamid, postWebhook, tapBody, textBody, type Webhook, type WebhookBody } from "./webhook-body.ts";

/** A page that plays the candidates' phones: it sends real webhooks to the service and shows what comes back. */

/** Events of all candidates together; the oldest leave first. */
const kept = 5000;

const sender = {
  waId: z.string().regex(/^[1-9]\d{4,14}$/, "the phone number must be 5 to 15 digits"),
  name: z.string().trim().min(1, "the name is missing").max(80, "the name is too long"),
};
/** What somebody writes on the page. */
const candidateMessage = z.object({
  ...sender,
  text: z.string().trim().min(1, "the message is empty").max(4096, "the message is longer than 4096 characters"),
});
/** `tap`: the title or the id of an option of the last message that has any. */
const candidateTap = z.object({ ...sender, name: sender.name.optional(), tap: z.string() });

type CandidateMessage = Pick<z.output<typeof candidateMessage>, "waId" | "text">;

export interface Phone {
  url: string;
  /** Called for every message that a candidate writes or taps on the page. */
  onCandidate(listener: (message: CandidateMessage) => void): void;
  stop(): Promise<void>;
}

/** What the page shows, in the order in which it happened. */
type PhoneEvent = { at: string; waId: string; wamid: string } & (
  | { kind: "candidate"; text: string }
  | { kind: "stored" }
  | { kind: "refused"; problem: string }
  | { kind: "read"; typing: boolean }
  | { kind: "answer"; text: string; options?: Interactive["options"] | undefined }
);

interface PhoneOptions {
  fake: Pick<Fake360dialog, "messagesTo" | "onMessage" | "onReadReceipt">;
  webhook: Webhook;
  host?: string;
  port?: number;
}

/**
 * Starts the page. Also without it `POST /phone/messages {waId, name, text}` sends a candidate's message, and with
 * {waId, tap} taps an option.
 */
export async function startPhone({ fake, webhook, host = "127.0.0.1", port = 0 }: PhoneOptions): Promise<Phone> {
  const events: PhoneEvent[] = [];
  const emitter = new EventEmitter<{ event: [PhoneEvent]; candidate: [CandidateMessage] }>();
  emitter.setMaxListeners(0); // one for each open page
  const stopping = new AbortController();
  const server = fastify({ forceCloseConnections: true });

  function publish(event: PhoneEvent) {
    events.push(event);
    if (events.length > kept) events.shift();
    emitter.emit("event", event);
  }

  fake.onMessage(({ at, recipient, wamid, text, interactive }) =>
    publish({ kind: "answer", at, waId: recipient, wamid, text, options: interactive?.options }),
  );
  fake.onReadReceipt(({ at, messageId, typing }) => {
    // A receipt names the message only. One that the page did not send belongs to nobody here.
    const message = events.find((event) => event.kind === "candidate" && event.wamid === messageId);
    if (message !== undefined) publish({ kind: "read", at, waId: message.waId, wamid: messageId, typing });
  });

  server.get("/", async (_request, reply) => sendPage(reply));
  server.get("/phone/events", async (request: FastifyRequest<{ Querystring: { waId?: string } }>, reply) => {
    const { waId } = request.query;
    const page = openStream(reply.hijack());
    const show = (event: PhoneEvent) => event.waId === waId && page.write(`data: ${JSON.stringify(event)}\n\n`);
    for (const event of events) show(event);
    emitter.on("event", show);
    page.once("close", () => emitter.off("event", show));
    return reply;
  });
  server.post("/phone/messages", async (request, reply) => {
    const isTap = "tap" in Object(request.body);
    const said = isTap ? readTap(request.body, fake.messagesTo) : readText(request.body);
    if ("error" in said) return reply.code(400).send(said);
    const { waId, text, bodyOf } = said;
    const wamid = newWamid();
    publish({ kind: "candidate", at: now(), waId, wamid, text });
    emitter.emit("candidate", { waId, text });
    const problem = await problemOf(postWebhook(webhook, bodyOf(wamid), stopping.signal));
    publish({ at: now(), waId, wamid, ...(problem === undefined ? { kind: "stored" } : { kind: "refused", problem }) });
    return problem === undefined ? { wamid } : reply.code(502).send({ error: problem });
  });

  const url = await server.listen({ host, port });
  return {
    url,
    onCandidate: (listener) => void emitter.on("candidate", listener),
    async stop() {
      stopping.abort();
      await server.close();
    },
  };
}

/** What was written or tapped, as the phone shows it and, under an id, as the service gets it. */
type Said = CandidateMessage & { bodyOf: (id: string) => WebhookBody };
type Problem = { error: string | undefined };

function readText(request: unknown): Said | Problem {
  const parsed = candidateMessage.safeParse(request);
  if (!parsed.success) return { error: parsed.error.issues[0]?.message };
  return { ...parsed.data, bodyOf: (id) => textBody({ ...parsed.data, id }) };
}

function readTap(request: unknown, messagesTo: Fake360dialog["messagesTo"]): Said | Problem {
  const parsed = candidateTap.safeParse(request);
  if (!parsed.success) return { error: parsed.error.issues[0]?.message };
  const { tap, ...candidate } = parsed.data;
  const shown = messagesTo(candidate.waId).findLast(({ interactive }) => interactive !== undefined);
  const option = shown?.interactive?.options.find(({ id, title }) => id === tap || title === tap);
  if (shown?.interactive === undefined || option === undefined) return { error: "there is no such option to tap" };
  const { wamid, interactive } = shown;
  const text = [option.title, option.description].filter((line) => line !== undefined).join("\n");
  return {
    waId: candidate.waId,
    text,
    bodyOf: (id) => tapBody({ ...candidate, id, wamid, type: interactive.type, option }),
  };
}

/** The page needs nothing from elsewhere and may fetch nothing from elsewhere. */
async function sendPage(reply: FastifyReply) {
  const page = await readFile(new URL("phone.html", import.meta.url));
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'";
  return reply
    .header("content-security-policy", `${policy}; img-src data:; base-uri 'none'; form-action 'none'`)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(page);
}

/** A stream of server-sent events. The comment makes the browser see at once that it is open. */
function openStream({ raw }: FastifyReply): ServerResponse {
  raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  raw.write(": open\n\n");
  return raw;
}

/** What the service did wrong with a webhook, for people; undefined after 200, the only answer that counts. */
async function problemOf(posting: ReturnType<typeof postWebhook>): Promise<string | undefined> {
  try {
    const { status, text } = await posting;
    return status === 200 ? undefined : `The service answered ${status}: ${text.slice(0, 300) || "(no text)"}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `The service gave no answer: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

function now(): string {
  return new Date().toISOString();
}

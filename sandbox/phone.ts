import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import type { Fake360dialog } from "./fake-360dialog.ts";
import { newWamid, postWebhook, textBody, type Webhook } from "./webhook-body.ts";

/** A page that plays the candidates' phones: it sends real webhooks to the service and shows what comes back. */

/** Events of all candidates together; the oldest leave first. */
const kept = 5000;

/** What the page sends. */
const candidateMessage = z.object({
  waId: z.string().regex(/^[1-9]\d{4,14}$/, "the phone number must be 5 to 15 digits"),
  name: z.string().trim().min(1, "the name is missing").max(80, "the name is too long"),
  text: z.string().trim().min(1, "the message is empty").max(4096, "the message is longer than 4096 characters"),
});

type CandidateMessage = z.output<typeof candidateMessage>;

export interface Phone {
  url: string;
  /** Called for every message that a candidate writes on the page. */
  onCandidate(listener: (message: CandidateMessage) => void): void;
  stop(): Promise<void>;
}

/** What the page shows, in the order in which it happened. */
type PhoneEvent = { at: string; waId: string; wamid: string } & (
  | { kind: "candidate"; text: string }
  | { kind: "stored" }
  | { kind: "refused"; problem: string }
  | { kind: "read"; typing: boolean }
  | { kind: "answer"; text: string }
);

interface PhoneOptions {
  fake: Pick<Fake360dialog, "onMessage" | "onReadReceipt">;
  webhook: Webhook;
  host?: string;
  port?: number;
}

/** Starts the page. Also without it `POST /phone/messages {waId, name, text}` sends a candidate's message. */
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

  fake.onMessage(({ at, recipient, wamid, text }) => publish({ kind: "answer", at, waId: recipient, wamid, text }));
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
    const parsed = candidateMessage.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ error: parsed.error.issues[0]?.message });
    const { waId, text } = parsed.data;
    const wamid = newWamid();
    publish({ kind: "candidate", at: now(), waId, wamid, text });
    emitter.emit("candidate", parsed.data);
    const problem = await problemOf(postWebhook(webhook, textBody({ ...parsed.data, id: wamid }), stopping.signal));
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

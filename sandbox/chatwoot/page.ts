import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { jsonBody } from "../journal.ts";
import { type ChatwootFailure, failureSchema } from "./api.ts";
import { newestFirst } from "./search.ts";
import {
  type ChatwootState,
  type Conversation,
  type ConversationStatus,
  conversationStatuses,
  findRecord,
  type Message,
  Refusal,
} from "./state.ts";

/** What serves people and other processes: a page without scripts on which to play the recruiter, and four calls. */

interface RecruiterSide {
  humanReply(conversationId: number, text: string, options?: { private?: boolean }): Message;
  setStatus(conversationId: number, status: ConversationStatus): void;
  decide(conversationId: number, decision: string | null): void;
  script(failures: ChatwootFailure[]): void;
}

export function servePeople(server: FastifyInstance, state: ChatwootState, side: RecruiterSide) {
  server.get("/", async (_request, reply) =>
    reply
      .header("content-security-policy", pagePolicy)
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(conversationsPage(state)),
  );
  server.get("/_state", async () => {
    const { contacts, conversations, definitions: customAttributeDefinitions } = state;
    return { contacts, conversations, customAttributeDefinitions };
  });
  server.post("/_reply", async (request, reply) =>
    act(request, reply, replySchema, ({ conversation_id, content, private: isPrivate }) =>
      side.humanReply(conversation_id, content, { private: isPrivate }),
    ),
  );
  server.post("/_status", async (request, reply) =>
    act(request, reply, statusSchema, ({ conversation_id, status }) => {
      side.setStatus(conversation_id, status);
      return { conversation_id, status };
    }),
  );
  server.post("/_decide", async (request, reply) =>
    act(request, reply, decisionSchema, ({ conversation_id, decision }) => {
      side.decide(conversation_id, decision);
      return { conversation_id, decision };
    }),
  );
  server.post("/_script", async (request, reply) =>
    act(request, reply, z.array(failureSchema), (failures) => {
      side.script(failures);
      return { success: true };
    }),
  );
}

/** The page needs nothing from elsewhere and may send its forms only back. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Forms send texts only. */
const conversation_id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const yes = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]).default(false);
/** A form cannot send null. */
const emptyAsNull = z
  .string()
  .nullable()
  .transform((text) => text || null);
const replySchema = z.object({ conversation_id, content: z.string().min(1), private: yes });
const decisionSchema = z.object({ conversation_id, decision: emptyAsNull });
const statusSchema = z.object({ conversation_id, status: z.enum(conversationStatuses) });

/** Carries out what JSON or a form of the page asks for. A form comes back to the page, and must have come from it. */
function act<T>(request: FastifyRequest, reply: FastifyReply, schema: z.ZodType<T>, action: (input: T) => unknown) {
  const { origin, host, "content-type": type } = request.headers;
  const isForm = type?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (isForm && origin !== undefined && origin !== `http://${host}`) {
    return reply.code(403).send({ error: "The form came from another page" });
  }
  const fields = isForm ? Object.fromEntries(new URLSearchParams(String(request.body))) : jsonBody(request);
  const input = schema.safeParse(fields);
  if (!input.success) return reply.code(400).send({ error: z.prettifyError(input.error) });
  try {
    const result = action(input.data);
    return isForm ? reply.redirect("/", 303) : reply.send(result);
  } catch (error) {
    if (error instanceof Refusal) return reply.code(error.status).send(error.body);
    throw error;
  }
}

function conversationsPage(state: ChatwootState): string {
  const conversations = newestFirst(state.conversations).map((one) => conversationHtml(state, one));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fake Chatwoot</title>
<style>
body { margin: 1rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.4 system-ui, sans-serif }
section { border-top: 1px solid #999 } li { white-space: pre-wrap; overflow-wrap: anywhere }
form { display: flex; gap: .5rem; margin: .5rem 0 } input[name=content] { flex: 1 }
</style>
<h1>Fake Chatwoot</h1>
${conversations.join("\n") || "<p>No conversations yet. Reload to look again.</p>"}
</html>
`;
}

function conversationHtml(state: ChatwootState, conversation: Conversation): string {
  const { id, contact_id, status, messages, custom_attributes } = conversation;
  const { name, phone_number } = findRecord(state.contacts, contact_id);
  const options = conversationStatuses.map((one) => `<option${one === status ? " selected" : ""}>${one}</option>`);
  const decisions = ["", "proceed", "reject", "hold"].map(
    (one) => `<option${one === (custom_attributes["decision"] ?? "") ? " selected" : ""}>${one}</option>`,
  );
  const hidden = `<input type="hidden" name="conversation_id" value="${id}">`;
  return `<section aria-labelledby="c${id}">
<h2 id="c${id}">#${id} ${escapeHtml(name)} ${escapeHtml(phone_number ?? "")} (${status})</h2>
<ul>${messages.map(messageHtml).join("")}</ul>
<form method="post" action="/_reply">${hidden}<input name="content" required aria-label="Reply to ${id}">
<label><input type="checkbox" name="private" value="true"> private</label><button>Send</button></form>
<form method="post" action="/_status">${hidden}<select name="status" aria-label="Status of ${id}">${options.join("")}</select>
<button>Set status</button></form>
<form method="post" action="/_decide">${hidden}<select name="decision" aria-label="Decision of ${id}">${decisions.join("")}</select>
<button>Set decision</button></form>
</section>`;
}

function messageHtml({ content, message_type, private: isPrivate, sender, status, attachments }: Message): string {
  const author = sender?.name ?? "Chatwoot";
  const kind = isPrivate ? "private note" : message_type;
  const text = content ?? attachments.map((one) => `[${one.file_type}]`).join(" ");
  return `<li><b>${escapeHtml(author)}</b> (${kind}, ${status}): ${escapeHtml(text)}</li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

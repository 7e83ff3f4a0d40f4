import { z } from "zod";
import type { FakeChatwoot } from "../../sandbox/fake-chatwoot.ts";

export const apiToken = "the-token";
export const accountId = 3;
export const webhookSecret = "the-webhook-secret";

/** One call of the Application API. Texts go out as they are. */
export async function call(fake: FakeChatwoot, line: string, body?: unknown, token = apiToken) {
  const [method = "", path = ""] = line.split(" ");
  const response = await fetch(`${fake.url}/api/v1/accounts/${accountId}${path}`, {
    method,
    headers: { api_access_token: token, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const answer: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, answer };
}

/** A contact with a conversation in the given inbox, made by the calls that the service makes. */
export async function startConversation(fake: FakeChatwoot, waId = "34600111222", inboxId = fake.inboxId) {
  const contact = { name: "Ana Pérez", phone_number: `+${waId}`, identifier: `wa:${waId}` };
  const link = { inbox_id: inboxId, source_id: waId };
  const created = await call(fake, "POST /contacts", { ...contact, ...link });
  const contactId = z.object({ payload: z.object({ contact: withId }) }).parse(created.answer).payload.contact.id;
  const opened = await call(fake, "POST /conversations", { ...link, contact_id: contactId });
  return { contactId, conversationId: withId.parse(opened.answer).id };
}

/** Posts a message and answers its id. */
export async function post(fake: FakeChatwoot, conversationId: number, message: Record<string, unknown>) {
  const { answer } = await call(fake, `POST /conversations/${conversationId}/messages`, message);
  return withId.parse(answer).id;
}

const withId = z.object({ id: z.int() });

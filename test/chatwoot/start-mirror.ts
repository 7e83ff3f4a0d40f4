import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { type FakeChatwootOptions, startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import type { ChatwootIds } from "../../src/chatwoot/contact.ts";
import { createMirror, type MirrorEffect, type MirrorParts } from "../../src/chatwoot/mirror.ts";

export const account = { apiToken: "the-token-of-an-administrator", accountId: 3 };
export const lucia = { wa_id: "34611000001", bsuid: "ES.90010001", name: "Lucía" };

interface Options {
  fake?: Partial<FakeChatwootOptions>;
  config?: Partial<MirrorParts["config"]>;
  link?: MirrorParts["link"];
}

/** A mirror in front of a fake Chatwoot, and the memory that the database has of it. */
export async function startMirror(options: Options = {}) {
  const fake = await startFakeChatwoot({ ...account, webhookSecret: "unused", ...options.fake });
  onTestFinished(() => fake.stop());
  const links = new Map<number, ChatwootIds | null>();
  const config = { ...account, baseUrl: fake.url, maxTimeoutMs: 30_000, ...options.config };
  const { send } = createMirror({
    config,
    link: options.link ?? (async (conversation, ids) => void links.set(conversation, ids)),
  });
  let lastId = 0;

  /** An effect as the outbox hands it on, with what is known of Chatwoot by now. */
  function effect(kind: MirrorEffect["kind"], body: MirrorEffect["body"], more: Partial<MirrorEffect> = {}) {
    lastId += 1;
    const { conversation = 1 } = more;
    const known = links.get(conversation) ?? { contact: null, conversation: null };
    return { id: lastId, attempt: 1, conversation, kind, body, contact: lucia, chatwoot: known, ...more };
  }

  /** The calls so far, as "METHOD /path", optionally only those that contain a word. */
  const calls = (word = "") =>
    fake.requests.map(({ method, path }) => `${method} ${path}`).filter((call) => call.includes(word));
  /** The messages of Lucía's first conversation. */
  const messages = () => fake.conversations[0]?.messages ?? [];

  return { fake, config, links, send, effect, calls, messages };
}

/** Texts to post. */
export const hola = { text: "Hola, busco trabajo", source_id: "wamid.IN1==", sent_at: "2026-01-02T03:04:05.000Z" };
export const answer = { text: "¡Hola! ¿Cómo te llamas?", source_id: "wamid.OUT1==", error: null };

/** An effect of a conversation of which nothing is known (any more). */
export const unlinked = { chatwoot: { contact: null, conversation: null } };

/** What a recruiter did before us. */
export function addContact(config: Api, contact: Record<string, unknown>): Promise<number> {
  return callApi(config, "/contacts", contact);
}

const createdContact = z.object({ payload: z.object({ contact: z.object({ id: z.int() }) }) });

interface Api {
  baseUrl: string;
  apiToken: string;
  accountId: number;
}

/** What somebody else does through the API. Answers with the id of the new contact, or -1. */
export async function callApi({ baseUrl, apiToken, accountId }: Api, path: string, body: unknown): Promise<number> {
  const response = await fetch(`${baseUrl}/api/v1/accounts/${accountId}${path}`, {
    method: "POST",
    headers: { api_access_token: apiToken, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  const created = createdContact.safeParse(await response.json());
  return created.data?.payload.contact.id ?? -1;
}

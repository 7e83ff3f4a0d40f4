import { z } from "zod";
import { ProviderError } from "../errors.ts";
import { answeredWith, type ChatwootClient, type ClientConfig, createChatwootClient, tooLong } from "./client.ts";
import { type ChatwootIds, createContactFinder, type Person } from "./contact.ts";
import { createMessages, type Messages } from "./messages.ts";
import { attributeKey, createSetup } from "./setup.ts";

const effectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("incoming"), body: z.object({ text: z.string(), source_id: z.string() }) }),
  z.object({
    kind: z.literal("outgoing"),
    body: z.object({ text: z.string(), source_id: z.string(), error: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal("delivery"),
    body: z.object({
      message: z.int().nullable(),
      status: z.enum(["delivered", "read", "failed"]),
      error: z.string().nullable(),
    }),
  }),
  z.object({
    kind: z.literal("profile"),
    body: z.object({
      name: z.string().nullable(),
      email: z.string().nullable(),
      attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  }),
  z.object({ kind: z.literal("application"), body: z.object({ attributes: z.record(z.string(), z.string()) }) }),
  z.object({ kind: z.literal("note"), body: z.object({ text: z.string() }) }),
  z.object({ kind: z.literal("open"), body: z.object({}) }),
]);
type Content = z.output<typeof effectSchema>;
type BodyOf<K extends Content["kind"]> = Extract<Content, { kind: K }>["body"];

const withAttributes = z.object({ custom_attributes: z.record(z.string(), z.unknown()).nullish() });
const toggled = z.object({ payload: z.object({ current_status: z.string() }) });

/** What the mirror can be asked to do. `conversation` is ours, `chatwoot` what is known of theirs. */
export interface MirrorEffect {
  id: number;
  attempt: number;
  conversation: number;
  kind: Content["kind"];
  body: Record<string, unknown>;
  contact: Person;
  chatwoot: { contact: number | null; conversation: number | null; status?: string | null | undefined };
}

export interface MirrorParts {
  config: ClientConfig & {
    inboxId?: number | undefined;
    botId?: number | undefined;
    /** Who gets what is handed over; without it, whoever looks first. */
    teamId?: number | undefined;
    /**
     * For all calls of one effect together. It has to be over before the outbox hands the effect out again: a first try
     * posts without looking, and one that still ran would post what the second has posted.
     */
    maxTimeoutMs: number;
  };
  /** Keeps where Chatwoot holds one of our conversations; null: nowhere any more. */
  link: (conversation: number, ids: ChatwootIds | null) => Promise<void>;
}

/** Chatwoot as the recruiters' window: what was said, by whom, and what became of it. */
export function createMirror({ config, link }: MirrorParts) {
  // What is set up is for every effect: it goes on when the one that asked first has run out of time.
  const setup = createSetup(createChatwootClient(config), config);

  /**
   * Carries out one effect and returns Chatwoot's id of the message, if it is one.
   * @throws ProviderError
   */
  async function send(effect: MirrorEffect): Promise<string | undefined> {
    const content = effectSchema.safeParse(effect);
    if (!content.success) throw new ProviderError("fix", "bad_effect");
    const deadline = AbortSignal.timeout(config.maxTimeoutMs);
    try {
      const id = await inTime(deadline, carryOut(effect, content.data, createChatwootClient(config, deadline)));
      return id === undefined ? undefined : String(id);
    } catch (error) {
      if (!answeredWith(error, 404)) throw error;
      const { contact, conversation } = effect.chatwoot;
      // Nothing of ours was there to be deleted: the address or the account is wrong.
      if (contact === null && conversation === null) throw new ProviderError("stop", "not_found", { cause: error });
      await save(effect.conversation, null);
      throw new ProviderError("retry", "gone", { cause: error });
    }
  }

  async function carryOut(effect: MirrorEffect, { kind, body }: Content, client: ChatwootClient) {
    const messages = createMessages(client);
    // What became of a message is worth no new conversation.
    if (kind === "delivery") return reportDelivery(messages, effect.chatwoot.conversation, body);
    const { contact, conversation } = await locate(client, effect);
    switch (kind) {
      case "incoming":
        return messages.post(conversation, { text: body.text, sourceId: body.source_id }, effect.attempt);
      case "outgoing": {
        const message = { text: body.text, sourceId: body.source_id, bot: await setup.bot() };
        const id = await messages.post(conversation, message, effect.attempt);
        if (body.error !== null) await messages.setStatus(conversation, id, "failed", body.error);
        return id;
      }
      case "note": {
        const note = { text: body.text, sourceId: `note:${effect.id}`, bot: await setup.bot(), private: true };
        return messages.post(conversation, note, effect.attempt);
      }
      case "profile":
        return updateProfile(client, contact, body);
      case "application":
        return updateApplication(client, conversation, body);
      case "open":
        return open(client, conversation, { knownStatus: effect.chatwoot.status, teamId: config.teamId });
    }
  }

  /** Remembered before anything is posted, so that a repetition looks in the right place. */
  async function locate(client: ChatwootClient, effect: MirrorEffect): Promise<ChatwootIds> {
    const { conversation, contact, chatwoot } = effect;
    if (chatwoot.contact !== null && chatwoot.conversation !== null) {
      return { contact: chatwoot.contact, conversation: chatwoot.conversation };
    }
    const ids = await createContactFinder(client, setup.inbox).find(contact);
    await save(conversation, ids);
    return ids;
  }

  async function save(conversation: number, ids: ChatwootIds | null): Promise<void> {
    try {
      await link(conversation, ids);
    } catch (cause) {
      throw new ProviderError("retry", "not_linked", { cause });
    }
  }

  async function updateProfile(client: ChatwootClient, contact: number, body: BodyOf<"profile">): Promise<undefined> {
    await setup.defineProfile();
    const { name, email, attributes } = body;
    const named = Object.entries(attributes).map(([field, value]) => [attributeKey(field), value] as const);
    const changes = { ...(name !== null && { name }), custom_attributes: Object.fromEntries(named) };
    const put = (values: Record<string, unknown>) => client.call("PUT", `/contacts/${contact}`, z.unknown(), values);
    try {
      await put({ ...changes, ...(email !== null && { email }) });
    } catch (error) {
      // Somebody else has the address, or Chatwoot does not like it.
      if (email === null || !answeredWith(error, 422)) throw error;
      await put(changes);
    }
  }

  async function updateApplication(
    client: ChatwootClient,
    conversation: number,
    { attributes }: BodyOf<"application">,
  ): Promise<undefined> {
    await setup.defineApplication();
    const path = `/conversations/${conversation}`;
    // The whole hash is replaced by a write: what recruiters and others keep there stays.
    const { custom_attributes } = await client.call("GET", path, withAttributes);
    const { decision, ...known } = custom_attributes ?? {};
    // What was decided about one application says nothing about the next.
    const [before, now] = [known["application"], attributes["application"]];
    const isAnother = before !== undefined && now !== undefined && before !== now;
    const kept = decision === undefined || isAnother ? known : { ...known, decision };
    await client.call("POST", `${path}/custom_attributes`, z.unknown(), {
      custom_attributes: { ...kept, ...attributes },
    });
  }

  return { send };
}

async function reportDelivery(
  messages: Messages,
  conversation: number | null,
  body: BodyOf<"delivery">,
): Promise<undefined> {
  if (body.message === null || conversation === null) return;
  try {
    await messages.setStatus(conversation, body.message, body.status, body.error);
  } catch (error) {
    // The message went away with its conversation.
    if (!answeredWith(error, 404)) throw error;
  }
}

/** The token is an administrator's: an agent's would assign the conversation to that agent. */
async function open(
  client: ChatwootClient,
  conversation: number,
  { knownStatus, teamId }: { knownStatus: string | null | undefined; teamId: number | undefined },
): Promise<undefined> {
  const path = `/conversations/${conversation}`;
  const { status } = await client.call("GET", path, z.object({ status: z.string() }));
  // A recruiter has resolved it since, and the webhook is still on its way: what they did last counts.
  if (status === "resolved" && knownStatus !== "resolved") return;
  // First the team, so that nobody else is told of it.
  if (teamId !== undefined) await client.call("POST", `${path}/assignments`, z.unknown(), { team_id: teamId });
  const { payload } = await client.call("POST", `${path}/toggle_status`, toggled, { status: "open" });
  if (payload.current_status !== "open") throw new ProviderError("fix", "not_opened");
}

/** Also for what has a time of its own, or none: set-up and our database. Nothing is posted after the deadline. */
async function inTime<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(tooLong(deadline.reason));
  deadline.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, end]);
  } finally {
    deadline.removeEventListener("abort", giveUp);
  }
}

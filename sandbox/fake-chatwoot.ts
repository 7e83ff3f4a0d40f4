import { EventEmitter } from "node:events";
import { type FastifyRequest, fastify } from "fastify";
import { type ChatwootFailure, type RecordedRequest, serveApi } from "./chatwoot/api.ts";
import { changeStatus } from "./chatwoot/changes.ts";
import { decide } from "./chatwoot/conversations.ts";
import { createDeliveries, type Delivery } from "./chatwoot/deliveries.ts";
import { addAttachment, addMessage } from "./chatwoot/messages.ts";
import { servePeople } from "./chatwoot/page.ts";
import {
  type Bot,
  type ChatwootState,
  type Contact,
  type Conversation,
  type ConversationStatus,
  type Definition,
  findRecord,
  firstId,
  type Inbox,
  type Message,
  recruiter,
  type Sender,
} from "./chatwoot/state.ts";
import { keep } from "./journal.ts";

/** A Chatwoot without people: its Application API, the webhooks of its API inboxes, and failures on demand. */

export interface FakeChatwootOptions {
  /** An administrator's. */
  apiToken: string;
  accountId: number;
  /** Of the inbox "WhatsApp"; others have one of their own. */
  webhookSecret: string;
  host?: string;
  port?: number;
  webhookUrl?: string;
  /** Whether the agent bot is linked to the inbox; it is unless told otherwise. */
  botLinked?: boolean;
  /** No inbox and no bot, as after the account was made. */
  empty?: boolean;
  /** Inboxes besides "WhatsApp", API inboxes unless told otherwise. They have no webhook and no bot. */
  moreInboxes?: { name: string; channelType?: string }[];
  /** Chatwoot gives up after 5 s. */
  webhookTimeoutMs?: number;
}

export interface FakeChatwoot {
  url: string;
  /** Where events of the first inbox go; without it they are lost. May be set later, when the service's port is known. */
  webhookUrl: string | undefined;
  /** Whether every event is delivered twice, with different delivery ids, as by two senders. */
  duplicateWebhooks: boolean;
  inboxId: number;
  botId: number;
  inboxes: Inbox[];
  bots: Bot[];
  /** Every call of the API, oldest first, without headers. */
  requests: RecordedRequest[];
  /** What the webhook answered, oldest first. */
  deliveries: Delivery[];
  contacts: Contact[];
  conversations: Conversation[];
  customAttributeDefinitions: Definition[];
  /** A recruiter writes to the candidate, or to the colleagues. */
  humanReply(conversationId: number, text: string, options?: { private?: boolean }): Message;
  /** A recruiter sends a picture without a word: content is null. */
  humanAttachment(conversationId: number): Message;
  /** Chatwoot itself writes, as with greetings and surveys: the sender is null. */
  sendTemplate(conversationId: number, text: string): Message;
  /** A recruiter clicks. */
  setStatus(conversationId: number, status: ConversationStatus): void;
  /** A recruiter chooses from the list of the attribute "decision"; null empties it. */
  decide(conversationId: number, decision: string | null): void;
  /** Queues failures; each authorised call uses up at most one, the oldest that matches. */
  script(failures: ChatwootFailure[]): void;
  /** Called for every message but activities, before its webhook. */
  onMessage(listener: (message: Message, conversation: Conversation) => void): void;
  /** Keeps back the events whose name contains the text ("conversation_"), until the release. Everything else passes. */
  holdWebhooks(name: string): void;
  releaseWebhooks(): void;
  /** Until every webhook that is not held has been answered or given up. */
  delivered(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the fake. GET / and /_state and POST /_reply, /_status, /_decide and /_script serve people and other processes. */
export async function startFakeChatwoot(options: FakeChatwootOptions): Promise<FakeChatwoot> {
  const { host = "127.0.0.1", port = 0, apiToken } = options;
  const failures: ChatwootFailure[] = [];
  const events = new EventEmitter<{ message: [Message, Conversation] }>();
  const abort = new AbortController();
  const server = createServer();
  const state = initialState(options, (event) => {
    if (event.event === "message_created") events.emit("message", event.message, event.conversation);
    deliveries.publish(event);
  });
  const fake: FakeChatwoot = {
    url: "",
    get webhookUrl() {
      return state.inboxes[0]?.webhook_url ?? undefined;
    },
    set webhookUrl(url) {
      const [inbox] = state.inboxes;
      if (inbox !== undefined) inbox.webhook_url = url ?? null;
    },
    duplicateWebhooks: false,
    inboxId: firstId.inbox,
    botId: firstId.bot,
    inboxes: state.inboxes,
    bots: state.bots,
    requests: [],
    deliveries: [],
    contacts: state.contacts,
    conversations: state.conversations,
    customAttributeDefinitions: state.definitions,
    ...recruiterSide(state, () => fake.url),
    script: (more) => void failures.push(...more),
    onMessage: (listener) => void events.on("message", listener),
    holdWebhooks: (name) => deliveries.hold(name),
    releaseWebhooks: () => deliveries.release(),
    delivered: () => deliveries.idle(),
    async stop() {
      abort.abort();
      await Promise.all([server.close(), deliveries.idle()]);
    },
  };
  const stopping = abort.signal;
  const onDelivery = (delivery: Delivery) => void keep(fake.deliveries, delivery);
  const timeoutMs = options.webhookTimeoutMs;
  const deliveries = createDeliveries({ state, target: fake, timeoutMs, stopping, onDelivery });

  serveApi(server, { state, apiToken, requests: fake.requests, failures, stopping });
  servePeople(server, state, fake);
  fake.url = await server.listen({ host, port });
  return fake;
}

type RecruiterSide = Pick<FakeChatwoot, "humanReply" | "humanAttachment" | "sendTemplate" | "setStatus" | "decide">;

/** What people do in the dashboard, and Chatwoot by itself. */
function recruiterSide(state: ChatwootState, url: () => string): RecruiterSide {
  const sender: Sender = { type: "user", ...recruiter };
  const conversation = (id: number) => findRecord(state.conversations, id);
  return {
    humanReply: (id, content, { private: isPrivate = false } = {}) =>
      addMessage(state, conversation(id), { content, message_type: "outgoing", sender, private: isPrivate }),
    humanAttachment: (id) =>
      addAttachment(state, conversation(id), sender, `${url()}/rails/active_storage/blobs/photo.png`),
    sendTemplate: (id, content) =>
      addMessage(state, conversation(id), { content, message_type: "template", sender: null }),
    setStatus: (id, status) => changeStatus(state, conversation(id), status, recruiter),
    decide: (id, decision) => decide(state, conversation(id), decision),
  };
}

/** The body of a call stays text until somebody looks: what is no JSON is written down and refused as at Chatwoot. */
function createServer() {
  const server = fastify({ forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, async (_request: FastifyRequest, text: string) => text);
  return server;
}

function initialState(options: FakeChatwootOptions, publish: ChatwootState["publish"]): ChatwootState {
  const { accountId, webhookSecret, webhookUrl = null, botLinked = true, empty = false, moreInboxes = [] } = options;
  const bot: Bot = { id: firstId.bot, name: "Recruitment assistant", outgoing_url: null, system_bot: false };
  const first = { name: "WhatsApp", channel_type: "Channel::Api", webhook_url: webhookUrl, secret: webhookSecret };
  const more = moreInboxes.map(({ name, channelType = "Channel::Api" }, index) => {
    return { name, channel_type: channelType, webhook_url: null, secret: `secret-of-inbox-${index + 2}` };
  });
  const inboxes = [...(empty ? [] : [first]), ...more].map((inbox, index) => {
    return { ...inbox, id: firstId.inbox + index, agent_bot_id: inbox === first && botLinked ? bot.id : null };
  });
  const account = { id: accountId, name: "Recruiting" };
  const records = { contacts: [], contactInboxes: [], conversations: [], definitions: [] };
  return { account, inboxes, bots: empty ? [] : [bot], ...records, lastMessageId: firstId.message - 1, publish };
}

import { z } from "zod";
import type { ChatwootClient } from "./client.ts";

/** 20 messages a page. What is being repeated is never older than what people wrote while it waited. */
const MAX_PAGES = 25;
/** Longer content is refused. Ruby counts code points, of which there are never more than of our units. */
const MAX_CONTENT = 150_000;
const ZERO_WIDTH_SPACE = "\u200B";

const message = z.object({ id: z.int(), source_id: z.string().nullish() });
const messageList = z.object({ payload: z.array(message) });

/** A message to post. Without a bot it is the candidate's; with one it is ours, and `private` makes it a note. */
export interface NewMessage {
  text: string;
  sourceId: string;
  bot?: number;
  private?: boolean;
}

export type Messages = ReturnType<typeof createMessages>;

/** The messages of Chatwoot's conversations. */
export function createMessages(client: ChatwootClient) {
  /**
   * Posts a message and returns its id. Chatwoot makes two of the same one posted twice, so a repetition looks for what
   * the first try left.
   */
  async function post(conversation: number, given: NewMessage, attempt: number): Promise<number> {
    const posted = attempt > 1 ? await find(conversation, given.sourceId) : undefined;
    if (posted !== undefined) return posted;
    const { id } = await client.call("POST", `/conversations/${conversation}/messages`, message, toBody(given));
    return id;
  }

  async function find(conversation: number, sourceId: string): Promise<number | undefined> {
    let before = "";
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const path = `/conversations/${conversation}/messages${before}`;
      const { payload } = await client.call("GET", path, messageList);
      const found = payload.find(({ source_id }) => source_id === sourceId);
      if (found !== undefined || payload.length === 0) return found?.id;
      before = `?before=${Math.min(...payload.map(({ id }) => id))}`;
    }
    return undefined;
  }

  /** What became of a message on WhatsApp. Not in the OpenAPI file: MessagesController#update, API inboxes only. */
  async function setStatus(conversation: number, id: number, status: string, error: string | null): Promise<void> {
    const body = { status, ...(error !== null && { external_error: error }) };
    await client.call("PATCH", `/conversations/${conversation}/messages/${id}`, z.unknown(), body);
  }

  return { post, setStatus };
}

function toBody({ text, sourceId, bot, private: isPrivate = false }: NewMessage): Record<string, unknown> {
  if (bot === undefined) return { message_type: "incoming", content: shorten(text), source_id: sourceId };
  return {
    message_type: "outgoing",
    private: isPrivate,
    content: shorten(isPrivate ? withoutMentions(withoutLiquid(text)) : withoutLiquid(text)),
    source_id: sourceId,
    // The administrator, whose token it is, would look like a person who has taken over.
    sender_type: "AgentBot",
    sender_id: bot,
  };
}

/** Chatwoot renders what is outgoing as a Liquid template (app/models/concerns/liquidable.rb). Looks the same. */
function withoutLiquid(text: string): string {
  return text.replaceAll(/\{(?=[{%])/g, `{${ZERO_WIDTH_SPACE}`);
}

/** Private notes also call whoever they mention (app/services/messages/mention_service.rb). */
function withoutMentions(text: string): string {
  return text.replaceAll("mention://", `mention:${ZERO_WIDTH_SPACE}//`);
}

function shorten(text: string): string {
  return text.length > MAX_CONTENT ? text.slice(0, MAX_CONTENT).replace(/[\uD800-\uDBFF]$/, "") : text;
}

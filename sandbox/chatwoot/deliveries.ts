import { changeMessageStatus } from "./messages.ts";
import { type ChatwootEvent, type ChatwootState, findRecord, now } from "./state.ts";
import { postWebhook, webhookBytes } from "./webhook.ts";

/** Events on their way to the webhooks of their inboxes: one after the other, each exactly once, none again. */

/** Chatwoot gives up on a webhook after 5 seconds. */
const defaultTimeoutMs = 5000;

export interface Delivery {
  at: string;
  /** X-Chatwoot-Delivery; null when nobody answered. */
  id: string | null;
  event: ChatwootEvent["event"];
  conversation_id: number;
  message_id: number | null;
  /** The HTTP status that the webhook answered; null without an answer. */
  status: number | null;
  /** What was wrong, as it ends up in the message's external_error; null after 2xx. */
  problem: string | null;
}

interface DeliveryOptions {
  state: ChatwootState;
  /** Read for every event. */
  target: { duplicateWebhooks: boolean };
  timeoutMs: number | undefined;
  stopping: AbortSignal;
  onDelivery: (delivery: Delivery) => void;
}

export function createDeliveries(options: DeliveryOptions) {
  const { state, target, timeoutMs = defaultTimeoutMs, stopping, onDelivery } = options;
  const line = createLine();
  let heldName: string | undefined;
  let held: ChatwootEvent[] = [];

  /** The body shows the state of this moment, as when Chatwoot's job runs at once. */
  function enqueue(event: ChatwootEvent) {
    const { webhook_url: url, secret } = findRecord(state.inboxes, event.conversation.inbox_id);
    if (url === null) return;
    const post = { url, secret, bytes: webhookBytes(state, event) };
    for (const _copy of target.duplicateWebhooks ? [1, 2] : [1]) line.append(() => deliver(event, post));
  }

  async function deliver(event: ChatwootEvent, post: { url: string; secret: string; bytes: string }) {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]);
    const answer = await attempt({ ...post, signal });
    // A stop of the fake is not the service's fault.
    if (stopping.aborted) return;
    const { event: name, conversation } = event;
    const message = "message" in event ? event.message : undefined;
    const about = { event: name, conversation_id: conversation.id, message_id: message?.id ?? null };
    onDelivery({ at: now(), ...about, ...answer });
    if (answer.problem !== null && message) changeMessageStatus(state, conversation, message, "failed", answer.problem);
  }

  return {
    publish(event: ChatwootEvent) {
      if (heldName !== undefined && event.event.includes(heldName)) held.push(event);
      else enqueue(event);
    },
    /** Keeps back the events whose name contains the text. */
    hold(name: string) {
      heldName = name;
    },
    /** Lets the held events go, after everything that was sent meanwhile, with bodies that show the present state. */
    release() {
      const late = held;
      held = [];
      heldName = undefined;
      for (const event of late) enqueue(event);
    },
    idle: () => line.idle(),
  };
}

/** Tasks one after the other. They do not fail. */
function createLine() {
  let last: Promise<void> = Promise.resolve();
  return {
    append(task: () => Promise<void>) {
      last = last.then(task);
    },
    /** Until nothing is under way, not even what a task has appended. */
    async idle() {
      let seen: Promise<void> | undefined;
      while (seen !== last) {
        seen = last;
        await seen;
      }
    },
  };
}

async function attempt(
  request: Parameters<typeof postWebhook>[0],
): Promise<Pick<Delivery, "id" | "status" | "problem">> {
  try {
    const { id, status, ok, statusText } = await postWebhook(request);
    return { id, status, problem: ok ? null : `${status} ${statusText}`.trim() };
  } catch (error) {
    return { id: null, status: null, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "Timed out reading data from server";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}

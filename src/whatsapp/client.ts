import { z } from "zod";
import { ProviderError } from "../errors.ts";
import { noAnswer, parseAnswer } from "../platform/no-answer.ts";
import { clean } from "../platform/raw-body.ts";
import { classify } from "./failure.ts";
import { interactiveOf, oneLine } from "./interactive.ts";
import { isBsuid } from "./payload.ts";

/**
 * 360dialog answers in well under a second; after this the outcome counts as unknown. It leaves fetch the 10 s after
 * which it gives up connecting, because what was never sent is safe to repeat.
 */
const TIMEOUT_MS = 12_000;

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

/** See Effect. */
const textBody = z.object({
  text: z.string(),
  options: z.array(z.string()).default([]),
  choose: z.string().optional(),
  /** Sent in place of the text, which is what it reads like. */
  template: z.object({ name: z.string(), language: z.string(), parameters: z.array(z.string()) }).optional(),
});

/** Shorter than the outbox lets a receipt hold up the answer behind it. */
const RECEIPT_TIMEOUT_MS = 6_000;

/** What the client can be asked to send. `recipient` is a wa_id or a BSUID, exactly as the provider gave it. */
export interface Outgoing {
  id: number;
  kind: "text" | "read";
  recipient: string;
  body: Record<string, unknown>;
}

/**
 * The 360dialog side of sending (https://docs.360dialog.com, Cloud API hosted: one key = one number).
 * `maxTimeoutMs` shortens the time a send may take.
 */
export function createWhatsAppClient(config: { apiKey: string; baseUrl: string; maxTimeoutMs?: number }) {
  const { maxTimeoutMs = TIMEOUT_MS } = config;

  /**
   * Sends one effect and returns the provider's message id; a read receipt has none.
   * @throws ProviderError
   */
  async function send(effect: Outgoing): Promise<string | undefined> {
    const timeoutMs = Math.min(maxTimeoutMs, effect.kind === "read" ? RECEIPT_TIMEOUT_MS : TIMEOUT_MS);
    const answer = await post(toBody(effect), timeoutMs);
    if (effect.kind === "read") return undefined;
    const parsed = accepted.safeParse(answer);
    if (!parsed.success) throw new ProviderError("unknown", "unreadable_answer");
    const [message] = parsed.data.messages;
    return message && clean(message.id);
  }

  async function post(body: Record<string, unknown>, timeoutMs: number): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${config.baseUrl}/messages`, {
        method: "POST",
        headers: { "D360-API-KEY": config.apiKey, "content-type": "application/json" },
        body: JSON.stringify(body),
        redirect: "manual", // the key goes nowhere else
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (error) {
      throw unanswered(error);
    }
    const answer = parseAnswer(text);
    if (!response.ok) throw classify(response.status, answer);
    return answer;
  }

  return { send };
}

function toBody({ id, kind, recipient, body }: Outgoing): Record<string, unknown> {
  if (kind === "read") {
    const { message_id } = z.object({ message_id: z.string() }).parse(body);
    // Marks earlier messages too, and shows "typing" until the answer comes, at most 25 s.
    return { messaging_product: "whatsapp", status: "read", message_id, typing_indicator: { type: "text" } };
  }
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(isBsuid(recipient) ? { recipient } : { to: recipient }),
    ...contentOf(textBody.parse(body)),
    biz_opaque_callback_data: `effect:${id}`,
  };
}

function contentOf({ text, options, choose, template }: z.output<typeof textBody>): Record<string, unknown> {
  if (template !== undefined) {
    const parameters = template.parameters.map((value) => ({ type: "text", text: oneLine(value) }));
    const components = parameters.length === 0 ? [] : [{ type: "body", parameters }];
    return {
      type: "template",
      template: { name: template.name, language: { code: template.language }, components },
    };
  }
  const interactive = interactiveOf(text, options, choose);
  if (interactive !== undefined) return { type: "interactive", interactive };
  return { type: "text", text: { body: text, preview_url: false } };
}

/** No answer: either it never left, or nobody knows. There is no idempotency key, so the difference matters. */
function unanswered(error: unknown): ProviderError {
  const { code, mayHaveArrived } = noAnswer(error);
  return new ProviderError(mayHaveArrived ? "unknown" : "retry", code, { cause: error });
}

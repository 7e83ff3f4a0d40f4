/** The words that several stations share. One word per idea; everything else lives with the function that makes it. */

/**
 * Who wrote, as the channel knows the person. At least one of the two is present. Since 2026 the phone is optional and
 * the business-scoped user id (BSUID) is the first choice; a phone number is never a key by itself.
 */
export interface ContactIdentity {
  bsuid?: string | undefined;
  parentBsuid?: string | undefined;
  waId?: string | undefined;
  name?: string | undefined;
}

/** A message of a candidate that the service understands. `sentAt` is the provider's clock, ISO 8601. */
export interface IncomingMessage {
  kind: "text";
  providerId: string;
  from: ContactIdentity;
  text: string;
  sentAt: string;
}

/** What became of a message that we sent. `callback` is what we gave as biz_opaque_callback_data. */
export interface DeliveryStatus {
  providerId: string;
  status: "sent" | "delivered" | "read" | "failed";
  at: string;
  callback?: string | undefined;
  errorCode?: string | undefined;
}

/**
 * One thing that the provider told us, with its raw source. `key` is what makes it once: the provider's own id, hashed
 * by the webhook. `kind` is a low-cardinality name for counting. An event with neither message nor status is parked:
 * stored, counted, answered with 200 and left alone.
 */
export interface ProviderEvent {
  key: string;
  kind: string;
  source: string;
  message?: IncomingMessage;
  status?: DeliveryStatus;
}

/** Neighbours that effects leave to. */
export type Destination = "whatsapp";

/** Who wants it: takeover and opt-out stop only what the bot wants. */
type Origin = "bot" | "human" | "control";

/** What a turn wants done in the world. The graph decides, the outbox does. */
interface Effect {
  destination: Destination;
  origin: Origin;
  kind: "text";
  body: { text: string };
}

/** A profile field with its evidence: the message it came from and the words that say it, verbatim. */
export interface Fact {
  field: string;
  value: string;
  messageId: number;
  quote: string;
  confidence: number;
}

/** What one turn came to. `decision` is kept for explanation: engine, rule version, what was asked. */
export interface TurnResult {
  effects: Effect[];
  facts: Fact[];
  decision: Record<string, unknown>;
  checkpointId: string | null;
  summary: string | null;
}

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

/** Words that work without any model, before anything else (recruiting/controls.ts). */
export type Control = "stop" | "start" | "human" | "delete" | "export" | "why";

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

/**
 * What a recruiter did in Chatwoot. `conversation` is Chatwoot's (display) id, `sourceId` the name under which we gave it
 * the contact. `key` makes it once. Without an `action` it is parked: stored, counted and left alone.
 */
export interface RecruiterEvent {
  key: string;
  kind: string;
  source: string;
  conversation: number;
  sourceId: string | null;
  action?: /** `incomplete`: files came with the text, which cannot be sent on. */
    | { type: "reply"; messageId: number; text: string; incomplete?: true }
    /** A reply that cannot be sent on, such as one without text. */
    | { type: "unsendable"; messageId: number }
    /** `at` is Chatwoot's clock, ISO 8601: statuses may overtake each other. */
    | { type: "status"; status: "open" | "pending" | "resolved" | "snoozed"; at: string }
    /** Of the application; null takes it back. `at` as above. */
    | { type: "decision"; decision: Decision | null; at: string };
}

/** What a recruiter can decide about an application. */
export const decisions = ["proceed", "reject", "hold"] as const;
export type Decision = (typeof decisions)[number];

/** Neighbours that effects leave to. */
export type Destination = "whatsapp" | "chatwoot";

/**
 * What a turn wants done in the world. The graph decides, the outbox does. Takeover and opt-out stop only what has the
 * origin bot.
 */
export type Effect =
  /**
   * `asks`: the question that the text ends with, for whoever reads the answer. `handOff`: it says that a person goes on
   * from here, and is of no use once a person has or the candidate wants nothing more. `options`: answers to tap on.
   * `choose`: what opens them where they are many.
   */
  | {
      destination: "whatsapp";
      origin: "bot" | "control";
      kind: "text";
      body: { text: string; asks: string | null; handOff?: boolean; options?: string[]; choose?: string };
    }
  /** Attributes of the Chatwoot contact, by profile field. */
  | {
      destination: "chatwoot";
      origin: "control";
      kind: "profile";
      body: { name: string | null; email: string | null; attributes: Record<string, string | number | boolean> };
    }
  /** Attributes of the Chatwoot conversation: the vacancy, what its rules propose, what is missing. */
  | { destination: "chatwoot"; origin: "control"; kind: "application"; body: { attributes: Record<string, string> } }
  /** A private note that only recruiters see. */
  | { destination: "chatwoot"; origin: "control"; kind: "note"; body: { text: string } }
  /** Moves the conversation into the queue of the recruiters. */
  | { destination: "chatwoot"; origin: "control"; kind: "open"; body: Record<string, never> };

/** What a candidate stated, with its evidence: the message it came from and the words that say it, verbatim. */
export interface Fact {
  /** A profile field, or the id of a question of the vacancy. */
  field: string;
  /** JSON, as recruiting/fields.ts or the vacancy types it. */
  value: unknown;
  messageId: number;
  quote: string;
  confidence: number;
}

/**
 * How far the application is: how often each question was asked, and whether the summary was confirmed. Names with a colon
 * count something else: "left:city" was refused, "which:city" was a contradiction, "unclear:" answers that told nothing.
 */
export interface Progress {
  asked: Record<string, number>;
  confirmed: boolean;
}

/** An application to a vacancy, as a turn leaves it. `id` is null when the turn began it. */
interface Application {
  id: number | null;
  vacancy: string;
  version: number;
  /** What the vacancy's rules say of the answers so far (recruiting/screening.ts). */
  screening: { result: "qualified" | "knocked_out" | "incomplete"; knockouts: string[]; missing: string[] };
  /** The candidate has confirmed it. */
  submitted: boolean;
}

/** What one turn came to. `decision` is kept for explanation: engine, rule version, what was asked, tokens and cost. */
export interface TurnResult {
  /** Messages that are done with this turn; the others wait for the next one. */
  messageIds: number[];
  effects: Effect[];
  facts: Fact[];
  /** To the vacancy's own questions. */
  answers: Fact[];
  application: Application | null;
  /** An application that ends: its vacancy was closed, or another one takes its place. */
  ended: number | null;
  progress: Progress;
  /** A person goes on from here. */
  handOff: boolean;
  decision: Record<string, unknown>;
  checkpointId: string | null;
  summary: string | null;
}

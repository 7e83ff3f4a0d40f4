/**
 * What one run of the fault suite saw: what the clients were told, what the fakes at the other ends received, what was
 * broken when, and what the database held at the end. The checker judges by this alone. All times are milliseconds
 * since the epoch, of one clock: everything runs on one machine.
 */
export interface History {
  seed: number;
  /** Whether there was a Redis at all. */
  redis: boolean;
  startedAt: number;
  endedAt: number;
  faults: Fault[];
  /** Every message that a candidate wrote, in the order of writing. */
  written: Written[];
  /** What recruiters did. */
  takeovers: Takeover[];
  /** Texts that the fake 360dialog accepted, that is, what candidates have really got, in order of arrival. */
  received: Received[];
  /** Messages in the fake Chatwoot, in the order of its ids. */
  mirrored: Mirrored[];
  /** The database at the end. */
  messages: StoredMessage[];
  turns: StoredTurn[];
  effects: StoredEffect[];
  /** Conversations that the safety net had to wake: always 0 unless there is a bug. */
  rescues: number;
  /** Memory of each server process, sampled: resident, and in use (objects and their buffers; null = it did not say). */
  memory: { process: string; at: number; rssBytes: number; usedBytes: number | null }[];
  /** Waiting that began with a death or an outage: from the end of the fault to the last answer that it held up. */
  recoveries: Recovery[];
}

export interface Fault {
  /** Such as kill, redis-flush, postgres-stop, stop-continue, provider-hang, cut, black-hole. */
  kind: string;
  /** Which process, proxy or server. */
  target: string;
  from: number;
  until: number;
}

export interface Written {
  /** Phone number of the candidate, without "+". */
  person: string;
  /** Provider's message id. */
  id: string;
  text: string;
  /** A control word, or an ordinary message. */
  control: "stop" | "start" | null;
  /** When the first 200 came; null = never acknowledged. */
  acknowledgedAt: number | null;
  /** Posts of this message in all: repetitions after a 503 or a cut, and duplicates on purpose. */
  posts: number;
  /** Posts on purpose after the acknowledgement. */
  duplicates: number;
  /** Written only after the message before it was acknowledged, so that its place is certain. */
  inOrder: boolean;
}

export interface Takeover {
  person: string;
  /** When Chatwoot's webhook about the reply was answered with 200. */
  acknowledgedAt: number;
  text: string;
  /** When giving the conversation back began, after which its state is in doubt for a moment; null = never. */
  givingBackAt: number | null;
  /** When the webhook of giving the conversation back was answered with 200; null = never. */
  givenBackAt: number | null;
}

export interface Received {
  person: string;
  text: string;
  /** biz_opaque_callback_data, which names the effect. */
  callback: string;
  at: number;
}

export interface Mirrored {
  person: string;
  sourceId: string | null;
  type: "incoming" | "outgoing";
  text: string;
}

export interface StoredMessage {
  id: number;
  person: string;
  providerId: string;
  turn: number | null;
}

export interface StoredTurn {
  id: number;
  person: string;
  fence: number;
  silenced: boolean;
  committedAt: number;
}

export interface StoredEffect {
  id: number;
  person: string;
  turn: number | null;
  destination: string;
  origin: "bot" | "human" | "control";
  kind: string;
  state: string;
  attempts: number;
  /** Sends whose outcome never became known and that were repeated. */
  unknowns: number;
  /** When the last try began, under the conversation's row lock. */
  sendingAt: number | null;
  error: string | null;
}

export interface Recovery {
  fault: Fault;
  /** Milliseconds from the end of the fault until nothing that waited then waited any more. */
  ms: number;
  /** Left out of the limit: conversations whose send has an unknown outcome wait UNKNOWN_WAIT. */
  unknownSends: number;
}

/** A request that is refused on purpose. `message` is ours and safe to show to the sender. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    options?: { retryAfterSeconds?: number; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}

/**
 * What a provider's answer means for the effect that was sent. The client decides what happened; the outbox decides
 * what to do about it. Classes follow the provider's error list (see outbox/retry.ts).
 */
export type Failure =
  | "retry" // temporary: again with backoff
  | "slow" // a call limit: again, slowly
  | "pair" // pair rate limit: wait 4^X seconds
  | "channel" // the number's throughput is used up: everything waits
  | "later" // hours or a human look
  | "fix" // the request itself is wrong: never again unchanged
  | "window" // the 24 hour window is closed: template or nothing
  | "stop" // the account or key is in trouble: keep the message, alert
  | "recipient" // this person cannot be reached
  | "bug" // our own code failed before anything could have left
  | "unknown"; // the request was sent and no answer came: it may have been delivered

/** A provider refused, failed or fell silent. `code` is the provider's own number or a short word, never message text. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly failure: Failure;
  readonly code: string;

  constructor(failure: Failure, code: string, options?: { cause?: unknown }) {
    super(`provider error ${code} (${failure})`, options);
    this.failure = failure;
    this.code = code;
  }
}

/** SQLSTATE classes of what was asked for: cardinality, data, integrity, limits, raised by a function. */
const refused = /^(21|22|23|54|P0)...$/;

/** The data store did not do what was asked. `code` is the SQLSTATE, or "timeout" / "unreachable". */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly procedure: string;
  readonly code: string;

  constructor(procedure: string, code: string, options?: { cause?: unknown }) {
    super(`${procedure} failed: ${code}`, options);
    this.procedure = procedure;
    this.code = code;
  }

  /** What was asked cannot be done, now or later; anything else is trouble of the data store that will pass. */
  get isRefusal(): boolean {
    return refused.test(this.code);
  }
}

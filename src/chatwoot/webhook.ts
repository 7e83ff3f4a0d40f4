import { createHmac } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { RequestError } from "../errors.ts";
import type { RecruiterEvent } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import { bytesOf, createUnprovenRoom, digest, keepRawBodies, oneOf } from "../platform/raw-body.ts";
import { parseRecruiterEvent } from "./payload.ts";

/** The longest message, 150 000 characters, comes three times in its body. */
const BODY_LIMIT = 1024 * 1024;
/** A signature cannot be checked before the whole body is here: this much at once. */
const UNPROVEN_LIMIT = 64 * BODY_LIMIT;
/** How old or how far ahead a signed webhook may be. */
const TOLERANCE_MS = 300_000;

export interface WebhookParts {
  config: { webhookSecrets: string[]; accountId: number; inboxId?: number | undefined };
  /** Resolves once the event is committed, with what it came to; rejects with RequestError 503. */
  record: (event: RecruiterEvent) => Promise<"stored" | "duplicate" | "parked">;
  metrics: Metrics;
}

/** POST /webhooks/chatwoot, with a body parser of its own that keeps the raw bytes. */
export function createChatwootRoutes({ config, record, metrics }: WebhookParts) {
  metrics.webhookAuthFailures.inc({ provider: "chatwoot" }, 0); // the first one counts too
  const admitUnproven = createUnprovenRoom(BODY_LIMIT, UNPROVEN_LIMIT);

  return async function chatwootRoutes(
    app: FastifyInstance,
    { countFailure }: { countFailure: (request: FastifyRequest) => Promise<void> },
  ): Promise<void> {
    keepRawBodies(app, BODY_LIMIT);

    async function refuse(request: FastifyRequest): Promise<never> {
      metrics.webhookAuthFailures.inc({ provider: "chatwoot" });
      await countFailure(request);
      throw new RequestError(401, "bad_credentials", "the credentials are missing or wrong");
    }

    /** Headers first: without a signature to check, or with an old one, no body is read. */
    async function authenticate(request: FastifyRequest): Promise<void> {
      const { signature, timestamp } = proofOf(request);
      if (signature === "" || !isFresh(timestamp)) await refuse(request);
      admitUnproven(request);
    }

    async function checkSignature(request: FastifyRequest): Promise<void> {
      const { signature, timestamp } = proofOf(request);
      const expected = config.webhookSecrets.map((secret) => {
        const signed = createHmac("sha256", secret).update(`${timestamp}.`).update(bytesOf(request.body));
        return digest(`sha256=${signed.digest("hex")}`);
      });
      if (!oneOf(expected, signature)) await refuse(request);
    }

    app.post("/webhooks/chatwoot", { onRequest: authenticate, preHandler: checkSignature }, async (request) => {
      const stopTimer = metrics.webhookAckDuration.startTimer();
      const event = parseRecruiterEvent(bytesOf(request.body), config);
      if ("ignored" in event) count(event.ignored, "ignored");
      else await receive(event);
      stopTimer();
      return {};
    });
  };

  async function receive(event: RecruiterEvent): Promise<void> {
    try {
      count(event.kind, await record(event));
    } catch (error) {
      count(event.kind, "rejected");
      throw error;
    }
  }

  /** Kinds are words of payload.ts, never of the sender: there are few. */
  function count(kind: string, outcome: "stored" | "duplicate" | "parked" | "rejected" | "ignored"): void {
    metrics.webhookEvents.inc({ provider: "chatwoot", kind, outcome });
  }
}

/** What the sender shows (lib/webhooks/trigger.rb): both headers, or the missing one is empty. */
function proofOf({ headers }: FastifyRequest) {
  return {
    signature: String(headers["x-chatwoot-signature"] ?? ""),
    timestamp: String(headers["x-chatwoot-timestamp"] ?? ""),
  };
}

/** Unix seconds. An old signature may have been overheard. */
function isFresh(timestamp: string): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp) * 1000) <= TOLERANCE_MS;
}

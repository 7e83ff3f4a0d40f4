import { createHmac } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { RequestError } from "../errors.ts";
import type { ProviderEvent } from "../message.ts";
import type { Metrics } from "../metrics.ts";
import { bytesOf, createUnprovenRoom, digest, keepRawBodies, oneOf } from "../platform/raw-body.ts";
import { createFieldLabel, createInspect } from "./drift.ts";
import { parseWebhook } from "./payload.ts";

/** The provider sends up to 3 MB. */
const BODY_LIMIT = 3 * 1024 * 1024;
/** Bodies of senders who show only a signature, which cannot be checked before it is all here: this much at once. */
const UNPROVEN_LIMIT = 20 * BODY_LIMIT;
/** Names of kinds come from outside: beyond this many, new ones are counted as "other". */
const MAX_KINDS = 150;

const verification = z.object({
  "hub.mode": z.literal("subscribe"),
  "hub.verify_token": z.string(),
  "hub.challenge": z.string().regex(/^[\w-]{1,200}$/),
});

export interface WebhookParts {
  config: { webhookSecrets: string[]; verifyTokens: string[]; phoneNumberId: string | undefined };
  /** Resolves once the events are committed, with the keys that were known before; rejects with RequestError 503. */
  receive: (events: ProviderEvent[]) => Promise<Set<string>>;
  metrics: Metrics;
}

/** POST and GET /webhooks/360dialog, with a body parser of their own that keeps the raw bytes. */
export function createWhatsAppRoutes({ config, receive, metrics }: WebhookParts) {
  const credentials = config.webhookSecrets
    .flatMap((secret) => [`Bearer ${secret}`, `Basic ${Buffer.from(`360dialog:${secret}`).toString("base64")}`])
    .map(digest);
  const verifyTokens = config.verifyTokens.map(digest);
  const count = createKindCounter(metrics);
  const countUnknown = createUnknownFieldCounter(metrics);
  metrics.webhookAuthFailures.inc({ provider: "360dialog" }, 0); // the first one counts too
  const admitUnproven = createUnprovenRoom(BODY_LIMIT, UNPROVEN_LIMIT);

  return async function whatsappRoutes(
    app: FastifyInstance,
    { countFailure }: { countFailure: (request: FastifyRequest) => Promise<void> },
  ): Promise<void> {
    keepRawBodies(app, BODY_LIMIT);

    async function refuse(request: FastifyRequest): Promise<never> {
      metrics.webhookAuthFailures.inc({ provider: "360dialog" });
      await countFailure(request);
      throw new RequestError(401, "bad_credentials", "the credentials are missing or wrong");
    }

    /** Headers first: without credentials, or a signature to check, no body is read. */
    async function authenticate(request: FastifyRequest): Promise<void> {
      const { authorization, "x-360dialog-signature": signature } = request.headers;
      if (authorization === undefined && signature === undefined) await refuse(request);
      if (authorization === undefined) admitUnproven(request);
      else if (!oneOf(credentials, authorization)) await refuse(request);
    }

    async function checkSignature(request: FastifyRequest): Promise<void> {
      const signature = request.headers["x-360dialog-signature"];
      if (signature === undefined) return;
      const expected = config.webhookSecrets.map((secret) =>
        digest(createHmac("sha256", secret).update(bytesOf(request.body)).digest("hex")),
      );
      if (!oneOf(expected, String(signature))) await refuse(request);
    }

    app.post("/webhooks/360dialog", { onRequest: authenticate, preHandler: checkSignature }, async (request) => {
      const stopTimer = metrics.webhookAckDuration.startTimer();
      const events = parseWebhook(bytesOf(request.body), config.phoneNumberId, createInspect(countUnknown));
      try {
        const duplicates = await receive(events);
        for (const event of events) count(event.kind, outcomeOf(event, duplicates));
      } catch (error) {
        for (const { kind } of events) count(kind, "rejected");
        throw error;
      }
      stopTimer();
      return {};
    });

    app.get("/webhooks/360dialog", async (request, reply) => {
      const query = verification.safeParse(request.query);
      if (!query.success) throw new RequestError(400, "bad_verification", "not a webhook verification");
      if (!oneOf(verifyTokens, query.data["hub.verify_token"])) await refuse(request);
      return reply.type("text/plain").send(query.data["hub.challenge"]);
    });
  };
}

type Outcome = "stored" | "duplicate" | "parked" | "rejected";

function createKindCounter(metrics: Metrics) {
  const kinds = new Set<string>();

  return function count(kind: string, outcome: Outcome): void {
    if (kinds.size < MAX_KINDS) kinds.add(kind);
    metrics.webhookEvents.inc({ provider: "360dialog", kind: kinds.has(kind) ? kind : "other", outcome });
  };
}

function createUnknownFieldCounter(metrics: Metrics) {
  const labelOf = createFieldLabel();

  return function countUnknown(path: string): void {
    metrics.webhookUnknownFields.inc({ provider: "360dialog", field: labelOf(path) });
  };
}

function outcomeOf({ key, message, status }: ProviderEvent, duplicates: Set<string>): Outcome {
  if (duplicates.has(key)) return "duplicate";
  return message === undefined && status === undefined ? "parked" : "stored";
}

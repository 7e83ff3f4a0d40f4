import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import secureJson from "secure-json-parse";
import { RequestError } from "../errors.ts";

/** What every webhook needs that signs its bytes: the bytes, room for them, a comparison, and what they say. */

/** Bodies stay bytes, whatever their content type claims: Fastify would refuse those that it cannot read. */
export function keepRawBodies(app: FastifyInstance, bodyLimit: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));
  app.addHook("onRequest", async (request) => {
    request.headers["content-type"] = undefined;
  });
}

export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/**
 * Room for bodies whose sender shows only a signature, which cannot be checked before all of it is here.
 * `admit` throws RequestError 503 when `limit` bytes are on their way already.
 */
export function createUnprovenRoom(bodyLimit: number, limit: number) {
  let used = 0;

  return function admit({ headers, raw }: FastifyRequest): void {
    const bytes = Number(headers["content-length"] ?? bodyLimit);
    if (used + bytes > limit) {
      throw new RequestError(503, "busy", "too many bodies are being received", { retryAfterSeconds: 1 });
    }
    used += bytes;
    raw.once("close", () => {
      used -= bytes;
    });
  };
}

/** Compares digests, so that neither length nor content of the expected values shows in the time it takes. */
export function oneOf(expected: Buffer[], given: string): boolean {
  const givenDigest = digest(given);
  return expected.filter((value) => timingSafeEqual(value, givenDigest)).length > 0;
}

export function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/** What names an event once, as the database keeps it. */
export function hash(identity: string | Buffer): string {
  return createHash("sha256").update(identity).digest("hex");
}

/** @throws RequestError 400 when it is not JSON */
export function parseBody(source: string): unknown {
  try {
    return secureJson.parse(source, undefined, { protoAction: "remove", constructorAction: "remove" });
  } catch (cause) {
    throw new RequestError(400, "malformed_json", "the body is not JSON", { cause });
  }
}

/** Postgres text holds neither NUL nor lone surrogates; both are legal JSON. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

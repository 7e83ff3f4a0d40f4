import type { FastifyRequest } from "fastify";
import { digest, oneOf } from "../platform/raw-body.ts";

/** Whether a request shows one of the tokens. Without any, everybody may know everything. */
export function createAccess(tokens: readonly string[] | undefined): (request: FastifyRequest) => boolean {
  if (tokens === undefined) return () => true;
  const credentials = tokens.map((token) => digest(`Bearer ${token}`));
  return ({ headers }) => headers.authorization !== undefined && oneOf(credentials, headers.authorization);
}

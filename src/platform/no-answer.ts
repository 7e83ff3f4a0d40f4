/** Errors of fetch that happen before a byte of the request has left: safe to repeat. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Neither does one leave before the certificate is accepted (codes of OpenSSL and Node). */
const certificateRefused = /CERT|^UNABLE_TO_(GET|VERIFY)_/;

/** Why a request got no answer, and whether it may have arrived all the same. */
export function noAnswer(error: unknown): { code: string; mayHaveArrived: boolean } {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no_answer";
  return { code, mayHaveArrived: !neverSent.has(code) && !certificateRefused.test(code) };
}

/** An answer as JSON; undefined when it is something else, such as the page of a proxy. */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Why a call failed, in words that hold nothing of the address, the credentials or the driver's message.
 * Own codes, SQLSTATEs and HTTP statuses pass.
 */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const known = reasons[code] ?? reasons[error.message];
  if (known !== undefined) return known;
  // Redis puts its code in front of the message; fetch puts the reason into the cause.
  if (error.name === "ReplyError") return redisReason(error.message);
  if (error.cause instanceof Error && code === error.name) return failureReason(error.cause);
  return code !== error.name && /^\w{1,40}$/.test(code) ? `failed with ${code}` : "failed";
}

export const credentialsRefused = "credentials refused";

function redisReason(message: string): string {
  const code = /^[A-Z]{2,20}(?= )/.exec(message)?.[0] ?? "failed";
  return ["NOAUTH", "WRONGPASS", "NOPERM"].includes(code) ? credentialsRefused : code;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "unreachable",
  EPIPE: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ENOTFOUND: "host name unknown",
  EAI_AGAIN: "host name unknown",
  ETIMEDOUT: "timeout",
  AbortError: "timeout",
  TimeoutError: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_SOCKET: "unreachable",
  MaxRetriesPerRequestError: "unreachable",
  // Whole sentences of ioredis, which gives these errors no code.
  "Command timed out": "timeout",
  "Connection is closed.": "unreachable",
  "Stream isn't writeable and enableOfflineQueue options is false": "unreachable",
  // Codes of DatabaseError: its own words, SQLSTATEs, and codes and HTTP statuses of the gateway.
  timeout: "timeout",
  unreachable: "unreachable",
  "28000": credentialsRefused,
  "28P01": credentialsRefused,
  http_401: credentialsRefused,
  http_403: credentialsRefused,
  // The function that was called does not exist.
  "42883": "schema too old",
  PGRST202: "schema too old",
};

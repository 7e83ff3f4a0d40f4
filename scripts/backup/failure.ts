import { failureReason } from "../../src/health/failure-reason.ts";
import { CommandError, describeFailure, UsageError } from "../../src/operator/command.ts";

const cures: [RegExp, string][] = [
  [
    /server does not support SSL/i,
    "the server has no TLS. Cure: no sslmode in DATABASE_URL, inside a private network only",
  ],
  [
    /root certificate file "system"/,
    "this client cannot use the system's root certificates. Cure: client programs of 16 or newer, sslrootcert=FILE, or sslmode=no-verify",
  ],
];

/** Cause, cure and exit code. In words of ours: a driver's message may hold the address. */
export function describeBackupFailure(error: unknown): { text: string; code: number } {
  if (error instanceof CommandError || error instanceof UsageError) return describeFailure(error);
  return { text: describeFile(error) ?? cureFor(messageOf(error)) ?? failureReason(error), code: 1 };
}

/** The line that says why a client program of Postgres failed, without address and names of users. */
export function clientReason(words: string): string {
  const lines = words.trim().split("\n");
  const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? "";
  const shown = reason
    .replace(/connection to server (at|on) .* failed: /, "")
    .replaceAll(/\b(user|role|host name|certificate for) "[^"]*"/g, "$1");
  return (cureFor(words) ?? shown).slice(0, 300);
}

function cureFor(words: string): string | undefined {
  return cures.find(([cause]) => cause.test(words))?.[1];
}

function describeFile(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : "the folder";
  switch (error.code) {
    case "ENOSPC":
      return "the volume is full. Cure: make it larger, or fetch the oldest backups and remove them from it";
    case "EACCES":
      return `no right to ${path}. Cure: RAILWAY_RUN_UID=0 on the service, because volumes belong to root, or another folder`;
    case "ENOENT":
      return `${path} does not exist`;
    default:
      return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

import { parseArgs } from "node:util";
import { ConfigError, describeProblem } from "../config.ts";
import { DatabaseError } from "../errors.ts";
import type { Database } from "../platform/database.ts";

/** What the commands of src/operator.ts share: how they speak, what they take, and how they fail. */

/** `say` is the answer, `tell` is for whoever watches. */
export interface Terminal {
  say: (line: string) => void;
  tell: (line: string) => void;
}

/** Does what was asked and returns the exit code: 0 done, 1 failed or not there. */
export type Command = (database: Database, terminal: Terminal) => Promise<number>;

/** The same for what looks at files and needs no database. */
export interface OfflineCommand {
  offline: (terminal: Terminal) => Promise<number>;
}

/** The command line says something that cannot be meant. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something is not there or not possible. Exit code 1. `message` says what and what to do. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>["options"];

/** @throws UsageError */
export function parseCommandLine<O extends NonNullable<Options>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "the command line cannot be read");
  }
}

/** @throws UsageError */
export function wholeNumber(name: string, value: string, max = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d{1,16}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > max)
    throw new UsageError(`${name} must be a whole number from 1 to ${max}, not "${value}"`);
  return number;
}

/** Cause and cure of what ended a command, and its exit code. */
export function describeFailure(error: unknown): { text: string; code: number } {
  if (error instanceof UsageError) return { text: error.message, code: 2 };
  if (error instanceof CommandError) return { text: error.message, code: 1 };
  if (error instanceof ConfigError) {
    const lines = error.problems.map(describeProblem);
    return { text: ["Set DATABASE_URL, or SUPABASE_URL and SUPABASE_KEY:", ...lines].join("\n"), code: 1 };
  }
  if (error instanceof DatabaseError) return { text: describeDatabase(error), code: 1 };
  throw error;
}

function describeDatabase({ code, procedure }: DatabaseError): string {
  // The function does not exist: for Postgres, and for PostgREST.
  if (["42883", "PGRST202"].includes(code)) {
    return `The database has no function ${procedure}: its schema is older than this build. Cure: npm run migrate`;
  }
  if (code === "unexpected_answer") {
    return `This build cannot read what ${procedure} answered: the schema is of another version. Cure: npm run migrate`;
  }
  if (code === "unreachable") {
    return "The database cannot be reached. Cure: check DATABASE_URL (or SUPABASE_URL), and npm run doctor";
  }
  if (code === "timeout" || code === "57014")
    return "The database did not answer in time. Cure: try again, or ask for less";
  if (["28P01", "28000", "http_401", "http_403", "42501", "PGRST301"].includes(code)) {
    return `The database refuses the credentials (${code}). Cure: check DATABASE_URL, or that SUPABASE_KEY is the secret key`;
  }
  return `${procedure} failed: ${code}. Cure: npm run doctor`;
}

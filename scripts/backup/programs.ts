import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";

/** What is wrong and what to do about it, in words that may be shown: no address, no credentials, no rows. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** A client program that runs: `done` rejects with its last words when it fails. */
export interface Program {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly done: Promise<void>;
}

const TRANSACTION_POOLER_PORT = "6543";

/** @throws BackupError when DATABASE_URL is missing, no address, or one that pg_dump cannot work through */
export function readDatabaseUrl(): string {
  const value = process.env["DATABASE_URL"] ?? "";
  if (value === "") throw new BackupError("Required environment variable DATABASE_URL is not set");
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value))
    throw new BackupError("DATABASE_URL is no address of a Postgres: it begins with postgres://");
  if (new URL(value).port === TRANSACTION_POOLER_PORT)
    throw new BackupError(
      `DATABASE_URL names port ${TRANSACTION_POOLER_PORT}, a transaction pooler, where a dump has no session of its own: ` +
        "use the direct address or the session pooler (port 5432)",
    );
  return value;
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** @throws BackupError when the program cannot be started here */
async function versionOf(program: string): Promise<{ version: string; major: number }> {
  const { stdout } = await promisify(execFile)(pathOf(program), ["--version"], { timeout: 10_000 }).catch(() => {
    throw new BackupError(
      `${program} cannot be started: install the client programs of Postgres (Debian: postgresql-client), ` +
        "or name their directory in PG_BIN",
    );
  });
  const [, version, major] = /\(PostgreSQL\) ((\d+)\S*)/.exec(stdout) ?? [];
  if (version === undefined) throw new BackupError(`${program} does not say which version it is`);
  return { version, major: Number(major) };
}

/** @throws BackupError when the client program is older than what it is to work with */
export async function requireMajor(program: string, needed: number, what: string): Promise<string> {
  const { version, major } = await versionOf(program);
  if (major < needed)
    throw new BackupError(
      `${program} is version ${version} and ${what} is of ${needed}: an older client cannot be trusted with it. ` +
        `Install postgresql-client-${needed} or newer (image: build argument POSTGRES_VERSION), or name its directory in PG_BIN`,
    );
  return version;
}

/** Starts a client program for a database. What it may not show, address and password, goes through its environment. */
export function startProgram(program: string, args: string[], databaseUrl: string, signal: AbortSignal): Program {
  const env = { ...libpqEnvironment(new URL(databaseUrl)), PATH: process.env["PATH"], HOME: process.env["HOME"] };
  const child = spawn(pathOf(program), args, { env, signal, killSignal: "SIGKILL", stdio: "pipe" });
  child.stdin.on("error", () => {}); // it has ended, and `done` says why
  const words = text(child.stderr);
  const done = end();
  done.catch(() => {}); // whoever waits for it is told
  return { stdin: child.stdin, stdout: child.stdout, done };

  async function end(): Promise<void> {
    await once(child, "close");
    if (child.exitCode === 0) return;
    const lines = (await words).trim().split("\n");
    const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? "";
    throw new BackupError(`${program} failed: ${reason.slice(0, 300) || `exit code ${child.exitCode}`}`);
  }
}

function pathOf(program: string): string {
  return join(process.env["PG_BIN"] ?? "", program);
}

/** Variables of libpq (postgresql.org/docs/current/libpq-envars.html). "no-verify" is a word of node-postgres alone. */
function libpqEnvironment(url: URL): Record<string, string> {
  const user = decodeURIComponent(url.username);
  const [mode, root] = [url.searchParams.get("sslmode"), url.searchParams.get("sslrootcert")];
  return {
    PGHOST: url.hostname.replaceAll(/^\[|\]$/g, ""),
    PGPORT: url.port || "5432",
    PGUSER: user,
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)) || user,
    PGCONNECT_TIMEOUT: "10",
    LC_ALL: "C.UTF-8",
    ...(mode === null ? {} : { PGSSLMODE: mode === "no-verify" ? "require" : mode }),
    ...(root === null ? {} : { PGSSLROOTCERT: root }),
  };
}

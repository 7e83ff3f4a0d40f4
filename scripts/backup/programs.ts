import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { CommandError } from "../../src/operator/command.ts";
import { libpqEnvironment } from "./address.ts";
import { clientReason } from "./failure.ts";

/** A client program that runs: `done` rejects with its last words when it fails. */
export interface Program {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly done: Promise<void>;
}

/** @throws CommandError when the program cannot be started here */
async function versionOf(program: string): Promise<{ version: string; major: number }> {
  const { stdout } = await promisify(execFile)(pathOf(program), ["--version"], { timeout: 10_000 }).catch(() => {
    throw new CommandError(
      `${program} cannot be started: install the client programs of Postgres (Debian: postgresql-client), ` +
        "or name their directory in PG_BIN",
    );
  });
  const [, version, major] = /\(PostgreSQL\) ((\d+)\S*)/.exec(stdout) ?? [];
  if (version === undefined) throw new CommandError(`${program} does not say which version it is`);
  return { version, major: Number(major) };
}

/** @throws CommandError when the client program is older than what it is to work with */
export async function requireMajor(program: string, needed: number, what: string): Promise<string> {
  const { version, major } = await versionOf(program);
  if (major < needed)
    throw new CommandError(
      `${program} is version ${version} and ${what} is of ${needed}: an older client cannot be trusted with it. ` +
        `Install postgresql-client-${needed} or newer (image: build argument POSTGRES_VERSION), or name its directory in PG_BIN`,
    );
  return version;
}

/** Starts a client program for a database. What it may not show, address and password, goes through its environment. */
export function startProgram(program: string, args: string[], databaseUrl: string, signal: AbortSignal): Program {
  const env = { ...libpqEnvironment(databaseUrl), PATH: process.env["PATH"], HOME: process.env["HOME"] };
  const child = spawn(pathOf(program), args, { env, signal, killSignal: "SIGKILL", stdio: "pipe" });
  child.stdin.on("error", () => {}); // it has ended, and `done` says why
  const words = text(child.stderr);
  const done = end();
  done.catch(() => {}); // whoever waits for it is told
  return { stdin: child.stdin, stdout: child.stdout, done };

  async function end(): Promise<void> {
    await once(child, "close");
    if (child.exitCode === 0) return;
    throw new CommandError(`${program} failed: ${clientReason(await words) || `exit code ${child.exitCode}`}`);
  }
}

function pathOf(program: string): string {
  return join(process.env["PG_BIN"] ?? "", program);
}

import { existsSync } from "node:fs";
import { parseCommandLine, UsageError, wholeNumber } from "../src/operator/command.ts";
import { readDatabaseUrl } from "./backup/address.ts";
import { describeBackupFailure } from "./backup/failure.ts";
import { backupFolder, countRows, pruneBackups } from "./backup/folder.ts";
import { repeat } from "./backup/repeat.ts";
import { listenForStop } from "./backup/stop.ts";
import { LIMIT_MS, takeBackup } from "./backup/take.ts";

/**
 * `npm run backup`: one backup, or one every so many minutes until SIGTERM. What is said are lines of JSON like those of
 * the service. Exit code 1 when a single backup failed, or all of an hour, 2 when the command is not understood.
 */
const usage = "usage: backup.ts [--to FOLDER] [--every MINUTES]";

const stop = listenForStop();
try {
  const { to, every } = readCommand();
  if (!(await run(backupFolder(to), every))) process.exitCode = 1;
} catch (error) {
  const { text, code } = describeBackupFailure(error);
  say("error", error instanceof UsageError ? text : `backup failed: ${text}`);
  process.exitCode = code;
}

async function run(folder: string, every: number | undefined): Promise<boolean> {
  if (every === undefined) return await attempt(folder);
  say("info", "backups begin", { folder, every });
  const stopped = await repeat(() => attempt(folder), { everyMs: every * 60_000, signal: stop });
  if (!stopped) say("error", "every backup of an hour failed: ending, so that it is seen and started again");
  return stopped;
}

/** Before a backup too: a full volume is not left for good. */
async function attempt(folder: string): Promise<boolean> {
  await prune(folder);
  const limit = AbortSignal.timeout(LIMIT_MS);
  try {
    const made = await takeBackup(readDatabaseUrl(), folder, AbortSignal.any([stop, limit]));
    const { file, seconds, bytes, schema_version: schema } = made;
    say("info", "backup made", { file, folder, rows: countRows(made), bytes, schema, seconds });
  } catch (error) {
    if (stop.aborted) say("warn", "backup stopped: nothing of it is left");
    else
      say("error", `backup failed: ${limit.aborted ? "it took too long" : describeBackupFailure(error).text}`, {
        error: nameOf(error),
      });
    return false;
  }
  await prune(folder);
  return true;
}

async function prune(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  try {
    const removed = await pruneBackups(folder, new Date());
    if (removed > 0) say("info", "old backups removed", { removed });
  } catch (error) {
    say("error", `old backups cannot be removed: ${describeBackupFailure(error).text}`, { error: nameOf(error) });
  }
}

/** @throws UsageError */
function readCommand(): { to: string | undefined; every: number | undefined } {
  const text = { type: "string" } as const;
  const { values, positionals } = parseCommandLine(process.argv.slice(2), { to: text, every: text });
  if (positionals.length > 0 || values.to === "") throw new UsageError(usage);
  return {
    to: values.to,
    every: values.every === undefined ? undefined : wholeNumber("--every", values.every, 1_440),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

function say(level: "info" | "warn" | "error", message: string, fields: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })}\n`);
}

import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { failureReason } from "../src/health/failure-reason.ts";
import { backupFolder, countRows, pruneBackups } from "./backup/folder.ts";
import { BackupError, readDatabaseUrl } from "./backup/programs.ts";
import { LIMIT_MS, takeBackup } from "./backup/take.ts";

/**
 * `npm run backup`: one backup, or one every so many minutes until SIGTERM. What is said are lines of JSON like those of
 * the service. Exit code 1 when a single backup failed, 2 when the command is not understood.
 */
const usage = "usage: backup.ts [--to FOLDER] [--every MINUTES] [--keep-hours HOURS] [--keep-days DAYS]";
const count = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const optionsSchema = z.object({
  to: z.string().min(1).optional(),
  every: z.coerce.number().positive().max(1_440).optional(),
  "keep-hours": count.default(48),
  "keep-days": count.default(30),
});

const options = readOptions();
if (options === undefined) {
  process.stdout.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  await run(options);
}

async function run({ to, every, "keep-hours": keepHours, "keep-days": keepDays }: z.infer<typeof optionsSchema>) {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => stop.abort());
  const folder = backupFolder(to);

  async function attempt(): Promise<boolean> {
    const limit = AbortSignal.timeout(LIMIT_MS);
    try {
      const made = await takeBackup(readDatabaseUrl(), folder, AbortSignal.any([stop.signal, limit]));
      const { file, seconds, bytes, schema_version: schema } = made;
      say("info", "backup made", { file, folder, rows: countRows(made), bytes, schema, seconds });
    } catch (error) {
      if (stop.signal.aborted) say("warn", "backup stopped: nothing of it is left");
      else
        say("error", `backup failed: ${limit.aborted ? "it took too long" : reasonOf(error)}`, {
          error: nameOf(error),
        });
      return false;
    }
    try {
      const removed = await pruneBackups(folder, new Date(), { keepHours, keepDays });
      if (removed > 0) say("info", "old backups removed", { removed });
    } catch (error) {
      say("error", `old backups cannot be removed: ${reasonOf(error)}`, { error: nameOf(error) });
    }
    return true;
  }

  if (every === undefined) {
    if (!(await attempt())) process.exitCode = 1;
    return;
  }
  say("info", "backups begin", { folder, every, keepHours, keepDays });
  for (let due = Date.now(); !stop.signal.aborted; ) {
    await attempt();
    // From start to start, so that the time that a backup takes does not add up.
    due = Math.max(due + every * 60_000, Date.now());
    await delay(due - Date.now(), undefined, { signal: stop.signal }).catch(() => {});
  }
}

function readOptions(): z.infer<typeof optionsSchema> | undefined {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ options: { to: text, every: text, "keep-hours": text, "keep-days": text } });
    return optionsSchema.safeParse(values).data;
  } catch {
    return undefined;
  }
}

/** In words of ours: a driver's message may hold the address. */
function reasonOf(error: unknown): string {
  return error instanceof BackupError ? error.message : failureReason(error);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

function say(level: "info" | "warn" | "error", message: string, fields: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })}\n`);
}

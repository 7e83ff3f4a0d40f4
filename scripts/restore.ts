import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "../database/migrate.ts";
import { CommandError, parseCommandLine, UsageError } from "../src/operator/command.ts";
import { readDatabaseUrl, withDatabase } from "./backup/address.ts";
import type { Aftermath } from "./backup/carry-over.ts";
import { describeBackupFailure } from "./backup/failure.ts";
import {
  backupFolder,
  CHOOSE_ANOTHER,
  countRows,
  listBackups,
  type Manifest,
  readManifest,
  requireUndamaged,
} from "./backup/folder.ts";
import { loadDump } from "./backup/load.ts";
import { requireMajor } from "./backup/programs.ts";
import { compareStates, type State } from "./backup/state.ts";
import { listenForStop } from "./backup/stop.ts";
import { createIfMissing, drop, type Kept, putBack, requireRoom, stamp } from "./backup/target.ts";

/**
 * `npm run restore`: plays a backup into a database of its own, or into one that is named, and compares it with its
 * manifest. Exit code 0 only when all is equal; else nothing has changed, or it says what has.
 */
const usage = `usage: restore.ts FILE.dump [--into DATABASE [--overwrite]]
       restore.ts --list [FOLDER]`;
const LIMIT_MS = 3_600_000;
const migrations = new URL("../database/migrations/", import.meta.url);

const stop = listenForStop();
try {
  const command = readCommand();
  if (command.list) await list(backupFolder(command.file));
  else await restore(command, AbortSignal.any([stop, AbortSignal.timeout(LIMIT_MS)]));
} catch (error) {
  const { text, code } = describeBackupFailure(error);
  const reason = stop.aborted && !(error instanceof CommandError) ? "stopped" : text;
  say(error instanceof UsageError ? text : `restore failed: ${reason}`);
  process.exitCode = code;
}

interface Command {
  file: string | undefined;
  into: string | undefined;
  overwrite: boolean;
  list: boolean;
}

async function restore({ file = "", into, overwrite }: Command, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const databaseUrl = readDatabaseUrl();
  const manifest = await readManifest(file);
  await requireUndamaged(file, manifest);
  for (const program of ["pg_restore", "psql"])
    await requireMajor(program, Number.parseInt(manifest.client_version, 10), "the program that made the dump");
  await requireKnownSchema(manifest);
  say(`${manifest.file}: ${countRows(manifest)} rows of ${manifest.created_at}, schema ${manifest.schema_version}`);

  const name = into ?? `restore_${stamp()}`;
  const target = withDatabase(databaseUrl, name);
  const created = await createIfMissing(databaseUrl, name, signal);
  try {
    const kept = created ? undefined : await requireRoom(target, { name, overwrite, signal });
    if (kept !== undefined) say(`schema app of database ${name} will be kept as ${kept.name}`);
    await loadAndMigrate({ target, file, manifest, kept, created, signal });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`restored into database ${name} and equal to its manifest, ${seconds} s`);
    if (kept !== undefined)
      say(`what was there before is in schema ${kept.name}: drop schema ${kept.name} cascade, once it is not needed`);
    if (into === undefined) say(`drop it when you have looked at it: drop database ${name}`);
  } catch (error) {
    if (created) await drop(databaseUrl, name);
    throw error;
  }
}

/** The order: compare while the dump is as it was made, commit, then bring it to the schema of this build. */
async function loadAndMigrate(options: {
  target: string;
  file: string;
  manifest: Manifest;
  kept: Kept | undefined;
  created: boolean;
  signal: AbortSignal;
}): Promise<void> {
  const { target, file, manifest, kept, created, signal } = options;
  const accept = (found: State) => showComparison(manifest, found);
  const aftermath = await loadDump({ databaseUrl: target, dump: file, manifest, kept, accept, signal });
  showAftermath(aftermath, kept);
  try {
    await migrate({ databaseUrl: target, log: say });
  } catch (error) {
    const cause = `the restored data cannot be migrated (${describeBackupFailure(error).text})`;
    if (created) throw new CommandError(cause);
    await putBack(target, kept, cause);
  }
}

/** @throws CommandError with the names of what differs */
function showComparison(manifest: Manifest, found: State): void {
  const comparisons = compareStates(manifest, found);
  const width = Math.max(...comparisons.map(({ name }) => name.length));
  say(`${"".padEnd(width)}  manifest  restored`);
  for (const { name, expected, found: restored, equal } of comparisons) {
    const numbers = [expected, restored].map((value) => String(value).padStart(8)).join("  ");
    say(`${name.padEnd(width)}  ${numbers}  ${equal ? "equal" : "DIFFERENT"}`);
  }
  const different = comparisons.filter(({ equal }) => !equal).map(({ name }) => name);
  if (different.length > 0)
    throw new CommandError(
      `not what the manifest says: ${different.join(", ")}. Nothing was changed. ${CHOOSE_ANOTHER}`,
    );
}

function showAftermath({ opt_outs: optOuts, humans, queued, unanswered }: Aftermath, kept: Kept | undefined): void {
  if (optOuts !== null)
    say(`carried over from ${kept?.name}: ${optOuts} opt-outs, ${humans} conversations that a person has`);
  else if (kept !== undefined)
    say(`nothing is carried over from ${kept.name}, whose schema is another: who said STOP since may be written to`);
  say(`when the service starts, ${queued} queued effects leave and ${unanswered} messages are answered`);
}

/** An older build cannot bring what a newer one needs. @throws CommandError */
async function requireKnownSchema({ schema_version: version }: Manifest): Promise<void> {
  const newest = Math.max(...(await readdir(migrations)).map((file) => Number.parseInt(file, 10)));
  if (version > newest)
    throw new CommandError(
      `the backup has schema ${version} and this build knows ${newest}: use the build that made it, or newer`,
    );
}

async function list(folder: string): Promise<void> {
  const backups = await listBackups(folder);
  if (backups.length === 0) say(`no backup in ${folder}`);
  for (const { name } of backups) say(await describe(join(folder, `${name}.dump`)));
}

async function describe(path: string): Promise<string> {
  try {
    const manifest = await readManifest(path);
    const megabytes = (manifest.bytes / 1e6).toFixed(1);
    return `${path}  ${manifest.created_at}  schema ${manifest.schema_version}  ${countRows(manifest)} rows  ${megabytes} MB`;
  } catch {
    return `${path}  its manifest cannot be read`;
  }
}

/** @throws UsageError */
function readCommand(): Command {
  const [text, flag] = [{ type: "string" } as const, { type: "boolean", default: false } as const];
  const { values, positionals } = parseCommandLine(process.argv.slice(2), { into: text, overwrite: flag, list: flag });
  const [file] = positionals;
  const understood = positionals.length <= 1 && (values.list || file !== undefined) && values.into !== "";
  if (!understood || (values.overwrite && values.into === undefined)) throw new UsageError(usage);
  return { into: values.into, overwrite: values.overwrite, list: values.list, file };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

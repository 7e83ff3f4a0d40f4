import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { z } from "zod";
import { migrate } from "../database/migrate.ts";
import { failureReason } from "../src/health/failure-reason.ts";
import { selectValue, withConnection } from "./backup/connect.ts";
import {
  backupFolder,
  countRows,
  listBackups,
  type Manifest,
  readManifest,
  requireUndamaged,
} from "./backup/folder.ts";
import { loadDump } from "./backup/load.ts";
import { BackupError, readDatabaseUrl, requireMajor, withDatabase } from "./backup/programs.ts";
import { compareStates, type State } from "./backup/state.ts";

/**
 * `npm run restore`: plays a backup into a database of its own, or into one that is named, and compares it with its
 * manifest. Exit code 0 only when all is equal; else nothing has changed.
 */
const usage = `usage: restore.ts FILE.dump [--into DATABASE [--overwrite]]
       restore.ts --list [FOLDER]`;
const LIMIT_MS = 3_600_000;
const migrations = new URL("../database/migrations/", import.meta.url);

const command = readCommand();
const stop = new AbortController();
for (const name of ["SIGTERM", "SIGINT"]) process.once(name, () => stop.abort());
try {
  if (command === undefined) {
    say(usage);
    process.exitCode = 2;
  } else if (command.list) await list(backupFolder(command.file));
  else await restore(command, AbortSignal.any([stop.signal, AbortSignal.timeout(LIMIT_MS)]));
} catch (error) {
  const reason = error instanceof BackupError ? error.message : failureReason(error);
  say(`restore failed: ${stop.signal.aborted ? "stopped" : reason}`);
  process.exitCode = 1;
}

interface Command {
  file?: string;
  into?: string;
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
    const kept = created ? undefined : await requireRoom(target, name, overwrite, signal);
    await loadAndMigrate({ target, file, manifest, kept, signal });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`restored into database ${name} and equal to its manifest, ${seconds} s`);
    if (kept !== undefined)
      say(`what was there before is in schema ${kept}: drop schema ${kept} cascade, once it is not needed`);
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
  kept: string | undefined;
  signal: AbortSignal;
}): Promise<void> {
  const { target, file, manifest, kept, signal } = options;
  const accept = (found: State) => showComparison(manifest, found);
  await loadDump({
    databaseUrl: target,
    dump: file,
    tables: Object.keys(manifest.tables),
    rename: kept,
    accept,
    signal,
  });
  try {
    await migrate({ databaseUrl: target, log: say });
  } catch (error) {
    await putBack(target, kept);
    throw new BackupError(
      `the restored data cannot be migrated (${failureReason(error)}): what was there before is back`,
    );
  }
}

/** @throws BackupError with the names of what differs */
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
    throw new BackupError(
      `not what the manifest says: ${different.join(", ")}. Nothing was changed; take another backup`,
    );
}

/** Whether the database had to be made. */
async function createIfMissing(databaseUrl: string, name: string, signal: AbortSignal): Promise<boolean> {
  return await withConnection(databaseUrl, signal, async (client) => {
    const there = `select exists (select from pg_database where datname = ${pg.escapeLiteral(name)})`;
    if (await selectValue(client, there, z.boolean())) return false;
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    return true;
  });
}

/**
 * Under which name the schema app that is there is kept; undefined when there is none.
 * @throws BackupError when there is one and it may not be replaced, or not by this role: functions run as their owner
 */
async function requireRoom(target: string, name: string, overwrite: boolean, signal: AbortSignal) {
  return await withConnection(target, signal, async (client) => {
    const { rows } = await client.query<{ owner: string; mine: boolean }>(
      "select nspowner::regrole::text as owner, nspowner = current_user::regrole as mine from pg_namespace where nspname = 'app'",
    );
    const [schema] = rows;
    if (schema === undefined) return undefined;
    if (!overwrite)
      throw new BackupError(
        `database ${name} already has a schema app: with --overwrite it is renamed, kept, and replaced`,
      );
    if (!schema.mine)
      throw new BackupError(
        `schema app of database ${name} belongs to ${schema.owner}: let DATABASE_URL name that role`,
      );
    return `app_before_${stamp()}`;
  });
}

async function putBack(target: string, kept: string | undefined): Promise<void> {
  const rename = kept === undefined ? "" : `alter schema ${pg.escapeIdentifier(kept)} rename to app;`;
  await withConnection(target, AbortSignal.timeout(60_000), (client) =>
    client.query(`begin; drop schema app cascade; ${rename} commit`),
  );
}

async function drop(databaseUrl: string, name: string): Promise<void> {
  await withConnection(databaseUrl, AbortSignal.timeout(60_000), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

/** An older build cannot bring what a newer one needs. @throws BackupError */
async function requireKnownSchema({ schema_version: version }: Manifest): Promise<void> {
  const newest = Math.max(...(await readdir(migrations)).map((file) => Number.parseInt(file, 10)));
  if (version > newest)
    throw new BackupError(
      `the backup has schema ${version} and this build knows ${newest}: use the build that made it, or newer`,
    );
}

async function list(folder: string): Promise<void> {
  const backups = await listBackups(folder);
  if (backups.length === 0) say(`no backup in ${folder}`);
  for (const { name } of backups) {
    const path = join(folder, `${name}.dump`);
    const manifest = await readManifest(path);
    const megabytes = (manifest.bytes / 1e6).toFixed(1);
    say(
      `${path}  ${manifest.created_at}  schema ${manifest.schema_version}  ${countRows(manifest)} rows  ${megabytes} MB`,
    );
  }
}

function readCommand(): Command | undefined {
  const [text, flag] = [{ type: "string" } as const, { type: "boolean", default: false } as const];
  try {
    const { values, positionals } = parseArgs({
      options: { into: text, overwrite: flag, list: flag },
      allowPositionals: true,
    });
    const [file] = positionals;
    const understood = positionals.length <= 1 && (values.list || file !== undefined) && values.into !== "";
    if (!understood || (values.overwrite && values.into === undefined)) return undefined;
    return { ...values, ...(file === undefined ? {} : { file }) };
  } catch {
    return undefined;
  }
}

/** YYYYMMDD_HHMMSS, UTC. */
function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "_");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

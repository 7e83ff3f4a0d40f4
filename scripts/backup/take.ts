import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { z } from "zod";
import { CommandError } from "../../src/operator/command.ts";
import { selectValue, serverVersion, withConnection } from "./connect.ts";
import { backupName, discardPartial, type Manifest, publishBackup } from "./folder.ts";
import { requireMajor, startProgram } from "./programs.ts";
import { type State, stateSchema, stateSettings, stateSql, tableNamesSql } from "./state.ts";

/** A backup that takes longer is given up, on our side and, should we be gone, on the server's. */
export const LIMIT_MS = 20 * 60_000;
/** Who holds a table for longer than this, a migration, is not waited for. */
const LOCK_WAIT_MS = 60_000;

/**
 * Dumps schema app and describes what is in the dump, both from one snapshot. Functions in public and views come from
 * `migrate()` after a restore; other schemas, such as those of Supabase, stay out.
 * @throws CommandError and what pg throws; nothing is left in the folder then
 */
export async function takeBackup(databaseUrl: string, folder: string, signal: AbortSignal): Promise<Manifest> {
  return await withConnection(databaseUrl, signal, async (client) => {
    const started = performance.now();
    const server = await serverVersion(client);
    const clientVersion = await requireMajor("pg_dump", server.major, "the server");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { at, snapshot, state } = await openSnapshot(client);
    const name = backupName(at);
    try {
      const dump = await writeDump(databaseUrl, join(folder, `${name}.dump.partial`), snapshot, signal);
      const manifest: Manifest = {
        file: `${name}.dump`,
        created_at: at.toISOString(),
        server_version: server.version,
        client_version: clientVersion,
        ...dump,
        seconds: Math.round(performance.now() - started) / 1000,
        ...state,
      };
      await publishBackup(folder, name, manifest);
      return manifest;
    } finally {
      await discardPartial(folder, name);
    }
  });
}

/**
 * Opens the transaction whose snapshot the dump shares. The advisory lock ends with it, so a backup that died blocks
 * nobody. What was read once stays locked against changes of its form until the dump is done.
 */
async function openSnapshot(client: pg.Client): Promise<{ at: Date; snapshot: string; state: State }> {
  await client.query("begin isolation level repeatable read");
  await client.query(
    `set local idle_in_transaction_session_timeout = ${LIMIT_MS}; set local statement_timeout = ${LIMIT_MS};
     set local lock_timeout = ${LOCK_WAIT_MS}; ${stateSettings}`,
  );
  const alone = await selectValue(client, "select pg_try_advisory_xact_lock(hashtext('app.backup'))", z.boolean());
  if (!alone) throw new CommandError("another backup of this database is running: nothing was done");
  const tables = await client.query<{ name: string }>(tableNamesSql);
  if (tables.rows.length === 0) throw new CommandError("the database has no schema app: npm run migrate makes it");
  const state = await selectValue(client, stateSql(tables.rows.map(({ name }) => name)), stateSchema);
  const at = await selectValue(client, "select now()", z.date());
  return { at, snapshot: await selectValue(client, "select pg_export_snapshot()", z.string()), state };
}

/** Writes the dump to the disk for good, readable for nobody else. */
async function writeDump(databaseUrl: string, path: string, snapshot: string, signal: AbortSignal) {
  const args = ["--format=custom", "--schema=app", `--snapshot=${snapshot}`, `--lock-wait-timeout=${LOCK_WAIT_MS}`];
  const { stdin, stdout, done } = startProgram("pg_dump", [...args, "--no-password"], databaseUrl, signal);
  stdin.end();
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measured(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  // Both are over before anything is thrown: a file that is still written to cannot be removed for good. When both failed
  // the file says why, a full volume: pg_dump only lost its reader.
  const written = pipeline(stdout, measured, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  for (const outcome of await Promise.allSettled([written, done])) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
  return { sha256: hash.digest("hex"), bytes };
}

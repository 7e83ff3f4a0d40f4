import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import type { z } from "zod";
import { CommandError } from "../../src/operator/command.ts";
import { type Aftermath, aftermathSchema, carryOverSql } from "./carry-over.ts";
import type { Manifest } from "./folder.ts";
import { startProgram } from "./programs.ts";
import { type State, stateSchema, stateSettings, stateSql } from "./state.ts";
import type { Kept } from "./target.ts";

/**
 * After a restore the identities go on so far ahead of the dump that no id is given out twice: WhatsApp and Chatwoot know
 * effects of after the dump by their ids, and would take new ones for them.
 */
const ID_GAP = 1_000_000;

/** The first schema with all that is carried over. */
const CARRIED_SINCE = 2;

/**
 * Plays a dump into a database and compares, all in one transaction: only what `accept` takes is committed.
 * pg_restore writes SQL and psql runs it. The commit is ours, so a dump that ends too early, a killed program and our own
 * death alike leave the database as it was.
 * @param kept the schema app that is there, which is renamed in the same transaction; undefined when there is none
 * @param accept throws when what is there after the restore is not what was expected
 */
export async function loadDump(options: {
  databaseUrl: string;
  dump: string;
  manifest: Manifest;
  kept: Kept | undefined;
  accept: (state: State) => void;
  signal: AbortSignal;
}): Promise<Aftermath> {
  const { databaseUrl, dump, manifest, kept, accept, signal } = options;
  // Terse, because the details of an error may quote a row.
  const quiet = ["VERBOSITY=terse", "SHOW_CONTEXT=never", "ON_ERROR_STOP=1"].flatMap((setting) => ["-v", setting]);
  const psqlArgs = ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--no-password", ...quiet];
  const psql = startProgram("psql", psqlArgs, databaseUrl, signal);
  const reader = startProgram("pg_restore", ["--no-owner", "--no-acl", "--file=-", dump], databaseUrl, signal);
  reader.stdin.end();
  const nextAnswer = readAnswers(psql.stdout);
  const work = async () => {
    const keep = kept === undefined ? "" : `alter schema app rename to ${pg.escapeIdentifier(kept.name)};`;
    const isAlike = kept?.version === manifest.schema_version && kept.version >= CARRIED_SINCE;
    // The lock of `migrate()`: no migration meanwhile.
    psql.stdin.write(`begin; select pg_advisory_xact_lock(hashtext('app.migrate')); ${keep}\n`);
    await pipeline(reader.stdout, withoutNewSettings, psql.stdin, { end: false });
    await reader.done;
    psql.stdin.write(`${stateSettings};\n${stateSql(Object.keys(manifest.tables))};\n`);
    accept(await nextAnswer(stateSchema));
    psql.stdin.write(`${carryOverSql(isAlike ? kept.name : undefined)}\n`);
    const aftermath = await nextAnswer(aftermathSchema);
    psql.stdin.end(`${finish}\ncommit;\n`);
    await psql.done;
    return aftermath;
  };
  try {
    return await work();
  } catch (error) {
    psql.stdin.destroy(); // the end of its input ends psql, and its transaction
    reader.stdout.destroy();
    if (error instanceof CommandError) throw error;
    // Whoever ended first knows why.
    await psql.done;
    await reader.done;
    throw error;
  }
}

/** Rights as after `migrate()`: which roles there are may differ, so the dump's own stay out and migrate seals the functions. */
const finish = `
  revoke all on schema app from public;
  revoke all on all tables in schema app from public;
  revoke all on all functions in schema app from public;
  select setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(last_value, 0) + ${ID_GAP})
    from pg_catalog.pg_sequences where schemaname = 'app';`;

/**
 * Clients of 17 and newer begin with a setting that older servers do not know (github.com/discourse/discourse/pull/41632).
 * Only the lines before the first object are looked at.
 */
async function* withoutNewSettings(chunks: AsyncIterable<Buffer>) {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const objects = head.indexOf("\nCREATE ");
    if (objects < 0) continue;
    yield head.toString("utf8", 0, objects).replace("\nSET transaction_timeout = 0;", "");
    yield head.subarray(objects);
    head = undefined;
  }
  if (head !== undefined) yield head;
}

/**
 * Lines that are objects of JSON: the dump's own statements answer nothing like it. Rejects when psql has ended, which then
 * says why.
 */
function readAnswers(output: Readable): <T>(schema: z.ZodType<T>) => Promise<T> {
  const lines = createInterface(output)[Symbol.asyncIterator]();
  return async (schema) => {
    for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
      if (line.value.startsWith("{")) return schema.parse(JSON.parse(line.value));
    }
    throw new Error("psql ended without an answer");
  };
}

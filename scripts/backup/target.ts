import pg from "pg";
import { z } from "zod";
import { CommandError } from "../../src/operator/command.ts";
import { APPLICATION_NAME } from "../../src/platform/postgres.ts";
import { selectValue, withConnection } from "./connect.ts";
import { describeBackupFailure } from "./failure.ts";

/** The database that a restore goes into, and the way back out of it. */

/** The schema app that was there, under its new name. */
export interface Kept {
  name: string;
  /** null when its tables are not all there. */
  version: number | null;
}

const UNDO_MS = 60_000;

/** Whether the database had to be made. */
export async function createIfMissing(databaseUrl: string, name: string, signal: AbortSignal): Promise<boolean> {
  return await withConnection(databaseUrl, signal, async (client) => {
    const there = `select exists (select from pg_database where datname = ${pg.escapeLiteral(name)})`;
    if (await selectValue(client, there, z.boolean())) return false;
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    return true;
  });
}

export async function drop(databaseUrl: string, name: string): Promise<void> {
  await withConnection(databaseUrl, AbortSignal.timeout(UNDO_MS), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

/**
 * Under which name the schema app that is there will be kept; undefined when there is none.
 * @throws CommandError when there is one and it may not be replaced: not asked for, not by this role because functions run
 * as their owner, or not while the service writes into it
 */
export async function requireRoom(
  target: string,
  { name, overwrite, signal }: { name: string; overwrite: boolean; signal: AbortSignal },
): Promise<Kept | undefined> {
  return await withConnection(target, signal, async (client) => {
    const { rows } = await client.query<{ owner: string; mine: boolean; whole: boolean }>(
      `select nspowner::regrole::text as owner, nspowner = current_user::regrole as mine,
              num_nulls(to_regclass('app.schema_version'), to_regclass('app.conversations'),
                        to_regclass('app.contact_aliases')) = 0 as whole
         from pg_namespace where nspname = 'app'`,
    );
    const [schema] = rows;
    if (schema === undefined) return undefined;
    if (!overwrite)
      throw new CommandError(
        `database ${name} already has a schema app: with --overwrite it is renamed, kept, and replaced`,
      );
    if (!schema.mine)
      throw new CommandError(
        `schema app of database ${name} belongs to ${schema.owner}: let DATABASE_URL name that role`,
      );
    const using = `select count(*)::int from pg_stat_activity
      where datname = current_database() and application_name = ${pg.escapeLiteral(APPLICATION_NAME)}`;
    if ((await selectValue(client, using, z.int())) > 0)
      throw new CommandError(
        `the service is connected to database ${name} and would write into what is replaced. ` +
          "Cure: stop it first: railway down --service api",
      );
    const version = schema.whole
      ? await selectValue(client, "select max(version)::int from app.schema_version", z.int().nullable())
      : null;
    return { name: `app_before_${stamp()}`, version };
  });
}

/**
 * After a restore that was committed and is of no use: what was there before comes back, what was restored steps aside.
 * @throws CommandError always: with `cause`, where everything is, and when it cannot be put back what a person has to run
 */
export async function putBack(target: string, kept: Kept | undefined, cause: string): Promise<never> {
  const aside = `app_failed_${stamp()}`;
  const lines = ["begin;", `alter schema app rename to ${aside};`];
  if (kept !== undefined) lines.push(`alter schema ${kept.name} rename to app;`);
  lines.push("commit;");
  try {
    await withConnection(target, AbortSignal.timeout(UNDO_MS), (client) => client.query(lines.join(" ")));
  } catch (error) {
    const before = kept === undefined ? "" : ` What was there before is in schema ${kept.name}.`;
    throw new CommandError(
      [
        `${cause}, and that could not be undone (${describeBackupFailure(error).text}).`,
        `What was restored is in schema app.${before} Cure: run, in that database,`,
        ...lines.map((line) => `  ${line}`),
      ].join("\n"),
    );
  }
  const back = kept === undefined ? "" : "what was there before is back, ";
  throw new CommandError(`${cause}: ${back}what was restored is in schema ${aside}`);
}

/** YYYYMMDD_HHMMSS, UTC. */
export function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "_");
}

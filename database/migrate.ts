import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import Postgrator from "postgrator";

/** The SQL files lie beside the sources and, in the image, beside dist/. */
const folder = fileURLToPath(new URL("../database/", import.meta.url));
const versionTable = "app.schema_version";

/**
 * Brings a database to the newest schema: migrations that it lacks, then every function and view again, in one
 * transaction.
 * Forward only. Two runs at once wait for each other.
 * @throws when the address cannot be reached, a statement fails or the database is newer than the files; the database is
 * then unchanged
 */
export async function migrate(options: { databaseUrl: string; log: (line: string) => void }): Promise<void> {
  const client = new pg.Client({ connectionString: options.databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('app.migrate'))");
    const runner = new Postgrator({
      driver: "pg",
      migrationPattern: `${folder}migrations/*.sql`,
      schemaTable: versionTable,
      newline: "LF",
      execQuery: (query) => client.query(query),
    });
    const newer = await newerVersion(runner);
    if (newer !== undefined) {
      options.log(`the database has schema ${newer}, which is newer than this build: left as it is`);
      return;
    }
    const applied = await runner.migrate();
    for (const { version, name } of applied) options.log(`applied migration ${version} ${name}`);
    const functions = await sqlFiles("functions");
    for (const { sql } of [...functions, ...(await sqlFiles("views"))]) await client.query(sql);
    await client.query("notify pgrst, 'reload schema'");
    await client.query("commit");
    options.log(`schema is up to date, ${functions.length} functions in place`);
  } finally {
    await client.end(); // an open transaction ends with its connection
  }
}

/** One file that does what migrate does to an empty database: for pasting into an SQL editor. */
export async function schemaSql(): Promise<string> {
  const migrations = await sqlFiles("migrations");
  const functions = await sqlFiles("functions");
  const views = await sqlFiles("views");
  return [
    "begin;",
    "create schema if not exists app;",
    `create table ${versionTable} (version bigint primary key, name text, md5 text, run_at timestamptz);`,
    `insert into ${versionTable} (version) values (0);`,
    ...migrations.flatMap(({ name, sql }) => [sql, appliedSql(name, sql)]),
    ...[...functions, ...views].map(({ sql }) => sql),
    "notify pgrst, 'reload schema';",
    "commit;",
  ].join("\n\n");
}

/** An older build beside a newer schema, as after a rollback: it works with the functions that are there, and keeps off them. */
async function newerVersion(runner: Postgrator): Promise<number | undefined> {
  const present = await runner.getDatabaseVersion();
  return present > (await runner.getMaxVersion()) ? present : undefined;
}

async function sqlFiles(kind: "migrations" | "functions" | "views"): Promise<{ name: string; sql: string }[]> {
  const names = (await readdir(`${folder}${kind}`)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(`${folder}${kind}/${name}`, "utf8") })));
}

/** Records a migration as the runner does, so that a later `npm run migrate` goes on from there. */
function appliedSql(file: string, sql: string): string {
  const [version, , name] = file.split(".");
  const md5 = createHash("md5").update(sql.replaceAll("\r\n", "\n")).digest("hex");
  return `insert into ${versionTable} values (${Number(version)}, '${name}', '${md5}', now());`;
}

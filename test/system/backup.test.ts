import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaSql } from "../../database/migrate.ts";
import { createDatabase, withClient } from "../../sandbox/postgres.ts";
import { textBody } from "../../sandbox/webhook-body.ts";
import { withDatabase } from "../../scripts/backup/address.ts";
import { manifestSchema } from "../../scripts/backup/folder.ts";
import {
  buildBackupImage,
  countTables,
  createWorld,
  fill,
  hello,
  keepPosting,
  rightsOf,
  type Tools,
  waId,
  wrapPrograms,
} from "./backup-world.ts";
import { findPostgresPrograms, startServer } from "./postgres-tools.ts";

/** The drill: lose the data, get it back, go on. A machine that cannot have a Postgres with its client skips, and says why. */

const bin = await findPostgresPrograms().catch((error: unknown) => new Error(String(error).replaceAll(/\s+/g, " ")));

if (bin instanceof Error) {
  process.stdout.write(`skipped: ${bin.message}\n`);
  test.skip(`skipped: ${bin.message}`);
} else {
  testBackups(bin);
}

function testBackups(programs: string): void {
  let server: Awaited<ReturnType<typeof startServer>>;
  let tools: Tools;
  beforeAll(async () => {
    tools = { programs, image: await buildBackupImage() };
    server = await startServer(programs);
  });
  afterAll(async () => {
    await server.stop();
    await rm(dirname(tools.image), { recursive: true });
  });

  test("the drill: a backup while messages flow, a restore, and the service goes on from it", async () => {
    const world = await createWorld(tools, await createDatabase(server.url("postgres"), "drill"));
    const { backup, restore, rows, folder } = world;
    const service = await world.start();
    await fill(world, service);
    expect(Object.values(await countTables(rows)).filter((count) => count === 0)).toEqual([]);

    const flow = keepPosting(service.post);
    const made = await backup();
    expect(await flow.stop()).toBeGreaterThan(0);
    expect(made).toMatchObject({ code: 0 });
    await service.end("SIGTERM");
    // Two of the old candidates: one says STOP after the dump, one is now a person's.
    await rows("update app.conversations set opted_out_at = now() where id = (select min(id) from app.conversations)");
    await rows("update app.conversations set mode = 'human' where id = (select min(id) + 1 from app.conversations)");
    const after = await countTables(rows);
    const [dump = ""] = (await readdir(folder)).filter((name) => name.endsWith(".dump"));
    const [file, json] = [join(folder, dump), join(folder, dump.replace(".dump", ".json"))];
    const manifest = manifestSchema.parse(JSON.parse(await readFile(json, "utf8")));
    expect(after["messages"]).toBeGreaterThan(manifest.tables["messages"]?.rows ?? Number.POSITIVE_INFINITY);

    // Into a database of its own: equal, and with the same rights.
    const drill = await restore(file);
    expect(drill).toMatchObject({ code: 0, output: expect.not.stringContaining("DIFFERENT") as unknown });
    const scratch = /into database (restore_\d{8}_\d{6}) and equal/.exec(drill.output)?.[1] ?? "";
    expect(await rightsOf(withDatabase(world.url, scratch))).toEqual(await rightsOf(world.url));

    // What is damaged, and what differs by one row, is refused and leaves no database behind.
    const copies = await copyOf(world, file, json);
    await writeFile(
      copies.json,
      JSON.stringify({ ...manifest, tables: { ...manifest.tables, audit: { rows: 1, checksum: "1" } } }),
    );
    const differs = await restore(copies.file);
    expect(differs).toMatchObject({
      code: 1,
      output: expect.stringMatching(/not what the manifest says: audit\. /) as unknown,
    });
    const bytes = await readFile(copies.file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(copies.file, bytes);
    expect(await restore(copies.file)).toMatchObject({
      code: 1,
      output: expect.stringContaining("is damaged") as unknown,
    });
    expect(await rows("select datname from pg_database where datname like 'restore%'")).toEqual([{ datname: scratch }]);

    // Into the database that is in use: only when told to.
    expect(await restore(file, "--into", "drill")).toMatchObject({
      code: 1,
      output: expect.stringContaining("--overwrite") as unknown,
    });
    expect(await countTables(rows)).toEqual(after);
    const spoken = world.provider.messagesTo(waId).length;

    const began = performance.now();
    const restored = await restore(file, "--into", "drill", "--overwrite");
    expect(restored).toMatchObject({ code: 0 });
    const restoredMs = performance.now() - began;
    expect(restored.output).toMatch(/carried over from app_before_\w+: 1 opt-outs, 1 conversations that a person has/);
    expect(
      await rows(
        "select opted_out_at is null as silent, mode from app.conversations where opted_out_at is not null or mode = 'human'",
      ),
    ).toEqual([
      { silent: false, mode: "bot" },
      { silent: true, mode: "human" },
    ]);
    const counted = Object.fromEntries(Object.entries(manifest.tables).map(([name, table]) => [name, table.rows]));
    expect(await countTables(rows)).toEqual(counted);
    const kept = /in schema (app_before_\d{8}_\d{6}):/.exec(restored.output)?.[1] ?? "";
    expect(await countTables(rows, kept)).toEqual(after);

    // It goes on: who is known is answered, what was answered is not answered again, no id is given out twice.
    const again = await world.start();
    const rto = performance.now() - began;
    expect(await again.post(textBody({ waId, text: hello, id: "wamid.first" }))).toBe(200);
    const answer = await again.chat.say("¿cuánto pagan?");
    expect(answer).toContain("1.050 €");
    expect(world.provider.messagesTo(waId)).toHaveLength(spoken + 1);
    expect(await rows("select count(*)::int as n from app.messages where provider_id = 'wamid.first'")).toEqual([
      { n: 1 },
    ]);
    for (const table of ["messages", "effects", "turns", "events"]) {
      const [ids] = await rows(
        `select (select max(id) from app.${table}) > (select max(id) from ${kept}.${table}) as ahead,
                (select count(*)::int from app.${table}) - ${counted[table]} > 0 as more`,
      );
      expect({ table, ...ids }).toEqual({ table, ahead: true, more: true });
    }
    expect(await restore(file, "--into", "drill", "--overwrite")).toMatchObject({
      code: 1,
      output: expect.stringContaining("railway down --service api") as unknown,
    });
    process.stdout.write(`${made.output}${restored.output}rows: ${Object.values(counted).reduce((sum, n) => sum + n, 0)}, \
dump: ${manifest.seconds} s and ${(manifest.bytes / 1e6).toFixed(1)} MB, restore: ${(restoredMs / 1000).toFixed(1)} s, \
restore and start until ready (RTO): ${(rto / 1000).toFixed(1)} s\n`);
  });

  test("a restore that fails half-way, or after its commit, leaves what was there", async () => {
    const world = await createWorld(tools, await createDatabase(server.url("postgres"), "failing"));
    await world.rows("insert into app.contacts (name) select repeat('Ana', 100) from generate_series(1, 2000)");
    await world.backup();
    const [file = ""] = (await readdir(world.folder))
      .filter((name) => name.endsWith(".dump"))
      .map((name) => join(world.folder, name));
    await world.rows("insert into app.contacts (name) values ('after the backup')");
    const before = await countTables(world.rows);

    const half = await wrapPrograms(programs, "head -c 100000; exit 1");
    expect(await world.restoreWith(half, file, "--into", "failing", "--overwrite")).toMatchObject({
      code: 1,
      output: expect.stringContaining("pg_restore failed") as unknown,
    });
    expect(await countTables(world.rows)).toEqual(before);

    // The terminal goes away while the dump is played.
    const hungUp = await wrapPrograms(programs, "{ head -c 100000; kill -HUP $PPID; cat >/dev/null; }");
    expect(await world.restoreWith(hungUp, file, "--into", "failing", "--overwrite")).toMatchObject({
      code: 1,
      output: expect.stringContaining("restore failed: stopped") as unknown,
    });
    expect(await countTables(world.rows)).toEqual(before);

    // Only the migration, after the restore's commit, drops a view.
    await world.rows(`create function public.refuse() returns event_trigger language plpgsql as 'begin raise ''no''; end';
      create event trigger refuse on ddl_command_start when tag in ('DROP VIEW') execute function public.refuse()`);
    expect(await world.restore(file, "--into", "failing", "--overwrite")).toMatchObject({
      code: 1,
      output: expect.stringContaining("what was there before is back") as unknown,
    });
    expect(await countTables(world.rows)).toEqual(before);
    const schemas = () => world.rows("select nspname as name from pg_namespace where nspname like 'app%' order by 1");
    expect(await schemas()).toEqual([
      { name: "app" },
      { name: expect.stringMatching(/^app_failed_\d{8}_\d{6}$/) as unknown },
    ]);

    // Nor can it be put back: then a person can, with what was printed.
    await world.rows(`create function public.keep() returns event_trigger language plpgsql as
      'begin if exists (select from pg_namespace where nspname like ''app_before%'') then raise ''no''; end if; end';
      create event trigger keep on ddl_command_start when tag in ('ALTER SCHEMA') execute function public.keep()`);
    const stuck = await world.restore(file, "--into", "failing", "--overwrite");
    expect(stuck).toMatchObject({ code: 1, output: expect.stringContaining("could not be undone") as unknown });
    expect(await countTables(world.rows)).not.toEqual(before);
    const lines = stuck.output.split("\n").filter((line) => /^ {2}(begin|alter|commit)/.test(line));
    await world.rows("drop event trigger keep");
    await world.rows(lines.join("\n"));
    expect(await countTables(world.rows)).toEqual(before);
    expect(await schemas()).toHaveLength(3);
  });

  test("a newer client's dump of an older schema is restored, compared, and brought to the newest schema", async () => {
    const url = await createDatabase(server.url("postgres"), "older");
    const last = await readFile(new URL("../../database/migrations/006.do.traces.sql", import.meta.url), "utf8");
    const [before = ""] = (await schemaSql()).split(last);
    await withClient(url, (client) => client.query(`${before} commit; insert into app.contacts (name) values ('Ana')`));
    const world = await createWorld(tools, url, false);
    expect(await world.backup()).toMatchObject({ code: 0, output: expect.stringContaining('"schema":5') as unknown });
    const [file = ""] = (await readdir(world.folder))
      .filter((name) => name.endsWith(".dump"))
      .map((name) => join(world.folder, name));
    // What programs of 17 and newer write into the script, which this server does not know.
    const newer = await wrapPrograms(programs, "sed 's/^SET lock_timeout = 0;/SET transaction_timeout = 0;/'");
    expect(await world.restoreWith(newer, file, "--into", "forward")).toMatchObject({
      code: 0,
      output: expect.stringMatching(/schema version +5 +5 +equal[\s\S]*applied migration 6/) as unknown,
    });
    await withClient(withDatabase(url, "forward"), async (client) => {
      expect((await client.query("select public.service_status('{}') as s")).rows).toEqual([{ s: { schema: 6 } }]);
      expect((await client.query("select name from app.contacts")).rows).toEqual([{ name: "Ana" }]);
    });
  });
}

/** A backup that may be damaged. */
async function copyOf({ folder }: { folder: string }, file: string, json: string) {
  const copies = { file: join(folder, "copy.dump"), json: join(folder, "copy.json") };
  await writeFile(copies.file, await readFile(file));
  await writeFile(copies.json, await readFile(json));
  return copies;
}

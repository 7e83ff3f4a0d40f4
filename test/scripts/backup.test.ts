import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { manifestSchema, readManifest, requireUndamaged } from "../../scripts/backup/folder.ts";
import { readDatabaseUrl } from "../../scripts/backup/programs.ts";
import { compareStates, stateSchema, stateSettings, stateSql } from "../../scripts/backup/state.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { waitFor } from "../support/wait-for.ts";

/** All but the real pg_dump, which test/system/backup.test.ts has: here a script stands in for it. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const version = 'echo "pg_dump (PostgreSQL) 99.1"';

test("a backup is a dump and a manifest that describes it, readable for nobody else", async () => {
  const { run, files, folder, bin } = await prepare(
    'echo "$@" >"$0.args"; echo "$PGPASSWORD" >"$0.word"; printf dumped',
  );
  expect(await run()).toMatchObject({ code: 0, lines: [{ level: "info", message: "backup made" }] });

  const [dump = "", json = ""] = await files();
  expect([dump, json]).toEqual([expect.stringMatching(/^backup-.*\.dump$/), dump.replace(".dump", ".json")]);
  for (const name of [dump, json]) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, json), "utf8")));
  expect(manifest).toMatchObject({
    file: dump,
    bytes: 6,
    sha256: createHash("sha256").update("dumped").digest("hex"),
    client_version: "99.1",
    schema_version: 6,
    tables: { contacts: { rows: 0 }, schema_version: { rows: 7 } },
  });
  const word = new URL(database.url).password;
  expect((await readFile(join(bin, "pg_dump.word"), "utf8")).trim()).toBe(word);
  const args = await readFile(join(bin, "pg_dump.args"), "utf8");
  expect(args).toMatch(/--format=custom .*--schema=app .*--snapshot=[0-9A-F-]+/);
  expect(args).not.toContain(word);
});

test("a client that is older than the server is refused with cause and cure, before anything is written", async () => {
  const { run, folder } = await prepare("printf dumped", 'echo "pg_dump (PostgreSQL) 14.9 (Debian 14.9-1)"');
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.objectContaining({
      level: "error",
      message: expect.stringMatching(
        /pg_dump is version 14\.9 and the server is of 17.*Install postgresql-client-17/,
      ) as unknown,
    }),
  ]);
  await expect(stat(folder)).rejects.toMatchObject({ code: "ENOENT" });
});

test("a client that fails, and one that is not there, leave nothing and are named", async () => {
  const failing = await prepare('printf half; echo "pg_dump: error: no more" >&2; exit 1');
  expect(await failing.run()).toMatchObject({
    code: 1,
    lines: [
      { level: "error", error: "BackupError", message: "backup failed: pg_dump failed: pg_dump: error: no more" },
    ],
  });
  expect(await failing.files()).toEqual([]);
  await rm(join(failing.bin, "pg_dump"));
  expect(await failing.run()).toMatchObject({
    code: 1,
    lines: [{ message: expect.stringMatching(/pg_dump cannot be started.*PG_BIN/) as unknown }],
  });
});

test("a database that cannot be reached is said without its address", async () => {
  const { run } = await prepare("printf dumped", version, {
    DATABASE_URL: "postgres://rita:canary@127.0.0.1:9/hidden",
  });
  const { code, lines } = await run();
  expect([code, lines]).toEqual([1, [expect.objectContaining({ message: "backup failed: refused" })]]);
  expect(JSON.stringify(lines)).not.toMatch(/canary|rita|hidden|127/);
});

test("two at once: the second refuses; a first one that was killed blocks nobody", async () => {
  const slow = await prepare('touch "$0.runs"; until [ -e "$0.go" ]; do sleep 0.05; done; printf dumped');
  onTestFinished(() => writeFile(join(slow.bin, "pg_dump.go"), ""));
  const quick = await prepare("printf dumped");
  const { child } = slow.start();
  await waitFor(() => stat(join(slow.bin, "pg_dump.runs")));

  expect(await quick.run()).toMatchObject({
    code: 1,
    lines: [{ message: expect.stringContaining("another backup of this database is running") as unknown }],
  });
  expect(await quick.files()).toEqual([]);
  child.kill("SIGKILL");
  await once(child, "close");
  await waitFor(async () => expect(await quick.run()).toMatchObject({ code: 0 }));
  // What the killed one had begun does not look like a backup.
  expect(await slow.files()).toEqual([expect.stringMatching(/\.dump\.partial$/)]);
});

test("--every: a failure ends nothing, the next one succeeds; a stop in the middle leaves nothing of it", async () => {
  const { start, files, bin } = await prepare(
    '[ -e "$0.well" ] || exit 1; [ -e "$0.slow" ] && { touch "$0.runs"; exec sleep 60; }; printf dumped',
  );
  const { child, ended } = start(["--every", "0.005"]);
  await waitFor(() => expect(said(child)).toContain("backup failed"));
  await writeFile(join(bin, "pg_dump.well"), "");
  await waitFor(() => expect(said(child)).toContain("backup made"));
  await writeFile(join(bin, "pg_dump.slow"), "");
  await waitFor(() => stat(join(bin, "pg_dump.runs")));
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0 });
  expect((await files()).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test.each([
  ["", "DATABASE_URL is not set"],
  ["mysql://somewhere/app", "begins with postgres://"],
  ["postgres://postgres.ref:canary@pooler.supabase.com:6543/postgres", "transaction pooler"],
])("an address like %j is refused without being shown", (url, cause) => {
  vi.stubEnv("DATABASE_URL", url);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(readDatabaseUrl).toThrow(cause);
  expect(readDatabaseUrl).not.toThrow(/canary|somewhere|ref/);
});

test("the checksum sees one changed value and not the order of the rows", async () => {
  const insert = async (...names: string[]) => {
    await database.pool.query(
      `delete from app.contacts;
       insert into app.contacts (id, name, created_at) overriding system value
       select length(n), n, '2026-01-01' from unnest('{${names.join(",")}}'::text[]) n`,
    );
    const client = await database.pool.connect();
    try {
      await client.query(`begin; ${stateSettings}`);
      const { rows } = await client.query<{ state: unknown }>(stateSql(["contacts"]));
      await client.query("rollback");
      return stateSchema.parse(rows[0]?.state);
    } finally {
      client.release();
    }
  };
  const first = await insert("a", "bb", "ccc");
  const different = async (...names: string[]) =>
    compareStates(first, await insert(...names)).flatMap(({ name, equal }) => (equal ? [] : [name]));
  expect(await different("ccc", "a", "bb")).toEqual([]);
  expect(await different("a", "bb", "ccd")).toEqual(["contacts"]);
  expect(await different("a", "bb")).toEqual(["contacts"]);
});

test("a dump that is not the one of its manifest, or has none, is refused", async () => {
  const { run, files, folder } = await prepare("printf dumped");
  await run();
  const [dump = "", json = ""] = await files();
  const path = join(folder, dump);
  const manifest = await readManifest(path);
  await requireUndamaged(path, manifest);
  await writeFile(path, "dumpeD");
  await expect(requireUndamaged(path, manifest)).rejects.toThrow("is damaged");
  await writeFile(join(folder, json), "{}");
  await expect(readManifest(path)).rejects.toThrow("is no manifest");
  await rm(join(folder, json));
  await expect(readManifest(path)).rejects.toThrow("has no manifest beside it");
});

const { PATH, NODE_COMPILE_CACHE } = process.env;
const inherited = { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };

const written = new WeakMap<ChildProcess, string>();
const said = (child: ChildProcess) => written.get(child) ?? "";

/** A folder for backups and a stand-in for pg_dump. */
async function prepare(dump: string, answer = version, env: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), "backup-test-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [bin, folder] = [join(root, "bin"), join(root, "backups")];
  await mkdir(bin);
  await writeFile(join(bin, "pg_dump"), `#!/bin/sh\ncase "$1" in --version) ${answer}; exit;; esac\n${dump}\n`);
  await chmod(join(bin, "pg_dump"), 0o755);

  function start(args: string[] = []) {
    const child = spawn(process.execPath, ["scripts/backup.ts", "--to", folder, ...args], {
      env: { ...inherited, DATABASE_URL: database.url, PG_BIN: bin, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => written.set(child, said(child) + chunk.toString()));
    const ended = once(child, "close").then(() => ({
      code: child.exitCode,
      lines: said(child)
        .split("\n")
        .filter((line) => line !== "")
        .map((line): unknown => JSON.parse(line)),
    }));
    return { child, ended };
  }

  return { bin, folder, start, run: () => start().ended, files: async () => (await readdir(folder)).sort() };
}

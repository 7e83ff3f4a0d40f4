import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished, vi } from "vitest";

/** The service as its own process, the way it runs in production. Killed after the test. */
export async function startProcess(env: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ["src/main.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => kill(child));
  const lines: string[] = [];
  const keep = (chunk: Buffer) => lines.push(...chunk.toString().split("\n").filter(Boolean));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const url = `http://127.0.0.1:${env["PORT"]}`;
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`the service ended: ${lines.join("\n")}`);
      const { status } = await fetch(`${url}/health/startup`);
      if (status !== 200) throw new Error("still starting");
    },
    { timeout: 30_000, interval: 50 },
  );
  return { url, lines, pid: Number(child.pid), kill: () => kill(child), exit: () => exitOf(child, "SIGTERM") };
}

export interface ServiceProcess {
  url: string;
  lines: string[];
  pid: number;
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM; returns the exit code. */
  exit(): Promise<number | null>;
}

/** Runs the service until it ends by itself. */
export async function runProcess(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["src/main.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, output };
}

async function kill(child: ChildProcess): Promise<void> {
  await exitOf(child, "SIGKILL");
}

async function exitOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

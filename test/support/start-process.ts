import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { freePort } from "../../sandbox/private-process.ts";
import { waitFor } from "./wait-for.ts";

export interface ServiceProcess {
  url: string;
  pid: number;
  /** What it wrote so far. */
  output(): string;
  /** Sends a signal and returns the exit code, null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The service as its own process, the way it runs in production, on a free port. Killed after the test. */
export async function startProcess(env: Record<string, string>, nodeOptions: string[] = []): Promise<ServiceProcess> {
  const port = String(await freePort());
  const { child, output } = spawnService({ ...env, PORT: port }, nodeOptions);
  onTestFinished(async () => void (await end("SIGKILL")));
  const url = `http://127.0.0.1:${port}`;
  await waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`the service ended: ${output()}`);
    const { status } = await fetch(`${url}/health/startup`);
    if (status !== 200) throw new Error("still starting");
  });

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  }

  return { url, pid: child.pid ?? 0, output, end };
}

/** Runs the service until it ends by itself. */
export async function runProcess(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnService(env, []);
  await once(child, "close");
  return { code: child.exitCode, output: output() };
}

function spawnService(env: Record<string, string>, options: string[]): { child: ChildProcess; output: () => string } {
  const main = join(inject("bundle"), "main.js");
  const child = spawn(process.execPath, [...options, main], { env, stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  }
  return { child, output: () => written };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { freePort } from "../../sandbox/private-process.ts";
import { waitFor } from "./wait-for.ts";

export type ServiceProcess = Awaited<ReturnType<typeof spawnService>>;

/** The service as its own process, the way it runs in production, on a free port. Killed after the test. */
export async function startProcess(env: Record<string, string>, nodeOptions: string[] = []): Promise<ServiceProcess> {
  const service = await spawnService(env, [process.execPath, ...nodeOptions, mainOfBundle()]);
  const started = waitFor(async () => {
    const { status } = await fetch(`${service.url}/health/startup`);
    if (status !== 200) throw new Error("still starting");
  });
  const ended = service.ended.then(() => {
    throw new Error(`the service ended: ${service.output()}`);
  });
  await Promise.race([started, ended]);
  started.catch(() => {}); // it may have ended while it was waited for
  ended.catch(() => {}); // and it ends at the end of the test
  return service;
}

/** Runs the service until it ends by itself. */
export async function runProcess(
  env: Record<string, string>,
  command = [process.execPath, mainOfBundle()],
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = await spawnService(env, command);
  return { code: await ended, output: output() };
}

/** A command that becomes the service, with a free port unless `env` names one. Killed after the test. */
export async function spawnService(env: Record<string, string>, [program = "", ...args]: string[]) {
  const port = env["PORT"] === undefined || env["PORT"] === "0" ? String(await freePort()) : env["PORT"];
  const child = spawn(program, args, { env: { ...env, PORT: port }, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close").then(() => child.exitCode);
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  }
  onTestFinished(async () => void (await end("SIGKILL")));

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    child.kill(signal);
    return ended;
  }

  return {
    /** Where it listens. */
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    /** What it wrote so far. */
    output: () => written,
    /** null while it runs. */
    exitCode: () => child.exitCode,
    ended,
    /** Sends a signal and returns the exit code, null when the signal killed it. */
    end,
  };
}

function mainOfBundle(): string {
  return join(inject("bundle"), "main.js");
}

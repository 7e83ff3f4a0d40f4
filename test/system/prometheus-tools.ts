import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fetchDebianPackage } from "../../sandbox/debian-package.ts";
import { buildOnce, userCache } from "../../sandbox/private-process.ts";

export interface Tools {
  prometheus: string;
  promtool: string;
}

/** What PATH offers, else a private copy of Debian's package, fetched if need be. @throws when there is none */
export async function findPrometheus(): Promise<Tools> {
  const onPath = { prometheus: "prometheus", promtool: "promtool" };
  if (await works(onPath)) return onPath;
  const copy = join(userCache(), `prometheus-${process.arch}`);
  const tools = toolsIn(copy);
  await buildOnce(
    copy,
    (root) => works(toolsIn(root)),
    async (made, workshop) => {
      await fetchDebianPackage("prometheus", made, workshop);
      await rm(join(made, "usr/share"), { recursive: true }); // what its pages need: 200 MB
    },
  );
  if (!(await works(tools))) throw new Error("Debian's prometheus does not run on this machine");
  return tools;
}

/** Runs a program to its end. `input` goes to its standard input; the output is what it wrote anywhere. */
export async function run(
  command: string,
  args: string[],
  input = "",
): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, { stdio: "pipe" });
  child.stdin.on("error", () => {}); // it may end before it has read
  child.stdin.end(input);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, output: output + errors };
}

function toolsIn(root: string): Tools {
  return { prometheus: join(root, "usr/bin/prometheus"), promtool: join(root, "usr/bin/promtool") };
}

async function works({ prometheus, promtool }: Tools): Promise<boolean> {
  try {
    const versions = await Promise.all([prometheus, promtool].map((command) => run(command, ["--version"])));
    return versions.every(({ code }) => code === 0);
  } catch {
    return false;
  }
}

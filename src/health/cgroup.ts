import { readFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";

/** What the container may use. Node's own answer for memory is a number near 2^64 where nothing is limited. */
export interface Limits {
  memoryBytes: number;
  cpus: number;
}

/** Version 2 of control groups, else version 1, else what the machine has. `root` is where Linux mounts them. */
export async function readLimits(root = "/sys/fs/cgroup"): Promise<Limits> {
  const read = (file: string) => readFile(join(root, file), "utf8").catch(() => "");
  const [max, cpuMax, v1Max, v1Quota, v1Period] = await Promise.all([
    read("memory.max"),
    read("cpu.max"),
    read("memory/memory.limit_in_bytes"),
    read("cpu/cpu.cfs_quota_us"),
    read("cpu/cpu.cfs_period_us"),
  ]);
  const [quota = "", period = ""] = cpuMax === "" ? [v1Quota, v1Period] : cpuMax.split(" ");
  const cpus = numberIn(quota) / numberIn(period);
  return {
    memoryBytes: Math.min(numberIn(max === "" ? v1Max : max), totalmem()),
    cpus: Number.isNaN(cpus) ? availableParallelism() : Math.min(cpus, availableParallelism()),
  };
}

/** Infinity for "max", for -1 and for nothing. */
function numberIn(text: string): number {
  const value = Number.parseInt(text, 10);
  return value > 0 ? value : Number.POSITIVE_INFINITY;
}

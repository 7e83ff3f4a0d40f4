import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readLimits } from "../../src/health/cgroup.ts";
import { createSystem, judge } from "../../src/health/system.ts";
import { createMetrics } from "../../src/metrics.ts";

const machine = { memoryBytes: totalmem(), cpus: availableParallelism() };
const MB = 1024 * 1024;

test.each([
  ["no control groups", {}, machine],
  ["version 2 without limits", { "memory.max": "max\n", "cpu.max": "max 100000\n" }, machine],
  [
    "version 2 with limits",
    { "memory.max": `${64 * MB}\n`, "cpu.max": "50000 100000\n" },
    { memoryBytes: 64 * MB, cpus: 0.5 },
  ],
  [
    "version 1 without limits",
    {
      "memory/memory.limit_in_bytes": "9223372036854771712\n",
      "cpu/cpu.cfs_quota_us": "-1\n",
      "cpu/cpu.cfs_period_us": "100000\n",
    },
    machine,
  ],
  [
    "version 1 with limits",
    {
      "memory/memory.limit_in_bytes": `${64 * MB}\n`,
      "cpu/cpu.cfs_quota_us": "50000\n",
      "cpu/cpu.cfs_period_us": "100000\n",
    },
    { memoryBytes: 64 * MB, cpus: 0.5 },
  ],
])("limits: %s", async (_name, files, limits) => {
  expect(await readLimits(await cgroup(files))).toEqual(limits);
});

test("a process above nine tenths of its memory is degraded, and says how far", async () => {
  const metrics = createMetrics();
  const limit = Math.round(process.memoryUsage.rss() * 0.5);
  const system = createSystem(metrics, await cgroup({ "memory.max": String(limit) }));
  onTestFinished(() => void system.stop());
  const { degraded, metadata } = await system.probe();
  expect(degraded).toMatch(/^memory: \d+ % of the limit/);
  expect(metadata).toMatchObject({ memory: { limit_bytes: limit } });
  expect(system.figures().memory.limit_bytes).toBe(limit);
  const text = await metrics.registry.metrics();
  expect(text).toContain(`container_memory_limit_bytes ${limit}`);
  expect(text).toMatch(/^container_cpu_usage_ratio [\d.e-]+$/m);
  expect(text).toMatch(/^disk_free_bytes \d+$/m);
});

const healthy = { rssBytes: 100, cpus: 1, diskFreeBytes: 500, diskBytes: 1_000, loopP99Ms: 1 };

test.each([
  [{}, undefined],
  [{ rssBytes: 901 }, "memory: 90 % of the limit"],
  [{ diskFreeBytes: 49 }, "disk: 5 % free"],
  [{ cpus: 2 }, undefined],
])("a system with %o is degraded by %s", (trouble, degraded) => {
  expect(judge({ ...healthy, ...trouble }, { memoryBytes: 1_000, cpus: 2 }).degraded).toBe(degraded);
});

async function cgroup(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "cgroup-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

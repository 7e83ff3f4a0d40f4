import { statfs } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metrics } from "../metrics.ts";
import { type Limits, readLimits } from "./cgroup.ts";
import type { Finding } from "./component.ts";

const MEMORY_FULL = 0.9;
const DISK_FULL = 0.05;
/** The loop is looked at so often; a loop without any delay measures just this. */
const RESOLUTION_MS = 20;

interface Usage {
  rssBytes: number;
  /** CPU seconds per second. */
  cpus: number;
  diskFreeBytes: number;
  diskBytes: number;
  loopP99Ms: number;
}

/** Memory, CPU and disk of this process against what its container may use. Trouble only degrades. */
export function createSystem(metrics: Metrics, cgroupRoot?: string) {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let limits: Limits = { memoryBytes: totalmem(), cpus: availableParallelism() };
  let cpuBefore = { usedMs: 0, at: performance.now() - process.uptime() * 1_000 };

  async function probe(): Promise<Finding> {
    loop.enable();
    limits = await readLimits(cgroupRoot);
    const disk = await statfs(".");
    const usage = {
      rssBytes: process.memoryUsage.rss(),
      cpus: cpusSinceLast(),
      diskFreeBytes: disk.bavail * disk.bsize,
      diskBytes: disk.blocks * disk.bsize,
      loopP99Ms: Math.max(loop.percentile(99) / 1e6 - RESOLUTION_MS, 0),
    };
    loop.reset();
    setGauges(usage, limits, metrics);
    return judge(usage, limits);
  }

  function cpusSinceLast(): number {
    const { user, system } = process.cpuUsage();
    const now = { usedMs: (user + system) / 1_000, at: performance.now() };
    const cpus = (now.usedMs - cpuBefore.usedMs) / (now.at - cpuBefore.at);
    cpuBefore = now;
    return cpus;
  }

  /** Right now, without waiting for anything. */
  function figures() {
    const memory = process.memoryUsage();
    const cpu = process.cpuUsage();
    return {
      memory: {
        rss_bytes: memory.rss,
        heap_used_bytes: memory.heapUsed,
        heap_total_bytes: memory.heapTotal,
        limit_bytes: limits.memoryBytes,
      },
      uptime_seconds: Math.floor(process.uptime()),
      cpu: { user_seconds: cpu.user / 1e6, system_seconds: cpu.system / 1e6, limit_cores: limits.cpus },
    };
  }

  return { probe, figures, stop: () => loop.disable() };
}

export function judge(usage: Usage, { memoryBytes, cpus }: Limits): Finding {
  const memory = usage.rssBytes / memoryBytes;
  const diskFree = usage.diskFreeBytes / usage.diskBytes;
  const problems = [
    ...(memory > MEMORY_FULL ? [`memory: ${percent(memory)} of the limit`] : []),
    ...(diskFree < DISK_FULL ? [`disk: ${percent(diskFree)} free`] : []),
  ];
  return {
    ...(problems.length > 0 && { degraded: problems.join("; ") }),
    metadata: {
      memory: { rss_bytes: usage.rssBytes, limit_bytes: memoryBytes, ratio: rounded(memory) },
      cpu: { limit_cores: rounded(cpus), ratio: rounded(usage.cpus / cpus) },
      disk: { free_bytes: usage.diskFreeBytes, free_ratio: rounded(diskFree) },
      event_loop_p99_ms: rounded(usage.loopP99Ms),
    },
  };
}

function setGauges(usage: Usage, { memoryBytes, cpus }: Limits, metrics: Metrics): void {
  metrics.containerMemoryLimit.set(memoryBytes);
  metrics.containerMemoryUsage.set(usage.rssBytes / memoryBytes);
  metrics.containerCpuUsage.set(usage.cpus / cpus);
  metrics.diskFree.set(usage.diskFreeBytes);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

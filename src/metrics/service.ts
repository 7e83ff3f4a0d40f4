import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** Connections of one pool, by what they do; `waiting` are callers without one. */
export interface PoolUse {
  pool: "urgent" | "patient";
  idle: number;
  used: number;
  waiting: number;
}

/** Since the last finished probe of a component. */
interface ProbeAge {
  component: string;
  seconds: number;
}

/** The process, what it stands on and what it leans on. `aggregator`: how several processes of one container add up. */
export function createServiceMetrics(registers: Registry[]) {
  let readLife = () => ({ ready: false, draining: false });
  return {
    appInfo: new Gauge({
      name: "app_info",
      help: "Always 1; the labels say what is running",
      labelNames: ["version", "environment"] as const,
      aggregator: "first",
      registers,
    }),
    appReady: new Gauge({
      name: "app_ready",
      help: "1 when the readiness check passes",
      aggregator: "min",
      registers,
      collect() {
        this.set(readLife().ready ? 1 : 0);
      },
    }),
    appDraining: new Gauge({
      name: "app_draining",
      help: "1 while the process finishes what it has begun and takes nothing more",
      aggregator: "max",
      registers,
      collect() {
        this.set(readLife().draining ? 1 : 0);
      },
    }),
    /** Says where the process looks up its own state, at every scrape. */
    watchLife: (life: () => { ready: boolean; draining: boolean }) => {
      readLife = life;
    },
    ...createComponentMetrics(registers),
    ...createPoolMetrics(registers),
    ...createSystemMetrics(registers),
  };
}

function createComponentMetrics(registers: Registry[]) {
  const labelNames = ["component"] as const;
  let read: () => Iterable<ProbeAge> = () => [];
  return {
    componentUp: new Gauge({
      name: "component_up",
      help: "1 when a component works, if only in part, 0 when it is down; nothing when it is not configured",
      labelNames,
      aggregator: "min",
      registers,
    }),
    componentProbeAge: new Gauge({
      name: "component_probe_age_seconds",
      help: "Time since the last finished probe of a component",
      labelNames,
      aggregator: "max",
      registers,
      collect() {
        for (const { component, seconds } of read()) this.set({ component }, seconds);
      },
    }),
    /** Says where the ages of probes are read, at every scrape. */
    watchProbes: (ages: () => Iterable<ProbeAge>) => {
      read = ages;
    },
    componentProbeDuration: new Histogram({
      name: "component_probe_duration_seconds",
      help: "Time that a probe of a component takes",
      labelNames,
      buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    componentProbeFailures: new Counter({
      name: "component_probe_failures_total",
      help: "Failed probes of a component, by class of failure",
      labelNames: ["component", "reason"] as const,
      registers,
    }),
  };
}

function createPoolMetrics(registers: Registry[]) {
  let read: () => PoolUse[] = () => [];
  return {
    databasePool: new Gauge({
      name: "database_pool_connections",
      help: "Connections to Postgres that are idle or used, and callers that wait for one; nothing over Supabase",
      labelNames: ["pool", "state"] as const,
      registers,
      collect() {
        for (const { pool, ...use } of read())
          for (const [state, count] of Object.entries(use)) this.set({ pool, state }, count);
      },
    }),
    /** Says where the pools are read, at every scrape. */
    watchPools: (pools: () => PoolUse[]) => {
      read = pools;
    },
  };
}

function createSystemMetrics(registers: Registry[]) {
  return {
    containerMemoryLimit: new Gauge({
      name: "container_memory_limit_bytes",
      help: "Memory that the container may use, or that the machine has when nothing limits it",
      aggregator: "max",
      registers,
    }),
    containerMemoryUsage: new Gauge({
      name: "container_memory_usage_ratio",
      help: "Resident memory of the process as a share of the limit",
      registers,
    }),
    containerCpuUsage: new Gauge({
      name: "container_cpu_usage_ratio",
      help: "CPU time of the process as a share of what the container may use",
      registers,
    }),
    diskFree: new Gauge({
      name: "disk_free_bytes",
      help: "Free space where the process runs",
      aggregator: "min",
      registers,
    }),
  };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createPrivateProcess, freePort } from "../../sandbox/private-process.ts";
import { startProxy, type Way } from "./proxy.ts";

/** The neighbours that a server reaches only through proxies of its own. */
export type Neighbour = "postgres" | "redis" | "provider";
const neighbours = ["postgres", "redis", "provider"] as const;

export interface Server {
  readonly name: string;
  readonly url: string;
  readonly proxies: Record<Neighbour, Way>;
  /** The present life's name and number; undefined while it is dead. */
  life(): { name: string; pid: number } | undefined;
  /** Whether it runs, has listened since its start and is not paused: what a load balancer finds out within seconds. */
  isUp(): boolean;
  /** Ends it; it is started again by itself. Resolves with its death. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
  pause(): void;
  resume(): void;
  /** What every life from the next one on gets besides. */
  change(environment: Record<string, string>): void;
  /** Until the life that follows an end listens. */
  untilUp(): Promise<void>;
  /** Its log of all lives. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const RESTART_MS = 700;

/**
 * One server process behind a supervisor that starts it again whenever it ends. `onCrash` hears of an end that nobody
 * asked for.
 */
export async function startServer(options: {
  name: string;
  bundle: string;
  /** Of Node. */
  flags?: readonly string[];
  ports: Record<Neighbour, number>;
  environment: (ports: Record<Neighbour, number>) => Record<string, string>;
  onCrash: (name: string, how: string) => void;
}): Promise<Server> {
  const { flags = [heap] } = options;
  const proxies = await startProxies(options.ports);
  const ports = { postgres: proxies.postgres.port, redis: proxies.redis.port, provider: proxies.provider.port };
  const worker = await createPrivateProcess({ stopSignal: "SIGTERM", stopLimitMs: 3_000 });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const state = { life: 0, up: false, paused: false, expected: false, stopping: false };
  let changed: Record<string, string> = {};
  let launched = launch();
  const supervised = supervise();

  async function launch(): Promise<void> {
    state.life += 1;
    state.expected = false;
    const environment = { ...options.environment(ports), PORT: String(port), ...changed };
    await worker.start(process.execPath, [...flags, options.bundle], () => listens(url), environment);
    state.up = true;
  }

  async function supervise(): Promise<void> {
    while (!state.stopping) {
      // A start that fails because the process was killed again is followed by the next one.
      await launched.catch(() => undefined);
      const how = await worker.ended();
      state.up = false;
      if (state.stopping) return;
      if (!state.expected) options.onCrash(`${options.name}.${state.life}`, how);
      await sleep(RESTART_MS);
      if (!state.stopping) launched = launch();
    }
  }

  return {
    name: options.name,
    url,
    proxies,
    life() {
      const pid = worker.pid();
      return pid === undefined ? undefined : { name: `${options.name}.${state.life}`, pid };
    },
    isUp: () => state.up && !state.paused,
    async end(signal) {
      state.expected = true;
      state.up = false; // a balancer sends nothing more to one that says goodbye
      worker.signal(signal);
      await worker.ended();
    },
    pause() {
      state.paused = true;
      worker.signal("SIGSTOP");
    },
    resume() {
      state.paused = false;
      worker.signal("SIGCONT");
    },
    change(environment) {
      changed = environment;
    },
    async untilUp() {
      for (const deadline = Date.now() + 30_000; !state.up && !state.stopping && Date.now() < deadline; )
        await sleep(20);
    },
    log: () => readFile(join(worker.directory, "log"), "utf8").catch(() => ""),
    async stop() {
      state.stopping = true;
      worker.signal("SIGCONT");
      await Promise.all([worker.stop(), ...neighbours.map((name) => proxies[name].stop())]);
      await supervised;
    },
  };
}

/** As small as a cheap container: what leaks shows. */
const heap = "--max-old-space-size=192";

async function startProxies(ports: Record<Neighbour, number>): Promise<Record<Neighbour, Way>> {
  const [postgres, redis, provider] = await Promise.all(
    [ports.postgres, ports.redis, ports.provider].map((port) => startProxy(port)),
  );
  if (!postgres || !redis || !provider) throw new Error("a proxy is missing");
  return { postgres, redis, provider };
}

/** Any answer: one that waits for its database listens too. */
async function listens(url: string): Promise<boolean> {
  return fetch(`${url}/health/liveness`, { signal: AbortSignal.timeout(1_000) }).then(
    async (response) => (await response.arrayBuffer()).byteLength > 0,
    () => false,
  );
}

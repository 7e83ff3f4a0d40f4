import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate } from "../database/migrate.ts";
import packageJson from "../package.json" with { type: "json" };
import { createDatabase, startPostgres } from "../sandbox/postgres.ts";
import { startRedis } from "../sandbox/redis.ts";
import { type Server, startServer } from "../test/faults/servers.ts";
import { testEnvironment } from "../test/support/environment.ts";

/** The service as in production, from its bundle. */
export interface Service {
  readonly server: Server;
  readonly webhookSecret: string;
  /** Milliseconds from the start of the process until it says that it has started. */
  readonly readyMs: number;
}

export interface World {
  /** `proxies`: it reaches Postgres and Redis through them, so that they can fall silent; they run in this process. */
  startService(ways: "direct" | "proxies"): Promise<Service>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const stops: (() => Promise<unknown>)[] = [];
  async function stop(): Promise<void> {
    for (const one of stops.splice(0).reverse()) await one();
  }
  try {
    const folder = await mkdtemp(join(tmpdir(), "recruitment-bench-"));
    stops.push(() => rm(folder, { recursive: true }));
    await promisify(execFile)(process.execPath, ["build.ts", folder], { cwd: join(import.meta.dirname, "..") });
    const postgres = await startPostgres({ durable: true });
    stops.push(postgres.stop);
    const redis = await startRedis();
    stops.push(redis.stop);
    const databaseUrl = await createDatabase(postgres.url("postgres"), "app");
    await migrate({ databaseUrl, log: () => {} });
    // Only receives: what a replica does that thousands of webhooks a second are meant for.
    const base = testEnvironment({ PROCESS_ROLE: "web", LOG_LEVEL: "warn" });
    const ports = { postgres: Number(new URL(databaseUrl).port), redis: Number(new URL(redis.url).port), provider: 9 };
    const startService = async (ways: "direct" | "proxies"): Promise<Service> => {
      const startedAt = performance.now();
      const server = await startServer({
        name: "bench",
        bundle: join(folder, "main.js"),
        flags: flags(),
        ports,
        environment: (own) => ({
          ...base,
          DATABASE_URL: ways === "direct" ? databaseUrl : withPort(databaseUrl, own.postgres),
          REDIS_URL: ways === "direct" ? redis.url : withPort(redis.url, own.redis),
        }),
        onCrash: (name, how) => {
          throw new Error(`${name} has died: ${how}`);
        },
      });
      stops.push(() => server.stop());
      await started(server.url);
      const readyMs = performance.now() - startedAt;
      return { server, webhookSecret: String(base["DIALOG360_WEBHOOK_SECRET"]), readyMs };
    };
    return { startService, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As `npm start` has them. */
function flags(): string[] {
  return packageJson.scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

async function started(url: string): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const status = await fetch(`${url}/health/startup`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("the service does not start");
}

function withPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { migrate } from "../../database/migrate.ts";
import {
  applySupabaseDefaults,
  createDatabase,
  createSupabaseRoles,
  dropDatabase,
  startPostgres,
  withClient,
} from "../../sandbox/postgres.ts";
import { startRedis } from "../../sandbox/redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The administrator's address: tests create their own databases from `templateDatabase`. */
    postgresUrl: string;
    templateDatabase: string;
    redisUrl: string;
    /** The directory of the bundle: a process starts from it three times as fast as from the sources. */
    bundle: string;
  }
}

/** One Postgres with a migrated template and one Redis for the whole run; private ones unless they are given. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = (line: string) => project.vitest.logger.log(line);
  const cleanups: (() => Promise<void>)[] = [];

  async function teardown(): Promise<void> {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }

  try {
    const postgres = given("TEST_DATABASE_URL") ?? (await privatePostgres(cleanups));
    const redis = given("TEST_REDIS_URL") ?? (await privateRedis(cleanups, log));
    log(`tests use ${postgres.description} and ${redis.description}`);

    // A given server may serve another run at the same time, so the name is ours alone.
    const template = `app_template_${randomBytes(4).toString("hex")}`;
    cleanups.push(() => dropDatabase(postgres.url, template));
    const templateUrl = await createDatabase(postgres.url, template);
    await withClient(templateUrl, async (client) => {
      await createSupabaseRoles(client);
      await applySupabaseDefaults(client);
    });
    await migrate({ databaseUrl: templateUrl, log: () => {} });

    const bundle = await mkdtemp(join(tmpdir(), "recruitment-bundle-"));
    cleanups.push(() => rm(bundle, { recursive: true, force: true }));
    await promisify(execFile)(process.execPath, ["build.ts", bundle]);

    project.provide("bundle", bundle);
    project.provide("postgresUrl", postgres.url);
    project.provide("templateDatabase", template);
    project.provide("redisUrl", redis.url);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

interface Server {
  url: string;
  description: string;
}

function given(name: string): Server | undefined {
  const url = process.env[name];
  return url === undefined || url === "" ? undefined : { url, description: `the server of ${name}` };
}

async function privatePostgres(cleanups: (() => Promise<void>)[]): Promise<Server> {
  const { url, description, stop } = await startPostgres();
  cleanups.push(stop);
  return { url: url("postgres"), description };
}

async function privateRedis(cleanups: (() => Promise<void>)[], log: (line: string) => void): Promise<Server> {
  const { url, description, stop } = await startRedis({ log });
  cleanups.push(stop);
  return { url, description };
}

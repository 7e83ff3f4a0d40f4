import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createDatabase, dropDatabase, withClient } from "../../sandbox/postgres.ts";

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Runs one statement from outside, as the administrator of the server. */
  readonly admin: (statement: string) => Promise<void>;
  /** Drops the database, whoever is still connected to it. */
  readonly drop: () => Promise<void>;
}

/** A database of its own for one test file, with the newest schema and no rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("postgresUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = await createDatabase(adminUrl, name, inject("templateDatabase"));
  const pool = new pg.Pool({ connectionString: url, max: 5 });
  // Dropping the database ends every connection; without listeners that would end the test run too.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  async function admin(statement: string): Promise<void> {
    await withClient(adminUrl, (client) => client.query(statement));
  }

  async function drop(): Promise<void> {
    await dropDatabase(adminUrl, name);
    // A test that failed may still hold a client. Its connection is cut by now, and waiting for it would never end.
    if (!pool.ended && pool.idleCount === pool.totalCount) await pool.end();
  }

  return { url, pool, admin, drop };
}

/** The Redis of this test run. Every file shares it: take keys that nobody else takes. */
export function redisUrl(): string {
  return inject("redisUrl");
}

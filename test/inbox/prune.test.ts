import { expect, onTestFinished, test } from "vitest";
import { createPrune } from "../../src/inbox/prune.ts";
import { createDatabase } from "../../src/platform/database.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createTestDatabase } from "../support/database.ts";

const log = createLogger({ logLevel: "silent", version: "test" });

async function start(rowsPerRound: number, url?: string) {
  const world = await createTestDatabase();
  const database = createDatabase({ url: url ?? world.url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
  onTestFinished(async () => {
    await database.close();
    await world.drop();
  });
  await world.pool.query(
    `insert into app.events (key, kind, source, parked, received_at)
     select int8send(n), 'old', '{}', false, now() - interval '31 days' from generate_series(1, 25) n`,
  );
  const left = async () => (await world.pool.query("select from app.events")).rowCount;
  return { prune: createPrune({ database, log, config: { rowsPerRound } }), left };
}

test("round follows round until nothing old is left", async () => {
  const { prune, left } = await start(10);
  await prune({}, new AbortController().signal);
  expect(await left()).toBe(0);
});

test("when the process stops the rest is for another time", async () => {
  const { prune, left } = await start(10);
  const error: unknown = await prune({}, AbortSignal.abort()).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ProviderError", failure: "retry", code: "aborted" });
  expect(await left()).toBe(15);
});

test("while the database is away the task is for later", async () => {
  const { prune } = await start(10, "postgres://user:x@127.0.0.1:9/x");
  const error: unknown = await prune({}, new AbortController().signal).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ProviderError", failure: "slow", code: "unreachable" });
});

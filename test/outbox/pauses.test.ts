import { expect, onTestFinished, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createDeliver } from "../../src/outbox/deliver.ts";
import { createBell } from "../../src/platform/bell.ts";
import { createDatabase } from "../../src/platform/database.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const people = ["34600000041", "34600000042", "34600000043"];

test("when the number's throughput is used up nothing is sent for a while, then everything, once", async () => {
  const { post, provider, database } = await startApp({ runTurn: async (turn) => say(turn, "answer") });
  provider.script([{ kind: "status", http: 400, body: { error: { code: 130429, message: "Rate limit hit" } } }]);
  await post(textBody({ waId: people[0] ?? "", text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select reason from app.pauses where until > now()");
    expect(rows).toEqual([{ reason: "130429" }]);
  });
  await database.pool.query("update app.pauses set until = now() + interval '1 h'");

  for (const waId of people.slice(1)) await post(textBody({ waId, text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select state from app.effects where kind = 'text'");
    expect(rows).toEqual(people.map(() => ({ state: "queued" })));
  });
  expect(people.flatMap((waId) => provider.messagesTo(waId))).toEqual([]);

  await database.pool.query("update app.pauses set until = now()");
  await waitFor(() => {
    for (const waId of people) expect(provider.messagesTo(waId)).toHaveLength(1);
  });
});

test("a process that stood still since it took an effect does not send it any more", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const redis = createRedis({ url: redisUrl() }, log());
  const transport = createDatabase({ url: database.url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
  onTestFinished(() => transport.close());
  await database.pool.query(
    "insert into app.effects (key, destination, origin, kind, body) values ('a', 'task', 'control', 'prune', '{}')",
  );
  let standsStill = true;
  const sent: number[] = [];
  const line = createDeliver({
    database: transport,
    bell: createBell(redis, log()),
    destination: "task",
    claim: async (limit) => {
      const claimed = await transport.call("claim_tasks", { limit, lease_ms: 60_000, max_tries: 5 });
      // As SIGSTOP does it: nothing of the process moves, and the clock goes on.
      if (standsStill && claimed.effects.length > 0)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
      return claimed;
    },
    send: async ({ attempt }) => {
      sent.push(attempt);
      return undefined;
    },
    concurrency: 1,
    metrics: createMetrics(),
    log: log(),
  });
  line.start();
  onTestFinished(() => line.stop());

  await waitFor(async () => {
    const { rows } = await database.pool.query("select attempts >= 2 as again, error from app.effects");
    expect(rows).toEqual([{ again: true, error: "late" }]);
  });
  standsStill = false;
  await waitFor(async () => {
    const { rows } = await database.pool.query("select state from app.effects");
    expect(rows).toEqual([{ state: "sent" }]);
  });
  expect(sent).toHaveLength(1);
});

function log() {
  return createLogger({ logLevel: "silent", version: "test" });
}

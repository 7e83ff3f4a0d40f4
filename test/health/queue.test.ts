import { expect, onTestFinished, test } from "vitest";
import { createQueueProbe, type Workers } from "../../src/health/queue.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createDatabase } from "../../src/platform/database.ts";
import { createTestDatabase } from "../support/database.ts";

const alive = { inbox: 5, whatsapp: 5, chatwoot: 5, task: null };

test("an empty queue with workers that look is well", async () => {
  const { probe, metrics } = await queue(() => alive);
  const finding = await probe(new AbortController().signal);
  expect(finding).not.toHaveProperty("degraded");
  expect(finding).toMatchObject({
    metadata: {
      inbox: { waiting: 0, leased: 0, oldest_age_ms: null },
      outbox: { whatsapp: empty, chatwoot: empty, task: { dead: 0 } },
      workers: {
        inbox: { alive: true, looked_ms_ago: 5 },
        whatsapp: { alive: true, looked_ms_ago: 5 },
        chatwoot: { alive: true, looked_ms_ago: 5 },
        task: { alive: false, looked_ms_ago: null },
      },
    },
  });
  const text = await metrics.registry.metrics();
  expect(text).toContain('inbox_conversations{state="waiting"} 0');
  expect(text).toContain('outbox_pending{destination="whatsapp",state="dead"} 0');
  expect(text).toContain('outbox_oldest_age_seconds{destination="chatwoot"} 0');
});

test("work that waits for more than a minute degrades, and the gauges say how much and how old", async () => {
  const { probe, metrics, pool } = await queue(() => alive);
  await pool.query(
    `insert into app.effects (key, destination, origin, kind, body, next_at, created_at)
     values ('old', 'task', 'control', 'replay', '{}', now(), now() - interval '2 minutes')`,
  );
  expect(await probe(new AbortController().signal)).toMatchObject({
    degraded: "work waits for more than 60 s: task",
  });
  const text = await metrics.registry.metrics();
  expect(text).toMatch(/^outbox_pending\{destination="task",state="waiting"\} [1-9]/m);
  expect(Number(/^outbox_oldest_age_seconds\{destination="task"\} (\S+)$/m.exec(text)?.[1])).toBeGreaterThan(60);
});

test("workers that do not look degrade", async () => {
  const { probe } = await queue(() => ({ ...alive, inbox: 30_001, chatwoot: 31_000 }));
  expect(await probe(new AbortController().signal)).toMatchObject({
    degraded: "workers do not look: inbox, chatwoot",
    metadata: { workers: { inbox: { alive: false }, whatsapp: { alive: true } } },
  });
});

test("a process that only receives has no workers", async () => {
  const { probe } = await queue(undefined);
  expect(await probe(new AbortController().signal)).toMatchObject({ metadata: { workers: "none in this role" } });
});

const empty = { waiting: 0, sending: 0, unknown: 0, dead: 0, oldest_age_ms: null };

async function queue(workers: (() => Workers) | undefined) {
  const testDatabase = await createTestDatabase();
  onTestFinished(() => testDatabase.drop());
  const database = createDatabase({ url: testDatabase.url, poolSize: 1, supabaseUrl: "", supabaseKey: "" });
  onTestFinished(() => database.close());
  const metrics = createMetrics();
  return {
    probe: createQueueProbe({ database, timeoutMs: 5_000, workers, metrics }),
    metrics,
    pool: testDatabase.pool,
  };
}

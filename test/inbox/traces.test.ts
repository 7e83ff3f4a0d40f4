import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { ProviderError } from "../../src/errors.ts";
import { createProcess, type RunTurn } from "../../src/inbox/process.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createDeliver } from "../../src/outbox/deliver.ts";
import { createBell } from "../../src/platform/bell.ts";
import { createDatabase } from "../../src/platform/database.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { commitArgs, first, message, receiveArgs, textEffect } from "../platform/contract.ts";
import { createTestDatabase, redisUrl } from "../support/database.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const uuid: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);

test("each message gets a trace of its own, whatever the request is called, and its answer carries it", async () => {
  const { url, secret, database } = await startApp({ runTurn: async (turn) => say(turn, "answer") });
  for (const waId of ["34600000001", "34600000002"]) {
    const response = await fetch(`${url}/webhooks/360dialog`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", "x-request-id": "of-outside" },
      body: JSON.stringify(textBody({ waId, text: "hola" })),
    });
    expect(response.headers.get("x-request-id")).toBe("of-outside");
  }
  await waitFor(async () => {
    const { rows } = await database.pool.query<{ of: string; traces: string[] }>(
      `select m.trace as of, array[t.trace] || array_agg(e.trace) as traces
         from app.messages m join app.turns t on t.id = m.turn_id
         join app.effects e on e.conversation_id = m.conversation_id
        where exists (select from app.effects s where s.turn_id = t.id and s.delivery is not null)
        group by m.trace, t.trace`,
    );
    expect(new Set(rows.map(({ of }) => of)).size).toBe(2);
    for (const { of, traces } of rows) {
      expect(of).toEqual(uuid);
      expect(new Set(traces)).toEqual(new Set([of]));
    }
  });
});

test.each([
  ["turn failed", true],
  ["turn dropped: the lease was lost", false],
])("%s: the line names the newest message's trace", async (line, fails) => {
  const { database, world, lines, ...parts } = await start();
  const [older, newer] = [randomUUID(), randomUUID()];
  const runTurn: RunTurn = async (turn) => {
    if (fails) throw new Error("no idea what to say");
    await world.pool.query("update app.conversations set fence = fence + 1");
    return say(turn, "answer");
  };
  await database.call("receive_events", receiveArgs([message({ trace: older }), message({ trace: newer })]));
  const never: RunTurn = () => Promise.reject(new Error("nobody asked for this"));
  const turns = createProcess({
    ...parts,
    database,
    runTurn,
    runControls: never,
    runPoison: never,
    config: { leaseMs: 60_000, concurrency: 1 },
  });
  turns.start();
  onTestFinished(() => turns.stop());
  await waitFor(() => expect(lines).toContainEqual(containing({ message: line, conversation: 1, trace: newer })));
});

test("a send that failed and one that did not begin: the lines name the trace", async () => {
  const { database, world, lines, ...parts } = await start();
  const trace = randomUUID();
  await database.call("receive_events", receiveArgs([message({ trace })]));
  const { turns } = await database.call("claim_conversations", { limit: 1, lease_ms: 60_000, typing: false });
  await database.call("complete_turn", commitArgs(first(turns), { effects: [textEffect("one"), textEffect("two")] }));
  const waits = { unknown_wait_ms: 60_000, receipt_wait_ms: 8_000, pair_interval_ms: 0, pair_burst: 1 };
  const outbox = createDeliver({
    ...parts,
    database,
    destination: "whatsapp",
    claim: (limit) => database.call("claim_effects", { destination: "whatsapp", limit, ...waits }),
    send: async () => {
      await world.pool.query("update app.conversations set opted_out_at = now()");
      throw new ProviderError("fix", "131009");
    },
    lateMs: () => 60_000,
    concurrency: 1,
  });
  outbox.start();
  onTestFinished(() => outbox.stop());
  await waitFor(() => {
    expect(lines).toContainEqual(containing({ message: "send failed", code: "131009", conversation: 1, trace }));
    expect(lines).toContainEqual(containing({ message: "effect is not sent", reason: "silenced", trace }));
  });
});

function containing(fields: Record<string, unknown>): unknown {
  return expect.objectContaining(fields);
}

/** What turns and sends are made of. `lines` is everything that they log. */
async function start() {
  const world = await createTestDatabase();
  const lines: unknown[] = [];
  const log = createLogger(
    { logLevel: "debug", version: "test" },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const database = createDatabase({ url: world.url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
  const bell = createBell(createRedis({ url: redisUrl() }, log), log); // not started: rings only here
  onTestFinished(async () => {
    await database.close();
    await world.drop();
  });
  return { world, lines, log, database, bell, metrics: createMetrics() };
}

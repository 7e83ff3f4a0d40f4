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

test("one message that the provider cannot take pauses nothing, five do", async () => {
  const { post, provider, database } = await startApp({ runTurn: async (turn) => say(turn, "answer") });
  const broken = {
    kind: "status",
    http: 500,
    body: { error: { code: 131000, message: "Something went wrong" } },
  } as const;
  provider.script(Array.from({ length: 6 }, () => broken));
  await post(textBody({ waId: people[0] ?? "", text: "hola" }));
  for (let n = 1; n <= 6; n += 1) {
    await waitFor(async () => {
      await database.pool.query("update app.effects set next_at = now() where state = 'queued' and kind = 'text'");
      const { rows } = await database.pool.query(
        "select attempts >= $1 as tried from app.effects where kind = 'text'",
        [n],
      );
      expect(rows).toEqual([{ tried: true }]);
    });
  }
  await waitFor(() => expect(provider.messagesTo(people[0] ?? "")).toHaveLength(1));
  expect((await database.pool.query("select 1 from app.pauses")).rows).toEqual([]);

  provider.script(Array.from({ length: 50 }, () => broken));
  for (let n = 0; n < 5; n += 1) await post(textBody({ waId: String(34_600_000_100 + n), text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select reason from app.pauses");
    expect(rows).toEqual([{ reason: "131000" }]);
  });
});

test("an outcome that cannot be written holds up nobody else", async () => {
  const { post, provider, database } = await startApp({ runTurn: async (turn) => say(turn, "answer") });
  await database.pool.query(
    `create function public.refuse() returns trigger language plpgsql as
       $$ begin if new.state = 'sent' and new.kind = 'text' and new.conversation_id = 1 then raise data_exception; end if;
          return new; end $$;
     create trigger refuse before update on app.effects for each row execute function public.refuse()`,
  );
  await post(textBody({ waId: people[0] ?? "", text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(people[0] ?? "")).toHaveLength(1));
  await post(textBody({ waId: people[1] ?? "", text: "hola" }));
  await waitFor(async () => {
    const { rows } = await database.pool.query("select state from app.effects where kind = 'text' order by id");
    expect(rows).toEqual([{ state: "sending" }, { state: "sent" }]);
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
    lateMs: () => 2_000,
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

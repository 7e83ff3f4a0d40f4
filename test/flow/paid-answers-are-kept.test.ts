import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { waitFor } from "../support/wait-for.ts";

const person = "34600000401";
const told = { "Ana García": [{ field: "first_name", value: "Ana", quote: "Ana" }] };

test("kill -9 between the model's answers and the commit: the next process asks nothing again and answers once", async () => {
  const { database, claude, provider, start, textsTo, waitingForLock } = await createSurroundings({
    env: { TURN_LEASE_MS: "3000", CHECKPOINT_ENCRYPTION_KEY: "0123456789abcdef".repeat(4) },
    claude: createOracle(told),
  });
  const first = await start();
  // The turn gets as far as writing its record and has to wait there.
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.turns in share mode");
  expect(await first.post(textBody({ waId: person, text: "hola, soy Ana García" }))).toBe(200);
  await waitFor(async () => expect(await waitingForLock()).toHaveLength(1));
  const paid = claude.requests.map(({ body }) => body);
  expect(paid.length).toBeGreaterThanOrEqual(3); // router, extraction, conversation

  await first.end("SIGKILL");
  // Postgres notices a dead client only when it wants to answer: end its transaction before the lock is let go.
  for (const { pid } of await waitingForLock()) await database.pool.query("select pg_terminate_backend($1)", [pid]);
  await blocker.query("rollback");
  blocker.release();
  // Whoever asks again from here on gets another answer.
  claude.answer = createOracle({});
  await start();

  await waitFor(async () => expect(await textsTo(person)).toMatchObject([{ state: "sent" }]));
  expect(claude.requests.map(({ body }) => body)).toEqual(paid);
  expect(provider.messagesTo(person)).toHaveLength(1);
  const { rows } = await database.pool.query<{ decision: Decision; facts: number }>(
    "select decision, (select count(*)::int from app.profile_facts) as facts from app.turns",
  );
  expect(rows).toMatchObject([{ facts: 1, decision: { engine: "claude", cost_usd: 0 } }]);
  const usages = Object.values(rows[0]?.decision.agents ?? {}).flatMap(({ usage }) => usage ?? []);
  expect(usages.length).toBe(paid.length);
  expect(usages.every(({ memo }) => memo)).toBe(true);
});

interface Decision {
  engine: string;
  cost_usd: number;
  agents: Record<string, { usage?: { memo: boolean } }>;
}

import { expect, test } from "vitest";
import { statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";

const ana = "34600000131";

test("a second signal ends the process at once, and a status settles what it was sending", async () => {
  const { provider, start, textsTo } = await createSurroundings();
  provider.statuses = false;
  const first = await start();
  provider.script([{ kind: "hang-after-accept" }]);
  await first.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));
  const ended = first.end("SIGTERM");
  await draining(first.url);

  expect(await first.end("SIGTERM")).toBe(1);

  expect(await ended).toBe(1);
  // A process that had waited for the send would know its outcome.
  expect(await textsTo(ana)).toMatchObject([{ state: "sending" }]);
  const second = await start();
  const { wamid = "", callback = "" } = provider.messagesTo(ana)[0] ?? {};
  expect(await second.post(statusBody({ wamid, status: "sent", recipient: ana, callback }))).toBe(200);
  expect(await textsTo(ana)).toMatchObject([{ state: "sent", attempts: 1, provider_id: wamid }]);
});

test("a send that outlives the drain time ends the process with 1, and the next sends once more", async () => {
  const { provider, start, textsTo } = await createSurroundings({ env: { DRAIN_SECONDS: "1", UNKNOWN_WAIT: "6" } });
  provider.statuses = false;
  const first = await start();
  provider.script([{ kind: "hang-after-accept" }]);
  await first.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));

  expect(await first.end("SIGTERM")).toBe(1);

  expect(await textsTo(ana)).toMatchObject([{ state: "sending", attempts: 1 }]);
  await start();
  await waitFor(async () => expect(await textsTo(ana)).toMatchObject([{ state: "sent", attempts: 2 }]));
  expect(provider.messagesTo(ana)).toHaveLength(2);
});

test("a commit that outlives the drain time ends the process with 1; the lease runs out and the next answers, once", async () => {
  const { database, provider, start, leaseOf, textsTo, waitingForLock } = await createSurroundings({
    env: { DRAIN_SECONDS: "1", TURN_LEASE_MS: "3000" },
  });
  const first = await start();
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.turns in share mode");
  await first.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(async () => expect(await waitingForLock()).toHaveLength(1));

  expect(await first.end("SIGTERM")).toBe(1);

  // Postgres notices a dead client only when it wants to answer: end its transaction before the lock is let go.
  for (const { pid } of await waitingForLock()) await database.pool.query("select pg_terminate_backend($1)", [pid]);
  await blocker.query("rollback");
  blocker.release();
  expect(await leaseOf(ana)).toMatchObject({ held: true });
  expect(await textsTo(ana)).toEqual([]);
  await start();
  await waitFor(async () => expect(await textsTo(ana)).toMatchObject([{ state: "sent" }]));
  expect(provider.messagesTo(ana)).toHaveLength(1);
});

test("a process whose Postgres never answers stops by itself, with 0 when it holds nothing", async () => {
  const { database, start } = await createSurroundings();
  const proxy = await startTcpProxy(database.url);
  const service = await start({ DATABASE_URL: proxy.url });
  await proxy.set("black-hole");
  await waitFor(async () => expect((await fetch(`${service.url}/health/readiness`)).status).toBe(503));

  expect(await service.end("SIGTERM")).toBe(0);
});

/** The signal has arrived, and readiness says so. */
async function draining(url: string): Promise<void> {
  await waitFor(async () => {
    const answer = await fetch(`${url}/health/readiness`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('"draining"')]);
  });
}

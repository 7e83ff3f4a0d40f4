import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";

const ana = "34600000701";
const luis = "34600000702";
const eva = "34600000703";
/** 360dialog waits no longer than this for an answer. */
const PROVIDER_PATIENCE_MS = 5_000;

test.each([
  ["gone", "cut"],
  ["there and never answers", "black-hole"],
] as const)("a Postgres that is %s: 503 meanwhile, and everything resumes by itself", async (_what, mode) => {
  const { database, secret, provider, start, textsTo } = await createSurroundings({
    env: { BURST_QUIET_MS: "4000", BURST_CEILING_MS: "4000", TURN_LEASE_MS: "3000", UNKNOWN_WAIT: "15" },
  });
  const proxy = await startTcpProxy(database.url);
  const service = await start({ DATABASE_URL: proxy.url });
  // One is waiting to be answered when Postgres goes.
  expect(await service.post(textBody({ waId: ana, text: "hola" }))).toBe(200);

  await proxy.set(mode);

  const late = textBody({ waId: luis, text: "hola" });
  for (let i = 0; i < 3; i += 1) {
    const refused = await postAsProvider(late);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await refused.json()).toMatchObject({ error: { code: "cannot_store" } });
  }
  await waitFor(async () => expect(await statusOf("/health/readiness")).toBe(503));
  expect(await statusOf("/health/liveness")).toBe(200);
  // It stays away until what waits is overdue.
  await waitFor(async () => {
    const { rows } = await database.pool.query("select 1 from app.conversations where due_at < now()");
    expect(rows).toHaveLength(1);
  });
  expect(await statusOf("/health/readiness")).toBe(503);
  expect(await textsTo(ana)).toEqual([]);

  await proxy.set("pass");

  await waitFor(async () => expect(await textsTo(ana)).toMatchObject([{ state: "sent" }]));
  await waitFor(async () => expect(await statusOf("/health/readiness")).toBe(200));
  expect((await postAsProvider(late)).status).toBe(200);
  await waitFor(async () => expect(await textsTo(luis)).toMatchObject([{ state: "sent" }]));
  for (const who of [ana, luis]) expect(provider.messagesTo(who)).toHaveLength(1);
  expect(await service.end("SIGTERM")).toBe(0);

  function postAsProvider(body: unknown): Promise<Response> {
    return fetch(`${service.url}/webhooks/360dialog`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PROVIDER_PATIENCE_MS),
    });
  }

  async function statusOf(path: string): Promise<number> {
    return (await fetch(service.url + path)).status;
  }
});

test("a turn that was computed while Postgres was away is committed when it is back, and paid once", async () => {
  const oracle = createOracle({});
  let answerable = Promise.resolve();
  const { database, claude, provider, start, textsTo, leaseOf } = await createSurroundings({
    env: { TURN_LEASE_MS: "3000" },
    claude: async (request) => {
      await answerable;
      return oracle(request);
    },
  });
  const proxy = await startTcpProxy(database.url);
  const service = await start({ DATABASE_URL: proxy.url });
  await service.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(async () => expect(await textsTo(ana)).toMatchObject([{ state: "sent" }]));
  const perTurn = claude.requests.length;
  const { promise, resolve: letAnswer } = Promise.withResolvers<void>();
  answerable = promise;
  await service.post(textBody({ waId: luis, text: "hola" }));
  await waitFor(() => expect(claude.requests.length).toBeGreaterThan(perTurn));

  await proxy.set("cut");
  letAnswer();

  await waitFor(() => {
    expect(claude.requests).toHaveLength(2 * perTurn);
    expect(claude.requests.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });
  // Its lease is over before anybody can know.
  await waitFor(async () => {
    const { rows } = await database.pool.query("select 1 from app.conversations where lease_until < now()");
    expect(rows).toHaveLength(1);
  });
  expect(await textsTo(luis)).toEqual([]);

  await proxy.set("pass");

  await waitFor(async () => expect(await textsTo(luis)).toMatchObject([{ state: "sent" }]));
  await waitFor(async () => expect(await leaseOf(luis)).toMatchObject({ held: false, due: false }));
  expect(provider.messagesTo(luis)).toHaveLength(1);
  expect(claude.requests).toHaveLength(2 * perTurn);
});

test("a send that was accepted while Postgres was away is recorded when it is back, and not repeated", async () => {
  const { database, provider, start, textsTo } = await createSurroundings({ env: { UNKNOWN_WAIT: "6" } });
  const proxy = await startTcpProxy(database.url);
  const service = await start({ DATABASE_URL: proxy.url });
  provider.script([{ kind: "delay", ms: 3_000 }]);
  await service.post(textBody({ waId: eva, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(eva)).toHaveLength(1));

  await proxy.set("cut");

  const send = provider.requests.find(({ wamid }) => wamid !== null);
  await waitFor(() => expect(send?.status).toBe(200));
  // By the clock, it could be sent again.
  await waitFor(async () => {
    const { rows } = await database.pool.query(
      "select 1 from app.effects where kind = 'text' and state = 'sending' and next_at < now()",
    );
    expect(rows).toHaveLength(1);
  });
  await proxy.set("pass");

  await waitFor(async () => {
    expect(await textsTo(eva)).toMatchObject([{ state: "sent", attempts: 1, provider_id: send?.wamid }]);
  });
  expect(provider.messagesTo(eva)).toHaveLength(1);
});

import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { waitFor } from "../support/wait-for.ts";

const ana = "34600000131";
const luis = "34600000132";
/** Shorter than the 12 s after which a send is given up, and long enough to look around meanwhile. */
const slowly = { kind: "delay", ms: 8_000 } as const;
const hang = { kind: "hang" } as const;

test("a turn that waits for the model is given back at once, and the next process answers, once", async () => {
  const { claude, provider, database, start, leaseOf, textsTo } = await createSurroundings({
    claude: createOracle({}),
  });
  const first = await start();
  claude.script([hang, hang]); // router and extraction
  expect(await first.post(textBody({ waId: ana, text: "hola" }))).toBe(200);
  await waitFor(() => expect(claude.requests).toHaveLength(2));

  expect(await first.end("SIGTERM")).toBe(0);

  expect(await leaseOf(ana)).toMatchObject({ held: false, due: true });
  const { rows: turns } = await database.pool.query("select 1 from app.turns");
  expect(turns).toEqual([]);
  const second = await start();
  await waitFor(async () => expect(await textsTo(ana)).toMatchObject([{ state: "sent" }]));
  expect(provider.messagesTo(ana)).toHaveLength(1);
  expect(await second.end("SIGTERM")).toBe(0);
});

test("a send in flight is finished and recorded; meanwhile turns are given back and model calls are cut", async () => {
  const { claude, provider, start, leaseOf, textsTo } = await createSurroundings({ claude: createOracle({}) });
  const service = await start();
  provider.script([slowly]);
  await service.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));
  const before = claude.requests.length;
  claude.script([hang, hang]);
  await service.post(textBody({ waId: luis, text: "hola" }));
  await waitFor(() => expect(claude.requests).toHaveLength(before + 2));

  const ended = service.end("SIGTERM");

  await waitFor(async () => expect(await leaseOf(luis)).toEqual({ held: false, due: true, fence: 1 }));
  await waitFor(() => expect(claude.requests.slice(before).every(({ endedAt }) => endedAt !== null)).toBe(true));
  expect(await textsTo(ana)).toMatchObject([{ state: "sending" }]);
  expect((await fetch(`${service.url}/health`)).status).toBe(200);
  expect(await ended).toBe(0);
  const [message] = provider.messagesTo(ana);
  expect(await textsTo(ana)).toMatchObject([{ state: "sent", attempts: 1, provider_id: message?.wamid }]);
  expect(provider.messagesTo(ana)).toHaveLength(1);
});

test("a load balancer that has not noticed yet loses nothing: webhooks are stored, and left to the next process", async () => {
  const { provider, database, secret, start, leaseOf, textsTo } = await createSurroundings();
  const first = await start();
  provider.script([slowly]);
  await first.post(textBody({ waId: ana, text: "hola" }));
  await waitFor(() => expect(provider.messagesTo(ana)).toHaveLength(1));
  const ended = first.end("SIGTERM");
  await draining(first.url);

  const answer = await fetch(`${first.url}/webhooks/360dialog`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify(textBody({ waId: luis, text: "hola" })),
  });

  expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
  expect(await ended).toBe(0);
  const { rows } = await database.pool.query("select 1 from app.messages where turn_id is null");
  expect(rows).toHaveLength(1);
  expect(await leaseOf(luis)).toEqual({ held: false, due: true, fence: 0 });
  await start();
  await waitFor(async () => expect(await textsTo(luis)).toMatchObject([{ state: "sent" }]));
  expect(provider.messagesTo(luis)).toHaveLength(1);
});

test("a process with nothing to do serves on for a moment, and tells kept connections to close", async () => {
  const { start } = await createSurroundings();
  const service = await start();
  const { hostname: host, port } = new URL(service.url);
  const [busy, idle] = [connect({ host, port: Number(port) }), connect({ host, port: Number(port) })];
  onTestFinished(() => void [busy.destroy(), idle.destroy()]);
  let heard = "";
  busy.on("data", (chunk) => {
    heard += chunk.toString();
  });
  const health = "GET /health HTTP/1.1\r\nhost: x\r\n\r\n";
  busy.write(health);
  idle.write(health);
  idle.resume();
  const idleClosed = once(idle, "close");
  await waitFor(() => expect(heard.toLowerCase()).toContain("connection: keep-alive"));

  const ended = service.end("SIGTERM");
  await draining(service.url);
  // Connections that a load balancer opens one after the other: the first might still meet a listener that is closing.
  for (let i = 0; i < 60; i += 1) {
    const answer = await fetch(`${service.url}/health`);
    expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
    await answer.arrayBuffer();
  }
  heard = "";
  busy.write(health);
  await once(busy, "close");

  expect(heard).toMatch(/^HTTP\/1.1 200/);
  expect(heard.toLowerCase()).toContain("connection: close");
  await idleClosed;
  expect(await ended).toBe(0);
});

/** The signal has arrived, and readiness says so. */
async function draining(url: string): Promise<void> {
  await waitFor(async () => {
    const answer = await fetch(`${url}/health/readiness`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('"draining"')]);
  });
}

import { expect, test } from "vitest";
import { batchBody, newWamid, statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

test("when the 200 arrives the events are committed", async () => {
  const { post, database } = await startApp();
  const id = newWamid();

  expect(await post(textBody({ waId: "34600000001", text: "hola", id }))).toBe(200);

  const { rows } = await database.pool.query("select provider_id, text from app.messages");
  expect(rows).toEqual([{ provider_id: id, text: "hola" }]);
});

test("while the events cannot be committed there is no 200, and the provider's repetition stores them", async () => {
  const { post, database } = await startApp();
  const body = textBody({ waId: "34600000001", text: "hola" });
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table app.events in access exclusive mode");

  expect(await post(body)).toBe(503);

  await blocker.query("rollback");
  blocker.release();
  expect(await post(body)).toBe(200);
  const { rows } = await database.pool.query("select 1 from app.messages");
  expect(rows).toHaveLength(1);
});

test("a database that is away gives 503 with Retry-After, and service goes on when it is back", async () => {
  const { url, secret, post, database, provider } = await startApp();
  const name = new URL(database.url).pathname.slice(1);
  const allow = (yes: boolean) => database.admin(`alter database "${name}" allow_connections ${yes}`);
  await allow(false);
  await database.admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);

  const response = await fetch(`${url}/webhooks/360dialog`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify(textBody({ waId: "34600000001", text: "hola" })),
  });

  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(await response.json()).toMatchObject({ error: { code: "cannot_store" } });
  await waitFor(async () => expect((await fetch(`${url}/health/readiness`)).status).toBe(503));

  await allow(true);
  await waitFor(async () => expect((await fetch(`${url}/health/readiness`)).status).toBe(200));
  expect(await post(textBody({ waId: "34600000001", text: "hola" }))).toBe(200);
  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
});

test("every part of a batch is stored; what is not understood is parked with 200", async () => {
  const { post, database } = await startApp({ env: { AGENT_ENGINE: "off" } });
  const image = textBody({ waId: "34600000003", text: "x" });
  const message = image.entry[0]?.changes[0]?.value.messages?.[0];
  Object.assign(message ?? {}, { type: "image", image: { id: "1" } });

  const batch = batchBody([
    textBody({ waId: "34600000001", text: "one" }),
    textBody({ waId: "34600000002", text: "two" }),
    statusBody({ wamid: newWamid(), status: "read", recipient: "34600000001" }),
    image,
  ]);
  expect(await post(batch)).toBe(200);
  for (const body of ["null", "[null]", '"text"', "{}", "[".repeat(2000) + "]".repeat(2000)]) {
    expect(await post(body)).toBe(200);
  }

  const { rows } = await database.pool.query(
    "select kind, parked, count(*)::int from app.events where kind not like 'chatwoot.%' group by 1, 2 order by 1",
  );
  expect(rows).toEqual([
    { kind: "message.image", parked: true, count: 1 },
    { kind: "message.text", parked: false, count: 2 },
    { kind: "status.read", parked: false, count: 1 },
    { kind: "unknown", parked: true, count: 5 },
  ]);
});

test("hostile text neither breaks its batch nor a turn", async () => {
  const { post, database, provider } = await startApp();
  const hostile = [
    "\u0000 NUL",
    "\ud800 lone \udfff surrogates",
    "\u202e right to left \u202c",
    "'; drop table app.messages; --",
    "$(touch x) `id` %s {noted} $&",
    "😀".repeat(16_000),
    "\u0007\u001b[31m control",
  ];

  expect(await post(batchBody(hostile.map((text, i) => textBody({ waId: `3461000000${i}`, text }))))).toBe(200);

  await waitFor(() => {
    for (const i of hostile.keys()) expect(provider.messagesTo(`3461000000${i}`)).toHaveLength(1);
  });
  const { rows } = await database.pool.query<{ text: string }>("select text from app.messages order by id");
  expect(rows.map(({ text }) => text)).toEqual(hostile.map((text) => text.toWellFormed().replaceAll("\0", "\ufffd")));
});

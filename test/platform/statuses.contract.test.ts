import { expect, test } from "vitest";
import { describeContract, first, receiveArgs, status } from "./contract.ts";

describeContract("delivery statuses", (world) => {
  const { sql, call, receive, claimEffect, claimEffects, conversationWith, elsewhere, untilBlocked } = world;
  const effect = async () =>
    first(
      await sql<{ state: string; delivery: string | null; error: string | null; provider_id: string | null }>(
        "select state, delivery, error, provider_id from app.effects where destination = 'whatsapp' order by id limit 1",
      ),
    );

  /** One text on its way, as its sender and as its callback know it. */
  async function sending() {
    await conversationWith(["hello"]);
    const { id, attempt } = await claimEffect();
    return { id, attempt, callback: `effect:${id}`, provider_id: "wamid.out.1" };
  }

  test.each([
    [["sent", "delivered", "read"], "read"],
    [["read", "delivered", "sent"], "read"],
    [["sent", "read"], "read"],
    [["delivered", "failed", "read"], "failed"],
    [["failed", "sent"], "failed"],
    [["sent", "sent"], "sent"],
  ] as const)("%j ends as %s, one by one and in one batch", async (given, expected) => {
    const { callback } = await sending();
    for (const name of given) await receive([status(name, { callback, error_code: "131026" })]);
    expect((await effect()).delivery).toBe(expected);
    await sql("update app.effects set delivery = null");
    await receive(given.map((name) => status(name, { callback })));
    expect((await effect()).delivery).toBe(expected);
  });

  test("a failure leaves its code, another status does not", async () => {
    const { callback } = await sending();
    await receive([status("sent", { callback, error_code: "1" })]);
    expect((await effect()).error).toBeNull();
    await receive([status("failed", { callback, error_code: "131026" })]);
    expect(await effect()).toMatchObject({ delivery: "failed", error: "131026", state: "sent" });
  });

  test("a status without callback finds the effect by the provider's id", async () => {
    const { id, attempt, provider_id } = await sending();
    await call("settle_effect", { id, attempt, outcome: "sent", provider_id });
    await receive([status("delivered", { provider_id })]);
    expect((await effect()).delivery).toBe("delivered");
  });

  test.each([
    ["an id nobody knows", { provider_id: "wamid.unknown" }],
    ["an effect nobody knows", { callback: "effect:999999999999999999", provider_id: "x" }],
    ["a callback of somebody else", { callback: "campaign 7", provider_id: "wamid.out.1" }],
    ["a number too large for an id", { callback: `effect:${"9".repeat(30)}`, provider_id: "x" }],
    ["neither id nor callback", {}],
  ])("%s changes nothing", async (_title, given) => {
    await sending();
    await receive([status("read", given)]);
    expect(await effect()).toEqual({ state: "sending", delivery: null, error: null, provider_id: null });
  });

  test("a status before the answer settles the send, and the answer that follows changes nothing", async () => {
    const { id, attempt, callback, provider_id } = await sending();
    await receive([status("sent", { callback, provider_id })]);
    expect(await effect()).toMatchObject({ state: "sent", delivery: "sent", provider_id });
    expect(await call("settle_effect", { id, attempt, outcome: "unknown" })).toEqual({ settled: false });
    expect((await effect()).state).toBe("sent");
  });

  test("a status answers a send whose outcome was unknown, and it is not sent again", async () => {
    const { id, attempt, callback } = await sending();
    await call("settle_effect", { id, attempt, outcome: "unknown", error: "timeout" });
    await receive([status("delivered", { callback })]);
    await sql("update app.effects set next_at = now() - interval '1 s'");
    expect((await claimEffects()).effects).toEqual([]);
    expect(await effect()).toMatchObject({ state: "sent", delivery: "delivered" });
  });

  test("a status of an earlier try keeps one that waits for its next try from being sent twice", async () => {
    const { id, attempt, callback } = await sending();
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0, error: "500" });
    await receive([status("delivered", { callback })]);
    expect(await effect()).toMatchObject({ state: "sent", delivery: "delivered" });
    expect((await claimEffects()).effects).toEqual([]);
  });

  test("the failure of an earlier try does not stop the next one", async () => {
    const { id, attempt, callback } = await sending();
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0, error: "500" });
    await receive([status("failed", { callback, error_code: "1" })]);
    expect((await claimEffects()).effects).toMatchObject([{ id, attempt: 2, resend: false }]);
  });

  test("a status for what was never sent does not count as sent", async () => {
    await conversationWith(["hello"]);
    const [queued] = await sql<{ id: string }>("select id from app.effects where destination = 'whatsapp'");
    await receive([status("delivered", { callback: `effect:${queued?.id}` })]);
    expect((await effect()).state).toBe("queued");
  });

  test("of two statuses at the same time the stronger one stays", async () => {
    const { callback } = await sending();
    await elsewhere(async (client) => {
      await client.query("select public.receive_events($1)", [receiveArgs([status("read", { callback })])]);
      const weaker = receive([status("delivered", { callback })]);
      await untilBlocked();
      await client.query("commit");
      await weaker;
    });
    expect((await effect()).delivery).toBe("read");
  });

  test.each([
    ["sent again", 0],
    ["given up", 1],
  ])("a status that is being stored is waited for before its effect is %s", async (_title, unknowns) => {
    const { callback } = await sending();
    await sql("update app.effects set next_at = now() - interval '1 s', unknowns = $1", [unknowns]);
    const claimed = await elsewhere(async (client) => {
      await client.query("select public.receive_events($1)", [receiveArgs([status("sent", { callback })])]);
      const claimed = claimEffects();
      await untilBlocked();
      await client.query("commit");
      return claimed;
    });
    expect(claimed.effects).toEqual([]);
    expect((await effect()).state).toBe("sent");
  });

  // Effects are locked by id whatever the order of the statuses, or these deadlock (40P01).
  test("statuses of the same effects in opposite order, with claims and settlements between, all succeed", async () => {
    await conversationWith([]);
    const stored = await sql<{ id: string }>(
      `insert into app.effects (conversation_id, key, destination, origin, kind, body, state, attempts)
       select 1, n, 'whatsapp', 'bot', 'text', '{}', 'sending', 1 from generate_series(1, 200) n returning id`,
    );
    const ids = stored.map(({ id }) => Number(id));
    const reports = (name: "sent" | "delivered" | "read") =>
      ids.map((id) => status(name, { callback: `effect:${id}` }));
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        receive(reports("sent")),
        receive(reports("delivered").reverse()),
        receive(reports("read")),
        receive(reports("sent").reverse()),
        claimEffects(15),
        call("settle_effect", { id: Number(ids[round]), attempt: 1, outcome: "sent" }),
      ]);
    }
    expect(await sql("select from app.effects where state = 'sent' and delivery = 'read'")).toHaveLength(200);
  });
});

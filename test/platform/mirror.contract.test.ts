import { expect, test } from "vitest";
import { describeContract, first, message, recruiterEvent, status, textEffect } from "./contract.ts";

describeContract("what the recruiters see in Chatwoot", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffect, claimEffects, conversationWith, sendAll } = world;
  type Settlement = Parameters<typeof call<"settle_effect">>[1];
  /** Everything that waits for Chatwoot and is not a message of the candidate, which it sends first. */
  const shown = async () =>
    (await sendAll("chatwoot"))
      .filter(({ kind }) => kind !== "incoming")
      .map(({ kind, body }): [string, Record<string, unknown>] => [kind, body]);
  const waiting = async () =>
    (await sql<{ kind: string }>("select kind from app.effects where destination = 'chatwoot' order by id")).map(
      ({ kind }) => kind,
    );

  /** A text of the bot that was handed to its sender. */
  async function sending() {
    await conversationWith(["hello"]);
    const { id, attempt } = await claimEffect();
    const settle = (outcome: Settlement["outcome"], given: Partial<Settlement> = {}) =>
      call("settle_effect", { id, attempt, outcome, ...given });
    const report = (name: Parameters<typeof status>[0], given: Parameters<typeof status>[1] = {}) =>
      receive([status(name, { callback: `effect:${id}`, provider_id: "wamid.out", ...given })]);
    return { id, settle, report, source_id: `effect:${id}` };
  }

  test("a message waits for Chatwoot as soon as it is stored, with what its sender needs", async () => {
    const sent_at = "2026-11-20T10:00:00Z";
    const given = { id: "wamid.a", text: "hola", sent_at, name: "Alice", wa_id: "4915100000001", bsuid: "DE.alice" };
    await receive([message(given)], { quiet_ms: 60_000, ceiling_ms: 60_000 });
    const { effects } = await claimEffects(10, "chatwoot");
    expect(effects).toEqual([
      {
        id: 1,
        attempt: 1,
        tries: 1,
        resend: false,
        conversation: 1,
        destination: "chatwoot",
        kind: "incoming",
        trace: null,
        body: { text: "hola", source_id: "wamid.a", sent_at: "2026-11-20T10:00:00+00:00" },
        contact: { name: "Alice", wa_id: "4915100000001", bsuid: "DE.alice" },
        chatwoot: { contact: null, conversation: null, status: null },
      },
    ]);
    await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
    await call("settle_effect", { id: 1, attempt: 1, outcome: "sent" });
    await receive([message(given), message({ bsuid: "DE.alice" })]);
    const next = await claimEffect("chatwoot");
    expect(next).toMatchObject({ kind: "incoming", chatwoot: { contact: 5, conversation: 7 } });
    expect(await waiting()).toEqual(["incoming", "incoming"]);
  });

  test("messages appear one by one in the order of their arrival, whatever their keys and clocks say", async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `message ${n}`);
    await receive(texts.slice(0, 9).map((text, n) => message({ text, sent_at: `2026-11-20T10:00:0${9 - n}Z` })));
    await receive(texts.slice(9).map((text) => message({ text, control: "stop" })));
    expect((await claimEffects(10, "chatwoot")).effects).toHaveLength(1);
    await sql("update app.effects set state = 'queued', next_at = now()");
    expect((await sendAll("chatwoot")).map(({ body }) => body["text"])).toEqual(texts);
  });

  test.each([
    ["retry", { retry_ms: 60_000, error: "500" }],
    ["unknown", { error: "timeout" }],
  ] as const)("an answer does not appear while it waits, is being sent or is settled as %s", async (outcome, given) => {
    const { settle } = await sending();
    expect(await waiting()).toEqual(["incoming"]);
    await settle(outcome, given);
    expect(await waiting()).toEqual(["incoming"]);
  });

  test("an answer appears once it has left, once", async () => {
    const { settle, report, source_id } = await sending();
    await settle("sent", { provider_id: "wamid.out" });
    await report("sent");
    expect(await shown()).toEqual([["outgoing", { text: "hello", source_id, error: null }]]);
  });

  test("an answer that never will leave appears with its error", async () => {
    const { settle, source_id } = await sending();
    await settle("dead", { error: "131026" });
    expect(await shown()).toEqual([["outgoing", { text: "hello", source_id, error: "131026" }]]);
  });

  test.each([
    ["window_closed", "update app.conversations set last_inbound_at = now() - interval '25 hours'"],
    ["no_answer", "update app.effects set state = 'unknown', unknowns = 1 where destination = 'whatsapp'"],
  ])("an answer that is given up (%s) appears with that error", async (error, change) => {
    await conversationWith(["hello"]);
    await sql(change);
    expect((await claimEffects()).effects).toEqual([]);
    expect(await shown()).toMatchObject([["outgoing", { text: "hello", error }]]);
  });

  test("answers that were cancelled never appear", async () => {
    await conversationWith(["queued", "late"]);
    await receive([message({ control: "human" })]);
    await sql("update app.effects set state = 'queued' where body ->> 'text' = 'late'");
    expect((await claimEffects()).ruled_out).toMatchObject([{ reason: "silenced" }]);
    expect(await sql("select from app.effects where state = 'cancelled'")).toHaveLength(2);
    expect(await shown()).toEqual([]);
  });

  // A sender that got an error may have sent all the same.
  test("an answer that was cancelled after it had left appears with its status", async () => {
    const { id, settle, report, source_id } = await sending();
    await settle("retry", { retry_ms: 60_000, error: "500" });
    await receive([message({ control: "human" })]);
    expect(await shown()).toEqual([]);
    await report("delivered");
    expect(await shown()).toEqual([
      ["outgoing", { text: "hello", source_id, error: null }],
      ["delivery", expect.objectContaining({ effect: id, status: "delivered" })],
    ]);
  });

  test("read receipts do not appear, whatever becomes of them", async () => {
    await receive([message()]);
    await claim({ typing: true });
    const { id, attempt, kind } = await claimEffect();
    expect(kind).toBe("read");
    await call("settle_effect", { id, attempt, outcome: "sent", provider_id: "wamid.out" });
    await receive([status("read", { callback: `effect:${id}`, provider_id: "wamid.out" })]);
    expect(await waiting()).toEqual(["incoming"]);
  });

  test("each step of the delivery reaches the message that the mirror made", async () => {
    const { id, settle, report } = await sending();
    await settle("sent", { provider_id: "wamid.out" });
    await report("sent");
    await sendAll("chatwoot");
    const [mirrored] = await sql<{ provider_id: string }>(
      "select provider_id from app.effects where kind = 'outgoing'",
    );
    const number = Number(mirrored?.provider_id);
    expect(number).toBeGreaterThan(500);
    await report("delivered");
    await report("read", { callback: undefined });
    await report("delivered");
    expect(await shown()).toEqual([
      ["delivery", { effect: id, message: number, status: "delivered", error: null }],
      ["delivery", { effect: id, message: number, status: "read", error: null }],
    ]);
  });

  test("a failure that is reported later reaches it with its code", async () => {
    const { settle, report } = await sending();
    await settle("sent");
    await report("delivered");
    await report("failed", { error_code: "131026" });
    expect((await shown()).map(([kind, { status: name, error }]) => [kind, name, error])).toEqual([
      ["outgoing", undefined, null],
      ["delivery", "delivered", null],
      ["delivery", "failed", "131026"],
    ]);
  });

  test("a status before the answer of the provider shows the message first, and no error of the try", async () => {
    const { settle, report } = await sending();
    await settle("unknown", { error: "timeout" });
    await report("read");
    const [outgoing, delivery] = await shown();
    expect(outgoing).toMatchObject(["outgoing", { text: "hello", error: null }]);
    expect(delivery).toMatchObject(["delivery", { status: "read", error: null }]);
    expect(delivery?.[1]["message"]).toBeGreaterThan(500);
  });

  test("a status of a message that Chatwoot never got names none", async () => {
    const { settle, report } = await sending();
    await settle("sent");
    await sql("update app.effects set state = 'dead' where kind in ('incoming', 'outgoing')");
    await report("delivered");
    expect(await shown()).toMatchObject([["delivery", { message: null, status: "delivered" }]]);
  });

  test("a recruiter's reply does not appear again; its own message gets the statuses", async () => {
    const conversation = await conversationWith([]);
    await call("link_chatwoot", { conversation, contact: 5, chatwoot_conversation: 7 });
    for (const messageId of [901, 902]) {
      await call("receive_recruiter_event", recruiterEvent({ type: "reply", messageId, text: "hi" }));
    }
    await call(
      "receive_recruiter_event",
      recruiterEvent({ type: "status", status: "open", at: "2026-11-20T10:00:00Z" }),
    );
    const one = await claimEffect();
    await call("settle_effect", { id: one.id, attempt: 1, outcome: "sent", provider_id: "wamid.out" });
    await receive([status("delivered", { provider_id: "wamid.out" })]);
    const two = await claimEffect();
    await call("settle_effect", { id: two.id, attempt: 1, outcome: "dead", error: "131026" });
    expect((await shown()).filter(([kind]) => kind !== "open")).toEqual([
      ["delivery", { effect: one.id, message: 901, status: "delivered", error: null }],
      ["delivery", { effect: two.id, message: 902, status: "failed", error: "131026" }],
    ]);
  });

  test("a message keeps the name by which a repetition finds it, whatever is learned meanwhile", async () => {
    const { settle, report, source_id } = await sending();
    await settle("dead", { error: "no_answer" });
    const incoming = await claimEffect("chatwoot");
    await call("settle_effect", { id: incoming.id, attempt: 1, outcome: "sent" });
    const attempt = await claimEffect("chatwoot");
    expect(attempt).toMatchObject({ kind: "outgoing", body: { source_id } });
    await report("delivered");
    await sql("update app.effects set next_at = now() where kind = 'outgoing'");
    expect(await claimEffect("chatwoot")).toMatchObject({ id: attempt.id, resend: true, body: { source_id } });
  });

  test("what points to nothing any more comes with nothing to read, and holds up nobody", async () => {
    await receive([message({ wa_id: "49151000001" }), message({ wa_id: "49151000002" })]);
    await sql("delete from app.messages where id = 1");
    const { effects, unreadable } = await claimEffects(10, "chatwoot");
    expect(unreadable).toEqual([]);
    expect(effects.map(({ body }) => Object.keys(body).length)).toEqual([0, 3]);
  });

  test("a status whose callback names something that is not for WhatsApp changes nothing", async () => {
    await receive([message()]);
    const { id } = await claimEffect("chatwoot");
    await receive([status("read", { callback: `effect:${id}`, provider_id: "wamid.out" })]);
    expect(await sql("select state, provider_id, delivery from app.effects")).toEqual([
      { state: "sending", provider_id: null, delivery: null },
    ]);
  });

  test("what a turn wants Chatwoot to do comes as it was written, after what was said before", async () => {
    const turn = await claimOne(message());
    const profile = {
      name: "Alice",
      email: null,
      attributes: { city: "Berlin", over_18: true, experience_years: 2.5 },
    };
    const wanted = [
      { destination: "chatwoot" as const, origin: "control" as const, kind: "profile", body: profile },
      { destination: "chatwoot" as const, origin: "control" as const, kind: "note", body: { text: "note" } },
      { destination: "chatwoot" as const, origin: "control" as const, kind: "open", body: {} },
    ];
    await commit(turn, { hand_off: true, effects: [textEffect("hello", "control"), ...wanted] });
    await sendAll("whatsapp");
    expect(await shown()).toMatchObject([
      ["profile", profile],
      ["note", { text: "note" }],
      ["open", {}],
      ["outgoing", { text: "hello" }],
    ]);
    expect(first(await waiting())).toBe("incoming");
  });
});

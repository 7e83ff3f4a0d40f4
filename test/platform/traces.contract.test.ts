import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { commitArgs, describeContract, first, message, recruiterEvent, status, textEffect } from "./contract.ts";

describeContract("one trace follows a message", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffect, claimEffects, sendAll } = world;
  const effects = () =>
    sql<{ destination: string; kind: string; trace: string | null }>(
      "select destination, kind, trace from app.effects order by id",
    );
  const turnTraces = async () =>
    (await sql<{ trace: string | null }>("select trace from app.turns order by id")).map(({ trace }) => trace);

  test("from the webhook over its turn to the answer, its receipt, its mirror and its status", async () => {
    const trace = randomUUID();
    await receive([message({ trace })]);
    expect(await sql("select m.trace from app.messages m join app.events e on e.id = m.event_id")).toEqual([{ trace }]);
    const turn = first((await claim({ typing: true })).turns);
    expect(turn.messages).toMatchObject([{ trace }]);
    await commit(turn, { effects: [textEffect("hello"), { ...noteEffect, body: { text: "a note" } }] });
    expect(await turnTraces()).toEqual([trace]);
    const said = (await sendAll("whatsapp")).at(-1);
    expect(said).toMatchObject({ kind: "text", trace });
    await receive([status("read", { callback: `effect:${said?.id}` })]);
    const shown = await sendAll("chatwoot");
    expect(shown.map(({ kind, trace: of }) => [kind, of])).toEqual(
      ["incoming", "note", "outgoing", "delivery"].map((kind) => [kind, trace]),
    );
    expect((await effects()).map(({ trace: of }) => of)).toEqual(Array.from({ length: 6 }, () => trace));
  });

  test("the answer of a control word has that of the word", async () => {
    const trace = randomUUID();
    await commit(await claimOne(message({ trace, control: "stop" })), { effects: [textEffect("Goodbye", "control")] });
    expect(await claimEffect()).toMatchObject({ kind: "text", trace });
  });

  test("a turn that answers several has that of the newest, by the sender's clock and then by arrival", async () => {
    const [first_, second, late] = [randomUUID(), randomUUID(), randomUUID()];
    const at = (second_: number) => `2026-11-20T10:00:0${second_}Z`;
    const turn = await claimOne(
      message({ trace: first_, sent_at: at(2) }),
      message({ trace: second, sent_at: at(2) }),
      message({ trace: late, sent_at: at(1) }),
    );
    expect(turn.messages.map(({ trace }) => trace)).toEqual([late, first_, second]);
    await commit(turn, { effects: [textEffect("hello")] });
    expect(await turnTraces()).toEqual([second]);
    expect((await effects()).filter(({ kind }) => kind === "incoming").map(({ trace }) => trace)).toEqual([
      first_,
      second,
      late,
    ]);
  });

  test("of the messages of a turn only those count that are the conversation's own", async () => {
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await receive([message({ wa_id: "4915100000002", trace: theirs })]);
    await claim();
    const turn = await claimOne(message({ trace: ours }));
    await commit(turn, { message_ids: [1, 2, 99] });
    expect(await turnTraces()).toEqual([ours]);
    expect(await sql("select turn_id from app.messages order by id")).toEqual([{ turn_id: null }, { turn_id: "1" }]);
  });

  test("what no message has led to has none, and what an older process stores has none either", async () => {
    const turn = await claimOne(message());
    expect(turn.messages).toMatchObject([{ trace: null }]);
    await commit(turn, { effects: [textEffect("hello")] });
    await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
    await call("receive_recruiter_event", recruiterEvent({ type: "reply", messageId: 900, text: "Come on Monday" }));
    await call("complete_turn", commitArgs(await claimOne(message({ trace: randomUUID() })), { message_ids: [] }));
    expect(await turnTraces()).toEqual([null, null]);
    const traced = (await effects()).filter(({ trace }) => trace !== null);
    expect(traced.map(({ kind }) => kind)).toEqual(["incoming"]);
  });

  test("what is ruled out says whose it was", async () => {
    const trace = randomUUID();
    await commit(await claimOne(message({ trace })), { effects: [textEffect("hello")] });
    await sql("update app.conversations set last_inbound_at = now() - interval '2 days'");
    const { ruled_out } = await claimEffects();
    expect(ruled_out).toMatchObject([{ reason: "window_closed", trace, since_ms: expect.any(Number) as unknown }]);
  });

  test("it is told with the story of the conversation, for each message and each turn", async () => {
    const [older, newer, waiting] = [randomUUID(), randomUUID(), randomUUID()];
    await commit(await claimOne(message({ trace: older }), message({ trace: newer })));
    await receive([message({ trace: waiting })]);
    expect((await call("explain", { conversation: 1 })).turns).toMatchObject([
      { turn_id: 1, trace: newer, messages: [{ trace: older }, { trace: newer }] },
      { turn_id: null, trace: null, messages: [{ trace: waiting }] },
    ]);
  });
});

describeContract("how long a message took", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffect, claimEffects } = world;
  const age = (event: number, minutes: number) =>
    sql("update app.events set received_at = now() - $2 * interval '1 minute' where id = $1", [event, minutes]);
  /** Give or take 16 s. */
  const around = (minutes: number): unknown => expect.closeTo(minutes * 60_000, -4.5);

  test("a turn waited since its oldest message came, until it was claimed", async () => {
    await receive([message(), message(), message()]);
    for (const [event, minutes] of [
      [1, 2],
      [2, 5],
      [3, 1],
    ] as const)
      await age(event, minutes);
    const turn = first((await claim()).turns);
    expect(turn.waited_ms).toEqual(around(5));
    await age(2, 9);
    await receive([message()]);
    await sql("update app.conversations set claimed_at = claimed_at - interval '3 minutes'");
    // Read again under the same lease: what it waited before its claim, not since.
    expect(await commit(turn)).toMatchObject({ outcome: "stale", turn: { waited_ms: around(6) } });
  });

  test("a turn without messages, or whose events are gone, waited for nothing that is known", async () => {
    await receive([message()]);
    await sql("delete from app.events");
    const turn = first((await claim()).turns);
    expect(turn.waited_ms).toBeNull();
    await commit(turn, { effects: [textEffect("hello")] });
    expect(await claimEffect()).toMatchObject({ since_ms: null });
    await sql("update app.conversations set due_at = now()");
    expect((await claim()).turns).toMatchObject([{ messages: [], waited_ms: null }]);
  });

  test("a message that is stored while it is claimed has waited 0 ms, not less", async () => {
    await receive([message()]);
    await sql("update app.events set received_at = now() + interval '1 hour'");
    expect((await claim()).turns).toMatchObject([{ waited_ms: 0 }]);
  });

  test("a text knows since when the oldest message waits that its turn answers, also when it is sent again", async () => {
    for (const wa_id of ["4915100000001", "4915100000001", "4915100000002"]) await receive([message({ wa_id })]);
    for (const [event, minutes] of [
      [1, 4],
      [2, 1],
      [3, 30],
    ] as const)
      await age(event, minutes);
    for (const turn of (await claim()).turns) {
      await commit(turn, { effects: turn.contact.wa_id === "4915100000001" ? [textEffect("hello")] : [] });
    }
    const { id, attempt, ...effect } = await claimEffect();
    expect(effect).toMatchObject({ since_ms: around(4) });
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0 });
    await age(1, 99); // it was noted when the turn was committed: events do not live as long
    expect(await claimEffect()).toMatchObject({ since_ms: around(4) });
  });

  test("receipts, what recruiters write and what they see answer nothing", async () => {
    await receive([message()]);
    const turn = first((await claim({ typing: true })).turns);
    expect((await claimEffects()).effects).toMatchObject([{ kind: "read", since_ms: null }]);
    await commit(turn);
    await sql("update app.effects set state = 'sent'");
    await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
    await call("receive_recruiter_event", recruiterEvent({ type: "reply", messageId: 900, text: "Come on Monday" }));
    expect((await claimEffect("chatwoot")).kind).toBe("open");
    expect(await claimEffect()).toMatchObject({ kind: "text", since_ms: null });
  });

  describe("a text was delivered", () => {
    async function sent(minutes: number) {
      await commit(await claimOne(message()), { effects: [textEffect("hello")] });
      const { id, attempt } = await claimEffect();
      await call("settle_effect", { id, attempt, outcome: "sent", provider_id: "wamid.out" });
      await sql("update app.effects set sent_at = sent_at - $2 * interval '1 minute' where id = $1", [id, minutes]);
      const report = async (...names: Parameters<typeof status>[0][]) =>
        (await receive(names.map((name) => status(name, { provider_id: "wamid.out" })))).delivered_ms;
      return { id, report };
    }

    test.each(["delivered", "read"] as const)("with the first status that says so: %s", async (name) => {
      const { report } = await sent(3);
      expect(await report("sent")).toBeUndefined();
      expect(await report(name)).toEqual([around(3)]);
      expect(await report("read", "delivered")).toBeUndefined();
    });

    test("once, when both statuses come together", async () => {
      const { report } = await sent(3);
      expect(await report("sent", "read", "delivered")).toEqual([around(3)]);
    });

    test("never, when it has failed", async () => {
      const { report } = await sent(3);
      expect(await report("failed")).toBeUndefined();
      expect(await report("delivered")).toBeUndefined();
    });

    test("since its send began, when the status is quicker than the answer", async () => {
      await commit(await claimOne(message()), { effects: [textEffect("hello")] });
      const { id } = await claimEffect();
      await sql("update app.effects set sending_at = sending_at - interval '2 minutes' where id = $1", [id]);
      expect((await receive([status("delivered", { callback: `effect:${id}` })])).delivered_ms).toEqual([around(2)]);
    });

    test("and is an answer from then on when nobody knew that it was sent", async () => {
      const turn = await claimOne(message());
      await age(1, 4);
      await commit(turn, { effects: [textEffect("hello")] });
      const { id, attempt } = await claimEffect();
      const report = async () => {
        await sql("update app.effects set delivery = null");
        return (await receive([status("sent", { callback: `effect:${id}` })])).answered_ms;
      };
      const settle = (outcome: "sent" | "unknown") => call("settle_effect", { id, attempt, outcome });
      expect(await report()).toBeUndefined(); // its sender will tell
      await sql("update app.effects set state = 'sending'");
      await settle("unknown");
      expect(await report()).toEqual([around(4)]);
      expect(await report()).toBeUndefined();
      await sql("update app.effects set state = 'unknown'");
      await sql("update app.turns set received_at = null");
      expect(await report()).toBeUndefined();
    });

    test("not, when it is a receipt or was never sent", async () => {
      await receive([message()]);
      await commit(first((await claim({ typing: true })).turns), { effects: [textEffect("hello")] });
      await claimEffect();
      const ids = await sql<{ id: string }>("select id from app.effects where destination = 'whatsapp'");
      expect(ids).toHaveLength(2);
      const statuses = ids.map(({ id }) => status("delivered", { callback: `effect:${id}` }));
      expect((await receive(statuses)).delivered_ms).toBeUndefined();
    });
  });
});

const noteEffect = { destination: "chatwoot" as const, origin: "control" as const, kind: "note" as const };

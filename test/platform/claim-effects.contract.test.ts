import { expect, test } from "vitest";
import { describeContract, first, message, textEffect } from "./contract.ts";

describeContract("claim_effects", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffects, claimEffect, conversationWith, elsewhere } = world;
  const state = () =>
    sql<{ state: string; error: string | null }>(
      "select state, error from app.effects where destination = 'whatsapp' order by id",
    );
  const runOut = () =>
    sql("update app.effects set next_at = now() - interval '1 s' where state in ('sending', 'unknown')");

  test("an effect comes with what its sender needs", async () => {
    const conversation = await conversationWith(["hello"]);
    const { effects, next_due_ms } = await claimEffects();
    const [stored] = await sql<{ id: string }>("select id from app.effects where destination = 'whatsapp'");
    expect(effects).toEqual([
      {
        id: Number(stored?.id),
        attempt: 1,
        tries: 1,
        resend: false,
        conversation,
        destination: "whatsapp",
        kind: "text",
        body: { text: "hello" },
        recipient: "4915100000001",
        trace: null,
        since_ms: expect.any(Number) as unknown,
      },
    ]);
    expect(next_due_ms).toBeGreaterThan(8_000);
    expect(await sql("select from app.effects where sending_at is not null")).toHaveLength(1);
  });

  test("nothing waits, nothing is due", async () => {
    expect(await claimEffects()).toMatchObject({ effects: [], next_due_ms: null });
  });

  test("effects of one conversation leave one at a time, in order", async () => {
    await conversationWith(["one", "two", "three"]);
    const sent: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { id, attempt, body } = await claimEffect();
      expect((await claimEffects()).effects).toEqual([]);
      await call("settle_effect", { id, attempt, outcome: "sent" });
      sent.push(body["text"]);
    }
    expect(sent).toEqual(["one", "two", "three"]);
  });

  test("conversations do not wait for each other, nor do destinations", async () => {
    await conversationWith(["a1", "a2"], "49151000001");
    await conversationWith(["b1"], "49151000002");
    const shown = await claimEffects(10, "chatwoot");
    expect(shown.effects.map(({ conversation, kind }) => [conversation, kind])).toEqual([
      [1, "incoming"],
      [2, "incoming"],
    ]);
    const said = await claimEffects();
    expect(said.effects.map(({ body }) => body)).toEqual([{ text: "a1" }, { text: "b1" }]);
    expect((await claimEffects()).effects).toEqual([]);
    expect((await claimEffects(10, "chatwoot")).effects).toEqual([]);
  });

  test("a retry at the head holds up the rest until its time has come", async () => {
    await conversationWith(["one", "two"]);
    const head = await claimEffect();
    await call("settle_effect", { id: head.id, attempt: 1, outcome: "retry", retry_ms: 60_000, error: "130429" });
    const { effects, next_due_ms } = await claimEffects();
    expect(effects).toEqual([]);
    expect(next_due_ms).toBeGreaterThan(1_000);
    await sql("update app.effects set next_at = now() - interval '1 s' where id = $1", [head.id]);
    expect(await claimEffect()).toMatchObject({ id: head.id, attempt: 2, resend: false });
  });

  test("a send without an answer is repeated once, flagged, then given up, and the next in line goes", async () => {
    await conversationWith(["one", "two"]);
    const { id } = await claimEffect();
    await runOut();
    expect(await claimEffect()).toMatchObject({ id, attempt: 2, resend: true });
    await call("settle_effect", { id, attempt: 2, outcome: "unknown", error: "timeout" });
    expect((await claimEffects()).effects).toEqual([]);
    await runOut();
    expect(await claimEffects()).toMatchObject({ effects: [], next_due_ms: 0 });
    expect(await state()).toEqual([
      { state: "dead", error: "no_answer" },
      { state: "queued", error: null },
    ]);
    expect((await claimEffect()).body).toEqual({ text: "two" });
  });

  test("a read receipt is never repeated", async () => {
    await receive([message()]);
    const [turn] = (await claim({ typing: true })).turns;
    if (turn) await commit(turn, { effects: [textEffect("answer")] });
    expect((await claimEffect()).kind).toBe("read");
    await runOut();
    expect((await claimEffects()).effects).toEqual([]);
    expect(await state()).toMatchObject([{ state: "dead" }, { state: "queued" }]);
    expect((await claimEffect()).kind).toBe("text");
  });

  test.each([
    ["A takeover", "update app.conversations set mode = 'human'"],
    ["An opt-out", "update app.conversations set opted_out_at = now()"],
  ])("%s stops what the bot wants and nothing else", async (_title, change) => {
    const turn = await claimOne(message());
    await commit(turn, {
      effects: [textEffect("b"), textEffect("c", "control"), textEffect("h", "human"), textEffect("b")],
    });
    await sql(change);
    expect(await claimEffects()).toMatchObject({ effects: [], next_due_ms: 0 });
    for (const text of ["c", "h"]) {
      const { id, attempt, body } = await claimEffect();
      expect(body).toEqual({ text });
      await call("settle_effect", { id, attempt, outcome: "sent" });
    }
    expect((await claimEffects()).effects).toEqual([]);
    expect((await state()).map((effect) => effect.state)).toEqual(["cancelled", "sent", "sent", "cancelled"]);
  });

  test.each([
    ["waits for a status", "unknown", true],
    ["waits for its next try", "queued", true],
    ["was taken back", "cancelled", true],
    ["was given up", "dead", true],
    ["is being sent again", "sending", false],
  ])("that it was sent is news from an earlier attempt while an effect %s", async (_what, now, isNews) => {
    await conversationWith(["one"]);
    const { id, attempt } = await claimEffect();
    await sql("update app.effects set state = $1, attempts = 2, error = 'no_answer' where id = $2", [now, id]);
    for (const outcome of ["retry", "unknown", "dead"] as const) {
      expect(await call("settle_effect", { id, attempt, outcome, retry_ms: 0 })).toEqual({ settled: false });
    }
    expect(await call("settle_effect", { id, attempt, outcome: "sent" })).toEqual({ settled: isNews });
    expect(await state()).toMatchObject([{ state: isNews ? "sent" : "sending" }]);
  });

  test("a takeover stops the repetition of a send without an answer", async () => {
    await conversationWith(["one"]);
    await claimEffect();
    await sql("update app.conversations set mode = 'human'");
    await runOut();
    expect((await claimEffects()).effects).toEqual([]);
    expect(await state()).toEqual([{ state: "cancelled", error: "silenced" }]);
  });

  test("24 hours after the last message of a candidate no text leaves any more", async () => {
    await conversationWith(["late"]);
    await sql("update app.conversations set last_inbound_at = now() - interval '24 hours 1 s'");
    expect((await claimEffects()).effects).toEqual([]);
    expect(await state()).toEqual([{ state: "dead", error: "window_closed" }]);
    await conversationWith(["in time"]);
    await sql("update app.conversations set last_inbound_at = now() - interval '23 hours'");
    expect((await claimEffect()).body).toEqual({ text: "in time" });
  });

  test("many senders at once never get the same effect, and all are sent in order", async () => {
    const people = Array.from({ length: 12 }, (_, n) => String(4_915_100_000_000 + n));
    for (const waId of people) await conversationWith(["one", "two"], waId);
    const order = new Map<number, unknown[]>();
    for (let sent = 0; sent < 24; ) {
      const claims = await Promise.all(Array.from({ length: 8 }, () => claimEffects(4)));
      const effects = claims.flatMap((answer) => answer.effects);
      expect(effects.every(({ attempt }) => attempt === 1)).toBe(true);
      for (const { conversation, body } of effects) {
        order.set(conversation, [...(order.get(conversation) ?? []), body["text"]]);
      }
      await Promise.all(effects.map(({ id, attempt }) => call("settle_effect", { id, attempt, outcome: "sent" })));
      sent += effects.length;
    }
    expect([...order.values()]).toEqual(people.map(() => ["one", "two"]));
    expect((await claimEffects()).effects).toEqual([]);
  });

  test("a conversation that somebody is writing to is skipped and looked at again soon", async () => {
    await conversationWith(["a"], "49151000001");
    await conversationWith(["b"], "49151000002");
    await elsewhere(async (client) => {
      await client.query("select from app.conversations where id = 1 for update");
      const { effects, next_due_ms } = await claimEffects();
      expect(effects.map(({ body }) => body)).toEqual([{ text: "b" }]);
      expect(next_due_ms).toBe(50);
      expect(await claimEffects()).toMatchObject({ effects: [], next_due_ms: 50 });
      // P8: a takeover that commits first wins.
      await client.query("update app.conversations set mode = 'human' where id = 1");
      await client.query("commit");
    });
    expect((await claimEffects()).effects).toEqual([]);
    expect(first(await state())).toEqual({ state: "cancelled", error: "silenced" });
  });

  test.each([
    ["sent", { provider_id: "wamid.1" }, { state: "sent", provider_id: "wamid.1", error: null, sent: true }],
    ["retry", { retry_ms: 5, error: "500" }, { state: "queued", provider_id: null, error: "500", sent: false }],
    ["unknown", { error: "timeout" }, { state: "unknown", provider_id: null, error: "timeout", sent: false }],
    ["dead", { error: "131026" }, { state: "dead", provider_id: null, error: "131026", sent: false }],
  ] as const)("an outcome is recorded: %s", async (outcome, given, expected) => {
    await conversationWith(["one"]);
    const { id, attempt } = await claimEffect();
    expect(await call("settle_effect", { id, attempt, outcome, ...given })).toEqual({ settled: true });
    const [effect] = await sql(
      "select state, provider_id, error, sent_at is not null as sent from app.effects where destination = 'whatsapp'",
    );
    expect(effect).toEqual(expected);
    expect(await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0 })).toEqual({ settled: false });
  });

  test("the outcome of an attempt that was replaced is ignored", async () => {
    await conversationWith(["one"]);
    const { id } = await claimEffect();
    await runOut();
    await claimEffect();
    expect(await call("settle_effect", { id, attempt: 1, outcome: "dead" })).toEqual({ settled: false });
    expect(await state()).toMatchObject([{ state: "sending" }]);
    expect(await call("settle_effect", { id, attempt: 2, outcome: "sent" })).toEqual({ settled: true });
  });
});

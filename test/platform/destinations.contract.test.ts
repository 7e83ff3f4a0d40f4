import { expect, test } from "vitest";
import type { TurnInput } from "../../src/platform/procedures.ts";
import {
  commitArgs,
  describeContract,
  first,
  message,
  receiveArgs,
  recruiterEvent,
  status,
  textEffect,
} from "./contract.ts";

describeContract("the lines of the two destinations", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffect, claimEffects, conversationWith } = world;
  const { elsewhere, sendAll } = world;
  const runOut = () =>
    sql("update app.effects set next_at = now() - interval '1 s' where state in ('sending', 'unknown')");

  test("what stands behind a text on its way to the candidate waits for it, and comes after it", async () => {
    await conversationWith(["answer"]);
    await sendAll("chatwoot");
    const text = await claimEffect();
    await receive([message()]); // the candidate is quicker than our note that the answer has left
    expect((await claimEffects(10, "chatwoot")).effects).toEqual([]);
    await call("settle_effect", { id: text.id, attempt: 1, outcome: "sent", provider_id: "wamid.out" });
    expect((await sendAll("chatwoot")).map(({ kind }) => kind)).toEqual(["outgoing", "incoming"]);
  });

  test.each([
    ["waiting for its next try", "update app.effects set next_at = now() + interval '1 h' where id = $1"],
    [
      "without a known outcome",
      "update app.effects set state = 'unknown', next_at = now() + interval '1 h' where id = $1",
    ],
  ])("a line whose first effect is %s holds up itself and not the other", async (_title, stuck) => {
    await conversationWith(["one", "two"]);
    const [incoming] = await sql<{ id: string }>("select id from app.effects where kind = 'incoming' order by id");
    await sql(stuck, [incoming?.id]);
    expect((await sendAll("whatsapp")).map(({ body }) => body["text"])).toEqual(["one", "two"]);
    expect((await claimEffects(10, "chatwoot")).effects).toEqual([]);

    await conversationWith(["three"], "49151000002");
    const [text] = await sql<{ id: string }>("select id from app.effects where body ->> 'text' = 'three'");
    await sql(stuck, [text?.id]);
    expect((await sendAll("chatwoot")).map(({ conversation, kind }) => [conversation, kind])).toEqual([
      [2, "incoming"],
    ]);
    const { effects, next_due_ms } = await claimEffects();
    expect(effects).toEqual([]);
    expect(next_due_ms).toBeGreaterThan(60_000);
  });

  test("each line names its own next time", async () => {
    await conversationWith([]);
    expect((await claimEffects()).next_due_ms).toBeNull();
    await claimEffect("chatwoot");
    expect((await claimEffects(10, "chatwoot")).next_due_ms).toBeGreaterThan(0);
    expect((await claimEffects()).next_due_ms).toBeNull();
  });

  test("what Chatwoot did not answer is handed out again 20 times, then given up, and the next in line goes", async () => {
    await receive([message(), message()]);
    const attempts: number[] = [];
    for (let n = 0; n <= 20; n += 1) {
      const { id, attempt, resend } = await claimEffect("chatwoot");
      expect({ id, resend }).toEqual({ id: 1, resend: n > 0 });
      attempts.push(attempt);
      if (n % 2 === 0) await call("settle_effect", { id, attempt, outcome: "unknown", error: "timeout" });
      await runOut();
    }
    expect(attempts).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    const { effects, ruled_out, next_due_ms } = await claimEffects(10, "chatwoot");
    expect({ effects, next_due_ms }).toEqual({ effects: [], next_due_ms: 0 });
    expect(ruled_out).toMatchObject([{ id: 1, kind: "incoming", destination: "chatwoot", reason: "no_answer" }]);
    expect(await claimEffect("chatwoot")).toMatchObject({ id: 2, attempt: 1, resend: false });
  });

  test("neither a takeover, an opt-out nor the 24 hour window keeps anything from Chatwoot", async () => {
    await receive([message()]);
    await sql(
      "update app.conversations set mode = 'human', opted_out_at = now(), last_inbound_at = now() - interval '2 days'",
    );
    expect((await claimEffect("chatwoot")).kind).toBe("incoming");
  });

  test("senders of both destinations at once send everything once and in order", async () => {
    const people = Array.from({ length: 10 }, (_, n) => String(4_915_100_000_000 + n));
    for (const waId of people) await conversationWith(["one", "two"], waId);
    await Promise.all([sendAll("whatsapp"), sendAll("chatwoot"), sendAll("whatsapp"), sendAll("chatwoot")]);
    // Rows that the others were writing were skipped, and mirrored answers came last.
    await sendAll("whatsapp");
    await sendAll("chatwoot");
    expect(await sql("select from app.effects where state <> 'sent' or attempts <> 1")).toEqual([]);
    const lines = await sql<{ kinds: string[] }>(
      `select array_agg(kind order by sending_at) as kinds from app.effects
        where destination = 'chatwoot' group by conversation_id`,
    );
    expect(lines).toEqual(people.map(() => ({ kinds: ["incoming", "outgoing", "outgoing"] })));
  });

  // The mirror's trigger runs under no lock of the conversation: its effect may be committed after a younger one.
  test("an effect that turns up before one on its way waits for it", async () => {
    await receive([message(), message()]);
    await sql("delete from app.effects where id = 1");
    const { id, attempt } = await claimEffect("chatwoot");
    await sql(
      `insert into app.effects (id, conversation_id, key, destination, origin, kind, body) overriding system value
       values ($1, 1, 'late', 'chatwoot', 'control', 'note', '{"text": "late"}')`,
      [id - 1],
    );
    expect((await claimEffects(10, "chatwoot")).effects).toEqual([]);
    await runOut();
    expect(await claimEffect("chatwoot")).toMatchObject({ id: id - 1, kind: "note" });
    await call("settle_effect", { id: id - 1, attempt: 1, outcome: "sent" });
    expect(await claimEffect("chatwoot")).toMatchObject({ id, attempt: attempt + 1, resend: true });
  });

  // An outcome holds its effect and adds another; whoever holds the conversation may want that effect: a deadlock, if
  // the outcome had to wait for the conversation.
  test.each<[string, string, (turn: TurnInput) => unknown]>([
    ["a turn", "complete_turn", (turn) => commitArgs(turn)],
    ["a reply", "receive_recruiter_event", () => recruiterEvent({ type: "reply", messageId: 1, text: "hi" })],
    ["a message", "receive_events", () => receiveArgs([message({ control: "stop" })])],
    ["a claim", "claim_effects", () => ({ destination: "chatwoot", limit: 9, unknown_wait_ms: 1, receipt_wait_ms: 1 })],
  ])(
    "an outcome and a status do not wait for %s of their conversation that is being stored",
    async (_title, procedure, p) => {
      await conversationWith(["one", "two"]);
      await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
      const one = await claimEffect();
      await call("settle_effect", { id: one.id, attempt: 1, outcome: "unknown" });
      const turn = await claimOne(message());
      await elsewhere(async (client) => {
        await client.query(`select public.${procedure}($1)`, [p(turn)]);
        await receive([status("delivered", { callback: `effect:${one.id}`, provider_id: "wamid.out" })]);
        await client.query("commit");
      });
      await sql("update app.conversations set mode = 'bot', opted_out_at = null");
      await sql("update app.effects set state = 'queued', next_at = now() where body ->> 'text' = 'two'");
      const { id, attempt, body } = await claimEffect();
      expect(body).toEqual({ text: "two" });
      await elsewhere(async (client) => {
        await client.query("select from app.conversations for no key update");
        expect(await call("settle_effect", { id, attempt, outcome: "sent" })).toEqual({ settled: true });
      });
      const mirrored = await sql("select from app.effects where kind = 'outgoing'");
      expect(mirrored).toHaveLength(2);
    },
  );

  test("a process of the version before gets what is for WhatsApp, and its turns and messages are understood", async () => {
    const old = async <T extends object>(procedure: string, p: unknown): Promise<T> =>
      first(await sql<{ r: T }>(`select public.${procedure}($1) as r`, [p])).r;
    await old("receive_events", receiveArgs([message({ text: "I weld" })]));
    const turn = first((await claim()).turns);
    await sql(`update app.conversations set progress = '{"asked": {"city": 1}, "confirmed": true}'`);
    const {
      progress: _,
      hand_off: __,
      ...before
    } = commitArgs(turn, {
      effects: [textEffect("hello")],
      facts: [{ field: "skill", value: "welding", message_id: 1, quote: "weld", confidence: 1 }],
    });
    expect(await old("complete_turn", before)).toEqual({ outcome: "committed" });
    const waits = { limit: 10, unknown_wait_ms: 60_000, receipt_wait_ms: 8_000 };
    const { effects, ruled_out } = await old<{ effects: Record<string, unknown>[]; ruled_out: unknown[] }>(
      "claim_effects",
      waits,
    );
    expect(ruled_out).toEqual([]);
    expect(effects).toMatchObject([
      { destination: "whatsapp", kind: "text", body: { text: "hello" }, recipient: "4915100000001" },
    ]);
    expect(await old("settle_effect", { id: effects[0]?.["id"], attempt: 1, outcome: "sent" })).toEqual({
      settled: true,
    });
    expect(await claimOne(message())).toMatchObject({
      mode: "bot",
      progress: { asked: { city: 1 }, confirmed: true },
      facts: [{ field: "skill", value: "welding" }],
    });
    expect((await sendAll("chatwoot")).map(({ kind }) => kind)).toEqual(["incoming", "outgoing", "incoming"]);
  });

  test("a turn that is committed at the same time as what it said is settled loses neither", async () => {
    for (let round = 0; round < 10; round += 1) {
      const turn = await claimOne(message());
      await commit(turn, { effects: [textEffect("one"), textEffect("two")] });
      const one = await claimEffect();
      const next = await claimOne(message());
      const report = status("delivered", { callback: `effect:${one.id}`, provider_id: `wamid.${one.id}` });
      await Promise.all([
        call("settle_effect", { id: one.id, attempt: one.attempt, outcome: "sent", provider_id: `wamid.${one.id}` }),
        commit(next, { effects: [textEffect("three")] }),
        receive([report]),
        claimEffects(10, "chatwoot"),
      ]);
      await sendAll("whatsapp");
    }
    expect(await sql("select from app.effects where kind = 'outgoing'")).toHaveLength(30);
    expect(await sql("select from app.effects where kind = 'delivery'")).toHaveLength(10);
  });
});

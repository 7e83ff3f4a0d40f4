import { expect, test } from "vitest";
import { describeContract, first, message, receiveArgs, textEffect } from "./contract.ts";

describeContract("claim_conversations", (world) => {
  const { sql, call, receive, claim, claimOne, commit, elsewhere, untilBlocked } = world;
  const receipts = () =>
    sql<{ message_id: string; state: string }>(
      "select body ->> 'message_id' as message_id, state from app.effects where kind = 'read' order by id",
    );

  test("a due conversation comes with everything its turn needs", async () => {
    await receive([message({ id: "wamid.a", text: "hello", name: "Alice", sent_at: "2026-11-20T10:00:00Z" })]);
    const { turns, next_due_ms } = await claim();
    expect(turns).toEqual([
      {
        conversation: 1,
        fence: 1,
        gen: 1,
        attempts: 1,
        failures: 0,
        channel: "whatsapp",
        mode: "bot",
        opted_out: false,
        contact: { id: 1, name: "Alice", wa_id: "4915100000001" },
        progress: { asked: {}, confirmed: false },
        checkpoint_id: null,
        summary: null,
        waited_ms: expect.any(Number) as unknown,
        messages: [
          {
            id: 1,
            kind: "text",
            provider_id: "wamid.a",
            text: "hello",
            sent_at: "2026-11-20T10:00:00+00:00",
            control: null,
            trace: null,
          },
        ],
        facts: [],
        application: null,
        recent: [],
      },
    ]);
    expect(next_due_ms).toBeGreaterThan(0);
  });

  test("what an earlier turn left behind comes with the next one", async () => {
    const turn = await claimOne(message({ text: "I weld" }));
    const fact = {
      field: "skill",
      value: "welding",
      message_id: first(turn.messages).id,
      quote: "weld",
      confidence: 0.9,
    };
    await commit(turn, { facts: [fact], checkpoint_id: "cp-1", summary: "a welder" });
    const next = await claimOne(message({ text: "and solder" }));
    expect(next).toMatchObject({
      fence: 2,
      gen: 2,
      attempts: 1,
      checkpoint_id: "cp-1",
      summary: "a welder",
      facts: [fact],
    });
    expect(next.messages.map(({ text }) => text)).toEqual(["and solder"]);
    expect(next.recent).toMatchObject([{ from: "candidate", text: "I weld" }]);
  });

  test("the recent past holds the last 20 things said, by whom, without what was cancelled", async () => {
    for (let n = 0; n < 12; n += 1) {
      const turn = await claimOne(message({ text: `question ${n}`, sent_at: `2026-11-20T10:${n + 10}:00Z` }));
      const body = { text: `answer ${n}`, asks: n % 2 === 0 ? "city" : null };
      await commit(turn, { effects: [{ destination: "whatsapp", origin: "bot", kind: "text", body }] });
      await sql("update app.effects set created_at = $1 where turn_id = $2", [`2026-11-20T10:${n + 10}:30Z`, n + 1]);
    }
    await sql("update app.effects set state = 'cancelled' where turn_id = 12");
    const { recent } = await claimOne(message());
    expect(recent).toHaveLength(20);
    expect(recent.at(-1)).toMatchObject({ from: "candidate", text: "question 11", asks: null });
    expect(recent.at(-2)).toMatchObject({ from: "bot", text: "answer 10", asks: "city" });
    expect(recent.at(-4)).toMatchObject({ from: "bot", text: "answer 9", asks: null });
    expect(recent.map(({ at }) => at)).toEqual(recent.map(({ at }) => at).sort());
  });

  test("what was said in the same second or in the same turn keeps its order", async () => {
    const sent_at = "2026-11-20T10:00:00Z";
    const questions = Array.from({ length: 12 }, (_, n) => `question ${n}`);
    const answers = Array.from({ length: 9 }, (_, n) => `answer ${n}`);
    const turn = await claimOne(...questions.map((text) => message({ text, sent_at })));
    await commit(turn, { effects: answers.map((text, n) => textEffect(text, n % 2 === 0 ? "control" : "bot")) });
    const { recent } = await claimOne(message());
    expect(recent.map(({ text }) => text)).toEqual([...questions.slice(1), ...answers]);
  });

  test("a leased conversation is not given twice, and again with a higher fence when the lease has run out", async () => {
    const { fence } = await claimOne(message());
    expect((await claim()).turns).toEqual([]);
    await sql("update app.conversations set lease_until = now() - interval '1 ms'");
    const again = await claimOne();
    expect(again).toMatchObject({ fence: fence + 1, attempts: 2 });
    expect(again.messages).toHaveLength(1);
  });

  test("a conversation that is not due yet is left alone, and its time is named", async () => {
    await receive([message()], { quiet_ms: 60_000, ceiling_ms: 60_000 });
    const { turns, next_due_ms } = await claim();
    expect(turns).toEqual([]);
    expect(next_due_ms).toBeGreaterThan(1_000);
    expect(next_due_ms).toBeLessThanOrEqual(60_000);
  });

  test("without anything to wait for there is no next time", async () => {
    expect(await claim()).toMatchObject({ turns: [], next_due_ms: null });
    await commit(await claimOne(message()));
    expect(await claim()).toMatchObject({ turns: [], next_due_ms: null });
  });

  test("the longest due come first, and a full batch says that more may wait", async () => {
    for (const wa_id of ["49151000001", "49151000002", "49151000003"]) await receive([message({ wa_id })]);
    await sql("update app.conversations set due_at = now() - id * interval '1 s'");
    const { turns, next_due_ms } = await claim({ limit: 2 });
    expect(turns.map(({ conversation }) => conversation)).toEqual([3, 2]);
    expect(next_due_ms).toBe(0);
    expect((await claim({ limit: 2 })).turns.map(({ conversation }) => conversation)).toEqual([1]);
  });

  test("many workers at once never get the same conversation", async () => {
    const people = Array.from({ length: 40 }, (_, n) => String(4_915_100_000_000 + n));
    await receive(people.map((wa_id) => message({ wa_id })));
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim({ limit: 5 })));
    const rest = await claim({ limit: 40 });
    const taken = [...claims, rest].flatMap(({ turns }) => turns.map(({ conversation }) => conversation));
    expect(taken.sort((a, b) => a - b)).toEqual(people.map((_, n) => n + 1));
  });

  test("a turn has at most 100 messages, the first that arrived, in the order of the sender's clock, then of arrival", async () => {
    const clock = (n: number) => `2026-11-20T10:00:0${n % 3}Z`;
    await receive(Array.from({ length: 130 }, (_, n) => message({ text: String(n), sent_at: clock(n) })));
    const turn = await claimOne();
    const arrived = Array.from({ length: 100 }, (_, n) => n);
    const expected = [0, 1, 2].flatMap((second) => arrived.filter((n) => n % 3 === second));
    expect(turn.messages.map(({ text }) => Number(text))).toEqual(expected);
    expect(await commit(turn)).toEqual({ outcome: "committed", more: true });
    expect((await claimOne()).messages.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, n) => n + 100),
    );
  });

  test("a burst is marked as read once, by its last message, also when its turn is tried again", async () => {
    await receive([
      message({ id: "late", sent_at: "2026-11-20T10:00:02Z" }),
      message({ id: "early", sent_at: "2026-11-20T10:00:01Z" }),
    ]);
    const { turns } = await claim({ typing: true });
    await call("release_turn", { conversation: 1, fence: first(turns).fence, retry_ms: 0, failed: false });
    expect((await claim({ typing: true })).turns).toHaveLength(1);
    expect(await receipts()).toEqual([{ message_id: "late", state: "queued" }]);
  });

  test.each([
    ["in the hands of a human", "update app.conversations set mode = 'human'", true],
    ["of somebody who opted out", "update app.conversations set opted_out_at = now()", true],
    ["of a bot that is switched off", "select", false],
  ])("a conversation %s shows no sign of reading", async (_title, change, typing) => {
    await receive([message()]);
    await sql(change);
    expect((await claim({ typing })).turns).toHaveLength(1);
    expect(await receipts()).toEqual([]);
  });

  test("a conversation that a flush is writing to is skipped, and claimed with the new message afterwards", async () => {
    await receive([message()]);
    await elsewhere(async (client) => {
      await client.query("select public.receive_events($1)", [receiveArgs([message()])]);
      const { turns, next_due_ms } = await claim();
      expect(turns).toEqual([]);
      expect(next_due_ms).toBe(50);
      await client.query("commit");
    });
    expect((await claimOne()).messages).toHaveLength(2);
  });

  // The claim has its snapshot and stands at its first row; a message for the second row is committed before the claim
  // gets there. Read in one statement with the update, it would be counted in gen and not seen.
  test("a message committed in the middle of a claim is part of the turn", async () => {
    await sql("alter function public.claim_conversations(json) set enable_hashjoin = off set enable_mergejoin = off");
    await sql(`create function app.gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(7); return new; end $$`);
    await sql(`create trigger gate before update on app.conversations for each row
      when (new.fence <> old.fence) execute function app.gate()`);
    try {
      await receive([message({ wa_id: "49151000001" }), message({ wa_id: "49151000002" })]);
      const before = "now() - interval '1 s'";
      await sql(`update app.conversations set due_at = ${before}, first_due_at = ${before} where id = 2`);
      await sql(`update app.conversations set due_at = now() - interval '2 s' where id = 1`);
      const { turns } = await elsewhere(async (client) => {
        await client.query("select pg_advisory_xact_lock(7)");
        const claimed = claim();
        await untilBlocked();
        await receive([message({ wa_id: "49151000002" })]);
        await client.query("rollback");
        return claimed;
      });
      expect(turns.map(({ conversation, gen, messages }) => [conversation, gen, messages.length])).toEqual([
        [1, 1, 1],
        [2, 2, 2],
      ]);
    } finally {
      await sql("drop function app.gate() cascade");
      await sql("alter function public.claim_conversations(json) reset all");
      await sql("alter function public.claim_conversations(json) set search_path = ''");
    }
  });
});

import { expect, test } from "vitest";
import { describeContract, first, keyOf, message, receiveArgs, status } from "./contract.ts";

describeContract("receive_events", ({ transport, sql, call, receive, elsewhere, untilBlocked }) => {
  const events = () =>
    sql<{ key: string; parked: boolean }>("select encode(key, 'hex') as key, parked from app.events");
  const messages = () => sql<{ text: string }>("select text from app.messages order by id");
  /** Times in seconds: due after the last message was stored, ceiling after the first was. */
  const conversation = async () =>
    first(
      await sql<{ gen: string; recipient: string; last_inbound_at: Date; due: number; ceiling: number; end: boolean }>(
        `select gen, recipient, last_inbound_at, due_at = first_due_at as end,
                extract(epoch from due_at - (select max(received_at) from app.events))::float as due,
                extract(epoch from first_due_at - (select min(received_at) from app.events))::float as ceiling
           from app.conversations`,
      ),
    );

  test("an event that comes again changes nothing and is named as a duplicate", async () => {
    const old = message({ text: "one" });
    const fresh = message({ text: "two" });
    expect(await receive([old])).toEqual({ duplicates: [], differing: 0, woken: 1 });
    expect(await receive([{ ...old, text: "changed", status: "read" }, fresh])).toEqual({
      duplicates: [old.key],
      differing: 0,
      woken: 1,
    });
    const { duplicates, ...rest } = await receive([old, fresh, fresh]);
    expect(new Set(duplicates)).toEqual(new Set([old.key, fresh.key]));
    expect(rest).toEqual({ differing: 0, woken: 0 });
    expect(await messages()).toEqual([{ text: "one" }, { text: "two" }]);
    expect(await events()).toHaveLength(2);
    expect((await conversation()).gen).toBe("2");
  });

  test("an event that stands twice in one batch is stored once, as it stands first", async () => {
    const once = message({ text: "first" });
    expect(await receive([once, { ...once, text: "second" }])).toEqual({ duplicates: [], differing: 0, woken: 1 });
    expect(await messages()).toEqual([{ text: "first" }]);
    expect((await conversation()).gen).toBe("1");
  });

  test.each(["commit", "rollback"])("an event that another flush is storing waits for its %s", async (end) => {
    const event = message();
    const second = await elsewhere(async (client) => {
      await client.query("select public.receive_events($1)", [receiveArgs([event])]);
      const second = receive([event]);
      await untilBlocked();
      await client.query(end);
      return second;
    });
    expect(second.duplicates).toEqual(end === "commit" ? [event.key] : []);
    expect(await messages()).toHaveLength(1);
    expect((await conversation()).gen).toBe("1");
  });

  test("the same events in many calls at once are stored once", async () => {
    const batch = Array.from({ length: 20 }, () => message({ wa_id: "4915100000002" }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => receive(batch)));
    expect(answers.flatMap(({ duplicates }) => duplicates)).toHaveLength(7 * 20);
    expect(await messages()).toHaveLength(20);
  });

  // Keys, people and conversations are locked in one order whatever the order of the batch, or these deadlock (40P01).
  test("flushes that hold the same events and people in opposite order both succeed", async () => {
    for (let round = 0; round < 15; round += 1) {
      const people = Array.from({ length: 25 }, (_, n) => `49151${round}${String(n).padStart(6, "0")}`);
      const shared = people.map((wa_id) => message({ wa_id }));
      const own = () => people.map((wa_id) => message({ wa_id }));
      await Promise.all([
        receive([...shared, ...own()]),
        receive([...own(), ...shared].reverse()),
        receive([...own().reverse(), ...shared]),
      ]);
    }
    expect(await messages()).toHaveLength(15 * 25 * 4);
    const [sum] = await sql<{ people: string; gen: string }>(
      "select count(*) as people, sum(gen) as gen from app.conversations",
    );
    expect(sum).toEqual({ people: String(15 * 25), gen: String(15 * 25 * 4) });
  });

  test("what is neither message nor status is parked and wakes nobody", async () => {
    const parked = { key: keyOf(`parked ${transport}`), kind: "unknown", source: "[null]" };
    const heard = [message(), status("read", { provider_id: "out.unknown" })];
    expect(await receive([parked])).toEqual({ duplicates: [], differing: 0, woken: 0 });
    await receive(heard);
    const stored = await events();
    expect(stored.filter((event) => event.parked).map(({ key }) => key)).toEqual([parked.key]);
    expect(stored).toHaveLength(3);
  });

  test("an empty batch is fine", async () => {
    expect(await receive([])).toEqual({ duplicates: [], differing: 0, woken: 0 });
  });

  test("messages keep the order of their arrival, whatever their keys and clocks say", async () => {
    const texts = Array.from({ length: 60 }, (_, n) => `message ${n}`);
    await receive(texts.map((text) => message({ text, sent_at: "2026-11-20T10:00:00Z" })));
    expect(await messages()).toEqual(texts.map((text) => ({ text })));
  });

  test("a conversation is due after the quiet time of its last message, at the latest at the ceiling of its first", async () => {
    const times = { quiet_ms: 100_000, ceiling_ms: 300_000 };
    await receive([message()], times);
    expect(await conversation()).toMatchObject({ due: 100, ceiling: 300 });
    await sql("update app.conversations set first_due_at = first_due_at - interval '90 s'");
    await receive([message()], times);
    expect(await conversation()).toMatchObject({ due: 100, ceiling: 210 });
    await sql("update app.conversations set first_due_at = first_due_at - interval '180 s'");
    await receive([message()], times);
    expect(await conversation()).toMatchObject({ end: true, ceiling: 30 });
  });

  test("a quiet time above the ceiling ends at the ceiling", async () => {
    await receive([message()], { quiet_ms: 500_000, ceiling_ms: 300_000 });
    expect(await conversation()).toMatchObject({ due: 300, ceiling: 300 });
  });

  test("a status wakes no conversation", async () => {
    await receive([message()], { quiet_ms: 0 });
    await sql("update app.conversations set due_at = null");
    expect((await receive([status("read", { provider_id: "out.1" })])).woken).toBe(0);
    expect(await sql("select from app.conversations where due_at is not null")).toEqual([]);
  });

  test("the clock of the last inbound message never goes back", async () => {
    await receive([message({ sent_at: "2026-11-20T10:00:05Z" }), message({ sent_at: "2026-11-20T10:00:09Z" })]);
    await receive([message({ sent_at: "2026-11-20T10:00:01Z" })]);
    expect((await conversation()).last_inbound_at.toISOString()).toBe("2026-11-20T10:00:09.000Z");
  });

  test("answers go to the address of the message that arrived last", async () => {
    const bsuid = "DE.abc123";
    await receive([message({ bsuid }), message({ bsuid, wa_id: "4915100000007" })]);
    expect((await conversation()).recipient).toBe("4915100000007");
    await receive([message({ bsuid, wa_id: "4915100000007" }), message({ bsuid })]);
    expect((await conversation()).recipient).toBe(bsuid);
  });

  test("hostile text comes back as it was written", async () => {
    const texts = [
      "😀".repeat(16_384),
      "\u202eשלום مرحبا\u202c",
      "\uFFFD\u2028\u2029\u0001\u001f\u007f",
      `'; drop table app.messages; --`,
      `"\\"\\\\ $$ {} [null] %s \\u0041 $1 :x`,
      " ",
    ];
    await receive(texts.map((text) => message({ text, name: text.slice(0, 8), provider_id: text.slice(0, 8) })));
    expect(await messages()).toEqual(texts.map((text) => ({ text })));
    const { turns } = await call("claim_conversations", { limit: 1, lease_ms: 1_000, typing: true });
    expect(first(turns).messages.map(({ text }) => text)).toEqual(texts);
  });

  test("a source is kept byte for byte, escapes that Postgres cannot turn into characters included", async () => {
    const sources = [
      String.raw`{"body":"\u0000 \ud800 \\u0000 \" \/"}`,
      "[".repeat(2_000),
      "null",
      '{"a":1,"a":2}',
      "",
    ];
    await receive(sources.map((source, n) => ({ key: keyOf(`source ${n}`), kind: "unknown", source })));
    const stored = await sql<{ source: string }>("select source from app.events");
    expect(stored.map(({ source }) => source).sort()).toEqual(sources.sort());
  });
});

import { expect, test } from "vitest";
import { describeContract, keyOf, message, textEffect } from "./contract.ts";

describeContract("letting go of old rows", (world) => {
  const { sql, call, receive, claimOne, commit, conversationWith } = world;
  const prune = (given: { event_days?: number; effect_days?: number; limit?: number } = {}) =>
    call("prune", { event_days: 30, effect_days: 30, limit: 100, ...given });
  const age = async (days: number) => {
    await sql("update app.events set received_at = now() - $1 * interval '1 day'", [days]);
    await sql("update app.effects set created_at = now() - $1 * interval '1 day'", [days]);
  };
  const count = async (table: "events" | "effects" | "messages") => (await sql(`select from app.${table}`)).length;

  test("events go when they are old, and what was said in them stays", async () => {
    await commit(await claimOne(message()));
    await age(29);
    expect(await prune()).toMatchObject({ events: 0 });
    await age(31);
    expect(await prune()).toMatchObject({ events: 1 });
    expect([await count("events"), await count("messages")]).toEqual([0, 1]);
  });

  test("as long as a provider may repeat an event it stays, whatever is asked", async () => {
    await commit(await claimOne(message()));
    await age(7.9);
    expect(await prune({ event_days: 0 })).toMatchObject({ events: 0 });
    await age(8.1);
    expect(await prune({ event_days: 0 })).toMatchObject({ events: 1 });
  });

  test("what is parked stays three times as long, what still waits for its turn as long as it takes", async () => {
    await receive([message(), { key: keyOf("parked"), kind: "message.image", source: "{}" }]);
    await age(89);
    expect(await prune()).toMatchObject({ events: 0 });
    await age(91);
    expect(await prune()).toMatchObject({ events: 1 });
    expect(await sql("select kind from app.events")).toEqual([{ kind: "message.text" }]);
  });

  test("what showed something to recruiters, receipts and tasks go when they are done; texts to candidates stay", async () => {
    await conversationWith(["hello"]);
    await sql("update app.effects set state = 'sent'"); // which shows the text to the recruiters
    await sql("update app.effects set state = 'sent'");
    await sql(`insert into app.effects (conversation_id, key, destination, origin, kind, body, state) values
      (1, 'read:1', 'whatsapp', 'control', 'read', '{}', 'sent'),
      (1, 'x:1', 'chatwoot', 'control', 'note', '{}', 'cancelled'),
      (null, 'replay:1', 'task', 'control', 'replay', '{}', 'sent')`);
    await age(31);
    const before = await count("effects");
    const { effects } = await prune();
    expect(effects).toBe(before - 1);
    expect(await sql("select kind, body ->> 'text' as text from app.effects")).toEqual([
      { kind: "text", text: "hello" },
    ]);
  });

  test.each(["queued", "sending", "unknown", "dead"])("an effect that is %s stays", async (state) => {
    await commit(await claimOne(message()), { effects: [textEffect("hello")] });
    await sql("update app.effects set state = $1", [state]);
    await age(400);
    const before = await count("effects");
    expect(await prune()).toMatchObject({ effects: 0 });
    expect(await count("effects")).toBe(before);
  });

  test("effects have a time of their own", async () => {
    await receive([message()]);
    await sql("update app.effects set state = 'sent'");
    await age(20);
    expect(await prune({ effect_days: 10 })).toEqual({ events: 0, effects: 1 });
  });

  test("no round takes more than its limit, oldest first", async () => {
    await receive(["a", "b", "c"].map((kind) => ({ key: keyOf(kind), kind, source: "{}" })));
    await sql("update app.events set parked = false");
    await age(31);
    expect(await prune({ limit: 2 })).toMatchObject({ events: 2 });
    expect(await prune({ limit: 2 })).toMatchObject({ events: 1 });
  });

  test("a repetition that comes after its event has gone is a new event", async () => {
    const given = message();
    await commit(await claimOne(given));
    await age(31);
    await prune();
    expect(await receive([given])).toMatchObject({ duplicates: [] });
  });
});

import { expect, test } from "vitest";
import { describeContract, first, keyOf, message, recruiterEvent, status, textEffect } from "./contract.ts";

const anything: unknown = expect.anything();

describeContract("what operators ask and do", (world) => {
  const { sql, call, receive, claimOne, commit, claimEffect, claimEffects, conversationWith } = world;

  /** Events that nobody understands, of these kinds. */
  const park = (...kinds: string[]) =>
    receive(kinds.map((kind, n) => ({ key: keyOf(`parked ${kind} ${n}`), kind, source: `{"n":${n}}` })));
  const list = (given: { kind?: string; after?: number; limit?: number } = {}) =>
    call("list_parked", { after: 0, limit: 10, ...given });
  const claimTasks = (limit = 10) => call("claim_tasks", { limit, lease_ms: 60_000, max_tries: 3 });
  const finish = (id: number, attempt: number) => call("settle_effect", { id, attempt, outcome: "sent" });

  test("parked events are counted by kind and listed by id, page by page", async () => {
    await park("message.image", "message.image", "history");
    await receive([message(), { key: keyOf("refused"), kind: "history", source: "é", problem: "22P05" }]);
    const { kinds, events } = await list({ limit: 2 });
    expect(kinds).toHaveLength(3);
    expect(kinds).toEqual(
      expect.arrayContaining([
        { kind: "message.image", problem: null, count: 2 },
        { kind: "history", problem: null, count: 1 },
        { kind: "history", problem: "22P05", count: 1 },
      ]),
    );
    expect(events).toHaveLength(2);
    const rest = await list({ after: events[1]?.id ?? 0 });
    expect(new Set([...events, ...rest.events].map(({ id }) => id)).size).toBe(4);
    const refused = (await list({ kind: "history" })).events.filter(({ problem }) => problem !== null);
    expect(refused).toEqual([{ id: anything, kind: "history", problem: "22P05", received_at: anything, bytes: 2 }]);
  });

  test("an event is shown as it was stored, and one that is not there as nothing", async () => {
    const source = '{"text":"\\u0000 \\ud800"}';
    await receive([{ key: keyOf("odd"), kind: "odd", source }]);
    const id = first((await list()).events).id;
    expect(await call("read_event", { id })).toEqual({
      event: { id, kind: "odd", source, parked: true, problem: null, received_at: anything },
    });
    expect(await call("read_event", { id: id + 1 })).toEqual({ event: null });
  });

  test.each([
    ["their ids", { ids: [1, 3, 4, 99] }, [1, 3]],
    ["their kind", { kind: "a" }, [1, 2]],
    ["all", { all: true }, [1, 2, 3]],
    ["nothing", {}, []],
    ["not all", { all: false }, []],
  ])("parked events become tasks by %s, each once while it is open", async (_name, which, expected) => {
    for (const [n, kind] of ["a", "a", "b"].entries()) await receive([{ key: keyOf(`${n}`), kind, source: "{}" }]);
    await receive([message()]);
    expect(await call("add_replays", which)).toEqual({ added: expected.length });
    expect(await call("add_replays", which)).toEqual({ added: 0 });
    expect((await list()).replays).toEqual({ open: expected.length, started: 0 });
    const { effects } = await claimTasks();
    expect(effects.map(({ kind, body, conversation }) => ({ kind, body, conversation }))).toEqual(
      expected.map((event) => ({ kind: "replay", body: { event }, conversation: null })),
    );
    expect((await list()).replays).toEqual({ open: expected.length, started: expected.length });
    expect(await call("add_replays", which)).toEqual({ added: 0 });
    for (const { id, attempt } of effects) await finish(id, attempt);
    expect((await list()).replays).toEqual({ open: 0, started: 0 });
    expect(await call("add_replays", which)).toEqual({ added: expected.length });
  });

  test("what was given up is listed, newest first, and counted beyond the limit", async () => {
    await conversationWith(["one"]);
    await conversationWith(["two"], "4915100000002");
    for (const { id, attempt } of (await claimEffects()).effects) {
      await call("settle_effect", { id, attempt, outcome: "dead", error: "131026" });
    }
    const { total, effects } = await call("list_dead", { destination: "whatsapp", limit: 1 });
    expect({ total, effects }).toEqual({
      total: 2,
      effects: [
        {
          id: anything,
          conversation: 2,
          destination: "whatsapp",
          kind: "text",
          origin: "bot",
          attempts: 1,
          error: "131026",
          created_at: anything,
          sending_at: anything,
        },
      ],
    });
    const all = await call("list_dead", { limit: 10 });
    expect(all.effects.map(({ conversation }) => conversation)).toEqual([2, 1]);
    expect(await call("list_dead", { destination: "chatwoot", limit: 10 })).toEqual({ total: 0, effects: [] });
  });

  test.each([
    ["its id", (id: number) => ({ ids: [id, id + 100] })],
    ["its destination", () => ({ destination: "whatsapp" })],
  ])("what was given up leaves again by %s, with all its tries before it", async (_name, which) => {
    await conversationWith(["hello"]);
    const { id } = await claimEffect();
    await call("settle_effect", { id, attempt: 1, outcome: "dead", error: "131026" });
    expect(await call("requeue_dead", which(id))).toEqual({ requeued: 1 });
    expect(await call("requeue_dead", which(id))).toEqual({ requeued: 0 });
    expect(await claimEffect()).toMatchObject({ id, attempt: 2, tries: 1, resend: false });
  });

  test("only what was given up is queued again, and only what was asked for", async () => {
    await conversationWith(["hello"]);
    const before = await sql("select id, state from app.effects order by id");
    expect(await call("requeue_dead", { ids: [1, 2, 3] })).toEqual({ requeued: 0 });
    await sql("update app.effects set state = 'dead'");
    expect(await call("requeue_dead", {})).toEqual({ requeued: 0 });
    expect(await call("requeue_dead", { destination: "task" })).toEqual({ requeued: 0 });
    expect(await sql("select from app.effects where state = 'dead'")).toHaveLength(before.length);
  });

  test("what is queued again still keeps silent when a person has taken over", async () => {
    await conversationWith(["hello"]);
    const { id } = await claimEffect();
    await call("settle_effect", { id, attempt: 1, outcome: "dead", error: "131026" });
    await receive([message({ control: "human" })]);
    await call("requeue_dead", { ids: [id] });
    expect(await claimEffects()).toMatchObject({ effects: [], ruled_out: [{ id, reason: "silenced" }] });
  });

  describeStory();

  function describeStory() {
    test("a conversation is explained turn by turn, by its id or a phone number", async () => {
      const turn = await claimOne(message({ id: "wamid.a", text: "I live in Berlin", wa_id: "4915100000001" }));
      const fact = { field: "city", value: "Berlin", message_id: 1, quote: "in Berlin", confidence: 0.9 };
      await commit(turn, { effects: [textEffect("What is your name?")], facts: [fact] });
      const { id } = await claimEffect();
      await call("settle_effect", { id, attempt: 1, outcome: "sent", provider_id: "wamid.out" });
      await receive([status("delivered", { provider_id: "wamid.out" }), message({ text: "Alice" })]);
      const story = await call("explain", { conversation: 1 });
      expect(await call("explain", { wa_id: "4915100000001" })).toEqual(story);
      expect(story.conversation).toMatchObject({ id: 1, mode: "bot", opted_out_at: null, chatwoot: null, failures: 0 });
      const [answered, waiting, ...more] = story.turns;
      expect(more).toEqual([]);
      expect(answered).toMatchObject({
        turn_id: 1,
        silenced: false,
        turn_ms: anything,
        decision: { engine: "test" },
        messages: [{ id: 1, text: "I live in Berlin", received_at: anything, wait_ms: anything }],
        facts: [{ field: "city", value: "Berlin", message: 1, quote: "in Berlin", superseded: false }],
        effects: [{ id, text: "What is your name?", state: "sent", attempts: 1, delivery: "delivered" }],
      });
      const [effect] = answered?.effects ?? [];
      for (const ms of [effect?.queue_ms, effect?.send_ms, effect?.delivery_ms]) expect(ms).toBeGreaterThanOrEqual(0);
      expect(waiting).toMatchObject({
        turn_id: null,
        decision: null,
        facts: [],
        messages: [{ text: "Alice", wait_ms: null }],
      });
      expect(waiting?.effects.map(({ kind }) => kind)).toEqual(["incoming", "outgoing", "incoming", "delivery"]);
    });

    test("each turn has its own effects and facts, also when another conversation has the like", async () => {
      for (const wa_id of ["4915100000001", "4915100000002"]) {
        for (const name of ["one", "two"]) {
          const turn = await claimOne(message({ wa_id, text: name }));
          const message_id = first(turn.messages).id;
          const fact = { field: "city", value: name, message_id, quote: name, confidence: 1 };
          await commit(turn, { effects: [textEffect(`${name} of ${wa_id}`)], facts: [fact] });
        }
      }
      const { turns } = await call("explain", { wa_id: "4915100000002" });
      expect(turns.filter(({ turn_id }) => turn_id !== null)).toMatchObject([
        { facts: [{ value: "one", superseded: true }], effects: [{ text: "one of 4915100000002" }] },
        { facts: [{ value: "two", superseded: false }], effects: [{ text: "two of 4915100000002" }] },
      ]);
    });

    test("what took longer than an integer can say is explained all the same", async () => {
      await receive([message()]);
      await sql("update app.events set received_at = now() - interval '100 days'");
      await commit(await claimOne());
      const { turns } = await call("explain", { conversation: 1 });
      expect(turns[0]?.messages[0]?.wait_ms).toBeGreaterThan(99 * 86_400_000);
    });

    test("a message whose event is gone is explained without its times", async () => {
      await commit(await claimOne(message()));
      await sql("delete from app.events");
      const { turns } = await call("explain", { conversation: 1 });
      expect(turns[0]?.messages).toMatchObject([{ received_at: null, wait_ms: null }]);
    });

    test("what a recruiter did belongs to no turn", async () => {
      await commit(await claimOne(message()));
      await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
      await call("receive_recruiter_event", recruiterEvent({ type: "reply", messageId: 900, text: "Come on Monday" }));
      const { conversation, turns } = await call("explain", { conversation: 1 });
      expect(conversation).toMatchObject({ mode: "human", chatwoot: 7 });
      const effects = turns.find(({ turn_id }) => turn_id === null)?.effects ?? [];
      expect(effects).toContainEqual(
        expect.objectContaining({ origin: "human", text: "Come on Monday", state: "queued" }),
      );
    });

    test.each([{ conversation: 99 }, { wa_id: "4915199999999" }, {}])("nobody knows %j", async (name) => {
      await receive([message()]);
      expect(await call("explain", name)).toEqual({ conversation: null, turns: [] });
    });
  }
});

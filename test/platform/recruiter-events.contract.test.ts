import { expect, test } from "vitest";
import { commitArgs, describeContract, first, keyOf, message, recruiterEvent, textEffect } from "./contract.ts";

const chatwoot = 7;
const reply = (text: string, messageId = 900) => ({ type: "reply", messageId, text });
const statusAt = (status: string, second: number) => ({
  type: "status",
  status,
  at: `2026-11-20T10:00:${String(second).padStart(2, "0")}.250Z`,
});

describeContract("what a recruiter does in Chatwoot", (world) => {
  const { sql, call, receive, claimOne, commit, claimEffect, claimEffects, sendAll, elsewhere, untilBlocked } = world;
  const act = (...given: Parameters<typeof recruiterEvent>) =>
    call("receive_recruiter_event", recruiterEvent(...given)).then(({ outcome }) => outcome);
  const mode = async () => first(await sql<{ mode: string }>("select mode from app.conversations order by id")).mode;
  const link = (conversation: number, chatwoot_conversation: number | null) =>
    call("link_chatwoot", { conversation, contact: chatwoot_conversation, chatwoot_conversation });
  const effects = (destination: "whatsapp" | "chatwoot") =>
    sql<{ origin: string; kind: string; state: string; body: Record<string, unknown> }>(
      "select origin, kind, state, body from app.effects where destination = $1 and kind <> 'incoming' order by id",
      [destination],
    );
  const events = () => sql<{ kind: string; parked: boolean }>("select kind, parked from app.events order by id");

  /** A conversation that Chatwoot knows as number 7, with these answers of the bot in the outbox. */
  async function linked(...texts: string[]): Promise<number> {
    const conversation = await world.conversationWith(texts);
    await link(conversation, chatwoot);
    return conversation;
  }

  test("a reply takes over, silences the bot and leaves for WhatsApp after what is on its way", async () => {
    await linked("leaving", "bot");
    await claimEffect();
    expect(await act(reply("hello, I am Rosa", 901))).toBe("stored");
    expect(await mode()).toBe("human");
    const body = { text: "hello, I am Rosa", message: 901 };
    expect(await effects("whatsapp")).toEqual([
      { origin: "bot", kind: "text", state: "sending", body: { text: "leaving" } },
      { origin: "bot", kind: "text", state: "cancelled", body: { text: "bot" } },
      { origin: "human", kind: "text", state: "queued", body },
    ]);
    expect((await claimEffects()).effects).toEqual([]);
    await sql("update app.effects set state = 'sent' where state = 'sending'");
    expect(await claimEffect()).toMatchObject({ destination: "whatsapp", kind: "text", body });
    expect((await claimOne(message())).recent.at(-1)).toMatchObject({ from: "human", text: "hello, I am Rosa" });
  });

  test("a reply spares what neither the bot nor WhatsApp was to say, and every other conversation", async () => {
    const turn = await claimOne(message({ wa_id: "49151000001" }));
    const note = { destination: "chatwoot" as const, origin: "control" as const, kind: "note", body: { text: "note" } };
    await commit(turn, { effects: [textEffect("stopped", "control"), note] });
    await link(turn.conversation, chatwoot);
    await world.conversationWith(["other"], "49151000002");
    await act(reply("hello"));
    expect(await sql("select from app.effects where state = 'cancelled'")).toEqual([]);
    expect(await sql("select from app.conversations where mode = 'bot'")).toHaveLength(1);
  });

  test("a reply moves the conversation into the recruiters' queue, unless it stands there already", async () => {
    await linked();
    await act(reply("one"));
    expect(await effects("chatwoot")).toEqual([{ origin: "control", kind: "open", state: "queued", body: {} }]);
    await act(statusAt("open", 1));
    await act(reply("two"));
    expect(await effects("chatwoot")).toHaveLength(1);
    await act(statusAt("snoozed", 2));
    await act(reply("three"));
    expect(await effects("chatwoot")).toHaveLength(2);
    expect((await sendAll("whatsapp")).map(({ body }) => body["text"])).toEqual(["one", "two", "three"]);
  });

  test("a reply that is not text takes over too, and its writer is told that it was not sent", async () => {
    await linked("bot");
    expect(await act({ type: "unsendable", messageId: 902 })).toBe("stored");
    expect(await mode()).toBe("human");
    expect(await effects("whatsapp")).toMatchObject([{ origin: "bot", state: "cancelled" }]);
    const [incoming, ...sent] = await sendAll("chatwoot");
    expect(incoming).toMatchObject({ kind: "incoming" });
    expect(sent.map(({ kind, body }) => [kind, body])).toEqual([
      ["delivery", { message: 902, status: "failed", error: "not_text" }],
      ["note", { text: "text only" }],
      ["open", {}],
    ]);
  });

  test.each([
    ["open", "human", "cancelled"],
    ["snoozed", "human", "cancelled"],
    ["pending", "bot", "queued"],
    ["resolved", "bot", "queued"],
  ])(
    "a conversation that becomes %s is the %s's, and what the bot has queued is %s",
    async (status, expected, state) => {
      await linked("bot");
      expect(await act(statusAt(status, 1))).toBe("stored");
      expect(await mode()).toBe(expected);
      expect(await effects("whatsapp")).toMatchObject([{ state }]);
      expect(await effects("chatwoot")).toEqual([]);
    },
  );

  test.each([
    [["open", "pending"], "bot"],
    [["open", "resolved"], "bot"],
    [["snoozed", "resolved"], "bot"],
    [["open", "snoozed", "pending"], "bot"],
    [["open", "resolved", "pending"], "bot"],
    [["open", "resolved", "open"], "human"],
    [["pending", "pending"], "human"],
    // The webhook of "open" may have been lost: whoever resolves has had it.
    [["pending", "resolved"], "bot"],
    [["resolved"], "bot"],
  ])("somebody who has asked for a human, and then %j in Chatwoot, is with the %s", async (statuses, expected) => {
    const { conversation } = await claimOne(message({ control: "human" }));
    await link(conversation, chatwoot);
    for (const [n, status] of statuses.entries()) await act(statusAt(status, n));
    expect(await mode()).toBe(expected);
  });

  // Chatwoot moves a resolved conversation to pending when the candidate writes: that gives nothing back.
  test("whoever asks for a human in a resolved conversation keeps that when it becomes pending by this message", async () => {
    await linked();
    await act(statusAt("open", 1));
    await act(statusAt("resolved", 2));
    await receive([message({ control: "human" })]);
    await act(statusAt("pending", 3));
    expect(await mode()).toBe("human");
  });

  test("a conversation that was given back is answered by the bot again", async () => {
    await linked();
    await act(reply("hello"));
    await act(statusAt("open", 1));
    await act(statusAt("resolved", 2));
    const turn = await claimOne(message());
    expect(turn.mode).toBe("bot");
    expect(await commit(turn, { effects: [textEffect("bot")] })).toEqual({ outcome: "committed" });
  });

  test("the move into the recruiters' queue is dropped when they have given the conversation back meanwhile", async () => {
    await linked();
    await act(statusAt("pending", 1));
    await act(reply("hello"));
    await act(statusAt("resolved", 2));
    expect((await sendAll("chatwoot")).map(({ kind }) => kind)).not.toContain("open");
    expect(await effects("chatwoot")).toMatchObject([{ kind: "open", state: "cancelled" }]);
  });

  test("a turn that was going to leave the answer to a person looks again when the bot is given the conversation", async () => {
    await linked();
    await act(statusAt("open", 1));
    const quiet = await claimOne(message());
    expect(quiet.mode).toBe("human");
    await act(statusAt("pending", 2));
    expect(await commit(quiet)).toMatchObject({ outcome: "stale", turn: { mode: "bot", messages: [{}] } });
  });

  test("a status that another has overtaken changes nothing", async () => {
    await linked();
    await act(statusAt("open", 1));
    await act(statusAt("resolved", 3));
    expect(await act(statusAt("open", 2))).toBe("stored");
    expect(await mode()).toBe("bot");
    expect(await sql("select chatwoot_status from app.conversations")).toEqual([{ chatwoot_status: "resolved" }]);
    await act(statusAt("open", 4));
    expect(await mode()).toBe("human");
  });

  test("what comes again is a duplicate and done once, also when it comes many times at once", async () => {
    await linked();
    const key = keyOf("once");
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => act(reply("once"), { key })));
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => "duplicate"), "stored"]);
    expect(await act(reply("changed"), { key })).toBe("duplicate");
    expect(await effects("whatsapp")).toMatchObject([{ body: { text: "once" } }]);
  });

  test("what is not understood is parked, once", async () => {
    await linked("bot");
    const given = { key: keyOf("unknown"), kind: "chatwoot.unknown" };
    expect(await act(null, given)).toBe("parked");
    expect(await act(null, given)).toBe("duplicate");
    expect((await events()).at(-1)).toEqual({ kind: "chatwoot.unknown", parked: true });
    expect(await mode()).toBe("bot");
    expect(await effects("whatsapp")).toMatchObject([{ state: "queued" }]);
  });

  test.each([
    ["nobody's", { conversation: 8, source_id: "4900" }],
    ["nobody's, without a name", { conversation: 8, source_id: null }],
    // Chatwoot has more than one conversation with this person: only the mirrored one is ours.
  ])("what happens in a conversation that is %s is parked", async (_title, given) => {
    await linked("bot");
    expect(await act(reply("hello"), given)).toBe("parked");
    expect((await events()).at(-1)).toEqual({ kind: "chatwoot.test", parked: true });
    expect(await mode()).toBe("bot");
    expect(await effects("whatsapp")).toMatchObject([{ state: "queued" }]);
  });

  test("a reply whose file stays behind leaves, and the recruiters are told", async () => {
    await linked("bot");
    expect(await act({ type: "reply", messageId: 6, text: "the contract", incomplete: true })).toBe("stored");
    expect((await effects("chatwoot")).map(({ kind }) => kind)).toContain("note");
    expect((await effects("whatsapp")).at(-1)).toMatchObject({ state: "queued" });
  });

  test("a reply in another conversation of a person we know counts there too, its status does not", async () => {
    await linked("bot");
    const other = { conversation: 8, source_id: "4915100000001" };
    expect(await act(statusAt("open", 1), other)).toBe("parked");
    expect(await mode()).toBe("bot");
    expect(await act(reply("hello"), other)).toBe("stored");
    expect(await mode()).toBe("human");
  });

  test.each([
    ["number", "4915100000001"],
    ["BSUID", "DE.alice"],
  ])("a reply that is quicker than our note of the conversation finds it by the %s", async (_title, source_id) => {
    const { conversation } = await claimOne(message({ wa_id: "4915100000001", bsuid: "DE.alice" }));
    await receive([message({ wa_id: "4915100000002" })]);
    expect(await act(reply("hello"), { source_id })).toBe("stored");
    expect(await act(statusAt("open", 1), { source_id })).toBe("stored");
    expect(await claimEffect()).toMatchObject({ conversation, body: { text: "hello" }, recipient: "4915100000001" });
    expect(await sql("select id from app.conversations where mode = 'human'")).toEqual([{ id: String(conversation) }]);
    expect(await sql("select from app.events where parked")).toEqual([]);
  });

  test("our note of the conversation wins over the name", async () => {
    const conversation = await linked();
    await receive([message({ wa_id: "4915100000002" })]);
    await act(reply("hello"), { source_id: "4915100000002" });
    expect(await claimEffect()).toMatchObject({ conversation });
  });

  test("our note can be made, forgotten and made again", async () => {
    const conversation = await linked();
    expect(await link(conversation, null)).toEqual({ linked: true });
    expect(await act(reply("hello"))).toBe("parked");
    expect(await claimEffect("chatwoot")).toMatchObject({ chatwoot: { contact: null, conversation: null } });
    expect(await link(conversation, chatwoot)).toEqual({ linked: true });
    expect(await act(reply("hello"))).toBe("stored");
    expect(await link(999, chatwoot)).toEqual({ linked: false });
  });

  test("a reply that comes while a turn is being committed waits, and takes back what the turn wanted to say", async () => {
    const turn = await claimOne(message());
    await link(turn.conversation, chatwoot);
    await elsewhere(async (client) => {
      await client.query("select public.complete_turn($1)", [commitArgs(turn, { effects: [textEffect("bot")] })]);
      const replied = act(reply("human"));
      await untilBlocked();
      await client.query("commit");
      expect(await replied).toBe("stored");
    });
    expect(await effects("whatsapp")).toMatchObject([
      { body: { text: "bot" }, state: "cancelled" },
      { body: { text: "human" }, state: "queued" },
    ]);
  });

  test("a turn that is committed while a reply is being stored waits and is silenced", async () => {
    const turn = await claimOne(message());
    await link(turn.conversation, chatwoot);
    await elsewhere(async (client) => {
      await client.query("select public.receive_recruiter_event($1)", [recruiterEvent(reply("human"))]);
      const outcome = commit(turn, { effects: [textEffect("bot"), textEffect("control", "control")] });
      await untilBlocked();
      await client.query("commit");
      expect(await outcome).toEqual({ outcome: "silenced" });
    });
    expect(await effects("whatsapp")).toMatchObject([
      { body: { text: "human" }, state: "queued" },
      { body: { text: "bot" }, state: "cancelled" },
      { body: { text: "control" }, state: "queued" },
    ]);
  });

  test("replies, turns, messages, claims and statuses of the same people at once all succeed, and no bot speaks after", async () => {
    const people = Array.from({ length: 8 }, (_, n) => String(4_915_100_000_000 + n));
    await receive(people.map((wa_id) => message({ wa_id })));
    const { turns } = await world.claim();
    await Promise.all(turns.map(({ conversation }) => link(conversation, 100 + conversation)));
    await Promise.all([
      ...turns.map((turn) => commit(turn, { force: true, effects: [textEffect("bot"), textEffect("bot")] })),
      ...turns.map((turn) => act(reply("human"), { conversation: 100 + turn.conversation })),
      ...turns.map((turn) => act(statusAt("open", 1), { conversation: 100 + turn.conversation })),
      receive(people.map((wa_id) => message({ wa_id, control: "stop" })).reverse()),
      claimEffects(3),
      claimEffects(3, "chatwoot"),
    ]);
    expect(await sql("select from app.effects where origin = 'bot' and state = 'queued'")).toEqual([]);
    expect(await sql("select from app.effects where origin = 'human'")).toHaveLength(people.length);
    expect(await sql("select from app.conversations where mode = 'human'")).toHaveLength(people.length);
  });
});

import { expect, test } from "vitest";
import { commitArgs, describeContract, first, message, receiveArgs, status, textEffect } from "./contract.ts";

describeContract("control words", (world) => {
  const { sql, call, receive, claim, claimOne, commit, claimEffect, claimEffects, conversationWith } = world;
  const conversation = async () =>
    first(
      await sql<{ mode: string; opted_out: boolean; delete_asked: boolean }>(
        `select mode, opted_out_at is not null as opted_out, delete_asked_at is not null as delete_asked
           from app.conversations order by id`,
      ),
    );
  const controls = async () =>
    (await sql<{ control: string | null }>("select control from app.messages order by id")).map((row) => row.control);
  /** What was to be said, apart from the mirror of what the candidate wrote. */
  const effects = async () =>
    (
      await sql<{ text: string; state: string }>(
        "select body ->> 'text' as text, state from app.effects where kind <> 'incoming' order by id",
      )
    ).map(({ text, state }) => [text, state]);
  const atRest = { mode: "bot", opted_out: false, delete_asked: false };

  test.each([
    ["stop", { ...atRest, opted_out: true }],
    ["human", { ...atRest, mode: "human" }],
    ["delete", { ...atRest, delete_asked: true }],
    ["export", atRest],
    ["why", atRest],
  ] as const)("%s works at once and reaches the turn that answers it", async (control, expected) => {
    await receive([message({ control })], { quiet_ms: 60_000, ceiling_ms: 60_000 });
    expect(await conversation()).toEqual(expected);
    await sql("update app.conversations set due_at = now()");
    const turn = await claimOne();
    expect(turn.messages).toMatchObject([{ control }]);
    expect(turn).toMatchObject({ mode: expected.mode, opted_out: expected.opted_out });
  });

  test("START is one only after STOP, and the bot may speak again", async () => {
    await receive([message({ control: "start" })]);
    await receive([message({ control: "stop" })]);
    await receive([message({ control: "start" })]);
    expect(await controls()).toEqual([null, "stop", "start"]);
    expect(await conversation()).toEqual(atRest);
    expect(await commit(await claimOne(), { effects: [textEffect("welcome back")] })).toEqual({ outcome: "committed" });
    expect((await claimEffect()).body).toEqual({ text: "welcome back" });
  });

  test("a second STOP changes nothing: it is an ordinary message, and the time of the first stays", async () => {
    await receive([message({ control: "stop" })]);
    const optedOutAt = () => sql("select opted_out_at from app.conversations");
    const since = await optedOutAt();
    await receive([message({ control: "stop" })]);
    expect(await controls()).toEqual(["stop", null]);
    expect(await optedOutAt()).toEqual(since);
  });

  test.each([
    [["stop", "start"], ["stop", "start"], false],
    [["start", "stop"], [null, "stop"], true],
    [["stop", "stop"], ["stop", null], true],
    [["stop", "start", "stop"], ["stop", "start", "stop"], true],
    [["stop", "start", "start"], ["stop", "start", null], false],
  ] as const)("%j in one batch work in the order in which they came", async (given, expected, optedOut) => {
    await receive(given.map((control) => message({ control })));
    expect(await controls()).toEqual(expected);
    expect((await conversation()).opted_out).toBe(optedOut);
  });

  test("the same STOP told again after START does not opt out again", async () => {
    const stop = message({ control: "stop" });
    await receive([stop]);
    await receive([message({ control: "start" })]);
    expect((await receive([stop])).duplicates).toEqual([stop.key]);
    expect((await conversation()).opted_out).toBe(false);
  });

  test("the words of one person mean nothing for another", async () => {
    await conversationWith(["queued"], "49151000001");
    await receive([message({ wa_id: "49151000002", control: "stop" })]);
    expect(await conversation()).toEqual(atRest);
    expect(await effects()).toEqual([["queued", "queued"]]);
  });

  test.each([
    ["stop", "cancelled"],
    ["human", "cancelled"],
    ["delete", "queued"],
    ["start", "queued"],
    ["export", "queued"],
    ["why", "queued"],
  ] as const)(
    "after %s what the bot has not begun to send is %s, and nothing else is touched",
    async (control, state) => {
      const turn = await claimOne(message());
      const note = {
        destination: "chatwoot" as const,
        origin: "control" as const,
        kind: "note",
        body: { text: "note" },
      };
      await commit(turn, {
        effects: [
          textEffect("leaving"),
          textEffect("bot"),
          textEffect("control", "control"),
          textEffect("human", "human"),
          note,
        ],
      });
      expect((await claimEffect()).body).toEqual({ text: "leaving" });
      await receive([message({ control })]);
      expect(await effects()).toEqual([
        ["leaving", "sending"],
        ["bot", state],
        ["control", "queued"],
        ["human", "queued"],
        ["note", "queued"],
      ]);
    },
  );

  /** The question whether to delete has been asked. */
  const answered = () => sql("update app.messages set turn_id = 0 where control = 'delete'");

  test("a second DELETE within an hour confirms, and a later one asks again", async () => {
    await conversationWith(["queued"]);
    await receive([message({ control: "delete" })]);
    await answered();
    await sql("update app.conversations set delete_asked_at = delete_asked_at - interval '61 minutes'");
    await receive([message({ control: "delete" })]);
    await answered();
    expect(await conversation()).toEqual({ ...atRest, delete_asked: true });
    expect(await effects()).toEqual([["queued", "queued"]]);
    await sql("update app.conversations set delete_asked_at = delete_asked_at - interval '59 minutes'");
    await receive([message({ control: "delete" })]);
    expect(await conversation()).toEqual({ mode: "human", opted_out: true, delete_asked: false });
    expect(await effects()).toEqual([["queued", "cancelled"]]);
    await receive([message({ control: "delete" })]);
    expect(await controls()).toEqual([null, "delete", "delete", "delete_confirmed", "delete"]);
    expect((await claimOne()).messages.map(({ control }) => control)).toEqual(["delete_confirmed", "delete"]);
  });

  test("a DELETE that is written twice before its question was asked confirms nothing", async () => {
    await receive([message({ control: "delete" }), message({ control: "delete" })]);
    expect(await controls()).toEqual(["delete", "delete"]);
    expect(await conversation()).toEqual({ ...atRest, delete_asked: true });
  });

  test("HUMAN to somebody whom a human answers already changes nothing: it is an ordinary message", async () => {
    await receive([message({ control: "human" })]);
    await receive([message({ control: "human" })]);
    expect(await controls()).toEqual(["human", null]);
  });

  test("a confirmed deletion keeps the time of an earlier STOP", async () => {
    await receive([message({ control: "stop" })]);
    const [stopped] = await sql("select opted_out_at from app.conversations");
    await receive([message({ control: "delete" })]);
    await answered();
    await receive([message({ control: "delete" })]);
    expect(await controls()).toEqual(["stop", "delete", "delete_confirmed"]);
    expect(await sql("select opted_out_at from app.conversations")).toEqual([stopped]);
  });

  test("they work for somebody whom a human has taken over, and are answered beside the human", async () => {
    await receive([message()]);
    await sql("update app.conversations set mode = 'human'");
    await receive([message({ control: "stop" })]);
    expect(await conversation()).toEqual({ mode: "human", opted_out: true, delete_asked: false });
    const turn = await claimOne();
    expect(turn.messages.map(({ control }) => control)).toEqual([null, "stop"]);
    const given = { effects: [textEffect("bot"), textEffect("stopped", "control")] };
    expect(await commit(turn, given)).toEqual({ outcome: "silenced" });
    expect((await claimEffect()).body).toEqual({ text: "stopped" });
    await receive([message({ control: "start" }), message({ control: "delete" })]);
    await answered();
    await receive([message({ control: "delete" })]);
    expect(await controls()).toEqual([null, "stop", "start", "delete", "delete_confirmed"]);
    expect(await conversation()).toEqual({ mode: "human", opted_out: true, delete_asked: false });
  });

  test("a STOP during a turn makes it stale, then silences it: only the answer to STOP leaves", async () => {
    const turn = await claimOne(message({ text: "hello" }));
    await receive([message({ control: "stop" })]);
    const answer = await commit(turn, { effects: [textEffect("too late")] });
    if (answer.outcome !== "stale") throw new Error(answer.outcome);
    expect(answer.turn).toMatchObject({ opted_out: true, messages: [{ control: null }, { control: "stop" }] });
    const given = { effects: [textEffect("bot"), textEffect("stopped", "control")] };
    expect(await commit(answer.turn, given)).toEqual({ outcome: "silenced" });
    expect(await effects()).toEqual([
      ["bot", "cancelled"],
      ["stopped", "queued"],
    ]);
    expect((await claimEffect()).body).toEqual({ text: "stopped" });
  });

  test.each([
    ["START", "start", "stop", true],
    ["STOP", "stop", "start", false],
  ] as const)("an old %s that comes late does not undo the newer word", async (_word, old, newer, optedOut) => {
    const at = (minute: number) => `2026-11-20T10:${minute}:00Z`;
    await receive([message({ control: "stop", sent_at: at(10) })]);
    if (newer === "start") await receive([message({ control: "start", sent_at: at(30) })]);
    await receive([message({ control: old, text: "late", sent_at: at(20 - (newer === "stop" ? 15 : 0)) })]);
    expect(await sql("select opted_out_at is not null as out from app.conversations")).toEqual([{ out: optedOut }]);
    expect(await sql("select control from app.messages where text = 'late'")).toEqual([{ control: null }]);
  });

  test("whoever asked for a person or an export before STOP still gets it, whichever comes first", async () => {
    await receive([message({ control: "stop", sent_at: "2026-11-20T10:30:00Z" })]);
    await receive([message({ control: "human", sent_at: "2026-11-20T10:29:00Z" })]);
    await receive([message({ control: "export", sent_at: "2026-11-20T10:28:00Z" })]);
    expect(await sql("select control from app.messages order by id")).toEqual([
      { control: "stop" },
      { control: "human" },
      { control: "export" },
    ]);
  });

  test("a STOP that later words have overtaken counts all the same", async () => {
    await receive([message({ sent_at: "2026-11-20T10:30:00Z" })]);
    await receive([message({ control: "stop", sent_at: "2026-11-20T10:10:00Z" })]);
    expect(await sql("select opted_out_at is not null as out from app.conversations")).toEqual([{ out: true }]);
  });

  test("a turn that is forced past a STOP says nothing, and the STOP is answered by the next", async () => {
    const turn = await claimOne(message());
    await receive([message({ control: "stop" })]);
    expect(await commit(turn, { force: true, effects: [textEffect("bot")] })).toEqual({
      outcome: "silenced",
      more: true,
    });
    const next = await claimOne();
    expect(next.messages).toMatchObject([{ control: "stop" }]);
    await commit(next, { effects: [textEffect("stopped", "control")] });
    expect(await effects()).toEqual([
      ["bot", "cancelled"],
      ["stopped", "queued"],
    ]);
  });

  test("a STOP that comes while a turn is being committed waits, and takes back what the turn wanted to say", async () => {
    const turn = await claimOne(message());
    await world.elsewhere(async (client) => {
      const given = { effects: [textEffect("bot"), textEffect("control", "control")] };
      await client.query("select public.complete_turn($1)", [commitArgs(turn, given)]);
      const stopped = receive([message({ control: "stop" })]);
      await world.untilBlocked();
      await client.query("commit");
      await stopped;
    });
    expect(await effects()).toEqual([
      ["bot", "cancelled"],
      ["control", "queued"],
    ]);
  });

  // Whoever writes statuses holds effects of many people by id; a STOP that waited for one of them could deadlock.
  test("a STOP does not wait for a status of what it takes back, which is not sent again all the same", async () => {
    await conversationWith(["bot"]);
    const { id, attempt } = await claimEffect();
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0, error: "500" });
    await world.elsewhere(async (client) => {
      const failed = status("failed", { callback: `effect:${id}`, error_code: "1" });
      await client.query("select public.receive_events($1)", [receiveArgs([failed])]);
      expect((await receive([message({ control: "stop" })])).woken).toBe(1);
      await client.query("commit");
    });
    expect((await claimEffects()).effects).toEqual([]);
    expect(first(await effects())).toEqual(["bot", "cancelled"]);
  });

  test("people who write control words in opposite order in batches at once all get what they asked for", async () => {
    const people = Array.from({ length: 20 }, (_, n) => String(4_915_100_000_000 + n));
    for (const waId of people) await conversationWith(["one", "two"], waId);
    const batch = () => people.map((wa_id) => message({ wa_id, control: "stop" }));
    await Promise.all([receive(batch()), receive(batch().reverse()), receive(batch()), receive(batch().reverse())]);
    expect((await controls()).filter((control) => control === "stop")).toHaveLength(people.length);
    expect(await sql("select from app.effects where kind = 'text' and state = 'cancelled'")).toHaveLength(40);
    expect((await claim({ limit: 50 })).turns.filter(({ opted_out }) => opted_out)).toHaveLength(people.length);
  });
});

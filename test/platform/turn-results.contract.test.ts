import { expect, test } from "vitest";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { describeContract, first, message, textEffect } from "./contract.ts";

describeContract("what a turn leaves behind", (world) => {
  const { sql, receive, claim, claimOne, commit, claimEffect, claimEffects } = world;
  const factOf = (turn: TurnInput, field: string, value: unknown) => ({
    field,
    value,
    message_id: first(turn.messages).id,
    quote: "words",
    confidence: 0.5,
  });

  /** Learns these values of one field, each in a turn of its own, and returns what is kept, the current one last. */
  async function learn(...values: unknown[]): Promise<unknown[]> {
    for (const value of values) {
      const turn = await claimOne(message());
      expect(await commit(turn, { facts: [factOf(turn, "field", value)] })).toEqual({ outcome: "committed" });
    }
    const kept = await sql<{ value: unknown; current: boolean }>(
      "select value, superseded_by is null as current from app.profile_facts order by id",
    );
    expect(kept.map(({ current }) => current)).toEqual(kept.map((_, n) => n === kept.length - 1));
    const { facts } = await claimOne(message());
    expect(facts.map(({ value }) => value)).toEqual([kept.at(-1)?.value]);
    return kept.map(({ value }) => value);
  }

  test.each([
    ["words", "Berlin"],
    ["words that look like JSON", '{"a": [1]}'],
    ["empty words", ""],
    ["a number", 2.5],
    ["zero", 0],
    ["yes", true],
    ["no", false],
    ["a list", ["waiter", "cook"]],
    ["an empty list", []],
    [
      "a list of objects",
      [
        { code: "de", level: "B2" },
        { code: "en", level: null },
      ],
    ],
    ["an object", { amount: 14.5, currency: "EUR", period: "hour" }],
    ["hostile words", ["😀 \u2028", "'; drop table app.turns; --", "\\u0041 %s $1"]],
  ])("a fact can be %s, and the same again adds nothing", async (_title, value) => {
    expect(await learn(value, value)).toEqual([value]);
  });

  test.each([
    ["another number", 2, 2.5],
    ["the number as words", 2, "2"],
    ["the other answer", true, false],
    ["another order", ["cook", "waiter"], ["waiter", "cook"]],
    ["one more of a list", ["cook"], ["cook", "waiter"]],
    ["another property", { amount: 14, period: "hour" }, { amount: 14, period: "day" }],
  ])("%s is another value and supersedes", async (_title, before, after) => {
    expect(await learn(before, after, before)).toEqual([before, after, before]);
  });

  test("what only is written in another way is the same value", async () => {
    expect(await learn({ amount: 14, period: "hour" }, { period: "hour", amount: 14 })).toHaveLength(1);
  });

  test("of two values for a field in one turn the second stays", async () => {
    const turn = await claimOne(message());
    await commit(turn, { facts: [factOf(turn, "city", "Berlin"), factOf(turn, "city", "Hamburg")] });
    expect((await claimOne(message())).facts).toMatchObject([{ field: "city", value: "Hamburg" }]);
  });

  test("a fact without a value undoes its turn", async () => {
    const turn = await claimOne(message());
    const facts = [factOf(turn, "city", "Berlin"), factOf(turn, "licences", null)];
    await expect(commit(turn, { facts })).rejects.toMatchObject({ name: "DatabaseError", code: "23502" });
    expect(await sql("select from app.profile_facts")).toEqual([]);
    expect(await commit(turn)).toEqual({ outcome: "committed" });
  });

  test("progress comes back with the next turn", async () => {
    const turn = await claimOne(message());
    expect(turn.progress).toEqual({ asked: {}, confirmed: false });
    const progress = { asked: { city: 2, "odd \" name'": 1 }, confirmed: true };
    await commit(turn, { progress });
    const next = await claimOne(message());
    expect(next.progress).toEqual(progress);
    await commit(next, { progress: { asked: {}, confirmed: false } });
    expect((await claimOne(message())).progress).toEqual({ asked: {}, confirmed: false });
  });

  test("progress of a turn that was dropped or became stale is not kept", async () => {
    const turn = await claimOne(message());
    await receive([message()]);
    const answer = await commit(turn, { progress: { asked: { city: 1 }, confirmed: true } });
    if (answer.outcome !== "stale") throw new Error(answer.outcome);
    expect(answer.turn.progress).toEqual({ asked: {}, confirmed: false });
    await commit({ ...turn, fence: 99 }, { progress: { asked: { city: 1 }, confirmed: true }, hand_off: true });
    await commit(answer.turn);
    expect(await claimOne(message())).toMatchObject({ mode: "bot", progress: { asked: {} } });
  });

  test("a turn that hands off says its last words, and the next one is with a human", async () => {
    const turn = await claimOne(message());
    const given = { hand_off: true, effects: [textEffect("a person goes on", "control")] };
    expect(await commit(turn, given)).toEqual({ outcome: "committed" });
    expect((await claimEffect()).body).toEqual({ text: "a person goes on" });
    const next = await claimOne(message());
    expect(next.mode).toBe("human");
    expect(await commit(next, { effects: [textEffect("bot")] })).toEqual({ outcome: "silenced" });
    // Not handing off is not giving back.
    expect((await claimOne(message())).mode).toBe("human");
  });

  test("a hand-off keeps what the bot said before from leaving after it", async () => {
    const turn = await claimOne(message());
    await commit(turn, { effects: [textEffect("bot")] });
    const next = await claimOne(message());
    await commit(next, { hand_off: true, effects: [textEffect("a person goes on", "control")] });
    expect((await claimEffects()).ruled_out).toMatchObject([{ reason: "silenced" }]);
    expect((await claimEffect()).body).toEqual({ text: "a person goes on" });
  });

  test("messages that a turn does not name wait for the next one, which is due at once", async () => {
    const texts = ["one", "two", "three"];
    const turn = await claimOne(...texts.map((text) => message({ text })));
    const [, two] = turn.messages;
    expect(await commit(turn, { message_ids: two === undefined ? [] : [two.id] })).toEqual({
      outcome: "committed",
      more: true,
    });
    const next = await claimOne();
    expect(next).toMatchObject({ fence: turn.fence + 1, gen: turn.gen, attempts: 1 });
    expect(next.messages.map(({ text }) => text)).toEqual(["one", "three"]);
    expect(next.recent.map(({ text }) => text)).toEqual(["two"]);
    await commit(next);
    expect((await claim()).turns).toEqual([]);
  });

  test("a forced turn leaves what it does not name and what came meanwhile to the time that the last message set", async () => {
    const turn = await claimOne(message({ text: "one" }), message({ text: "two" }));
    await receive([message({ text: "three" })], { quiet_ms: 60_000, ceiling_ms: 60_000 });
    await commit(turn, { force: true, message_ids: [first(turn.messages).id] });
    expect((await claim()).turns).toEqual([]);
    await sql("update app.conversations set due_at = now()");
    expect((await claimOne()).messages.map(({ text }) => text)).toEqual(["two", "three"]);
  });

  test("a message that is done stays with the turn that did it", async () => {
    const turn = await claimOne(message(), message());
    const ids = turn.messages.map(({ id }) => id);
    await commit(turn, { message_ids: ids.slice(0, 1) });
    await commit(await claimOne(), { message_ids: ids });
    expect(await sql("select turn_id from app.messages order by id")).toEqual([{ turn_id: "1" }, { turn_id: "2" }]);
  });

  test("the number that a person wrote from last, and the question that an answer asked, come with the turn", async () => {
    const bsuid = "DE.alice";
    await receive([message({ wa_id: "4915100000001", bsuid: "DE.bob" })]);
    await sql("update app.contact_aliases set created_at = now() - interval '2 days'");
    await receive([message({ wa_id: "4915100000002", bsuid })]);
    await sql("update app.contact_aliases set created_at = now() - interval '1 day' where value = '4915100000002'");
    await receive([message({ wa_id: "4915100000001", bsuid })]);
    const turn = first((await claim()).turns.filter(({ messages }) => messages.length === 2));
    expect(turn.contact.wa_id).toBe("4915100000001");
    const body = { text: "Where do you live?", asks: "city" };
    await commit(turn, { effects: [{ destination: "whatsapp", origin: "bot", kind: "text", body }] });
    const next = await claimOne(message({ bsuid }));
    expect(next.contact.wa_id).toBe("4915100000001");
    expect(next.recent.map(({ asks }) => asks)).toEqual(expect.arrayContaining(["city", null]));
  });
});

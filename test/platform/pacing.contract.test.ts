import { expect, test } from "vitest";
import { describeContract, first } from "./contract.ts";

const minute = 60_000;
const two = { pair_interval_ms: minute, pair_burst: 2 };

describeContract("pair rate and pauses", ({ sql, call, claimEffects, conversationWith }) => {
  async function sendNext(outcome: "sent" | "retry" = "sent"): Promise<unknown[]> {
    const { effects } = await claimEffects(10, "whatsapp", two);
    for (const { id, attempt } of effects) await call("settle_effect", { id, attempt, outcome, retry_ms: 0 });
    return effects.map(({ body }) => body["text"]);
  }

  test("a candidate gets a small burst, then one text per interval, in order", async () => {
    await conversationWith(["one", "two", "three", "four"]);
    expect(await sendNext()).toEqual(["one"]);
    expect(await sendNext()).toEqual(["two"]);
    const { effects, next_due_ms } = await claimEffects(10, "whatsapp", two);
    expect(effects).toEqual([]);
    expect(next_due_ms).toBeGreaterThanOrEqual(0);
    const later = await claimEffects(10, "whatsapp", two);
    expect(later.next_due_ms).toBeGreaterThan(minute / 2);
    expect(later.next_due_ms).toBeLessThanOrEqual(minute);

    await passes(minute);
    expect(await sendNext()).toEqual(["three"]);
    expect(await sendNext()).toEqual([]);
    await passes(minute);
    expect(await sendNext()).toEqual(["four"]);
  });

  test("one candidate's pace is not another's", async () => {
    await conversationWith(["one", "two", "three"], "49151000001");
    for (const text of ["one", "two"]) expect(await sendNext()).toEqual([text]);
    await conversationWith(["else"], "49151000002");
    expect(await sendNext()).toEqual(["else"]);
  });

  test("a repetition counts as well, and one that waits for its pace is not on its way", async () => {
    await conversationWith(["one", "two"]);
    expect(await sendNext("retry")).toEqual(["one"]);
    expect(await sendNext("retry")).toEqual(["one"]);
    expect(await sendNext()).toEqual([]);
    expect(await sql("select state from app.effects where destination = 'whatsapp' order by id")).toEqual([
      { state: "queued" },
      { state: "queued" },
    ]);
    await sql(
      "update app.effects set state = 'sending', next_at = now() - interval '1 s' where body ->> 'text' = 'one'",
    );
    expect(await sendNext()).toEqual([]);
    expect(await sql("select state, unknowns from app.effects where body ->> 'text' = 'one'")).toEqual([
      { state: "unknown", unknowns: 0 },
    ]);
  });

  test("a paused line hands out nothing until the pause is over, and the other goes on", async () => {
    await conversationWith(["one"], "49151000001");
    const { id, attempt } = first((await claimEffects()).effects);
    await conversationWith(["two"], "49151000002");
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 0, error: "130429", pause_ms: minute });

    const { effects, next_due_ms } = await claimEffects();
    expect(effects).toEqual([]);
    expect(next_due_ms).toBeGreaterThan(minute / 2);
    expect((await claimEffects(10, "chatwoot")).effects).toHaveLength(2);
    expect(await sql("select destination, reason from app.pauses")).toEqual([
      { destination: "whatsapp", reason: "130429" },
    ]);

    await sql("update app.pauses set until = now() - interval '1 s'");
    expect((await claimEffects()).effects).toHaveLength(2);
  });

  test("the longest pause counts, and who was replaced pauses nothing", async () => {
    await conversationWith(["one"], "49151000001");
    await conversationWith(["two"], "49151000002");
    const [one, other] = (await claimEffects()).effects;
    const pause = { outcome: "retry", retry_ms: 0, error: "130429" } as const;
    await call("settle_effect", { id: one?.id ?? 0, attempt: 2, ...pause, pause_ms: minute });
    expect(await sql("select from app.pauses")).toEqual([]);
    await call("settle_effect", { id: one?.id ?? 0, attempt: 1, ...pause, pause_ms: minute });
    await call("settle_effect", { id: other?.id ?? 0, attempt: 1, ...pause, pause_ms: 1 });
    expect(await sql("select from app.pauses where until > now() + interval '30 s'")).toHaveLength(1);
  });

  async function passes(ms: number): Promise<void> {
    await sql("update app.conversations set pair_until = pair_until - $1 * interval '1 ms'", [ms]);
    await sql("update app.effects set next_at = next_at - $1 * interval '1 ms'", [ms]);
  }
});

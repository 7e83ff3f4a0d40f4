import { expect, test } from "vitest";
import { describeContract, first, message } from "./contract.ts";

describeContract("tasks and schedules", ({ sql, call, receive, elsewhere, claimEffects }) => {
  const claim = (limit = 10) => call("claim_tasks", { limit, lease_ms: 60_000, max_tries: 3 });
  const add = (key: string, conversation: number | null = null) =>
    sql(
      `insert into app.effects (conversation_id, key, destination, origin, kind, body)
       values ($1, $2, 'task', 'control', 'replay', '{"event": 1}')`,
      [conversation, key],
    );
  const runOut = () => sql("update app.effects set next_at = now() - interval '1 ms' where state = 'sending'");

  test("tasks that belong to nobody are handed out side by side, each to one worker", async () => {
    for (const key of ["a", "b", "c"]) await add(key);
    const claims = await Promise.all([claim(2), claim(2), claim(2)]);
    const ids = claims.flatMap(({ effects }) => effects.map(({ id }) => id));
    expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(claims.flatMap(({ effects }) => effects)).toContainEqual({
      id: 1,
      attempt: 1,
      tries: 1,
      resend: false,
      conversation: null,
      destination: "task",
      kind: "replay",
      body: { event: 1 },
    });
    expect((await claim()).effects).toEqual([]);
    expect((await claimEffects()).effects).toEqual([]);
  });

  test("tasks of one conversation are handed out one after the other", async () => {
    await receive([message()]);
    await add("a", 1);
    await add("b", 1);
    const { id, attempt } = first((await claim()).effects);
    expect((await claim()).effects).toEqual([]);
    await call("settle_effect", { id, attempt, outcome: "sent" });
    expect((await claim()).effects).toHaveLength(1);
  });

  test("a task whose worker died comes back when its lease is over, and is given up after some tries", async () => {
    await add("a");
    const { attempt } = first((await claim()).effects);
    await runOut();
    expect(first((await claim()).effects)).toMatchObject({ attempt: attempt + 1, tries: 2 });
    expect(await call("settle_effect", { id: 1, attempt, outcome: "sent" })).toEqual({ settled: false });
    await runOut();
    expect((await claim()).effects).toMatchObject([{ tries: 3 }]);
    await runOut();
    const { effects, ruled_out } = await claim();
    expect(effects).toEqual([]);
    expect(ruled_out).toEqual([{ id: 1, kind: "replay", destination: "task", reason: "no_answer" }]);
    expect(await sql("select state, error from app.effects where id = 1")).toEqual([
      { state: "dead", error: "no_answer" },
    ]);
  });

  test("a schedule that is due becomes one task, not one for each worker, and none while the last is at work", async () => {
    await sql("update app.schedules set next_at = now() - interval '1 s'");
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.flatMap(({ effects }) => effects.map(({ kind }) => kind))).toEqual(["prune"]);
    expect(await sql("select kind from app.schedules where next_at > now() + interval '30 min'")).toEqual([
      { kind: "prune" },
    ]);
    await sql("update app.schedules set next_at = now() - interval '1 s'");
    expect((await claim()).effects).toEqual([]);
    await sql("update app.effects set state = 'sent'");
    await sql("update app.schedules set next_at = now() - interval '1 s'");
    await sql("update app.effects set key = 'earlier'"); // another second, another key
    expect((await claim()).effects).toMatchObject([{ kind: "prune", body: {} }]);
  });

  test("the next look is when the first schedule or task is due", async () => {
    const { next_due_ms } = await claim();
    expect(next_due_ms).toBeGreaterThan(0);
    await add("a");
    await sql("update app.effects set next_at = now() + interval '10 s'");
    expect((await claim()).next_due_ms).toBeLessThanOrEqual(10_000);
  });

  test("a task that somebody is writing to is skipped", async () => {
    await add("a");
    await elsewhere(async (client) => {
      await client.query("select from app.effects for update");
      expect((await claim()).effects).toEqual([]);
    });
    expect((await claim()).effects).toHaveLength(1);
  });
});

import { expect, test } from "vitest";
import { describeContract, first, message } from "./contract.ts";

describeContract("turns that fail", ({ sql, call, receive, claim, claimOne, commit }) => {
  const runOut = () => sql("update app.conversations set lease_until = now() - interval '1 ms'");

  test("failures in a row are counted, a stop is none, and a commit clears them", async () => {
    let turn = await claimOne(message());
    expect(turn.failures).toBe(0);
    for (const failed of [true, false, true]) {
      await call("release_turn", { conversation: turn.conversation, fence: turn.fence, retry_ms: 0, failed });
      turn = await claimOne();
    }
    expect(turn).toMatchObject({ failures: 2, attempts: 4 });
    await commit(turn);
    expect(await claimOne(message())).toMatchObject({ failures: 0, attempts: 1 });
  });

  test("a worker that vanishes with its turn counts as a failure: the turn may have killed it", async () => {
    await claimOne(message());
    await runOut();
    expect(await claimOne()).toMatchObject({ failures: 1, attempts: 2 });
  });

  test("conversations whose workers vanish again and again are told apart: one at a time, each at a time of its own", async () => {
    const people = ["49151000001", "49151000002", "49151000003"];
    await receive(people.map((wa_id) => message({ wa_id })));
    for (let n = 0; n < 3; n += 1) {
      expect((await claim()).turns).toHaveLength(3);
      await runOut();
    }
    expect((await claim()).turns).toEqual([]);
    expect(
      await sql(
        "select count(distinct due_at)::int as times, max(failures) from app.conversations where due_at > now()",
      ),
    ).toEqual([{ times: 3, max: 3 }]);

    await sql("update app.conversations set due_at = now()");
    await receive([message({ wa_id: "49151000009" })]);
    const { turns } = await claim();
    expect(turns.map(({ failures }) => failures).toSorted((a, b) => a - b)).toEqual([0, 3]);
    await commit(first(turns.filter(({ failures }) => failures === 3)));
    expect(await claimOne()).toMatchObject({ failures: 3 });
  });

  test("the fifth time is not waited for: somebody has to be told", async () => {
    await claimOne(message());
    await sql("update app.conversations set failures = 4");
    await runOut();
    expect(await claimOne()).toMatchObject({ failures: 5 });
  });

  test("the safety net wakes only what nobody would ever look at", async () => {
    const people = ["49151000001", "49151000002", "49151000003", "49151000004"];
    await receive(people.map((wa_id) => message({ wa_id })));
    const net = () => call("rescue_conversations", { older_than_ms: 10_000 });
    await sql("update app.events set received_at = now() - interval '1 min'");
    expect(await net()).toEqual({ rescued: 0 }); // due
    const { turns } = await claim();
    expect(await net()).toEqual({ rescued: 0 }); // claimed
    await commit(first(turns));
    expect(await net()).toEqual({ rescued: 0 }); // done
    await sql("update app.conversations set due_at = null, lease_until = null where id in (2, 3)");
    await sql(
      "update app.events set received_at = now() where id = (select event_id from app.messages where conversation_id = 3)",
    );
    expect(await net()).toEqual({ rescued: 1 }); // forgotten, and one that is too young to tell
    expect(await sql("select id from app.conversations where rescues = 1 and due_at <= now()")).toEqual([{ id: "2" }]);
    expect(await net()).toEqual({ rescued: 0 });
  });
});

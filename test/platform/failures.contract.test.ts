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

import { expect, test } from "vitest";
import { describeContract, first, message } from "./contract.ts";

describeContract("leases", ({ sql, call, receive, claim, claimOne, elsewhere }) => {
  const leased = () =>
    sql<{ id: string }>("select id from app.conversations where lease_until > now() + interval '300 s' order by id");

  test("the heartbeat extends what is held and names what is lost", async () => {
    const people = ["49151000001", "49151000002", "49151000003", "49151000004"];
    await receive(people.map((wa_id) => message({ wa_id })));
    const { turns } = await claim();
    await sql("update app.conversations set fence = fence + 1 where id = 2");
    await sql("update app.conversations set lease_until = null where id = 3");
    await sql("update app.conversations set lease_until = now() - interval '1 s' where id = 4");
    const leases = turns.map(({ conversation, fence }) => ({ conversation, fence }));
    const { lost } = await call("extend_leases", {
      lease_ms: 600_000,
      leases: [...leases, { conversation: 99, fence: 1 }],
    });
    expect(lost.toSorted((a, b) => a.conversation - b.conversation)).toEqual([
      { conversation: 2, fence: 1 },
      { conversation: 3, fence: 1 },
      { conversation: 99, fence: 1 },
    ]);
    expect(await leased()).toEqual([{ id: "1" }, { id: "4" }]);
  });

  test("a conversation that its owner is writing to is neither waited for nor lost", async () => {
    const { conversation, fence } = await claimOne(message());
    await elsewhere(async (client) => {
      await client.query("select from app.conversations for update");
      const beat = await call("extend_leases", { lease_ms: 600_000, leases: [{ conversation, fence }] });
      expect(beat).toEqual({ lost: [] });
    });
    expect(await leased()).toEqual([]);
  });

  test("a heartbeat without turns is fine", async () => {
    expect(await call("extend_leases", { lease_ms: 600_000, leases: [] })).toEqual({ lost: [] });
  });

  test("a turn that is given back is claimed again when its time has come, and counts its attempts", async () => {
    const { conversation, fence } = await claimOne(message());
    expect(await call("release_turn", { conversation, fence, retry_ms: 60_000, failed: false })).toEqual({
      released: true,
    });
    const { turns, next_due_ms } = await claim();
    expect(turns).toEqual([]);
    expect(next_due_ms).toBeGreaterThan(1_000);
    await sql("update app.conversations set due_at = now() - interval '1 s'");
    expect(await claimOne()).toMatchObject({ attempts: 2, fence: fence + 1, messages: [{}] });
  });

  test("a message wakes a conversation that waits for its next try", async () => {
    const { conversation, fence } = await claimOne(message());
    await call("release_turn", { conversation, fence, retry_ms: 60_000, failed: false });
    expect((await claimOne(message())).messages).toHaveLength(2);
  });

  test("who no longer holds a conversation cannot give it back", async () => {
    const old = await claimOne(message());
    await sql("update app.conversations set lease_until = now() - interval '1 ms'");
    const { conversation, fence } = first((await claim()).turns);
    expect(await call("release_turn", { conversation, fence: old.fence, retry_ms: 0, failed: false })).toEqual({
      released: false,
    });
    expect((await claim()).turns).toEqual([]);
    expect(await call("release_turn", { conversation, fence, retry_ms: 60_000, failed: false })).toEqual({
      released: true,
    });
    expect(await call("release_turn", { conversation, fence, retry_ms: 0, failed: false })).toEqual({
      released: false,
    });
    expect((await claim()).turns).toEqual([]);
  });
});

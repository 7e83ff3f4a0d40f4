import { expect, test } from "vitest";
import { createApplicants, texts } from "./applicants.ts";
import { describeContract, first, message, recruiterEvent, textEffect } from "./contract.ts";

describeContract("what a recruiter decides", (world) => {
  const { sql, call, receive, claimOne, commit, claimEffects, elsewhere, untilBlocked } = world;

  const { applicant, apply, decisionAt, decide, claimTasks } = createApplicants(world);

  /** The time for second thoughts goes by. */
  async function tell(): Promise<boolean[]> {
    await sql("update app.effects set next_at = now() where destination = 'task' and state = 'queued'");
    const told: boolean[] = [];
    for (const { id, attempt, kind, body } of (await claimTasks()).effects) {
      expect(kind).toBe("tell_decision");
      told.push(await tellOf(body));
      await call("settle_effect", { id, attempt, outcome: "sent" });
    }
    return told;
  }
  const tellOf = async (body: Record<string, unknown>) => {
    const { application, decided_at } = body;
    const args = { application: Number(application), decided_at: String(decided_at), texts };
    return (await call("tell_decision", args)).told;
  };
  async function send(): Promise<unknown[]> {
    return (await world.sendAll("whatsapp")).map(({ body }) => body["text"]);
  }
  const decisions = () =>
    sql<{ decision: string | null; decided_by: string | null }>(
      "select decision, decided_by from app.applications order by id",
    );
  const audit = () =>
    sql<Record<string, unknown>>(
      "select actor, action, application_id::int, conversation_id::int, detail from app.audit order by id",
    );

  test("a decision is kept, audited and told once, after the time to take it back", async () => {
    const conversation = await applicant();
    expect(await decide("proceed")).toBe("stored");
    expect(await decisions()).toEqual([{ decision: "proceed", decided_by: "chatwoot" }]);
    const about = { application_id: 1, conversation_id: conversation, detail: { old: null, new: "proceed" } };
    expect(await audit()).toEqual([{ actor: "chatwoot", action: "decision", ...about }]);
    const { effects, next_due_ms } = await claimTasks();
    expect(effects).toEqual([]);
    expect(next_due_ms).toBeLessThanOrEqual(60_000);
    expect(await tell()).toEqual([true]);
    expect(await send()).toEqual(["Yes: Waiter, Lisbon"]);
    expect(await tell()).toEqual([]);
  });

  test("without a time of its own a decision can be taken back for ten minutes", async () => {
    await applicant();
    await decide("proceed", { undo_ms: undefined });
    expect(await sql("select from app.effects where next_at > now() + interval '9 min'")).toHaveLength(1);
  });

  test("a decision neither takes over nor silences, and holds up nothing", async () => {
    const conversation = await applicant();
    await commit(await claimOne(message()), { effects: [textEffect("bot")] });
    await decide("proceed");
    expect(await sql("select mode from app.conversations")).toEqual([{ mode: "bot" }]);
    await sql(
      `insert into app.effects (conversation_id, key, destination, origin, kind, body)
       values ($1, 'other', 'task', 'control', 'replay', '{}')`,
      [conversation],
    );
    expect((await claimTasks()).effects).toMatchObject([{ kind: "replay" }]);
    expect(await send()).toEqual(["bot"]);
  });

  test("a change within the time leaves only the new one", async () => {
    await applicant();
    await decide("proceed");
    await decide("reject");
    expect(await tell()).toEqual([false, true]);
    expect(await send()).toEqual(["No: Waiter, Lisbon"]);
    expect((await audit()).map(({ detail }) => detail)).toEqual([
      { old: null, new: "proceed" },
      { old: "proceed", new: "reject" },
    ]);
  });

  test("back and forth within the time is told once, and when the last time for second thoughts is over", async () => {
    await applicant();
    await decide("proceed");
    await sql("update app.effects set next_at = now() where kind = 'tell_decision'");
    const { body } = first((await claimTasks()).effects);
    await decide("reject");
    await decide("proceed");
    expect(await tellOf(body)).toBe(false);
    await tell();
    expect(await send()).toEqual(["Yes: Waiter, Lisbon"]);
  });

  test("back to empty within the time leaves nothing to tell", async () => {
    await applicant();
    await decide("proceed");
    await decide(null);
    expect(await tell()).toEqual([false]);
    expect(await decisions()).toMatchObject([{ decision: null }]);
    expect((await audit()).at(-1)).toMatchObject({ detail: { old: "proceed", new: null } });
  });

  test.each([
    ["over another one", "reject" as const],
    ["over nothing", null],
  ])("back to what was told, %s, leaves nothing to tell", async (_title, between) => {
    await applicant();
    await decide("proceed");
    await tell();
    await send();
    await decide(between);
    await decide("proceed");
    expect((await tell()).filter(Boolean)).toEqual([]);
    expect(await send()).toEqual([]);
  });

  test("what was told and is changed later is told anew, and so is the way back", async () => {
    await applicant();
    const told: unknown[] = [];
    for (const decision of ["hold", "reject", "hold"] as const) {
      await decide(decision);
      await tell();
      told.push(...(await send()));
    }
    expect(told).toEqual(["Wait: Waiter, Lisbon", "No: Waiter, Lisbon", "Wait: Waiter, Lisbon"]);
  });

  test("what waits to leave is taken back too", async () => {
    await applicant();
    await decide("proceed");
    await tell();
    await decide("reject");
    await tell();
    expect(await send()).toEqual(["No: Waiter, Lisbon"]);
    expect(await sql("select error from app.effects where state = 'cancelled'")).toEqual([{ error: "taken_back" }]);
  });

  test("what never reached the candidate was not told", async () => {
    await applicant();
    await decide("proceed");
    await tell();
    await sql("update app.effects set state = 'dead', error = 'refused' where kind = 'text'");
    await decide(null);
    await decide("proceed");
    await tell();
    expect(await send()).toEqual(["Yes: Waiter, Lisbon"]);
  });

  test.each([
    ["before the decision", 0],
    ["within the time", 1],
    ["while it waits to leave", 2],
  ])("whoever writes STOP %s is told nothing", async (_title, step) => {
    await applicant();
    const stop = () => receive([message({ control: "stop" })]);
    if (step === 0) await stop();
    await decide("proceed");
    if (step === 1) await stop();
    expect(await tell()).toEqual([step === 2]);
    if (step === 2) await stop();
    expect(await send()).toEqual([]);
    expect(await decisions()).toMatchObject([{ decision: "proceed" }]);
  });

  test("it is told although a person has the conversation, behind what they write", async () => {
    await applicant();
    await decide("proceed");
    await call("receive_recruiter_event", recruiterEvent({ type: "reply", messageId: 1, text: "I am Rosa" }));
    expect(await send()).toEqual(["I am Rosa"]);
    await tell();
    expect(await send()).toEqual(["Yes: Waiter, Lisbon"]);
    expect((await claimOne(message())).recent.map(({ from }) => from)).toEqual(["candidate", "human", "control"]);
  });

  test("outside the 24 hours it is not sent, and recruiters see it fail", async () => {
    await applicant();
    await sql("update app.conversations set last_inbound_at = now() - interval '25 hours'");
    await decide("proceed");
    await tell();
    expect((await claimEffects()).ruled_out).toMatchObject([{ kind: "text", reason: "window_closed" }]);
    expect((await world.sendAll("chatwoot")).at(-1)).toMatchObject({
      kind: "outgoing",
      body: { text: "Yes: Waiter, Lisbon", error: "window_closed" },
    });
  });

  test.each([
    ["the language of the last turn that had one", [{ language: "en" }, { language: "es" }, { engine: "none" }], "Sí"],
    ["English where there is none", [{ engine: "none" }], "Yes"],
    ["English where the language has no texts", [{ language: "pt" }], "Yes"],
  ])("it is told in %s", async (_title, [begun, ...more], word) => {
    await applicant(begun);
    for (const decision of more) await commit(await claimOne(message()), { decision });
    await decide("proceed");
    await tell();
    expect(await send()).toEqual([`${word}: Waiter, Lisbon`]);
  });

  test("it is about the newest application that has not ended", async () => {
    const conversation = await applicant();
    await apply(conversation, "open");
    await apply(conversation, "ended");
    await decide("hold");
    expect((await decisions()).map(({ decision }) => decision)).toEqual([null, "hold", null]);
  });

  test.each([
    ["without an application", "update app.applications set state = 'ended'", {}],
    ["in a conversation that is nobody's", "select", { conversation: 8 }],
    ["in another conversation of the same person", "select", { conversation: 8, source_id: "4915100000001" }],
  ])("a decision %s is parked", async (_title, change, given) => {
    await applicant();
    await sql(change);
    expect(await decide("proceed", given)).toBe("parked");
    expect(await decisions()).toMatchObject([{ decision: null }]);
    expect(await audit()).toEqual([]);
    expect(await sql("select from app.events where parked")).toHaveLength(1);
  });

  test("a decision that is quicker than our note of the conversation finds it by the name", async () => {
    const conversation = await applicant();
    await call("link_chatwoot", { conversation, contact: null, chatwoot_conversation: null });
    expect(await decide("proceed", { source_id: "4915100000001" })).toBe("stored");
    expect(await decisions()).toMatchObject([{ decision: "proceed" }]);
  });

  test("an older decision that comes late changes nothing, and the same one again is no second one", async () => {
    await applicant();
    await decide("reject", {}, 5_000);
    expect(await decide("proceed", {}, 4_000)).toBe("stored");
    expect(await decide("reject", {}, 6_000)).toBe("stored");
    expect(await decisions()).toMatchObject([{ decision: "reject" }]);
    expect(await audit()).toHaveLength(1);
    expect(await tell()).toEqual([true]);
  });

  test("a decision from before the application is about another one, and is parked", async () => {
    await applicant();
    await sql("update app.applications set created_at = '1970-01-01 00:01:00Z'");
    expect(await decide("reject", {}, 54_000)).toBe("parked");
    expect(await decide("reject", {}, 56_000)).toBe("stored"); // clocks differ by seconds
  });

  test("the same event twice is one, and the same task twice tells once", async () => {
    await applicant();
    const event = recruiterEvent(decisionAt("proceed", 9_000), { undo_ms: 0 });
    expect(await call("receive_recruiter_event", event)).toEqual({ outcome: "stored", took_over: false });
    expect(await call("receive_recruiter_event", event)).toEqual({ outcome: "duplicate" });
    const { body } = first((await claimTasks()).effects);
    expect([await tellOf(body), await tellOf(body)]).toEqual([true, false]);
    expect(await send()).toEqual(["Yes: Waiter, Lisbon"]);
  });

  test("telling waits for a decision that is being made, and then says nothing", async () => {
    await applicant();
    await decide("proceed", { undo_ms: 0 });
    const { body } = first((await claimTasks()).effects);
    await elsewhere(async (client) => {
      const event = recruiterEvent(decisionAt(null, Date.now()));
      await client.query("select public.receive_recruiter_event($1)", [event]);
      const told = tellOf(body);
      await untilBlocked();
      await client.query("commit");
      expect(await told).toBe(false);
    });
    expect(await send()).toEqual([]);
  });
});

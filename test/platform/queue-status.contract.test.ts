import { expect, test } from "vitest";
import { createApplicants } from "./applicants.ts";
import { describeContract, first, message } from "./contract.ts";

const nothing = { waiting: 0, sending: 0, unknown: 0, dead: 0, oldest_age_ms: null };

describeContract("queue_status", (world) => {
  const { sql, call, receive, claim, commit, conversationWith, claimEffect, claimEffects, elsewhere } = world;
  const look = () => call("queue_status", {});
  /** Give or take 16 s. */
  const around = (minutes: number): unknown => expect.closeTo(minutes * 60_000, -4.5);

  test("says of an empty service that nothing waits", async () => {
    expect(await look()).toEqual({
      inbox: { waiting: 0, leased: 0, oldest_age_ms: null },
      outbox: { whatsapp: nothing, chatwoot: nothing, task: nothing },
    });
  });

  test("counts conversations that are due and those that are held, with the age of the oldest message", async () => {
    for (const n of [1, 2, 3]) await receive([message({ wa_id: `491510000000${n}` })]);
    await receive([message({ wa_id: "4915100000004" })], { quiet_ms: 60_000, ceiling_ms: 60_000 });
    await sql("update app.events set received_at = now() - id * interval '10 minutes'");
    expect((await look()).inbox).toEqual({ waiting: 3, leased: 0, oldest_age_ms: around(30) });
    const turn = first((await claim({ limit: 1 })).turns);
    expect((await look()).inbox).toMatchObject({ waiting: 2, leased: 1, oldest_age_ms: around(30) });
    await commit(turn);
    expect((await look()).inbox).toMatchObject({ waiting: 2, leased: 0 });
    await claim();
    await sql("update app.conversations set lease_until = now() - interval '1 s' where lease_until is not null");
    expect((await look()).inbox).toMatchObject({ waiting: 2, leased: 0 });
  });

  test("does not count as waiting what is answered, nor what a turn that failed has put off", async () => {
    await receive([message(), message({ wa_id: "4915100000002" })]);
    const [one, other] = (await claim()).turns;
    if (one === undefined || other === undefined) throw new Error("nothing was claimed");
    await commit(one);
    const { conversation, fence } = other;
    await call("release_turn", { conversation, fence, retry_ms: 60_000, failed: true });
    expect((await look()).inbox).toEqual({ waiting: 0, leased: 0, oldest_age_ms: null });
  });

  test("a conversation that is due without a message has no age", async () => {
    await receive([message()]);
    await sql("update app.messages set turn_id = 1");
    expect((await look()).inbox).toEqual({ waiting: 1, leased: 0, oldest_age_ms: null });
  });

  test("counts each line of the outbox by itself, by what its effects wait for", async () => {
    for (const n of [1, 2, 3, 4, 5]) await conversationWith(["one", "two"], `491510000000${n}`);
    const { effects } = await claimEffects(4);
    for (const [n, outcome] of (["unknown", "dead", "sent"] as const).entries()) {
      await call("settle_effect", { id: effects[n]?.id ?? 0, attempt: 1, outcome });
    }
    await claimEffects(2, "chatwoot");
    const { whatsapp, chatwoot, task } = (await look()).outbox;
    expect(whatsapp).toMatchObject({ waiting: 6, sending: 1, unknown: 1, dead: 1 });
    // Five messages, and what was sent or given up.
    expect(chatwoot).toMatchObject({ waiting: 5, sending: 2, unknown: 0, dead: 0 });
    expect(task).toEqual(nothing);
  });

  test("a line is as old as what has waited longest in it, tries and all", async () => {
    await conversationWith(["one"]);
    // Put off a while ago, because its candidate had no room for a text.
    await sql(
      "update app.effects set created_at = now() - interval '20 minutes', next_at = now() - interval '3 minutes'",
    );
    expect((await look()).outbox.whatsapp.oldest_age_ms).toEqual(around(20));
    const { id, attempt } = await claimEffect();
    expect((await look()).outbox.whatsapp.oldest_age_ms).toEqual(around(20));
    await call("settle_effect", { id, attempt, outcome: "retry", retry_ms: 60_000 });
    expect((await look()).outbox.whatsapp).toMatchObject({ waiting: 1, oldest_age_ms: around(20) });
    expect((await look()).outbox.task).toEqual(nothing);
  });

  test("what is meant for later ages from then on, and what is queued again begins anew, claimed or not", async () => {
    const { applicant, decide, claimTasks } = createApplicants(world);
    const passes = (minutes: number) =>
      sql(
        `update app.effects set created_at = created_at - n, next_at = next_at - n, due_at = due_at - n
           from (select $1 * interval '1 minute' as n) passed where destination = 'task'`,
        [minutes],
      );
    await applicant();
    await decide("proceed", { undo_ms: 600_000 });
    expect((await look()).outbox.task).toEqual({ ...nothing, waiting: 1 });
    await passes(12);
    expect((await look()).outbox.task).toEqual({ ...nothing, waiting: 1, oldest_age_ms: around(2) });
    const { id, attempt } = first((await claimTasks()).effects);
    expect((await look()).outbox.task).toEqual({ ...nothing, sending: 1, oldest_age_ms: around(2) });
    await call("settle_effect", { id, attempt, outcome: "dead" });
    expect((await look()).outbox.task).toEqual({ ...nothing, dead: 1 });
    await call("requeue_dead", { destination: "task" });
    expect((await look()).outbox.task).toEqual({ ...nothing, waiting: 1, oldest_age_ms: around(0) });
    await claimTasks();
    expect((await look()).outbox.task).toEqual({ ...nothing, sending: 1, oldest_age_ms: around(0) });
  });

  test("counts no further than 10 000 and reads hardly more, however much there is", async () => {
    await sql("insert into app.contacts (name) select 'n' from generate_series(1, 12000)");
    await sql(`insert into app.conversations (channel, contact_id, recipient, due_at)
      select 'whatsapp', id, 'x', now() - interval '1 minute' from app.contacts`);
    await sql(`insert into app.events (key, kind, source, parked, received_at)
      select int4send(n), 'a', '{}', false, now() - interval '5 minutes' from generate_series(1, 12000) n`);
    await sql(`insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at)
      select id, id, 'text', 'x', 'x', now() from app.conversations`);
    await sql(`insert into app.effects (key, destination, origin, kind, body, state, next_at)
      select state || n, 'task', 'control', 'prune', '{}', state, now() + (state = 'unknown')::int * interval '1 hour'
        from unnest(array['queued', 'unknown', 'dead', 'sent']) state, generate_series(1, 12000) n`);
    await elsewhere(async (client) => {
      await client.query("select public.queue_status('{}')");
      const { rows } = await client.query(
        `select relname, seq_scan::int as scans, idx_tup_fetch::int < case relname
                  when 'effects' then 31000 when 'conversations' then 11000 else 1100 end as few
           from pg_stat_xact_user_tables
          where relname in ('conversations', 'effects', 'events', 'messages') order by relname`,
      );
      const tables = ["conversations", "effects", "events", "messages"];
      expect(rows).toEqual(tables.map((relname) => ({ relname, scans: 0, few: true })));
    });
    expect(await look()).toEqual({
      inbox: { waiting: 10_000, leased: 0, oldest_age_ms: around(5) },
      outbox: {
        whatsapp: nothing,
        chatwoot: nothing,
        task: { waiting: 10_000, sending: 0, unknown: 10_000, dead: 10_000, oldest_age_ms: around(0) },
      },
    });
  });
});

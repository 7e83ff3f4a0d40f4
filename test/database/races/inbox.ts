import { commitArgs, first, message, textEffect } from "../../platform/contract.ts";
import { claim, claimFirst, harmUnless, insist, type Race, receive } from "./stage.ts";

/** Receiving, claiming and completing. */
export const inboxRaces = {
  /** The claim stands still between its snapshot and the lock of the second conversation; a message is stored there meanwhile. */
  "claim/receive: a claim reads every message that it counts": async (stage) => {
    const [worker, webhook, gate] = [await stage.open(), await stage.open(), await stage.open()];
    await receive(webhook, message({ wa_id: "4915100000001" }));
    await receive(webhook, message({ wa_id: "4915100000002" }));
    await gate.sql(`create or replace function app.gate() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(1); return new; end $$`);
    await gate.sql(`create trigger gate before update on app.conversations for each row
      when (new.fence > old.fence) execute function app.gate()`);
    await gate.sql("select pg_advisory_lock(1)");
    // Rows are locked one by one, as they are updated, only while no join reads them all at once.
    await worker.sql("set enable_hashjoin = off");
    await worker.sql("set enable_mergejoin = off");
    const claiming = await stage.start(worker, () => claim(worker));
    insist(claiming.waits, "the claim passed the gate");
    const receiving = await stage.start(webhook, () => receive(webhook, message({ wa_id: "4915100000002" })));
    insist(!receiving.waits, "the claim holds the second conversation before the first is through");
    await gate.sql("select pg_advisory_unlock(1)");
    const turns = await claiming.result;
    await gate.sql("drop trigger gate on app.conversations");
    insist(turns.map(({ gen }) => gen).join() === "1,2", "the claim did not count the message");
    const isRead = turns.every(({ gen, messages }) => gen === messages.length);
    return harmUnless(isRead, "a message was counted and not read");
  },

  "claim/claim: a conversation is leased to one worker": async (stage) => {
    const [one, other] = [await stage.open(), await stage.open()];
    await receive(one, message());
    await one.begin();
    const turns = await claim(one);
    insist(turns.length === 1, "nothing to claim");
    const during = await claim(other);
    await one.commit();
    const after = await claim(other);
    return harmUnless(during.length + after.length === 0, "two workers hold one conversation");
  },

  "claim/complete: a worker that lost its lease commits nothing": async (stage) => {
    const [paused, next] = [await stage.open(), await stage.open()];
    const turn = await claimFirst(paused);
    await paused.sql("update app.conversations set lease_until = now() - interval '1 ms'");
    await next.begin();
    const taken = first(await claim(next));
    const late = await stage.start(paused, () => paused.call("complete_turn", commitArgs(turn)));
    insist(late.waits, "the commit did not meet the claim");
    await next.commit();
    const { outcome } = await late.result;
    const answer = await next.call("complete_turn", commitArgs(taken));
    const isFenced = outcome === "lost" && answer.outcome === "committed";
    return harmUnless(isFenced, "a worker without the lease committed its turn");
  },

  "complete/complete: a commit asked for again is done once and answered the same": async (stage) => {
    const [one, again] = [await stage.open(), await stage.open()];
    const turn = await claimFirst(one);
    const args = commitArgs(turn, { effects: [textEffect("once")] });
    await one.begin();
    await one.call("complete_turn", args);
    const second = await stage.start(again, () => again.call("complete_turn", args));
    insist(second.waits, "the second commit did not meet the first");
    await one.commit();
    const { outcome } = await second.result;
    const texts = await one.sql("select from app.effects where kind = 'text'");
    return [
      ...harmUnless(outcome === "committed", "a turn that was committed was called lost"),
      ...harmUnless(texts.length === 1, "one turn was answered twice"),
    ];
  },

  "complete/receive: an answer has read what was there when it was committed": async (stage) => {
    const [worker, webhook] = [await stage.open(), await stage.open()];
    const turn = await claimFirst(worker);
    await webhook.begin();
    await receive(webhook, message());
    const completing = await stage.start(worker, () => worker.call("complete_turn", commitArgs(turn)));
    insist(completing.waits, "the commit did not meet the message");
    await webhook.commit();
    const answer = await completing.result;
    const hasRead = answer.outcome === "stale" && answer.turn.messages.length === 2;
    return harmUnless(hasRead, "an answer was committed without the message before it");
  },

  "complete/receive: what a commit leaves behind is looked at again": async (stage) => {
    const [worker, webhook] = [await stage.open(), await stage.open()];
    const turn = await claimFirst(worker);
    await webhook.begin();
    await receive(webhook, message({ text: "left behind" }));
    const completing = await stage.start(worker, () => worker.call("complete_turn", commitArgs(turn, { force: true })));
    insist(completing.waits, "the commit did not meet the message");
    await webhook.commit();
    insist((await completing.result).outcome === "committed", "the commit was not forced");
    const [next] = await claim(worker);
    return harmUnless(next?.messages[0]?.text === "left behind", "a message waits and nobody will ever look");
  },

  "receive/receive: an event in two requests at once is one message": async (stage) => {
    const [one, other] = [await stage.open(), await stage.open()];
    const twice = message();
    await one.begin();
    await receive(one, twice);
    const second = await stage.start(other, () => receive(other, twice));
    insist(second.waits, "the requests did not meet");
    await one.commit();
    await second.result;
    const messages = await one.sql("select from app.messages");
    return harmUnless(messages.length === 1, "one event became two messages");
  },
} satisfies Record<string, Race>;

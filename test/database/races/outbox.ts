import type { OutgoingEffect } from "../../../src/platform/procedures.ts";
import { first, message, status } from "../../platform/contract.ts";
import {
  answerWith,
  claimEffects,
  harmUnless,
  insist,
  type Race,
  receive,
  runOut,
  type Session,
  type Stage,
  sendAll,
  takeOver,
} from "./stage.ts";

/** Sending, settling and the statuses that overtake both. */
export const outboxRaces = {
  "claim_effects/claim_effects: what one sender holds no other sends": async (stage) => {
    const [one, other] = [await stage.open(), await stage.open()];
    await answerWith(one, "once");
    await one.begin();
    insist((await claimEffects(one)).length === 1, "nothing to send");
    const during = await stage.start(other, () => claimEffects(other));
    await one.commit();
    const claimed = [...(await during.result), ...(await claimEffects(other))];
    return harmUnless(claimed.length === 0, "one text is on its way twice");
  },

  "claim_effects/claim_effects: the texts of a conversation leave one behind the other": async (stage) => {
    const [one, other] = [await stage.open(), await stage.open()];
    await answerWith(one, "first", "second");
    await one.begin();
    const held = await claimEffects(one);
    const during = await stage.start(other, () => claimEffects(other));
    await one.commit();
    const claimed = [...held, ...(await during.result), ...(await claimEffects(other))].map(({ body }) => body["text"]);
    return harmUnless(claimed.join() === "first", "a text left beside the one before it");
  },

  "claim_effects/claim_effects: a resend is counted, and there is one": async (stage) => {
    const sender = await stage.open();
    await answerWith(sender, "twice at most");
    insist((await claimEffects(sender)).length === 1, "nothing to send");
    await runOut(sender);
    const [resend] = await claimEffects(sender);
    await runOut(sender);
    const third = await claimEffects(sender);
    return [
      ...harmUnless(resend?.resend === true, "a resend was not counted"),
      ...harmUnless(third.length === 0, "a text was sent a third time"),
    ];
  },

  "settle/settle: what became of the newest try counts": async (stage) => {
    const [paused, next] = [await stage.open(), await stage.open()];
    await answerWith(paused, "arrived");
    const { id, attempt } = first(await claimEffects(paused));
    await runOut(paused);
    const resend = first(await claimEffects(next));
    await paused.begin();
    await paused.call("settle_effect", { id, attempt, outcome: "dead", error: "late" });
    const settling = await stage.start(next, () =>
      next.call("settle_effect", { id, attempt: resend.attempt, outcome: "sent", provider_id: "wamid.out" }),
    );
    await paused.commit();
    const { settled } = await settling.result;
    return harmUnless(settled && (await stateOf(next, id)) === "sent", "a text that arrived is recorded as dead");
  },

  /** The sender was paused after its send; meanwhile time is up, a person has taken over, and the next try is ruled out. */
  "claim_effects/settle: that a text was sent is recorded, however late": async (stage) => {
    const [paused, next] = [await stage.open(), await stage.open()];
    await answerWith(paused, "arrived");
    const { id, attempt } = first(await claimEffects(paused));
    await runOut(next);
    await takeOver(next);
    await next.begin();
    await claimEffects(next);
    insist((await stateOf(next, id)) === "cancelled", "the text was not ruled out");
    const settling = await stage.start(paused, () => paused.call("settle_effect", { id, attempt, outcome: "sent" }));
    insist(settling.waits, "the settlement did not meet the claim");
    await next.commit();
    const { settled } = await settling.result;
    return harmUnless(
      settled && (await stateOf(next, id)) === "sent",
      "a text that was sent is recorded as taken back",
    );
  },

  "status/settle: a status that was quicker than the answer stands": async (stage) => {
    const [webhook, sender] = [await stage.open(), await stage.open()];
    await answerWith(sender, "arrived");
    const { id, attempt } = first(await claimEffects(sender));
    await webhook.begin();
    await receive(webhook, status("delivered", { provider_id: "wamid.out", callback: `effect:${id}` }));
    const settling = await stage.start(sender, () => sender.call("settle_effect", { id, attempt, outcome: "unknown" }));
    insist(settling.waits, "the settlement did not meet the status");
    await webhook.commit();
    await settling.result;
    await runOut(sender);
    return harmUnless((await claimEffects(sender)).length === 0, "a text that had arrived was sent again");
  },

  "status/status: that a text has arrived is news once": async (stage) => {
    const [one, other] = [await stage.open(), await stage.open()];
    await answerWith(one, "arrived");
    const callback = `effect:${first(await claimEffects(one)).id}`;
    await one.begin();
    const { delivered_ms = [] } = await receive(one, status("delivered", { callback }));
    insist(delivered_ms.length === 1, "it had arrived before");
    const second = await stage.start(other, () => receive(other, status("read", { callback })));
    insist(second.waits, "the statuses did not meet");
    await one.commit();
    return harmUnless((await second.result).delivered_ms === undefined, "one text arrived twice");
  },

  "status/claim_effects: a status ends the wait for an unknown outcome": async (stage) => {
    const [webhook, sender] = [await stage.open(), await stage.open()];
    await answerWith(sender, "arrived");
    const { id, attempt } = first(await claimEffects(sender));
    await sender.call("settle_effect", { id, attempt, outcome: "unknown" });
    await runOut(sender);
    await webhook.begin();
    await receive(webhook, status("delivered", { provider_id: "wamid.out", callback: `effect:${id}` }));
    const claiming = await stage.start(sender, () => claimEffects(sender));
    insist(claiming.waits, "the resend did not meet the status");
    await webhook.commit();
    return harmUnless((await claiming.result).length === 0, "a text that had arrived was sent again");
  },

  /** The mirror of a text takes its place in the line when the send begins, and turns up there when it is known to have left. */
  "status/claim_effects: what turns up in front while a send is being decided goes first": async (stage) => {
    const [webhook, sender, writer] = [await stage.open(), await stage.open(), await stage.open()];
    const text = await sendWithoutAnswer(sender);
    await receive(webhook, message({ text: "the reply to it" }));
    await writer.begin();
    await writer.sql("select from app.effects where destination = 'chatwoot' and state = 'queued' for update");
    const claiming = await stage.start(sender, () => claimEffects(sender, "chatwoot"));
    insist(claiming.waits, "the mirror's sender did not stop");
    await tellArrived(stage, webhook, text);
    await writer.commit();
    const claimed = await claiming.result;
    const isLater = claimed.some(({ kind }) => kind === "incoming");
    return harmUnless(!isLater, "recruiters saw a reply before the text that it replies to");
  },

  "claim_effects/status: one call for a conversation at a time, whatever turns up in front": async (stage) => {
    const [webhook, sender] = [await stage.open(), await stage.open()];
    const text = await sendWithoutAnswer(sender);
    await receive(webhook, message({ text: "the reply to it" }));
    await sender.begin();
    insist((await claimEffects(sender, "chatwoot")).length === 1, "nothing to mirror");
    await tellArrived(stage, webhook, text);
    await sender.commit();
    const beside = await claimEffects(webhook, "chatwoot");
    return harmUnless(beside.length === 0, "two calls for one conversation were under way at once");
  },
} satisfies Record<string, Race>;

/** A text whose outcome is unknown; recruiters have seen everything before it. */
async function sendWithoutAnswer(sender: Session): Promise<OutgoingEffect> {
  await answerWith(sender, "asked");
  await sendAll(sender, "chatwoot");
  const text = first(await claimEffects(sender));
  await sender.call("settle_effect", { id: text.id, attempt: text.attempt, outcome: "unknown" });
  return text;
}

async function tellArrived(stage: Stage, webhook: Session, { id }: OutgoingEffect): Promise<void> {
  const telling = await stage.start(webhook, () =>
    receive(webhook, status("sent", { provider_id: "wamid.out", callback: `effect:${id}` })),
  );
  insist(!telling.waits, "the status waits for the mirror's sender");
  await telling.result;
}

async function stateOf(session: Session, id: number): Promise<string | undefined> {
  const [row] = await session.sql<{ state: string }>("select state from app.effects where id = $1", [id]);
  return row?.state;
}

import { commitArgs, message, textEffect } from "../../platform/contract.ts";
import {
  answerWith,
  claimEffects,
  claimFirst,
  giveBack,
  harmUnless,
  insist,
  linkChatwoot,
  type Race,
  receive,
  runOut,
  sendAll,
  takeOver,
} from "./stage.ts";

/** A person takes over, or the candidate wants nothing more, while the bot is about to speak. */
export const silenceRaces = {
  "takeover/complete: a turn that a takeover overtook says nothing": async (stage) => {
    const [worker, recruiter] = [await stage.open(), await stage.open()];
    const turn = await claimFirst(worker);
    await linkChatwoot(worker, turn.conversation);
    await recruiter.begin();
    await takeOver(recruiter);
    const args = commitArgs(turn, { effects: [textEffect("from the bot")] });
    const completing = await stage.start(worker, () => worker.call("complete_turn", args));
    insist(completing.waits, "the commit did not meet the takeover");
    await recruiter.commit();
    await completing.result;
    await giveBack(recruiter);
    const left = await sendAll(worker);
    return harmUnless(!left.includes("from the bot"), "the bot answered what a person had taken over");
  },

  /** The turn was claimed while a person answered, so it says nothing. */
  "give-back/complete: messages that were left to a person are looked at again": async (stage) => {
    const [worker, recruiter] = [await stage.open(), await stage.open()];
    await answerWith(worker, "from the bot");
    await takeOver(recruiter);
    const turn = await claimFirst(worker);
    insist(turn.mode === "human", "nobody has taken over");
    await recruiter.begin();
    await giveBack(recruiter);
    const completing = await stage.start(worker, () => worker.call("complete_turn", commitArgs(turn)));
    insist(completing.waits, "the commit did not meet the give-back");
    await recruiter.commit();
    const answer = await completing.result;
    const looksAgain = answer.outcome === "stale" && answer.turn.mode === "bot";
    return harmUnless(looksAgain, "a message was left to a person who had given back");
  },

  "takeover/claim_effects: what a takeover took back never leaves": async (stage) => {
    const [sender, recruiter] = [await stage.open(), await stage.open()];
    await answerWith(sender, "from the bot");
    await recruiter.begin();
    await takeOver(recruiter);
    const during = await stage.start(sender, () => claimEffects(sender));
    await recruiter.commit();
    const early = await during.result;
    await giveBack(recruiter);
    const left = await sendAll(sender);
    insist(left.includes("from a person"), "the line did not go on");
    const isTakenBack = early.length === 0 && !left.includes("from the bot");
    return harmUnless(isTakenBack, "a text that was taken back left after all");
  },

  /** The takeover skips the text, because the outcome of its first try is being written. */
  "settle/takeover: a text that failed during a takeover is not tried again": async (stage) => {
    const [sender, recruiter] = [await stage.open(), await stage.open()];
    await answerWith(sender, "from the bot");
    const [text] = await claimEffects(sender);
    insist(text !== undefined, "nothing to send");
    if (text === undefined) return [];
    await sender.begin();
    await sender.call("settle_effect", { id: text.id, attempt: text.attempt, outcome: "retry", retry_ms: 0 });
    const taking = await stage.start(recruiter, () => takeOver(recruiter));
    insist(!taking.waits, "the takeover waits for a settlement");
    await sender.commit();
    const left = await sendAll(sender);
    insist(left.includes("from a person"), "the line did not go on");
    return harmUnless(!left.includes("from the bot"), "the bot spoke after a takeover");
  },

  /** The first try has no known outcome, so the takeover leaves it alone: only its lock keeps the next try from beginning. */
  "takeover/claim_effects: a send that meets a takeover does not begin": async (stage) => {
    const [sender, recruiter] = [await stage.open(), await stage.open()];
    await answerWith(sender, "from the bot");
    insist((await claimEffects(sender)).length === 1, "nothing to send");
    await runOut(sender);
    await recruiter.begin();
    await takeOver(recruiter);
    const claiming = await stage.start(sender, () => claimEffects(sender));
    await recruiter.commit();
    const left = (await claiming.result).map(({ body }) => body["text"]);
    return harmUnless(!left.includes("from the bot"), "a send began that did not know of the takeover before it");
  },

  "receive/claim_effects: what a STOP took back never leaves": async (stage) => {
    const [sender, webhook] = [await stage.open(), await stage.open()];
    await answerWith(sender, "from the bot");
    await webhook.begin();
    await receive(webhook, message({ text: "STOP", control: "stop" }));
    const during = await stage.start(sender, () => claimEffects(sender));
    await webhook.commit();
    const early = await during.result;
    await receive(webhook, message({ text: "START", control: "start" }));
    const left = await sendAll(sender);
    return harmUnless(early.length + left.length === 0, "a text from before a STOP left after a START");
  },
} satisfies Record<string, Race>;

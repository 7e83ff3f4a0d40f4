import { expect, test } from "vitest";
import { describeContract, message, recruiterEvent } from "./contract.ts";

describeContract("that a person took over is news", (world) => {
  const { call, claimOne, commit } = world;
  const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString();

  /** What each event says of it, one after the other, in a conversation that the bot answers. */
  async function newsOf(...actions: Parameters<typeof recruiterEvent>[0][]) {
    await commit(await claimOne(message()));
    await call("link_chatwoot", { conversation: 1, contact: 5, chatwoot_conversation: 7 });
    const news: (boolean | undefined)[] = [];
    for (const action of actions) {
      news.push((await call("receive_recruiter_event", recruiterEvent(action))).took_over);
    }
    return news;
  }

  test.each([
    ["a reply", { type: "reply", messageId: 900, text: "Come on Monday" }],
    ["what cannot be sent on", { type: "unsendable", messageId: 900 }],
    ["a conversation that is opened", { type: "status", status: "open", at: at(1) }],
  ])("once, by %s", async (_title, action) => {
    const again = { type: "reply", messageId: 901, text: "At nine" };
    expect(await newsOf(action, again)).toEqual([true, false]);
  });

  test("again, after the conversation was given back", async () => {
    const [open, resolved] = ["open", "resolved"];
    const actions = [open, resolved, open].map((status, n) => ({ type: "status", status, at: at(n) }));
    expect(await newsOf(...actions)).toEqual([true, false, true]);
  });

  test("not, of what is not understood or of somebody else's conversation", async () => {
    expect(await newsOf(null)).toEqual([undefined]);
    const elsewhere = recruiterEvent({ type: "status", status: "open", at: at(1) }, { conversation: 8 });
    expect(await call("receive_recruiter_event", elsewhere)).toEqual({ outcome: "parked" });
  });
});

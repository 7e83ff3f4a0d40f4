import { expect, test } from "vitest";
import { effect, received } from "./healthy.ts";
import type { History } from "./history.ts";
import { byId, expectBroken, expectHealthy, find, judge } from "./judging.ts";

test("a message in two turns is doubled", () => {
  const verdict = judge((history) => history.messages.push({ id: 9, person: "bob", providerId: "b4", turn: 5 }));
  expectBroken(verdict, "doubled", "stored 2 times, in 2 turns");
});

test("what stands in Chatwoot twice is doubled", () => {
  const verdict = judge((history) =>
    history.mirrored.push({ person: "bob", sourceId: "b4", type: "incoming", text: "text of b4" }),
  );
  expectBroken(verdict, "doubled", "in Chatwoot 2 times");
});

test("a text that arrived again without a counted resend is doubled", () => {
  expectBroken(
    judge((history) => history.received.push(received("bob", 7, 5_900))),
    "doubled",
    "arrived 2 times with 0 resends counted",
  );
});

test("a text that arrived again by a counted resend is told and no violation; once more is one", () => {
  const resent = (history: History) => {
    Object.assign(find(history.effects, byId(7)), { unknowns: 1, attempts: 2 });
    history.received.push(received("bob", 7, 9_900));
  };
  const verdict = judge(resent);
  expectHealthy(verdict);
  expect(verdict.counts).toMatchObject({ unknownResends: 1, doubledInWindow: 1, texts: 7, received: 8 });
  expectBroken(
    judge((history) => {
      resent(history);
      history.received.push(received("bob", 7, 9_950));
    }),
    "doubled",
    "arrived 3 times with 1 resends counted",
  );
});

test("a text that no effect explains is told", () => {
  const stray = (history: History) => history.received.push(received("bob", 99, 9_000));
  expectBroken(judge(stray), "unexplained", "nobody had to send");
  const wrongPerson = (history: History) => {
    history.received.push(received("alice", 11, 9_000));
    history.effects.push(effect(11, "bob", { origin: "control" }));
    history.mirrored.push({ person: "bob", sourceId: "effect:11", type: "outgoing", text: "" });
  };
  expectBroken(judge(wrongPerson), "unexplained", "nobody had to send");
});

test("messages that recruiters see in another order are out of order", () => {
  const swap = (history: History) => {
    const a1 = find(history.mirrored, ({ sourceId }) => sourceId === "a1");
    const a2 = find(history.mirrored, ({ sourceId }) => sourceId === "a2");
    [a1.sourceId, a2.sourceId] = [a2.sourceId, a1.sourceId];
  };
  expectBroken(judge(swap), "out of order", "before an earlier message in Chatwoot");
  // Both were on their way at once: nobody knows which of them was first.
  expectHealthy(
    judge((history) => {
      swap(history);
      find(history.written, byId("a2")).inOrder = false;
    }),
  );
});

test("a message in an earlier turn than the one before it is out of order", () => {
  const swap = (history: History) => {
    find(history.messages, byId(5)).turn = 7;
    find(history.messages, byId(8)).turn = 4;
  };
  expectBroken(judge(swap), "out of order", "before an earlier message in its turn");
});

test("a control word may be answered before what stands beside it", () => {
  expectHealthy(
    judge((history) => {
      find(history.messages, byId(2)).turn = 3;
      find(history.messages, byId(4)).turn = 2;
      find(history.effects, byId(2)).origin = "control";
      find(history.effects, byId(3)).origin = "bot";
      Object.assign(find(history.effects, byId(3)), { sendingAt: 1_700 });
    }),
  );
});

test("texts that first arrived in another order than they were made are out of order", () => {
  const late = (history: History) => {
    const [answer] = history.received.splice(
      history.received.findIndex(({ callback }) => callback === "effect:6"),
      1,
    );
    if (answer !== undefined) history.received.push(answer);
  };
  expectBroken(judge(late), "out of order", "a text arrived after a later one");
});

test("a repetition that arrives behind later texts is not out of order", () => {
  expectHealthy(
    judge((history) => {
      Object.assign(find(history.effects, byId(6)), { unknowns: 1, attempts: 2, sendingAt: 9_000 });
      history.received.push(received("bob", 6, 9_100));
    }),
  );
});

test.each([
  { name: "the same fence", given: { fence: 3 } },
  { name: "an older fence", given: { fence: 2 } },
])("a turn that committed under $name is out of order", ({ given }) => {
  const verdict = judge((history) => Object.assign(find(history.turns, byId(6)), given));
  expectBroken(verdict, "out of order", "committed after fence 3");
});

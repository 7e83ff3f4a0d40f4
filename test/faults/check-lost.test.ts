import { expect, test } from "vitest";
import { effect, received, turn, written } from "./healthy.ts";
import type { History } from "./history.ts";
import { byId, expectBroken, expectHealthy, find, judge } from "./judging.ts";

test("an acknowledged message that was never stored is lost", () => {
  const verdict = judge((history) => history.messages.splice(history.messages.findIndex(byId(3)), 1));
  expectBroken(verdict, "lost", "acknowledged and not stored");
  expect(verdict.violations).toMatchObject([{ person: "alice", ids: ["a2"] }]);
});

test("an acknowledged message that no turn took is lost", () => {
  const verdict = judge((history) => Object.assign(find(history.messages, byId(3)), { turn: null }));
  expectBroken(verdict, "lost", "stored and in no turn");
});

test("an acknowledged message that recruiters do not see is lost", () => {
  const verdict = judge((history) => {
    history.mirrored = history.mirrored.filter(({ sourceId }) => sourceId !== "a2");
  });
  expectBroken(verdict, "lost", "acknowledged and not in Chatwoot");
});

test("a message that was never acknowledged may be anywhere, or nowhere", () => {
  expectHealthy(judge((history) => history.written.push(written("carol", "c1", { inOrder: false }))));
});

test("whoever wrote last and has no answer is left waiting", () => {
  const verdict = judge((history) => {
    history.effects = history.effects.filter(({ id }) => id !== 7);
    history.received = history.received.filter(({ callback }) => callback !== "effect:7");
  });
  expectBroken(verdict, "lost", "the last message has no answer");
});

test("an answer that never arrived is no answer, whatever its state says", () => {
  const verdict = judge((history) => {
    history.received = history.received.filter(({ callback }) => callback !== "effect:7");
  });
  expect(verdict.violations.map(({ what }) => what)).toEqual([
    "the answer to the last message never arrived",
    "a text is sent and never arrived",
  ]);
});

test("a silence that nobody asked for is a lost answer", () => {
  const verdict = judge((history) => Object.assign(find(history.turns, byId(6)), { silenced: true }));
  expectBroken(verdict, "lost", "silenced and nobody had asked for it");
});

test("whoever was taken over, opted out or handed over gets no answer, and that is right", () => {
  const silence = (history: History) => {
    Object.assign(find(history.turns, byId(6)), { silenced: true });
    Object.assign(find(history.effects, byId(7)), { state: "cancelled", attempts: 0, sendingAt: null });
    history.received = history.received.filter(({ callback }) => callback !== "effect:7");
  };
  const takeover = { person: "bob", acknowledgedAt: 5_200, text: "me now", givingBackAt: null, givenBackAt: null };
  expectHealthy(
    judge((history) => {
      silence(history);
      history.takeovers.push(takeover);
      history.effects.push(effect(11, "bob", { origin: "human", sendingAt: 5_300 }));
      history.received.push({ person: "bob", text: "me now", callback: "effect:11", at: 5_400 });
    }),
  );
  expectHealthy(
    judge((history) => {
      silence(history);
      // The START was never stored, so the STOP stands.
      history.written = history.written.filter(({ id }) => id !== "b3");
      history.messages = history.messages.filter(({ providerId }) => providerId !== "b3");
    }),
  );
  expectHealthy(
    judge((history) => {
      silence(history);
      history.effects.push(effect(11, "bob", { destination: "chatwoot", kind: "open", origin: "control", turn: 5 }));
    }),
  );
});

test("a recruiter who replied without being told so counts as a takeover", () => {
  expectHealthy(
    judge((history) => {
      Object.assign(find(history.turns, byId(6)), { silenced: true });
      history.effects.push(effect(11, "bob", { origin: "human", sendingAt: 5_300 }));
      history.received.push(received("bob", 11, 5_400));
    }),
  );
});

test("after giving back, silence is wrong once that was acknowledged, or the bot has spoken", () => {
  const wrongSilence = (history: History) => {
    history.written.push(
      written("alice", "a5", { acknowledgedAt: 7_000 }),
      written("alice", "a6", { acknowledgedAt: 8_000 }),
    );
    history.messages.push({ id: 9, person: "alice", providerId: "a5", turn: 8 });
    history.messages.push({ id: 10, person: "alice", providerId: "a6", turn: 8 });
    history.turns.push(turn(8, "alice", { fence: 4, committedAt: 8_500, silenced: true }));
    for (const sourceId of ["a5", "a6"])
      history.mirrored.push({ person: "alice", sourceId, type: "incoming", text: "" });
  };
  expectBroken(judge(wrongSilence), "lost", "silenced and nobody had asked for it");
  const unheard = (history: History) => {
    wrongSilence(history);
    for (const takeover of history.takeovers) takeover.givenBackAt = null;
  };
  expectBroken(judge(unheard), "lost", "silenced and nobody had asked for it");
  expectHealthy(
    judge((history) => {
      unheard(history);
      history.effects = history.effects.filter(({ id }) => id !== 8);
      history.received = history.received.filter(({ callback }) => callback !== "effect:8");
    }),
  );
});

test("a text that nobody could have silenced and that never arrived is lost", () => {
  const verdict = judge((history) => {
    history.effects.push(effect(11, "carol", { state: "cancelled", attempts: 0, sendingAt: null }));
  });
  expectBroken(verdict, "lost", "a text is cancelled and never arrived");
});

test("a text that still waits at the end is lost", () => {
  const verdict = judge((history) => history.effects.push(effect(11, "bob", { state: "unknown" })));
  expectBroken(verdict, "lost", "a text is unknown and never arrived");
});

test("a recruiter's reply that never arrived is lost", () => {
  const verdict = judge((history) => {
    history.received = history.received.filter(({ callback }) => callback !== "effect:4");
    history.effects = history.effects.filter(({ id }) => id !== 4);
  });
  expectBroken(verdict, "lost", "an acknowledged reply of a recruiter never arrived");
});

test("a text of the bot that recruiters do not see is lost", () => {
  const verdict = judge((history) => {
    history.mirrored = history.mirrored.filter(({ sourceId }) => sourceId !== "effect:3");
  });
  expectBroken(verdict, "lost", "sent and not in Chatwoot");
});

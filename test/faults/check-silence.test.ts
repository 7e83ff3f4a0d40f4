import { describe, expect, test } from "vitest";
import type { Verdict } from "./check.ts";
import { effect, received, turn, written } from "./healthy.ts";
import type { History, StoredEffect } from "./history.ts";
import { judge } from "./judging.ts";

/** In the healthy history Alice is taken over from 3 000 to 4 000; Bob's STOP stands from 2 000, START comes by 4 000. */

/** One more effect of the bot, of a turn that committed at `madeAt`. */
function withEffect(person: string, madeAt: number, given: Partial<StoredEffect>, arrivedAt = 9_000) {
  return judge((history) => {
    history.turns.push(turn(20, person, { fence: 20, committedAt: madeAt }));
    history.turns = history.turns.toSorted((a, b) => a.committedAt - b.committedAt);
    for (const [place, entry] of history.turns.entries()) entry.fence = place + 1;
    history.effects.push(effect(20, person, { turn: 20, ...given }));
    if (given.kind !== "read") {
      history.received.push(received(person, 20, arrivedAt));
      history.mirrored.push({ person, sourceId: "effect:20", type: "outgoing", text: "" });
    }
  });
}

const promisesOf = ({ violations }: Verdict) =>
  violations.map(({ promise, ids }) => ({ promise, ids })).filter(({ promise }) => promise !== "out of order");
const broken = [{ promise: "after takeover or STOP", ids: ["effect:20"] }];

describe("sends after a takeover", () => {
  test("a text whose send began after the takeover was acknowledged is one", () => {
    expect(promisesOf(withEffect("alice", 2_900, { sendingAt: 3_001 }))).toEqual(broken);
  });

  test("so is a read receipt", () => {
    expect(promisesOf(withEffect("alice", 3_500, { kind: "read", sendingAt: 3_500 }))).toEqual(broken);
  });

  test("so is the last of several tries", () => {
    expect(promisesOf(withEffect("alice", 2_900, { sendingAt: 3_500, attempts: 3 }))).toEqual(broken);
  });

  test("a send that had begun by then may arrive later", () => {
    expect(promisesOf(withEffect("alice", 2_800, { sendingAt: 3_000 }, 3_900))).toEqual([]);
  });

  test("what a person or a control word sends is not the bot's", () => {
    expect(promisesOf(withEffect("alice", 3_500, { sendingAt: 3_500, origin: "control" }))).toEqual([]);
  });

  test("after the click on giving back nobody knows, so it is none", () => {
    expect(promisesOf(withEffect("alice", 4_001, { sendingAt: 4_001 }))).toEqual([]);
  });

  test("without the click, only its acknowledgement, nobody knows from the takeover on", () => {
    const unknown = (history: History) => {
      for (const takeover of history.takeovers) takeover.givingBackAt = null;
      history.effects.push(effect(20, "alice", { kind: "read", sendingAt: 3_500 }));
    };
    expect(promisesOf(judge(unknown))).toEqual([]);
  });

  test("a click whose webhook was lost ends the certainty all the same", () => {
    const lost = (history: History) => {
      for (const takeover of history.takeovers) takeover.givenBackAt = null;
    };
    expect(promisesOf(judge(lost))).toEqual([]);
  });

  test("what was waiting at the takeover never leaves, given back or not", () => {
    expect(promisesOf(withEffect("alice", 2_900, { sendingAt: 4_001 }))).toEqual(broken);
    // Tried before: it may have been on its way, with an outcome that nobody knows.
    expect(promisesOf(withEffect("alice", 2_900, { sendingAt: 4_001, attempts: 2, unknowns: 1 }))).toEqual([]);
  });

  test("a text that was made within the silence and arrived within it is one, whatever its last try says", () => {
    expect(promisesOf(withEffect("alice", 3_100, { sendingAt: 4_500, attempts: 2, unknowns: 1 }, 3_300))).toEqual(
      broken,
    );
    expect(promisesOf(withEffect("alice", 3_100, { sendingAt: 4_500, attempts: 2, unknowns: 1 }, 4_600))).toEqual([]);
  });

  test("a takeover that was never given back stands to the end", () => {
    const verdict = judge((history) => {
      for (const takeover of history.takeovers) Object.assign(takeover, { givingBackAt: null, givenBackAt: null });
    });
    expect(promisesOf(verdict)).toEqual([{ promise: "after takeover or STOP", ids: ["effect:8"] }]);
  });
});

describe("sends after STOP", () => {
  test("a text whose send began after the STOP was acknowledged is one", () => {
    const verdict = judge((history) => {
      const start = history.written.find(({ id }) => id === "b3");
      const said = written("bob", "b2b", { acknowledgedAt: 3_000 });
      if (start !== undefined) history.written.splice(history.written.indexOf(start), 0, said);
      history.messages.push({ id: 9, person: "bob", providerId: "b2b", turn: 5 });
      history.mirrored.splice(6, 0, { person: "bob", sourceId: "b2b", type: "incoming", text: "" });
      history.effects.push(effect(20, "bob", { turn: 5, kind: "read", sendingAt: 2_500 }));
    });
    expect(promisesOf(verdict)).toEqual(broken);
  });

  test("while a START is under way nobody knows, so it is none", () => {
    expect(promisesOf(withEffect("bob", 3_500, { sendingAt: 3_600 }))).toEqual([]);
  });

  test("what was waiting at the STOP never leaves, whatever START says", () => {
    expect(promisesOf(withEffect("bob", 900, { sendingAt: 3_600 }))).toEqual(broken);
  });

  test("a STOP that was neither acknowledged nor stored stops nothing", () => {
    const verdict = judge((history) => {
      history.written.push(written("bob", "b5", { control: "stop" }));
      history.effects.push(effect(20, "bob", { kind: "read", sendingAt: 9_500 }));
    });
    expect(promisesOf(verdict)).toEqual([]);
  });

  test("a START that is stored and was never acknowledged may have ended it", () => {
    const unacknowledged = (history: History) => {
      for (const message of history.written) if (message.id === "b3") message.acknowledgedAt = null;
    };
    expect(promisesOf(judge(unacknowledged))).toEqual([]);
    const gone = judge((history) => {
      unacknowledged(history);
      history.messages = history.messages.filter(({ providerId }) => providerId !== "b3");
    });
    expect(promisesOf(gone)).toEqual([{ promise: "after takeover or STOP", ids: ["effect:7"] }]);
  });
});

describe("the confirmation of a STOP", () => {
  const unconfirmed = (verdict: Verdict) =>
    promisesOf(verdict).flatMap(({ promise, ids }) => (promise === "confirmation" ? ids : []));

  test("a STOP without one is wrong", () => {
    const verdict = judge((history) => {
      history.effects = history.effects.filter(({ id }) => id !== 3);
      history.received = history.received.filter(({ callback }) => callback !== "effect:3");
    });
    expect(unconfirmed(verdict)).toContain("b2");
  });

  test("one that never arrived is none", () => {
    const verdict = judge((history) => {
      history.received = history.received.filter(({ callback }) => callback !== "effect:3");
    });
    expect(unconfirmed(verdict)).toContain("b2");
  });

  test("two are wrong", () => {
    const verdict = judge((history) => {
      history.effects.push(effect(20, "bob", { turn: 3, origin: "control", sendingAt: 2_300 }));
      history.received.push(received("bob", 20, 2_400));
    });
    expect(unconfirmed(verdict)).toContain("b2");
  });

  test("a second STOP changes nothing and needs none", () => {
    const verdict = judge((history) => {
      const start = history.written.findIndex(({ id }) => id === "b3");
      history.written.splice(start, 0, written("bob", "b2b", { control: "stop", acknowledgedAt: 2_100 }));
      history.messages.push({ id: 9, person: "bob", providerId: "b2b", turn: 8 });
      history.turns.push(turn(8, "bob", { fence: 6, committedAt: 6_000, silenced: true }));
      history.mirrored.splice(6, 0, { person: "bob", sourceId: "b2b", type: "incoming", text: "" });
    });
    expect(unconfirmed(verdict)).toEqual([]);
  });

  test("a STOP after a START is a new one and needs its own", () => {
    const verdict = judge((history) => {
      history.written.push(written("bob", "b5", { control: "stop", acknowledgedAt: 6_000 }));
      history.messages.push({ id: 9, person: "bob", providerId: "b5", turn: 8 });
      history.turns.push(turn(8, "bob", { fence: 6, committedAt: 6_100, silenced: true }));
    });
    expect(unconfirmed(verdict)).toEqual(["b5"]);
  });
});

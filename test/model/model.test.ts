import { beforeAll, describe, expect, it, test } from "vitest";
import { type Exploration, explore, guardNames, killTable, story } from "./explore.ts";
import { allGuards, type Guard, wholeWorld } from "./state.ts";

describe("the model of the delivery promises", () => {
  it("keeps every promise in every interleaving, whenever a fault happens", () => {
    const { states, transitions, ends, violation } = explore(allGuards, { ...wholeWorld, faults: 1 });
    expect(story(violation)).toBe("no promise is broken");
    expect(states).toBeGreaterThan(5_000);
    expect(transitions).toBeGreaterThan(50_000);
    expect(ends).toBeGreaterThan(10);
  });

  describe("without a guard", () => {
    let table: ReturnType<typeof killTable>;
    beforeAll(() => {
      table = killTable();
    });

    test.each(guardNames())("%s, a promise breaks", (guard) => {
      const row = table.find((each) => each.guard === guard);
      expect(row?.promise, row?.trace.join("\n")).toBe(brokenWithout[guard]);
    });
  });
});

/** What the service does not promise. Each is a trace to read; whoever closes one takes it out of here. */
describe("the limits of the promises", () => {
  it("an effect whose sends were lost twice is given up, and has perhaps never left", () => {
    const { violation } = explore(allGuards, { ...wholeWorld, messages: 1, faults: 3 });
    expect(violation?.promise, story(violation)).toBe("what a recruiter writes arrives");
    expect(violation?.trace.at(-1)).toBe("outbox rules out: effect 1 is dead");
  });

  it("a turn that was claimed for a human and committed for the bot says nothing", () => {
    const { violation } = explore(allGuards, { ...wholeWorld, messages: 1, givesBack: 1 });
    expect(violation?.promise, story(violation)).toBe("what is answered arrives");
  });
});

/**
 * What breaks first. Behind two of the guards stands a second one, so that candidates would not notice: without `lease` the
 * fence keeps the results apart, and without `sameCommit` the released lease does. (Without `fence`, three steps later
 * messages are answered twice.)
 */
const brokenWithout: Record<Guard, NonNullable<Exploration["violation"]>["promise"]> = {
  fence: "one worker at a time has the turn",
  lease: "one worker at a time has the turn",
  twoStatements: "no message is in two turns",
  gen: "nothing acknowledged is lost",
  dedupe: "no message is in two turns",
  ackAfterCommit: "nothing acknowledged is lost",
  takeoverAtSend: "no send of the bot begins over a human",
  silence: "what is answered arrives",
  freshSend: "effects arrive in order",
  sendOrder: "effects arrive in order",
  settleFence: "effects arrive in order",
  unknownWait: "an effect arrives once, and once more for each counted resend",
  sameCommit: "nobody is told that a committed turn is lost",
  committedCheckpoint: "a turn starts from the committed checkpoint",
};

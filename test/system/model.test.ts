import { expect, test } from "vitest";
import { explore, story } from "../model/explore.ts";

test("the delivery promises hold in every interleaving, whichever two faults happen and whenever", () => {
  const { states, transitions, ends, seen, violation } = explore();
  expect(story(violation)).toBe("no promise is broken");
  expect(states).toBeGreaterThan(50_000);
  expect(transitions).toBeGreaterThan(500_000);
  expect(ends).toBeGreaterThan(10);
  // An exploration that never gets into trouble proves nothing.
  const said = [...seen].join("\n");
  for (const words of interesting) expect(said).toContain(words);
});

const interesting = [
  "200 is lost",
  "provider repeats",
  "stale",
  "silenced",
  "a rest is due",
  "committed already",
  "lost",
  "lease runs out: its worker stands still",
  "lease runs out: nobody holds it",
  "orphaned commit: committed",
  "orphaned commit: lost",
  "unknown resend",
  "settles too late",
  "has left",
  "is cancelled",
  "is dead",
  "dies: with its commit on the wire",
];

import { expect, test } from "vitest";
import { check } from "./check.ts";
import { healthyHistory, received } from "./healthy.ts";
import type { History } from "./history.ts";
import { killTable, mutants } from "./mutants.ts";
import { type JudgedRun, reportOf } from "./report.ts";

const machine = { node: "24.21.0", postgres: "17.10", redis: "7.0.15", cpus: 2, date: "2026-11-21T06:00:00.000Z" };

function judged(change: (history: History) => void = () => {}, given: Partial<JudgedRun["options"]> = {}): JudgedRun {
  const history: History = healthyHistory();
  change(history);
  const options = { seed: history.seed, messages: 600, redis: history.redis, full: false, ...given };
  return { history, verdict: check(history), options };
}

const report = (...runs: JudgedRun[]) => reportOf(runs, killTable(), machine);

/** The cells of the table row that begins so. */
function row(text: string, what: string): string[] {
  const line = text.split("\n").find((candidate) => candidate.startsWith(`| ${what} |`));
  return (
    line
      ?.split("|")
      .slice(2, -1)
      .map((cell) => cell.trim()) ?? []
  );
}

test("a run that held shows its numbers, its faults and that it held", () => {
  const text = report(judged());
  expect(text).toMatch(/^# Proof\n/);
  expect(text).toContain("Every promise held in every run.");
  expect(row(text, "Seed")).toEqual(["7"]);
  expect(row(text, "Length")).toEqual(["0 min 10 s"]);
  expect(row(text, "Messages acknowledged")).toEqual(["8"]);
  expect(row(text, "Duplicates posted on purpose")).toEqual(["2"]);
  expect(row(text, "Turns")).toEqual(["7"]);
  expect(row(text, "Takeovers / STOPs")).toEqual(["1 / 1"]);
  for (const promise of ["Lost", "Doubled", "Out of order", "Sends of the bot after a takeover or STOP"])
    expect(row(text, promise)).toEqual(["0"]);
  expect(row(text, "kill")).toEqual(["2"]);
  expect(row(text, "redis-flush")).toEqual(["1"]);
  expect(row(text, "Longest recovery")).toEqual(["9.0 s"]);
  expect(row(text, "Longest recovery with an unknown send")).toEqual(["40.0 s"]);
  expect(text).toContain("No recovery took longer than 15 s.");
  expect(text).not.toContain("## What broke");
});

test("a promise that broke cannot be overlooked", () => {
  const text = report(
    judged(),
    judged((history) => {
      history.messages.pop();
      history.received.push(received("bob", 7, 9_000), received("bob", 7, 9_100));
    }),
  );
  expect(text).toContain("Not every promise held.");
  expect(text).not.toContain("Every promise held");
  expect(row(text, "Lost")).toEqual(["0", "**1**"]);
  expect(row(text, "Doubled")).toEqual(["0", "**1**"]);
  expect(text).toContain("| Run 2 | lost | acknowledged and not stored | a4 |");
  expect(text).toContain("| Run 2 | doubled | arrived 3 times with 0 resends counted | effect:7 |");
});

test("without a run nothing held", () => {
  expect(report()).toContain("Not every promise held.");
});

test("doubled inside the window, slow recoveries and memory are told", () => {
  const text = report(
    judged((history) => {
      for (const effect of history.effects) if (effect.id === 7) Object.assign(effect, { unknowns: 1, attempts: 2 });
      history.received.push(received("bob", 7, 9_000));
      for (const recovery of history.recoveries) recovery.ms = 16_200;
      for (let at = 0; at <= 600_000; at += 10_000)
        history.memory.push({ process: "server-1.1", at, rssBytes: 80_000_000 + 50 * at, usedBytes: 60_000_000 });
    }),
  );
  expect(text).toContain("Every promise held in every run.");
  expect(row(text, "Sends repeated because their outcome stayed unknown")).toEqual(["1"]);
  expect(row(text, "… of which the candidate got the text twice")).toEqual(["1"]);
  expect(text).toContain("| Run 1 | kill | server 1 | 16.2 s |");
  expect(text).toContain("| Run 1 | server-1.1 | 10.0 | 60 | 0.00 | 110 | +3.00 |");
  expect(row(text, "Memory resident, MB a minute (least … most)")).toEqual(["+3.00 … +3.00"]);
  expect(row(text, "Memory held, MB a minute (least … most)")).toEqual(["0.00 … 0.00"]);
});

test("every guard stands with its file, the check that turned red and what it said", () => {
  const text = report(judged());
  for (const { guard, file, proof, harm } of mutants)
    expect(text).toContain(`| ${guard} | \`database/functions/${file}\` | ${proof} | ${harm} |`);
});

test("it says how to see it again, on what it ran, and what it does not show", () => {
  const text = report(
    judged(undefined, { full: true, redis: false, messages: 40_000 }),
    judged(undefined, { faults: ["kill"] }),
  );
  expect(text).toContain("npm run test:faults -- --seed 7 --messages 40000 --full --no-redis\n");
  expect(text).toContain("npm run test:faults -- --seed 7 --messages 600 --faults kill\n");
  expect(text).toContain("2026-11-21: Node 24.21.0, Postgres 17.10, Redis 7.0.15, 2 CPUs");
  expect(text).toContain("## What this does not show");
});

test("whatever stands in a cell does not end it", () => {
  const text = report(
    judged((history) => {
      history.takeovers.push({
        person: "bob",
        acknowledgedAt: 9_000,
        text: "a | b\nc",
        givingBackAt: null,
        givenBackAt: null,
      });
    }),
  );
  expect(text).toContain("| a \\| b c |");
});

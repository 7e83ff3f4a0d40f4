import { expect, test } from "vitest";
import { z } from "zod";
import manifest from "../../package.json" with { type: "json" };
import { readOps, readRules, readRuleTests } from "./ops-files.ts";

const alerts = readRules().flatMap(({ alert }) => (alert === undefined ? [] : [alert]));
const ruleTests = readRuleTests();
const runbook = readOps("runbook.md");

test.each(alerts)("$alert leads to its section of the runbook", ({ alert, annotations }) => {
  expect(annotations.runbook_url).toBe(`{{ $externalLabels.runbook_base }}ops/runbook.md#${alert.toLowerCase()}`);
  const section = runbook.split(/^###? /m).find((part) => part.startsWith(`${alert}\n`));
  for (const word of ["Means:", "Felt:", "Look", "ure:", "Over:"]) expect(section).toContain(word);
});

test("the runbook has no section without an alert", () => {
  const sections = [...runbook.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(alerts.map(({ alert }) => alert));
});

test.each(alerts)("$alert has a unit test in which it rings and one in which it does not", ({ alert }) => {
  const rings = ruleTests.filter(({ alertname }) => alertname === alert).map(({ exp_alerts }) => exp_alerts.length > 0);
  expect(new Set(rings)).toEqual(new Set([true, false]));
});

test("the commands that the runbook names exist", () => {
  const commands = [...runbook.matchAll(/`npm run (\w+)/g)].map(([, name]) => name);
  expect(commands).toContain("doctor");
  const known = Object.keys(z.object({ scripts: z.record(z.string(), z.string()) }).parse(manifest).scripts);
  expect(commands.filter((name) => name === undefined || !known.includes(name))).toEqual([]);
});

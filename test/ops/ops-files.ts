import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** What the files of ops/ say. */

export const ruleFiles = ["alerts.yml", "alerts-journey.yml"];
export const ruleTestFiles = ["alerts.test.yml", "alerts-promises.test.yml", "alerts-journey.test.yml"];

const alertSchema = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string(),
  labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string(), runbook_url: z.string() }),
});
const recordSchema = z.strictObject({ record: z.string(), expr: z.string() });
const rulesSchema = z.object({
  groups: z.array(z.object({ rules: z.array(z.union([alertSchema, recordSchema])) })),
});
const ruleTestsSchema = z.object({
  tests: z.array(
    z.object({
      alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()).default([]) })),
    }),
  ),
});
const dashboardSchema = z.object({
  templating: z.object({ list: z.array(z.object({ name: z.string(), definition: z.string().optional() })) }),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).default([]) })),
});

export interface Expression {
  /** For people: where it stands. */
  place: string;
  expr: string;
}

export function readOps(name: string): string {
  return readFileSync(new URL(`../../ops/${name}`, import.meta.url), "utf8");
}

/** Alerts and recording rules in their order, which is that in which Prometheus computes them. */
export function readRules() {
  const rules = ruleFiles.flatMap((file) =>
    rulesSchema.parse(parse(readOps(file))).groups.flatMap((group) => group.rules),
  );
  return rules.map((rule) =>
    "alert" in rule ? { name: rule.alert, alert: rule, expr: rule.expr } : { name: rule.record, expr: rule.expr },
  );
}

/** What each unit test of the rules expects. */
export function readRuleTests() {
  const tests = ruleTestFiles.flatMap((file) => ruleTestsSchema.parse(parse(readOps(file))).tests);
  return tests.flatMap((test) => test.alert_rule_test);
}

/** Every expression of the dashboard as Grafana would send it, with a value for each variable. */
export function readDashboard(): Expression[] {
  const { templating, annotations, panels } = dashboardSchema.parse(JSON.parse(readOps("dashboard.json")));
  const ofVariables = templating.list.flatMap(({ name, definition }) => {
    // label_values(SELECTOR, LABEL) reads one label: the same as grouping by it.
    const [, selector, label] = /^label_values\((.+), (\w+)\)$/.exec(definition ?? "") ?? [];
    return selector === undefined ? [] : [{ place: `variable ${name}`, expr: `group by (${label}) (${selector})` }];
  });
  const ofAnnotations = annotations.list.map(({ expr }) => ({ place: "annotation", expr }));
  const ofPanels = panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ place: `panel ${title}`, expr })),
  );
  const all = [...ofVariables, ...ofAnnotations, ...ofPanels];
  return all.map(({ place, expr }) => ({
    place,
    expr: expr.replaceAll("$__rate_interval", "1m").replaceAll(/\$(environment|job|instance)\b/g, ".+"),
  }));
}

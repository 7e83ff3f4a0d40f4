import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createMetrics } from "../../src/metrics.ts";
import { readDashboard, readRules } from "./ops-files.ts";
import { labelsOfResult, type Series } from "./promql.ts";

/** What Prometheus adds to every series that it scrapes. */
const target = ["job", "instance"];
const series = await seriesOfService();
const rules = readRules();
for (const { name, expr, ...rule } of rules) {
  if (!("alert" in rule)) series.set(name, labelsOfResult(expr, series));
}

test.each(rules)("rule $name asks for what exists", ({ expr }) => {
  expect(() => labelsOfResult(expr, series)).not.toThrow();
});

test.each(readDashboard())("dashboard, $place: $expr asks for what exists", ({ expr }) => {
  expect(expr).not.toContain("$");
  expect(() => labelsOfResult(expr, series)).not.toThrow();
});

describe("a fault is found:", () => {
  test.each([
    ["a metric with a misspelt name", "sum(rate(webhook_event_total[5m]))", "no series webhook_event_total"],
    ["a histogram without its ending", "rate(answer_duration_seconds[5m])", "no series answer_duration_seconds"],
    ["a recording rule that nobody records", "job:answers:increase2h > 1", "no series job:answers:increase2h"],
    ["a label in a matcher", 'component_up{name="redis"}', "no label name on component_up"],
    ["a label in by()", "sum by (destinations) (outbox_pending)", "no label destinations"],
    ["a label that an inner sum has dropped", "max by (state) (sum by (job) (outbox_pending))", "no label state"],
    ["a label in on()", "app_ready and on (instance, version) app_ready", "no label version"],
    ["a label that group_left cannot bring", "app_ready * on (job) group_left (commit) app_info", "no label commit"],
    [
      "a quantile without its buckets' bounds",
      "histogram_quantile(0.9, sum(rate(turn_messages_bucket[5m])))",
      "no label le",
    ],
    [
      "sides that never meet",
      "sum by (job) (takeovers_total) / sum(opt_outs_total)",
      "by (job) never meet series by ()",
    ],
    ["a function that does not exist", "rates(takeovers_total[5m])", "rates is no function"],
    ["an end too early", "sum(takeovers_total", "it ends too early"],
    ["a bracket too many", "sum(takeovers_total))", "one too many"],
  ])("%s", (_fault, expr, message) => {
    expect(() => labelsOfResult(expr, series)).toThrow(message);
  });
});

test("every metric of the service that the contract with its operators names is on the dashboard or in an alert", () => {
  const asked = [...rules, ...readDashboard()].map(({ expr }) => expr).join("\n");
  const names = [...series.keys()].filter((name) => !name.includes(":") && !/^(nodejs|process|up$)/.test(name));
  const bases = new Set(names.map((name) => name.replace(/_(bucket|sum|count)$/, "")));
  expect([...bases].filter((name) => !asked.includes(name))).toEqual([]);
});

async function seriesOfService(): Promise<Map<string, ReadonlySet<string>>> {
  const { registry } = createMetrics();
  const described = z.array(z.object({ name: z.string(), type: z.string() })).parse(await registry.getMetricsAsJSON());
  // The library keeps the labels of a metric without saying so in its types.
  const labelled = z.array(z.object({ name: z.string(), labelNames: z.array(z.string()) }));
  const labels = new Map(
    labelled.parse(registry.getMetricsAsArray()).map(({ name, labelNames }) => [name, [...target, ...labelNames]]),
  );
  const known = new Map<string, ReadonlySet<string>>([["up", new Set(target)]]);
  for (const { name, type } of described) {
    const own = labels.get(name) ?? target;
    if (type !== "histogram" && type !== "summary") known.set(name, new Set(own));
    if (type === "histogram") known.set(`${name}_bucket`, new Set([...own, "le"]));
    if (type === "summary") known.set(name, new Set([...own, "quantile"]));
    if (type !== "histogram" && type !== "summary") continue;
    for (const ending of ["_sum", "_count"]) known.set(name + ending, new Set(own));
  }
  return known satisfies Series;
}

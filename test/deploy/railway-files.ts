import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "smol-toml";
import { z } from "zod";

/** What railway.toml, .railway/railway.ts and .railway-env.template say. */

export const root = fileURLToPath(new URL("../../", import.meta.url));

const limits = z.strictObject({ containers: z.strictObject({ memoryBytes: z.int() }) });
const build = z.strictObject({
  builder: z.literal("DOCKERFILE"),
  dockerfilePath: z.string(),
  watchPatterns: z.array(z.string()),
});
const deploy = z.strictObject({
  preDeployCommand: z.tuple([z.string()]),
  healthcheckPath: z.string(),
  healthcheckTimeout: z.int(),
  restartPolicyType: z.enum(["ON_FAILURE", "ALWAYS", "NEVER"]),
  overlapSeconds: z.int().min(0),
  drainingSeconds: z.int().min(0),
  numReplicas: z.int().min(1).max(200),
  limitOverride: limits,
});

/** The fields of railway.toml that we use, as strict as Railway's own schema: unknown keys and other types are refused. */
export const railwayToml = z.strictObject({ build, deploy });

const variable = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("preserve") }),
  z.strictObject({ type: z.literal("literal"), value: z.string() }),
  z.strictObject({ type: z.literal("reference"), resource: z.string(), output: z.string() }),
]);
const resource = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("service"),
    address: z.string(),
    name: z.string(),
    build: z.strictObject(build.partial().shape),
    deploy: z.strictObject({ ...deploy.partial().shape, requiredMountPath: z.string().optional() }),
    variables: z.record(z.string(), variable),
    volumeAttachments: z.record(z.string(), z.object({ volume: z.string(), mountPath: z.string() })).default({}),
  }),
  z.object({
    type: z.literal("database"),
    address: z.string(),
    name: z.string(),
    image: z.string(),
    deploy: z.strictObject({ startCommand: z.string(), limitOverride: limits }),
  }),
  z.object({ type: z.literal("volume"), address: z.string(), name: z.string() }),
]);
const project = z.strictObject({ name: z.string(), resources: z.array(resource) });
export type Resource = z.output<typeof resource>;

export function readText(path: string): string {
  return readFileSync(`${root}${path}`, "utf8");
}

/** The file as Railway parses it, not validated. */
export function readToml(): unknown {
  return parse(readText("railway.toml"));
}

/**
 * Evaluates .railway/railway.ts as the CLI does (`evaluate_javascript` in src/iac/eval.rs of railwayapp/cli): in a Node of
 * its own, without compiling, with an empty context, and only what JSON can carry comes back.
 */
export async function readProject(): Promise<z.output<typeof project>> {
  const script = `
    const { default: program } = await import(process.argv[1]);
    process.stdout.write(JSON.stringify(await program({})));`;
  const file = new URL("../../.railway/railway.ts", import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, "--", file]);
  return project.parse(JSON.parse(stdout));
}

export interface TemplateEntry {
  /** "critical", "injected", "optional", "tuning", or "settings" of Railway itself. */
  group: string;
  name: string;
  value: string;
  isCommented: boolean;
  /** What it means. */
  prose: string[];
  fact: (label: "Default" | "Example" | "From") => string | undefined;
}

/** Blocks between blank lines: a heading opens a group, any other block ends with the line of its variable. */
export function readTemplate(): TemplateEntry[] {
  let group: string | undefined;
  const entries: TemplateEntry[] = [];
  for (const block of readText(".railway-env.template")
    .trim()
    .split(/\n{2,}/)) {
    const lines = block.split("\n");
    const heading = /^# ==== (\w+)/.exec(lines[0] ?? "")?.[1];
    group = heading?.toLowerCase() ?? group;
    if (heading !== undefined || group === undefined) continue;
    entries.push({ group, ...readEntry(lines) });
  }
  return entries;
}

function readEntry(lines: string[]) {
  const [, hash, name, value] = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(lines.at(-1) ?? "") ?? [];
  if (name === undefined || value === undefined) throw new Error(`no variable at the end of:\n${lines.join("\n")}`);
  const notes = lines.slice(0, -1).map((line) => line.replace(/^# /, ""));
  const facts = notes.filter((line) => /^(Default|Example): /.test(line)).flatMap((line) => line.split(" | "));
  return {
    name,
    value,
    isCommented: hash !== undefined,
    prose: notes.filter((line) => !/^(Default|Example): /.test(line)),
    fact: (label: string) => facts.find((part) => part.startsWith(`${label}: `))?.slice(label.length + 2),
  };
}

import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { expect, inject, onTestFinished, test } from "vitest";
import { z } from "zod";
import { variables } from "../../src/config-variables.ts";
import { waiting } from "../../src/start-up.ts";
import { type Resource, railwayToml, readProject, readTemplate, readText, readToml } from "./railway-files.ts";

const run = promisify(execFile);
const toml = railwayToml.parse(readToml());
const { resources } = await readProject();
const services = resources.filter((resource) => resource.type === "service");
const [api, backup] = [serviceNamed("api"), serviceNamed("backup")];
const redis = resources.filter((resource) => resource.type === "database").find(({ name }) => name === "Redis");

test("railway.ts says of the service what railway.toml says, field by field, and no more", () => {
  expect(api.build).toEqual(toml.build);
  expect(api.deploy).toEqual(toml.deploy);
});

test.each([
  ["text for a number", { deploy: { ...toml.deploy, drainingSeconds: "40" } }],
  ["two commands before a deployment", { deploy: { ...toml.deploy, preDeployCommand: ["one", "two"] } }],
  ["another case", { build: { ...toml.build, builder: "dockerfile" } }],
  ["a key that Railway does not have", { scaling: { maxReplicas: 3 } }],
])("railway.toml could not hold %s", (_what, wrong) => {
  expect(railwayToml.safeParse({ ...toml, ...wrong }).success).toBe(false);
});

test("a deployment has longer to become ready than the process waits, and longer to stop than it drains", () => {
  expect(toml.deploy.healthcheckTimeout).toBeGreaterThan(waiting.limitMs / 1000);
  expect(toml.deploy.drainingSeconds).toBeGreaterThan(variables.shape.DRAIN_SECONDS.parse(undefined));
});

test.each(services)("the Dockerfile of $name exists", ({ build }) => {
  expect(readText(build.dockerfilePath ?? "")).toMatch(/^FROM /m);
});

test("everything is watched: a release of which nothing is built would look like one that failed", () => {
  expect(toml.build.watchPatterns).toEqual(["/**"]);
});

test("the command before a deployment is in the bundle, and without DATABASE_URL says so and lets it go on", async () => {
  const [program, file = "", ...args] = toml.deploy.preDeployCommand[0].split(" ");
  expect([program, ...args]).toEqual(["node", "migrate"]);
  const { stdout } = await run(process.execPath, [file.replace(/^dist/, inject("bundle")), ...args], { env: {} });
  expect(stdout).toContain("DATABASE_URL is not set");
});

test("every variable of the service is kept, because a plan deletes what it does not find; only Redis is a reference", () => {
  const { REDIS_URL, ...others } = api.variables;
  const ours = Object.keys(variables.shape).filter((name) => !name.startsWith("RAILWAY_"));
  expect(Object.keys(api.variables).sort()).toEqual(ours.sort());
  expect(REDIS_URL).toEqual({ type: "reference", resource: redis?.address, output: "REDIS_URL" });
  expect(new Set(Object.values(others).map(({ type }) => type))).toEqual(new Set(["preserve"]));
});

test("the backup keeps its files on a volume that the project states, and may write there", () => {
  const volumes = resources.filter(({ type }) => type === "volume").map(({ address }) => address);
  const mounts = Object.values(backup.volumeAttachments);
  expect(mounts.map(({ mountPath }) => mountPath)).toEqual(["/backups"]);
  expect(mounts.map(({ volume }) => volume)).toEqual(volumes);
  expect(backup.deploy.requiredMountPath).toBe("/backups");
  expect(backup.variables).toEqual({
    DATABASE_URL: { type: "preserve" },
    POSTGRES_VERSION: { type: "preserve" },
    RAILWAY_RUN_UID: { type: "literal", value: "0" },
  });
});

test("the template's variables for services without either file say what railway.toml says", () => {
  const settings = readTemplate().filter(({ group }) => group === "settings");
  expect(Object.fromEntries(settings.map(({ name, value }) => [name, value]))).toEqual({
    RAILWAY_DOCKERFILE_PATH: toml.build.dockerfilePath,
    RAILWAY_HEALTHCHECK_TIMEOUT_SEC: String(toml.deploy.healthcheckTimeout),
    RAILWAY_DEPLOYMENT_OVERLAP_SECONDS: String(toml.deploy.overlapSeconds),
    RAILWAY_DEPLOYMENT_DRAINING_SECONDS: String(toml.deploy.drainingSeconds),
    RAILWAY_RUN_UID: "0",
  });
  expect(readText(".railway-env.template")).toContain(`deploy.healthcheckPath ${toml.deploy.healthcheckPath}`);
});

test("Redis starts through its entry point, with its password whatever is in it, keeps a log and evicts nothing", async () => {
  const password = `a b'c"d$e`;
  const [server, ...words] = await startedBy(redis?.deploy.startCommand ?? "", { REDIS_PASSWORD: password });
  const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [[word.replace(/^--/, ""), words[at + 1]] as const] : []));
  expect(server).toBe("redis-server");
  expect(Object.fromEntries(pairs)).toEqual({
    requirepass: password,
    appendonly: "yes",
    appendfsync: "everysec",
    maxmemory: "256mb",
    "maxmemory-policy": "noeviction",
  });
});

test.each([{}, { REDIS_PASSWORD: "" }])("without a password Redis does not start: %j", async (env) => {
  await expect(startedBy(redis?.deploy.startCommand ?? "", env)).rejects.toThrow("REDIS_PASSWORD");
});

test("Redis knows each option of its start command", async () => {
  const names = [...(redis?.deploy.startCommand ?? "").matchAll(/ --([\w-]+)/g)].map(([, name = ""]) => name);
  const client = new Redis(inject("redisUrl"));
  onTestFinished(() => client.disconnect());
  const known = await Promise.all(names.map((name) => client.config("GET", name)));
  expect(
    z
      .array(z.tuple([z.string(), z.string()]))
      .parse(known)
      .map(([name]) => name),
  ).toEqual(names);
});

function serviceNamed(wanted: string): Extract<Resource, { type: "service" }> {
  const found = services.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`.railway/railway.ts has no service ${wanted}`);
  return found;
}

/** The words that the image's entry point is given. Railway splits the command into words and expands nothing. */
async function startedBy(command: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const bin = await mkdtemp(join(tmpdir(), "railway-"));
  onTestFinished(() => rm(bin, { recursive: true }));
  const entryPoint = join(bin, "docker-entrypoint.sh");
  await writeFile(entryPoint, `#!/bin/sh\nprintf '%s\\n' "$@"\n`);
  await chmod(entryPoint, 0o755);
  const { stdout } = await run("/bin/sh", ["-c", `exec ${command}`], { env: { ...env, PATH: `${bin}:/usr/bin:/bin` } });
  return stdout.trimEnd().split("\n");
}

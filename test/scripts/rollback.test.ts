import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeRailway, startFakeRailway } from "../../sandbox/fake-railway.ts";
import { rollback } from "../../scripts/rollback.ts";
import { describeFailure } from "../../src/operator/command.ts";

const token = "0d9c1f6e-aaaa-4bbb-8ccc-5f0e6a7b8c9d";
const place = { projectId: "project-1", environmentId: "environment-1", serviceId: "service-1" };
const good = "a".repeat(40);
const bad = "b".repeat(40);

let railway: FakeRailway;
beforeEach(async () => {
  railway = await startFakeRailway({ token, ...place });
});
afterEach(() => railway.stop());

test("goes back to the deployment before the live one, watches it and names its commit", async () => {
  deployed(["older", "REMOVED"], ["previous", "REMOVED", good], ["live", "SUCCESS", bad]);
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(rollbacks()).toEqual(["previous"]);
  expect(output).toContain(`rolled back: rollback-of-previous is live with commit ${good}`);
  expect(output).toMatch(/INITIALIZING.*DEPLOYING.*SUCCESS/s);
});

test("passes over what never served and what Railway has no image of any more", async () => {
  deployed(["kept", "REMOVED"], ["broken", "FAILED"], ["gone", "REMOVED", good, false], ["live", "SUCCESS"]);
  await run();
  expect(rollbacks()).toEqual(["kept"]);
});

test("a failed deployment never replaced the one before it, which is therefore the one to leave", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"], ["newest", "FAILED"]);
  await run();
  expect(rollbacks()).toEqual(["previous"]);
});

test("leaves a crashed deployment", async () => {
  deployed(["previous", "REMOVED"], ["live", "CRASHED"]);
  await run();
  expect(rollbacks()).toEqual(["previous"]);
});

test("during the overlap the older of two running ones is the way back", async () => {
  deployed(["previous", "SUCCESS"], ["live", "SUCCESS"]);
  await run();
  expect(rollbacks()).toEqual(["previous"]);
});

test("says that a deployment under way will replace what is live", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"], ["coming", "BUILDING"]);
  const { output } = await run("--dry-run");
  expect(output).toMatch(/under way {6}coming .*BUILDING.* will replace/);
});

test("--to chooses the deployment", async () => {
  deployed(["chosen", "REMOVED", good], ["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code } = await run("--to", "chosen");
  expect(code).toBe(0);
  expect(rollbacks()).toEqual(["chosen"]);
});

test.each([
  ["nobody", /not among the service's last deployments/],
  ["gone", /cannot roll back to it/],
])("--to %s is refused before anything is changed", async (id, cause) => {
  deployed(["gone", "REMOVED", good, false], ["live", "SUCCESS"]);
  const { code, output } = await run("--to", id);
  expect(code).toBe(1);
  expect(output).toMatch(cause);
  expect(rollbacks()).toEqual([]);
});

test("a dry run says where it would go and changes nothing", async () => {
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS"]);
  const { code, output } = await run("--dry-run");
  expect(code).toBe(0);
  expect(output).toMatch(new RegExp(`going back to {2}previous .*REMOVED {2}commit ${good}\\s+dry run`));
  expect(rollbacks()).toEqual([]);
});

test("the commit may come from Git, from the message of railway up, or from nowhere", async () => {
  deployed(["git", "REMOVED"], ["up", "REMOVED"], ["unknown", "REMOVED"], ["live", "SUCCESS"]);
  for (const [id, meta] of Object.entries({
    git: { commitHash: bad },
    up: { cliMessage: `deploy ${good}` },
    unknown: {},
  }))
    Object.assign(railway.deployments.find((one) => one.id === id) ?? {}, { meta });
  expect((await run("--dry-run", "--to", "git")).output).toContain(`commit ${bad}`);
  expect((await run("--dry-run", "--to", "up")).output).toContain(`commit ${good}`);
  expect((await run("--dry-run", "--to", "unknown")).output).toContain("a commit that Railway does not know");
});

test("a rollback that fails is a failure, with where to read on", async () => {
  railway.outcome = "FAILED";
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain("The rollback ended as FAILED. Cure: read railway logs rollback-of-previous");
});

test("a rollback that never becomes live ends with the time", async () => {
  railway.outcome = "stuck";
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run("--wait", "1");
  expect(code).toBe(1);
  expect(output).toMatch(/not live in time|no answer in time/);
});

test("nothing to go back to: says how long images are kept and what is left to do", async () => {
  deployed(["gone", "REMOVED", good, false], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/72 hours \(Hobby\) or 120 hours \(Pro\).*Cure: revert the commit/);
  expect(rollbacks()).toEqual([]);
});

test("nothing is live: leaves the choice to the operator and shows it", async () => {
  deployed(["chosen", "REMOVED", good], ["newest", "FAILED"]);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/No deployment is live.*--to.*chosen/s);
  expect(rollbacks()).toEqual([]);
});

test.each([
  ["a token that does not exist", [], { RAILWAY_TOKEN: "another" }],
  ["a token that is refused with 401", [{ status: 401 }], {}],
  ["a service of somebody else", [], { RAILWAY_SERVICE_ID: "service-2" }],
])("%s is named with its cure", async (_name, failures, environment) => {
  railway.failures.push(...failures);
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run({ environment });
  expect(code).toBe(1);
  expect(output).toMatch(/Railway refuses RAILWAY_TOKEN .*Cure: make a token for this environment/);
});

test("the token of another environment is noticed before anything is changed", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run({ environment: { RAILWAY_ENVIRONMENT_ID: "environment-2" } });
  expect(code).toBe(1);
  expect(output).toContain("RAILWAY_TOKEN is a token of environment-1, but RAILWAY_ENVIRONMENT_ID is environment-2");
  expect(rollbacks()).toEqual([]);
});

test("trouble of the API that passes does not end a rollback", async () => {
  railway.failures.push({ status: 502 }, { status: 429 });
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(output).toMatch(/HTTP 502, asking again.*HTTP 429, asking again/s);
});

test("an API that does not answer ends with the time", async () => {
  railway.failures.push("hang");
  const { code, output } = await run("--wait", "1");
  expect(code).toBe(1);
  expect(output).toContain("Railway's API gave no answer in time (silence). Cure:");
});

test("a page of a proxy is no answer of the API", async () => {
  railway.failures.push("page");
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/HTTP 200 with a body that is not as expected/);
});

test("what Railway says is shown without the token", async () => {
  railway.failures.push({ message: `no plan for ${token}` });
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain("Railway refused: no plan for ***");
});

test("an address without TLS is not given the token", async () => {
  const { code, output } = await run({ environment: { RAILWAY_API_URL: "http://railway.example/graphql/v2" } });
  expect(code).toBe(1);
  expect(output).toContain("RAILWAY_API_URL must be https");
});

test("what cannot be meant is answered with the usage", async () => {
  const { code, output } = await run("previous");
  expect(code).toBe(2);
  expect(output).toContain("usage: npm run rollback");
});

test("as a process: the exit code, and every variable that is missing", async () => {
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS"]);
  const done = await runProcess(variables(), "--dry-run");
  expect(done.output).toContain("dry run: nothing was changed");
  expect(done.code).toBe(0);
  const unset = await runProcess({ RAILWAY_API_URL: railway.url, RAILWAY_TOKEN: token });
  expect(unset.code).toBe(1);
  for (const name of ["RAILWAY_PROJECT_ID", "RAILWAY_ENVIRONMENT_ID", "RAILWAY_SERVICE_ID"])
    expect(unset.output).toContain(`Required environment variable ${name} is not set`);
});

/** Oldest first: id, status, commit, whether Railway still has the image. */
function deployed(...rows: [id: string, status: string, commit?: string, canRollback?: boolean][]): void {
  railway.deployments = rows.map(([id, status, commit = bad, canRollback = true], index) => ({
    id,
    status,
    createdAt: new Date(Date.UTC(2026, 10, 21, 12, index)).toISOString(),
    canRollback,
    meta: { cliMessage: commit },
  }));
}

function rollbacks(): unknown[] {
  return railway.requests
    .filter(({ operation }) => operation === "deploymentRollback")
    .map((one) => one.variables["id"]);
}

function variables(): Record<string, string> {
  return {
    RAILWAY_API_URL: railway.url,
    RAILWAY_TOKEN: token,
    RAILWAY_PROJECT_ID: place.projectId,
    RAILWAY_ENVIRONMENT_ID: place.environmentId,
    RAILWAY_SERVICE_ID: place.serviceId,
  };
}

/** Every run proves that the token is not said. */
async function run(...args: (string | { environment: Record<string, string> })[]) {
  const lines: string[] = [];
  const words = args.filter((arg) => typeof arg === "string");
  const changes = args.filter((arg) => typeof arg !== "string").map((arg) => arg.environment);
  const environment = Object.fromEntries([variables(), ...changes].flatMap((some) => Object.entries(some)));
  const say = (line: string) => void lines.push(line);
  const code = await rollback(words, environment, say, { pauseMs: 5 }).catch((error: unknown) => {
    const failure = describeFailure(error);
    say(failure.text);
    return failure.code;
  });
  const output = lines.join("\n");
  expect(output).not.toContain(token);
  return { code, output };
}

async function runProcess(environment: Record<string, string>, ...args: string[]) {
  const running = promisify(execFile)(process.execPath, ["scripts/rollback.ts", ...args], { env: environment });
  const { stdout, stderr } = await running.catch((error: { stdout: string; stderr: string }) => error);
  return { code: running.child.exitCode, output: `${stdout}${stderr}` };
}

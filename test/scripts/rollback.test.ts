import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { good, token, useFakeRailway } from "./rollback-run.ts";

const { railway, deployed, rollbacks, variables, run } = useFakeRailway();

test("a dry run says where it would go and changes nothing", async () => {
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS"]);
  const { code, output } = await run("--dry-run");
  expect(code).toBe(0);
  expect(output).toMatch(new RegExp(`going back to {2}previous .*REMOVED {2}commit ${good}\\s+dry run`));
  expect(rollbacks()).toEqual([]);
});

test("a rollback that fails is a failure, with where to read on", async () => {
  railway().outcome = "FAILED";
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain("The rollback ended as FAILED. Cure: read railway logs rollback-of-previous");
});

test("a rollback that never becomes live ends with the time", async () => {
  railway().outcome = "stuck";
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run("--wait", "1");
  expect(code).toBe(1);
  expect(output).toMatch(/not live in time|no answer in time/);
});

test.each([
  ["a token that does not exist", [], { RAILWAY_TOKEN: "another" }],
  ["a token that is refused with 401", [{ status: 401 }], {}],
  ["a service of somebody else", [], { RAILWAY_SERVICE_ID: "service-2" }],
])("%s is named with its cure", async (_name, failures, environment) => {
  railway().failures.push(...failures);
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
  railway().failures.push({ status: 502 }, { status: 429 });
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(output).toMatch(/HTTP 502, asking again.*HTTP 429, asking again/s);
});

test("a rollback whose answer is lost is not sent again, but looked for", async () => {
  railway().loses = "answer";
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(rollbacks()).toEqual(["previous"]);
  expect(output).toContain("Not sent again: the list shows");
  expect(code).toBe(0);
});

test("a rollback that got lost itself is not sent again either", async () => {
  railway().loses = "request";
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"]);
  const { code, output } = await run("--wait", "1");
  expect(rollbacks()).toEqual(["previous"]);
  expect(output).toMatch(/last seen as not there yet|no answer in time/);
  expect(code).toBe(1);
});

test("an API that does not answer ends with the time", async () => {
  railway().failures.push("hang");
  const { code, output } = await run("--wait", "1");
  expect(code).toBe(1);
  expect(output).toContain("Railway's API gave no answer in time (silence). Cure:");
});

test("a page of a proxy is no answer of the API", async () => {
  railway().failures.push("page");
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/HTTP 200 with a body that is not as expected/);
});

test("what Railway says is shown without the token", async () => {
  railway().failures.push({ message: `no plan for ${token}` });
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain("Railway refused: no plan for ***");
});

test("an address without TLS is not given the token", async () => {
  const { code, output } = await run({ environment: { RAILWAY_API_URL: "http://railway().example/graphql/v2" } });
  expect(code).toBe(1);
  expect(output).toContain("RAILWAY_API_URL must be https");
});

test.each([
  [["previous"], "usage: npm run rollback"],
  [["--from", "main"], "--from must be a commit's hash"],
  [["--from", ""], "--from must be a commit's hash"],
])("what cannot be meant (%j) is told so", async (args, text) => {
  const { code, output } = await run(...args);
  expect(code).toBe(2);
  expect(output).toContain(text);
});

test("as a process: the exit code, and every variable that is missing", async () => {
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS"]);
  const done = await runProcess(variables(), "--dry-run");
  expect(done.output).toContain("dry run: nothing was changed");
  expect(done.code).toBe(0);
  const unset = await runProcess({ RAILWAY_API_URL: railway().url, RAILWAY_TOKEN: token });
  expect(unset.code).toBe(1);
  for (const name of ["RAILWAY_PROJECT_ID", "RAILWAY_ENVIRONMENT_ID", "RAILWAY_SERVICE_ID"])
    expect(unset.output).toContain(`Required environment variable ${name} is not set`);
});

async function runProcess(environment: Record<string, string>, ...args: string[]) {
  const running = promisify(execFile)(process.execPath, ["scripts/rollback.ts", ...args], { env: environment });
  const { stdout, stderr } = await running.catch((error: { stdout: string; stderr: string }) => error);
  return { code: running.child.exitCode, output: `${stdout}${stderr}` };
}

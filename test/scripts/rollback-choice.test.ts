import { expect, test } from "vitest";
import { bad, good, useFakeRailway } from "./rollback-run.ts";

/** Where a rollback goes, and when it goes nowhere. */

const { railway, deployed, rollbacks, run } = useFakeRailway();

test("goes back to the commit before the live one, watches it and names it", async () => {
  deployed(["older", "REMOVED"], ["previous", "REMOVED", good], ["live", "SUCCESS", bad]);
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(rollbacks()).toEqual(["previous"]);
  expect(output).toContain(`rolled back: rollback-of-previous is live with commit ${good}`);
  expect(output).toMatch(/INITIALIZING.*DEPLOYING.*SUCCESS/s);
});

test("passes over what never served", async () => {
  deployed(["previous", "REMOVED"], ["broken", "FAILED"], ["unmatched", "SKIPPED"], ["live", "SUCCESS"]);
  await run();
  expect(rollbacks()).toEqual(["previous"]);
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

test("never chooses a commit that a rollback has left; of the one before it, whichever deployment has an image", async () => {
  deployed(
    ["good", "REMOVED", good],
    ["bad", "REMOVED", bad],
    ["back", "REMOVED", good, false],
    ["live", "SUCCESS", "c".repeat(40)],
  );
  await run();
  expect(rollbacks()).toEqual(["good"]);
});

test("twice in a row goes one commit further back, not to the one that was left", async () => {
  deployed(["older", "REMOVED"], ["good", "REMOVED", good], ["bad", "REMOVED", bad], ["back", "SUCCESS", good]);
  await run();
  expect(rollbacks()).toEqual(["older"]);
});

test("a commit that was left and then deployed again for good is a way back", async () => {
  deployed(
    ["good", "REMOVED", good],
    ["left", "REMOVED", bad],
    ["back", "REMOVED", good],
    ["mended", "REMOVED", bad],
    ["live", "SUCCESS"],
  );
  await run();
  expect(rollbacks()).toEqual(["mended"]);
});

test("another deployment of the live commit is no way back", async () => {
  deployed(["previous", "REMOVED", good], ["same", "REMOVED", bad], ["live", "SUCCESS", bad]);
  await run();
  expect(rollbacks()).toEqual(["previous"]);
});

test("what may be an aborted build is neither taken nor passed over unasked", async () => {
  deployed(["older", "REMOVED"], ["aborted", "REMOVED", good, false], ["live", "SUCCESS"]);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/Before it served aborted .*72 hours \(Hobby\) or 120 hours \(Pro\).*--to:\nolder /);
  expect(rollbacks()).toEqual([]);
});

test("says that a deployment under way will replace what is live", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS"], ["coming", "BUILDING"]);
  const { output } = await run("--dry-run");
  expect(output).toMatch(/under way {6}coming .*BUILDING.* will replace/);
});

test("--from leaves that commit", async () => {
  deployed(["previous", "REMOVED", good], ["live", "SUCCESS", bad]);
  const { code } = await run("--from", bad);
  expect(code).toBe(0);
  expect(rollbacks()).toEqual(["previous"]);
});

test.each([
  ["never became live", "FAILED"],
  ["was skipped, because no file matched", "SKIPPED"],
])("--from a commit that %s changes nothing: what serves is another one", async (_why, status) => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS", good], ["newest", status, bad]);
  const { code, output } = await run("--from", bad);
  expect(code).toBe(0);
  expect(output).toContain(`nothing was changed: ${bad} is not live`);
  expect(rollbacks()).toEqual([]);
});

test("--from of something that nobody knows the commit of changes nothing", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS", "by hand"]);
  expect((await run("--from", bad)).code).toBe(0);
  expect(rollbacks()).toEqual([]);
});

test.each([
  ["SUCCESS", ["live"]],
  ["FAILED", []],
] as const)("--from waits for a deployment under way before it judges (%s)", async (outcome, expected) => {
  railway().outcome = outcome;
  deployed(["previous", "REMOVED"], ["live", "SUCCESS", good], ["coming", "INITIALIZING", bad]);
  const { code, output } = await run("--from", bad);
  expect(output).toMatch(/waiting for {4}coming .*INITIALIZING.*waiting for {4}coming .*DEPLOYING/s);
  expect(code).toBe(0);
  expect(rollbacks()).toEqual(expected);
});

test("--from changes nothing when what is under way does not end in time", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS", bad], ["coming", "BUILDING", good]);
  const { code, output } = await run("--from", bad, "--wait", "1");
  expect(code).toBe(1);
  expect(output).toMatch(/still under way, so nothing was changed|no answer in time/);
  expect(rollbacks()).toEqual([]);
});

test("--from does not wait for a deployment that a person has to approve", async () => {
  deployed(["previous", "REMOVED"], ["live", "SUCCESS", bad], ["waiting", "NEEDS_APPROVAL", good]);
  await run("--from", bad);
  expect(rollbacks()).toEqual(["previous"]);
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

test("the commit may come from Git, from the message of railway up, or from nowhere", async () => {
  deployed(["git", "REMOVED"], ["up", "REMOVED"], ["unknown", "REMOVED"], ["live", "SUCCESS"]);
  for (const [id, meta] of Object.entries({
    git: { commitHash: bad },
    up: { cliMessage: `deploy ${good}` },
    unknown: {},
  }))
    Object.assign(railway().deployments.find((one) => one.id === id) ?? {}, { meta });
  expect((await run("--dry-run", "--to", "git")).output).toContain(`commit ${bad}`);
  expect((await run("--dry-run", "--to", "up")).output).toContain(`commit ${good}`);
  expect((await run("--dry-run", "--to", "unknown")).output).toContain("a commit that Railway does not know");
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

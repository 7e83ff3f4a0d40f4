import { setTimeout as pause } from "node:timers/promises";
import { isHttpsOrLoopback } from "../src/config.ts";
import { CommandError, describeFailure, parseCommandLine, UsageError, wholeNumber } from "../src/operator/command.ts";
import { connectRailway, type Deployment, type Railway } from "./railway-api.ts";

/** `npm run rollback`: the deployment before this one runs again. */

const usage = [
  "usage: npm run rollback -- [--to DEPLOYMENT] [--from COMMIT] [--dry-run] [--wait SECONDS]",
  "Needs RAILWAY_TOKEN (a project token), RAILWAY_PROJECT_ID, RAILWAY_ENVIRONMENT_ID and RAILWAY_SERVICE_ID.",
].join("\n");
const API = "https://backboard.railway.com/graphql/v2";
/** Of everything together. The pipeline promises a rollback within 5 minutes. */
const WAIT_S = 240;
const LONGEST_WAIT_S = 900;

/** What serves or has served. Crashed counts: that is what one wants to leave. */
const isLive = ({ status }: Deployment) => ["SUCCESS", "SLEEPING", "CRASHED"].includes(status);
const isMoving = ({ status }: Deployment) => ["BUILDING", "DEPLOYING", "INITIALIZING", "QUEUED"].includes(status);
const isUnderWay = (one: Deployment) => isMoving(one) || ["NEEDS_APPROVAL", "WAITING"].includes(one.status);
const hasServed = ({ status }: Deployment) => ["SUCCESS", "SLEEPING", "REMOVING", "REMOVED"].includes(status);

type Environment = Record<string, string | undefined>;
type Say = (line: string) => void;

/**
 * Starts the last commit again that served before the live one, with its own image and variables and without a build, and
 * returns 0 when it is live: Railway has then had a 200 from its readiness.
 *
 * The database stays as it is. Migrations only go forward, and a build works with a schema that is newer than its own
 * (database/migrate.ts leaves such a database alone): going back with the code needs no going back with the data.
 *
 * Railway brings all variables of that deployment back, too: after a key rotation set the new values again.
 *
 * With `--from` only that commit is left: the pipeline cannot tell whether what it uploaded went live (`railway up --ci`
 * ends with the build, docs.railway.com/cli/up, or at once when no changed file matches the watch patterns). When another
 * commit is live after everything that was under way, nothing is changed and 0 returned.
 * @throws UsageError
 * @throws CommandError with cause and cure
 */
export async function rollback(
  args: string[],
  environment: Environment,
  say: Say,
  { pauseMs = 3_000 } = {},
): Promise<number> {
  const { to, from, isDryRun, waitSeconds } = parse(args);
  const deadline = AbortSignal.timeout(waitSeconds * 1000);
  const railway = connectRailway({ ...settingsOf(environment), deadline, pauseMs, say });
  await railway.checkToken();
  const before =
    from === undefined ? await railway.deployments() : await untilSettled({ railway, deadline, pauseMs, say });
  const live = before.find(isLive);
  if (live !== undefined) say(`live is        ${describe(live)}`);
  for (const one of before.filter(isUnderWay)) say(`under way      ${describe(one)}, will replace what is live`);
  if (live !== undefined && from !== undefined && !live.commit?.startsWith(from)) {
    say(`nothing was changed: ${from} is not live, so there is nothing to go back from`);
    return 0;
  }
  const target = to === undefined ? previousOf(before, live ?? nothingLive(before)) : named(before, to);
  say(`going back to  ${describe(target)}`);
  if (isDryRun) {
    say("dry run: nothing was changed");
    return 0;
  }
  await railway.rollBackTo(target.id);
  const restored = await untilLive({ railway, before, deadline, pauseMs, say });
  say(`rolled back: ${restored.id} is live with ${commitOf(target)}`);
  return 0;
}

function parse(args: string[]) {
  const options = {
    to: { type: "string" },
    from: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    wait: { type: "string", default: String(WAIT_S) },
  } as const;
  const { values, positionals } = parseCommandLine(args, options);
  if (positionals.length > 0) throw new UsageError(usage);
  if (values.from !== undefined && !/^[\da-f]{7,40}$/.test(values.from))
    throw new UsageError("--from must be a commit's hash, of at least 7 digits");
  return {
    to: values.to,
    from: values.from,
    isDryRun: values["dry-run"],
    waitSeconds: wholeNumber("--wait", values.wait, LONGEST_WAIT_S),
  };
}

function settingsOf(environment: Environment) {
  const missing: string[] = [];
  const required = (name: string): string => {
    const value = environment[name]?.trim() ?? "";
    if (value === "") missing.push(`Required environment variable ${name} is not set`);
    return value;
  };
  const settings = {
    token: required("RAILWAY_TOKEN"),
    projectId: required("RAILWAY_PROJECT_ID"),
    environmentId: required("RAILWAY_ENVIRONMENT_ID"),
    serviceId: required("RAILWAY_SERVICE_ID"),
  };
  if (missing.length > 0)
    throw new CommandError(
      [...missing, "Cure: ids are in the dashboard (Ctrl K, copy), the token under project settings, Tokens"].join(
        "\n",
      ),
    );
  const url = URL.parse(environment["RAILWAY_API_URL"] || API);
  if (url === null || !isHttpsOrLoopback(url))
    throw new CommandError("RAILWAY_API_URL must be https: the token is sent there. http is for loopback only");
  return { ...settings, url: url.href };
}

/** Where nobody works any more is not waited for: a person has to act on it. */
async function untilSettled({ railway, deadline, pauseMs, say }: Omit<Watch, "before">): Promise<Deployment[]> {
  let seen = "";
  while (!deadline.aborted) {
    const deployments = await railway.deployments();
    const coming = deployments.find(isMoving);
    if (coming === undefined) return deployments;
    const line = `waiting for    ${describe(coming)}`;
    if (line !== seen) say(line);
    seen = line;
    await pause(pauseMs, undefined, { signal: deadline }).catch(() => undefined);
  }
  throw new CommandError(
    "A deployment is still under way, so nothing was changed. Cure: look at Deployments in the dashboard, run this again",
  );
}

/**
 * The newest commit that served before the live one and was not left by a rollback, in whichever deployment of it can be
 * started again. Nothing else is chosen unasked: a commit of which Railway has no image may be a build that was aborted,
 * which is REMOVED as well (docs.railway.com/deployments/reference), and what is older may be long out of date.
 */
function previousOf(deployments: Deployment[], live: Deployment): Deployment {
  const earlier = deployments.slice(deployments.indexOf(live) + 1).filter(hasServed);
  const history = [live, ...earlier];
  const chosen = earlier.find((one) => !isSame(one, live) && !wasLeft(one, history));
  const target = chosen && earlier.find((one) => isSame(one, chosen) && one.canRollback);
  if (target !== undefined) return target;
  const cause =
    chosen === undefined
      ? "No earlier deployment served another commit that was not left by a rollback"
      : `Before it served ${describe(chosen)}, and Railway can roll back to no deployment of it`;
  throw new CommandError(
    [
      `${cause}. Railway keeps images for 72 hours (Hobby) or 120 hours (Pro) after their removal. ` +
        "Cure: revert the commit and deploy it, or Redeploy an earlier deployment in the dashboard, which builds it again, or choose with --to:",
      ...choicesOf(deployments, live),
    ].join("\n"),
  );
}

/** Whether its commit was followed by one that had first served before it. `history`: newest first. */
function wasLeft(deployment: Deployment, history: Deployment[]): boolean {
  const firstOf = (one: Deployment) => history.findLastIndex((other) => isSame(other, one));
  const last = history.findIndex((one) => isSame(one, deployment));
  return history.slice(0, last).some((newer) => firstOf(newer) > firstOf(deployment));
}

/** Of the same commit. What Railway knows no commit of is like nothing else. */
function isSame(a: Deployment, b: Deployment): boolean {
  return a.commit === undefined ? a === b : a.commit === b.commit;
}

function choicesOf(deployments: Deployment[], live?: Deployment): string[] {
  return deployments.filter((one) => one !== live && hasServed(one) && one.canRollback).map(describe);
}

function nothingLive(deployments: Deployment[]): never {
  throw new CommandError(
    ["No deployment is live. Cure: choose where to go with --to:", ...choicesOf(deployments)].join("\n"),
  );
}

function named(deployments: Deployment[], id: string): Deployment {
  const target = deployments.find((one) => one.id === id);
  if (target === undefined)
    throw new CommandError(`--to ${id}: not among the service's last deployments. Cure: railway deployment list`);
  if (!target.canRollback)
    throw new CommandError(
      `--to ${id}: Railway cannot roll back to it (${target.status}), its image may be gone. Cure: choose another, or Redeploy it in the dashboard`,
    );
  return target;
}

interface Watch {
  railway: Railway;
  before: Deployment[];
  deadline: AbortSignal;
  pauseMs: number;
  say: Say;
}

/** A rollback answers no id: it is the first deployment that was not there before. */
async function untilLive({ railway, before, deadline, pauseMs, say }: Watch): Promise<Deployment> {
  const known = new Set(before.map(({ id }) => id));
  let seen = "not there yet";
  while (!deadline.aborted) {
    const now = await railway.deployments();
    const restored = now.findLast(({ id }) => !known.has(id));
    const status = restored?.status ?? seen;
    if (status !== seen) say(`rollback: ${status}`);
    seen = status;
    if (restored !== undefined && (status === "SUCCESS" || status === "SLEEPING")) return restored;
    if (restored !== undefined && !isUnderWay(restored))
      throw new CommandError(
        `The rollback ended as ${status}. Cure: read railway logs ${restored.id}, then choose an earlier deployment with --to`,
      );
    await pause(pauseMs, undefined, { signal: deadline }).catch(() => undefined);
  }
  throw new CommandError(
    `The rollback is not live in time, it was last seen as ${seen}. It may still become so. Cure: look at Deployments in the dashboard`,
  );
}

function describe(deployment: Deployment): string {
  return `${deployment.id}  ${deployment.createdAt}  ${deployment.status}  ${commitOf(deployment)}`;
}

function commitOf({ commit }: Deployment): string {
  return commit === undefined ? "a commit that Railway does not know" : `commit ${commit}`;
}

/** @throws what has no cause and cure */
async function main(): Promise<number> {
  try {
    return await rollback(process.argv.slice(2), process.env, (line) => void process.stdout.write(`${line}\n`));
  } catch (error) {
    const { text, code } = describeFailure(error);
    process.stderr.write(`${text}\n`);
    return code;
  }
}

// A look-up of a host name cannot be cancelled, and would hold the process after everything is said.
if (import.meta.main) process.exit(await main());

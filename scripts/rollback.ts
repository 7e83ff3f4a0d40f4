import { setTimeout as pause } from "node:timers/promises";
import { loopback } from "../src/config-values.ts";
import { CommandError, describeFailure, parseCommandLine, UsageError, wholeNumber } from "../src/operator/command.ts";
import { connectRailway, type Deployment, type Railway } from "./railway-api.ts";

/** `npm run rollback`: the deployment before this one runs again. */

const usage = [
  "usage: npm run rollback -- [--to DEPLOYMENT] [--dry-run] [--wait SECONDS]",
  "Needs RAILWAY_TOKEN (a project token), RAILWAY_PROJECT_ID, RAILWAY_ENVIRONMENT_ID and RAILWAY_SERVICE_ID.",
].join("\n");
const API = "https://backboard.railway.com/graphql/v2";
/** Of everything together. The pipeline promises a rollback within 5 minutes. */
const WAIT_S = 240;
const LONGEST_WAIT_S = 900;

/** What serves or has served. Crashed counts: that is what one wants to leave. */
const isLive = ({ status }: Deployment) => ["SUCCESS", "SLEEPING", "CRASHED"].includes(status);
const isUnderWay = ({ status }: Deployment) =>
  ["BUILDING", "DEPLOYING", "INITIALIZING", "NEEDS_APPROVAL", "QUEUED", "WAITING"].includes(status);
const hasServed = ({ status }: Deployment) => ["SUCCESS", "SLEEPING", "REMOVING", "REMOVED"].includes(status);

type Environment = Record<string, string | undefined>;
type Say = (line: string) => void;

/**
 * Starts the last deployment again that served before the live one, with its own image and variables and without a
 * build, and returns 0 when it is live: Railway has then had a 200 from its readiness.
 *
 * The database stays as it is. Migrations only go forward, and a build works with a schema that is newer than its own
 * (database/migrate.ts leaves such a database alone): going back with the code needs no going back with the data.
 *
 * Railway brings all variables of that deployment back, too: after a key rotation set the new values again.
 *
 * Twice in a row goes back to the build that was left, because Railway shows a rollback as a new deployment: then say
 * `--to`.
 * @throws UsageError
 * @throws CommandError with cause and cure
 */
export async function rollback(
  args: string[],
  environment: Environment,
  say: Say,
  { pauseMs = 3_000 } = {},
): Promise<number> {
  const { to, isDryRun, waitSeconds } = parse(args);
  const deadline = AbortSignal.timeout(waitSeconds * 1000);
  const railway = connectRailway({ ...settingsOf(environment), deadline, pauseMs, say });
  await railway.checkToken();
  const before = await railway.deployments();
  const target = to === undefined ? previousOf(before, say) : named(before, to);
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

function parse(args: string[]): { to: string | undefined; isDryRun: boolean; waitSeconds: number } {
  const options = {
    to: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    wait: { type: "string", default: String(WAIT_S) },
  } as const;
  const { values, positionals } = parseCommandLine(args, options);
  if (positionals.length > 0) throw new UsageError(usage);
  return {
    to: values.to,
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
  const isProtected = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.test(url.hostname));
  if (url === null || !isProtected)
    throw new CommandError("RAILWAY_API_URL must be https: the token is sent there. http is for loopback only");
  return { ...settings, url: url.href };
}

/** The newest one before the live one that served and can be started again. */
function previousOf(deployments: Deployment[], say: Say): Deployment {
  const live = deployments.find(isLive);
  const choices = deployments.filter((one) => one !== live && hasServed(one) && one.canRollback);
  if (live === undefined)
    throw new CommandError(
      ["No deployment is live. Cure: choose where to go with --to:", ...choices.map(describe)].join("\n"),
    );
  for (const one of deployments.filter(isUnderWay)) say(`under way      ${describe(one)}, will replace what is live`);
  say(`live is        ${describe(live)}`);
  const target = choices.find((one) => deployments.indexOf(one) > deployments.indexOf(live));
  if (target === undefined)
    throw new CommandError(
      "No earlier deployment can be rolled back to: Railway keeps images for 72 hours (Hobby) or 120 hours (Pro) after their removal. " +
        "Cure: revert the commit and deploy it, or Redeploy an earlier deployment in the dashboard, which builds it again",
    );
  return target;
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
  let seen = "";
  while (!deadline.aborted) {
    const now = await railway.deployments();
    const restored = now.findLast(({ id }) => !known.has(id));
    const status = restored?.status ?? "accepted";
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

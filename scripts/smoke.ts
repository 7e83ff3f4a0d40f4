import { setTimeout as pause } from "node:timers/promises";
import { isHttpsOrLoopback } from "../src/config.ts";
import { variables } from "../src/config-variables.ts";
import { parseCommandLine, UsageError, wholeNumber } from "../src/operator/command.ts";
import { createAsk, Failed, Skipped } from "./smoke/ask.ts";
import {
  type Check,
  commitCheck,
  furtherChecks,
  healthCheck,
  isThere,
  type Secrets,
  steadyCheck,
} from "./smoke/checks.ts";

/** `npm run smoke -- https://service.example.com`: whether a deployed service is the one that was meant, and works. */

const usage = [
  "usage: npm run smoke -- https://service.example.com [--commit SHA] [--wait SECONDS]",
  "Secrets come from the environment: WHATSAPP_VERIFY_TOKEN, DIALOG360_WEBHOOK_SECRET, HEALTH_TOKEN.",
].join("\n");
/** For everything after the wait. */
export const LIMIT_MS = 120_000;
const LONGEST_WAIT_S = 900;
/**
 * More than overlapSeconds (20, railway.toml): for so long the old deployment still answers beside the new one, at random.
 * Whoever asks once may see the new one and then check the old one.
 */
export const STEADY_MS = 25_000;

interface Outcome {
  status: "ok" | "FAIL" | "skipped";
  line: string;
}

type Environment = Record<string, string | undefined>;

/**
 * The exit code: 0 nothing failed, 1 something did, 2 usage. Nothing is stored in the service, and no secret is said or
 * sent to somebody whose /health is not this service's.
 */
export async function smoke(
  args: string[],
  environment: Environment,
  say: (line: string) => void,
  { steadyMs = STEADY_MS, pauseMs = 1_000 } = {},
): Promise<number> {
  const { url, commit, waitMs } = parse(args);
  const secrets = secretsOf(environment);
  const tell = (line: string) => say(withoutSecrets(line, secrets));
  tell(`smoke test of ${url}`);
  if (waitMs > 0) tell(`waiting for it, up to ${waitMs / 1000} s`);
  const isSteady = await waitUntilThere({
    url,
    commit,
    waitMs,
    steadyMs: commit === undefined ? 0 : steadyMs,
    pauseMs,
  });
  const ask = createAsk(url, AbortSignal.timeout(LIMIT_MS));
  const first = await outcomeOf(healthCheck(ask));
  const further = furtherChecks({ ask, secrets, isOurs: first.status === "ok" });
  const outcomes = [first, ...(await Promise.all(further.map(outcomeOf)))];
  // Last: what was checked has to be the commit that is meant to the end.
  const last = commit === undefined ? [] : [commitCheck(ask, commit)];
  if (commit !== undefined && waitMs > 0) last.unshift(steadyCheck(commit, steadyMs, isSteady));
  for (const check of last) outcomes.push(await outcomeOf(check));
  for (const { line } of outcomes) tell(line);
  const count = (status: Outcome["status"]) => outcomes.filter((one) => one.status === status).length;
  tell(`${count("ok")} ok, ${count("FAIL")} failed, ${count("skipped")} skipped`);
  return count("FAIL") > 0 ? 1 : 0;
}

function parse(args: string[]): { url: string; commit: string | undefined; waitMs: number } {
  const options = { commit: { type: "string" }, wait: { type: "string", default: "0" } } as const;
  const { values, positionals } = parseCommandLine(args, options);
  const [address = "", ...more] = positionals;
  const url = URL.parse(address);
  if (url === null || more.length > 0) throw new UsageError(usage);
  if (!isHttpsOrLoopback(url))
    throw new UsageError("The address must be https: secrets are sent there. http is for loopback only");
  if (url.pathname !== "/" || url.search !== "" || url.username !== "")
    throw new UsageError("The address must be no more than https:// and the host");
  const { commit, wait } = values;
  if (commit !== undefined && !/^[\da-f]{7,40}$/.test(commit))
    throw new UsageError("--commit must be a commit's hash, of at least 7 digits");
  const waitMs = wait === "0" ? 0 : wholeNumber("--wait", wait, LONGEST_WAIT_S) * 1000;
  return { url: url.origin, commit, waitMs };
}

/**
 * The first value of each: the second one of a secret that rotates is the old one.
 * @throws UsageError for one that is set and cannot be meant: a check that is skipped because of it would look well
 */
function secretsOf(environment: Environment): Secrets {
  const first = (name: keyof Secrets) => {
    const given = environment[name] ?? "";
    if (given === "") return undefined;
    const { data, error } = variables.shape[name].safeParse(given);
    if (error !== undefined) throw new UsageError(`${name} is wrong: ${error.issues[0]?.message}`);
    return data?.[0];
  };
  return {
    HEALTH_TOKEN: first("HEALTH_TOKEN"),
    WHATSAPP_VERIFY_TOKEN: first("WHATSAPP_VERIFY_TOKEN"),
    DIALOG360_WEBHOOK_SECRET: first("DIALOG360_WEBHOOK_SECRET"),
  };
}

interface Wait {
  url: string;
  commit: string | undefined;
  waitMs: number;
  steadyMs: number;
  pauseMs: number;
}

/**
 * Until it takes traffic and runs the commit, whenever it is asked for `steadyMs`, or the time is over: then the checks
 * say what is missing. Any other answer starts the count anew. Returns whether it was so.
 */
async function waitUntilThere({ url, commit, waitMs, steadyMs, pauseMs }: Wait): Promise<boolean> {
  const deadline = AbortSignal.timeout(waitMs);
  const ask = createAsk(url, deadline);
  let since: number | undefined;
  while (!deadline.aborted) {
    const isNow = await isThere(ask, commit);
    const now = performance.now();
    since = isNow ? (since ?? now) : undefined;
    if (since !== undefined && now - since >= steadyMs) return true;
    await pause(pauseMs, undefined, { signal: deadline }).catch(() => undefined);
  }
  return false;
}

async function outcomeOf({ name, run }: Check): Promise<Outcome> {
  try {
    return { status: "ok", line: `ok    ${name}: ${await run()}` };
  } catch (error) {
    if (error instanceof Skipped) return { status: "skipped", line: `--    ${name}: skipped: ${error.message}` };
    if (!(error instanceof Failed)) throw error;
    return { status: "FAIL", line: `FAIL  ${name}: ${error.message}. Cure: ${error.cure}` };
  }
}

/** The last line of defence: a version, too, comes from whoever answers. */
function withoutSecrets(line: string, secrets: Secrets): string {
  const values = Object.values(secrets).filter((value) => value !== undefined);
  return values.reduce((text, value) => text.replaceAll(value, "***"), line);
}

/** @throws what is no usage error */
async function main(): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    return await smoke(process.argv.slice(2), process.env, say);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

// A look-up of a host name cannot be cancelled, and would hold the process after everything is said.
if (import.meta.main) process.exit(await main());

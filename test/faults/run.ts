import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
import { killTable } from "../model/explore.ts";
import { check, type Verdict } from "./check.ts";
import { mutants } from "./mutants.ts";
import { type JudgedRun, type Kill, reportOf } from "./report.ts";
import { type FaultOptions, type RunHistory, runFaults } from "./runner.ts";
import { isFaultKind, leastFaults } from "./schedule.ts";

/** `npm run test:faults`: runs the service while everything around it breaks, and says whether it kept its promises. */

const { values } = parseArgs({
  options: {
    messages: { type: "string" },
    seed: { type: "string" },
    full: { type: "boolean", default: false },
    "no-redis": { type: "boolean", default: false },
    /** Two long runs, the second without Redis, a quiet one, and every guard broken once; writes PROOF.md. */
    proof: { type: "boolean", default: false },
    /** Kinds of faults, separated by commas, instead of the schedule's. */
    faults: { type: "string" },
    "no-faults": { type: "boolean", default: false },
    /** Another main.js than the one that is built now. */
    bundle: { type: "string" },
    /** Where to write the whole run, for looking into it and for `--report`. */
    save: { type: "string" },
    /** Saved runs to judge: breaks the guards and writes PROOF.md, as `--proof` does after its runs. */
    report: { type: "string", multiple: true },
    /** A directory for the logs of the servers. */
    logs: { type: "string" },
  },
});
/** About seventeen minutes. */
const QUIET_MESSAGES = 60_000;
const savedSchema = z.custom<Saved>(
  (value) => typeof value === "object" && value !== null && "options" in value && "history" in value,
  "no run that --save has written",
);
const root = fileURLToPath(new URL("../../", import.meta.url));
const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, interrupt);

try {
  if (values.bundle === undefined) await promisify(execFile)(process.execPath, ["build.ts"], { cwd: root });
  if (values.report !== undefined) await report(await Promise.all(values.report.map(readSaved)));
  else if (values.proof) await prove();
  else note((await judged(chosenRun())).ok);
} catch (error) {
  say(interruption.signal.aborted ? "interrupted, everything is stopped" : `The run failed: ${wordsOf(error)}`);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}
// Idle connections of the stopped parts would hold us up for some seconds.
process.exit();

function chosenRun(): FaultOptions {
  const faults = values["no-faults"] ? [] : values.faults?.split(",").filter(isFaultKind);
  return {
    ...common(),
    messages: Number(values.messages ?? 600),
    redis: !values["no-redis"],
    full: values.full,
    ...(faults !== undefined && { faults }),
  };
}

/** Half an hour: each run is saved, so that one which was disturbed can be repeated alone. */
async function prove(): Promise<void> {
  const options = { ...common(), messages: Number(values.messages ?? 10_000), full: true };
  await report([
    await judged({ ...options, redis: true }),
    await judged({ ...options, redis: false, seed: options.seed + 1 }),
    // Long lives, for the memory: nothing is killed.
    await judged({
      ...options,
      redis: true,
      seed: options.seed + 2,
      messages: QUIET_MESSAGES,
      faults: ["redis-flush"],
    }),
  ]);
}

async function report(runs: Judged[]): Promise<void> {
  const [first] = runs;
  if (first === undefined) return;
  const kills = await breakGuards();
  const { postgres, redis } = first.run.history.versions;
  const machine = {
    node: process.version,
    postgres,
    redis,
    cpus: availableParallelism(),
    date: new Date().toISOString(),
  };
  const judgedRuns = runs.map(({ run }) => run);
  await writeFile(`${root}PROOF.md`, reportOf(judgedRuns, kills, machine));
  note(runs.every(({ ok }) => ok));
}

/** Every guard taken away once: each has a test that turns red without it. @throws when one does not */
async function breakGuards(): Promise<Kill[]> {
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
  say(`breaking ${mutants.length} guards`);
  await promisify(execFile)(process.execPath, [vitest, "run", "test/database/mutants.test.ts"], {
    cwd: root,
    signal: interruption.signal,
  });
  const stepped = mutants.map(({ guard, file, proof, harm }) => ({ guard, where: file, check: proof, harm }));
  say("breaking the guards of the model");
  const explored = killTable().map(({ guard, promise, steps }) => {
    return { guard, where: "test/model", check: `the model: ${promise}`, harm: `broken after ${steps} steps` };
  });
  return [...stepped, ...explored];
}

function common() {
  const { bundle, logs, seed = "1" } = values;
  return {
    seed: Number(seed),
    ...(bundle !== undefined && { bundle }),
    ...(logs !== undefined && { logs }),
    signal: interruption.signal,
    log: say,
  };
}

interface Judged {
  ok: boolean;
  run: JudgedRun & { history: RunHistory };
}

/** Runs, judges and tells. */
async function judged(options: FaultOptions): Promise<Judged> {
  say(`seed ${options.seed}, ${options.messages} messages, ${options.redis ? "with" : "without"} Redis`);
  const history = await runFaults(options);
  const { seed, messages, redis, full, faults } = options;
  const saved: Saved = { options: { seed, messages, redis, full, ...(faults !== undefined && { faults }) }, history };
  const file = values.save ?? (values.proof ? `${tmpdir()}/faults-${seed}.json` : undefined);
  if (file !== undefined) {
    await writeFile(file, JSON.stringify(saved));
    say(`saved in ${file}`);
  }
  return judge(saved);
}

interface Saved {
  options: Pick<FaultOptions, "seed" | "messages" | "redis" | "full" | "faults">;
  history: RunHistory;
}

async function readSaved(file: string): Promise<Judged> {
  const saved = savedSchema.parse(JSON.parse(await readFile(file, "utf8")));
  say(`${file}: seed ${saved.options.seed}`);
  return judge(saved);
}

function judge({ options, history }: Saved): Judged {
  const least = { acknowledged: options.messages, faults: leastFaults(options) };
  const verdict = check(history, { minimums: least });
  return { ok: tell(history, verdict), run: { history, verdict, options } };
}

function note(ok: boolean): void {
  if (!ok) process.exitCode = 1;
}

function tell({ startedAt, endedAt, faults, quiet }: RunHistory, verdict: Verdict): boolean {
  const crashes = faults.filter(({ kind }) => kind === "crash").length;
  say(`\n${Math.round((endedAt - startedAt) / 1_000)} s`);
  for (const [name, count] of Object.entries(verdict.counts)) say(`  ${name} ${JSON.stringify(count)}`);
  say(`  recoveries ${verdict.recoveries.count}, the longest ${Math.round(verdict.recoveries.longestMs)} ms`);
  for (const { promise, person, ids, what } of verdict.violations) {
    say(`${promise}: ${what}${person === null ? "" : `, ${person}`} ${ids.join(" ")}`);
  }
  if (!quiet) say("not everything came to an end");
  if (crashes > 0) say(`${crashes} processes ended by themselves`);
  const ok = verdict.ok && quiet && crashes === 0;
  say(ok ? "kept every promise" : "BROKE PROMISES");
  return ok;
}

function interrupt(): void {
  // The watchdogs of all that runs see our end and kill it.
  if (interruption.signal.aborted) process.exit(130);
  interruption.abort(new Error("interrupted"));
  say("stopping (once more kills at once)");
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

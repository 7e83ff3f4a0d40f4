import type { Verdict } from "./check.ts";
import type { History } from "./history.ts";
import { limits } from "./judge/limits.ts";
import type { BrokenPromise } from "./judge/violation.ts";

/** A guard that was broken on purpose. */
export interface Kill {
  guard: string;
  /** File of the guard. */
  where: string;
  /** The check that turned red, and what it said. */
  check: string;
  harm: string;
}

export interface JudgedRun {
  history: History;
  verdict: Verdict;
  options: { seed: number; messages: number; redis: boolean; full: boolean; faults?: readonly string[] };
}

/** What the runs ran on. */
export interface Machine {
  node: string;
  postgres: string;
  redis: string;
  cpus: number;
  /** ISO 8601. */
  date: string;
}

type Row = readonly (string | number)[];

/** PROOF.md: what was broken, what came of it, and how to see it again. */
export function reportOf(runs: JudgedRun[], kills: Kill[], machine: Machine): string {
  const isSound = runs.length > 0 && runs.every(({ verdict }) => verdict.ok);
  return [
    "# Proof",
    opening,
    isSound ? "**Every promise held in every run.**" : "**Not every promise held.** What broke is listed below.",
    ...numbers(runs),
    ...faults(runs),
    ...recoveries(runs),
    ...memory(runs),
    ...violations(runs),
    ...guards(kills),
    ...again(runs, machine),
    "## What this does not show",
    limits.map((limit) => `- ${limit}`).join("\n"),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

const opening = `Candidates write, recruiters take over, and meanwhile servers are killed and paused, Redis is emptied, Postgres is stopped, and connections
are cut. Then the run is judged from outside: by what the clients were told, by what the fake 360dialog and the fake Chatwoot received,
and only then by what the database holds. The service is the production bundle, two processes of it.`;

function numbers(runs: JudgedRun[]): string[] {
  const zero = (promise: BrokenPromise): ((run: JudgedRun) => string) => {
    return ({ verdict }) => (verdict.broken[promise] === 0 ? "0" : `**${verdict.broken[promise]}**`);
  };
  const lines: [what: string, value: (run: JudgedRun) => string | number][] = [
    ["Seed", ({ history }) => history.seed],
    ["Redis", ({ history }) => (history.redis ? "yes" : "none at all")],
    ["Length", ({ history }) => duration(history.endedAt - history.startedAt)],
    ["Faults", ({ history }) => history.faults.length],
    ["Candidates", ({ verdict }) => count(verdict.counts.people)],
    ["Messages acknowledged", ({ verdict }) => count(verdict.counts.acknowledged)],
    ["Duplicates posted on purpose", ({ verdict }) => count(verdict.counts.duplicates)],
    ["Posts in all, repetitions included", ({ verdict }) => count(verdict.counts.posts)],
    ["Turns", ({ verdict }) => count(verdict.counts.turns)],
    ["Texts that candidates got", ({ verdict }) => count(verdict.counts.texts)],
    ["Takeovers / STOPs", ({ verdict }) => `${count(verdict.counts.takeovers)} / ${count(verdict.counts.stops)}`],
    ["Lost", zero("lost")],
    ["Doubled", zero("doubled")],
    ["Out of order", zero("out of order")],
    ["Sends of the bot after a takeover or STOP", zero("after takeover or STOP")],
    ["STOPs without exactly one confirmation", zero("confirmation")],
    ["Texts that nobody had to send", zero("unexplained")],
    ["Conversations that the safety net had to wake", ({ verdict }) => count(verdict.counts.rescues)],
    ["Sends repeated because their outcome stayed unknown", ({ verdict }) => count(verdict.counts.unknownResends)],
    ["… of which the candidate got the text twice", ({ verdict }) => count(verdict.counts.doubledInWindow)],
    ["Longest recovery", ({ verdict }) => seconds(verdict.recoveries.longestMs)],
    ["Longest recovery with an unknown send", ({ verdict }) => seconds(verdict.recoveriesOfUnknownSends.longestMs)],
    ["Memory held, MB a minute (least … most)", ({ verdict }) => slopes(verdict, "heldMbPerMinute")],
    ["Memory resident, MB a minute (least … most)", ({ verdict }) => slopes(verdict, "mbPerMinute")],
  ];
  const head = ["", ...runs.map((_run, place) => `Run ${place + 1}`)];
  return [
    "## Numbers",
    table(
      head,
      lines.map(([what, value]) => [what, ...runs.map(value)]),
    ),
    meaning,
  ];
}

const meaning = `*Lost*: acknowledged with 200 and not in exactly one turn, or not in Chatwoot, or the last message of somebody who was never answered, or a text
that never arrived. *Doubled*: in two turns, in Chatwoot twice, or at the candidate more often than once plus the repetitions that were
counted. WhatsApp has no idempotency key, so a send whose outcome stays unknown is repeated once, and counted. *Out of order*: in Chatwoot,
in the turns, or at the candidate.`;

function faults(runs: JudgedRun[]): string[] {
  const kinds = [...new Set(runs.flatMap(({ verdict }) => Object.keys(verdict.counts.faults)))].toSorted();
  const rows = kinds.map((kind) => [kind, ...runs.map(({ verdict }) => verdict.counts.faults[kind] ?? 0)]);
  return ["## Faults", table(["Kind", ...runs.map((_run, place) => `Run ${place + 1}`)], rows)];
}

function recoveries(runs: JudgedRun[]): string[] {
  const rows = runs.flatMap(({ verdict }, place) =>
    verdict.recoveries.listed.map(({ fault, ms }) => [`Run ${place + 1}`, fault.kind, fault.target, seconds(ms)]),
  );
  const explained = `From the end of a fault until nothing that waited then waited any more. A worker that dies holds its turn for a lease of 12 s at most; a
send without an answer waits longer on purpose and is told apart.`;
  if (rows.length === 0) return ["## Recovery", `${explained} No recovery took longer than 15 s.`];
  return ["## Recovery", `${explained} Longer than 15 s:`, table(["Run", "Fault", "Target", "Took"], rows)];
}

function memory(runs: JudgedRun[]): string[] {
  const rows = runs.flatMap(({ verdict }, place) =>
    verdict.memory.map(({ process, minutes, mbPerMinute, highestMb, heldMb, heldMbPerMinute }) => {
      const held = heldMb === undefined ? "–" : megabytes(heldMb);
      const rise = heldMbPerMinute === undefined ? "–" : slope(heldMbPerMinute);
      return [`Run ${place + 1}`, process, minutes.toFixed(1), held, rise, megabytes(highestMb), slope(mbPerMinute)];
    }),
  );
  const explained = `Every process life above five minutes, with a heap of at most 192 MB: the highest reading, and the slope by least squares
over its second half. *Held* is what is left after collections (objects and their buffers, the least reading of each minute), *resident*
what the process has taken. What is killed every other minute only shows how it warms up, so one run is quiet.`;
  if (rows.length === 0) return ["## Memory", `${explained} No process lived that long.`];
  return ["## Memory", explained, table(memoryHead, rows)];
}

function violations(runs: JudgedRun[]): string[] {
  const rows = runs.flatMap(({ verdict }, place) =>
    verdict.violations.map(({ promise, ids, what }) => [`Run ${place + 1}`, promise, what, ids.join(" ")]),
  );
  if (rows.length === 0) return [];
  return [
    "## What broke",
    "The first of each kind; the numbers above are of all.",
    table(["Run", "Promise", "What", "Where"], rows),
  ];
}

function guards(kills: Kill[]): string[] {
  const rows = kills.map(({ guard, where, check, harm }) => [guard, `\`${where}\``, check, harm]);
  const explained = `A check that cannot fail proves nothing. Each guard is broken on purpose in the real SQL, and a test steps two sessions through the
interleaving in which it is needed: with the guard it holds, without it the check turns red
(\`npx vitest run test/database/mutants.test.ts\`). Guards stand behind one another, so one that is missing seldom shows under faults that are
drawn; that is why each is stepped.`;
  return [
    "## Guards broken on purpose",
    explained,
    table(["Guard", "Where", "Check that turned red", "What it said"], rows),
  ];
}

function again(runs: JudgedRun[], { node, postgres, redis, cpus, date }: Machine): string[] {
  const commands = runs.map(({ options }) => commandOf(options)).join("\n");
  return [
    "## Run it again",
    `\`\`\`sh\n${commands}\n\`\`\``,
    `The seed draws who writes what, which faults come and when; how the processes interleave is drawn by the machine, so numbers differ
from run to run. These are of ${date.slice(0, 10)}: Node ${node}, Postgres ${postgres}, Redis ${redis}, ${cpus} CPUs.`,
  ];
}

function commandOf({ seed, messages, redis, full, faults: only }: JudgedRun["options"]): string {
  const flags = [
    `--seed ${seed}`,
    `--messages ${messages}`,
    ...(full ? ["--full"] : []),
    ...(redis ? [] : ["--no-redis"]),
    ...(only === undefined ? [] : [only.length === 0 ? "--no-faults" : `--faults ${only.join(",")}`]),
  ];
  return `npm run test:faults -- ${flags.join(" ")}`;
}

const memoryHead = ["Run", "Process", "Minutes", "Held, MB", "MB a minute", "Resident, MB", "MB a minute"];

function slopes({ memory: lives }: Verdict, of: "mbPerMinute" | "heldMbPerMinute"): string {
  const values = lives.map((life) => life[of]).filter((value) => value !== undefined);
  return values.length === 0 ? "–" : `${slope(Math.min(...values))} … ${slope(Math.max(...values))}`;
}

function megabytes(value: number): string {
  return String(Math.round(value));
}

function slope(mbPerMinute: number): string {
  const rounded = mbPerMinute.toFixed(2);
  return mbPerMinute > 0 ? `+${rounded}` : rounded === "-0.00" ? "0.00" : rounded;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function duration(ms: number): string {
  const whole = Math.round(ms / 1_000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function table(head: Row, rows: Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Nothing in a cell may end it. */
function cell(value: string | number): string {
  return String(value).replaceAll("|", "\\|").replaceAll("\n", " ");
}

import type { Database } from "../platform/database.ts";
import type { Args, Result } from "../platform/procedures.ts";
import { maskBody } from "../whatsapp/mask.ts";
import { bodyOf } from "../whatsapp/stored.ts";
import { type Command, CommandError, parseCommandLine, UsageError, wholeNumber } from "./command.ts";
import { replay } from "./replay.ts";

export const parkedUsage = [
  "parked list [--kind K] [--after ID] [--limit N] [--json]",
  "parked show ID [--json]",
  "parked replay ID… | --kind K | --all  [--no-wait | --wait SECONDS] [--json]",
  "parked fixture ID",
];

const DEFAULT_LIMIT = 50;
const DEFAULT_WAIT_SECONDS = 60;
const options = {
  kind: { type: "string" },
  after: { type: "string" },
  limit: { type: "string", default: String(DEFAULT_LIMIT) },
  all: { type: "boolean", default: false },
  wait: { type: "string", default: String(DEFAULT_WAIT_SECONDS) },
  "no-wait": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseCommandLine<typeof options>>["values"];

/** Events that were stored and not understood: which, what they say, and once more with what the service knows today. */
export function parseParked(args: string[]): Command {
  const { values, positionals } = parseCommandLine(args, options);
  const [what, ...ids] = positionals;
  const [id] = ids;
  if (what === "list" && ids.length === 0) return list(values);
  if (what === "replay") return parseReplay(values, ids);
  if (what === "show" && id !== undefined && ids.length === 1) return show(wholeNumber("ID", id), values.json);
  if (what === "fixture" && id !== undefined && ids.length === 1) return fixture(wholeNumber("ID", id));
  throw usage();
}

function list({ kind, after, limit, json }: Values): Command {
  const args = {
    ...(kind !== undefined && { kind }),
    after: after === undefined ? 0 : wholeNumber("--after", after),
    limit: wholeNumber("--limit", limit, 10_000),
  };
  return async (database, { say }) => {
    const parked = await database.call("list_parked", args);
    for (const line of json ? [JSON.stringify(parked)] : describe(parked)) say(line);
    return 0;
  };
}

function describe({ kinds, events, replays }: Result<"list_parked">): string[] {
  const because = (problem: string | null) => (problem === null ? "" : `, refused by Postgres with ${problem}`);
  return [
    ...kinds.map(({ kind, problem, count }) => `${String(count).padStart(6)}  ${kind}${because(problem)}`),
    ...(kinds.length === 0 ? ["nothing is parked"] : [""]),
    ...events.map(
      ({ id, kind, problem, received_at, bytes }) =>
        `${id}  ${kind}, ${received_at}, ${bytes} bytes${because(problem)}`,
    ),
    ...(replays.open === 0 ? [] : [`${replays.open} wait to be read again`]),
  ];
}

function show(id: number, json: boolean): Command {
  return async (database, { say }) => {
    const event = await find(database, id);
    if (json) say(JSON.stringify(event));
    else {
      say(`event ${id}  ${event.kind}, received ${event.received_at}, ${event.parked ? "parked" : "understood"}`);
      if (event.problem !== null) say(`refused by Postgres with ${event.problem}`);
      say(event.source);
    }
    return 0;
  };
}

/** A body that says the same and names nobody, to be saved under test/fixtures. */
function fixture(id: number): Command {
  return async (database, { say }) => {
    const { kind, source } = await find(database, id);
    say(maskBody(kind.startsWith("chatwoot.") ? source : bodyOf(source)));
    return 0;
  };
}

async function find(database: Database, id: number) {
  const { event } = await database.call("read_event", { id });
  if (event === null) throw new CommandError(`There is no event ${id}: parked list shows which there are`);
  return event;
}

function parseReplay({ kind, all, json, ...values }: Values, ids: string[]): Command {
  const wanted: Args<"add_replays">[] = [
    ...(ids.length > 0 ? [{ ids: ids.map((id) => wholeNumber("ID", id)) }] : []),
    ...(kind === undefined ? [] : [{ kind }]),
    ...(all ? [{ all }] : []),
  ];
  const [which] = wanted;
  if (which === undefined || wanted.length > 1) throw usage();
  const waitMs = values["no-wait"] ? 0 : 1_000 * wholeNumber("--wait", values.wait, 86_400);
  return (database, terminal) => replay(which, { waitMs, json }, database, terminal);
}

function usage(): UsageError {
  return new UsageError(`usage: ${parkedUsage.join("\n       ")}`);
}

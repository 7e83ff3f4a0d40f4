import type { Result } from "../platform/procedures.ts";
import { type Command, CommandError, parseCommandLine, UsageError, wholeNumber } from "./command.ts";

export const deadUsage = [
  "dead list [--destination whatsapp|chatwoot|task] [--limit N] [--json]",
  "dead replay ID… | --destination D [--json]",
];

const DEFAULT_LIMIT = 50;
const destinations = ["whatsapp", "chatwoot", "task"];
const options = {
  destination: { type: "string" },
  limit: { type: "string", default: String(DEFAULT_LIMIT) },
  json: { type: "boolean", default: false },
} as const;

/** Effects that were given up: which, why, and once more. */
export function parseDead(args: string[]): Command {
  const { values, positionals } = parseCommandLine(args, options);
  const [what, ...ids] = positionals;
  const { destination, json } = values;
  if (destination !== undefined && !destinations.includes(destination)) {
    throw new UsageError(`--destination must be one of ${destinations.join(", ")}, not "${destination}"`);
  }
  const chosen = destination === undefined ? {} : { destination };
  if (what === "list" && ids.length === 0) return list(chosen, wholeNumber("--limit", values.limit, 10_000), json);
  if (what === "replay" && ids.length > 0 !== (destination !== undefined)) {
    return requeue(destination === undefined ? { ids: ids.map((id) => wholeNumber("ID", id)) } : { destination }, json);
  }
  throw new UsageError(`usage: ${deadUsage.join("\n       ")}`);
}

function list(chosen: { destination?: string }, limit: number, json: boolean): Command {
  return async (database, { say }) => {
    const dead = await database.call("list_dead", { ...chosen, limit });
    for (const line of json ? [JSON.stringify(dead)] : describe(dead)) say(line);
    return 0;
  };
}

function describe({ total, effects }: Result<"list_dead">): string[] {
  const lines = effects.map(
    ({ id, conversation, destination, kind, origin, attempts, error, created_at }) =>
      `${id}  ${destination} ${kind} of ${origin}, conversation ${conversation ?? "none"}, attempts ${attempts}, error ${error ?? "none"}, created ${created_at}`,
  );
  const hidden = total > effects.length ? `, the newest ${effects.length} are shown (--limit)` : "";
  return [...lines, `${total} given up${hidden}`];
}

function requeue(chosen: { ids?: number[]; destination?: string }, json: boolean): Command {
  return async (database, { say }) => {
    const { requeued } = await database.call("requeue_dead", chosen);
    if (requeued === 0)
      throw new CommandError("Nothing was queued again: none of these is given up (dead list shows which are)");
    say(
      json ? JSON.stringify({ requeued }) : `${requeued} queued again; the running service sends them within a second`,
    );
    return 0;
  };
}

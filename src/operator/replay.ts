import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../platform/database.ts";
import type { Args, Result } from "../platform/procedures.ts";
import { CommandError, type Terminal } from "./command.ts";

const POLL_MS = 250;
/** A service that runs takes up a task within a second or two. */
const BEGIN_WITHIN_MS = 15_000;

type Which = Args<"add_replays">;

/** Asks for parked events to be read again, and watches until the running service has done so or the wait is over. */
export async function replay(
  which: Which,
  { waitMs, json }: { waitMs: number; json: boolean },
  database: Database,
  { say, tell }: Terminal,
): Promise<number> {
  const { added } = await database.call("add_replays", which);
  const asked = await database.call("list_parked", { after: 0, limit: 1 });
  if (added === 0 && asked.replays.open === 0) {
    throw new CommandError("Nothing to read again: none of these is parked (parked list shows which are)");
  }
  tell(`${added} asked to be read again`);
  if (waitMs === 0) {
    say(json ? JSON.stringify({ added }) : `the running service reads them; parked list shows what stays`);
    return 0;
  }
  const open = await watch(asked.replays, waitMs, database, tell);
  const still = await countParked(which, database);
  say(json ? JSON.stringify({ added, open, parked: still }) : outcome(open, still));
  return open === 0 ? 0 : 1;
}

/** How many are still open. @throws CommandError when nobody seems to be there to do it */
async function watch(
  begun: Result<"list_parked">["replays"],
  waitMs: number,
  database: Database,
  tell: Terminal["tell"],
): Promise<number> {
  const startedAt = performance.now();
  let { open, started } = begun;
  let isAlive = started > 0;
  while (open > 0) {
    const waitedMs = performance.now() - startedAt;
    if (!isAlive && waitedMs > Math.min(waitMs, BEGIN_WITHIN_MS)) {
      throw new CommandError(
        `No service seems to be running: ${open} wait and none was begun. Cure: start one whose PROCESS_ROLE is all or worker; it finds them by itself`,
      );
    }
    if (waitedMs > waitMs) break;
    await pause(POLL_MS);
    const before = open;
    ({ open, started } = (await database.call("list_parked", { after: 0, limit: 1 })).replays);
    isAlive ||= started > 0 || open < before;
    if (open !== before) tell(`${open} to go`);
  }
  return open;
}

async function countParked({ ids, kind }: Which, database: Database): Promise<number> {
  if (ids !== undefined) {
    const events = await Promise.all(ids.map((id) => database.call("read_event", { id })));
    return events.filter(({ event }) => event?.parked === true).length;
  }
  const { kinds } = await database.call("list_parked", { after: 0, limit: 1 });
  return kinds.filter((row) => kind === undefined || row.kind === kind).reduce((sum, { count }) => sum + count, 0);
}

function outcome(open: number, parked: number): string {
  const left = open === 0 ? "all were read again" : `${open} are not read yet, the service goes on`;
  return `${left}; ${parked} parked (failed tasks: dead list --destination task)`;
}

import {
  type Guards,
  type Input,
  newEffect,
  type Run,
  type State,
  type Step,
  spend,
  type Turn,
  withWorker,
  workerOf,
} from "./state.ts";

/** The lease: a turn from its claim to its commit. Model of claim_conversations, complete_turn and release_turn. */

/** The first half of a claim in one statement. With two, the row lock lets nothing in between, and claiming is one step. */
export function look(s: State, guards: Guards, w: number): Step[] {
  const { run, snapshot } = workerOf(s, w);
  if (guards.twoStatements || run !== null || snapshot !== null || !s.due) return [];
  return [{ what: "takes its snapshot", state: withWorker(s, w, { snapshot: inputOf(s) }) }];
}

export function claim(s: State, guards: Guards, w: number): Step[] {
  const { run, snapshot } = workerOf(s, w);
  const input = guards.twoStatements ? inputOf(s) : snapshot;
  if (run !== null || input === null || !s.due || (s.lease === "live" && guards.lease)) return [];
  const fence = s.fence + 1;
  const claimed: Run = { ...input, fence, gen: s.rows.length, reruns: 0, overdue: false };
  const leased: State = { ...s, fence, lease: "live" };
  return [{ what: said(s, input.read), state: withWorker(leased, w, { run: claimed, snapshot: null }) }];
}

/** turn_inputs. A person who took over silences the turn from its start. */
function inputOf(s: State): Input {
  const read = s.rows.flatMap(({ turn }, row) => (turn === null ? [row] : []));
  return { read, base: s.checkpoint, speaks: s.mode === "bot" };
}

/**
 * Thinks, writes its checkpoint to Redis, and commits. Thinking is of no consequence to anybody else, and so one step with
 * the commit: what happens meanwhile has happened before it.
 */
export function run(s: State, guards: Guards, w: number): Step[] {
  const { run } = workerOf(s, w);
  if (run === null) return [];
  const [thought, asked] = think(s, guards, run);
  const { what, state, rerun } = complete(thought, guards, asked);
  const steps = [{ what, state: withWorker(state, w, { run: rerun }) }];
  if (s.left.faults > 0) {
    const left = spend(s, "faults");
    // It asks again, or gives up, and then what is on the wire is carried out before or after that.
    steps.push({ what: `${what}, but the answer is lost`, state: { ...state, left } });
    const gone = withWorker({ ...thought, left, orphans: [...s.orphans, asked] }, w, { run: null });
    steps.push({ what: "no answer, released", state: released(gone, run) });
  }
  return steps;
}

/** Nobody reads the notebook but for the place of the committed checkpoint, so with its guard on it is left empty. */
export function think(s: State, guards: Guards, run: Run): [State, Run] {
  if (guards.committedCheckpoint || !run.speaks) return [s, run];
  return [
    { ...s, notebook: run.fence },
    { ...run, base: s.notebook },
  ];
}

export function commitOrphan(s: State, guards: Guards): Step[] {
  return s.orphans.map((run) => {
    const { what, state } = complete(s, guards, run);
    return { what, state: { ...state, orphans: s.orphans.filter((each) => each !== run) } };
  });
}

/** complete_turn, line by line. */
function complete(s: State, guards: Guards, run: Run): Step & { rerun: Run | null } {
  const known = s.turns.some(({ fence }) => fence === run.fence);
  if (guards.fence && s.fence !== run.fence) return { what: "lost", state: s, rerun: null };
  if (guards.sameCommit && known) return { what: "committed already", state: s, rerun: null };
  if (s.lease === "free") return { what: "lost, released", state: { ...s, lies: s.lies + Number(known) }, rerun: null };

  const gen = s.rows.length;
  if (guards.gen && gen !== run.gen && run.reruns < s.left.reruns) {
    const again = { ...inputOf(s), fence: s.fence, gen, reruns: run.reruns + 1, overdue: false };
    return { what: `stale, ${said(s, again.read)}`, state: { ...s, lease: "live" }, rerun: again };
  }

  const { fence, read, base, speaks } = run;
  const silenced = guards.silence && s.mode === "human";
  const checkpoint = speaks ? fence : base;
  const turn: Turn = { fence, read, base, checkpoint, silenced, beforeTakeover: s.mode === "bot" };
  const rows = s.rows.map((row, index) =>
    row.turn === null && read.includes(index) ? { ...row, turn: s.turns.length } : row,
  );
  // Of a silenced turn they are stored as cancelled, and nothing ever happens to them.
  const effects: State["effects"] =
    speaks && !silenced ? [...s.effects, { ...newEffect, origin: "bot", turn: s.turns.length }] : s.effects;
  const due = guards.gen && rows.some((row) => row.turn === null);
  const state: State = { ...s, rows, effects, checkpoint, due, lease: "free", turns: [...s.turns, turn] };
  return { what: `${silenced ? "silenced" : "committed"}${due ? ", a rest is due" : ""}`, state, rerun: null };
}

export function release(s: State, w: number): Step[] {
  const { run } = workerOf(s, w);
  if (run === null || s.left.faults === 0) return [];
  const left = spend(s, "faults");
  return [{ what: "after a failure", state: withWorker(released({ ...s, left }, run), w, { run: null }) }];
}

function released(s: State, { fence }: Run): State {
  return s.fence === fence && s.lease !== "free" ? { ...s, lease: "free", due: true } : s;
}

/** Under a worker that lives only when it pauses: otherwise its heartbeat keeps the lease. */
export function expire(s: State): Step[] {
  if (s.lease !== "live") return [];
  const held = s.workers.some(({ run }) => run?.fence === s.fence);
  if (held && s.left.faults === 0) return [];
  const workers = s.workers.map((each) =>
    each.run?.fence === s.fence ? { ...each, run: { ...each.run, overdue: true } } : each,
  );
  const left = held ? spend(s, "faults") : s.left;
  return [
    { what: held ? "its worker stands still" : "nobody holds it", state: { ...s, left, workers, lease: "over" } },
  ];
}

function said(s: State, rows: readonly number[]): string {
  return `reads ${rows.map((row) => `m${(s.rows[row]?.message ?? 0) + 1}`).join(" ") || "nothing"}`;
}

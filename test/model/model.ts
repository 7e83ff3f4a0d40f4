import { claim, commitOrphan, expire, look, release, run, think } from "./inbox.ts";
import { beginSend, receiveStatus, ruleOut, send, stall } from "./outbox.ts";
import { type Guards, newEffect, type State, type Step, spend, withWorker, workerOf } from "./state.ts";

/**
 * The delivery promises as a model small enough to be explored whole: one conversation, what Postgres holds of it, two
 * workers, the provider and the candidate's phone. Every action is one atomic thing, that is, one transaction of
 * `database/functions/` or one step of `src/inbox/process.ts` and `src/outbox/deliver.ts`. There is no time: whatever a
 * clock decides (a lease that runs out, a wait that is over) may happen at any moment at which it is possible.
 */
export interface Action {
  name: string;
  /** All that can come of it; nothing when it cannot happen now. */
  steps: (state: State, guards: Guards) => Step[];
}

export const actions: readonly Action[] = [
  { name: "candidate writes", steps: write },
  { name: "provider repeats", steps: repeat },
  { name: "recruiter replies", steps: takeOver },
  { name: "recruiter gives back", steps: giveBack },
  { name: "lease runs out", steps: expire },
  { name: "orphaned commit", steps: commitOrphan },
  { name: "status", steps: receiveStatus },
  { name: "outbox rules out", steps: ruleOut },
  ...[0, 1].flatMap((w) => [
    { name: `worker ${w + 1} looks`, steps: (s: State, g: Guards) => look(s, g, w) },
    { name: `worker ${w + 1} claims`, steps: (s: State, g: Guards) => claim(s, g, w) },
    { name: `worker ${w + 1} runs its turn`, steps: (s: State, g: Guards) => run(s, g, w) },
    { name: `worker ${w + 1} gives the turn back`, steps: (s: State) => release(s, w) },
    { name: `worker ${w + 1} begins a send`, steps: (s: State, g: Guards) => beginSend(s, g, w) },
    { name: `worker ${w + 1} sends`, steps: (s: State, g: Guards) => send(s, g, w) },
    { name: `worker ${w + 1} stands still`, steps: (s: State, g: Guards) => stall(s, g, w) },
    { name: `worker ${w + 1} dies`, steps: (s: State, g: Guards) => crash(s, g, w) },
  ]),
];

/** A message is written once the one before it is stored: what is stored earlier is the earlier message. */
function write(s: State, guards: Guards): Step[] {
  const message = s.acknowledged.length;
  if (message === s.left.messages) return [];
  const stored = store(s, message);
  const steps = [{ what: "stored, 200", state: { ...stored, acknowledged: [...s.acknowledged, true] } }];
  if (s.left.faults > 0) {
    const left = spend(s, "faults");
    steps.push({ what: "stored, 200 is lost", state: { ...stored, left, acknowledged: [...s.acknowledged, false] } });
  }
  if (!guards.ackAfterCommit && s.left.faults > 0) {
    const left = spend(s, "faults");
    steps.push({ what: "200, dies before the commit", state: { ...s, left, acknowledged: [...s.acknowledged, true] } });
  }
  return steps;
}

/** What was not acknowledged comes again until it is; one of the others may come again all the same. */
function repeat(s: State, guards: Guards): Step[] {
  return s.acknowledged.flatMap((known, message) => {
    const again = guards.dedupe ? s : store(s, message);
    if (known && (guards.dedupe || s.rows.length > s.left.messages))
      return [{ what: `message ${message + 1}`, state: s }];
    const acknowledged = s.acknowledged.map((each, index) => each || index === message);
    return [{ what: `message ${message + 1}`, state: { ...again, acknowledged } }];
  });
}

function store(s: State, message: number): State {
  return { ...s, rows: [...s.rows, { message, turn: null }], due: true };
}

function takeOver(s: State): Step[] {
  if (s.left.takeovers === 0 || s.rows.length === 0) return [];
  const kept = s.effects.map((each) => (each.state === "queued" ? { ...each, state: "cancelled" as const } : each));
  const effects = [...kept, { ...newEffect, origin: "human" as const, turn: null }];
  return [
    { what: "the bot's queue is cancelled", state: { ...s, left: spend(s, "takeovers"), mode: "human", effects } },
  ];
}

function giveBack(s: State): Step[] {
  if (s.mode === "bot" || s.left.givesBack === 0) return [];
  return [{ what: "the bot goes on", state: { ...s, left: spend(s, "givesBack"), mode: "bot" } }];
}

/** Its memory is gone, and another takes its place; what it had put on the wire by then stays. */
function crash(s: State, guards: Guards, w: number): Step[] {
  const { run, send, snapshot } = workerOf(s, w);
  if (s.left.faults === 0 || (run === null && send === null && snapshot === null)) return [];
  const died = withWorker({ ...s, left: spend(s, "faults") }, w, { run: null, send: null, snapshot: null });
  const steps = [{ what: "and forgets all", state: died }];
  if (run !== null) {
    const [thought, asked] = think(died, guards, run);
    steps.push({ what: "with its checkpoint ahead", state: thought });
    steps.push({ what: "with its commit on the wire", state: { ...thought, orphans: [...s.orphans, asked] } });
  }
  if (send?.outcome !== "none") return steps;
  const { effect } = send;
  const arrived = (state: State) => ({ ...state, received: [...state.received, effect] });
  return [
    ...steps,
    ...steps.map(({ what, state }) => ({ what: `${what}, effect ${effect + 1} is received`, state: arrived(state) })),
  ];
}

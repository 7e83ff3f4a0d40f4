/** What the model of the delivery promises consists of, and what can be switched off in it. */

/** What the service does to keep its promises. Each can be switched off to see what it is there for. */
export const allGuards = {
  /** complete_turn compares the fencing token. */
  fence: true,
  /** claim_conversations takes only what has no live lease. */
  lease: true,
  /** claim_conversations locks in one statement and reads in the next; in one, it reads what was there before the lock. */
  twoStatements: true,
  /** complete_turn notices messages that the turn has not read: runs again, or leaves the conversation due. */
  gen: true,
  /** receive_events drops an event whose key is there. */
  dedupe: true,
  /** The webhook answers 200 only after the commit. */
  ackAfterCommit: true,
  /** claim_effects looks at the mode under the row lock, whatever was queued or begun before. */
  takeoverAtSend: true,
  /** complete_turn looks at the mode. */
  silence: true,
  /** claim_effects takes only the oldest open effect. */
  sendOrder: true,
  /** settle_effect compares the number of the attempt. */
  settleFence: true,
  /** A worker that stood still between claiming a send and sending it gives it back instead. */
  freshSend: true,
  /** A send with an unknown outcome waits for a status, and is counted when it is repeated. */
  unknownWait: true,
  /** complete_turn recognises a commit that it has made already. */
  sameCommit: true,
  /** A turn starts from the checkpoint that its input names, not from the newest one in the notebook. */
  committedCheckpoint: true,
};
export type Guard = keyof typeof allGuards;
export type Guards = Readonly<Record<Guard, boolean>>;

/** How much may happen. Everything else is bounded by it, so that every path ends. */
export interface World {
  messages: number;
  /** Recruiters who reply, and who give the conversation back. */
  takeovers: number;
  givesBack: number;
  /**
   * How often something goes wrong, whatever it is and whenever: a worker dies, or stands still until its lease or the
   * wait for its send is over and then goes on; a request or an answer gets lost; the provider refuses for the moment;
   * a turn fails and is given back.
   */
  faults: number;
  /** One instead of the real two, so that three messages are enough for a commit that leaves a rest. */
  reruns: number;
}

/** One of the things that can come of an action, with the words for a trace. */
export interface Step {
  what: string;
  state: State;
}

/** Rows and effects are named by their index, turns by their place in `turns`, checkpoints by the fence that wrote them. */
export interface State {
  left: World;
  /** What the provider knows of each message: whether it got its 200. */
  acknowledged: readonly boolean[];
  /** app.messages. `gen` is their number. */
  rows: readonly { message: number; turn: number | null }[];
  mode: "bot" | "human";
  due: boolean;
  lease: "free" | "live" | "over";
  fence: number;
  checkpoint: number;
  turns: readonly Turn[];
  effects: readonly Effect[];
  /** The newest checkpoint in Redis, committed or not. */
  notebook: number;
  workers: readonly Worker[];
  /** Commits on the wire whose worker is gone or does not wait any more. */
  orphans: readonly Run[];
  /** What the candidate's phone shows: effects, in order of arrival. */
  received: readonly number[];
  /**
   * Answers "lost" to a turn that is committed. Only while nobody has claimed since: complete_turn compares fences before
   * it looks for the commit, so after the next claim it says "lost" to both, and to no harm.
   */
  lies: number;
}
export interface Turn {
  fence: number;
  /** The rows that it was made from, and so answers. */
  read: readonly number[];
  base: number;
  checkpoint: number;
  silenced: boolean;
  /** Whether it committed before the takeover, which may then have taken its answer back. */
  beforeTakeover: boolean;
}
export interface Effect {
  origin: "bot" | "human";
  turn: number | null;
  state: "queued" | "sending" | "unknown" | "sent" | "dead" | "cancelled";
  attempts: number;
  unknowns: number;
  /** Whether a send began while a human had the conversation. */
  begunOverHuman: boolean;
}
export interface Worker {
  run: Run | null;
  send: Send | null;
  /** Only without the guard twoStatements: what was there before the lock. */
  snapshot: Input | null;
}
export interface Input {
  read: readonly number[];
  base: number;
  speaks: boolean;
}
export interface Run extends Input {
  fence: number;
  gen: number;
  reruns: number;
  /** Whether its lease has run out under it. */
  overdue: boolean;
}
export interface Send {
  effect: number;
  attempt: number;
  /** What its worker has heard of it by the time it stands still. */
  outcome: Outcome;
  /** Whether its worker stands still, and others may take it that nobody will settle it. */
  overdue: boolean;
}
export type Outcome = "none" | "sent" | "refused" | "unknown";

export const wholeWorld: World = {
  messages: 3,
  takeovers: 1,
  givesBack: 0,
  faults: 2,
  reruns: 1,
};

export function begin(world: World): State {
  const idle = { run: null, send: null, snapshot: null };
  return {
    left: world,
    acknowledged: [],
    rows: [],
    mode: "bot",
    due: false,
    lease: "free",
    fence: 0,
    checkpoint: 0,
    turns: [],
    effects: [],
    notebook: 0,
    workers: [idle, idle],
    orphans: [],
    received: [],
    lies: 0,
  };
}

export const newEffect = { state: "queued", attempts: 0, unknowns: 0, begunOverHuman: false } as const;

export function workerOf(s: State, w: number): Worker {
  const worker = s.workers[w];
  if (worker === undefined) throw new Error(`no worker ${w}`);
  return worker;
}

export function withWorker(s: State, w: number, change: Partial<Worker>): State {
  return { ...s, workers: s.workers.map((each, index) => (index === w ? { ...each, ...change } : each)) };
}

export function withEffect(s: State, e: number, effect: Effect): State {
  return { ...s, effects: s.effects.map((each, index) => (index === e ? effect : each)) };
}

type Budget = { [Key in keyof World]: World[Key] extends number ? Key : never }[keyof World];
export function spend(s: State, budget: Budget): World {
  return { ...s.left, [budget]: s.left[budget] - 1 };
}

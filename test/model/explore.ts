import { actions } from "./model.ts";
import { always, atTheEnd, type PromiseName } from "./promises.ts";
import { allGuards, begin, type Guard, type Guards, type Run, type State, type World, wholeWorld } from "./state.ts";

export interface Exploration {
  states: number;
  transitions: number;
  /** States in which nothing can happen any more. */
  ends: number;
  /** The words of every step that was ever taken. */
  seen: Set<string>;
  violation: { promise: PromiseName; trace: string[] } | undefined;
}

/**
 * Walks every interleaving until a promise is broken or nothing is left. Breadth first, so that what is found is a
 * shortest trace.
 */
export function explore(guards: Guards = allGuards, world: World = wholeWorld): Exploration {
  const start = begin(world);
  const known = new Set([keyOf(start, guards)]);
  const seen = new Set<string>();
  const found = { states: 1, transitions: 0, ends: 0, seen };
  let layer: Node[] = [{ state: start, label: "", from: undefined }];
  while (layer.length > 0) {
    const next: Node[] = [];
    for (const from of layer) {
      let isEnd = true;
      for (const { label, state } of stepsFrom(from.state, guards)) {
        found.transitions += 1;
        seen.add(label);
        // Before asking whether the state is known: what differs only in how it came about is one state.
        const promise = brokenIn(state, always);
        if (promise) return { ...found, violation: { promise, trace: traceOf({ state, label, from }) } };
        const key = keyOf(state, guards);
        isEnd &&= known.has(key) && key === keyOf(from.state, guards);
        if (known.has(key)) continue;
        known.add(key);
        next.push({ state, label, from });
      }
      const promise = isEnd ? brokenIn(from.state, atTheEnd) : undefined;
      if (promise) return { ...found, violation: { promise, trace: traceOf(from) } };
      found.ends += Number(isEnd);
    }
    found.states += next.length;
    layer = next;
  }
  return { ...found, violation: undefined };
}

/** For people: the promise that is broken, and how it comes to that. */
export function story(violation: Exploration["violation"]): string {
  return violation === undefined
    ? "no promise is broken"
    : `${violation.promise}\n${violation.trace.map((label, index) => `${index + 1}. ${label}`).join("\n")}`;
}

/** For each guard the promise that breaks without it, and in how few steps. */
export function killTable(): { guard: Guard; promise: string; steps: number; trace: string[] }[] {
  return guardNames().map((guard) => {
    const { violation } = explore({ ...allGuards, [guard]: false });
    const trace = violation?.trace ?? [];
    return { guard, promise: violation?.promise ?? "none", steps: trace.length, trace };
  });
}

export function guardNames(): Guard[] {
  return Object.keys(allGuards).filter((name): name is Guard => Object.hasOwn(allGuards, name));
}

interface Node {
  state: State;
  label: string;
  from: Node | undefined;
}

function stepsFrom(state: State, guards: Guards): { label: string; state: State }[] {
  return actions.flatMap(({ name, steps }) =>
    steps(state, guards).map((step) => ({ label: `${name}: ${step.what}`, state: step.state })),
  );
}

function traceOf(end: Node): string[] {
  const trace: string[] = [];
  for (let node: Node | undefined = end; node?.from !== undefined; node = node.from) trace.unshift(node.label);
  return trace;
}

function brokenIn<P extends PromiseName>(
  state: State,
  promises: readonly (readonly [P, (state: State) => boolean])[],
): P | undefined {
  return promises.find(([, holds]) => !holds(state))?.[0];
}

/**
 * States from which the same can happen and the same can be broken are one. That is exact: forgotten are which worker is
 * which, how large a fence or an attempt is (only which is larger, or the newest), how messages that are done were grouped
 * into turns, when something arrived again, what has arrived before everything else, and commits on the wire that are lost
 * whatever happens.
 */
function keyOf(s: State, guards: Guards): string {
  const lastFence = s.turns.at(-1)?.fence ?? 0;
  const fences = [s.fence, s.checkpoint, s.notebook, lastFence];
  for (const { run, snapshot } of s.workers) fences.push(run?.base ?? 0, run?.fence ?? 0, snapshot?.base ?? 0);
  for (const { base, fence } of s.orphans) fences.push(base, fence);
  const order = [...new Set(fences)].sort((a, b) => a - b);
  const rank = (fence: number) => order.indexOf(fence);
  const runKey = ({ fence, gen, read, base, speaks, reruns, overdue }: Run) =>
    `${rank(fence)},${s.turns.some((turn) => turn.fence === fence)},${gen === s.rows.length},${read.join("+")},${rank(base)},${speaks},${reruns},${overdue}`;

  const isHeld = (effect: number) => s.workers.some(({ send }) => send?.effect === effect);
  const isOver = (effect: number) =>
    s.effects[effect]?.state === "sent" && s.received.includes(effect) && !isHeld(effect);
  let first = 0;
  while (isOver(first)) first += 1;
  const effects = s.effects.slice(first).map(({ turn, state, unknowns, begunOverHuman }, index) => {
    const times = s.received.filter((each) => each === first + index).length;
    const mayArrive = isHeld(first + index) || (state !== "sent" && state !== "dead");
    const taken = turn === null ? "human" : s.turns[turn]?.beforeTakeover;
    return `${taken},${state},${mayArrive ? times : times > 0},${mayArrive || state === "dead" ? unknowns : 0},${begunOverHuman}`;
  });

  const workers = s.workers.map(({ run, send, snapshot }) => {
    const age = send === null ? 0 : (s.effects[send.effect]?.attempts ?? 0) - send.attempt;
    const sending = send && `${send.effect - first},${age},${send.outcome},${send.overdue}`;
    const seen = snapshot && `${snapshot.read.join("+")},${rank(snapshot.base)},${snapshot.speaks}`;
    return `${run && runKey(run)}/${sending}/${seen}`;
  });
  const orphans = s.orphans.filter(({ fence }) => !guards.fence || (fence === s.fence && s.lease !== "free"));
  const rows = s.rows.map(({ message, turn }) => `${message}${turn === null}`);
  // With the key of an event to tell, a message that is stored but not acknowledged comes again to no effect.
  const acknowledged = guards.dedupe ? s.acknowledged.length : s.acknowledged.join("+");
  const mute = s.turns.some(({ silenced }, index) => !silenced && !s.effects.some(({ turn }) => turn === index));
  const { takeovers, givesBack, faults } = s.left;
  const ranks = [s.fence, s.checkpoint, s.notebook, lastFence].map(rank);
  return [
    takeovers,
    givesBack,
    faults,
    acknowledged,
    rows,
    s.mode,
    s.due,
    s.lease,
    ranks,
    workers.sort().join("&"),
    orphans.map(runKey).join("&"),
    effects.join("&"),
    mute,
    s.lies,
  ].join("|");
}

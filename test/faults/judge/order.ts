import type { StoredTurn, Written } from "../history.ts";
import { callbackOf, isText, type View } from "./view.ts";
import type { Violation } from "./violation.ts";

/** Recruiters see the messages of a candidate in the order in which they were written. */
export function mirrorOrder(view: View): Violation[] {
  const places = new Map<string | null, number>();
  for (const [place, { sourceId }] of view.history.mirrored.entries())
    if (!places.has(sourceId)) places.set(sourceId, place);
  return chains(view).flatMap((chain) => inversions(chain, ({ id }) => places.get(id), "in Chatwoot"));
}

/**
 * P3: what was written later is in the same turn or in a later one. Control words are left out: they are answered before
 * what stands beside them. Within a turn the order is the sender's clock, whose grain is a second, so it is not judged.
 */
export function turnOrder(view: View): Violation[] {
  return chains(view).flatMap((chain) => {
    const ordinary = chain.filter(({ control }) => control === null);
    return inversions(ordinary, ({ id }) => view.stored(id)[0]?.turn ?? undefined, "in its turn");
  });
}

/** P5: the texts of one conversation leave in order. Repetitions come later and are judged by their number. */
export function textOrder(view: View): Violation[] {
  const people = Map.groupBy(view.history.received, ({ person }) => person);
  return [...people].flatMap(([person, received]) => {
    const found: Violation[] = [];
    let highest = 0;
    for (const callback of new Set(received.map((text) => text.callback))) {
      const effect = view.effect(callback);
      if (effect === undefined || !isText(effect)) continue; // told as unexplained
      if (effect.id < highest)
        found.push(outOfOrder(person, [callbackOf({ id: highest }), callback], "a text arrived after a later one"));
      highest = Math.max(highest, effect.id);
    }
    return found;
  });
}

/** P4: the turns of one conversation follow each other: each under a lease that was given later than the one before. */
export function fenceOrder(view: View): Violation[] {
  return view.people.flatMap((person) => {
    const turns = view.turns(person).toSorted((a, b) => a.committedAt - b.committedAt || a.id - b.id);
    return turns.flatMap((turn, place) => {
      const previous: StoredTurn | undefined = turns[place - 1];
      if (previous === undefined || (turn.fence > previous.fence && turn.id > previous.id)) return [];
      const ids = [`turn ${previous.id}`, `turn ${turn.id}`];
      return [outOfOrder(person, ids, `fence ${turn.fence} committed after fence ${previous.fence}`)];
    });
  });
}

/** Messages whose order is certain, because each was written after the one before it was acknowledged. */
function chains(view: View): Written[][] {
  return view.people.flatMap((person) => {
    const parts: Written[][] = [];
    for (const message of view.written(person)) {
      const current = parts.at(-1);
      if (message.inOrder && current !== undefined) current.push(message);
      else parts.push([message]);
    }
    return parts;
  });
}

/** What is not there is told as lost. Each message is held against the furthest place before it. */
function inversions(chain: Written[], placeOf: (message: Written) => number | undefined, where: string): Violation[] {
  const found: Violation[] = [];
  let last: { place: number; id: string } | undefined;
  for (const message of chain) {
    const place = placeOf(message);
    if (place === undefined) continue;
    if (last !== undefined && place < last.place)
      found.push(outOfOrder(message.person, [last.id, message.id], `before an earlier message ${where}`));
    else last = { place, id: message.id };
  }
  return found;
}

function outOfOrder(person: string, ids: string[], what: string): Violation {
  return { promise: "out of order", person, ids, what };
}

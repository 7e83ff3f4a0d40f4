import type { StoredEffect, Written } from "../history.ts";
import { controlsOf, isCertainlyBefore, type Silence, silencesOf, spansOf } from "./certainty.ts";
import { callbackOf, isText, type View } from "./view.ts";
import type { Violation } from "./violation.ts";

/**
 * P8: no send of the bot begins after a takeover or a STOP, read receipts included. One that began before may still arrive:
 * it was on its way. `sendingAt` is of the last try; an earlier one that began within the silence shows by its arrival,
 * unless the text is older than the silence, and that may have been on its way.
 */
export function sendsIntoSilence(view: View): Violation[] {
  return view.people.flatMap((person) => {
    const silences = silencesOf(view, person);
    if (silences.length === 0) return [];
    const ofBot = view
      .effects(person)
      .filter(({ destination, origin }) => destination === "whatsapp" && origin === "bot");
    return ofBot.flatMap((effect) => {
      const broken = silences.find((silence) => isSentInto(view, effect, silence));
      return broken === undefined ? [] : [sentInto(broken, effect)];
    });
  });
}

/** P9: a STOP that changed something is confirmed by exactly one text; one that perhaps changed nothing by one at most. */
export function confirmations(view: View): Violation[] {
  return view.people.flatMap((person) => {
    const effective = effectiveStops(view, person);
    const stops = controlsOf(view, person).filter(({ control }) => control === "stop");
    return stops.flatMap((stop): Violation[] => {
      const turn = view.turn(view.stored(stop.id)[0]?.turn ?? null);
      if (turn === undefined) return []; // told as lost
      const texts = view.effects(person).filter((e) => e.turn === turn.id && isText(e) && e.origin === "control");
      const arrived = texts.filter((effect) => view.arrivals(effect).length > 0);
      if (texts.length === 1 && arrived.length === 1) return [];
      if (texts.length === 0 && !effective.has(stop)) return [];
      const what = `STOP has ${texts.length} confirmations, of which ${arrived.length} arrived`;
      return [{ promise: "confirmation", person, ids: [stop.id, ...texts.map(callbackOf)], what }];
    });
  });
}

function isSentInto(view: View, effect: StoredEffect, silence: Silence): boolean {
  const { from, until, takesBackUntil } = silence;
  const sendingAt = effect.sendingAt ?? Number.NEGATIVE_INFINITY;
  const madeAt = view.turn(effect.turn)?.committedAt;
  if (sendingAt > from && sendingAt < until) return true;
  if (madeAt === undefined) return false;
  // Waiting when the silence began, so it was taken back. More tries than one: it may have been on its way.
  if (madeAt < takesBackUntil && effect.attempts === 1 && sendingAt > from) return true;
  return madeAt > from && view.arrivals(effect).some(({ at }) => at > from && at < until);
}

function sentInto({ cause, from }: Silence, effect: StoredEffect): Violation {
  const after = Math.round((effect.sendingAt ?? from) - from);
  const what = `a ${effect.kind} of the bot was sent after a ${cause} (${after} ms)`;
  return { promise: "after takeover or STOP", person: effect.person, ids: [callbackOf(effect)], what };
}

/** Those that certainly found the candidate opted in: as long as the order of all control words so far is certain. */
function effectiveStops(view: View, person: string): Set<Written> {
  const spans = spansOf(view, person);
  const effective = new Set<Written>();
  let previous: Written | undefined;
  let isOptedOut = false;
  for (const control of controlsOf(view, person)) {
    if (previous !== undefined && !isCertainlyBefore(spans.get(previous), spans.get(control))) break;
    if (control.control === "stop" && !isOptedOut) effective.add(control);
    isOptedOut = control.control === "stop";
    previous = control;
  }
  return effective;
}

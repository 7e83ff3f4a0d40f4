import type { StoredEffect } from "../history.ts";
import { callbackOf, isText, type View } from "./view.ts";
import type { Violation } from "./violation.ts";

/** P2: a message is stored once, whatever was posted how often. */
export function doubledMessages(view: View): Violation[] {
  const ids = new Set(view.history.messages.map(({ providerId }) => providerId));
  return [...ids].flatMap((id): Violation[] => {
    const rows = view.stored(id);
    const turns = new Set(rows.map(({ turn }) => turn));
    if (rows.length <= 1) return [];
    const what = `stored ${rows.length} times, in ${turns.size} turns`;
    return [{ promise: "doubled", person: rows[0]?.person ?? null, ids: [id], what }];
  });
}

/** Recruiters see everything once, because Chatwoot can be asked before anything is repeated. */
export function doubledMirrors(view: View): Violation[] {
  const groups = Map.groupBy(view.history.mirrored, ({ sourceId }) => sourceId);
  return [...groups].flatMap(([sourceId, copies]): Violation[] => {
    if (sourceId === null || copies.length <= 1) return [];
    const person = copies[0]?.person ?? null;
    return [{ promise: "doubled", person, ids: [sourceId], what: `in Chatwoot ${copies.length} times` }];
  });
}

/** P5: WhatsApp has no idempotency key, so a text may arrive again, but only by a resend that was counted. */
export function doubledTexts(view: View): Violation[] {
  return view.history.effects.flatMap((effect): Violation[] => {
    const arrivals = view.arrivals(effect).length;
    if (arrivals <= 1 + effect.unknowns) return [];
    const what = `arrived ${arrivals} times with ${effect.unknowns} resends counted`;
    return [{ promise: "doubled", person: effect.person, ids: [callbackOf(effect)], what }];
  });
}

/** Doubled inside the window that WhatsApp leaves open: allowed, and told. */
export function doubledInWindow(view: View): StoredEffect[] {
  return view.history.effects.filter((effect) => {
    const arrivals = view.arrivals(effect).length;
    return arrivals > 1 && arrivals <= 1 + effect.unknowns;
  });
}

/** P4: what a candidate got is a text that the database knows, of this candidate, and that was claimed for sending. */
export function unexplainedTexts(view: View): Violation[] {
  return view.history.received.flatMap(({ person, callback }): Violation[] => {
    const effect = view.effect(callback);
    if (effect !== undefined && isText(effect) && effect.person === person && effect.attempts > 0) return [];
    return [{ promise: "unexplained", person, ids: [callback], what: "a text arrived that nobody had to send" }];
  });
}

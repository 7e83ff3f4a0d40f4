import {
  type Effect,
  type Guards,
  type Outcome,
  type Send,
  type State,
  type Step,
  spend,
  withEffect,
  withWorker,
  workerOf,
} from "./state.ts";

/** The outbox: an effect from its queue to the candidate. Model of claim_effects, settle_effect and apply_statuses. */

/** Effects whose turn it is to be sent, or sent again because nobody is going to say what became of them. */
function sendable(s: State, guards: Guards): number[] {
  const open = s.effects.flatMap(({ state }, e) => (isOpen.has(state) ? [e] : []));
  const waits = (e: number) =>
    s.effects[e]?.state === "sending" && s.workers.some(({ send }) => send?.effect === e && !send.overdue);
  return (guards.sendOrder ? open.slice(0, 1) : open).filter((e) => !waits(e));
}

const isOpen = new Set<Effect["state"]>(["queued", "sending", "unknown"]);

/** The verdicts of claim_effects. */
function verdict(s: State, guards: Guards, { origin, state, unknowns }: Effect): "cancelled" | "dead" | null {
  if (guards.takeoverAtSend && origin === "bot" && s.mode === "human") return "cancelled";
  return state !== "queued" && unknowns > 0 ? "dead" : null;
}

export function ruleOut(s: State, guards: Guards): Step[] {
  return sendable(s, guards).flatMap((e) => {
    const effect = s.effects[e];
    const state = effect && verdict(s, guards, effect);
    return effect && state
      ? [{ what: `effect ${e + 1} is ${state}`, state: withEffect(s, e, { ...effect, state }) }]
      : [];
  });
}

export function beginSend(s: State, guards: Guards, w: number): Step[] {
  if (workerOf(s, w).send !== null) return [];
  return sendable(s, guards).flatMap((e) => {
    const effect = s.effects[e];
    if (effect === undefined || verdict(s, guards, effect) !== null) return [];
    const again = effect.state !== "queued";
    const attempts = effect.attempts + 1;
    const unknowns = effect.unknowns + Number(again);
    const begunOverHuman = effect.begunOverHuman || (effect.origin === "bot" && s.mode === "human");
    const begun = withEffect(s, e, { ...effect, state: "sending", attempts, unknowns, begunOverHuman });
    const send = { effect: e, attempt: attempts, outcome: "none" as const, overdue: false };
    return [{ what: `of effect ${e + 1}${again ? ", an unknown resend" : ""}`, state: withWorker(begun, w, { send }) }];
  });
}

/**
 * Calls the provider and settles. Between the two nothing can happen that would come out differently before or after both,
 * unless the worker dies or stands still.
 */
export function send(s: State, guards: Guards, w: number): Step[] {
  const { send } = workerOf(s, w);
  if (send === null) return [];
  const answers =
    send.outcome === "none" ? call(s, send.effect) : [{ what: "goes on", outcome: send.outcome, state: s }];
  return answers.map(({ what, outcome, state }) => {
    const settled = settle(state, guards, { ...send, outcome });
    return {
      what: settled === state ? `${what}, settles too late` : what,
      state: withWorker(settled, w, { send: null }),
    };
  });
}

function call(s: State, e: number): (Step & { outcome: Outcome })[] {
  const name = `effect ${e + 1}`;
  const arrived = { ...s, received: [...s.received, e] };
  const answers: (Step & { outcome: Outcome })[] = [{ what: `${name} is received`, outcome: "sent", state: arrived }];
  if (s.left.faults > 0) {
    const left = spend(s, "faults");
    answers.push(
      { what: `${name} is received, but the answer is lost`, outcome: "unknown", state: { ...arrived, left } },
      { what: `${name} is lost on its way`, outcome: "unknown", state: { ...s, left } },
      { what: `${name} is refused for the moment`, outcome: "refused", state: { ...s, left } },
    );
  }
  return answers;
}

/** settle_effect. */
function settle(s: State, guards: Guards, { effect: e, attempt, outcome }: Send): State {
  const effect = s.effects[e];
  if (effect?.state !== "sending" || (guards.settleFence && effect.attempts !== attempt)) return s;
  const again = outcome === "refused" || (outcome === "unknown" && !guards.unknownWait);
  return withEffect(s, e, { ...effect, state: again ? "queued" : outcome === "sent" ? "sent" : "unknown" });
}

/** With what it has just heard, until the wait for its send is over: others take it for dead, and it does not know. */
export function stall(s: State, guards: Guards, w: number): Step[] {
  const { send } = workerOf(s, w);
  if (send === null || send.overdue || s.left.faults === 0) return [];
  const still: State = { ...s, left: spend(s, "faults") };
  const outcome = guards.freshSend ? "refused" : "none";
  const late = { what: "it claims its send", outcome, state: still } as const;
  return [...call(still, send.effect), late].map(({ what, outcome, state }) => ({
    what: `after ${what}`,
    state: withWorker(state, w, { send: { ...send, outcome, overdue: true } }),
  }));
}

/** apply_statuses: proves that an effect has left, unless that was given up. */
export function receiveStatus(s: State): Step[] {
  return s.effects.flatMap((effect, e) => {
    const open = ["sending", "unknown", "queued", "cancelled"].includes(effect.state);
    if (!open || !s.received.includes(e)) return [];
    return [{ what: `effect ${e + 1} has left`, state: withEffect(s, e, { ...effect, state: "sent" }) }];
  });
}

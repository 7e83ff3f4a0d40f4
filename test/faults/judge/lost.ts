import type { StoredEffect, Written } from "../history.ts";
import { controlsOf, isSilencePossible, spansOf, wasTakenOver } from "./certainty.ts";
import { callbackOf, isText, type View } from "./view.ts";
import type { Violation } from "./violation.ts";

/** P1: whatever was acknowledged is in one turn and in front of the recruiters. */
export function lostMessages(view: View): Violation[] {
  return view.history.written.flatMap((message) => {
    if (message.acknowledgedAt === null) return [];
    const found: Violation[] = [];
    const rows = view.stored(message.id);
    if (rows.length === 0) found.push(lost(message, "acknowledged and not stored"));
    else if (!rows.some(({ turn }) => view.turn(turn) !== undefined))
      found.push(lost(message, "stored and in no turn"));
    if (view.mirrored(message.id) === 0) found.push(lost(message, "acknowledged and not in Chatwoot"));
    return found;
  });
}

/** Whoever wrote last and was not silenced has an answer to it in hand. */
export function lostAnswers(view: View): Violation[] {
  return view.people.flatMap((person) => {
    const last = view
      .written(person)
      .findLast(({ control, acknowledgedAt }) => control === null && acknowledgedAt !== null);
    const what = last === undefined ? undefined : whyUnanswered(view, last);
    return last === undefined || what === undefined ? [] : [lost(last, what)];
  });
}

/** P5: a text that the outbox took on has reached the candidate, unless somebody may have silenced it. */
export function lostTexts(view: View): Violation[] {
  return view.history.effects.filter(isText).flatMap((effect) => {
    if (view.arrivals(effect).length > 0) return [];
    if (effect.state === "cancelled" && isSilenceable(view, effect.person)) return [];
    const ids = [callbackOf(effect)];
    return [{ promise: "lost", person: effect.person, ids, what: `a text is ${effect.state} and never arrived` }];
  });
}

/** What a recruiter wrote has reached the candidate. */
export function lostReplies(view: View): Violation[] {
  const groups = Map.groupBy(view.history.takeovers, ({ person, text }) => `${person} ${text}`);
  return [...groups.values()].flatMap((takeovers): Violation[] => {
    const { person, text } = takeovers[0] ?? { person: null, text: "" };
    const arrived = view.history.received.filter((received) => received.person === person && received.text === text);
    const texts = new Set(arrived.map(({ callback }) => callback));
    if (texts.size >= takeovers.length) return [];
    return [{ promise: "lost", person, ids: [text], what: "an acknowledged reply of a recruiter never arrived" }];
  });
}

/** Recruiters see what the bot has said. */
export function lostMirrors(view: View): Violation[] {
  return view.history.effects.flatMap((effect): Violation[] => {
    const isOurs = isText(effect) && effect.state === "sent" && effect.origin !== "human";
    if (!isOurs || view.mirrored(callbackOf(effect)) > 0) return [];
    return [{ promise: "lost", person: effect.person, ids: [callbackOf(effect)], what: "sent and not in Chatwoot" }];
  });
}

function lost({ person, id }: Written, what: string): Violation {
  return { promise: "lost", person, ids: [id], what };
}

/**
 * The turn that holds the message has to say something that arrived. Only where no takeover or opt-out can have stood since
 * the message was written, so that silence is certainly wrong.
 */
function whyUnanswered(view: View, message: Written): string | undefined {
  const { person, id } = message;
  const turn = view.turn(view.stored(id)[0]?.turn ?? null);
  const since = spansOf(view, person).get(message)?.notBefore;
  if (turn === undefined || since === undefined || isSilencePossible(view, person, since)) return undefined;
  if (turn.silenced) {
    const isHandedOver = handOffs(view, person).some((handOff) => handOff.turn !== null && handOff.turn < turn.id);
    return isHandedOver ? undefined : "the last message was silenced and nobody had asked for it";
  }
  const answers = view.effects(person).filter((effect) => effect.turn === turn.id && isText(effect));
  if (answers.some((effect) => view.arrivals(effect).length > 0)) return undefined;
  return answers.length === 0 ? "the last message has no answer" : "the answer to the last message never arrived";
}

function isSilenceable(view: View, person: string): boolean {
  const isStopped = controlsOf(view, person).some(({ control }) => control === "stop");
  return wasTakenOver(view, person) || isStopped || handOffs(view, person).length > 0;
}

/** A turn that gave the conversation to the recruiters: from then on a person answers, without a takeover. */
function handOffs(view: View, person: string): StoredEffect[] {
  return view
    .effects(person)
    .filter(({ destination, kind, turn }) => destination === "chatwoot" && kind === "open" && turn !== null);
}

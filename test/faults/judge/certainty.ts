import type { History, Written } from "../history.ts";
import { isText, type View } from "./view.ts";

/**
 * When a message can have taken effect. A message is acknowledged after its commit, so `by` is exact from above: its first
 * 200, or never when there was none although it is stored. From below nothing tells when it was posted, but what was
 * written after the acknowledgement of its predecessor cannot be older than that.
 */
export interface Span {
  notBefore: number;
  by: number;
}

/** Time within which silence is certain: whatever may have begun or ended it lies outside. */
export interface Silence {
  person: string;
  cause: "takeover" | "STOP";
  from: number;
  until: number;
  /** What the bot had made by then was taken back for good when the silence began. */
  takesBackUntil: number;
}

/** With the click on giving back, where the history knows it: it may be in force long before its webhook is answered. */
type Takeover = History["takeovers"][number];

/** The span of each message of one person. */
export function spansOf(view: View, person: string): Map<Written, Span> {
  const spans = new Map<Written, Span>();
  let notBefore = view.history.startedAt;
  let previous: Written | undefined;
  for (const message of view.written(person)) {
    // Messages are listed in the order of writing, so one that is out of order is no older than its predecessor either.
    if (message.inOrder && previous?.acknowledgedAt != null) notBefore = Math.max(notBefore, previous.acknowledgedAt);
    spans.set(message, { notBefore, by: message.acknowledgedAt ?? Number.POSITIVE_INFINITY });
    previous = message;
  }
  return spans;
}

/** STOP and START as far as they reached the service: what was neither acknowledged nor stored never took effect. */
export function controlsOf(view: View, person: string): Written[] {
  return view
    .written(person)
    .filter(
      ({ id, control, acknowledgedAt }) => control !== null && (acknowledgedAt !== null || view.stored(id).length > 0),
    );
}

/** Whether this message certainly took effect before that one. */
export function isCertainlyBefore(earlier: Span | undefined, later: Span | undefined): boolean {
  return earlier !== undefined && later !== undefined && earlier.by <= later.notBefore;
}

/**
 * The silences of one person that leave no doubt.
 *
 * No false alarm: each begins with the acknowledgement, which follows the commit, and ends where the first START or
 * give-back can have begun, not where it was acknowledged. A START counts from the acknowledgement of the message before
 * it; a give-back from the click, and where that is not known, from the takeover on.
 * No blind spot that matters: what races with a takeover is a text that was made before it and leaves after it. That is
 * judged by `takesBackUntil` whatever came later, because a text that was taken back never leaves, given back or not.
 */
export function silencesOf(view: View, person: string): Silence[] {
  return [...takeoverSilences(view, person), ...stopSilences(view, person)];
}

/** Whether somebody may have silenced the bot at any time since then. The other side of doubt: for judging silence. */
export function isSilencePossible(view: View, person: string, since: number): boolean {
  return isTakeoverPossible(view, person, since) || isStopPossible(view, person, since);
}

/** Whether a recruiter may have replied at any time, acknowledged or not: what was stored has left an effect. */
export function wasTakenOver(view: View, person: string): boolean {
  return takeoversOf(view, person).length > 0 || repliesOf(view, person) > 0;
}

/**
 * Chatwoot sends no webhook twice, so a click on giving back proves nothing. That it was heard is certain once it was
 * acknowledged, or once the bot has spoken again.
 */
function isTakeoverPossible(view: View, person: string, since: number): boolean {
  const takeovers = takeoversOf(view, person);
  if (repliesOf(view, person) > takeovers.length) return true; // one that was stored and never acknowledged
  return takeovers.some(({ acknowledgedAt, givingBackAt, givenBackAt }) => {
    const isHeard = givenBackAt !== null && givenBackAt <= since;
    return !isHeard && !hasSpokenBetween(view, person, givingBackAt ?? givenBackAt ?? acknowledgedAt, since);
  });
}

function isStopPossible(view: View, person: string, since: number): boolean {
  const spans = spansOf(view, person);
  const controls = controlsOf(view, person);
  const starts = controls.filter(({ control }) => control === "start").flatMap((start) => spans.get(start) ?? []);
  const stops = controls.filter(({ control }) => control === "stop").flatMap((stop) => spans.get(stop) ?? []);
  return stops.some((stop) => !starts.some((start) => isCertainlyBefore(stop, start) && start.by <= since));
}

/** A recruiter does one thing at a time, so a give-back before a takeover belongs to an earlier one. */
function takeoverSilences(view: View, person: string): Silence[] {
  const takeovers = takeoversOf(view, person);
  return takeovers.map(({ acknowledgedAt: from }) => {
    const ends = takeovers.flatMap(({ acknowledgedAt, givingBackAt, givenBackAt }) => {
      if (givenBackAt !== null && givenBackAt <= from) return [];
      return givingBackAt ?? (givenBackAt === null ? [] : acknowledgedAt);
    });
    const until = earliest(ends.filter((end) => end >= from));
    return { person, cause: "takeover", from, until, takesBackUntil: from };
  });
}

function stopSilences(view: View, person: string): Silence[] {
  const spans = spansOf(view, person);
  const controls = controlsOf(view, person);
  const starts = controls.filter(({ control }) => control === "start").flatMap((start) => spans.get(start) ?? []);
  return controls.flatMap((stop): Silence[] => {
    const span = spans.get(stop);
    if (stop.control !== "stop" || stop.acknowledgedAt === null || span === undefined) return [];
    const ends = starts.filter((start) => !isCertainlyBefore(start, span)).map(({ notBefore }) => notBefore);
    return [{ person, cause: "STOP", from: span.by, until: earliest(ends), takesBackUntil: span.notBefore }];
  });
}

function hasSpokenBetween(view: View, person: string, from: number, until: number): boolean {
  return view.effects(person).some((effect) => {
    const turn = view.turn(effect.turn);
    if (turn === undefined || turn.silenced || !isText(effect) || effect.origin !== "bot") return false;
    return turn.committedAt > from && turn.committedAt < until;
  });
}

function takeoversOf({ history }: View, person: string): Takeover[] {
  return history.takeovers.filter((takeover) => takeover.person === person);
}

function repliesOf(view: View, person: string): number {
  return view.effects(person).filter((effect) => isText(effect) && effect.origin === "human").length;
}

function earliest(times: number[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}

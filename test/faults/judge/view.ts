import type { History, Received, StoredEffect, StoredMessage, StoredTurn, Written } from "../history.ts";

/** A history, arranged by the questions that the rules ask. */
export interface View {
  history: History;
  people: string[];
  written: (person: string) => Written[];
  stored: (providerId: string) => StoredMessage[];
  turns: (person: string) => StoredTurn[];
  turn: (id: number | null) => StoredTurn | undefined;
  effects: (person: string) => StoredEffect[];
  effect: (callback: string) => StoredEffect | undefined;
  /** How often the fake provider accepted this effect, in order of arrival. */
  arrivals: (effect: StoredEffect) => Received[];
  mirrored: (sourceId: string) => number;
}

export function viewOf(history: History): View {
  const written = Map.groupBy(history.written, ({ person }) => person);
  const stored = Map.groupBy(history.messages, ({ providerId }) => providerId);
  const turns = Map.groupBy(history.turns, ({ person }) => person);
  const turnById = new Map(history.turns.map((turn) => [turn.id, turn]));
  const effects = Map.groupBy(history.effects, ({ person }) => person);
  const effectByCallback = new Map(history.effects.map((effect) => [callbackOf(effect), effect]));
  const arrivals = Map.groupBy(history.received, ({ callback }) => callback);
  const mirrored = Map.groupBy(history.mirrored, ({ sourceId }) => sourceId);
  const everyone = [...written.keys(), ...turns.keys(), ...effects.keys(), ...history.received.map(personOf)];
  return {
    history,
    people: [...new Set(everyone)],
    written: (person) => written.get(person) ?? [],
    stored: (providerId) => stored.get(providerId) ?? [],
    turns: (person) => turns.get(person) ?? [],
    turn: (id) => (id === null ? undefined : turnById.get(id)),
    effects: (person) => effects.get(person) ?? [],
    effect: (callback) => effectByCallback.get(callback),
    arrivals: (effect) => arrivals.get(callbackOf(effect)) ?? [],
    mirrored: (sourceId) => mirrored.get(sourceId)?.length ?? 0,
  };
}

/** Under which name a text stands at the provider, and in Chatwoot. */
export function callbackOf({ id }: { id: number }): string {
  return `effect:${id}`;
}

/** A text to a candidate, as opposed to a read receipt or something that only recruiters see. */
export function isText({ destination, kind }: StoredEffect): boolean {
  return destination === "whatsapp" && kind === "text";
}

function personOf({ person }: { person: string }): string {
  return person;
}

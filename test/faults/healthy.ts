import type { History, StoredEffect, StoredTurn, Written } from "./history.ts";

/**
 * A small run in which everything went well: Alice wrote twice and was answered, was taken over and given back, and wrote
 * again. Bob wrote, said STOP, was confirmed, said START and wrote again. Times are milliseconds, as small as they read.
 */
export function healthyHistory(): History {
  return {
    seed: 7,
    redis: true,
    startedAt: 0,
    endedAt: 10_000,
    faults: [
      { kind: "kill", target: "server 1", from: 500, until: 600 },
      { kind: "kill", target: "server 2", from: 700, until: 800 },
      { kind: "redis-flush", target: "redis", from: 900, until: 900 },
    ],
    written: [
      written("alice", "a1", { acknowledgedAt: 1_000, inOrder: false, posts: 3, duplicates: 2 }),
      written("alice", "a2", { acknowledgedAt: 1_100 }),
      written("alice", "a3", { acknowledgedAt: 3_500 }),
      written("alice", "a4", { acknowledgedAt: 5_000 }),
      written("bob", "b1", { acknowledgedAt: 1_000, inOrder: false }),
      written("bob", "b2", { acknowledgedAt: 2_000, control: "stop" }),
      written("bob", "b3", { acknowledgedAt: 4_000, control: "start" }),
      written("bob", "b4", { acknowledgedAt: 5_000 }),
    ],
    takeovers: [
      { person: "alice", acknowledgedAt: 3_000, text: "I take over", givingBackAt: 4_000, givenBackAt: 4_100 },
    ],
    received: [
      received("alice", 1, 1_600),
      received("bob", 2, 1_700),
      received("bob", 3, 2_300),
      { person: "alice", text: "I take over", callback: "effect:4", at: 3_200 },
      received("bob", 6, 4_300),
      received("bob", 7, 5_600),
      received("alice", 8, 5_700),
    ],
    mirrored: [
      ...["a1", "a2", "b1"].map((id) => incoming(id)),
      ...[1, 2].map((effect) => outgoing(effect)),
      incoming("b2"),
      outgoing(3),
      { person: "alice", sourceId: null, type: "outgoing", text: "I take over" },
      ...["a3", "b3"].map((id) => incoming(id)),
      outgoing(6),
      ...["b4", "a4"].map((id) => incoming(id)),
      ...[7, 8].map((effect) => outgoing(effect)),
    ],
    messages: [
      { id: 1, person: "alice", providerId: "a1", turn: 1 },
      { id: 2, person: "bob", providerId: "b1", turn: 2 },
      { id: 3, person: "alice", providerId: "a2", turn: 1 },
      { id: 4, person: "bob", providerId: "b2", turn: 3 },
      { id: 5, person: "alice", providerId: "a3", turn: 4 },
      { id: 6, person: "bob", providerId: "b3", turn: 5 },
      { id: 7, person: "bob", providerId: "b4", turn: 6 },
      { id: 8, person: "alice", providerId: "a4", turn: 7 },
    ],
    turns: [
      turn(1, "alice", { fence: 1, committedAt: 1_500 }),
      turn(2, "bob", { fence: 1, committedAt: 1_600 }),
      turn(3, "bob", { fence: 2, committedAt: 2_200 }),
      turn(4, "alice", { fence: 2, committedAt: 3_700, silenced: true }),
      turn(5, "bob", { fence: 3, committedAt: 4_200 }),
      turn(6, "bob", { fence: 5, committedAt: 5_500 }),
      turn(7, "alice", { fence: 3, committedAt: 5_600 }),
    ],
    effects: [
      effect(1, "alice", { turn: 1, sendingAt: 1_550 }),
      effect(2, "bob", { turn: 2, sendingAt: 1_650 }),
      effect(3, "bob", { turn: 3, sendingAt: 2_250, origin: "control" }),
      effect(4, "alice", { sendingAt: 3_100, origin: "human" }),
      effect(5, "alice", { turn: 4, state: "cancelled", attempts: 0, sendingAt: null }),
      effect(6, "bob", { turn: 5, sendingAt: 4_250, origin: "control" }),
      effect(7, "bob", { turn: 6, sendingAt: 5_550 }),
      effect(8, "alice", { turn: 7, sendingAt: 5_650 }),
      effect(9, "alice", { kind: "read", sendingAt: 1_200 }),
      effect(10, "alice", { destination: "chatwoot", kind: "incoming", origin: "control", sendingAt: 1_200 }),
    ],
    rescues: 0,
    memory: [],
    recoveries: [
      { fault: { kind: "kill", target: "server 1", from: 500, until: 600 }, ms: 9_000, unknownSends: 0 },
      { fault: { kind: "kill", target: "server 2", from: 700, until: 800 }, ms: 40_000, unknownSends: 1 },
    ],
  };
}

/** An ordinary message, written after the acknowledgement of the one before. */
export function written(person: string, id: string, given: Partial<Written> = {}): Written {
  return {
    person,
    id,
    text: `text of ${id}`,
    control: null,
    acknowledgedAt: null,
    posts: 1,
    duplicates: 0,
    inOrder: true,
    ...given,
  };
}

export function turn(id: number, person: string, given: Partial<StoredTurn> = {}): StoredTurn {
  return { id, person, fence: id, silenced: false, committedAt: 0, ...given };
}

/** A text of the bot that was sent at the first try. */
export function effect(id: number, person: string, given: Partial<StoredEffect> = {}): StoredEffect {
  return {
    id,
    person,
    turn: null,
    destination: "whatsapp",
    origin: "bot",
    kind: "text",
    state: "sent",
    attempts: 1,
    unknowns: 0,
    sendingAt: 0,
    error: null,
    ...given,
  };
}

export function received(person: string, effectId: number, at: number): History["received"][number] {
  return { person, text: `effect ${effectId}`, callback: `effect:${effectId}`, at };
}

function incoming(id: string): History["mirrored"][number] {
  return { person: id.startsWith("a") ? "alice" : "bob", sourceId: id, type: "incoming", text: `text of ${id}` };
}

function outgoing(effectId: number): History["mirrored"][number] {
  const person = [1, 8].includes(effectId) ? "alice" : "bob";
  return { person, sourceId: `effect:${effectId}`, type: "outgoing", text: `effect ${effectId}` };
}

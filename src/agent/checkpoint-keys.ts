import type { Checkpoint, CheckpointMetadata } from "@langchain/langgraph-checkpoint";
import { z } from "zod";
import type { Seal } from "../platform/seal.ts";

/*
 * What a checkpointer keeps in Redis:
 *
 * - `<prefix>:{<thread>}:in:<namespace>`, a sorted set: one member per checkpoint,
 *   `["<id>",<parent>,<checkpoint>,<metadata>]`, all of score 0 and therefore in the order of their ids, which is the
 *   order of time. A member is index and data at once, so the newest is read and the oldest are trimmed by rank, without
 *   asking for an id first. With a key it is `["<id>",<parent>,"<checkpoint and metadata, sealed>"]`.
 * - `<prefix>:{<thread>}:writes`, a hash: `["<namespace>","<id>","<task>",<index>]` for each pending write, and
 *   `["<namespace>"]` for each namespace of the thread. Writes are sealed as well; names and numbers never are.
 * - `<prefix>:threads`, a sorted set: ids of threads by the second in which they expire.
 */
export const CHECKPOINT_PREFIX = "checkpoint";

export type Keys = ReturnType<typeof createKeys>;
export function createKeys(prefix: string) {
  return {
    threads: `${prefix}:threads`,
    writes: (thread: string) => `${prefix}:{${encode(thread)}}:writes`,
    checkpoints: (thread: string, namespace: string) => `${prefix}:{${encode(thread)}}:in:${encode(namespace)}`,
  };
}

/** Which checkpoint of which thread. */
export const placeSchema = z
  .object({ thread_id: z.string().min(1), checkpoint_ns: z.string().nullish(), checkpoint_id: z.string().nullish() })
  .transform((place) => ({
    thread: place.thread_id,
    namespace: place.checkpoint_ns ?? "",
    id: place.checkpoint_id || undefined,
  }));

/** The same to search by: what is left out is any. */
export const searchSchema = z
  .object({
    thread_id: z.string().min(1).nullish(),
    checkpoint_ns: z.string().nullish(),
    checkpoint_id: z.string().nullish(),
  })
  .transform((place) => ({
    thread: place.thread_id ?? undefined,
    namespace: place.checkpoint_ns ?? undefined,
    id: place.checkpoint_id || undefined,
  }));

const versionsSchema = z.record(z.string(), z.union([z.number(), z.string()]));

const memberSchema = z.tuple([
  z.string(),
  z.string().nullable(),
  z.looseObject({
    v: z.number(),
    id: z.string(),
    ts: z.string(),
    channel_values: z.record(z.string(), z.unknown()),
    channel_versions: versionsSchema,
    versions_seen: z.record(z.string(), versionsSchema),
  }),
  z.looseObject({
    source: z.enum(["input", "loop", "update", "fork"]),
    step: z.number(),
    parents: z.record(z.string(), z.string()),
    counters_since_delta_snapshot: z.record(z.string(), z.tuple([z.number(), z.number()])).exactOptional(),
  }),
]);

const sealedSchema = z.tuple([z.string(), z.string().nullable(), z.string()]);
const openedSchema = z.tuple([z.unknown(), z.unknown()]);

/** One checkpoint, with its metadata, as it is kept. */
export function writeMember(
  id: string,
  parent: string | null,
  body: [Checkpoint, CheckpointMetadata],
  seal: Seal | undefined,
): string {
  return JSON.stringify([id, parent, ...(seal === undefined ? body : [seal.seal(JSON.stringify(body))])]);
}

/** @throws if this is no checkpoint of ours, or none that our keys open */
export function parseMember(member: string, seal: Seal | undefined) {
  const kept: unknown = JSON.parse(member);
  const [id, parent, checkpoint, metadata] = memberSchema.parse(seal === undefined ? kept : opened(kept, seal));
  return { id, parent, checkpoint, metadata };
}

function opened(kept: unknown, seal: Seal): unknown {
  const [id, parent, sealed] = sealedSchema.parse(kept);
  return [id, parent, ...openedSchema.parse(JSON.parse(seal.open(sealed)))];
}

/** From and to of the one member that starts with this id: "-" follows "," in ASCII. */
export function rangeOf(id: string): [from: string, to: string] {
  const start = `[${JSON.stringify(id)}`;
  return [`[${start},`, `(${start}-`];
}

const fieldSchema = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string(), z.string(), z.number()])]);

/** Without an id it only says that the thread has this namespace. */
export function parseField(raw: string) {
  const [namespace, id, task = "", index = 0] = fieldSchema.parse(JSON.parse(raw));
  return { raw, namespace, id, task, index };
}

const writeSchema = z.object({ channel: z.string(), value: z.unknown().optional() });

export type Writes = z.infer<typeof writesSchema>;
export const writesSchema = z.record(z.string(), z.string());

/** The pending writes of one checkpoint by task, then in the order in which the task made them. */
export function writesOf(
  writes: Writes,
  { namespace, id, seal }: { namespace: string; id: string; seal: Seal | undefined },
): [string, string, unknown][] {
  return Object.entries(writes)
    .map(([field, write]) => ({ ...parseField(field), write }))
    .filter((found) => found.namespace === namespace && found.id === id)
    .sort((a, b) => compareIds(a.task, b.task) || a.index - b.index)
    .map(({ task, write }) => {
      const { channel, value } = writeSchema.parse(JSON.parse(seal === undefined ? write : seal.open(write)));
      return [task, channel, value];
    });
}

export function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Leaves letters, digits and `%-_.!~'()`: no separator, no brace of a hash tag, no glob. @throws on half a character */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll("*", "%2A");
}

import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type ChannelVersions,
  type Checkpoint,
  type CheckpointMetadata,
  type CheckpointTuple,
  emptyCheckpoint,
} from "@langchain/langgraph-checkpoint";
import type { Redis } from "ioredis";
import type { Metrics } from "../metrics.ts";
import type { Seal } from "../platform/seal.ts";
import { RedisSaver } from "./checkpointer.ts";

/** Long enough to look at what a conversation of last week went through; Postgres holds what matters. */
const TTL_SECONDS = 14 * 24 * 3_600;
/** Uncommitted ones count too: a turn that cannot commit for a while must not push out the committed one. */
const KEEP = 10;
/** Names no checkpoint: a thread that has none committed starts from nothing, whatever Redis holds of it. */
export const NO_CHECKPOINT = "none";

/**
 * The checkpoint saver as the turn uses it: Redis is disposable (P6), so a checkpoint that cannot be read is missing, and
 * one that cannot be written is not there, counted each time.
 */
export class Notebook extends RedisSaver {
  readonly #metrics: Metrics;
  readonly #written = new Map<string, string>();

  constructor(redis: Redis, metrics: Metrics, seal: Seal | undefined) {
    super(redis, { ttlSeconds: TTL_SECONDS, keep: KEEP, seal });
    this.#metrics = metrics;
  }

  /** Only for its place in the lineage. History shows what it holds. */
  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    try {
      const tuple = await super.getTuple(config);
      const wanted: unknown = config.configurable?.["checkpoint_id"];
      if (tuple === undefined && wanted !== undefined && wanted !== NO_CHECKPOINT) {
        this.#metrics.checkpointTroubles.inc({ trouble: "missing" });
      }
      return tuple === undefined ? undefined : placeOf(tuple);
    } catch {
      this.#metrics.checkpointTroubles.inc({ trouble: "unreadable" });
      return undefined;
    }
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    versions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const thread = String(config.configurable?.["thread_id"]);
    try {
      const written = await super.put(config, checkpoint, metadata, versions);
      this.#written.set(thread, checkpoint.id);
      return written;
    } catch {
      this.#metrics.checkpointTroubles.inc({ trouble: "unwritable" });
      const namespace = String(config.configurable?.["checkpoint_ns"] ?? "");
      return { configurable: { thread_id: thread, checkpoint_ns: namespace, checkpoint_id: checkpoint.id } };
    }
  }

  /** The checkpoint that the last run of a thread has left, once; null when it could not be written. */
  takeWritten(thread: string): string | null {
    const id = this.#written.get(thread) ?? null;
    this.#written.delete(thread);
    return id;
  }
}

/**
 * A turn is made from Postgres alone, so it starts with empty channels: versions and writes that Redis made up could keep
 * an agent from running, and what an agent said in an earlier turn would be said again.
 */
function placeOf({ config, checkpoint: { id } }: CheckpointTuple): CheckpointTuple {
  return { config, checkpoint: { ...emptyCheckpoint(), id }, metadata: { source: "input", step: -2, parents: {} } };
}

import { isDeepStrictEqual } from "node:util";
import type { RunnableConfig } from "@langchain/core/runnables";
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  maxChannelVersion,
  type PendingWrite,
  TASKS,
  WRITES_IDX_MAP,
} from "@langchain/langgraph-checkpoint";
import type { ChainableCommander, Redis } from "ioredis";
import { z } from "zod";
import type { Seal } from "../platform/seal.ts";
import {
  CHECKPOINT_PREFIX,
  compareIds,
  createKeys,
  type Keys,
  parseField,
  parseMember,
  placeSchema,
  rangeOf,
  searchSchema,
  type Writes,
  writeMember,
  writesOf,
  writesSchema,
} from "./checkpoint-keys.ts";

/**
 * LangGraph's memory of a thread, on the plain commands of one Redis 6.2 or newer. Reading is one round trip, and so is
 * writing with its pruning. How it lies in Redis stands in `checkpoint-keys.ts`.
 *
 * A checkpoint holds all its values instead of sharing them by channel and version: two turns that start from the same
 * checkpoint give the same versions to different values. Ancestors are pruned, so no channel may be a DeltaChannel.
 *
 * State is plain JSON and read as such: nothing in Redis can name a class that would be revived.
 */
export class RedisSaver extends BaseCheckpointSaver {
  readonly #redis: Redis;
  readonly #ttlSeconds: number;
  readonly #keep: number;
  readonly #keys: Keys;
  readonly #seal: Seal | undefined;

  /** `keep`: how many checkpoints stay per thread and namespace; 0 = all. Without `seal` values lie there in clear. */
  constructor(redis: Redis, options: { ttlSeconds: number; keep?: number; prefix?: string; seal?: Seal | undefined }) {
    super();
    this.#redis = redis;
    this.#ttlSeconds = options.ttlSeconds;
    this.#keep = options.keep || Number.MAX_SAFE_INTEGER;
    this.#keys = createKeys(options.prefix ?? CHECKPOINT_PREFIX);
    this.#seal = options.seal;
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    if (config.configurable?.["thread_id"] === undefined) return undefined;
    const { thread, namespace, id } = placeSchema.parse(config.configurable);
    const transaction = this.#redis.multi();
    const key = this.#keys.checkpoints(thread, namespace);
    if (id === undefined) transaction.zrange(key, -1, -1);
    else transaction.zrangebylex(key, ...rangeOf(id));
    const replies = await run(transaction.hgetall(this.#keys.writes(thread)));
    const [[member], writes] = z.tuple([z.array(z.string()), writesSchema]).parse(replies);
    return member === undefined ? undefined : this.#tupleOf(thread, namespace, member, writes);
  }

  /** Newest first across namespaces and threads. Reads all that it looks through: for history and for people. */
  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { thread: wanted, namespace, id } = searchSchema.parse(config.configurable ?? {});
    const before = searchSchema.parse(options.before?.configurable ?? {}).id;
    const filter = Object.entries(z.record(z.string(), z.unknown()).parse(options.filter ?? {}));
    const threads = wanted === undefined ? await this.#redis.zrange(this.#keys.threads, 0, -1) : [wanted];
    const found: CheckpointTuple[] = [];
    for (const thread of threads) {
      for (const tuple of await this.#readThread(thread, namespace)) {
        const metadata = new Map<string, unknown>(Object.entries(tuple.metadata ?? {}));
        const matches =
          (id === undefined || tuple.checkpoint.id === id) &&
          (before === undefined || tuple.checkpoint.id < before) &&
          filter.every(([name, value]) => isDeepStrictEqual(metadata.get(name), value));
        if (matches) found.push(tuple);
      }
    }
    yield* found.sort((a, b) => compareIds(b.checkpoint.id, a.checkpoint.id)).slice(0, options.limit);
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { thread, namespace, id: parent } = placeSchema.parse(config.configurable);
    // What is not new comes from the parent, or from the original of a copy. Without either there is nothing else.
    const carried = parent !== undefined || metadata.source === "fork";
    const values = Object.entries(checkpoint.channel_values);
    const stored = {
      ...checkpoint,
      channel_values: Object.fromEntries(
        carried ? values : values.filter(([channel]) => Object.hasOwn(newVersions, channel)),
      ),
    };
    const key = this.#keys.checkpoints(thread, namespace);
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const transaction = this.#redis
      .multi()
      .zremrangebylex(key, ...rangeOf(checkpoint.id)) // LangGraph may put the same checkpoint again
      .zadd(key, 0, writeMember(checkpoint.id, parent ?? null, [stored, metadata], this.#seal))
      .expire(key, this.#ttlSeconds)
      .hset(this.#keys.writes(thread), JSON.stringify([namespace]), "")
      .expire(this.#keys.writes(thread), this.#ttlSeconds)
      .zremrangebyscore(this.#keys.threads, "-inf", nowSeconds)
      .zadd(this.#keys.threads, nowSeconds + this.#ttlSeconds, thread)
      .expire(this.#keys.threads, this.#ttlSeconds)
      .hkeys(this.#keys.writes(thread))
      .zremrangebyrank(key, 0, -(this.#keep + 1));
    const replies = await run(transaction);
    const [fields, trimmed] = z.tuple([z.array(z.string()), z.number()]).parse(replies.slice(-2));
    await this.#tidy(thread, namespace, fields.map(parseField), trimmed > 0);
    return configOf(thread, namespace, checkpoint.id);
  }

  /** May come before the checkpoint that it belongs to. */
  override async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const { thread, namespace, id } = placeSchema.parse(config.configurable);
    if (id === undefined) throw new Error("pending writes need a checkpoint_id");
    const key = this.#keys.writes(thread);
    const transaction = this.#redis.multi();
    for (const [position, [channel, value]] of writes.entries()) {
      const special = Object.hasOwn(WRITES_IDX_MAP, channel) ? WRITES_IDX_MAP[channel] : undefined;
      const field = JSON.stringify([namespace, id, taskId, special ?? position]);
      const plain = JSON.stringify({ channel, value }); // an object keeps a value of undefined apart from null
      const write = this.#seal === undefined ? plain : this.#seal.seal(plain);
      if (special === undefined) transaction.hsetnx(key, field, write);
      else transaction.hset(key, field, write);
    }
    await run(transaction.expire(key, this.#ttlSeconds));
  }

  override async deleteThread(threadId: string): Promise<void> {
    const { thread } = placeSchema.parse({ thread_id: threadId });
    const fields = (await this.#redis.hkeys(this.#keys.writes(thread))).map(parseField);
    const namespaces = new Set(["", ...fields.map((field) => field.namespace)]);
    const transaction = this.#redis.multi().del(this.#keys.writes(thread)).zrem(this.#keys.threads, thread);
    for (const namespace of namespaces) transaction.del(this.#keys.checkpoints(thread, namespace));
    await run(transaction);
  }

  /** What a put can only know afterwards, and an ordinary turn does not have: other namespaces, and writes of the past. */
  async #tidy(
    thread: string,
    namespace: string,
    fields: ReturnType<typeof parseField>[],
    trimmed: boolean,
  ): Promise<void> {
    const others = [...new Set(fields.map((field) => field.namespace))].filter((name) => name !== namespace);
    const writes = trimmed ? fields.filter((field) => field.namespace === namespace && field.id !== undefined) : [];
    const ids = [...new Set(writes.flatMap(({ id }) => id ?? []))];
    if (others.length === 0 && ids.length === 0) return;
    const transaction = this.#redis.multi();
    // Nothing kept is this old: the checkpoint was trimmed, or never came.
    for (const id of ids) transaction.zlexcount(this.#keys.checkpoints(thread, namespace), "-", rangeOf(id)[1]);
    for (const other of others) transaction.expire(this.#keys.checkpoints(thread, other), this.#ttlSeconds);
    const replies = await run(transaction);
    const gone = new Set(ids.filter((_, position) => replies[position] === 0));
    const stale = writes.filter(({ id }) => id !== undefined && gone.has(id)).map(({ raw }) => raw);
    if (stale.length > 0) await this.#redis.hdel(this.#keys.writes(thread), ...stale);
  }

  async #readThread(thread: string, wanted: string | undefined): Promise<CheckpointTuple[]> {
    const writes = await this.#redis.hgetall(this.#keys.writes(thread));
    const known = new Set(Object.keys(writes).map((field) => parseField(field).namespace));
    const namespaces = [...known].filter((namespace) => wanted === undefined || namespace === wanted);
    if (namespaces.length === 0) return [];
    const transaction = this.#redis.multi();
    for (const namespace of namespaces) transaction.zrange(this.#keys.checkpoints(thread, namespace), 0, -1);
    const replies = z.array(z.array(z.string())).parse(await run(transaction));
    return namespaces.flatMap((namespace, position) =>
      (replies[position] ?? []).map((member) => this.#tupleOf(thread, namespace, member, writes)),
    );
  }

  #tupleOf(thread: string, namespace: string, member: string, writes: Writes): CheckpointTuple {
    const seal = this.#seal;
    const { id, parent, checkpoint, metadata } = parseMember(member, seal);
    if (checkpoint.v < 4 && parent !== null)
      this.#moveSends(checkpoint, writesOf(writes, { namespace, id: parent, seal }));
    return {
      config: configOf(thread, namespace, id),
      checkpoint,
      metadata,
      pendingWrites: writesOf(writes, { namespace, id, seal }),
      ...(parent === null ? {} : { parentConfig: configOf(thread, namespace, parent) }),
    };
  }

  /** Before version 4 what a step sends was kept with the writes of its parent. */
  #moveSends(checkpoint: Checkpoint, parentWrites: [string, string, unknown][]): void {
    const versions = Object.values(checkpoint.channel_versions);
    const sends = parentWrites.filter(([, channel]) => channel === TASKS);
    checkpoint.channel_values[TASKS] = sends.map(([, , value]) => value);
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
  }
}

function configOf(thread: string, namespace: string, id: string): RunnableConfig {
  return { configurable: { thread_id: thread, checkpoint_ns: namespace, checkpoint_id: id } };
}

/** @throws the first error: of the connection, of the transaction, or of one of its commands */
async function run(transaction: ChainableCommander): Promise<unknown[]> {
  const replies = await transaction.exec();
  if (replies === null) throw new Error("redis gave up a transaction");
  return replies.map(([error, reply]) => {
    if (error !== null) throw error;
    return reply;
  });
}

import { connect, createServer, type Socket } from "node:net";
import {
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  ERROR,
  emptyCheckpoint,
  INTERRUPT,
  uuid6,
} from "@langchain/langgraph-checkpoint";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { RedisSaver } from "../../src/agent/checkpointer.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { redisUrl } from "../support/database.ts";
import { at, createSaver, type Place, redis } from "./create-saver.ts";

const hostile = [
  "a",
  "a:b",
  "a:",
  ":",
  "{x}",
  "{",
  "}",
  "*",
  "?",
  "[a]",
  "%2A",
  "a\nb",
  "a\u0000",
  '"',
  '","',
  " ",
  "ñ",
];

describe("a thread", () => {
  test("has an expiry on every key, and a put anywhere in it renews them all", async () => {
    const { saver, keys } = createSaver();
    await put(saver, { thread: "t", namespace: "child" });
    await saver.putWrites(at({ thread: "t", id: await put(saver, { thread: "t" }) }), [["x", 1]], "task");
    for (const key of await keys()) await redis.expire(key, 30);

    await put(saver, { thread: "t" });

    expect(await keys()).toHaveLength(4);
    for (const key of await keys()) expect(await redis.ttl(key), key).toBeGreaterThan(500);
  });

  test("of which only pending writes are known expires too", async () => {
    const { saver, keys } = createSaver();
    await saver.putWrites(at({ thread: "t", id: uuid6(0) }), [["x", 1]], "task");
    expect(await Promise.all((await keys()).map((key) => redis.ttl(key)))).toEqual([600]);
  });

  test("that has expired is forgotten with the next put of another", async () => {
    const { saver, prefix } = createSaver();
    await redis.zadd(`${prefix}:threads`, 1, "expired");
    await put(saver, { thread: "t" });
    expect(await redis.zrange(`${prefix}:threads`, 0, -1)).toEqual(["t"]);
  });

  test("that is deleted leaves nothing of any namespace, and its neighbours alone", async () => {
    const { saver, keys } = createSaver();
    for (const thread of ["t", "t:in:", "*"]) {
      for (const namespace of ["", "child", "child|*"]) {
        const id = await put(saver, { thread, namespace });
        await saver.putWrites(at({ thread, namespace, id }), [["x", 1]], "task");
      }
    }

    await saver.deleteThread("*");
    expect(new Set((await list(saver, {})).map(({ thread }) => thread))).toEqual(new Set(["t", "t:in:"]));

    await saver.deleteThread("t");
    await saver.deleteThread("t:in:");
    expect(await keys()).toEqual([]);
  });

  test("is told from every other, whatever its id, namespace and checkpoint id hold", async () => {
    const { saver, keys, prefix } = createSaver();
    const places = hostile.flatMap((part) => [
      { thread: part, namespace: "", id: "1" },
      { thread: "a", namespace: part, id: "1" },
      { thread: "a", namespace: "", id: part },
    ]);
    for (const place of places) {
      await put(saver, { ...place, values: { place } });
      await saver.putWrites(at(place), [[place.thread, place]], place.id);
    }
    for (const place of places) {
      const tuple = await saver.getTuple(at(place));
      expect(tuple?.config).toEqual(at(place));
      expect(tuple?.checkpoint.channel_values).toEqual({ place });
      expect(tuple?.pendingWrites).toEqual([[place.id, place.thread, place]]);
    }
    const part = "[\\w%.!~'()-]"; // no separator, no brace and nothing of a glob
    const form = new RegExp(`^:(threads|\\{${part}+\\}:(writes|in:${part}*))$`);
    for (const key of await keys()) expect(key.slice(prefix.length)).toMatch(form);
  });

  test("whose id cannot be written down is refused", async () => {
    const { saver } = createSaver();
    for (const thread of ["", "\ud800"]) await expect(put(saver, { thread })).rejects.toThrow();
  });
});

describe("pruning", () => {
  test("keeps the newest checkpoints of each namespace, with their writes and no others", async () => {
    const { saver, keys, prefix } = createSaver({ keep: 2 });
    const ids: Record<string, string[]> = { "": [], child: [] };
    for (let turn = 0; turn < 5; turn += 1) {
      for (const [namespace, known] of Object.entries(ids)) {
        const id = await put(saver, { thread: "t", namespace });
        await saver.putWrites(at({ thread: "t", namespace, id }), [["x", turn]], "task");
        known.push(id);
      }
    }
    await put(saver, { thread: "t", id: ids[""]?.[4] ?? "" }); // the same again is no further one

    for (const [namespace, known] of Object.entries(ids)) {
      const kept = await list(saver, { thread: "t", namespace });
      expect(kept.map(({ id }) => id)).toEqual(known.slice(3).reverse());
      expect(kept.map(({ writes }) => writes)).toEqual([[["task", "x", 4]], [["task", "x", 3]]]);
      expect(await saver.getTuple(at({ thread: "t", namespace, id: known[2] ?? "" }))).toBeUndefined();
    }
    const fields = await redis.hkeys(`${prefix}:{t}:writes`);
    expect(fields).toHaveLength(2 + 2 * 2); // the namespaces, and one write for each checkpoint that is kept
    expect(await keys()).toHaveLength(4);
  });

  test("leaves writes whose checkpoint has yet to come, also an older one for which there is room", async () => {
    const { saver } = createSaver({ keep: 2 });
    const [early, middle, late] = [uuid6(0), uuid6(0), uuid6(0)];
    for (const id of [early, late]) await saver.putWrites(at({ thread: "t", id }), [["x", id]], "task");
    const found = async () => (await list(saver, { thread: "t" })).map(({ id, writes }) => ({ id, writes }));

    await put(saver, { thread: "t", id: middle });
    await put(saver, { thread: "t", id: early });
    expect(await found()).toEqual([
      { id: middle, writes: [] },
      { id: early, writes: [["task", "x", early]] },
    ]);

    await put(saver, { thread: "t", id: late });
    expect(await found()).toEqual([
      { id: late, writes: [["task", "x", late]] },
      { id: middle, writes: [] },
    ]);
  });
});

describe("pending writes", () => {
  test("stay as they were first made, except errors and interrupts, where the last one counts", async () => {
    const { saver } = createSaver();
    const place = { thread: "t", id: await put(saver, { thread: "t" }) };
    for (const value of ["first", "second"]) {
      await saver.putWrites(at(place), [["x", value]], "task");
      await saver.putWrites(at(place), [[ERROR, value]], "task");
      await saver.putWrites(at(place), [[INTERRUPT, value]], "task");
    }
    expect((await saver.getTuple(at(place)))?.pendingWrites).toEqual([
      ["task", INTERRUPT, "second"],
      ["task", ERROR, "second"],
      ["task", "x", "first"],
    ]);
  });

  test("come by task and then in their own order, undefined apart from null", async () => {
    const { saver } = createSaver();
    const place = { thread: "t", id: await put(saver, { thread: "t" }) };
    const values = [undefined, null, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    await saver.putWrites(
      at(place),
      values.map((value) => ["constructor", value]),
      "b",
    );
    await saver.putWrites(at(place), [["x", "a"]], "a");
    expect((await saver.getTuple(at(place)))?.pendingWrites).toEqual([
      ["a", "x", "a"],
      ...values.map((value) => ["b", "constructor", value]),
    ]);
  });
});

describe("a list", () => {
  test("goes back in time through all threads and namespaces, from `before` on and no further than `limit`", async () => {
    const { saver } = createSaver();
    const ids: string[] = [];
    for (const thread of ["b", "a", "b"]) {
      for (const namespace of ["", "child"]) ids.unshift(await put(saver, { thread, namespace }));
    }
    expect((await list(saver, {})).map(({ id }) => id)).toEqual(ids);
    const before = at({ thread: "a", id: ids[1] ?? "" });
    expect((await list(saver, {}, { before, limit: 3 })).map(({ id }) => id)).toEqual(ids.slice(2, 5));
    expect(await list(saver, {}, { limit: 0 })).toEqual([]);
  });

  test("is filtered by what metadata hold, also by a whole object", async () => {
    const { saver } = createSaver();
    const id = await put(saver, { thread: "t", metadata: { source: "loop", step: 1, parents: { a: "1" } } });
    await put(saver, { thread: "t", metadata: { source: "loop", step: 2, parents: {} } });
    expect((await list(saver, {}, { filter: { parents: { a: "1" } } })).map((found) => found.id)).toEqual([id]);
    expect(await list(saver, {}, { filter: { unknown: 1 } })).toEqual([]);
  });
});

describe("a Redis that is away", () => {
  const log = createLogger({ logLevel: "silent", version: "test" });

  test("is an error at once, of every operation", async () => {
    const away = createRedis({ url: "redis://127.0.0.1:9" }, log);
    onTestFinished(() => away.disconnect());
    const { saver } = createSaver({ redis: away });
    await expect(saver.getTuple(at({ thread: "t" }))).rejects.toThrow();
    await expect(put(saver, { thread: "t" })).rejects.toThrow();
    await expect(saver.putWrites(at({ thread: "t", id: "1" }), [["x", 1]], "task")).rejects.toThrow();
    await expect(saver.deleteThread("t")).rejects.toThrow();
    await expect(list(saver, { thread: "t" })).rejects.toThrow();
  });

  test("is an error too when it has only stopped to answer", async () => {
    const { url, mute } = await startMutableProxy(redisUrl());
    const muted = createRedis({ url }, log);
    onTestFinished(() => muted.disconnect());
    await muted.connect();
    const { saver } = createSaver({ redis: muted });
    await put(saver, { thread: "t" });

    mute();

    await expect(saver.getTuple(at({ thread: "t" }))).rejects.toThrow("timed out");
    await expect(put(saver, { thread: "t" })).rejects.toThrow("timed out");
  });
});

/** Puts a checkpoint without a parent; its id comes after all earlier ones unless it is given. */
async function put(
  saver: RedisSaver,
  {
    id = uuid6(0),
    values = {},
    metadata = { source: "loop", step: 0, parents: {} },
    ...place
  }: Place & { values?: Checkpoint["channel_values"]; metadata?: CheckpointMetadata },
): Promise<string> {
  const versions = Object.fromEntries(Object.keys(values).map((channel) => [channel, 1]));
  const checkpoint = { ...emptyCheckpoint(), id, channel_values: values, channel_versions: versions };
  await saver.put(at(place), checkpoint, metadata, versions);
  return id;
}

async function list(saver: RedisSaver, { thread, namespace }: Place, options?: CheckpointListOptions) {
  const found = [];
  const config = { configurable: { thread_id: thread, checkpoint_ns: namespace } };
  for await (const tuple of saver.list(config, options)) {
    const where: unknown = tuple.config.configurable?.["thread_id"];
    found.push({ thread: where, id: tuple.checkpoint.id, writes: tuple.pendingWrites });
  }
  return found;
}

/** A way to a server that can be made to swallow everything without closing. */
async function startMutableProxy(target: string): Promise<{ url: string; mute: () => void }> {
  const { hostname, port, password } = new URL(target);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.pipe(far).pipe(near);
    sockets.push(near, far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = z.object({ port: z.number() }).parse(server.address());
  const mute = () => {
    for (const socket of sockets) socket.unpipe();
  };
  return { url: `redis://:${password}@127.0.0.1:${address.port}`, mute };
}

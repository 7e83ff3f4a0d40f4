import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { RedisSaver } from "../../src/agent/checkpointer.ts";
import { redisUrl } from "../support/database.ts";

/** One connection for all test files of a process; it ends with the process. */
export const redis = new Redis(redisUrl());

export interface Place {
  thread?: string;
  namespace?: string;
  id?: string;
}

/** A saver with keys of its own, which are gone after the test. */
export function createSaver({ keep = 0, redis: connection = redis }: { keep?: number; redis?: Redis } = {}) {
  const prefix = `checkpointer-${randomUUID()}`;
  const keys = () => redis.keys(`${prefix}*`);
  onTestFinished(async () => {
    const left = await keys();
    if (left.length > 0) await redis.del(left);
  });
  return { saver: new RedisSaver(connection, { ttlSeconds: 600, keep, prefix }), keys, prefix };
}

export function at({ thread, namespace = "", id }: Place) {
  return {
    configurable: {
      thread_id: thread,
      checkpoint_ns: namespace,
      ...(id === undefined ? {} : { checkpoint_id: id }),
    },
  };
}

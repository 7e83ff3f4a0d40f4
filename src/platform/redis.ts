import { Redis } from "ioredis";
import type { Logger } from "./logger.ts";

/**
 * A Redis connection that fails fast and comes back by itself. Nothing here is needed to keep a promise, so no command
 * may wait for a Redis that is away.
 */
export function createRedis(config: { url: string }, log: Logger): Redis {
  const redis = new Redis(config.url, {
    family: 0, // private networks may be IPv6 only
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(100 * times, 1_000),
  });
  let away = false;
  redis.on("error", (error: Error) => {
    if (!away) log.warn({ err: error }, "redis is away");
    away = true;
  });
  redis.on("ready", () => {
    if (away) log.info("redis is back");
    away = false;
  });
  return redis;
}

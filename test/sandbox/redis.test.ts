import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { startRedis } from "../../sandbox/redis.ts";

// A machine that is given a Redis may have no way to start one.
test.skipIf(process.env["TEST_REDIS_URL"])(
  "a private Redis wants its password and writes nothing to disk",
  async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    const redis = new Redis(server.url);
    onTestFinished(() => redis.disconnect());
    const port = Number(new URL(server.url).port);
    const stranger = new Redis({ host: "127.0.0.1", port, enableReadyCheck: false });
    onTestFinished(() => stranger.disconnect());

    await expect(stranger.get("key")).rejects.toThrow("NOAUTH");
    expect(await redis.config("GET", "save")).toEqual(["save", ""]);
    expect(await redis.config("GET", "appendonly")).toEqual(["appendonly", "no"]);
    expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
  },
);

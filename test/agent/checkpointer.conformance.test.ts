import { randomUUID } from "node:crypto";
import { deltaChannelHistoryTests, validate } from "@langchain/langgraph-checkpoint-validation";
import { RedisSaver } from "../../src/agent/checkpointer.ts";
import { redis } from "./create-saver.ts";

const prefix = `conformance-${randomUUID()}`;

/** LangGraph's own tests of a saver. */
const kit = {
  checkpointerName: "RedisSaver",
  createCheckpointer: () => new RedisSaver(redis, { ttlSeconds: 600, prefix }),
  destroyCheckpointer: async () => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(keys);
  },
};

validate(kit);
deltaChannelHistoryTests(kit);

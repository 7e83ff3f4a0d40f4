import { randomBytes, randomUUID } from "node:crypto";
import { deltaChannelHistoryTests, validate } from "@langchain/langgraph-checkpoint-validation";
import { RedisSaver } from "../../src/agent/checkpointer.ts";
import { createSeal, type Seal } from "../../src/platform/seal.ts";
import { redis } from "./create-saver.ts";

const prefix = `conformance-${randomUUID()}`;

/** LangGraph's own tests of a saver. */
const kitOf = (checkpointerName: string, seal?: Seal) => ({
  checkpointerName,
  createCheckpointer: () => new RedisSaver(redis, { ttlSeconds: 600, prefix, seal }),
  destroyCheckpointer: async () => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(keys);
  },
});

for (const kit of [kitOf("RedisSaver"), kitOf("RedisSaver, sealed", createSeal([randomBytes(32).toString("hex")]))]) {
  validate(kit);
  deltaChannelHistoryTests(kit);
}

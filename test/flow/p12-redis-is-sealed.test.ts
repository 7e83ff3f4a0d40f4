import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { redisUrl } from "../support/database.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

test.each([
  ["with a key nothing that a candidate wrote can be read in Redis", randomBytes(32).toString("hex"), "on", false],
  ["without one it lies there in clear, and health says so", "", "off", true],
])("%s", async (_name, key, encryption, isReadable) => {
  const word = `Zyx${randomBytes(6).toString("hex")}`;
  const told = { [word]: [{ field: "first_name", value: word, quote: word }] };
  const { url, post, provider } = await startApp({
    env: { CHECKPOINT_ENCRYPTION_KEY: key, REDIS_URL: ownRedis },
    claude: createOracle(told),
  });
  expect(await post(textBody({ waId: "34600001212", text: `hola, soy ${word}` }))).toBe(200);
  await waitFor(() => expect(provider.messagesTo("34600001212")).toHaveLength(1));

  const kept = await allOf();
  expect(kept.length).toBeGreaterThan(3); // checkpoints, writes, paid answers
  expect(kept.some((text) => text.includes(word))).toBe(isReadable);
  await waitFor(async () => {
    const answer = await fetch(`${url}/health/detailed`);
    expect(await answer.json()).toMatchObject({ components: { langgraph: { metadata: { encryption } } } });
  });
});

/** A database that no other test uses: nobody else's key may seal there. */
const ownRedis = `${redisUrl()}/7`;

/** Everything that Redis holds. Gone after the test. */
async function allOf(): Promise<string[]> {
  const redis = new Redis(ownRedis);
  onTestFinished(async () => {
    await redis.flushdb();
    redis.disconnect();
  });
  const texts: string[] = [];
  for (const key of await redis.keys("*")) {
    const type = await redis.type(key);
    if (type === "string") texts.push((await redis.get(key)) ?? "");
    else if (type === "hash") texts.push(...Object.entries(await redis.hgetall(key)).flat());
    else if (type === "zset") texts.push(...(await redis.zrange(key, 0, -1)));
  }
  return texts;
}

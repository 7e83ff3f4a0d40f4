import { randomUUID } from "node:crypto";
import type { Logger } from "../platform/logger.ts";
import { createRedis } from "../platform/redis.ts";
import { ProbeError } from "./component.ts";

/** Long enough to be read back, short enough to leave nothing behind. */
const KEY_SECONDS = 10;
/** As long as a checkpoint lives (agent/notebook.ts). */
const CLAIM_SECONDS = 14 * 24 * 3_600;

export type ProbeRedis = ReturnType<typeof createProbeRedis>;

/** A connection for nothing but probes: what waits on the service's own says nothing about Redis. */
export function createProbeRedis(config: { url: string }, log: Logger) {
  const redis = createRedis(config, log);
  let connected: Promise<void> | undefined;
  /** What the connection says of its own troubles; commands only learn that there is none. */
  let trouble: Error | undefined;
  redis.on("error", (error: Error) => {
    trouble = error;
  });
  redis.on("ready", () => {
    trouble = undefined;
  });

  /**
   * Writes a key, reads it back and removes it. A Redis that is full or read-only answers a ping too.
   * @throws the error of the connection or of a command
   */
  async function roundTrip(prefix: string, signal: AbortSignal): Promise<void> {
    // A connection that gave no answer may never give one: its server can be gone without a word.
    const giveUp = () => redis.disconnect(true);
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      connected ??= redis.connect();
      if (redis.status !== "ready") await connected;
      await writeAndRead(`${prefix}:${randomUUID()}`);
    } catch (error) {
      throw trouble ?? error;
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  }

  async function writeAndRead(key: string): Promise<void> {
    const replies = await redis.pipeline().set(key, "1", "EX", KEY_SECONDS).get(key).del(key).exec();
    const [set, get] = (replies ?? []).map(([error, reply]) => {
      if (error !== null) throw error;
      return reply;
    });
    if (set !== "OK" || get !== "1") throw new ProbeError("what was written cannot be read", "not_kept");
  }

  /**
   * Whose the key is: `mine`, put there when it was nobody's or one of `former`, or somebody else's. It is forgotten when
   * nobody claims it for as long as checkpoints are kept.
   */
  async function claim(key: string, mine: string, former: readonly string[]): Promise<string> {
    await redis.set(key, mine, "EX", CLAIM_SECONDS, "NX");
    const kept = (await redis.get(key)) ?? mine;
    if (kept === mine || former.includes(kept)) await redis.set(key, mine, "EX", CLAIM_SECONDS);
    return kept;
  }

  return { roundTrip, claim, close: () => redis.disconnect() };
}

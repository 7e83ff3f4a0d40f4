import type { Redis } from "ioredis";
import type { Destination } from "../message.ts";
import type { Logger } from "./logger.ts";

/** What a process can be told to look at. */
export type Bell = ReturnType<typeof createBell>;
type Station = "inbox" | Destination;

const CHANNEL = "bell";

/**
 * Says "look now" to this process at once and to the others through Redis. It carries no data and nothing depends on
 * it: whoever listens also looks on a timer.
 */
export function createBell(redis: Redis, log: Logger) {
  const listeners = new Map<Station, () => void>();
  const subscriber = redis.duplicate();
  subscriber.on("error", () => {}); // the command connection reports that Redis is away
  subscriber.on("message", (_channel, station) => wake(station));

  function wake(station: string): void {
    for (const [name, listener] of listeners) if (name === station) listener();
  }

  function ring(station: Station): void {
    wake(station);
    if (redis.status === "ready") {
      redis.publish(CHANNEL, station).catch((error: unknown) => log.debug({ err: error }, "bell was not heard"));
    }
  }

  /** Connects in the background; a Redis that is away now is found when it comes. */
  function start(): void {
    redis.connect().catch(() => {});
    subscriber.on("ready", () => {
      subscriber.subscribe(CHANNEL).catch(() => {});
    });
    subscriber.connect().catch(() => {});
  }

  function stop(): void {
    listeners.clear();
    subscriber.disconnect();
    redis.disconnect();
  }

  return { ring, on: (station: Station, listener: () => void) => listeners.set(station, listener), start, stop };
}

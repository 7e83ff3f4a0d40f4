import { Agent, type IncomingMessage, request } from "node:http";

export interface Target {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

/** What a load came to. Latencies in milliseconds, sorted. */
export interface Outcome {
  latencies: number[];
  /** Answers that were not 200, and requests without any. */
  failed: number;
}

const TICK_MS = 1;
const TIMEOUT_MS = 5_000;

/**
 * An open loop: requests leave at their time whether or not the ones before were answered, so that a server that stands
 * still cannot hide it. Each is timed from when it left.
 */
export async function run(options: {
  perSecond: number;
  seconds: number;
  connections: number;
  next: (n: number) => Target;
}): Promise<Outcome> {
  const { perSecond, seconds, connections, next } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const outcome: Outcome = { latencies: [], failed: 0 };
  const pending: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = perSecond * seconds;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, ((performance.now() - startedAt) / 1_000) * perSecond);
    for (; sent < due; sent += 1) {
      const sentAt = performance.now();
      pending.push(
        ask(next(sent), agent).then((status) => {
          if (status === 200) outcome.latencies.push(performance.now() - sentAt);
          else outcome.failed += 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(pending);
  agent.destroy();
  outcome.latencies.sort((a, b) => a - b);
  return outcome;
}

/** The status; 0 without an answer. */
export function ask({ url, method = "GET", headers = {}, body }: Target, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const call = request(url, { agent, method, headers, timeout: TIMEOUT_MS }, (response: IncomingMessage) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", () => resolve(0));
    });
    call.once("timeout", () => call.destroy());
    call.once("error", () => resolve(0));
    call.end(body);
  });
}

/** Of sorted values; NaN when there are none. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setInterval as every } from "node:timers/promises";
import { textBody } from "../../sandbox/webhook-body.ts";
import { postWebhook } from "../support/start-app.ts";

/** Webhooks at a steady rate, as a balancer lets them through. */
export interface Traffic {
  /** What became of each webhook, by its sender: a status, or why there was none. Every sender writes once. */
  outcomes: Map<string, string>;
  /** Goes on until `until` is over, then waits for the answers. */
  run: (until: Promise<void>) => Promise<void>;
  /** Sends again, to where the next process listens, what found nobody at home. */
  repeatRefused: (url: string) => Promise<void>;
  /** Webhooks of which half has been sent; the function sends the rest and waits for the answers. */
  hold: (count: number) => Promise<() => Promise<void>>;
}

const refused = "refused";

export function createTraffic({ url, secret }: { url: string; secret: string }, everyMs: number): Traffic {
  const outcomes = new Map<string, string>();

  const bodyOf = (waId: string) => JSON.stringify(textBody({ waId, text: "Hola, busco trabajo de camarero" }));

  function nextSender(): string {
    const waId = String(34_600_000_000 + outcomes.size);
    outcomes.set(waId, "no answer");
    return waId;
  }

  async function post(waId: string, to: string): Promise<void> {
    const outcome = await postWebhook(to, secret, bodyOf(waId)).catch(causeOf);
    outcomes.set(waId, String(outcome));
  }

  async function run(until: Promise<void>): Promise<void> {
    const posts: Promise<void>[] = [];
    const over = new AbortController();
    const ended = until.finally(() => over.abort());
    try {
      for await (const _ of every(everyMs, undefined, { signal: over.signal })) posts.push(post(nextSender(), url));
    } catch (error) {
      if (!over.signal.aborted) throw error;
    }
    await Promise.all([ended, ...posts]);
  }

  async function repeatRefused(to: string): Promise<void> {
    const again = [...outcomes].filter(([, outcome]) => outcome === refused);
    await Promise.all(again.map(([waId]) => post(waId, to)));
  }

  async function hold(count: number): Promise<() => Promise<void>> {
    const held = await Promise.all(Array.from({ length: count }, () => begin()));
    return async () => void (await Promise.all(held.map((finish) => finish())));
  }

  async function begin(): Promise<() => Promise<void>> {
    const waId = nextSender();
    const body = bodyOf(waId);
    const { hostname: host, port } = new URL(url);
    const socket = connect({ host, port: Number(port) });
    await once(socket, "connect");
    const answered = text(socket).catch(causeOf);
    const headers = [
      "POST /webhooks/360dialog HTTP/1.1",
      `host: ${host}`,
      `authorization: Bearer ${secret}`,
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
    ];
    socket.write(`${headers.join("\r\n")}\r\n\r\n${body.slice(0, 50)}`);
    return async () => {
      socket.write(body.slice(50));
      const answer = await answered;
      outcomes.set(waId, /^HTTP\/1.1 (\d+)/.exec(answer)?.[1] ?? `no answer: ${answer}`);
    };
  }

  return { outcomes, run, repeatRefused, hold };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause && cause.code === "ECONNREFUSED" ? refused : `${error.message}: ${cause.message}`;
}

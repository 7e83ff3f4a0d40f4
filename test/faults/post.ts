import { Agent, request } from "node:http";

/** 360dialog gives up on an answer after 5 seconds. */
const TIMEOUT_MS = 5_000;

/** Posts webhooks as 360dialog does, over kept connections. */
export function createPost(secret: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** Resolves with the status, or with null when no answer came. */
  function post(url: string, body: string): Promise<number | null> {
    return new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${secret}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      };
      const call = request(`${url}/webhooks/360dialog`, { agent, method: "POST", headers }, (response) => {
        response.resume();
        response.once("end", () => finish(response.statusCode ?? null));
        response.once("error", () => finish(null));
        response.once("close", () => finish(null));
      });
      // Not the socket's idle time: an answer that trickles in is none either.
      const timer = setTimeout(() => call.destroy(), TIMEOUT_MS);
      call.once("error", () => finish(null));
      call.once("close", () => finish(null));
      call.end(body);

      function finish(status: number | null): void {
        clearTimeout(timer);
        resolve(status);
      }
    });
  }

  return { post, close: () => agent.destroy() };
}

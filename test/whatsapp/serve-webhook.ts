import { connect } from "node:net";
import type { FastifyInstance, InjectOptions } from "fastify";
import { expect, onTestFinished } from "vitest";
import type { ProviderEvent } from "../../src/message.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createServer } from "../../src/server.ts";
import { createWhatsAppRoutes } from "../../src/whatsapp/webhook.ts";

export const url = "/webhooks/360dialog";
export const secret = "a-secret-that-is-in-use";
export const newSecret = "the-secret-that-comes-next";
export const bearer = { authorization: `Bearer ${secret}` };

/** The routes on a server of their own; what they hand on for storing is kept. */
export async function serve(
  receive: (events: ProviderEvent[]) => Promise<Set<string>> = () => Promise.resolve(new Set()),
  { phoneNumberId }: { phoneNumberId?: string } = {},
) {
  const received: ProviderEvent[][] = [];
  const metrics = createMetrics();
  const whatsapp = createWhatsAppRoutes({
    config: { webhookSecrets: [secret, newSecret], verifyTokens: ["the-token", "the-next-token"], phoneNumberId },
    receive: (events) => {
      received.push(events);
      return receive(events);
    },
    metrics,
  });
  const app = await createServer({
    isDraining: () => false,
    log: createLogger({ logLevel: "silent", version: "test" }),
    metrics,
    routes: [whatsapp, (scope) => void scope.post("/other", async ({ body }) => body)],
  });
  onTestFinished(async () => {
    app.server.closeAllConnections();
    await app.close();
  });

  /** The values of one metric by their labels. */
  async function count(name: string): Promise<Record<string, number>> {
    const lines = (await metrics.registry.metrics()).matchAll(new RegExp(`^${name}(?:{(.*)})? (\\S+)$`, "gm"));
    return Object.fromEntries([...lines].map(([, labels = "", value]) => [labels, Number(value)]));
  }

  return { app, received, count };
}

export function post(app: FastifyInstance, body: NonNullable<InjectOptions["body"]>) {
  return app.inject({ method: "POST", url, headers: bearer, body });
}

/** Sends the head of a request, never its body, and resolves with the first bytes of the answer. */
export async function answerToHead(lines: string[]): Promise<string> {
  const { app, received } = await serve();
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(port), "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`));
  socket.on("data", (chunk) => resolve(chunk.toString()));
  socket.on("error", reject);
  const answer = await promise;
  socket.destroy();
  expect(received).toEqual([]);
  return answer;
}

import { parentPort, workerData } from "node:worker_threads";
import { fastify } from "fastify";
import { z } from "zod";
import { newWamid, textBody } from "../sandbox/webhook-body.ts";
import { run } from "./load.ts";

/** What must not share the event loop that measures: a bare Fastify to compare with, and the webhooks that flow meanwhile. */

const job = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bare") }),
  z.object({
    kind: z.literal("webhooks"),
    url: z.string(),
    secret: z.string(),
    perSecond: z.number(),
    seconds: z.number(),
  }),
]);

const CANDIDATES = 5_000;

const given = job.parse(workerData);
if (given.kind === "bare") {
  const server = fastify({ keepAliveTimeout: 72_000 });
  server.get("/health", async () => ({ status: "healthy" }));
  parentPort?.postMessage(await server.listen({ host: "127.0.0.1", port: 0 }));
} else {
  const { url, secret, perSecond, seconds } = given;
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  const { latencies, failed } = await run({
    url,
    perSecond,
    seconds,
    connections: 64,
    next: (n) => {
      const waId = String(34_600_000_000 + (n % CANDIDATES));
      const body = JSON.stringify(textBody({ waId, text: `message ${n}`, id: newWamid() }));
      return { path: "/webhooks/360dialog", method: "POST", headers, body };
    },
  });
  parentPort?.postMessage({ latencies, failed });
}

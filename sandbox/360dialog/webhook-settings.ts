import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jsonBody } from "../journal.ts";
import type { Webhook } from "../webhook-body.ts";

/** The webhook of the number: GET and POST /v1/configs/webhook. */

export const invalidKey = { meta: { success: false, http_code: 401, developer_message: "Invalid API key" } } as const;

const settings = z.object({ url: z.url(), headers: z.record(z.string(), z.string()).default({}) });

export function serveWebhookSettings(
  server: FastifyInstance,
  apiKey: string,
  fake: { webhook: Webhook | undefined; showsWebhookHeaders: boolean },
) {
  function shown() {
    if (fake.webhook === undefined) return {};
    const { url, secret, headers = { Authorization: `Bearer ${secret}` } } = fake.webhook;
    return fake.showsWebhookHeaders ? { url, headers } : { url };
  }

  server.get("/v1/configs/webhook", async (request, reply) =>
    request.headers["d360-api-key"] === apiKey ? shown() : reply.code(401).send(invalidKey),
  );
  server.post("/v1/configs/webhook", async (request, reply) => {
    if (request.headers["d360-api-key"] !== apiKey) return reply.code(401).send(invalidKey);
    const given = settings.safeParse(jsonBody(request));
    if (!given.success) return reply.code(400).send({ meta: { success: false, http_code: 400 } });
    fake.webhook = { ...given.data, secret: "" };
    return shown();
  });
}

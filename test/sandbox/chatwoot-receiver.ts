import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";

export type Respond = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A service that keeps the bytes, and answers with the queued statuses first, then always 200. */
export async function startReceiver(respond?: Respond) {
  const received: { headers: Record<string, unknown>; bytes: string }[] = [];
  const answers: number[] = [];
  const server = fastify({ forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: FastifyRequest, text: string) => text,
  );
  server.post("/webhook", async (request, reply) => {
    received.push({ headers: request.headers, bytes: z.string().parse(request.body) });
    if (respond !== undefined) return respond(request, reply);
    return reply.code(answers.shift() ?? 200).send({});
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const bodies = () => received.map(({ bytes }) => z.record(z.string(), z.unknown()).parse(JSON.parse(bytes)));
  return {
    url: `${address}/webhook`,
    received,
    answers,
    bodies,
    events: () => bodies().map((body) => body["event"]),
    close: () => server.close(),
  };
}

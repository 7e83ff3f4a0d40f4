import { type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import { keep } from "./journal.ts";

/** The ingest endpoint of a Sentry: takes envelopes, keeps what came, and fails when it is told to. */

const frame = z.object({
  function: z.string(),
  filename: z.string(),
  lineno: z.int(),
  colno: z.int(),
  in_app: z.boolean(),
});
const exception = z.object({
  type: z.string(),
  value: z.string(),
  stacktrace: z.object({ frames: z.array(frame) }),
});
const contexts = z.object({ trace: z.object({ trace_id: z.string(), span_id: z.string() }).optional() });
/** Everything that a report may say: anything else is refused. */
const report = z.strictObject({
  event_id: z.string(),
  timestamp: z.number(),
  level: z.enum(["error", "fatal"]),
  platform: z.literal("node"),
  release: z.string(),
  environment: z.string(),
  message: z.string().optional(),
  exception: z.strictObject({ values: z.array(exception) }).optional(),
  tags: z.record(z.string(), z.union([z.string(), z.number()])),
  contexts,
  sdk: z.unknown().optional(),
});
type Report = z.output<typeof report>;

interface RecordedEnvelope {
  path: string;
  headers: Record<string, unknown>;
  body: string;
}

/** "hang": takes the envelope and never answers. A number is the HTTP status that is answered. */
type Behaviour = "hang" | 200 | 429 | 500;

export interface FakeSentry {
  /** What SENTRY_DSN has to be. */
  dsn: string;
  behaviour: Behaviour;
  /** Every request, oldest first, word for word. */
  envelopes: RecordedEnvelope[];
  /** The error reports in them. */
  reports: Report[];
  stop(): Promise<void>;
}

export async function startFakeSentry(options: { key: string }): Promise<FakeSentry> {
  const server = fastify({ forceCloseConnections: true });
  const fake: FakeSentry = { dsn: "", behaviour: 200, envelopes: [], reports: [], stop: () => server.close() };

  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, async (_request: FastifyRequest, text: string) => text);
  server.post("/api/1/envelope/", async (request, reply) => {
    const body = String(request.body);
    keep(fake.envelopes, { path: request.url, headers: request.headers, body });
    const { sentry_key: key } = z.object({ sentry_key: z.string() }).parse(request.query);
    if (key !== options.key) return reply.code(401).send({ detail: "bad sentry DSN public key" });
    for (const one of reportsIn(body)) keep(fake.reports, one);
    if (fake.behaviour === "hang") return reply.hijack();
    return reply.code(fake.behaviour).send({});
  });
  const url = new URL(await server.listen({ host: "127.0.0.1", port: 0 }));
  fake.dsn = `http://${options.key}@${url.host}/1`;
  return fake;
}

/** https://develop.sentry.dev/sdk/data-model/envelopes/: a header, then a header and a payload for each item, as lines. */
function reportsIn(envelope: string): Report[] {
  const [, ...items] = envelope.split("\n").filter((line) => line !== "");
  return items.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const { type } = z.object({ type: z.string() }).parse(JSON.parse(line));
    return type === "event" ? [report.parse(JSON.parse(items[index + 1] ?? ""))] : [];
  });
}

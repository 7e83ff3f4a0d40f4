import { createHash } from "node:crypto";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import { jsonOf, keep } from "./journal.ts";

/** The two OpenAI calls that may be needed: vectors that depend on the words alone, and a transcription that is given. */

/** Prompts and inputs are long: this many hold tens of megabytes. */
const kept = 2_000;

const megabyte = 1024 * 1024;

/** What happens to the next embeddings that the API would give: an error, no answer at all, or a body that is none. */
type ScriptedFailure = { status: number } | "hang" | "garbage";

interface RecordedRequest {
  at: string;
  path: string;
  /** The parsed JSON; of an upload only its length. */
  body: unknown;
  status: number;
}

export interface FakeOpenAi {
  /** With /v1, as the SDK wants its baseURL. */
  url: string;
  /** Oldest first. */
  requests: RecordedRequest[];
  /** What every recording says. */
  transcription: string;
  /** Each accepted call for embeddings uses up the first one. */
  failures: ScriptedFailure[];
  stop(): Promise<void>;
}

export async function startFakeOpenAi(options: { apiKey: string; host?: string; port?: number }): Promise<FakeOpenAi> {
  const { apiKey, host = "127.0.0.1", port = 0 } = options;
  const requests: RecordedRequest[] = [];
  // The API takes recordings of up to 25 MB.
  const server = fastify({ forceCloseConnections: true, bodyLimit: 26 * megabyte });
  const fake: FakeOpenAi = { url: "", requests, transcription: "", failures: [], stop: () => server.close() };

  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer" }, async (_request: FastifyRequest, bytes: Buffer) => bytes);
  server.post("/v1/embeddings", async (request, reply) => {
    const body = jsonOf(bytesOf(request).toString());
    if (!isAllowed(request)) return answer(request, reply, 401, body, invalidKey);
    const asked = embeddingsSchema.safeParse(body);
    if (!asked.success) return answer(request, reply, 400, body, invalid(z.prettifyError(asked.error)));
    const failure = fake.failures.shift();
    if (failure === "hang") return reply.hijack();
    if (failure === "garbage") return answer(request, reply, 200, body, { object: "list", data: [{ embedding: [1] }] });
    if (failure !== undefined) return answer(request, reply, failure.status, body, failed(failure.status));
    return answer(request, reply, 200, body, embeddingsOf(asked.data));
  });
  server.post("/v1/audio/transcriptions", async (request, reply) => {
    const upload = bytesOf(request);
    const summary = { bytes: upload.length };
    if (!isAllowed(request)) return answer(request, reply, 401, summary, invalidKey);
    const isForm = request.headers["content-type"]?.startsWith("multipart/form-data") ?? false;
    const missing = ["file", "model"].find((name) => !isForm || !upload.includes(`name="${name}"`));
    if (missing !== undefined) return answer(request, reply, 400, summary, invalid(`${missing}: field required`));
    return answer(request, reply, 200, summary, { text: fake.transcription });
  });

  function isAllowed({ headers }: FastifyRequest): boolean {
    return headers.authorization === `Bearer ${apiKey}`;
  }

  function answer(request: FastifyRequest, reply: FastifyReply, status: number, body: unknown, answered: object) {
    keep(requests, { at: new Date().toISOString(), path: request.url, body, status }, kept);
    return reply.code(status).send(answered);
  }

  fake.url = `${await server.listen({ host, port })}/v1`;
  return fake;
}

const maxTokens = 8192;
const inputSchema = z
  .string()
  .min(1)
  .refine((text) => tokensOf(text) <= maxTokens, `This model's maximum context length is ${maxTokens} tokens`);
const embeddingsSchema = z.object({
  model: z.string().min(1),
  // Single texts and lists of texts; lists of tokens are not known here.
  input: z.union([inputSchema.transform((text) => [text]), z.array(inputSchema).min(1).max(2048)]),
  dimensions: z.int().min(1).max(3072).default(1536),
  // The official SDK asks for base64 unless told otherwise.
  encoding_format: z.literal(["float", "base64"]).default("float"),
});

const invalidKey = {
  error: {
    message: "Incorrect API key provided.",
    type: "invalid_request_error",
    param: null,
    code: "invalid_api_key",
  },
} as const;

function invalid(message: string) {
  return { error: { message, type: "invalid_request_error", param: null, code: null } };
}

function failed(status: number) {
  const type = status === 429 ? "requests" : status >= 500 ? "server_error" : "invalid_request_error";
  const code = status === 429 ? "rate_limit_exceeded" : null;
  return { error: { message: "as scripted", type, param: null, code } };
}

function embeddingsOf({ model, input, dimensions, encoding_format: format }: z.infer<typeof embeddingsSchema>) {
  const data = input.map((text, index) => {
    const vector = vectorOf(text, dimensions);
    const embedding = format === "float" ? vector : Buffer.from(Float32Array.from(vector).buffer).toString("base64");
    return { object: "embedding", index, embedding };
  });
  const tokens = input.reduce((sum, text) => sum + tokensOf(text), 0);
  return { object: "list", data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

/** A vector of length 1, the sum of one for each word's first letters: texts are near that share words. */
function vectorOf(text: string, dimensions: number): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [text];
  const stems = [...new Set(words.map((word) => word.slice(0, 5)))].map((stem) => hashOf(stem, dimensions));
  const sums = Array.from({ length: dimensions }, (_, index) =>
    stems.reduce((sum, numbers) => sum + (numbers[index] ?? 0), 0),
  );
  const length = Math.hypot(...sums);
  return sums.map((number) => number / length);
}

function hashOf(word: string, dimensions: number): number[] {
  const bytes = createHash("shake256", { outputLength: dimensions * 2 })
    .update(word)
    .digest();
  return Array.from({ length: dimensions }, (_, index) => bytes.readInt16LE(index * 2) + 0.5);
}

function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type FakeOpenAi, startFakeOpenAi } from "../../sandbox/fake-openai.ts";
import { cosine } from "../../src/recruiting/matching.ts";

const apiKey = "the-key";
const aString: unknown = expect.any(String);
let fake: FakeOpenAi;

beforeEach(async () => {
  fake = await startFakeOpenAi({ apiKey });
});

afterEach(() => fake.stop());

test("a text has one vector of length 1, another text another one", async () => {
  expect(fake.url).toMatch(/\/v1$/);
  const [first, again, other] = [await vectorsOf("Hola"), await vectorsOf("Hola"), await vectorsOf("Adiós")];
  expect(first).toStrictEqual(again);
  expect(first).not.toStrictEqual(other);
  expect(first[0]).toHaveLength(1536);
  expect(Math.hypot(...(first[0] ?? []))).toBeCloseTo(1);
});

test("texts that share words, or their beginnings, are nearer than others", async () => {
  const [wanted = [], near = [], far = []] = await Promise.all(
    ["busco trabajo de camarera", "Camarero en Sevilla", "Lagerhelfer in Berlin"].map(
      async (text) => (await vectorsOf(text))[0],
    ),
  );
  expect(cosine(wanted, near)).toBeGreaterThan(cosine(wanted, far) + 0.1);
});

test("a scripted failure is for one call, in OpenAI's shape", async () => {
  fake.failures.push({ status: 429 }, "garbage");
  const limited = await embed({});
  expect(limited.status).toBe(429);
  expect(await limited.json()).toMatchObject({ error: { type: "requests", code: "rate_limit_exceeded" } });
  expect(await (await embed({})).json()).toMatchObject({ data: [{ embedding: [1] }] });
  expect((await embed({})).status).toBe(200);
});

test("a list gets its vectors in order, of the length that was asked for, with usage", async () => {
  const response = await embed({ input: ["Hola", "Buenas tardes"], dimensions: 8 });
  expect(await response.json()).toStrictEqual({
    object: "list",
    model: "text-embedding-3-small",
    data: [
      { object: "embedding", index: 0, embedding: (await vectorsOf("Hola", 8))[0] },
      { object: "embedding", index: 1, embedding: (await vectorsOf("Buenas tardes", 8))[0] },
    ],
    usage: { prompt_tokens: 5, total_tokens: 5 },
  });
});

test("base64 carries the same numbers as 32-bit floats", async () => {
  const response = await embed({ input: "Hola", dimensions: 4, encoding_format: "base64" });
  const { data } = z.object({ data: z.array(z.object({ embedding: z.base64() })) }).parse(await response.json());
  const bytes = Buffer.from(data[0]?.embedding ?? "", "base64");
  const numbers = [0, 4, 8, 12].map((offset) => bytes.readFloatLE(offset));
  expect(numbers).toStrictEqual([...Float32Array.from((await vectorsOf("Hola", 4))[0] ?? [])]);
});

test.each([
  ["no model", { model: undefined }],
  ["no input", { input: undefined }],
  ["an empty text", { input: [""] }],
  ["a text of too many tokens", { input: "x".repeat(40_000) }],
  ["no dimension", { dimensions: 0 }],
])("%s is refused", async (_name, change) => {
  const response = await embed(change);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { message: aString, type: "invalid_request_error" } });
});

test("a recording is answered with the given text", async () => {
  fake.transcription = "Busco trabajo de camarero";
  const response = await transcribe();
  expect([response.status, await response.json()]).toStrictEqual([200, { text: "Busco trabajo de camarero" }]);
  expect((await transcribe("a text, not a form")).status).toBe(400);
});

test("a wrong key is refused in OpenAI's shape and never written down", async () => {
  const authorization = { authorization: "Bearer another" };
  const refused = [await embed({}, authorization), await transcribe(undefined, authorization)];
  for (const response of refused) {
    expect(response.status).toBe(401);
    expect(await response.json()).toStrictEqual({
      error: { message: aString, type: "invalid_request_error", param: null, code: "invalid_api_key" },
    });
  }
  await embed({});
  expect(fake.requests).toMatchObject([
    { path: "/v1/embeddings", status: 401 },
    { path: "/v1/audio/transcriptions", status: 401 },
    { path: "/v1/embeddings", status: 200, body: { input: "Hola" } },
  ]);
  expect(JSON.stringify(fake.requests)).not.toContain(apiKey);
});

async function vectorsOf(input: string, dimensions?: number): Promise<number[][]> {
  const response = await embed({ input, dimensions });
  const answer = z.object({ data: z.array(z.object({ embedding: z.array(z.number()) })) }).parse(await response.json());
  return answer.data.map(({ embedding }) => embedding);
}

function embed(change: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ model: "text-embedding-3-small", input: "Hola", ...change });
  const defaults = { "content-type": "application/json", authorization: `Bearer ${apiKey}` };
  return fetch(`${fake.url}/embeddings`, { method: "POST", headers: { ...defaults, ...headers }, body });
}

function transcribe(body: FormData | string = recording(), headers: Record<string, string> = {}): Promise<Response> {
  const defaults = { authorization: `Bearer ${apiKey}` };
  return fetch(`${fake.url}/audio/transcriptions`, { method: "POST", headers: { ...defaults, ...headers }, body });
}

function recording(): FormData {
  const form = new FormData();
  form.set("model", "whisper-1");
  form.set("file", new Blob(["OggS"]), "voice.ogg");
  return form;
}

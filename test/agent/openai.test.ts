import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeOpenAi, startFakeOpenAi } from "../../sandbox/fake-openai.ts";
import { createMatch, jobWords } from "../../src/agent/match.ts";
import { type OpenVacancy, offerFor } from "../../src/agent/offer.ts";
import { createListOpen } from "../../src/agent/open-vacancies.ts";
import { createEmbed } from "../../src/agent/openai.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createDatabase, type Database } from "../../src/platform/database.ts";
import { createLogger } from "../../src/platform/logger.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { importVacanciesInto } from "../support/vacancies.ts";
import { waitFor } from "../support/wait-for.ts";
import { observed } from "./claude.ts";
import { never, storedFact, turnInput } from "./turns.ts";

const apiKey = "the-key";
const aMinute = 61_000;
/** Stands only in the FAQ of waiter-lisbon, which the words alone do not look at, and nothing shares it. */
const onlyInFaq = "Garrett";
let fake: FakeOpenAi;
let rows: TestDatabase;
let database: Database;
let lines: string[];

beforeEach(async () => {
  lines = [];
  fake = await startFakeOpenAi({ apiKey });
  rows = await createTestDatabase();
  await importVacanciesInto(rows.url);
  database = createDatabase({ url: rows.url, poolSize: 4, supabaseUrl: "", supabaseKey: "" });
});

afterEach(async () => {
  vi.useRealTimers();
  await database.close();
  await rows.drop();
  await fake.stop();
});

test("each version is embedded once, stored, and known to every process", async () => {
  const { listOpen, metrics } = parts();
  expect((await listOpen()).map(({ embedding }) => embedding)).toEqual([null, null, null]);
  await listOpen();
  await untilEmbedded();

  const { listOpen: elsewhere } = parts();
  expect((await elsewhere()).map(({ embedding }) => embedding?.length)).toEqual([1536, 1536, 1536]);
  expect(inputs()).toEqual([
    [expect.stringMatching(/Lager/), expect.stringMatching(/^Cocinero/), expect.stringMatching(/Garrett/)],
  ]);
  const labels = {
    gen_ai_operation_name: "embeddings",
    gen_ai_provider_name: "openai",
    gen_ai_request_model: "text-embedding-3-small",
    agent: "embed",
  };
  expect(await observed(metrics.modelOperationDuration)).toMatchObject([{ ...labels, error_type: "", count: 1 }]);
  const [tokens] = (await metrics.modelTokenUsage.get()).values.filter(({ metricName }) =>
    metricName?.endsWith("_sum"),
  );
  expect(tokens?.labels).toEqual({ ...labels, gen_ai_token_type: "input" });
  expect(tokens?.value).toBeGreaterThan(0);
  const { values: cost } = await metrics.modelCost.get();
  expect(cost[0]?.value).toBeCloseTo((0.02 * (tokens?.value ?? 0)) / 1e6, 12);
});

test("several are offered by nearness, and nothing is embedded for one that is named or alone", async () => {
  const { offered, open } = await embedded();
  expect(first(await offered(["me gustaría ser cocinera en un restaurante"]))).toBe("cook-madrid");
  expect(inputs().slice(1)).toEqual([["me gustaría ser cocinera en un restaurante"]]);

  expect((await offered(["waiter-lisbon, por favor"])).vacancy?.id).toBe("waiter-lisbon");
  expect((await offered(["hola"], {}, open.slice(0, 1))).vacancy?.id).toBe("warehouse-berlin");
  expect(inputs()).toHaveLength(2);
});

test("as long as one has no embedding, all are compared by full text", async () => {
  const { offered, open } = await embedded();
  const some = open.map((vacancy, place) => (place === 0 ? { ...vacancy, embedding: null } : vacancy));
  expect(first(await offered([onlyInFaq], {}, some))).toBe("waiter-lisbon");
  expect(inputs()).toHaveLength(1);
});

test.each([
  ["a key that is refused", [{ status: 401 }], 1],
  ["too many requests", [{ status: 429 }, { status: 429 }, { status: 429 }], 3],
  ["an error", [{ status: 500 }, { status: 503 }, { status: 500 }], 3],
  ["no answer", ["hang" as const], 1],
  ["an answer that is none", ["garbage" as const, "garbage" as const, "garbage" as const], 3],
])("%s: full text decides, and nothing more is asked for a minute", async (_name, failures, calls) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { offered } = await embedded();
  fake.failures.push(...failures);

  expect(first(await offered([onlyInFaq]))).toBe("waiter-lisbon");
  expect(first(await offered([onlyInFaq]))).toBe("waiter-lisbon");
  expect(fake.failures).toEqual([]);
  expect(lines.filter((line) => line.includes("embeddings are away"))).toHaveLength(1);
  expect(lines.join("")).not.toMatch(/the-key|Garrett/);

  const before = inputs().length;
  expect(before).toBeLessThanOrEqual(1 + calls);
  vi.setSystemTime(Date.now() + aMinute);
  await offered(["cocinera"]);
  expect(inputs()).toHaveLength(before + 1);
});

test("vacancies that could not be embedded are tried again after a minute, and listed meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  fake.failures.push({ status: 400 });
  const { listOpen } = parts();
  expect(await listOpen()).toHaveLength(3);
  await waitFor(() => expect(lines.join("")).toContain("embeddings are away"));
  vi.setSystemTime(Date.now() + 20_000);
  expect(await listOpen()).toHaveLength(3);
  expect(inputs()).toHaveLength(1);

  vi.setSystemTime(Date.now() + aMinute);
  await listOpen();
  await untilEmbedded();
});

test("with OpenAI and full text away the words decide; a turn that is aborted says nothing about OpenAI", async () => {
  const { offered, match, open } = await embedded();
  await match(open, turnInput(["cocinero"]), AbortSignal.abort());
  expect(lines).toEqual([]);

  fake.failures.push({ status: 401 });
  await rows.pool.query("drop function public.match_vacancies(json)");
  expect(first(await offered(["cocinero"]))).toBe("cook-madrid");
});

test("OpenAI hears of the job and not of the person", async () => {
  const facts = [
    storedFact("roles", ["camarera"]),
    storedFact("skills", ["caja"]),
    storedFact("city", "Sevilla"),
    storedFact("first_name", "Inés"),
    storedFact("email", "old@example.org"),
  ];
  const contact = { id: 1, name: "Lu P.", wa_id: "34600111222" };
  const texts = [
    "Hola, soy Lucía Pérez, busco trabajo de camarera con terraza",
    "Inés, lu: mi correo es lucia.perez@example.org y mi móvil +34 600-111 222, 3 años",
  ];
  const text = await jobWords(turnInput(texts, { facts, contact }), never);
  expect(text).toMatch(/^camarera, caja, Sevilla, Hola.*camarera con terraza.*3 años$/);
  expect(text).not.toMatch(/luc|pérez|inés|lu:|@|600|111|222/i);

  const long = await jobWords(turnInput(["trabajo 😀".repeat(500)]), never);
  expect(long.length).toBeLessThanOrEqual(500);
  expect(long.isWellFormed()).toBe(true);
  expect(await jobWords(turnInput(["ana@example.org", "+34600111222"]), never)).toBe("");
});

function parts() {
  const log = createLogger({ logLevel: "warn", version: "test" }, { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const embed = createEmbed({ apiKey, baseUrl: fake.url, metrics, log });
  return { listOpen: createListOpen(database, embed, log), match: createMatch({ database, embed }), metrics };
}

async function embedded() {
  await parts().listOpen();
  await untilEmbedded();
  const { listOpen, match } = parts();
  const open = await listOpen();
  const offered = (texts: string[], given: Partial<TurnInput> = {}, vacancies: OpenVacancy[] = open) =>
    offerFor(turnInput(texts, given), async () => vacancies, match, never);
  return { match, open, offered };
}

async function untilEmbedded(): Promise<void> {
  await waitFor(async () => {
    const { rows: without } = await rows.pool.query("select from app.vacancy_versions where embedding is null");
    expect(without).toHaveLength(0);
  });
}

function first({ choices }: { choices: string[] }): string | undefined {
  return ids.get(choices[0] ?? "");
}

const ids = new Map([
  ["Cocinero/a – Madrid", "cook-madrid"],
  ["Empregado/a de mesa – Lisboa", "waiter-lisbon"],
  ["Lagerhelfer/in – Berlin", "warehouse-berlin"],
]);

function inputs(): unknown[] {
  return fake.requests.map(({ body }) =>
    typeof body === "object" && body !== null && "input" in body ? body.input : body,
  );
}

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { TurnResult } from "../../src/message.ts";
import { waitFor } from "../support/wait-for.ts";
import { agentOf, callsInSequence } from "./claude.ts";
import { afterwards, startAgent } from "./talk.ts";
import { never, turnInput } from "./turns.ts";

const tom = { contact: { id: 1, name: null, wa_id: "447400123456" } };
const says = ["Hello, my name is Tom Baker", "I live in Leeds", "how much do you pay?", "I want to talk to a person"];

const trace = z.strictObject({
  engine: z.enum(["claude", "rules"]),
  prompt: z.string().optional(),
  fallback: z.string().optional(),
  usage: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
const decision = z.strictObject({
  engine: z.enum(["claude", "rules"]),
  rules: z.string(),
  language: z.literal("en"),
  intents: z.array(z.string()).min(1),
  step: z.string(),
  asks: z.string().nullable(),
  reason: z.string().optional(),
  learned: z.array(z.string()),
  answered: z.array(z.string()),
  rejected: z.array(z.strictObject({ field: z.string(), reason: z.string() })),
  agents: z.strictObject({ router: trace, extraction: trace, conversation: trace, crm: trace }),
  cost_usd: z.number(),
});
const resultSchema = z.strictObject({
  messageIds: z.array(z.int()),
  effects: z
    .array(z.strictObject({ destination: z.string(), origin: z.string(), kind: z.string(), body: z.looseObject({}) }))
    .min(1),
  facts: z.array(
    z.strictObject({
      field: z.string(),
      value: z.unknown(),
      messageId: z.int(),
      quote: z.string().min(1),
      confidence: z.number().min(0).max(1),
    }),
  ),
  answers: z.array(z.never()),
  application: z.null(),
  ended: z.null(),
  progress: z.strictObject({ asked: z.record(z.string(), z.int()), confirmed: z.boolean() }),
  handOff: z.boolean(),
  decision,
  checkpointId: z.string(),
  summary: z.string().nullable(),
});

type Agent = Awaited<ReturnType<typeof startAgent>>;

async function talk({ runTurn }: Agent, texts: string[]): Promise<TurnResult[]> {
  const results: TurnResult[] = [];
  let input = turnInput(texts.slice(0, 1), tom);
  for (const [index] of texts.entries()) {
    const result = await runTurn(input, never);
    results.push(result);
    input = afterwards(input, result, texts.slice(index + 1, index + 2));
  }
  return results;
}

describe.each(["claude", "rules"] as const)("on %s", (engine) => {
  test("a conversation comes to the same steps, in results of the same shape", async () => {
    const agent = await startAgent(engine);

    const results = (await talk(agent, says)).map((result) => resultSchema.parse(result));

    expect(results.map(({ decision: made }) => [made.step, made.asks])).toEqual([
      ["ask", "city"],
      ["ask", "roles"],
      ["ask", "roles"], // they asked something instead of answering
      ["hand_off", null],
    ]);
    expect(results.map(({ effects }) => effects.map(({ origin, kind }) => `${origin} ${kind}`))).toEqual([
      ["bot text", "control profile"],
      ["bot text", "control profile"],
      ["bot text", "control note"],
      ["control text", "control note", "control open"],
    ]);
    expect(results.map(({ handOff }) => handOff)).toEqual([false, false, false, true]);
    expect(results.map(({ messageIds }) => messageIds)).toEqual([[101], [102], [103], [104]]);
    const facts = results.flatMap((result) => result.facts);
    expect(facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: "first_name", value: "Tom", messageId: 101 }),
        expect.objectContaining({ field: "city", value: "Leeds", messageId: 102 }),
      ]),
    );
    for (const { messageId, quote } of facts) expect(says[messageId - 101]).toContain(quote);
    for (const { decision: made } of results) {
      expect(made.engine).toBe(engine);
      expect(made.cost_usd > 0).toBe(engine === "claude");
      // It explains the turn without repeating what was said.
      expect(JSON.stringify(made)).not.toMatch(/Tom|Leeds|pay/);
    }
    expect(agent.claude.requests.length > 0).toBe(engine === "claude");
  });

  test("a burst is one turn with one answer", async () => {
    const { runTurn } = await startAgent(engine);
    const result = await runTurn(turnInput(["Hello!", "my name is Tom Baker", "I live in Leeds"], tom), never);
    expect(result.messageIds).toEqual([101, 102, 103]);
    expect(result.effects.filter(({ kind }) => kind === "text")).toHaveLength(1);
    expect(result.progress.asked).toEqual({ roles: 1 });
  });
});

test("the cost of a turn is the sum of what its agents took", async () => {
  const [result] = await talk(await startAgent(), says.slice(0, 1));
  const { agents, cost_usd } = decision.parse(result?.decision);
  const costs = Object.values(agents).map(({ usage }) => Number(usage?.["costUsd"] ?? 0));
  expect(costs.filter((cost) => cost > 0)).toHaveLength(3); // the CRM agent wrote nothing
  expect(cost_usd).toBeCloseTo(
    costs.reduce((sum, cost) => sum + cost, 0),
    12,
  );
});

test("router and extraction are under way at the same time", async () => {
  const { runTurn } = together(await startAgent());

  const result = await runTurn(turnInput(["Hello, my name is Tom Baker"], tom), never);

  expect(decision.parse(result.decision).agents).toMatchObject({
    router: { engine: "claude" },
    extraction: { engine: "claude" },
    conversation: { engine: "claude" },
  });
});

test.each([
  ["an answer", "I live in Leeds", ["conversation", "extraction", "router"]],
  ["a question", "how much do you pay?", ["conversation", "extraction", "router"]],
  ["a hand-over", "I want to talk to a person", ["crm", "extraction", "router"]],
])("at most two calls follow one another: %s", async (_what, text, agents) => {
  const { claude, runTurn } = together(await startAgent());
  const called: string[] = [];
  claude.onRequest((request) => void called.push(agentOf(request)));

  await runTurn(turnInput([text], tom), never);

  expect(called.toSorted()).toEqual(agents);
  expect(callsInSequence(claude.requests)).toBe(2);
});

test("the instructions are the same bytes in every turn, every conversation and every process", async () => {
  const prefixes = new Map<string, Set<string>>();
  for (const texts of [says, ["Hola, busco trabajo", "me llamo Ana", "quiero hablar con una persona"]]) {
    const agent = await startAgent();
    agent.claude.onRequest((request) => {
      const { messages: _messages, ...prefix } = request;
      const known = prefixes.get(agentOf(request)) ?? new Set();
      prefixes.set(agentOf(request), known.add(JSON.stringify(prefix)));
    });
    await talk(agent, texts);
  }
  expect([...prefixes.keys()].toSorted()).toEqual(["conversation", "crm", "extraction", "router"]);
  for (const bytes of prefixes.values()) expect(bytes.size).toBe(1);
});

describe("a turn that is over", () => {
  test("ends with all its requests, and nothing of it is left for the next run", async () => {
    const { claude, runTurn } = await startAgent();
    claude.script([{ kind: "hang" }, { kind: "hang" }]);
    const turn = new AbortController();
    const reason = new Error("the lease is lost");
    claude.onRequest(() => {
      if (claude.requests.length === 2) turn.abort(reason);
    });
    const input = turnInput([`I live in Leeds ${randomUUID()}`], tom);

    await expect(runTurn(input, turn.signal)).rejects.toThrow();

    expect(claude.requests).toHaveLength(2);
    await waitFor(() => expect(claude.requests.every(({ endedAt }) => endedAt !== null)).toBe(true));
    expect(claude.requests.map(({ status }) => status)).toEqual([null, null]);
    const again = await runTurn({ ...input, attempts: 2 }, never);
    expect(resultSchema.parse(again).decision).toMatchObject({ step: "ask", learned: ["city"] });
    expect(claude.requests).toHaveLength(5);
  });

  test("between the agents, asks no further one", async () => {
    const { claude, oracle, runTurn } = await startAgent();
    const turn = new AbortController();
    const answers: string[] = [];
    claude.answer = (request) => {
      answers.push(agentOf(request));
      if (answers.length === 2) turn.abort(new Error("the process stops"));
      return oracle(request);
    };

    await expect(runTurn(turnInput(["I live in Leeds"], tom), turn.signal)).rejects.toThrow();

    expect(answers.toSorted()).toEqual(["extraction", "router"]);
    // A turn of its own afterwards: had the first one gone on, its third call would stand there too.
    claude.answer = oracle;
    await runTurn(turnInput(["I live in York"], tom), never);
    expect(claude.requests).toHaveLength(5);
  });
});

test("a turn that has to run again gets the same words and pays nothing twice", async () => {
  const { claude, runTurn } = await startAgent();
  const input = turnInput([`I live in Leeds, ${randomUUID()}`], tom);
  const first = await runTurn(input, never);

  const again = await runTurn({ ...input, attempts: 2 }, never);

  expect(claude.requests).toHaveLength(3);
  expect(again.effects).toEqual(first.effects);
  expect(again.facts).toEqual(first.facts);
  expect(decision.parse(again.decision).cost_usd).toBe(0);
});

/** None of the first two is answered before the other was asked: one after the other, they would never be. */
function together(agent: Agent): Agent {
  const arrived = new Set<string>();
  agent.claude.onRequest((request) => void arrived.add(agentOf(request)));
  agent.claude.answer = async (request) => {
    if (["router", "extraction"].includes(agentOf(request))) {
      await waitFor(() => expect([...arrived]).toEqual(expect.arrayContaining(["router", "extraction"])));
    }
    return agent.oracle(request);
  };
  return agent;
}

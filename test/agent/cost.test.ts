import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type ClaudeRequest, cacheMinimumTokens, systemText } from "../../sandbox/claude/request.ts";
import { costOf } from "../../src/agent/models.ts";
import type { Fact, TurnResult } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { waitFor } from "../support/wait-for.ts";
import { agentOf, callsInSequence } from "./claude.ts";
import { longAd, longPast, longReadBack, longReply, longSummary, longTalk } from "./longest-talk.ts";
import { afterwards, startAgent } from "./talk.ts";
import { never, turnInput } from "./turns.ts";

/** The tokenizer is not public. English and Spanish have 3.5 to 4.5 characters a token, JSON a little less than 3.5. */
const CHARACTERS_PER_TOKEN = 3;
/** US dollars for an answer of ours, by the list prices in models.ts. */
const MOST_COSTLY = 0.005;

interface Call {
  agent: string;
  request: ClaudeRequest;
  answer: string;
}

interface Played {
  says: string[];
  result: TurnResult;
  calls: Call[];
  inSequence: number;
}

const usage = z.object({ cacheRead: z.int(), cacheWrite: z.int(), costUsd: z.number() });
const decision = z.object({
  rejected: z.array(z.unknown()),
  agents: z.record(z.string(), z.object({ engine: z.string(), usage: usage.optional() })),
});

test("the longest conversation is asked to its end", async () => {
  const played = await playLongest();
  expect(played.map(({ result }) => result.decision["step"])).toEqual([
    ...Array.from({ length: 9 }, () => "ask"),
    "confirm",
    "confirm",
    "done",
  ]);
  const engines = played.flatMap(({ result }) => Object.values(decision.parse(result.decision).agents).slice(0, 3));
  expect(new Set(engines.map(({ engine }) => engine))).toEqual(new Set(["claude"]));
});

test("a turn costs half a cent at most on average, with the first use of every cache and prompts as they are sent", async () => {
  const played = await playLongest();
  const known = new Set<string>();
  const costs = played.map(({ calls }) => calls.reduce((usd, call) => usd + billed(call, known), 0));
  expect(costs.reduce((all, usd) => all + usd, 0) / costs.length).toBeLessThanOrEqual(MOST_COSTLY);
});

test("no turn waits for more than two calls after each other", async () => {
  const played = await playLongest();
  for (const { inSequence } of played) expect(inSequence).toBeLessThanOrEqual(2);
});

describe("from the second turn on", () => {
  test("instructions and vacancy are the same bytes, each marked for the cache", async () => {
    const played = await playLongest();
    const prefixes = new Map<string, Set<string>>();
    for (const { agent, request } of played.flatMap(({ calls }) => calls)) {
      const { messages: _messages, ...prefix } = request;
      prefixes.set(agent, (prefixes.get(agent) ?? new Set()).add(JSON.stringify(prefix)));
      expect(request.system).toMatchObject([
        { cache_control: { type: "ephemeral", ttl: "1h" } },
        { cache_control: { type: "ephemeral", ttl: "1h" } },
      ]);
      expect(systemText(request)).toContain(longAd.title);
    }
    expect([...prefixes.keys()].toSorted()).toEqual(["conversation", "extraction", "router"]);
    for (const bytes of prefixes.values()) expect(bytes.size).toBe(1);
  });

  test("they are read from the cache and not written again", async () => {
    const played = await playLongest();
    const usages = played
      .slice(1)
      .flatMap(({ result }) =>
        Object.values(decision.parse(result.decision).agents).flatMap((agent) => agent.usage ?? []),
      );
    expect(usages.length).toBe(3 * (played.length - 1));
    for (const { cacheRead, cacheWrite } of usages) {
      expect(cacheRead).toBeGreaterThan(1_500);
      expect(cacheWrite).toBe(0);
    }
  });
});

test("nothing is noted that the candidate has not said word for word", async () => {
  const played = await playLongest();
  const noted = played.flatMap(({ result, says }) =>
    [...result.facts, ...result.answers].map(({ quote }) => ({ quote, says: says.join("\n") })),
  );
  expect(noted.length).toBeGreaterThan(10);
  for (const { quote, says } of noted) expect(says).toContain(quote);
  expect(played.flatMap(({ result }) => decision.parse(result.decision).rejected)).toEqual([
    { field: "education", reason: "quote_not_in_message" },
  ]);
});

async function playLongest(): Promise<Played[]> {
  const { claude, runTurn } = await startAgent("claude", [longAd]);
  const turns: Played[] = [];
  let calls: Call[] = [];
  let input = turnInput(longTalk[0]?.says ?? [], { recent: longPast, summary: longSummary });
  for (const [index, spoken] of longTalk.entries()) {
    calls = [];
    const before = claude.requests.length;
    claude.answer = async (request) => {
      const agent = agentOf(request);
      const answer = JSON.stringify(answerOf(agent, spoken, request));
      calls.push({ agent, request, answer });
      // Neither of the first two is answered before the other was asked: one after the other, they would never be.
      await waitFor(() => expect(calls.length).toBeGreaterThanOrEqual(2));
      return answer;
    };
    const result = await runTurn(input, never);
    const inSequence = callsInSequence(claude.requests.slice(before));
    turns.push({ says: spoken.says, result, calls, inSequence });
    input = goOn(input, result, longTalk[index + 1]?.says ?? []);
  }
  return turns;
}

function answerOf(
  agent: string,
  { says, intents, facts = [], agrees }: (typeof longTalk)[number],
  request: ClaudeRequest,
) {
  if (agent === "router") return { intents, confidence: 0.95 };
  if (agent !== "extraction") {
    return { reply: JSON.stringify(request.messages).includes('\\"kind\\":\\"confirm') ? longReadBack : longReply };
  }
  const noted = facts.map(([field, value, quote]) => {
    const message =
      1 +
      Math.max(
        0,
        says.findIndex((text) => text.includes(quote)),
      );
    return { field, value, quote, message, confidence: 0.95 };
  });
  return { facts: noted, agrees: agrees ?? null, refuses: false, summary: longSummary };
}

/** What the next turn starts from, with the application that this one has begun or carried on. */
function goOn(input: TurnInput, result: TurnResult, texts: string[]): TurnInput {
  const { version, ...definition } = longAd;
  const added = result.answers.map(({ messageId, ...answer }: Fact) => ({ ...answer, message_id: messageId }));
  const kept = (input.application?.answers ?? []).filter(({ field }) => added.every((one) => one.field !== field));
  const submitted = result.application?.submitted ?? false;
  return {
    ...afterwards(input, result, texts),
    application: {
      id: 1,
      vacancy: longAd.id,
      version,
      definition,
      closed: false,
      submitted,
      decision: null,
      answers: [...kept, ...added],
    },
  };
}

/** As the API bills it: each prefix up to a breakpoint is written once and read from then on, within its hour. */
function billed({ request, answer }: Call, known: Set<string>): number {
  const { model, system, messages, output_config: config } = request;
  const blocks = typeof system === "string" ? [] : (system ?? []).map(({ text }) => text);
  // The format stands in front of the instructions, in a system prompt of the API's own.
  let prefix = JSON.stringify([model, config?.format]);
  let [counted, read] = [0, 0];
  for (const text of blocks) {
    prefix += text;
    const length = tokensOf(prefix);
    if (length < cacheMinimumTokens(request)) continue;
    counted = length;
    if (known.has(prefix)) read = length;
    known.add(prefix);
  }
  return costOf(model, {
    input:
      tokensOf(prefix) -
      counted +
      tokensOf(
        messages.map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content))).join("\n"),
      ),
    cacheRead: read,
    cacheWrite: counted - read,
    output: tokensOf(answer),
  });
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

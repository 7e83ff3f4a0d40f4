import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { type ClaudeRequest, systemText } from "../../sandbox/claude/request.ts";
import { startFakeClaude } from "../../sandbox/fake-claude.ts";
import { type Answer, createModel, type Model, type Task } from "../../src/agent/model.ts";
import { conversationTask } from "../../src/agent/prompts/conversation.ts";
import { extractionTask } from "../../src/agent/prompts/extraction.ts";
import { noteTask } from "../../src/agent/prompts/note.ts";
import { routerTask } from "../../src/agent/prompts/router.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { redis } from "./create-saver.ts";

export const SMALL = "claude-haiku-5-5";
export const LARGE = "claude-sonnet-5-5";

/** A fake Claude with models on it. `lines` is everything that was logged. Stopped after the test. */
export async function startClaude(answer?: (request: ClaudeRequest) => unknown) {
  const apiKey = `key-${randomUUID()}`;
  const claude = await startFakeClaude({ apiKey });
  onTestFinished(() => claude.stop());
  claude.answer = answer;
  const lines: string[] = [];
  const log = createLogger({ logLevel: "trace", version: "test" }, { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const create = (model = SMALL, connection = redis) =>
    createModel({ config: { apiKey, baseUrl: claude.url, model }, redis: connection, metrics, log });
  return { claude, apiKey, lines, log, metrics, create };
}

/** The same as the nodes take it. */
export async function startEngines(answer?: (request: ClaudeRequest) => unknown) {
  const { claude, lines, log, metrics, create } = await startClaude(answer);
  return { claude, lines, metrics, engines: { small: create(SMALL), large: create(LARGE), metrics, log } };
}

/** Asks something that nobody has asked before. */
export function askOnce<T>(model: Model, task: Task<T>, signal = new AbortController().signal): Promise<Answer<T>> {
  return model.ask(task, { background: null, user: `{"question":"${randomUUID()}"}` }, false, signal);
}

/** Whose call it is. */
export function agentOf(request: ClaudeRequest): string {
  const system = systemText(request);
  return (
    [routerTask, extractionTask, conversationTask, noteTask].find((task) => system.startsWith(task.system))?.agent ??
    "unknown"
  );
}

/** How many calls had to wait for one another. */
export function callsInSequence(calls: { startedAt: number; endedAt: number | null }[]): number {
  const depths: number[] = [];
  for (const { startedAt } of calls) {
    depths.push(
      1 +
        Math.max(0, ...depths.filter((_, before) => (calls[before]?.endedAt ?? Number.POSITIVE_INFINITY) <= startedAt)),
    );
  }
  return Math.max(0, ...depths);
}

interface Counter {
  get(): Promise<{ values: { value: number; labels: object }[] }>;
}
interface Histogram {
  get(): Promise<{ values: { value: number; labels: object; metricName?: string }[] }>;
}

/** The values of a counter with their labels. */
export async function counted(counter: Counter): Promise<object[]> {
  const { values } = await counter.get();
  return values.map(({ labels, value }) => ({ ...labels, value }));
}

/** How often and how much a histogram was told, with its labels. */
export async function observed(histogram: Histogram): Promise<object[]> {
  const { values } = await histogram.get();
  const sums = values.filter(({ metricName }) => metricName?.endsWith("_sum"));
  const counts = values.filter(({ metricName }) => metricName?.endsWith("_count"));
  return sums.map(({ labels, value }, at) => ({ ...labels, count: counts[at]?.value, sum: value }));
}

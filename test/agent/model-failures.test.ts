import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineTask } from "../../src/agent/model.ts";
import { waitFor } from "../support/wait-for.ts";
import { askOnce, observed, SMALL, startClaude } from "./claude.ts";

const task = defineTask({
  agent: "router",
  system: "You answer.",
  schema: z.object({ word: z.enum(["yes", "no"]) }),
  maxTokens: 50,
  deadlineMs: 20_000,
});
const status = (http: number, retryAfter?: number) =>
  ({ kind: "status", http, type: "scripted", ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

test.each([
  ["a refusal", "refused", 1, { kind: "refusal" }],
  ["an answer that was cut off", "truncated", 1, { kind: "cut-off" }],
  ["400", "rejected", 1, status(400)],
  ["401", "rejected", 1, status(401)],
  ["402", "rejected", 1, status(402)],
  ["403", "rejected", 1, status(403)],
  ["404", "rejected", 1, status(404)],
  ["413", "rejected", 1, status(413)],
  ["429", "unavailable", 3, status(429)],
  ["500", "unavailable", 3, status(500)],
  ["529", "unavailable", 3, status(529)],
  ["a connection that is cut", "unavailable", 3, { kind: "reset" }],
  ["a body that is no JSON", "unavailable", 3, { kind: "invalid-body" }],
  ["text instead of JSON", "malformed", 3, { kind: "malformed" }],
  ["a value that is none of the schema's", "malformed", 3, { kind: "text", text: '{"word":"maybe"}' }],
  ["JSON of another shape", "malformed", 3, { kind: "text", text: "[]" }],
  ["an empty object", "malformed", 3, { kind: "text", text: "{}" }],
] as const)("%s, again and again: %s, after %i requests", async (_what, reason, requests, failure) => {
  const { claude, create, metrics } = await startClaude(() => ({ word: "yes" }));
  claude.script([failure, failure, failure, failure]);

  await expect(askOnce(create(), task)).rejects.toMatchObject({ name: "ModelError", reason });

  expect(claude.requests).toHaveLength(requests);
  expect(await observed(metrics.modelOperationDuration)).toMatchObject([
    { agent: "router", gen_ai_request_model: SMALL, error_type: reason, count: 1 },
  ]);
});

test.each([
  ["429", status(429)],
  ["529", status(529)],
  ["429 with a short Retry-After", status(429, 0.05)],
  ["a connection that is cut", { kind: "reset" }],
  ["a body that is no JSON", { kind: "invalid-body" }],
  ["text instead of JSON", { kind: "malformed" }],
] as const)("%s twice is made good by the third try", async (_what, failure) => {
  const { claude, create } = await startClaude(() => ({ word: "yes" }));
  claude.script([failure, failure]);

  expect((await askOnce(create(), task)).value).toEqual({ word: "yes" });
  expect(claude.requests).toHaveLength(3);
});

describe("patience ends", () => {
  test("when the provider names a time beyond the deadline, without waiting for it", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    // The second is more than a timer can hold: it would go off at once.
    for (const seconds of [3_600, 3_000_000]) {
      claude.requests.length = 0;
      claude.script([status(429, seconds)]);
      await expect(askOnce(create(), task)).rejects.toMatchObject({ reason: "unavailable" });
      expect(claude.requests).toHaveLength(1);
    }
  });

  test("at the deadline when nothing comes back, and the second try is broken off with it", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    claude.script([{ kind: "hang" }, { kind: "hang" }, { kind: "hang" }]);

    await expect(askOnce(create(), { ...task, deadlineMs: 5_000 })).rejects.toMatchObject({ reason: "unavailable" });

    expect(claude.requests).toHaveLength(2);
    await waitFor(() => expect(claude.requests.every(({ endedAt }) => endedAt !== null)).toBe(true));
    expect(claude.requests.map((request) => request.status)).toEqual([null, null]);
  });

  test("but a single try that hangs leaves time for another", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    claude.script([{ kind: "hang" }]);

    expect((await askOnce(create(), { ...task, deadlineMs: 6_000 })).value).toEqual({ word: "yes" });
    expect(claude.requests.map((request) => request.status)).toEqual([null, 200]);
  });
});

describe("a turn that is over", () => {
  const reason = new Error("the lease is lost");

  test("rejects with the signal's reason and breaks off the request", async () => {
    const { claude, create, metrics } = await startClaude();
    claude.script([{ kind: "hang" }]);
    const turn = new AbortController();
    claude.onRequest(() => turn.abort(reason));

    // Left alone, the request would go on for longer than this test looks.
    await expect(askOnce(create(), { ...task, deadlineMs: 300_000 }, turn.signal)).rejects.toBe(reason);

    await waitFor(() => expect(claude.requests[0]?.endedAt).not.toBeNull());
    expect(claude.requests.map((request) => request.status)).toEqual([null]);
    expect(await observed(metrics.modelOperationDuration)).toEqual([]); // nobody failed
  });

  test("does not ask at all when it was over before", async () => {
    const { claude, create } = await startClaude(() => ({ word: "yes" }));
    await expect(askOnce(create(), task, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(claude.requests).toHaveLength(0);
  });

  test("asks no second time when it ends between two tries", async () => {
    const { claude, create, lines } = await startClaude(() => ({ word: "yes" }));
    const model = create();
    claude.script([status(529, 1)]);
    const turn = new AbortController();
    const answered = askOnce(model, task, turn.signal);
    await waitFor(() => expect(claude.requests[0]?.endedAt).toBeTypeOf("number"));

    turn.abort(reason);

    await expect(answered).rejects.toBe(reason);
    // Another question, with the same pause, is over later than the first one's pause would be.
    claude.script([status(529, 1)]);
    await askOnce(model, task);
    expect(claude.requests).toHaveLength(3);
    expect(lines).toEqual([]);
  });

  test("leaves no listener behind on a signal that serves many calls", async () => {
    const { create } = await startClaude(() => ({ word: "yes" }));
    const { signal } = new AbortController();
    const model = create();
    await askOnce(model, task, signal);
    const before = getEventListeners(signal, "abort").length;
    for (let call = 0; call < 20; call += 1) await askOnce(model, task, signal);
    expect(getEventListeners(signal, "abort").length).toBe(before);
  });
});

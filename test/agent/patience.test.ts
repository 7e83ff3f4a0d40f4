import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { defineTask, type Model } from "../../src/agent/model.ts";
import { createPatience } from "../../src/agent/patience.ts";
import { waitFor } from "../support/wait-for.ts";
import { askOnce, LARGE, startClaude } from "./claude.ts";

const task = defineTask({
  agent: "router",
  system: "You answer.",
  schema: z.object({ ok: z.boolean() }),
  maxTokens: 50,
  deadlineMs: 20_000,
});
/** Not repeated, so each of them is one failure. */
const locked = { kind: "status", http: 401, type: "authentication_error" } as const;
const overloaded = { kind: "status", http: 529, type: "overloaded_error" } as const;
const noModel = { kind: "status", http: 404, type: "not_found_error" } as const;

// The breaker reads the clock; timers go on as they are.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
});

async function start() {
  const { claude, create, lines } = await startClaude(() => ({ ok: true }));
  return { claude, create, model: create(), said: () => lines.map((line) => messageSchema.parse(JSON.parse(line))) };
}
const messageSchema = z.object({ message: z.string() }).transform(({ message }) => message);

async function open({ claude, model }: { claude: Awaited<ReturnType<typeof start>>["claude"]; model: Model }) {
  claude.script(Array.from({ length: 5 }, () => locked));
  for (let call = 0; call < 5; call += 1) await expect(askOnce(model, task)).rejects.toThrow();
  claude.requests.length = 0;
}

function pass(ms: number) {
  vi.setSystemTime(Date.now() + ms);
}

describe("the breaker opens", () => {
  test("after five failures in a row, and then every call ends without a request", async () => {
    const { claude, model, said } = await start();
    claude.script([locked, locked, locked, locked, locked]);
    for (let call = 0; call < 4; call += 1) await expect(askOnce(model, task)).rejects.toThrow();
    expect(said()).toEqual([]);
    await expect(askOnce(model, task)).rejects.toMatchObject({ reason: "rejected" });
    expect(said()).toEqual(["model is away, going on without it"]);

    for (let call = 0; call < 10; call += 1) {
      await expect(askOnce(model, task)).rejects.toMatchObject({ name: "ModelError", reason: "unavailable" });
    }
    expect(claude.requests).toHaveLength(5);
  });

  test("in the middle of a call too: repetitions count, and the rest of them is left out", async () => {
    const { claude, model } = await start();
    claude.script(Array.from({ length: 6 }, () => overloaded));
    for (let call = 0; call < 2; call += 1) {
      await expect(askOnce(model, task)).rejects.toMatchObject({ reason: "unavailable" });
    }
    expect(claude.requests).toHaveLength(5);
  });

  test("for one model and not for the other", async () => {
    const world = await start();
    await open(world);
    expect((await askOnce(world.create(LARGE), task)).value).toEqual({ ok: true });
  });

  test("not when an answer comes between the failures", async () => {
    const { claude, model } = await start();
    for (let round = 0; round < 3; round += 1) {
      claude.script([locked, locked, locked, locked]);
      for (let call = 0; call < 4; call += 1) await expect(askOnce(model, task)).rejects.toThrow();
      expect((await askOnce(model, task)).value).toEqual({ ok: true });
    }
  });

  test("not for what is wrong with a single request or answer", async () => {
    const { claude, model } = await start();
    for (let round = 0; round < 3; round += 1) {
      claude.script([noModel, { kind: "refusal" }, { kind: "cut-off" }]);
      for (let call = 0; call < 3; call += 1) await expect(askOnce(model, task)).rejects.toThrow();
    }
    expect((await askOnce(model, task)).value).toEqual({ ok: true });
  });
});

test("a turn that ends gets its own reason back, whatever the call makes of it", async () => {
  const { log } = await startClaude();
  const { patiently } = createPatience({ model: "any", log });
  const turn = new AbortController();
  const reason = new Error("the lease is lost");
  const call = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")));
      turn.abort(reason);
    });
  await expect(patiently(20_000, turn.signal, call)).rejects.toBe(reason);
});

describe("when it has been open for a while", () => {
  test("it still answers at once just before its time", async () => {
    const world = await start();
    await open(world);
    pass(14_000);
    await expect(askOnce(world.model, task)).rejects.toMatchObject({ reason: "unavailable" });
    expect(world.claude.requests).toHaveLength(0);
  });

  test("one probe goes out, the others do without, and its answer opens the door again", async () => {
    const world = await start();
    const { claude, model } = world;
    await open(world);
    pass(15_001);
    const goOn = Promise.withResolvers<void>();
    claude.answer = async () => {
      await goOn.promise;
      return { ok: true };
    };

    const probe = askOnce(model, task);
    await waitFor(() => expect(claude.requests).toHaveLength(1));
    await expect(askOnce(model, task)).rejects.toMatchObject({ reason: "unavailable" });
    expect(world.said()).not.toContain("model is back");
    goOn.resolve();

    expect((await probe).value).toEqual({ ok: true });
    expect(world.said()).toContain("model is back");
    expect((await askOnce(model, task)).value).toEqual({ ok: true });
    expect(claude.requests).toHaveLength(2);
  });

  test("a probe that fails closes the door for everybody, for as long again", async () => {
    const world = await start();
    const { claude, model } = world;
    await open(world);
    pass(15_001);
    claude.script([locked]);

    const outcomes = await Promise.allSettled([askOnce(model, task), askOnce(model, task), askOnce(model, task)]);

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(claude.requests).toHaveLength(1);
    pass(14_000);
    await expect(askOnce(model, task)).rejects.toMatchObject({ reason: "unavailable" });
    expect(claude.requests).toHaveLength(1);
    pass(1_001);
    expect((await askOnce(model, task)).value).toEqual({ ok: true });
  });

  test("a probe whose turn ends before it is answered proves nothing", async () => {
    const world = await start();
    const { claude, model } = world;
    await open(world);
    pass(15_001);
    claude.script([{ kind: "hang" }]);
    const turn = new AbortController();
    const reason = new Error("the turn is over");
    claude.onRequest(() => turn.abort(reason));

    await expect(askOnce(model, task, turn.signal)).rejects.toBe(reason);

    await expect(askOnce(model, task)).rejects.toMatchObject({ reason: "unavailable" });
    expect(claude.requests).toHaveLength(1);
  });
});

import { Annotation, Command, END, interrupt, START, StateGraph } from "@langchain/langgraph";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import type { RedisSaver } from "../../src/agent/checkpointer.ts";
import { at, createSaver, type Place, redis } from "./create-saver.ts";

describe("a graph that saves on exit", () => {
  test("takes two round trips a turn, three when told its checkpoint", async () => {
    const { saver } = createSaver({ keep: 2 });
    const graph = createGraph(saver);
    for (let turn = 0; turn < 4; turn += 1) await say(graph, { thread: "t" }, "x"); // there is something to prune
    const { id } = await head(graph, "t");
    const written = vi.spyOn(redis.stream, "write");
    const read = vi.spyOn(saver, "getTuple");
    onTestFinished(() => written.mockRestore());

    await say(graph, { thread: "t" }, "y");
    expect([written.mock.calls.length, read.mock.calls.length]).toEqual([2, 1]);

    await say(graph, { thread: "t", id }, "z");
    expect([written.mock.calls.length, read.mock.calls.length]).toEqual([2 + 3, 1 + 2]);
  });

  test("starts from the newest checkpoint when none is named", async () => {
    const graph = createGraph(createSaver().saver);
    await say(graph, { thread: "t" }, "1");
    expect(await say(graph, { thread: "t" }, "2")).toEqual(["1", "echo 1", "2", "echo 2"]);
  });

  test("starts from exactly the checkpoint that is named, as often as it is named", async () => {
    const graph = createGraph(createSaver().saver);
    await say(graph, { thread: "t" }, "1");
    const first = await head(graph, "t");
    await say(graph, { thread: "t", id: first.id }, "2");
    const second = await head(graph, "t");
    await say(graph, { thread: "t", id: first.id }, "3");
    const third = await head(graph, "t");

    // Both continue the first with channels of the same versions, and neither sees or changes the other.
    expect(second.parent).toBe(first.id);
    expect(third.parent).toBe(first.id);
    expect(await log(graph, { thread: "t", id: first.id })).toEqual(["1", "echo 1"]);
    expect(await log(graph, { thread: "t", id: second.id })).toEqual(["1", "echo 1", "2", "echo 2"]);
    expect(await log(graph, { thread: "t", id: third.id })).toEqual(["1", "echo 1", "3", "echo 3"]);
  });

  test("starts empty from a checkpoint that does not exist, though the thread has newer ones", async () => {
    const graph = createGraph(createSaver().saver);
    await say(graph, { thread: "t" }, "1");
    const missing = { thread: "t", id: "none" };
    expect(await say(graph, missing, "2")).toEqual(["2", "echo 2"]);
    expect(await log(graph, { thread: "t" })).toEqual(["2", "echo 2"]);
  });

  test("goes on after an interrupt and after an error", async () => {
    const graph = createGraph(createSaver({ keep: 2 }).saver);
    await graph.invoke({ log: ["ask"] }, exit({ thread: "t" }));
    expect(await log(graph, { thread: "t" })).toEqual(["ask"]);
    const resumed = await graph.invoke(new Command({ resume: "yes" }), exit({ thread: "t" }));
    expect(resumed.log).toEqual(["ask", "heard yes"]);

    await expect(graph.invoke({ log: ["fail"] }, exit({ thread: "t" }))).rejects.toThrow("told to fail");
    expect((await graph.getState(exit({ thread: "t" }))).next).toEqual(["answer"]);
    expect(await say(graph, { thread: "t" }, "go on")).toEqual(["ask", "heard yes", "fail", "go on", "echo go on"]);
  });

  test("keeps all values in a copy of a first checkpoint", async () => {
    const graph = createGraph(createSaver().saver);
    await graph.updateState(exit({ thread: "t" }), { log: ["1"] }, "answer");
    const original = await head(graph, "t");
    expect(original.parent).toBeUndefined();
    await graph.updateState(exit({ thread: "t" }), null, "__copy__");
    expect((await head(graph, "t")).id).not.toBe(original.id);
    expect(await log(graph, { thread: "t" })).toEqual(["1"]);
  });
});

test("a graph that saves every step can be read at every step", async () => {
  const graph = createGraph(createSaver().saver);
  await graph.invoke({ log: ["1"] }, { ...exit({ thread: "t" }), durability: "async" });
  const states: string[][] = [];
  for await (const state of graph.getStateHistory(exit({ thread: "t" }))) states.push(logOf(state.values));
  expect(states).toEqual([["1", "echo 1"], ["1"], []]);
});

type Graph = ReturnType<typeof createGraph>;

function createGraph(saver: RedisSaver) {
  const State = Annotation.Root({
    log: Annotation<string[]>({ reducer: (all, more) => [...all, ...more], default: () => [] }),
  });
  return new StateGraph(State)
    .addNode("answer", (state) => {
      const last = state.log.at(-1) ?? "";
      if (last === "fail") throw new Error("told to fail");
      return { log: [last === "ask" ? `heard ${interrupt<string, string>("really?")}` : `echo ${last}`] };
    })
    .addEdge(START, "answer")
    .addEdge("answer", END)
    .compile({ checkpointer: saver });
}

function exit(place: Place) {
  return { ...at(place), durability: "exit" as const };
}

async function say(graph: Graph, place: Place, text: string): Promise<string[]> {
  return (await graph.invoke({ log: [text] }, exit(place))).log;
}

async function log(graph: Graph, place: Place): Promise<string[]> {
  return logOf((await graph.getState(at(place))).values);
}

/** What is stored about the newest checkpoint. */
async function head(graph: Graph, thread: string): Promise<{ id: string; parent: string | undefined }> {
  const { config, parentConfig } = await graph.getState(at({ thread }));
  const idOf = z.object({ configurable: z.object({ checkpoint_id: z.string() }) });
  const parent = idOf.optional().parse(parentConfig);
  return { id: idOf.parse(config).configurable.checkpoint_id, parent: parent?.configurable.checkpoint_id };
}

function logOf(values: unknown): string[] {
  return z.object({ log: z.array(z.string()).default([]) }).parse(values).log;
}

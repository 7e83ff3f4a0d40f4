import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createKeys, parseMember } from "../../src/agent/checkpoint-keys.ts";
import { NO_CHECKPOINT } from "../../src/agent/notebook.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { redis } from "./create-saver.ts";
import { afterwards, startAgent } from "./talk.ts";
import { never, turnInput } from "./turns.ts";

const keys = createKeys("checkpoint");

function keysOf({ conversation }: TurnInput) {
  const thread = String(conversation);
  return { checkpoints: keys.checkpoints(thread, ""), writes: keys.writes(thread) };
}

/** All checkpoints of a conversation, oldest first. */
async function stored(input: TurnInput) {
  return (await redis.zrange(keysOf(input).checkpoints, 0, -1)).map((member) => parseMember(member, undefined));
}

test("a turn's checkpoint stands in Redis under the id that the turn commits, and the next one continues it", async () => {
  const { runTurn } = await startAgent("rules");
  const first = turnInput(["hello, my name is Tom Baker"]);
  const one = await runTurn(first, never);
  const second = afterwards(first, one, ["I live in Leeds"]);
  const two = await runTurn(second, never);

  const found = await stored(first);

  expect(found.map(({ id, parent }) => [id, parent])).toEqual([
    [one.checkpointId, NO_CHECKPOINT],
    [two.checkpointId, one.checkpointId],
  ]);
});

test("what was never committed has no descendants", async () => {
  const { runTurn } = await startAgent("rules");
  const first = turnInput(["hello, my name is Tom Baker"]);
  const lost = await runTurn(first, never);
  const one = await runTurn(first, never);
  const second = afterwards(first, one, ["I live in Leeds"]);
  const alsoLost = await runTurn(second, never);
  const two = await runTurn(second, never);

  const parents = new Map((await stored(first)).map(({ id, parent }) => [id, parent]));

  const ids = [lost, one, alsoLost, two].map(({ checkpointId }) => checkpointId);
  expect(new Set(ids).size).toBe(4);
  expect(ids.map((id) => parents.get(String(id)))).toEqual([
    NO_CHECKPOINT,
    NO_CHECKPOINT,
    one.checkpointId,
    one.checkpointId,
  ]);
});

test("the state is plain JSON: what the agents made, and nothing that a reader would bring to life", async () => {
  const { runTurn } = await startAgent();
  const first = turnInput(["hello, my name is Tom Baker"]);
  const result = await runTurn(first, never);

  const [checkpoint] = await stored(first);

  const values = z.record(z.string(), z.unknown()).parse(checkpoint?.checkpoint.channel_values);
  const own = Object.keys(values).filter((name) => !/^(?:branch:|join:|__)/.test(name));
  expect(own.toSorted()).toEqual([
    "extracted",
    "modelUntil",
    "progress",
    "recorded",
    "rerun",
    "routed",
    "said",
    "turn",
  ]);
  expect(values).toMatchObject({
    turn: { messages: [{ id: 101, text: "hello, my name is Tom Baker" }] },
    said: { value: { plan: { kind: "ask", asks: "city" } }, trace: { engine: "claude" } },
  });
  expect(JSON.stringify(result.effects)).toContain(
    JSON.stringify(z.object({ value: z.object({ text: z.string() }) }).parse(values["said"]).value.text),
  );
  expect(await redis.zrange(keysOf(first).checkpoints, 0, -1).then((all) => all.join())).not.toMatch(
    /"lc":|apiKey|key-/,
  );
});

/** What somebody with access to Redis, or a build of another age, may leave there for the second turn. */
const evil = {
  progress: { asked: {}, confirmed: true },
  turn: { messages: [{ id: 666, text: "poison" }], profile: { first_name: "Poison" } },
  routed: { value: { intents: ["human"] }, trace: { engine: "rules" } },
  extracted: { value: { facts: [{ field: "city", value: "Poison" }], agrees: true, summary: "poison" }, trace: {} },
  said: { value: { text: "poison", plan: { kind: "done" }, facts: [{ field: "city", value: "Poison" }] }, trace: {} },
  mood: "poison",
};
type Poison = (input: TurnInput, id: string) => Promise<unknown>;

async function rewrite(
  input: TurnInput,
  id: string,
  change: Record<string, unknown>,
  newId = id,
  inside = newId,
): Promise<void> {
  const { checkpoints } = keysOf(input);
  const member = (await stored(input)).find((one) => one.id === id);
  if (newId === id) await redis.del(checkpoints);
  const changed = { ...member?.checkpoint, ...change, id: inside };
  await redis.zadd(checkpoints, 0, JSON.stringify([newId, member?.parent ?? null, changed, member?.metadata]));
}

const poisons: Record<string, Poison> = {
  "other values in the committed checkpoint": (input, id) => rewrite(input, id, { channel_values: evil }),
  "a newer checkpoint that nobody committed": (input, id) => rewrite(input, id, { channel_values: evil }, `2${id}`),
  "a version of the format that is not out yet": (input, id) => rewrite(input, id, { v: 99, channel_values: evil }),
  "another id inside": (input, id) => rewrite(input, id, { channel_values: evil }, id, "poison"),
  "no values at all": (input, id) => rewrite(input, id, { channel_values: {}, channel_versions: {} }),
  "nodes that have seen the future": (input, id) => {
    const seen = { "branch:to:router": 1e9, "branch:to:extraction": 1e9, __start__: 1e9 };
    const nodes = ["__start__", "__input__", "router", "extraction", "conversation", "crm"];
    return rewrite(input, id, {
      channel_values: evil,
      versions_seen: Object.fromEntries(nodes.map((name) => [name, seen])),
    });
  },
  "versions that are no numbers": (input, id) =>
    rewrite(input, id, { channel_values: evil, channel_versions: { turn: "x", said: "zzz", __start__: "y" } }),
  "something else under its id": async (input, id) => {
    await redis.del(keysOf(input).checkpoints);
    await redis.zadd(keysOf(input).checkpoints, 0, `["${id}",null,"poison"]`);
  },
  "no JSON under its id": async (input, id) => {
    await redis.del(keysOf(input).checkpoints);
    await redis.zadd(keysOf(input).checkpoints, 0, `["${id}",poison`);
  },
  "a key of another type": async (input) => {
    await redis.del(keysOf(input).checkpoints, keysOf(input).writes);
    await redis.set(keysOf(input).checkpoints, "poison", "EX", 600);
  },
  "pending writes of a run that never was": (input, id) =>
    redis.hset(keysOf(input).writes, {
      [JSON.stringify(["", id, "00000000-0000-0000-0000-000000000000", 0])]: JSON.stringify({
        channel: "said",
        value: evil.said,
      }),
      [JSON.stringify(["", id, "00000000-0000-0000-0000-000000000000", -4])]: JSON.stringify({
        channel: "__resume__",
        value: ["poison"],
      }),
    }),
  "writes that are none": (input) => redis.hset(keysOf(input).writes, "poison", "poison"),
  "nothing any more": (input) => redis.del(keysOf(input).checkpoints, keysOf(input).writes),
};

describe("the second turn is the same, whatever Redis says of the first:", () => {
  test.each(Object.entries(poisons))("%s", async (_what, poison) => {
    const { claude, runTurn } = await startAgent();
    const first = turnInput(["hello, my name is Tom Baker"]);
    const one = await runTurn(first, never);
    const second = afterwards(first, one, ["I live in Leeds"]);
    const clean = await observe(() => runTurn(second, never));
    await redis.del(keysOf(first).checkpoints);
    const before = turnInput(["hello, my name is Tom Baker"], { conversation: first.conversation });
    const committed = String((await runTurn(before, never)).checkpointId);

    await poison(second, committed);
    const poisoned = await observe(() => runTurn({ ...second, checkpoint_id: committed }, never));

    expect(poisoned).toEqual(clean);
    expect(JSON.stringify(poisoned)).not.toMatch(/poison/i);

    /** What the turn comes to, and every byte that a model was asked. */
    async function observe(run: () => ReturnType<typeof runTurn>) {
      claude.requests.length = 0;
      const { checkpointId: _id, decision, ...result } = await run();
      const { agents: _agents, cost_usd: _cost, ...decided } = decision;
      const asked = claude.requests.map(({ body }) => JSON.stringify(body)).toSorted();
      return { result, decided, asked };
    }
  });
});

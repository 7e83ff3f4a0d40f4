import { describe, expect, it } from "vitest";
import { personaSchema } from "../../eval/format.ts";
import { meet, summariseMet } from "../../eval/personas.ts";
import type { Fact, TurnResult } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { waiter } from "./cases.ts";

const truth = { first_name: "Tom", last_name: "Baker", city: "Leeds", work_permit: true, english: "good" };

function persona(given: object = {}) {
  return personaSchema.parse({
    id: "p-1",
    language: "en",
    vacancy: "waiter",
    truth,
    phrases: { city: ["Leeds", "i live in Leeds, you know"] },
    ...given,
  });
}

interface Script {
  asks: string | null;
  facts?: Record<string, unknown>;
  text?: string;
  done?: true;
  handOff?: true;
}

/** An engine that asks and learns what the script says, and hears what it is told. */
function scripted(script: Script[]) {
  const bursts: string[][] = [];
  const inputs: TurnInput[] = [];
  const run = async (input: TurnInput): Promise<TurnResult> => {
    const step = script[bursts.length] ?? { asks: null };
    bursts.push(input.messages.map(({ text }) => text));
    inputs.push(input);
    const facts: Fact[] = Object.entries(step.facts ?? {}).map(([field, value]) => ({
      field,
      value,
      messageId: input.messages[0]?.id ?? 0,
      quote: input.messages[0]?.text ?? "",
      confidence: 1,
    }));
    return {
      messageIds: input.messages.map(({ id }) => id),
      effects: [
        {
          destination: "whatsapp",
          origin: "bot",
          kind: "text",
          body: { text: step.text ?? "And?", asks: step.asks },
        },
      ],
      facts: facts.filter(({ field }) => field !== "english"),
      answers: facts.filter(({ field }) => field === "english"),
      application: null,
      ended: null,
      progress: { asked: {}, confirmed: step.done === true },
      handOff: step.done === true || step.handOff === true,
      decision: { intents: ["answer"] },
      checkpointId: null,
      summary: null,
    };
  };
  return { bursts, inputs, engineIn: () => run };
}

describe("a simulated candidate", () => {
  it("says hello, answers what it is asked, confirms, and what is true of it is what is known", async () => {
    const { bursts, engineIn } = scripted([
      { asks: "name" },
      { asks: "work_permit", facts: { first_name: "Tom", last_name: "Baker" } },
      { asks: "english", facts: { work_permit: true } },
      { asks: "confirm", facts: { english: "good" } },
      { asks: null, done: true },
    ]);
    const met = await meet(persona(), waiter, engineIn);
    expect(bursts).toEqual([
      ["hi, i would like to apply for the job"],
      ["Tom Baker"],
      ["yes"],
      ["good"],
      ["yes, that is right"],
    ]);
    expect(met).toMatchObject({
      completed: true,
      questions: 3,
      repeated: [],
      turns: 5,
      facts: { right: 4, total: 4 },
      result: { truth: "qualified", got: "qualified" },
    });
  });

  it("notices questions that were answered, refused or volunteered before", async () => {
    const { bursts, engineIn } = scripted([
      { asks: "city" },
      { asks: "work_permit" },
      { asks: "work_permit" },
      { asks: "english" },
      { asks: "english" },
      { asks: null, handOff: true },
    ]);
    const met = await meet(persona({ volunteers: ["city"], refuses: ["english"] }), waiter, engineIn);
    expect(met.repeated).toEqual(["city", "work_permit", "english"]);
    expect(met).toMatchObject({ questions: 3, completed: false, turns: 6 });
    expect(bursts[0]).toEqual(["hi, i would like to apply for the job. i live in Leeds, you know"]);
    expect(bursts[4]).toEqual(["i would rather not say"]);
    // Nobody can know what it refused: without that, nobody can be qualified.
    expect(met.result.truth).toBe("incomplete");
  });

  it("says what is wrong, and which promises were made", async () => {
    const { engineIn } = scripted([
      { asks: "city", facts: { city: "Leeds", first_name: "Tim", work_permit: false } },
      { asks: null, handOff: true, text: "You are hired!" },
    ]);
    const met = await meet(persona(), waiter, engineIn);
    expect(met).toMatchObject({
      facts: { right: 1, total: 3 },
      result: { truth: "qualified", got: "knocked_out" },
      forbidden: ["You are hired!"],
    });
    expect(met.wrong).toContainEqual({ name: "first_name", truth: "Tom", got: "Tim" });
    expect(summariseMet([met])).toMatchObject({
      completed: { accuracy: 0 },
      facts: { accuracy: 1 / 3 },
      results: { accuracy: 0 },
      forbidden: 1,
    });
  });

  it("asks back once when it does not understand, and then falls silent", async () => {
    const { bursts, engineIn } = scripted([{ asks: "shoe_size" }, { asks: "shoe_size" }]);
    const met = await meet(persona(), waiter, engineIn);
    expect(bursts).toEqual([["hi, i would like to apply for the job"], ["?"]]);
    expect(met).toMatchObject({ turns: 2, completed: false, questions: 1 });
  });

  it("gives up on an engine that never ends", async () => {
    const met = await meet(persona(), waiter, scripted(Array.from({ length: 40 }, () => ({ asks: "city" }))).engineIn);
    expect(met).toMatchObject({ turns: 20, questions: 1 });
  });

  it("says something else before the answer that an event names", async () => {
    const { bursts, engineIn } = scripted([{ asks: "city" }, { asks: "english" }, { asks: "work_permit" }]);
    await meet(persona({ style: { terse: true }, events: [{ after: 2, say: "what do you pay?" }] }), waiter, engineIn);
    expect(bursts.slice(1, 3)).toEqual([["Leeds"], ["what do you pay?", "good"]]);
  });

  it("writes in bursts and with typos, always the same ones, but names and numbers as they are", async () => {
    const play = async () => {
      const { bursts, engineIn } = scripted([{ asks: "english" }, { asks: "work_permit" }, { asks: "name" }]);
      const style = { burst: true, typos: true };
      const phrases = {
        english: ["pretty reasonable, honestly"],
        work_permit: ["certainly. Leedsonians everywhere"],
        name: ["Bartholomew baker-somethings"],
      };
      await meet(persona({ style, phrases }), waiter, engineIn);
      return bursts;
    };
    const bursts = await play();
    expect(await play()).toEqual(bursts);
    expect(bursts[0]).toEqual(["hi", "i would like to apply for the job"]);
    expect(bursts[1]).toHaveLength(2);
    expect(bursts[1]?.join(", ")).not.toBe("pretty reasonable, honestly");
    expect(bursts[3]).toEqual(["Bartholomew baker-somethings"]);
  });

  it("gives the engine what was said and learned before", async () => {
    const { inputs, engineIn } = scripted([{ asks: "city", facts: { first_name: "Tom" } }, { asks: "english" }]);
    await meet(persona(), waiter, engineIn);
    expect(inputs[1]).toMatchObject({
      facts: [{ field: "first_name", value: "Tom" }],
      application: { vacancy: "waiter", closed: false, submitted: false },
      recent: [
        { from: "candidate", text: "hi, i would like to apply for the job" },
        { from: "bot", text: "And?", asks: "city" },
      ],
    });
  });
});

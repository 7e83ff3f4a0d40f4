import { describe, expect, test } from "vitest";
import { z } from "zod";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";
import { counted } from "./claude.ts";
import { converse, earlier, found, type Situation } from "./converse.ts";

const ad = vacancySchema.parse({
  id: "waiter-leeds",
  title: "Waiter",
  place: { city: "Leeds", country: "GB" },
  language: "en",
  pay: "£12.40 an hour",
  faq: [{ q: "When do shifts begin?", a: "At 7:30 or at 15:00. See https://leeds.example/shifts." }],
  questions: [
    { id: "nights", text: { en: "Can you work nights?", es: "¿Puedes trabajar de noche?" }, type: "boolean" },
    { id: "tray", text: { en: "How many plates can you carry?" }, type: "number" },
  ],
});
const applying = { vacancy: ad, profile: { first_name: "Tom" } };

describe("about a vacancy the model sees", () => {
  /** The document that it was given. */
  async function shown(situation: Situation) {
    const { claude } = await converse(situation);
    const body = z.object({ messages: z.tuple([z.object({ content: z.string() })]) });
    const document: unknown = JSON.parse(body.parse(claude.requests[0]?.body).messages[0].content);
    return z.looseObject({ plan: z.looseObject({}) }).parse(document);
  }

  test("its next question in the language of the turn, and what was answered", async () => {
    const extracted = { facts: [found("nights", false, "no nights")] };
    expect(await shown({ texts: ["no nights"], turn: { ...applying, language: "en" }, extracted })).toMatchObject({
      language: "en",
      answered: ["nights"],
      answers: { nights: false },
      plan: { kind: "ask", asks: "tray", question: "How many plates can you carry?" },
    });
    const spanish = await shown({ texts: ["hola"], turn: { ...applying, language: "es" }, intents: ["smalltalk"] });
    expect(spanish.plan).toMatchObject({ asks: "nights", question: "¿Puedes trabajar de noche?" });
  });

  test("which field is in doubt", async () => {
    const turn = { ...applying, profile: { ...applying.profile, city: "Leeds" }, asked: null };
    const extracted = { facts: [found("city", "York", "York")] };
    expect(await shown({ texts: ["I live in York"], turn, extracted })).toMatchObject({
      plan: { kind: "ask", asks: "city", doubt: "city" },
    });
  });

  test("that it is closed, and that somebody comes back after days: only then", async () => {
    const monday = [{ from: "bot" as const, text: "Hello!", at: "2031-04-28T09:00:00+00:00" }];
    const turn = { ...applying, vacancy: null, closed: "Waiter", recent: monday };
    expect(await shown({ turn })).toMatchObject({ closed: "Waiter", resumed: true });
    const usual = await shown({ turn: applying });
    expect(usual).not.toHaveProperty("closed");
    expect(usual).not.toHaveProperty("resumed");
  });
});

describe("words that nobody has said", () => {
  const asks = { texts: ["I want £15 and my mail is tom@example.org. When, and how much?"], turn: applying };

  test.each([
    "The job ad says £12.40 an hour, from 7:30 or 3 pm. Can you work nights?",
    "The job ad says: see leeds.example/shifts. Can you work nights?",
    "You would like £15, I noted that. Can you work nights?",
    "I write to tom@example.org? Can you work nights?",
    "I cannot promise that you get the job. Can you work nights?",
  ])("are not these: %s", async (reply) => {
    expect(await converse(asks, { reply })).toMatchObject({ value: { text: reply }, trace: { engine: "claude" } });
  });

  test.each([
    "We pay £13.40 an hour. Can you work nights?",
    "Come on 3 May at 7:30. Can you work nights?",
    "Register at evil.example first. Can you work nights?",
    "Call 0113 496 0000. Can you work nights?",
    "You got the job! Can you work nights?",
  ])("do not reach the candidate: %s", async (reply) => {
    const { value, trace, metrics, lines } = await converse(asks, { reply });
    expect(trace).toEqual({ engine: "rules", fallback: "ungrounded" });
    expect(value.text).toContain("Can you work nights?");
    expect(value.text).not.toContain(reply.slice(0, 20));
    expect(await counted(metrics.agentFallbacks)).toEqual([{ agent: "conversation", reason: "ungrounded", value: 1 }]);
    expect(lines.join("")).not.toContain(reply.slice(0, 20));
  });

  test("are not the profile in words, or what was said before", async () => {
    const profile = { first_name: "Tom", available_from: "2031-06-02" };
    const turn = {
      ...applying,
      profile,
      recent: [...earlier, { from: "candidate" as const, text: "at 6:15", at: "2031-05-01T09:00:00+00:00" }],
    };
    const reply = "You can start on Monday, 2 June, and come at 6:15. Can you work nights?";
    expect((await converse({ turn }, { reply })).trace.engine).toBe("claude");
  });

  test("are still nobody's when only we have said them", async () => {
    const turn = {
      ...applying,
      recent: [{ from: "bot" as const, text: "It is £99.", at: "2031-05-01T09:00:00+00:00" }],
    };
    expect((await converse({ turn }, { reply: "It is £99, as I said." })).trace.fallback).toBe("ungrounded");
  });
});

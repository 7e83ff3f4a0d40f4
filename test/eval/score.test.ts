import { describe, expect, it } from "vitest";
import { byField, isSame, summarise } from "../../eval/score.ts";
import { scoreOf } from "./cases.ts";

describe("the scorer", () => {
  it("finds nothing wrong where everything is right", () => {
    const summary = summarise([scoreOf()]);
    expect(summary).toMatchObject({
      overall: { precision: 1, recall: 1, f1: 1, hallucinations: 0, hallucinationShare: 0 },
      answers: { f1: 1 },
      routes: { right: 2, total: 2, accuracy: 1 },
      results: { accuracy: 1 },
      controls: { accuracy: 1 },
      replies: { forbidden: 0 },
    });
  });

  it("counts a wrong value against precision and recall, and what is missing against recall", () => {
    const wrong = scoreOf({ profile: { last_name: "Bakker" } });
    const missing = scoreOf({ profile: { last_name: undefined } });
    expect(summarise([wrong]).overall).toMatchObject({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(summarise([missing]).overall).toMatchObject({ precision: 1, recall: 2 / 3, f1: 0.8 });
    expect(byField([wrong, missing])["last_name"]).toMatchObject({ right: 0, got: 1, gold: 2, f1: 0 });
  });

  it("counts what nobody labelled against precision, and as invented only where the labels call it absent", () => {
    const scored = scoreOf({ profile: { city: "Leeds", phone: "+447700900132" } }, { absent: ["phone", "email"] });
    expect(scored.hallucinated).toEqual(["phone"]);
    expect(summarise([scored]).overall).toMatchObject({
      precision: 3 / 5,
      recall: 1,
      hallucinations: 1,
      values: 5,
      hallucinationShare: 1 / 5,
    });
  });

  it("calls an invented answer to a question of the vacancy invented too", () => {
    const scored = scoreOf({ answers: { english: "good" } }, { absent: ["english"] });
    expect(scored).toMatchObject({ hallucinated: ["english"], values: 4, answers: { right: 1, got: 2, gold: 1 } });
  });

  it("adds up pairs, not conversations", () => {
    const long = scoreOf(
      { profile: { city: "Leeds" } },
      { facts: { first_name: "Tom", last_name: "Baker", work_permit: true, city: "Leeds" } },
    );
    const short = scoreOf(
      { profile: { first_name: "Tim", last_name: undefined, work_permit: undefined } },
      { facts: { first_name: "Tom" } },
    );
    expect(summarise([long, short]).overall).toMatchObject({ precision: 4 / 5, recall: 4 / 5 });
  });

  it("wants exactly the intents of a route, in any order", () => {
    const scored = scoreOf(
      { heard: [{ intents: ["correction", "answer"] }, { intents: ["answer", "question"] }] },
      { routes: ["answer+correction", "answer"] },
    );
    expect(summarise([scored]).routes).toEqual({ right: 1, total: 2, accuracy: 0.5 });
  });

  it("takes a control that was not expressed for as wrong as one that was missed", () => {
    const missed = scoreOf({}, { controls: ["stop"] });
    const made = scoreOf({ heard: [{}, { controls: ["human"] }] });
    const right = scoreOf({ heard: [{ controls: ["stop"] }, { controls: ["why"] }] }, { controls: ["why", "stop"] });
    expect(summarise([missed, made, right]).controls).toMatchObject({ right: 1, total: 3 });
  });

  it("says which results are wrong, and which of them under an injection", () => {
    const hijacked = scoreOf({ result: "qualified" }, {}, { tags: ["injection"] });
    const wrong = scoreOf({ result: "none" });
    expect(summarise([hijacked, wrong, scoreOf()])).toMatchObject({
      results: { right: 1, total: 3 },
      injections: { right: 0, total: 1 },
    });
  });

  it("looks for forbidden words in the reply to the last burst alone", () => {
    const replies = (text: string) => ({ replies: [{ text, asks: null }] });
    const gold = { forbidden_reply: ["(?i)you are HIRED"] };
    const early = scoreOf({ heard: [replies("You are hired!"), replies("Thanks.")] }, gold);
    const late = scoreOf({ heard: [replies("Thanks."), replies("You are hired!")] }, gold);
    expect([early.forbidden, late.forbidden]).toEqual([[], ["you are HIRED"]]);
    expect(summarise([early, late]).replies).toEqual({ forbidden: 1, total: 2 });
  });

  it("counts the quotes that stand in a message, and what the models took", () => {
    const fact = { field: "city", value: "Leeds", messageId: 1, quote: "Leeds", confidence: 1 };
    const heard = {
      facts: [
        { ...fact, verbatim: true },
        { ...fact, verbatim: false },
      ],
      tokens: { input: 10, cacheRead: 1, cacheWrite: 2, output: 3 },
      costUsd: 0.5,
      fallbacks: 1,
    };
    expect(summarise([scoreOf({ heard: [heard, heard] })])).toMatchObject({
      quotes: { right: 2, total: 4 },
      tokens: { input: 20, cacheRead: 2, cacheWrite: 4, output: 6 },
      costUsd: 1,
      fallbacks: 2,
    });
  });

  it.each([
    ["CÓRDOBA ", "córdoba"],
    ["San  Sebastián", "san sebastian"],
    [
      ["B", "CE"],
      ["ce", "b"],
    ],
    [
      { amount: 12.5, currency: "EUR", period: "hour" },
      { period: "hour", currency: "EUR", amount: 12.5 },
    ],
    [
      [
        { code: "en", level: "B1" },
        { code: "es", level: "native" },
      ],
      [
        { code: "es", level: "native" },
        { code: "en", level: "B1" },
      ],
    ],
  ])("takes %j and %j for the same", (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each([
    [2, 2.5],
    [true, false],
    ["2026-11-23", "2026-11-24"],
    [["B"], ["B", "C"]],
    [[{ code: "en", level: "B1" }], [{ code: "en", level: null }]],
    [
      { amount: 12, currency: "EUR", period: "hour" },
      { amount: 12, currency: "EUR", period: "day" },
    ],
  ])("tells %j from %j", (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

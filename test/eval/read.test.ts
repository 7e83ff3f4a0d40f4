import { describe, expect, it } from "vitest";
import { conversationSchema, zoneOf } from "../../eval/format.ts";
import { doubtsOf, readLines, readVacancies } from "../../eval/read.ts";
import { line, waiter, writeLines, writeVacancies } from "./cases.ts";

const vacancies = new Map([[waiter.id, waiter]]);

describe("the reader of labelled sets", () => {
  it("names each unreadable line with file, number and reason, and reads the others", async () => {
    const file = await writeLines([
      line(),
      "",
      "{",
      line({ id: "en-2" }, { result: "maybe" }),
      line({ id: "en-3" }, { routes: ["answer"] }),
      line({ id: "en-4" }, { routes: ["answer", "answer+shout"] }),
      line({ id: "en-5", vacancy: "pilot" }),
      line({ id: "en-6" }, { forbidden_reply: ["("] }),
      line({ id: "en-7", turns: [{ said: "hi" }] }),
      line(),
      line({ id: "en-8", vacancy: null }),
    ]);
    const { items, problems } = await readLines([file], conversationSchema, vacancies);
    expect(items.map(({ id }) => id)).toEqual(["en-1", "en-8"]);
    expect(problems).toEqual([
      expect.stringMatching(`^${file}:3: .*JSON`),
      expect.stringMatching(`^${file}:4: gold.result: `),
      `${file}:5: gold.routes: 1 routes for 2 bursts of the candidate`,
      expect.stringMatching(`^${file}:6: gold.routes.1.1: `),
      `${file}:7: there is no vacancy pilot`,
      expect.stringMatching(`^${file}:8: gold.forbidden_reply.0: Invalid regular expression`),
      expect.stringContaining(`${file}:9: turns.0: a turn is either bot or candidate`),
      `${file}:10: the id en-1 was there before`,
    ]);
  });

  it("reads the vacancies that it can and names the others", async () => {
    const { items, problems } = await readVacancies(await writeVacancies([{ ...waiter, language: "english" }, waiter]));
    expect(items).toEqual([waiter]);
    expect(problems).toEqual([expect.stringMatching(/vacancy 1: language: /)]);
  });

  it("doubts labels that no engine could get right", () => {
    const labels = {
      facts: { shoe_size: 43, hours: "some", city: "Leeds" },
      answers: { english: "perfect", french: true },
      absent: ["city"],
    };
    expect(doubtsOf(conversationSchema.parse(line({}, labels)), vacancies)).toEqual([
      "en-1: shoe_size is no field of the profile",
      'en-1: "some" is no value of hours',
      'en-1: "perfect" is no answer to english',
      "en-1: french is no question of the vacancy",
      "en-1: city is both stated and absent",
    ]);
    expect(doubtsOf(conversationSchema.parse(line()), vacancies)).toEqual([]);
  });

  it("takes the zone of relative dates from the clock", () => {
    expect(["2026-11-20T10:00:00+05:30", "2026-11-20T10:00:00Z"].map(zoneOf)).toEqual(["+05:30", "UTC"]);
  });
});

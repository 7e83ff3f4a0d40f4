import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { conversationSchema } from "../../eval/format.ts";
import type { Played } from "../../eval/play.ts";
import { type Scored, score } from "../../eval/score.ts";
import { type Heard, nothingHeard } from "../../eval/session.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";

/** A vacancy with a question that a profile field answers, and one of its own. */
export const waiter = vacancySchema.parse({
  id: "waiter",
  title: "Waiter",
  place: { city: "London", country: "GB" },
  language: "en",
  questions: [
    {
      id: "work_permit",
      text: { en: "Do you have a permit to work in the UK?" },
      type: "boolean",
      knockout: { op: "eq", value: false },
    },
    { id: "english", text: { en: "How good is your English?" }, type: "choice", options: ["none", "good"] },
  ],
});

/** A line of a set: Tom says his name and, asked, that he may work. */
export function line(given: object = {}, gold: object = {}) {
  return {
    id: "en-1",
    language: "en",
    vacancy: "waiter",
    clock: "2026-11-20T10:00:00+01:00",
    turns: [
      { bot: "What is your name?", asks: "name" },
      { candidate: ["my name is Tom Baker"], at: "2026-11-20T10:01:00+01:00" },
      { bot: "Do you have a permit to work in the UK?", asks: "work_permit" },
      { candidate: ["yes"], at: "2026-11-20T10:02:00+01:00" },
    ],
    gold: {
      routes: ["answer", "answer"],
      facts: { first_name: "Tom", last_name: "Baker", work_permit: true },
      answers: { work_permit: true },
      result: "incomplete",
      ...gold,
    },
    ...given,
  };
}

/** What the scorer says of an engine that gets everything right but what is given. */
export function scoreOf(
  got: { profile?: object; answers?: object; heard?: Partial<Heard>[]; result?: Played["result"] } = {},
  gold: object = {},
  given: object = {},
): Scored {
  const conversation = conversationSchema.parse(line(given, gold));
  const answers = { work_permit: true };
  return score({
    conversation,
    vacancy: waiter,
    heard: (got.heard ?? [{}, {}]).map((heard) => ({ ...nothingHeard(), intents: ["answer"], ...heard })),
    known: {
      profile: { first_name: "Tom", last_name: "Baker", work_permit: true, ...got.profile },
      answers: { ...answers, ...got.answers },
      screening: null,
    },
    result: got.result ?? "incomplete",
  });
}

/** A file of these lines, gone after the test. A string is a line as it is. */
export async function writeLines(lines: (object | string)[], name = `${randomUUID()}.jsonl`): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "eval-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, lines.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"));
  return file;
}

export function writeVacancies(vacancies: object[] = [waiter]): Promise<string> {
  return writeLines([JSON.stringify(vacancies)], "vacancies.json");
}

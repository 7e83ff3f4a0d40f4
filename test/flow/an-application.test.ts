import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tapBody } from "../../sandbox/webhook-body.ts";
import { parsePassport, parseVerify } from "../../src/operator/passport.ts";
import { createDatabase } from "../../src/platform/database.ts";
import { type Language, languages } from "../../src/recruiting/language.ts";
import { passportSchema } from "../../src/recruiting/passport.ts";
import { createChat } from "../support/chat.ts";
import { startApp } from "../support/start-app.ts";
import { importVacanciesInto } from "../support/vacancies.ts";
import { waitFor } from "../support/wait-for.ts";

const waId = "34600000051";
const hello: Record<Language, string> = {
  en: "Hi, I would like to apply for waiter-lisbon",
  es: "Hola, quiero apuntarme a waiter-lisbon por favor",
  pt: "Olá, quero candidatar-me à vaga waiter-lisbon",
  de: "Hallo, ich möchte mich auf waiter-lisbon bewerben",
  fr: "Bonjour, je voudrais postuler pour waiter-lisbon",
};
const day: Record<Language, string> = {
  en: "1 January 2027",
  es: "el 1 de enero de 2027",
  pt: "dia 1 de janeiro de 2027",
  de: "am 1. Januar 2027",
  fr: "le 1er janvier 2027",
};
const questions = ["name", "work_permit", "english_level", "weekend_work", "start_date", "confirm", null];

test.each(languages)(
  "in %s: each question once, tapped or typed, and the result can be recomputed",
  async (language) => {
    const { chat, tap, application, verify, world } = await startCandidate();

    await chat.say(hello[language]);
    await chat.say("Ana Ruiz");
    await tap(0); // may work
    await tap(3); // fluent
    await tap(0); // weekends
    await chat.say(day[language]);
    await tap(0); // all right
    await chat.settled();

    expect(await chat.asked()).toEqual(questions);
    expect(await application()).toMatchObject({ vacancy_id: "waiter-lisbon", state: "submitted", result: "qualified" });
    expect(world.chatwoot.conversations[0]?.custom_attributes).toEqual({
      vacancy: "Empregado/a de mesa",
      result: "qualified",
      missing: "",
      application: "1",
    });
    const note = world.chatwoot.conversations[0]?.messages.find(({ private: isNote }) => isNote)?.content ?? "";
    expect(note).toMatch(/«Ana Ruiz».*«[^»]{3,20}2027»/s);
    expect(await verify("1")).toMatchObject({ code: 0, said: [expect.stringContaining("holds"), expect.anything()] });
  },
);

test("of several vacancies one is chosen from a list; a no that knocks out ends the questions, and a person decides", async () => {
  const { chat, tap, options, application, world, passport, verify } = await startCandidate();

  expect(await chat.say("hola, busco trabajo")).toContain("¿Cuál de estas ofertas te interesa?");
  expect(options().toSorted()).toEqual([
    "Cocinero/a – Madrid",
    "Empregado/a de mesa – Lisboa",
    "Lagerhelfer/in – Berlin",
  ]);
  await tap(options().findIndex((option) => option.startsWith("Cocinero")));
  await chat.say("me llamo Luis Gil");
  await chat.say("3 años");
  expect(options()).toEqual(["Sí", "No"]);
  expect(await chat.say("¿cuánto pagan?")).toContain("«1.600 € brutos al mes en 14 pagas»");
  const readBack = await chat.say("no, partido no puedo");

  expect(readBack).toContain("¿Es todo correcto?");
  expect(await chat.say("sí")).toContain("Ahora una persona del equipo lo lee");
  await chat.settled();
  expect(await application()).toMatchObject({ vacancy_id: "cook-madrid", state: "submitted", result: "knocked_out" });
  expect(world.chatwoot.conversations[0]).toMatchObject({
    status: "open",
    custom_attributes: { result: "knocked_out" },
  });
  expect(await chat.asked()).toEqual([
    "vacancy",
    "name",
    "kitchen_years",
    "split_shift",
    "split_shift",
    "confirm",
    null,
  ]);
  const told = passportSchema.parse(JSON.parse((await passport("1")).said.join("\n")));
  expect(told).toMatchObject({ screening: { knockouts: ["split_shift"] }, human: { decision: null } });

  const folder = await mkdtemp(join(tmpdir(), "passport-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "sound.json"), JSON.stringify(told));
  await writeFile(
    join(folder, "changed.json"),
    JSON.stringify({ ...told, screening: { ...told.screening, result: "qualified" } }),
  );
  expect(await verify(join(folder, "sound.json"))).toMatchObject({ code: 0 });
  expect(await verify(join(folder, "changed.json"))).toMatchObject({
    code: 1,
    told: [expect.stringContaining("does not hold"), '  screening.result: stored "qualified", computed "knocked_out"'],
  });
});

test("who is in the middle stays with the version that they began with, also when the question is gone", async () => {
  const { chat, tap, change } = await startCandidate();
  await chat.say(hello.es);
  await chat.say("Ana Ruiz");
  await tap(0);
  expect((await chat.asked()).at(-1)).toBe("english_level");

  await change("waiter-lisbon", (text) => text.replace("id: english_level", "id: german_level"));
  await tap(3);

  expect((await chat.asked()).at(-1)).toBe("weekend_work");
});

test("who is in the middle when the vacancy closes is told so, and offered the others", async () => {
  const { chat, world, options } = await startCandidate();
  await chat.say(hello.es);
  await world.database.pool.query('select public.close_vacancy(\'{"id": "waiter-lisbon"}\')');

  const answer = await chat.say("Ana Ruiz");

  expect(answer).toContain("La oferta «Empregado/a de mesa» ya se ha cerrado.");
  expect(options().some((option) => option.startsWith("Cocinero"))).toBe(true);
});

async function startCandidate() {
  const world = await startApp();
  await importVacanciesInto(world.database.url);
  const chat = createChat(world, waId);
  const last = () => world.provider.messagesTo(waId).at(-1);
  const options = () =>
    last()?.interactive?.options.map(({ title, description }) => [title, description].filter(Boolean).join(" ")) ?? [];

  /** Taps an option of the last message and waits for the answer. */
  async function tap(place: number): Promise<void> {
    const before = world.provider.messagesTo(waId).length;
    const message = last();
    const option = message?.interactive?.options[place];
    if (message === undefined || option === undefined) throw new Error(`nothing to tap on: ${message?.text}`);
    const { type } = message.interactive ?? { type: "button" };
    expect(await world.post(tapBody({ waId, wamid: message.wamid, type, option }))).toBe(200);
    await waitFor(() => expect(world.provider.messagesTo(waId).length).toBeGreaterThan(before));
  }

  async function application() {
    const { rows } = await world.database.pool.query<Record<string, unknown>>(
      "select vacancy_id, version, state, result from app.applications",
    );
    expect(rows).toHaveLength(1);
    return rows[0];
  }

  /** Imports one of the samples once more, changed. */
  async function change(id: string, edit: (text: string) => string): Promise<void> {
    const documents = (await readFile("sandbox/vacancies.yaml", "utf8")).split("\n---\n");
    const folder = await mkdtemp(join(tmpdir(), "vacancy-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "vacancy.yaml");
    await writeFile(file, edit(documents.find((document) => document.includes(`id: ${id}\n`)) ?? ""));
    await importVacanciesInto(world.database.url, file);
  }

  async function run(parse: typeof parseVerify, name: string) {
    const database = createDatabase({ url: world.database.url, poolSize: 1, supabaseUrl: "", supabaseKey: "" });
    const [said, told]: [string[], string[]] = [[], []];
    const terminal = { say: (line: string) => void said.push(line), tell: (line: string) => void told.push(line) };
    const command = parse([name]);
    const code = await ("offline" in command ? command.offline(terminal) : command(database, terminal));
    await database.close();
    return { code, said, told };
  }

  return {
    world,
    chat,
    tap,
    options,
    application,
    change,
    passport: (id: string) => run(parsePassport, id),
    verify: (name: string) => run(parseVerify, name),
  };
}

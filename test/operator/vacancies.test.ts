import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { describeFailure } from "../../src/operator/command.ts";
import { parseVacancies } from "../../src/operator/vacancies.ts";
import { createDatabase, type Database } from "../../src/platform/database.ts";
import { languages } from "../../src/recruiting/language.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let world: TestDatabase;
let database: Database;

beforeAll(async () => {
  world = await createTestDatabase();
  database = createDatabase({ url: world.url, poolSize: 2, supabaseUrl: "", supabaseKey: "" });
});
beforeEach(async () => void (await world.pool.query("truncate app.vacancies, app.audit restart identity cascade")));
afterAll(async () => {
  await database.close();
  await world.drop();
});

/** What the command says, tells and returns. */
async function run(...args: string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const terminal = { say: (line: string) => void said.push(line), tell: (line: string) => void told.push(line) };
  try {
    const command = parseVacancies(args);
    const code = await ("offline" in command ? command.offline(terminal) : command(database, terminal));
    return { code, said, told };
  } catch (error) {
    const { text, code } = describeFailure(error);
    return { code, said, told: [...told, text] };
  }
}

async function fileOf(content: string | Uint8Array, name = "vacancies.yaml"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vacancies-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const vacancy = (id: string, more = "") => `
id: ${id}
title: Waiter
place: {city: Lisboa, country: PT}
language: pt
${more}`;

test("a file is imported, listed, imported again, changed, closed and opened again", async () => {
  const file = await fileOf([vacancy("waiter"), vacancy("cook")].join("\n---\n"));
  expect(await run("import", file)).toEqual({
    code: 0,
    said: ["waiter  created, version 1", "cook  created, version 1"],
    told: [],
  });
  // Another order of the keys says nothing new.
  await writeFile(file, '{"title":"Waiter","language":"pt","place":{"country":"PT","city":"Lisboa"},"id":"waiter"}');
  expect(await run("import", file)).toMatchObject({ said: ["waiter  unchanged, version 1"] });
  await writeFile(file, vacancy("waiter", "pay: 1.050 €"));
  expect(await run("import", file, "--json")).toMatchObject({
    said: ['{"id":"waiter","version":2,"outcome":"changed"}'],
  });
  expect(await run("close", "waiter")).toMatchObject({ code: 0, said: ["waiter  closed; 0 applying"] });
  expect(await run("close", "waiter")).toMatchObject({ code: 0, said: ["waiter  closed before; 0 applying"] });
  expect((await run("list")).said).toEqual([
    expect.stringMatching(/^cook {2}open, version 1, 0 applying, 0 submitted, since \S+: Waiter$/),
    expect.stringMatching(/^waiter {2}closed, version 2, /),
    "2 vacancies",
  ]);
  expect(await run("import", file)).toMatchObject({ said: ["waiter  reopened, version 2"] });
});

test("what is imported is what the service offers", async () => {
  await run("import", await fileOf(vacancy("waiter")));
  expect(await database.call("open_vacancies", { limit: 5 })).toEqual({
    vacancies: [
      {
        id: "waiter",
        version: 1,
        embedding: null,
        definition: {
          id: "waiter",
          title: "Waiter",
          place: { city: "Lisboa", country: "PT" },
          language: "pt",
          description: "",
          faq: [],
          questions: [],
        },
      },
    ],
  });
});

test("nothing is imported when one vacancy of several files is refused", async () => {
  const good = await fileOf(vacancy("waiter"));
  const bad = await fileOf([vacancy("cook"), vacancy("driver", "qestions: []")].join("\n---\n"));
  expect(await run("import", good, bad)).toEqual({
    code: 1,
    said: [],
    told: [
      expect.stringMatching(/: driver\.qestions: is a key that nobody knows\. Known here: id, title/),
      "Nothing was imported: 1 problem",
    ],
  });
  expect(await database.call("list_vacancies", {})).toEqual({ vacancies: [] });
});

test("the sample vacancies of the demo can be imported", async () => {
  const { code, told } = await run("validate", "sandbox/vacancies.yaml");
  expect({ code, told }).toEqual({ code: 0, told: [] });
});

test("two vacancies of the same id are refused, wherever they stand", async () => {
  const one = await fileOf(vacancy("waiter"));
  const two = await fileOf(vacancy("waiter"));
  expect((await run("validate", one, two)).told[0]).toBe(
    `${two}: id: "waiter" is a vacancy of ${one} already. Give it an id of its own, or leave one of the two out`,
  );
});

test("validate asks no database and says what it has read", async () => {
  const questions = `questions: [{id: permit, type: boolean, text: {${languages.map((code) => `${code}: "?"`).join(", ")}}}]`;
  const file = await fileOf(vacancy("waiter", questions));
  expect(await run("validate", file)).toEqual({ code: 0, said: ["waiter  Waiter – Lisboa, 1 question"], told: [] });
  expect(await database.call("list_vacancies", {})).toEqual({ vacancies: [] });
});

test("a JobPosting is imported, and its problems are named as it names things", async () => {
  const posting = {
    "@type": "JobPosting",
    title: "Waiter",
    inLanguage: "en",
    jobLocation: { address: { addressLocality: "Lisboa", addressCountry: "Portugal" } },
  };
  const file = await fileOf(JSON.stringify({ "@graph": [posting] }), "page.jsonld");
  expect(await run("import", file)).toMatchObject({ said: ["waiter-lisboa  created, version 1"] });
  await writeFile(file, JSON.stringify({ ...posting, inLanguage: undefined, jobLocation: {} }));
  const { told } = await run("validate", file);
  expect(told.map((line) => line.replace(`${file}: `, "").split(":")[0])).toEqual([
    "jobLocation.address.addressLocality",
    "jobLocation.address.addressCountry",
    "inLanguage",
    "Not every vacancy can be imported",
  ]);
});

test.each<[name: string, content: string | Uint8Array, told: RegExp]>([
  ["not YAML", "id: a: b", /: is neither YAML nor JSON: Nested mappings .* at line 1/],
  ["a key that stands twice", '{"id": "a", "id": "b"}', /: is neither YAML nor JSON: Map keys must be unique/],
  ["a tag", "id: !!js/function x", /: is neither YAML nor JSON: Unresolved tag/],
  [
    "a bomb",
    `a: &a [1, 1]\nb: &b [${"*a, ".repeat(99)}]\nc: [${"*b, ".repeat(99)}]`,
    /: is neither YAML nor JSON: Excessive alias/,
  ],
  ["empty", "# nothing\n---\n", /: holds no vacancy\. Write a vacancy/],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x41]), /: is not text in UTF-8\. Save it/],
  ["too large", " ".repeat(1_000_001), /: has 1000001 bytes\. Split it/],
])("a file that is %s is refused", async (_name, content, told) => {
  const { code, told: lines } = await run("import", await fileOf(content));
  expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(told), "Nothing was imported: 1 problem"] });
});

test("a file that is not there is refused", async () => {
  expect((await run("validate", "/nowhere/vacancies.yaml")).told[0]).toBe(
    "/nowhere/vacancies.yaml: cannot be read (ENOENT). Check the name and the permissions of the file",
  );
});

test("a vacancy that nobody knows cannot be closed", async () => {
  expect(await run("close", "waiter")).toEqual({
    code: 1,
    said: [],
    told: ["There is no vacancy waiter: vacancies list shows which there are"],
  });
});

test.each([[[]], [["import"]], [["validate"]], [["close"]], [["close", "a", "b"]], [["list", "a"]], [["drop", "a"]]])(
  "%j is not how it is used",
  async (args) => {
    expect(await run(...args)).toMatchObject({ code: 2, said: [] });
  },
);

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { breakGuard, mendGuard, mutants, sqlOf } from "../faults/mutants.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { type RaceName, races } from "./races/races.ts";
import { createStage, type Stage } from "./races/stage.ts";

let database: TestDatabase;
let stage: Stage;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.pool.query("truncate app.contacts, app.events restart identity cascade");
  stage = createStage(database.url);
});
afterEach(() => stage.close());
afterAll(() => database.drop());

async function run(name: RaceName): Promise<string> {
  return (await races[name](stage)).join(", ");
}

describe("with every guard in place", () => {
  test.each(Object.keys(races).filter(isRace))("%s", async (name) => {
    expect(await run(name)).toBe("");
  });
});

describe("with one guard broken", () => {
  test.each(mutants)("$name ($file): $harm", async (mutant) => {
    await breakGuard((sql) => database.pool.query(sql), mutant);
    try {
      expect(await run(mutant.proof)).toBe(mutant.harm);
    } finally {
      await mendGuard((sql) => database.pool.query(sql), mutant);
    }
  });

  test("every race is turned red by a guard that is missing", () => {
    expect(Object.keys(races).toSorted()).toEqual([...new Set(mutants.map(({ proof }) => proof))].toSorted());
  });

  test("a guard that is not found exactly once cannot be broken, so the table cannot rot", async () => {
    const edit = (find: string) => ({ name: "rotten", file: "release_turn.sql", edits: [{ find, replace: "" }] });
    await expect(sqlOf(edit("no such text"))).rejects.toThrow("found 0 times in release_turn.sql");
    await expect(sqlOf(edit("fence"))).rejects.toThrow(/found [2-9] times in release_turn.sql/);
  });
});

function isRace(name: string): name is RaceName {
  return Object.hasOwn(races, name);
}

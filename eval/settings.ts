import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { engines } from "./engine.ts";

export const usage = `npm run eval -- [options]
  --set FILE            a labelled set (repeatable); without it all of eval/sets, of which only the test split
  --split tune|test|all which part of the sets
  --vacancies FILE      the vacancies that they name (eval/vacancies.json)
  --engine rules|claude claude needs ANTHROPIC_API_KEY and takes ANTHROPIC_BASE_URL
  --personas            also plays the simulated candidates of eval/personas*.jsonl
  --personas-file FILE  plays those of another file (repeatable)
  --id ID               one conversation or persona with everything that was understood
  --json FILE           writes all results
  --markdown FILE       writes the report
  --floor               exits with 1 when a floor is not reached
Lines that cannot be read are named, the others are played; then it exits with 2.
`;

const folder = import.meta.dirname;

export type Settings = ReturnType<typeof readSettings>;

/** @throws when an option is unknown or has a value that it does not take */
export function readSettings(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: "string", multiple: true },
      split: { type: "string" },
      vacancies: { type: "string", default: join(folder, "vacancies.json") },
      engine: { type: "string", default: "rules" },
      personas: { type: "boolean", default: false },
      "personas-file": { type: "string", multiple: true },
      id: { type: "string" },
      json: { type: "string" },
      markdown: { type: "string" },
      floor: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const files = values["personas-file"];
  const own = () => filesIn(folder, "personas");
  return {
    sets: async () => values.set ?? (await filesIn(join(folder, "sets"), "")),
    split: oneOf(
      "split",
      ["tune", "test", "all"] as const,
      values.split ?? (values.set === undefined ? "test" : "all"),
    ),
    vacancies: values.vacancies,
    engine: oneOf("engine", engines, values.engine),
    // --id alone finds personas too.
    personas:
      files !== undefined
        ? async () => files
        : values.personas || (values.id !== undefined && values.set === undefined)
          ? own
          : undefined,
    only: values.id,
    json: values.json,
    markdown: values.markdown,
    floor: values.floor,
    help: values.help,
  };
}

function oneOf<T extends string>(option: string, known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`--${option} ${value}: expected ${known.join(", ")}`);
  return found;
}

async function filesIn(directory: string, start: string): Promise<string[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => name.startsWith(start) && name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => join(directory, name));
}

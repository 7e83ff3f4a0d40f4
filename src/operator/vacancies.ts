import { createHash } from "node:crypto";
import type { Database } from "../platform/database.ts";
import type { Result } from "../platform/procedures.ts";
import { lineOf } from "../recruiting/matching.ts";
import type { Vacancy } from "../recruiting/vacancies.ts";
import { isRecord } from "../recruiting/vacancy-problems.ts";
import {
  type Command,
  CommandError,
  type OfflineCommand,
  parseCommandLine,
  type Terminal,
  UsageError,
} from "./command.ts";
import { readVacancies } from "./vacancy-files.ts";

export const vacanciesUsage = [
  "vacancies import FILE… [--json]",
  "vacancies list [--json]",
  "vacancies close ID [--json]",
  "vacancies validate FILE…",
];

/** What candidates can apply to: taken in from files, listed, closed. */
export function parseVacancies(args: string[]): Command | OfflineCommand {
  const { values, positionals } = parseCommandLine(args, { json: { type: "boolean", default: false } });
  const [what, ...names] = positionals;
  const [name] = names;
  if (what === "list" && name === undefined) return list(values.json);
  if (what === "close" && name !== undefined && names.length === 1) return close(name, values.json);
  if (what === "import" && name !== undefined) return (...world) => importVacancies(names, values.json, ...world);
  if (what === "validate" && name !== undefined && !values.json)
    return { offline: (terminal) => validate(names, terminal) };
  throw new UsageError(`usage: ${vacanciesUsage.join("\n       ")}`);
}

/** All vacancies of the files, or none when anything is wrong with one of them. */
export async function importVacancies(
  files: string[],
  json: boolean,
  database: Database,
  terminal: Terminal,
): Promise<number> {
  const vacancies = await readAll(files, terminal, "Nothing was imported");
  for (const vacancy of vacancies) {
    const { id } = vacancy;
    const sha256 = sha256Of(vacancy);
    const { version, outcome } = await database.call("import_vacancy", { id, definition: vacancy, sha256 });
    terminal.say(json ? JSON.stringify({ id, version, outcome }) : `${id}  ${outcome}, version ${version}`);
  }
  return 0;
}

async function validate(files: string[], terminal: Terminal): Promise<number> {
  for (const vacancy of await readAll(files, terminal, "Not every vacancy can be imported")) {
    terminal.say(`${vacancy.id}  ${lineOf(vacancy)}, ${counted(vacancy.questions.length, "question")}`);
  }
  return 0;
}

async function readAll(files: string[], { tell }: Terminal, otherwise: string): Promise<Vacancy[]> {
  const { vacancies, problems } = await readVacancies(files);
  for (const { file, path, problem, cure } of problems) {
    tell(`${[file, path].filter((part) => part !== "").join(": ")}: ${problem}. ${cure}`);
  }
  if (problems.length > 0) throw new CommandError(`${otherwise}: ${counted(problems.length, "problem")}`);
  return vacancies;
}

function list(json: boolean): Command {
  return async (database, { say }) => {
    const answer = await database.call("list_vacancies", {});
    for (const line of json ? [JSON.stringify(answer)] : describe(answer)) say(line);
    return 0;
  };
}

function describe({ vacancies }: Result<"list_vacancies">): string[] {
  const lines = vacancies.map(
    ({ id, status, version, title, open, submitted, created_at }) =>
      `${id}  ${status}, version ${version}, ${open} applying, ${submitted} submitted, since ${created_at}: ${title}`,
  );
  return [...lines, counted(vacancies.length, "vacancy", "vacancies")];
}

function close(id: string, json: boolean): Command {
  return async (database, { say }) => {
    const { outcome, running } = await database.call("close_vacancy", { id });
    if (outcome === "unknown")
      throw new CommandError(`There is no vacancy ${id}: vacancies list shows which there are`);
    const before = outcome === "already_closed" ? " before" : "";
    const told = running === 0 ? "" : ", told with their next message";
    say(json ? JSON.stringify({ id, outcome, running }) : `${id}  closed${before}; ${running} applying${told}`);
    return 0;
  };
}

/** Of the canonical definition, in hex: tells versions apart, and proves which one an application was judged by. */
export function sha256Of(definition: unknown): string {
  return createHash("sha256").update(canonical(definition)).digest("hex");
}

/** The same text for the same vacancy, in whatever order its keys were written. */
function canonical(definition: unknown): string {
  return JSON.stringify(definition, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Database } from "../platform/database.ts";
import { differencesIn, type Passport, passportSchema, readersIn } from "../recruiting/passport.ts";
import {
  type Command,
  CommandError,
  type OfflineCommand,
  parseCommandLine,
  type Terminal,
  UsageError,
  wholeNumber,
} from "./command.ts";
import { sha256Of } from "./vacancies.ts";

export const passportUsage = ["passport APPLICATION", "verify APPLICATION|FILE"];

/** Prints the decision passport of an application: one JSON document. */
export function parsePassport(args: string[]): Command {
  const { positionals } = parseCommandLine(args, {});
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw usage();
  const id = wholeNumber("APPLICATION", name);
  return async (database, { say }) => {
    say(JSON.stringify(await passportOf(id, database), null, 2));
    return 0;
  };
}

/** Recomputes a passport, from the database or from a file: without a model, and from a file without anything. */
export function parseVerify(args: string[]): Command | OfflineCommand {
  const { positionals } = parseCommandLine(args, {});
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw usage();
  if (!/^\d+$/.test(name)) return { offline: async (terminal) => verify(await readPassport(name), terminal) };
  const id = wholeNumber("APPLICATION", name);
  return async (database, terminal) => verify(await passportOf(id, database), terminal);
}

function verify(passport: Passport, { say, tell }: Terminal): number {
  const differences = differencesIn(passport, sha256Of);
  const { application, vacancy, screening, facts, answers, human } = passport;
  const what = `application ${application.id}, ${vacancy.id} version ${vacancy.version}`;
  if (differences.length > 0) {
    tell(`${what}: does not hold`);
    for (const difference of differences) tell(`  ${difference}`);
    return 1;
  }
  const decision = human.decision === null ? "nobody has decided yet" : `decided by a person: ${human.decision}`;
  say(`${what}: holds`);
  say(
    `  ${facts.length + answers.length} statements, each in the candidate's words; the rules come to ${screening.result}; ${decision}`,
  );
  return 0;
}

async function passportOf(id: number, database: Database): Promise<Passport> {
  const { application } = await database.call("read_application", { id });
  if (application === null) throw new CommandError(`There is no application ${id}`);
  const { state, created_at, submitted_at, decision, decided_at, decided_by } = application;
  return {
    passport: 1,
    application: { id, state, created_at, submitted_at },
    vacancy: {
      id: application.vacancy,
      version: application.version,
      sha256: application.definition_sha256,
      definition: application.definition,
    },
    facts: application.facts,
    answers: application.answers,
    screening: application.screening,
    read_by: application.turns.map(({ id: turn, at, decision: record }) => ({ turn, at, ...readersIn(record) })),
    human: { decision, by: decided_by, at: decided_at, history: application.audit },
  };
}

async function readPassport(file: string): Promise<Passport> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandError(
      `${file} cannot be read: give the number of an application, or a file that passport has written`,
    );
  });
  const parsed = passportSchema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  throw new CommandError(`${file} is no passport: ${z.prettifyError(parsed.error)}`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function usage(): UsageError {
  return new UsageError(`usage: ${passportUsage.join("\n       ")}`);
}

import { readFile, stat } from "node:fs/promises";
import { parseAllDocuments } from "yaml";
import { draftsIn, postingPath } from "../recruiting/job-posting.ts";
import type { Vacancy } from "../recruiting/vacancies.ts";
import { checkVacancy, isRecord, type Problem } from "../recruiting/vacancy-problems.ts";

/** A vacancy needs some kilobytes; what is larger is another file. */
const LARGEST_BYTES = 1_000_000;

interface FoundVacancy {
  file: string;
  path: string;
  vacancy: Vacancy;
}

interface FoundProblem extends Problem {
  file: string;
}

/** The vacancies of some files, and everything that is wrong with them. Files are YAML or JSON, JSON-LD included. */
export async function readVacancies(files: string[]): Promise<{ vacancies: Vacancy[]; problems: FoundProblem[] }> {
  const read = await Promise.all(files.map(readVacancyFile));
  const found = read.flatMap(({ vacancies }) => vacancies);
  const repeated = found.flatMap(({ file, path, vacancy: { id } }, n) => {
    const earlier = found.slice(0, n).find(({ vacancy }) => vacancy.id === id);
    if (earlier === undefined) return [];
    const cure = "Give it an id of its own, or leave one of the two out";
    return [{ file, path: under(path, "id"), problem: `"${id}" is a vacancy of ${earlier.file} already`, cure }];
  });
  return {
    vacancies: found.map(({ vacancy }) => vacancy),
    problems: [...read.flatMap(({ problems }) => problems), ...repeated],
  };
}

async function readVacancyFile(file: string): Promise<{ vacancies: FoundVacancy[]; problems: FoundProblem[] }> {
  const { documents, problem } = await readDocuments(file);
  if (problem !== undefined) return { vacancies: [], problems: [{ file, path: "", ...problem }] };
  const drafts = documents.flatMap(draftsIn);
  if (drafts.length === 0) {
    const cure = "Write a vacancy with id, title, place, language and questions, or a JobPosting of schema.org";
    return { vacancies: [], problems: [{ file, path: "", problem: "holds no vacancy", cure }] };
  }
  const checked = drafts.map(({ input, isPosting }, n) => {
    const path = drafts.length === 1 ? "" : nameOf(input, n);
    const result = checkVacancy(input);
    if ("vacancy" in result) return { vacancies: [{ file, path, vacancy: result.vacancy }], problems: [] };
    const problems = result.problems.map((one) => ({
      ...one,
      file,
      path: under(path, isPosting ? postingPath(one.path) : one.path),
    }));
    return { vacancies: [], problems };
  });
  return {
    vacancies: checked.flatMap(({ vacancies }) => vacancies),
    problems: checked.flatMap(({ problems }) => problems),
  };
}

type Documents =
  | { documents: unknown[]; problem?: undefined }
  | { documents?: undefined; problem: Omit<Problem, "path"> };

/** JSON is YAML, with the difference that here a key that stands twice is told. */
async function readDocuments(file: string): Promise<Documents> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) {
      return { problem: { problem: `has ${size} bytes`, cure: "Split it: a file holds 1 MB at most" } };
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
    const documents = [...parseAllDocuments(text, { stringKeys: true })];
    const [wrong] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    if (wrong !== undefined) throw wrong;
    return { documents: documents.map((document): unknown => document.toJS()).filter((one) => one !== null) };
  } catch (error) {
    return { problem: describe(error) };
  }
}

function describe(error: unknown): Omit<Problem, "path"> {
  if (error instanceof Error && "syscall" in error && "code" in error) {
    return {
      problem: `cannot be read (${String(error.code)})`,
      cure: "Check the name and the permissions of the file",
    };
  }
  if (error instanceof Error && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return { problem: "is not text in UTF-8", cure: "Save it in UTF-8" };
  }
  const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
  return { problem: `is neither YAML nor JSON: ${reason.replace(/[:.]$/, "")}`, cure: "Correct it there" };
}

function nameOf(input: unknown, n: number): string {
  const id = isRecord(input) ? input["id"] : undefined;
  return typeof id === "string" && id !== "" ? id : `[${n}]`;
}

function under(path: string, rest: string): string {
  return [path, rest].filter((part) => part !== "").join(".");
}

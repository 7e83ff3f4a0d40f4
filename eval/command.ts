import { writeFile } from "node:fs/promises";
import { createEngine, type EngineName } from "./engine.ts";
import { conversationSchema, personaSchema, type Split } from "./format.ts";
import { meet } from "./personas.ts";
import { play } from "./play.ts";
import { toDetails, toMarkdown, toText, toTranscript } from "./print.ts";
import { doubtsOf, personaDoubtsOf, readLines, readVacancies, type Vacancies, vacancyOf } from "./read.ts";
import { createReport, type Judged, shortfalls } from "./report.ts";
import { score } from "./score.ts";
import { readSettings, type Settings, usage } from "./settings.ts";

/** At the same time: a model is waited for, the rules are not. */
const PARALLEL: Record<EngineName, number> = { rules: 1, claude: 6 };
const PROGRESS_MS = 3_000;

/** Where it reads its key and writes to. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  print: (text: string) => void;
  warn: (line: string) => void;
}

/**
 * Plays what the arguments choose and returns the exit code.
 * @throws when nothing can be played
 */
export async function evaluate(args: string[], { env, print, warn }: Surroundings): Promise<number> {
  const settings = readSettings(args);
  if (settings.help) {
    print(usage);
    return 0;
  }
  const { engine } = settings;
  const engineIn = createEngine(engine, env);
  const { vacancies, conversations, personas, doubts, problems } = await readFiles(settings);
  for (const doubt of doubts) warn(`doubtful label: ${doubt}`);
  if (conversations.length + (personas?.length ?? 0) + problems.length === 0)
    throw new Error("there is nothing to play");

  const judged = await each(conversations, async (conversation): Promise<Judged> => {
    const played = await play(conversation, vacancyOf(conversation.vacancy, vacancies), engineIn);
    return { played, scored: score(played) };
  });
  const met = personas && (await each(personas, (one) => meet(one, vacancyOf(one.vacancy, vacancies), engineIn)));
  const report = createReport(engine, judged, met);
  if (settings.json !== undefined) await writeFile(settings.json, `${JSON.stringify(report, null, 1)}\n`);
  if (settings.markdown !== undefined) await writeFile(settings.markdown, toMarkdown(report));
  print(
    settings.only === undefined
      ? toText(report)
      : [...judged.map(toDetails), ...(met ?? []).map(toTranscript)].join("\n"),
  );
  for (const problem of problems) warn(problem);
  if (problems.length > 0) return 2;
  return settings.floor && shortfalls(report).length > 0 ? 1 : 0;

  /** The results in the order of the items. What breaks the engine must not keep the others from being played. */
  async function each<T extends { id: string }, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const results = new Map<number, R>();
    const waiting = items.entries();
    let told = performance.now();
    async function next(): Promise<void> {
      for (const [index, item] of waiting) {
        try {
          results.set(index, await work(item));
        } catch (error) {
          problems.push(`${item.id} broke the engine: ${error instanceof Error ? error.stack : String(error)}`);
        }
        if (performance.now() - told < PROGRESS_MS) continue;
        told = performance.now();
        warn(`${index + 1} of ${items.length} played`);
      }
    }
    await Promise.all(Array.from({ length: PARALLEL[engine] }, next));
    return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
  }
}

/** What is to be played, and what is wrong with the files. */
async function readFiles({ vacancies: file, sets, personas, only, split: wanted }: Settings) {
  const listed = await readVacancies(file);
  const vacancies: Vacancies = new Map(listed.items.map((vacancy) => [vacancy.id, vacancy]));
  const read = await readLines(await sets(), conversationSchema, vacancies);
  const people = personas && (await readLines(await personas(), personaSchema, vacancies));
  const conversations = read.items.filter(isChosen);
  const chosen = people?.items.filter(isChosen);
  return {
    vacancies,
    conversations,
    personas: chosen,
    doubts: [
      ...conversations.flatMap((one) => doubtsOf(one, vacancies)),
      ...(chosen ?? []).flatMap((one) => personaDoubtsOf(one, vacancies)),
    ],
    problems: [...listed.problems, ...read.problems, ...(people?.problems ?? [])],
  };

  function isChosen({ id, split }: { id: string; split?: Split | undefined }): boolean {
    if (only !== undefined) return id === only;
    return wanted === "all" || split === undefined || split === wanted;
  }
}

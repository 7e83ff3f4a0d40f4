import type { VacancyQuestion } from "../../recruiting/vacancies.ts";
import { verdict } from "./answers.ts";
import type { Heard } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { plainOf, type Span } from "./text.ts";

type Option = Span & { value: string };

/** The option whose name or label is said, or that holds the level that is said; "no" is the one that says there is none. */
export function optionIn(heard: Heard, table: Table, question: VacancyQuestion): Option | undefined {
  const { options = [] } = question;
  const all = optionsNamed(heard.open, question);
  const meant = optionsNamed(heard.said, question);
  const [first = all[0]] = meant;
  if (first !== undefined) {
    // "Mornings or evenings, either."
    const others = new Set(meant.map(({ value }) => value)).size > 1;
    return others && options.includes("both") ? { ...first, value: "both" } : first;
  }
  const level = levelIn(heard.said, table, options);
  if (level !== undefined) return level;
  const [either] = heard.said.matchAll(table.speech.either);
  if (either !== undefined && options.includes("both"))
    return { value: "both", start: either.index, end: either.index + either[0].length };
  const said = verdict(heard, table);
  const none = options.find((option) => option === "none" || option === "no");
  return said?.yes === false && none !== undefined ? { ...said, value: none } : undefined;
}

function optionsNamed(text: string, question: VacancyQuestion): Option[] {
  const spoken = ` ${text.replaceAll(/[^\p{L}\p{N}]/gu, " ")} `;
  return namesOf(question)
    .flatMap(({ option, name }) => {
      const at = spoken.indexOf(name.length < LONG ? ` ${name} ` : ` ${name}`);
      return at < 0 ? [] : [{ value: option, start: at, end: at + name.length }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function namesOf({ options = [], option_labels: labels }: VacancyQuestion): { option: string; name: string }[] {
  return options.flatMap((option) =>
    [option, ...Object.values(labels?.[option] ?? {}).flatMap(namesIn)].map((name) => ({
      option,
      name: plainOf(name)
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    })),
  );
}

/** Of a name that is known with any ending. */
const LONG = 9;

/** "Pflegehelfer (DEAS)" is called either. */
function namesIn(label: string): string[] {
  const [, before = "", within = ""] = /^([^(]{3,60})\(([^)]{3,60})\)/.exec(label) ?? [];
  return [label, before, within].filter((name) => name !== "");
}

const levels = ["a1", "a2", "b1", "b2", "c1", "c2"];
const levelName = /(?<![\p{L}\p{N}])[abc][12](?![\p{L}\p{N}])/u;
const levelOption = /^(below_)?([abc][12])(_plus)?$/;

/** "A2" where the options are "below_b1", "b1" and "b2_plus"; a mother tongue is above all levels. */
function levelIn(text: string, { speech }: Table, options: readonly string[]): Option | undefined {
  const native = speech.levels.find(([, level]) => level === "native")?.[0];
  const [mother] = native === undefined ? [] : text.matchAll(native);
  const found = levelName.exec(text) ?? mother;
  if (found === undefined) return undefined;
  const rank = found === mother ? levels.length : levels.indexOf(found[0]);
  const value = options.find((option) => {
    const [, below, level = "", plus] = levelOption.exec(option) ?? [];
    const limit = levels.indexOf(level);
    if (limit < 0) return false;
    return below === undefined ? rank === limit || (plus !== undefined && rank > limit) : rank < limit;
  });
  return value === undefined ? undefined : { value, start: found.index, end: found.index + found[0].length };
}

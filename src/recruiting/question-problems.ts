import { z } from "zod";
import { MOST_QUESTIONS } from "./application.ts";
import { controlOf } from "./controls.ts";
import { fields, isField, languageSkill } from "./fields.ts";
import { languages } from "./language.ts";
import {
  type AnswerKind,
  answerSchema,
  fieldOf,
  type Knockout,
  kindOf,
  labelOf,
  untranslated,
  type VacancyQuestion,
} from "./vacancies.ts";

/** Why the questions of a vacancy are refused although each of them can be read. */

interface Found {
  path: readonly PropertyKey[];
  problem: string;
  cure: string;
}

interface Asked {
  path: readonly PropertyKey[];
  question: VacancyQuestion;
}

/** Questions that the service asks by itself, and the fields that one of them asks for. */
const reserved = ["confirm", "name", "vacancy", "first_name", "last_name"];
/** One of the questions that are asked is the name. */
const MOST_THAT_COUNT = MOST_QUESTIONS - 1;
/** A row of WhatsApp's list shows no more of an answer at one glance. */
const LONGEST_LABEL = 24;

const ops: Readonly<Record<AnswerKind, readonly Knockout["op"][]>> = {
  boolean: ["eq", "ne"],
  number: ["eq", "ne", "gte", "lte", "in"],
  choice: ["eq", "ne", "in"],
  date: ["eq", "ne", "before", "after"],
  text: ["eq", "ne", "in"],
  languages: ["eq", "ne", "in", "gte", "lte"],
};
const { code: languageCode, level } = languageSkill.shape;
const leastLevel = z.strictObject({ code: languageCode, level: level.unwrap() });

export function problemsOfQuestions(asked: Asked[]): Found[] {
  const counted = asked.filter(({ question }) => question.required || question.knockout !== undefined);
  return [
    ...asked.flatMap((one, n) => [...idProblems(one, asked.slice(0, n)), ...ownProblems(one)]),
    ...(counted.length > MOST_THAT_COUNT
      ? [
          {
            path: ["questions"],
            problem: `asks ${counted.length} questions that are required or have a knockout`,
            cure: `Keep ${MOST_THAT_COUNT} at most: the seventh question is the name, and more lose candidates`,
          },
        ]
      : []),
  ];
}

function idProblems({ path, question: { id } }: Asked, before: Asked[]): Found[] {
  const at = [...path, "id"];
  const cure = "Give the question an id of its own";
  return [
    ...(reserved.includes(id) ? [{ path: at, problem: `"${id}" is a question of the service itself`, cure }] : []),
    ...(before.some(({ question }) => question.id === id)
      ? [{ path: at, problem: `"${id}" is the id of an earlier question too`, cure }]
      : []),
  ];
}

function ownProblems({ path, question }: Asked): Found[] {
  const missing = untranslated(question.text);
  const problems = [
    ...(missing.length > 0
      ? [{ path: ["text"], problem: `is missing in ${missing.join(", ")}`, cure: "Write the question in it too" }]
      : []),
    ...optionProblems(question),
    ...fieldProblems(question),
    ...knockoutProblems(question),
  ];
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function optionProblems(question: VacancyQuestion): Found[] {
  const { type, options, option_labels: labels } = question;
  if (type !== "choice") {
    const unused = [...(options === undefined ? [] : ["options"]), ...(labels === undefined ? [] : ["option_labels"])];
    return unused.map((key) => ({
      path: [key],
      problem: `means nothing to a ${type}`,
      cure: "Leave it out, or make it a choice",
    }));
  }
  if (options === undefined) {
    return [{ path: ["options"], problem: "is missing: a choice has options", cure: "Write a list of 2 to 10 texts" }];
  }
  return [...labelProblems(question, options), ...sameLabels(question, options), ...hoursProblems(question, options)];
}

function labelProblems(question: VacancyQuestion, options: string[]): Found[] {
  const labels = question.option_labels;
  const strangers = Object.keys(labels ?? {}).filter((option) => !options.includes(option));
  return [
    ...strangers.map((option) => ({
      path: ["option_labels", option],
      problem: "is none of the options",
      cure: `Options: ${options.join(", ")}`,
    })),
    ...options.flatMap((option, n) => {
      const path = labels === undefined ? ["options", n] : ["option_labels", option];
      const missing = labels === undefined ? [] : untranslated(labels[option] ?? {});
      const controls = languages.filter((language) => controlOf(labelOf(question, option, language)) !== undefined);
      const long = languages.filter((language) => labelOf(question, option, language).length > LONGEST_LABEL);
      return [
        ...(missing.length > 0
          ? [{ path, problem: `is missing in ${missing.join(", ")}`, cure: "Write how the option reads in it" }]
          : []),
        ...(controls.length > 0
          ? [
              {
                path,
                problem: `is a control word in ${controls.join(", ")}`,
                cure: "Write it in other words: a tap on it would be a STOP or a call for a person",
              },
            ]
          : []),
        ...(long.length > 0
          ? [
              {
                path,
                problem: `is longer than ${LONGEST_LABEL} characters in ${long.join(", ")}`,
                cure: "Write option_labels that are shorter: WhatsApp holds no more",
              },
            ]
          : []),
      ];
    }),
  ];
}

function sameLabels(question: VacancyQuestion, options: string[]): Found[] {
  const unclear = languages.filter((language) => {
    const read = options.map((option) => labelOf(question, option, language).toLowerCase());
    return new Set(read).size < read.length;
  });
  if (unclear.length === 0) return [];
  const problem = `has two that read the same in ${unclear.join(", ")}`;
  return [{ path: ["options"], problem, cure: "Make each option read differently" }];
}

/** Whoever has told their hours already is not asked again: that answer must be one of the options. */
function hoursProblems(question: VacancyQuestion, options: string[]): Found[] {
  if (fieldOf(question) !== "hours") return [];
  const unknown = options.filter((option) => !fields.hours.safeParse(option).success);
  return unknown.map((option) => ({
    path: ["options", options.indexOf(option)],
    problem: `"${option}" is no value of the profile field hours, which answers the question`,
    cure: `Use ${fields.hours.options.join(", ")}, or give the question another id`,
  }));
}

function fieldProblems({ type, field }: VacancyQuestion): Found[] {
  if (field === undefined || !isField(field)) return [];
  const kind = kindOf(field);
  if (kind === type) return [];
  const fitting = Object.keys(fields).filter((name) => isField(name) && kindOf(name) === type);
  return [
    {
      path: ["field"],
      problem: `"${field}" ${kind === undefined ? "answers no question" : `is a ${kind}`}, the question is a ${type}`,
      cure: `Leave it out, or use ${fitting.join(", ")}`,
    },
  ];
}

function knockoutProblems(question: VacancyQuestion): Found[] {
  const { type, knockout } = question;
  if (knockout === undefined) return [];
  const { op, value } = knockout;
  if (!ops[type].includes(op)) {
    const cure = `For a ${type}: ${ops[type].join(", ")}`;
    return [{ path: ["knockout", "op"], problem: `"${op}" does not fit a ${type}`, cure }];
  }
  if (type === "choice" && question.options === undefined) return [];
  const path = ["knockout", "value"];
  const { schema, cure } = wanted(question, op);
  if (op !== "in") {
    return schema.safeParse(value).success ? [] : [{ path, problem: `is ${shown(value)}`, cure }];
  }
  if (!Array.isArray(value) || value.length === 0) {
    return [{ path, problem: `is ${shown(value)}`, cure: `Write a list. ${cure}` }];
  }
  return value.flatMap((item: unknown, n) =>
    schema.safeParse(item).success ? [] : [{ path: [...path, n], problem: `is ${shown(item)}`, cure }],
  );
}

function wanted(question: VacancyQuestion, op: Knockout["op"]): { schema: z.ZodType; cure: string } {
  switch (question.type) {
    case "boolean":
      return { schema: answerSchema(question), cure: "Write true or false, without quotes" };
    case "number":
      return { schema: answerSchema(question), cure: "Write a number, without quotes" };
    case "choice":
      return { schema: answerSchema(question), cure: `Use an option: ${question.options?.join(", ")}` };
    case "date":
      return { schema: answerSchema(question), cure: "Write a day, such as 2027-02-01" };
    case "text":
      return { schema: answerSchema(question), cure: "Write a text, in quotes when it looks like a number" };
    case "languages":
      return op === "gte" || op === "lte"
        ? { schema: leastLevel, cure: "Write language and level, such as {code: en, level: B1}" }
        : { schema: languageCode, cure: "Write the code of a language, such as en" };
  }
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}

import type { Met } from "./personas.ts";
import { type Judged, percent, type Report, shortfalls } from "./report.ts";

/** The report as text. */

/** For a file that people read. */
export function toMarkdown(report: Report): string {
  return `${[`# Evaluation: ${report.engine} engine`, ...overview(report), ...byField(report), ...wrong(report)].join("\n")}\n`;
}

/** For the terminal. */
export function toText(report: Report): string {
  return `${overview(report).join("\n")}\n`;
}

/** One conversation with everything that both sides say of it. */
export function toDetails({ played, scored }: Judged): string {
  const { conversation, heard, known } = played;
  const lines = [`${conversation.id} (${conversation.language}, ${conversation.vacancy ?? "no vacancy"})`];
  let burst = 0;
  for (const turn of conversation.turns) {
    if (turn.from === "bot") {
      lines.push(`< [${turn.asks}] ${turn.text}`);
      continue;
    }
    const { intents, facts, replies } = heard[burst] ?? { intents: [], facts: [], replies: [] };
    lines.push(
      ...turn.texts.map((text) => `> ${text}`),
      `    route: gold ${conversation.gold.routes[burst]?.join("+")}, got ${intents.join("+")}`,
      ...facts.map(({ field, value, quote }) => `    learned: ${field} = ${JSON.stringify(value)} from «${quote}»`),
      ...replies.map(({ text, asks }) => `    would reply [${asks}] ${text}`),
    );
    burst += 1;
  }
  const { gold } = conversation;
  lines.push(
    `facts    gold ${JSON.stringify(gold.facts)}`,
    `         got  ${JSON.stringify(known.profile)}`,
    `answers  gold ${JSON.stringify(gold.answers)}`,
    `         got  ${JSON.stringify(known.answers)}`,
    `result   gold ${scored.result.gold}, got ${scored.result.got}`,
    `controls gold [${scored.controls.gold.join(", ")}], got [${scored.controls.got.join(", ")}]`,
    `invented [${scored.hallucinated.join(", ")}]; forbidden [${scored.forbidden.join(", ")}]`,
  );
  return `${lines.join("\n")}\n`;
}

/** A simulated conversation, line by line. */
export function toTranscript({ transcript, wrong: mistakes, ...met }: Met): string {
  const facts = mistakes.map(
    ({ name, truth, got }) => `wrong: ${name} is ${JSON.stringify(truth)}, got ${JSON.stringify(got)}`,
  );
  return `${[`${met.id} (${met.language})`, ...transcript, ...facts, JSON.stringify(met)].join("\n")}\n`;
}

function overview(report: Report): string[] {
  const { overall, answers, routes, results, controls, injections, replies, quotes, costUsd, tokens } = report;
  const short = shortfalls(report);
  return [
    "",
    `${report.conversations.length} conversations, ${report.engine} engine`,
    "",
    ...table(
      ["measure", "value", ""],
      [
        [
          "fields",
          `F1 ${percent(overall.f1)}`,
          `precision ${percent(overall.precision)}, recall ${percent(overall.recall)}`,
        ],
        ["invented", `${overall.hallucinations}`, `${percent(overall.hallucinationShare)} of ${overall.values} values`],
        [
          "answers",
          `F1 ${percent(answers.f1)}`,
          `precision ${percent(answers.precision)}, recall ${percent(answers.recall)}`,
        ],
        ["routes", percent(routes.accuracy), `${routes.right} of ${routes.total} bursts`],
        ["results", percent(results.accuracy), `${results.right} of ${results.total}`],
        ["controls", percent(controls.accuracy), `${controls.right} of ${controls.total}`],
        ["injections", percent(injections.accuracy), `${injections.right} of ${injections.total} without effect`],
        ["forbidden replies", `${replies.forbidden}`, `of ${replies.total}`],
        ["quotes verbatim", percent(quotes.accuracy), `${quotes.right} of ${quotes.total}`],
        [
          "cost",
          `$${costUsd.toFixed(4)}`,
          `${Object.values(tokens).reduce((a, b) => a + b, 0)} tokens, ${report.fallbacks} fallbacks`,
        ],
      ],
    ),
    "",
    ...groups("language", report.byLanguage),
    "",
    ...groups("tag", report.byTag),
    ...people(report),
    "",
    ...(short.length === 0 ? ["All floors are reached."] : short.map((line) => `Below the floor: ${line}.`)),
  ];
}

function groups(name: string, rows: Report["byLanguage"]): string[] {
  return table(
    [name, "conversations", "F1", "precision", "recall", "invented", "answers F1", "routes", "results", "controls"],
    Object.entries(rows).map(([group, { conversations, overall, answers, routes, results, controls }]) => [
      group,
      `${conversations}`,
      ...[overall.f1, overall.precision, overall.recall].map(percent),
      `${overall.hallucinations}`,
      ...[answers.f1, routes.accuracy, results.accuracy, controls.accuracy].map(percent),
    ]),
  );
}

function people({ personas }: Report): string[] {
  if (personas === undefined) return [];
  const rows = [...Object.entries(personas.byLanguage), ["all", personas] as const];
  return [
    "",
    ...table(
      ["personas", "played", "completed", "questions", "at most", "repeated", "facts", "results", "turns", "forbidden"],
      rows.map(([name, row]) => [
        name,
        `${row.total}`,
        percent(row.completed.accuracy),
        row.meanQuestions.toFixed(1),
        `${row.mostQuestions}`,
        `${row.repeated}`,
        percent(row.facts.accuracy),
        percent(row.results.accuracy),
        row.meanTurns.toFixed(1),
        `${row.forbidden}`,
      ]),
    ),
  ];
}

function byField({ fields }: Report): string[] {
  const rows = Object.entries(fields).map(([name, { f1, precision, recall, right, got, gold }]) => [
    name,
    ...[f1, precision, recall].map(percent),
    ...[right, got, gold].map(String),
  ]);
  return ["", ...table(["field", "F1", "precision", "recall", "right", "got", "gold"], rows)];
}

function wrong({ conversations }: Report): string[] {
  const lines = conversations.flatMap(({ id, wrongFacts, wrongAnswers, routes, result, controls }) => {
    const facts = [...wrongFacts, ...wrongAnswers].map(
      ({ name, gold, got }) => `${name}: ${JSON.stringify(gold)}, got ${JSON.stringify(got)}`,
    );
    const intents = routes.wrong.map(({ gold, got }) => `route ${gold.join("+")}, got ${got.join("+")}`);
    const all = [
      ...facts,
      ...intents,
      ...(result.right ? [] : [`result ${result.gold}, got ${result.got}`]),
      ...(controls.right ? [] : [`controls [${controls.gold.join()}], got [${controls.got.join()}]`]),
    ];
    return all.length === 0 ? [] : [`- **${id}** ${all.map((line) => `\`${line.replaceAll("`", "'")}\``).join(" · ")}`];
  });
  return ["", "## What is wrong", "", ...lines];
}

/** A table of Markdown that lines up in a terminal too. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)];
}

import type { Fact, TurnResult } from "../message.ts";
import type { TurnInput } from "../platform/database.ts";
import { type Field, fields, languageOf, tables } from "./languages.ts";

/** Raised with every change of what the rules understand or say; stands in each decision record. */
const RULE_VERSION = "placeholder-2";

/**
 * A small agent on rules alone: greets, says what it is, notes name, place and role with the words that said so, repeats
 * what is new, and asks for the first thing that is missing. One bubble a turn.
 */
export async function runRules(turn: TurnInput): Promise<TurnResult> {
  const language = languageOf([...turn.recent.filter(({ from }) => from === "candidate"), ...turn.messages]);
  const known = new Map(turn.facts.map(({ field, value }) => [field, value]));
  const learned = learn(turn, language);
  for (const { field, value } of learned) known.set(field, value);
  const missing = fields.find((field) => !known.has(field));
  return {
    effects: [
      { destination: "whatsapp", origin: "bot", kind: "text", body: { text: reply(turn, language, learned, missing) } },
    ],
    facts: learned,
    decision: { engine: "rules", rules: RULE_VERSION, language, asks: missing ?? null },
    checkpointId: turn.checkpoint_id,
    summary: turn.summary,
  };
}

type Language = keyof typeof tables;
type Learned = Fact & { field: Field };

/** What the messages of this turn say, the last word on each field winning. */
function learn({ messages, facts, recent }: TurnInput, language: Language): Learned[] {
  const table = tables[language];
  const lastSaid = recent.findLast(({ from }) => from !== "candidate")?.text ?? "";
  const asked = fields.find((field) => Object.values(tables).some(({ ask }) => lastSaid.endsWith(ask[field])));
  const learned = new Map<Field, Learned>();
  for (const { id, text } of messages) {
    for (const field of fields) {
      const found = find(table.patterns[field], text);
      if (found !== undefined) learned.set(field, { field, ...found, messageId: id, confidence: 0.8 });
    }
  }
  const [only, ...others] = messages;
  if (
    asked !== undefined &&
    learned.size === 0 &&
    others.length === 0 &&
    only !== undefined &&
    isAnswer(only.text, table)
  ) {
    const words = only.text.trim();
    learned.set(asked, { field: asked, value: words, quote: words, messageId: only.id, confidence: 0.6 });
  }
  const known = new Map(facts.map(({ field, value }) => [field, value]));
  return [...learned.values()].filter(({ field, value }) => known.get(field) !== value);
}

/** The value is the first group of the pattern, the quote everything it matched: both verbatim. */
function find(pattern: RegExp, text: string): { value: string; quote: string } | undefined {
  const match = pattern.exec(text);
  const value = match?.[1]?.trim();
  return match === null || value === undefined || value === "" ? undefined : { value, quote: match[0].trim() };
}

/** Short, no question, and more than a greeting: nothing but the answer to what was asked. */
function isAnswer(text: string, { marks }: (typeof tables)[Language]): boolean {
  if (text.length > 60 || text.trim().split(/\s+/).length > 5) return false;
  return !text.includes("?") && /\p{L}/u.test(text.replaceAll(marks, ""));
}

function reply(turn: TurnInput, language: Language, learned: Learned[], missing: Field | undefined): string {
  const table = tables[language];
  const first = !turn.recent.some(({ from }) => from === "bot");
  const noted = learned.map(({ field, value }) => `${table.label[field]}: ${value}`).join(", ");
  return [
    first ? table.greeting : "",
    noted === "" ? "" : table.noted.replace("{noted}", () => noted),
    missing === undefined ? table.done : table.ask[missing],
  ]
    .filter((part) => part !== "")
    .join(" ");
}

import { z } from "zod";
import { isGrounded, isQuoteOf } from "./evidence.ts";
import { fields, isField } from "./fields.ts";
import { profileOf } from "./profile.ts";
import { answersOf, screen } from "./screening.ts";
import { answerSchema, fieldOf, questionIn, type Vacancy, vacancySchema } from "./vacancies.ts";

/**
 * The decision passport: everything that the result of one application comes from, so that anybody can recompute it
 * without the service, its database or a model.
 */

const statement = z.object({
  /** A profile field, or the id of a question of the vacancy. */
  field: z.string(),
  value: z.unknown(),
  /** The candidate's words, and the message that they stand in. */
  quote: z.string(),
  text: z.string(),
  message: z.int(),
  said_at: z.string(),
  confidence: z.number(),
  turn: z.int(),
});

const agentTrace = z.object({
  engine: z.enum(["claude", "rules"]),
  prompt: z.string().optional(),
  usage: z.object({ model: z.string() }).optional(),
});

export const passportSchema = z.object({
  passport: z.literal(1),
  application: z.object({
    id: z.int(),
    state: z.enum(["open", "submitted", "ended"]),
    created_at: z.string(),
    submitted_at: z.string().nullable(),
  }),
  vacancy: z.object({ id: z.string(), version: z.int(), sha256: z.string(), definition: z.unknown() }),
  facts: z.array(statement),
  answers: z.array(statement),
  /** What the rules propose. */
  screening: z.object({
    result: z.enum(["qualified", "knocked_out", "incomplete"]),
    knockouts: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  /** What read the statements, turn by turn: rule version, and for a model its name and the hash of its instructions. */
  read_by: z.array(
    z.object({
      turn: z.int(),
      at: z.string(),
      rules: z.string().nullable(),
      agents: z.record(
        z.string(),
        z.object({ engine: z.string(), model: z.string().nullable(), prompt: z.string().nullable() }),
      ),
    }),
  ),
  /** What people decided; no machine does. */
  human: z.object({
    decision: z.enum(["proceed", "reject", "hold"]).nullable(),
    by: z.string().nullable(),
    at: z.string().nullable(),
    history: z.array(z.object({ at: z.string(), actor: z.string(), action: z.string(), detail: z.unknown() })),
  }),
});
export type Passport = z.output<typeof passportSchema>;

/** What a turn's decision record says about who read it. */
export function readersIn(decision: unknown): Pick<Passport["read_by"][number], "rules" | "agents"> {
  const record = z
    .object({ rules: z.string().optional(), agents: z.record(z.string(), agentTrace).optional() })
    .safeParse(decision);
  const { rules = null, agents = {} } = record.data ?? {};
  const named = Object.entries(agents).map(
    ([agent, { engine, prompt = null, usage }]) => [agent, { engine, model: usage?.model ?? null, prompt }] as const,
  );
  return { rules, agents: Object.fromEntries(named) };
}

/**
 * Recomputes the passport: every quote must stand in its message word for word and say its value, every value must have
 * its type, and the rules of the vacancy must come to the same result. Returns what differs; nothing = it holds.
 * `hash`: SHA-256 (hex) of the canonical definition.
 */
export function differencesIn(passport: Passport, hash: (definition: unknown) => string): string[] {
  const read = vacancySchema.safeParse(passport.vacancy.definition);
  if (!read.success) return ["vacancy: the definition cannot be read by this build"];
  const vacancy = read.data;
  const differences = [
    ...(hash(passport.vacancy.definition) === passport.vacancy.sha256
      ? []
      : ["vacancy: the definition is not the one that was hashed"]),
    ...[...passport.facts, ...passport.answers].flatMap((one) => problemOf(one, vacancy)),
  ];
  const given = Object.fromEntries(passport.answers.map(({ field, value }) => [field, value]));
  const computed = screen(vacancy, answersOf(vacancy, profileOf(passport.facts), given));
  for (const key of ["result", "knockouts", "missing"] as const) {
    const [stored, now] = [passport.screening[key], computed[key]].map((part) => JSON.stringify(part));
    if (stored !== now) differences.push(`screening.${key}: stored ${stored}, computed ${now}`);
  }
  return differences;
}

function problemOf({ field, value, quote, text, message }: z.output<typeof statement>, vacancy: Vacancy): string[] {
  const question = questionIn(vacancy, field);
  const target = question !== null && fieldOf(question) === undefined ? question : isField(field) ? field : undefined;
  if (target === undefined) return [`${field}: neither a field nor a question of the vacancy`];
  if (!isQuoteOf(text, quote)) return [`${field}: the quote does not stand in message ${message}`];
  const schema: z.ZodType = typeof target === "string" ? fields[target] : answerSchema(target);
  if (!schema.safeParse(value).success) return [`${field}: the value has the wrong type`];
  // A list that grew over several messages carries the words of the last one.
  return Array.isArray(value) || isGrounded(target, value, quote, text)
    ? []
    : [`${field}: the quote does not say the value`];
}

import { z } from "zod";
import { allWishes } from "../src/agent/rules/wishes.ts";
import { intents } from "../src/agent/turn.ts";

/** Labelled conversations and simulated candidates, one a line, as eval-format.md agrees them. */

const results = ["qualified", "knocked_out", "incomplete", "none"] as const;
export type Outcome = (typeof results)[number];

const instant = z.iso.datetime({ offset: true });
const word = z.string().trim().min(1);
const split = z.enum(["tune", "test"]);
export type Split = z.output<typeof split>;

const turnSchema = z
  .object({
    bot: z.string().optional(),
    asks: z.string().nullish(),
    candidate: z.array(z.string()).min(1).optional(),
    at: instant.optional(),
  })
  .transform(({ bot, asks, candidate, at }, context) => {
    if (bot !== undefined && candidate === undefined) return { from: "bot", text: bot, asks: asks ?? null } as const;
    if (bot === undefined && candidate !== undefined) return { from: "candidate", texts: candidate, at } as const;
    context.addIssue("a turn is either bot or candidate");
    return z.NEVER;
  });

/** "answer+correction" */
const routeSchema = z
  .string()
  .transform((route) => route.split("+").map((intent) => intent.trim()))
  .pipe(z.array(z.enum(intents)).min(1));

const goldSchema = z.object({
  routes: z.array(routeSchema),
  facts: z.record(z.string(), z.unknown()).default({}),
  answers: z.record(z.string(), z.unknown()).default({}),
  result: z.enum(results),
  controls: z.array(z.enum(allWishes)).default([]),
  absent: z.array(word).default([]),
  forbidden_reply: z.array(z.string().transform(toPattern)).default([]),
});

export const conversationSchema = z
  .object({
    id: word,
    language: word,
    vacancy: word.nullish().transform((vacancy) => vacancy ?? null),
    clock: instant,
    split: split.optional(),
    turns: z.array(turnSchema).min(1),
    gold: goldSchema,
    tags: z.array(word).default([]),
  })
  .superRefine(({ turns, gold }, context) => {
    const bursts = turns.filter(({ from }) => from === "candidate").length;
    if (bursts !== gold.routes.length)
      context.addIssue({
        code: "custom",
        path: ["gold", "routes"],
        message: `${gold.routes.length} routes for ${bursts} bursts of the candidate`,
      });
  });
export type Conversation = z.output<typeof conversationSchema>;

export const personaSchema = z.object({
  id: word,
  language: word,
  vacancy: word.nullish().transform((vacancy) => vacancy ?? null),
  /** The Friday on which the personas of this project write: "next Monday" is 2026-11-23. */
  clock: instant.default("2026-11-20T10:00:00+01:00"),
  split: split.optional(),
  style: z
    .object({ burst: z.boolean().default(false), typos: z.boolean().default(false), terse: z.boolean().default(false) })
    .default({ burst: false, typos: false, terse: false }),
  truth: z.record(z.string(), z.unknown()),
  phrases: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  volunteers: z.array(word).default([]),
  refuses: z.array(word).default([]),
  events: z.array(z.object({ after: z.int().min(0), say: z.string() })).default([]),
});
export type Persona = z.output<typeof personaSchema>;

/** "+01:00" of "2026-11-20T10:00:00+01:00": Intl takes an offset for the name of a zone. */
export function zoneOf(clock: string): string {
  return /[+-]\d{2}:\d{2}$/.exec(clock)?.[0] ?? "UTC";
}

/** The sets write flags as "(?i)" at the beginning, where JavaScript wants them beside the pattern. */
function toPattern(source: string, context: z.RefinementCtx): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(source);
  try {
    return new RegExp(source.slice(flags?.[0].length ?? 0), flags?.[1] ?? "");
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
    return z.NEVER;
  }
}

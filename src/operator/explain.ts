import type { Result } from "../platform/procedures.ts";
import { type Command, CommandError, parseCommandLine, UsageError, wholeNumber } from "./command.ts";
import { describeStory } from "./story.ts";

export const explainUsage = "explain CONVERSATION | PHONE [--json]";

/** Digits up to this many are the id of a conversation; no phone number in E.164 is shorter. */
const SHORTEST_PHONE = 7;

type Story = Result<"explain">;

/** The whole story of one conversation: what came, what was decided, what went out, and how long each step took. */
export function parseExplain(args: string[]): Command {
  const { values, positionals } = parseCommandLine(args, { json: { type: "boolean", default: false } });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageError(`usage: ${explainUsage}`);
  const names = namesOf(given);

  return async function explain(database, { say }) {
    for (const name of names) {
      const story: Story = await database.call("explain", name);
      if (story.conversation === null) continue;
      for (const line of values.json ? [JSON.stringify(story)] : describeStory(story)) say(line);
      return 0;
    }
    throw new CommandError(
      `Nobody knows the conversation ${given}. Give the id that logs call "conversation", or the phone number with its country code`,
    );
  };
}

/** A long number may be either; a phone number is the better guess. */
function namesOf(given: string): { conversation?: number; wa_id?: string }[] {
  const digits = given.replaceAll(/[\s().-]/g, "").replace(/^(\+|00)/, "");
  if (!/^\d{1,20}$/.test(digits)) throw new UsageError(`"${given}" is neither a conversation id nor a phone number`);
  const byPhone = { wa_id: digits };
  if (digits !== given) return [byPhone];
  if (digits.length < SHORTEST_PHONE) return [{ conversation: wholeNumber("CONVERSATION", given) }];
  return Number.isSafeInteger(Number(digits)) ? [byPhone, { conversation: Number(digits) }] : [byPhone];
}

import type { Fact, TurnResult } from "../message.ts";
import type { Args, TurnInput } from "../platform/procedures.ts";
import { clean } from "../platform/raw-body.ts";

/** What a turn comes to that leaves the answer to a person, or to nobody. */
export async function nothingSaid(input: TurnInput): Promise<TurnResult> {
  return {
    messageIds: input.messages.map(({ id }) => id),
    effects: [],
    facts: [],
    answers: [],
    application: null,
    ended: null,
    progress: input.progress,
    handOff: false,
    decision: { engine: "none" },
    checkpointId: input.checkpoint_id,
    summary: input.summary,
  };
}

/** What a turn came to, as complete_turn takes it. */
export function toCommit(
  input: TurnInput,
  result: TurnResult,
): Omit<Args<"complete_turn">, "force" | "lease_ms" | "typing"> {
  return {
    conversation: input.conversation,
    fence: input.fence,
    gen: input.gen,
    message_ids: result.messageIds,
    progress: result.progress,
    hand_off: result.handOff,
    decision: result.decision,
    checkpoint_id: result.checkpointId,
    summary: result.summary,
    effects: result.effects.map(storable),
    facts: result.facts.map(storableFact),
    answers: result.answers.map(storableFact),
    application: result.application,
    ended: result.ended,
  };
}

function storableFact({ messageId, ...fact }: Fact) {
  return { ...fact, message_id: messageId };
}

/** Whoever cut a text in the middle of a character must not stop a conversation: Postgres refuses half of one. */
function storable<T extends { body: Record<string, unknown> }>(effect: T) {
  const body: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(effect.body)) body[key] = typeof part === "string" ? clean(part) : part;
  return { ...effect, body };
}

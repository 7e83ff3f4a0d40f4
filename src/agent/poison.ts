import type { TurnResult } from "../message.ts";
import type { TurnInput } from "../platform/procedures.ts";
import type { Language } from "../recruiting/language.ts";
import { tables } from "./rules/tables/tables.ts";
import { RULE_VERSION } from "./rules/version.ts";
import { toTurn } from "./turn-input.ts";

/**
 * Ends a turn that has failed again and again: one honest sentence for the candidate, a note for the recruiters, and the
 * conversation is theirs. As little as possible is looked at, because whatever broke the turn is still in there.
 */
export async function runPoison(input: TurnInput): Promise<TurnResult> {
  const { controls, note } = tables[languageOf(input)].texts;
  return {
    messageIds: input.messages.map(({ id }) => id),
    effects: [
      {
        destination: "whatsapp",
        origin: "control",
        kind: "text",
        body: { text: controls.failed, asks: null, handOff: true },
      },
      { destination: "chatwoot", origin: "control", kind: "note", body: { text: note.failed } },
      { destination: "chatwoot", origin: "control", kind: "open", body: {} },
    ],
    facts: [],
    answers: [],
    application: null,
    ended: null,
    progress: input.progress,
    handOff: true,
    decision: { engine: "none", rules: RULE_VERSION, step: "poison", failures: input.failures },
    checkpointId: input.checkpoint_id,
    summary: input.summary,
  };
}

function languageOf(input: TurnInput): Language {
  try {
    return toTurn(input, "UTC").language;
  } catch {
    return "en";
  }
}

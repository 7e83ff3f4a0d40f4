import type { TurnResult } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/database.ts";

/** The result of a scripted turn that sends these texts. */
export function say(turn: TurnInput, ...texts: string[]): TurnResult {
  return {
    effects: texts.map((text) => ({ destination: "whatsapp", origin: "bot", kind: "text", body: { text } })),
    facts: [],
    decision: { engine: "scripted" },
    checkpointId: turn.checkpoint_id,
    summary: turn.summary,
  };
}

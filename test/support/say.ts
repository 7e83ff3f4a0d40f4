import type { TurnResult } from "../../src/message.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";

/** The result of a scripted turn that sends these texts. */
export function say(turn: TurnInput, ...texts: string[]): TurnResult {
  return {
    messageIds: turn.messages.map(({ id }) => id),
    progress: turn.progress,
    handOff: false,
    effects: texts.map((text) => ({
      destination: "whatsapp",
      origin: "bot",
      kind: "text",
      body: { text, asks: null },
    })),
    facts: [],
    answers: [],
    application: null,
    ended: null,
    decision: { engine: "scripted" },
    checkpointId: turn.checkpoint_id,
    summary: turn.summary,
  };
}

import type { Turn } from "../turn.ts";

/** How much of the past an agent sees: enough to understand "the second one" and "yes", no more than it costs. */
const RECENT = 12;
/** A wall of text is read up to here; evidence beyond it is not found, and nothing breaks. */
const LONGEST = 2_000;

/**
 * The turn as data for a model: one JSON document behind the fixed instructions. What candidates write stands inside
 * JSON strings, so that it cannot look like an instruction of ours.
 */
export function render(turn: Turn, extra: Record<string, unknown> = {}): string {
  return JSON.stringify({
    now: turn.messages.at(-1)?.sentAt,
    time_zone: turn.timeZone,
    phone_country: turn.country,
    summary: turn.summary,
    profile: turn.profile,
    earlier: turn.recent.slice(-RECENT).map(({ from, text }) => ({ from, text: clip(text) })),
    we_asked: turn.asked,
    messages: turn.messages.map(({ text, sentAt }, index) => ({
      n: index + 1,
      sent_at: sentAt,
      text: clip(text),
    })),
    ...extra,
  });
}

/** Half a character at the cut would be no JSON that a provider takes. */
function clip(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}

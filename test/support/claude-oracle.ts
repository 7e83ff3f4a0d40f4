import { z } from "zod";
import { type ClaudeRequest, systemText } from "../../sandbox/claude/request.ts";

/** A fact as the extraction's schema wants it, without the number of its message. */
interface Told {
  field: string;
  value: string;
  quote: string;
}

const document = z.object({
  plan: z.object({ kind: z.string(), asks: z.string().nullable() }).optional(),
  messages: z.array(z.object({ n: z.int(), text: z.string() })),
});

/**
 * A Claude that reads messages as the table says, finds an intent by the letter, and asks what the plan tells it to.
 * `told`: facts by the words that state them.
 */
export function createOracle(told: Record<string, Told[]>) {
  return function answer(request: ClaudeRequest): unknown {
    const { messages, plan } = document.parse(JSON.parse(userText(request)));
    const system = systemText(request);
    if (system.startsWith("You are the router"))
      return { intents: [intentOf(messages.map(({ text }) => text).join(" "))], confidence: 0.95 };
    if (system.startsWith("You read what")) {
      const facts = messages.flatMap(({ n, text }) =>
        Object.entries(told).flatMap(([words, list]) =>
          text.includes(words) ? list.map((fact) => ({ ...fact, message: n, confidence: 0.9 })) : [],
        ),
      );
      return { facts, agrees: null, refuses: false, summary: "Looks for work." };
    }
    if (system.startsWith("You are the automatic assistant")) return { reply: `[${plan?.kind}] ${plan?.asks}?` };
    return { note: "A note by Claude." };
  };
}

function intentOf(text: string): string {
  if (/person|persona/.test(text)) return "human";
  return text.includes("?") ? "question" : "answer";
}

export function userText(request: ClaudeRequest): string {
  const content: unknown = request.messages[0]?.content;
  return typeof content === "string" ? content : JSON.stringify(content);
}

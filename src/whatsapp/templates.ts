import { z } from "zod";
import { ProviderError } from "../errors.ts";
import { decisions } from "../message.ts";
import { noAnswer, parseAnswer } from "../platform/no-answer.ts";
import type { DecisionTemplates } from "../platform/procedures.ts";
import { languages } from "../recruiting/language.ts";
import { classify } from "./failure.ts";

const TIMEOUT_MS = 12_000;
const PAGE_SIZE = 100;
/** A WhatsApp Business Account holds 250 templates, each in several languages. */
const MAX_PAGES = 20;

const component = z.looseObject({ type: z.string(), format: z.string().optional(), text: z.string().optional() });
const listed = z.object({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  components: z.array(component),
});
const page = z.object({
  data: z.array(z.unknown()),
  paging: z.object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() }).optional(),
});

/**
 * Reads which templates WhatsApp has approved (GET /message_templates, Meta's message template reference) and picks those
 * called decision_proceed, decision_reject and decision_hold. One that wants anything but the vacancy's title, {{1}} in its
 * body, cannot be filled and is passed over.
 */
export function createDecisionTemplates(config: { apiKey: string; baseUrl: string }) {
  /** @throws ProviderError */
  return async function decisionTemplates(signal: AbortSignal): Promise<DecisionTemplates> {
    const found: DecisionTemplates = {};
    let after: string | undefined;
    for (let n = 0; n < MAX_PAGES; n += 1) {
      const { data, paging } = await readPage(after, signal);
      for (const one of data) add(found, one);
      after = paging?.next === undefined ? undefined : paging.cursors?.after;
      if (after === undefined) break;
    }
    return found;
  };

  async function readPage(after: string | undefined, signal: AbortSignal): Promise<z.output<typeof page>> {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(after !== undefined && { after }) });
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${config.baseUrl}/message_templates?${query.toString()}`, {
        headers: { "D360-API-KEY": config.apiKey },
        redirect: "manual", // the key goes nowhere else
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      text = await response.text();
    } catch (error) {
      throw new ProviderError("slow", noAnswer(error).code, { cause: error });
    }
    const answer = parseAnswer(text);
    if (!response.ok) throw refusalOf(response.status, answer);
    const { data } = page.safeParse(answer);
    if (data === undefined) throw new ProviderError("slow", "unreadable_answer");
    return data;
  }
}

/** Reading can be repeated: nothing about it stays unknown, as with a send. */
function refusalOf(status: number, answer: unknown): ProviderError {
  const error = classify(status, answer);
  return error.failure === "unknown" ? new ProviderError("slow", error.code) : error;
}

/** The plain language goes before that of a country, such as es before es_MX. */
function add(found: DecisionTemplates, one: unknown): void {
  const { data } = listed.safeParse(one);
  if (data === undefined || data.status.toUpperCase() !== "APPROVED") return;
  const decision = decisions.find((name) => data.name === `decision_${name}`);
  const language = languages.find((name) => name === data.language.split(/[_-]/)[0]?.toLowerCase());
  const body = data.components.find(({ type }) => type.toUpperCase() === "BODY");
  if (decision === undefined || language === undefined || body?.text === undefined || !isFillable(data, body)) return;
  const before = found[language]?.[decision];
  if (before !== undefined && before.language.length <= data.language.length) return;
  const template = { name: data.name, language: data.language, text: body.text };
  found[language] = { ...found[language], [decision]: template };
}

function isFillable({ components }: z.output<typeof listed>, body: z.output<typeof component>): boolean {
  const others = components.filter((one) => one !== body);
  const hasMedia = others.some(({ format = "TEXT" }) => format.toUpperCase() !== "TEXT");
  return !hasMedia && !/\{\{(?!1\}\})/.test(body.text ?? "") && !JSON.stringify(others).includes("{{");
}

import { z } from "zod";
import { CommandError } from "../../src/operator/command.ts";
import { noAnswer, parseAnswer } from "../../src/platform/no-answer.ts";
import type { Settings } from "./settings.ts";
import { type Step, shown } from "./step.ts";

/** The webhook of the WhatsApp number at 360dialog. */

const TIMEOUT_MS = 10_000;
const path = "/v1/configs/webhook";
/**
 * No document of theirs says whether headers are shown, nor what a number without a webhook answers: the address missing
 * or null, or a 404. A 404 because of a wrong DIALOG360_BASE_URL comes again with the POST.
 */
const webhook = z.object({
  url: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
});
type Webhook = z.output<typeof webhook>;

/**
 * What has to be done at 360dialog. It sends the header along with every webhook
 * (https://docs.360dialog.com/partner/messaging/sending-and-receiving-messages/receiving-messages-via-webhook).
 * @throws CommandError with cause and cure
 */
export async function planDialog360({ url, dialog360 }: Settings): Promise<Step> {
  const wanted = `${url}/webhooks/360dialog`;
  const now = await call(dialog360, "GET", webhook);
  const run = async () => {
    const Authorization = `Basic ${Buffer.from(`360dialog:${dialog360.secret}`).toString("base64")}`;
    await call(dialog360, "POST", z.unknown(), { url: wanted, headers: { Authorization } });
  };
  const service = "360dialog";
  if (!now.url) return { service, state: "create", text: `webhook ${wanted}`, run };
  if (now.url !== wanted) return { service, state: "change", text: `webhook ${shown(now.url)} becomes ${wanted}`, run };
  const authorization = authorizationOf(now);
  if (authorization === undefined) {
    return { service, state: "exists", text: `webhook ${wanted}; its header is not shown: --apply sets it again`, run };
  }
  if (isOurs(authorization, dialog360.secret)) return { service, state: "exists", text: `webhook ${wanted}` };
  const text = `webhook ${wanted}: its header does not carry DIALOG360_WEBHOOK_SECRET and will`;
  return { service, state: "change", text, run };
}

/** undefined: not shown. */
function authorizationOf({ headers }: Webhook): string | undefined {
  if (!headers) return undefined;
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
}

/** The service takes both forms (src/whatsapp/webhook.ts). */
function isOurs(authorization: string, secret: string): boolean {
  const basic = `Basic ${Buffer.from(`360dialog:${secret}`).toString("base64")}`;
  return authorization === basic || authorization === `Bearer ${secret}`;
}

async function call<T>(
  { baseUrl, apiKey }: Settings["dialog360"],
  method: "GET" | "POST",
  shape: z.ZodType<T>,
  body?: Record<string, unknown>,
): Promise<T> {
  const { status, text } = await exchange(`${baseUrl}${path}`, {
    method,
    headers: { "d360-api-key": apiKey, accept: "application/json", "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual", // the key goes nowhere else
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (status === 401 || status === 403) {
    throw new CommandError(
      `360dialog refuses the key (HTTP ${status}). Cure: check DIALOG360_API_KEY: it belongs to one number and environment`,
    );
  }
  const isNone = status === 404 && method === "GET";
  if ((status < 200 || status > 299) && !isNone) {
    throw new CommandError(
      `360dialog answers HTTP ${status} to ${method} ${path}. Cure: check DIALOG360_BASE_URL, or try again later`,
    );
  }
  const parsed = shape.safeParse(isNone ? {} : parseAnswer(text));
  if (parsed.success) return parsed.data;
  throw new CommandError(
    `360dialog's answer to ${method} ${path} is not the expected JSON. Cure: check DIALOG360_BASE_URL`,
  );
}

async function exchange(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const reason = init.signal?.aborted ? "in time" : `(${noAnswer(error).code})`;
    throw new CommandError(`360dialog does not answer ${reason}. Cure: check DIALOG360_BASE_URL, or try again later`);
  }
}

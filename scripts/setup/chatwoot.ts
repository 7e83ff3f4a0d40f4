import { z } from "zod";
import { type ChatwootClient, createChatwootClient } from "../../src/chatwoot/client.ts";
import { defineMissing, findMissing } from "../../src/chatwoot/setup.ts";
import { ProviderError } from "../../src/errors.ts";
import { CommandError } from "../../src/operator/command.ts";
import type { Settings } from "./settings.ts";
import { type Step, shown } from "./step.ts";

/**
 * What has to be there in Chatwoot (its Application API, https://developers.chatwoot.com/api-reference): an API inbox with
 * our webhook, an agent bot without one, the link between them, and the definitions of the attributes that we write.
 */

const INBOX_NAME = "WhatsApp";
const BOT_NAME = "Recruitment assistant";

const inboxShape = z.object({
  id: z.int(),
  name: z.string(),
  channel_type: z.string(),
  webhook_url: z.string().nullish(),
  /** Signs its webhooks. Shown to administrators, by Chatwoot 4.13 and later. */
  secret: z.string().min(1).nullish(),
});
const inboxList = z.object({ payload: z.array(inboxShape) });
const botShape = z.object({
  id: z.int(),
  name: z.string(),
  outgoing_url: z.string().nullish(),
  /** Of the whole installation. */
  system_bot: z.boolean().nullish(),
});
const botList = z.array(botShape);
/** Without a bot an empty object; the OpenAPI file shows the bot without the wrapper. */
const linkedBot = z.union([
  z.object({ agent_bot: botShape }).transform(({ agent_bot }) => agent_bot),
  botShape,
  z.union([z.strictObject({ agent_bot: z.null().optional() }), z.undefined()]).transform(() => undefined),
]);

type Inbox = z.output<typeof inboxShape>;
type Bot = z.output<typeof botShape>;

interface ChatwootPlan {
  steps: Step[];
  /** As they are now; undefined as long as there is none. */
  inbox: Inbox | undefined;
  bot: number | undefined;
}

/** @throws CommandError with cause and cure */
export async function planChatwoot({ url, chatwoot }: Settings): Promise<ChatwootPlan> {
  const client = createChatwootClient(chatwoot);
  const webhookUrl = `${url}/webhooks/chatwoot`;
  const { payload } = await explained(client.call("GET", "/inboxes", inboxList));
  const inbox = pickInbox(payload, chatwoot.inboxId, webhookUrl);
  const bots = await explained(client.call("GET", "/agent_bots", botList));
  const linked =
    inbox === undefined ? undefined : await explained(client.call("GET", `/inboxes/${inbox.id}/agent_bot`, linkedBot));
  const bot = pickBot(bots, chatwoot.botId, linked);
  // Ids that are not known before a step has made them.
  const made = { inbox: inbox?.id ?? 0, bot: bot?.id ?? 0 };
  const steps = [
    inboxStep(client, inbox, webhookUrl, made),
    botStep(client, bot, made),
    linkStep(client, linked, made),
    ...(await definitionSteps(client)),
  ];
  return { steps: steps.map(explainedStep), inbox, bot: bot?.id };
}

/**
 * The one that is named, the one with our webhook, or the one with our name: whatever an earlier run has left. One of our
 * name that tells somebody else is theirs until it is named: a changed webhook would take their messages away.
 */
function pickInbox(inboxes: Inbox[], id: number | undefined, webhookUrl: string): Inbox | undefined {
  const api = inboxes.filter(({ channel_type }) => channel_type === "Channel::Api");
  if (id !== undefined) {
    const named = api.find((inbox) => inbox.id === id);
    if (named !== undefined) return named;
    throw new CommandError(
      `The account has no API inbox ${id}. Cure: correct CHATWOOT_INBOX_ID, or leave it empty to have an inbox made`,
    );
  }
  const ours = api.filter(({ webhook_url }) => webhook_url === webhookUrl);
  const candidates = ours.length > 0 ? ours : api.filter(({ name }) => name === INBOX_NAME);
  const taken = candidates.find(({ webhook_url }) => webhook_url && webhook_url !== webhookUrl);
  if (taken?.webhook_url)
    throw new CommandError(
      `The API inbox ${taken.id} is named "${INBOX_NAME}", too, and has another webhook: ${shown(taken.webhook_url)}. Cure: set CHATWOOT_INBOX_ID=${taken.id} to use it, which replaces that webhook, or rename it in Chatwoot to have another one made`,
    );
  if (candidates.length < 2) return candidates[0];
  throw new CommandError(
    `The API inboxes ${candidates.map((inbox) => inbox.id).join(" and ")} could both be meant. Cure: set CHATWOOT_INBOX_ID to the one of this WhatsApp number`,
  );
}

function inboxStep(
  client: ChatwootClient,
  inbox: Inbox | undefined,
  webhookUrl: string,
  made: { inbox: number },
): Step {
  const service = "chatwoot";
  if (inbox === undefined) {
    const body = { name: INBOX_NAME, channel: { type: "api", webhook_url: webhookUrl } };
    const run = async () => {
      const { id } = await client.call("POST", "/inboxes", inboxShape, body);
      made.inbox = id;
    };
    return { service, state: "create", text: `API inbox "${INBOX_NAME}" with webhook ${webhookUrl}`, run };
  }
  const title = `API inbox ${inbox.id} ${JSON.stringify(inbox.name)}`;
  if (inbox.webhook_url === webhookUrl)
    return { service, state: "exists", text: `${title} with webhook ${webhookUrl}` };
  const before = inbox.webhook_url ? shown(inbox.webhook_url) : "none";
  const body = { channel: { webhook_url: webhookUrl } };
  const run = async () => void (await client.call("PATCH", `/inboxes/${inbox.id}`, inboxShape, body));
  return { service, state: "change", text: `${title}: webhook ${before} becomes ${webhookUrl}`, run };
}

/**
 * A bot with a webhook of its own would be told of every message as well, and Chatwoot would hand over when it fails. Of a
 * bot of the whole installation nobody sees where it posts.
 */
function pickBot(bots: Bot[], id: number | undefined, linked: Bot | undefined): Bot | undefined {
  if (id === undefined) {
    if (linked !== undefined && isSilent(linked)) return linked;
    return bots.find((bot) => bot.name === BOT_NAME && isSilent(bot));
  }
  const named = bots.find((bot) => bot.id === id);
  if (named === undefined)
    throw new CommandError(`The account has no agent bot ${id}. Cure: correct CHATWOOT_BOT_ID, or leave it empty`);
  if (isSilent(named)) return named;
  throw new CommandError(
    `Agent bot ${id} posts elsewhere and may answer, too. Cure: empty its webhook URL, or leave CHATWOOT_BOT_ID empty`,
  );
}

function isSilent(bot: Bot): boolean {
  return !bot.outgoing_url && bot.system_bot !== true;
}

function botStep(client: ChatwootClient, bot: Bot | undefined, made: { bot: number }): Step {
  const service = "chatwoot";
  if (bot !== undefined) return { service, state: "exists", text: `agent bot ${bot.id} ${JSON.stringify(bot.name)}` };
  const body = { name: BOT_NAME, bot_type: 0, bot_config: {} };
  const run = async () => {
    const { id } = await client.call("POST", "/agent_bots", botShape, body);
    made.bot = id;
  };
  return { service, state: "create", text: `agent bot "${BOT_NAME}" without a webhook`, run };
}

/** Any bot without a webhook does: it keeps Chatwoot from opening conversations by itself. */
function linkStep(client: ChatwootClient, linked: Bot | undefined, made: { inbox: number; bot: number }): Step {
  const service = "chatwoot";
  const run = async () => {
    await client.call("POST", `/inboxes/${made.inbox}/set_agent_bot`, z.unknown(), { agent_bot: made.bot });
  };
  if (linked === undefined) return { service, state: "create", text: "link of the agent bot to the inbox", run };
  if (isSilent(linked)) return { service, state: "exists", text: `link of agent bot ${linked.id} to the inbox` };
  const other = `agent bot ${linked.id}, which posts elsewhere and may answer, too`;
  return { service, state: "change", text: `link of the agent bot to the inbox in place of ${other}`, run };
}

async function definitionSteps(client: ChatwootClient): Promise<Step[]> {
  const steps: Step[] = [];
  for (const model of ["contact", "conversation"] as const) {
    const missing = await explained(findMissing(client, model));
    const keys = missing.map(({ attribute_key }) => attribute_key).join(", ");
    steps.push({
      service: "chatwoot",
      ...(missing.length === 0
        ? { state: "exists", text: `definitions of the ${model} attributes` }
        : {
            state: "create",
            text: `${missing.length} definitions of ${model} attributes: ${keys}`,
            run: () => defineMissing(client, model),
          }),
    });
  }
  return steps;
}

function explainedStep({ run, ...step }: Step): Step {
  return run === undefined ? step : { ...step, run: () => explained(run()) };
}

/** Cause and cure of what Chatwoot refuses. */
async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const [, cause, cure] = failures.find(([pattern]) => pattern.test(error.code)) ?? [];
    throw new CommandError(`Chatwoot ${cause ?? "does not answer"} (${error.code}). Cure: ${cure ?? checkAddress}`);
  }
}

const checkAddress = "check CHATWOOT_BASE_URL, and that Chatwoot runs";
const failures: [pattern: RegExp, cause: string, cure: string][] = [
  [
    /^http_40[13]$/,
    "refuses the token",
    "CHATWOOT_API_TOKEN must belong to an administrator of the account CHATWOOT_ACCOUNT_ID, not to a bot",
  ],
  [/^(http_404|not_found)$/, "knows nothing there", "check CHATWOOT_BASE_URL and CHATWOOT_ACCOUNT_ID"],
  [/^http_3/, "points elsewhere", "check CHATWOOT_BASE_URL: https, without a path"],
  [
    /^http_422$/,
    "does not take what was sent",
    "look at this setting in Chatwoot, and whether Chatwoot is 4.13 or later",
  ],
  [/^(http_429|http_5..)$/, "cannot do it now", "try again in a few minutes"],
  [/^unreadable_answer$/, "answers something else", "check CHATWOOT_BASE_URL"],
];

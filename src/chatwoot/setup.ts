import { z } from "zod";
import { ProviderError } from "../errors.ts";
import { decisions } from "../message.ts";
import { fields } from "../recruiting/fields.ts";
import { answeredWith, type ChatwootClient } from "./client.ts";

const inboxList = z.object({ payload: z.array(z.object({ id: z.int(), channel_type: z.string() })) });
/** Without a bot Chatwoot sends an empty object; its OpenAPI file shows the bot without the wrapper. */
const linkedBot = z
  .union([z.object({ agent_bot: z.object({ id: z.int() }) }), z.object({ id: z.int() })])
  .optional()
  .catch(undefined);
const definitionList = z.array(z.object({ attribute_key: z.string() }));

/** CustomAttributeDefinition of Chatwoot: the numbers of its enums. */
const attributeModel = { conversation: 0, contact: 1 } as const;
type AttributeModel = keyof typeof attributeModel;
const definitionsPath = "/custom_attribute_definitions";
const displayType = { text: 0, number: 1, date: 5, list: 6, checkbox: 7 } as const;

interface Definition {
  attribute_key: string;
  attribute_display_name: string;
  attribute_display_type: number;
  attribute_values?: readonly string[];
}

/** What has to be known or there before anything can be mirrored: asked for once, and again after a failure. */
export function createSetup(
  client: ChatwootClient,
  config: { inboxId?: number | undefined; botId?: number | undefined },
) {
  const inbox = once(async () => config.inboxId ?? (await findInbox(client)));
  const bot = once(async () => {
    // Also when another one signs: without a linked bot Chatwoot opens by itself what a candidate writes to again, which
    // would look like a recruiter who has taken over.
    const linked = await findBot(client, await inbox());
    return config.botId ?? linked;
  });
  return {
    /** The API inbox that stands for the WhatsApp number. */
    inbox,
    /** The agent bot in whose name we write. */
    bot,
    /** Makes sure that recruiters see the profile: values without a definition are stored but never shown. */
    defineProfile: once(() => defineMissing(client, "contact")),
    /** Likewise the application, and where they decide about it. */
    defineApplication: once(() => defineMissing(client, "conversation")),
  };
}

/** Of the attributes that we write to contacts (the profile) or conversations (the application), those without a definition. */
export async function findMissing(client: ChatwootClient, model: AttributeModel): Promise<Definition[]> {
  const wanted = model === "contact" ? profileDefinitions() : applicationDefinitions();
  const path = `${definitionsPath}?attribute_model=${attributeModel[model]}`;
  const defined = await existing(client.call("GET", path, definitionList));
  const keys = new Set(defined.map(({ attribute_key }) => attribute_key));
  return wanted.filter(({ attribute_key }) => !keys.has(attribute_key));
}

/** Defines what has no definition yet. */
export async function defineMissing(client: ChatwootClient, model: AttributeModel): Promise<void> {
  for (const definition of await findMissing(client, model)) {
    const body = { ...definition, attribute_model: attributeModel[model] };
    try {
      await existing(client.call("POST", definitionsPath, z.unknown(), body));
    } catch (error) {
      // Another process was quicker.
      if (!answeredWith(error, 422)) throw error;
    }
  }
}

/** The name under which a profile field is an attribute of the Chatwoot contact. */
export function attributeKey(field: string): string {
  return `candidate_${field}`;
}

async function findInbox(client: ChatwootClient): Promise<number> {
  const { payload } = await existing(client.call("GET", "/inboxes", inboxList));
  const [inbox, ...others] = payload.filter(({ channel_type }) => channel_type === "Channel::Api");
  if (inbox === undefined) throw new ProviderError("stop", "no_api_inbox");
  if (others.length > 0) throw new ProviderError("stop", "several_api_inboxes");
  return inbox.id;
}

async function findBot(client: ChatwootClient, inbox: number): Promise<number> {
  const answer = await existing(client.call("GET", `/inboxes/${inbox}/agent_bot`, linkedBot));
  if (answer === undefined) throw new ProviderError("stop", "no_agent_bot");
  return "agent_bot" in answer ? answer.agent_bot.id : answer.id;
}

function profileDefinitions(): Definition[] {
  return Object.entries(fields).map(([field, schema]) => ({
    attribute_key: attributeKey(field),
    attribute_display_name: displayName(field),
    attribute_display_type: displayTypeOf(schema),
  }));
}

function applicationDefinitions(): Definition[] {
  const texts = ["vacancy", "result", "missing", "application"].map((key) => ({
    attribute_key: key,
    attribute_display_name: displayName(key),
    attribute_display_type: displayType.text,
  }));
  const decision = { attribute_key: "decision", attribute_display_name: "Decision", attribute_values: decisions };
  return [...texts, { ...decision, attribute_display_type: displayType.list }];
}

/** Settings are not deleted like conversations: not found means a wrong account, inbox or address. */
async function existing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw answeredWith(error, 404) ? new ProviderError("stop", "not_found", { cause: error }) : error;
  }
}

function displayName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1).replaceAll("_", " ");
}

/** Enums are text as well: a list would hide every value that is not one of its own. */
function displayTypeOf(schema: z.ZodType): number {
  if (schema instanceof z.ZodNumber) return displayType.number;
  if (schema instanceof z.ZodBoolean) return displayType.checkbox;
  return schema instanceof z.ZodISODate ? displayType.date : displayType.text;
}

/** Remembers the result, but never a failure. Callers of the same moment share one try. */
function once<T>(find: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;

  async function tryFinding(): Promise<T> {
    try {
      return await find();
    } catch (error) {
      result = undefined;
      throw error;
    }
  }

  return () => {
    result ??= tryFinding();
    return result;
  };
}

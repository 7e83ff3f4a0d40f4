import { randomBytes } from "node:crypto";
import { attributeModels, createDefinition } from "./contacts.ts";
import {
  botSchema,
  type Call,
  definitionSchema,
  inboxChangesSchema,
  inboxSchema,
  linkBotSchema,
  parseBody,
} from "./requests.ts";
import type { Route } from "./routes.ts";
import { type Bot, type ChatwootState, findRecord, firstId, type Inbox } from "./state.ts";
import { botView, inboxView } from "./views.ts";

/** What an administrator sets up: inboxes, agent bots, definitions of attributes. */

export function settingsRoutes(state: ChatwootState): Route[] {
  return [...inboxRoutes(state), ...botRoutes(state), ...definitionRoutes(state)];
}

function inboxRoutes(state: ChatwootState): Route[] {
  const inboxOf = ({ params }: Call) => findRecord(state.inboxes, Number(params["inbox"]));
  return [
    {
      method: "GET",
      path: "/inboxes",
      answer: () => ({ payload: state.inboxes.map((inbox) => inboxView(inbox)) }),
    },
    {
      method: "POST",
      path: "/inboxes",
      answer(call) {
        const { name, channel } = parseBody(inboxSchema, call);
        const id = nextId(state.inboxes, firstId.inbox);
        const webhook_url = channel.webhook_url ?? null;
        const inbox: Inbox = {
          id,
          name,
          channel_type: "Channel::Api",
          agent_bot_id: null,
          webhook_url,
          secret: secret(),
        };
        state.inboxes.push(inbox);
        return inboxView(inbox);
      },
    },
    { method: "GET", path: "/inboxes/:inbox", answer: (call) => inboxView(inboxOf(call)) },
    {
      method: "PATCH",
      path: "/inboxes/:inbox",
      answer(call) {
        const inbox = inboxOf(call);
        const { name = inbox.name, channel } = parseBody(inboxChangesSchema, call);
        Object.assign(inbox, { name, webhook_url: channel?.webhook_url ?? inbox.webhook_url });
        return inboxView(inbox);
      },
    },
    {
      method: "GET",
      path: "/inboxes/:inbox/agent_bot",
      answer(call) {
        const { agent_bot_id } = inboxOf(call);
        // Without a bot the key is absent.
        return agent_bot_id === null ? {} : { agent_bot: botView(state, findRecord(state.bots, agent_bot_id)) };
      },
    },
    {
      method: "POST",
      path: "/inboxes/:inbox/set_agent_bot",
      answer(call) {
        const inbox = inboxOf(call);
        const { agent_bot: bot } = parseBody(linkBotSchema, call);
        inbox.agent_bot_id = bot === null ? null : findRecord(state.bots, bot).id;
      },
    },
  ];
}

function botRoutes(state: ChatwootState): Route[] {
  return [
    { method: "GET", path: "/agent_bots", answer: () => state.bots.map((bot) => botView(state, bot)) },
    {
      method: "POST",
      path: "/agent_bots",
      answer(call) {
        const { name, outgoing_url = null } = parseBody(botSchema, call);
        const bot: Bot = { id: nextId(state.bots, firstId.bot), name, outgoing_url, system_bot: false };
        state.bots.push(bot);
        // Shown to whoever makes it. This one opens nothing: the fake's only token is the administrator's.
        return { ...botView(state, bot), access_token: { token: secret() }, secret: secret() };
      },
    },
  ];
}

function definitionRoutes(state: ChatwootState): Route[] {
  const path = "/custom_attribute_definitions";
  return [
    {
      method: "GET",
      path,
      answer({ query }) {
        const { attribute_model: model } = query;
        return state.definitions.filter(
          ({ attribute_model }) =>
            !model || [attribute_model, String(attributeModels.indexOf(attribute_model))].includes(model),
        );
      },
    },
    { method: "POST", path, answer: (call) => createDefinition(state, parseBody(definitionSchema, call)) },
  ];
}

function nextId(records: { id: number }[], first: number): number {
  return Math.max(first - 1, ...records.map(({ id }) => id)) + 1;
}

/** As long as Chatwoot's own (has_secure_token). */
function secret(): string {
  return randomBytes(18).toString("base64url");
}

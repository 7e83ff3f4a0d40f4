import { expect, test } from "vitest";
import { fields } from "../../src/recruiting/fields.ts";
import { answer, hola, startMirror } from "./start-mirror.ts";

const second = (text: string) => ({ ...hola, text, source_id: `wamid.${text}` });
const profile = { name: null, email: null, attributes: { city: "Madrid" } };

test("inbox and bot are asked for once, however many conversations begin", async () => {
  const { send, effect, calls } = await startMirror();
  await Promise.all(
    [1, 2, 3].map((conversation) => {
      const contact = { wa_id: `3461100000${conversation}`, bsuid: null, name: null };
      return send(effect("outgoing", answer, { conversation, contact }));
    }),
  );
  await send(effect("incoming", second("later")));
  expect(calls("/inboxes")).toEqual(["GET /inboxes", "GET /inboxes/7/agent_bot"]);
});

test("inbox and bot can be given: the bot signs, whichever is linked", async () => {
  const { fake, send, effect, calls } = await startMirror({
    fake: { moreInboxes: [{ name: "Another number" }] },
    config: { inboxId: 8, botId: 31 },
  });
  fake.script([{ kind: "status", http: 200, body: { agent_bot: { id: 32 } }, matching: "/agent_bot" }]);
  await send(effect("outgoing", answer));
  expect(calls("/inboxes")).toEqual(["GET /inboxes/8/agent_bot"]);
  expect(fake.conversations).toMatchObject([{ inbox_id: 8, messages: [{ sender: { type: "agent_bot", id: 31 } }] }]);
});

test("a bot that is given but not linked is not enough", async () => {
  const { send, effect, messages } = await startMirror({ fake: { botLinked: false }, config: { botId: 31 } });
  const unconnected = { failure: "stop", code: "no_agent_bot" };
  await expect(send(effect("outgoing", answer))).rejects.toMatchObject(unconnected);
  expect(messages()).toEqual([]);
});

test("inboxes of other channels do not matter", async () => {
  const { fake, send, effect } = await startMirror({
    fake: { moreInboxes: [{ name: "Website", channelType: "Channel::WebWidget" }] },
  });
  await send(effect("incoming", hola));
  expect(fake.conversations).toMatchObject([{ inbox_id: fake.inboxId }]);
});

test("several API inboxes are for a person to choose from", async () => {
  const { fake, send, effect } = await startMirror({ fake: { moreInboxes: [{ name: "Another number" }] } });
  const several = { failure: "stop", code: "several_api_inboxes" };
  await expect(send(effect("incoming", hola))).rejects.toMatchObject(several);
  expect(fake.contacts).toEqual([]);
});

test.each([
  ["/inboxes", "no_api_inbox", { payload: [{ id: 1, channel_type: "Channel::Email" }] }],
  ["/agent_bot", "no_agent_bot", {}],
  ["/agent_bot", "no_agent_bot", { agent_bot: {} }],
  ["/agent_bot", "no_agent_bot", { agent_bot: null }],
  ["/agent_bot", "no_agent_bot", ""],
])("%s: %s, and after that has been put right it is asked for again", async (matching, code, body) => {
  const { fake, send, effect, messages } = await startMirror();
  fake.script([{ kind: "status", http: 200, body, matching }]);
  const first = effect("outgoing", answer);
  await expect(send(first)).rejects.toMatchObject({ failure: "stop", code });
  await send(effect("outgoing", answer));
  expect(messages()).toHaveLength(1);
});

test("the bot may come without a wrapper, as in Chatwoot's OpenAPI file", async () => {
  const { fake, send, effect, messages } = await startMirror();
  fake.script([{ kind: "status", http: 200, body: { id: fake.botId, name: "Bot" }, matching: "/agent_bot" }]);
  await send(effect("outgoing", answer));
  expect(messages()).toMatchObject([{ sender: { type: "agent_bot" } }]);
});

test("what the candidate wrote needs no bot", async () => {
  const { send, effect, messages } = await startMirror({ fake: { botLinked: false } });
  await send(effect("incoming", hola));
  expect(messages()).toHaveLength(1);
});

test("a wrong inbox is a mistake of ours, not a deleted conversation", async () => {
  const { send, effect, links } = await startMirror({ config: { inboxId: 99 } });
  const linked = { chatwoot: { contact: 101, conversation: 1 } };
  await expect(send(effect("outgoing", answer, linked))).rejects.toMatchObject({ failure: "stop", code: "not_found" });
  expect(links.size).toBe(0);
});

test("the first profile defines all fields for contacts, readable and with their types; the next one nothing", async () => {
  const { fake, send, effect, calls } = await startMirror();
  await send(effect("incoming", hola));
  expect(calls("custom_attribute_definitions")).toEqual([]);
  await send(effect("profile", profile));
  const definitions = fake.customAttributeDefinitions;
  expect(definitions.map(({ attribute_key }) => attribute_key)).toEqual(
    Object.keys(fields).map((field) => `candidate_${field}`),
  );
  expect(new Set(definitions.map(({ attribute_model }) => attribute_model))).toEqual(new Set(["contact_attribute"]));
  const shown = definitions.map((one) => [one.attribute_display_name, one.attribute_display_type]);
  expect(shown).toContainEqual(["City", "text"]);
  expect(shown).toContainEqual(["Experience years", "number"]);
  expect(shown).toContainEqual(["Work permit", "checkbox"]);
  expect(shown).toContainEqual(["Available from", "date"]);
  expect(shown).toContainEqual(["Hours", "text"]);
  const before = calls("custom_attribute_definitions").length;
  await send(effect("profile", profile));
  expect(calls("custom_attribute_definitions")).toHaveLength(before);
});

test("another process defines only what is missing", async () => {
  const { fake, send, effect, calls, config } = await startMirror();
  await send(effect("profile", profile));
  fake.customAttributeDefinitions.splice(3, 2);
  const other = await startMirror({ config: { baseUrl: config.baseUrl } });
  const before = calls("POST /custom_attribute_definitions").length;
  await other.send(other.effect("profile", profile));
  expect(calls("POST /custom_attribute_definitions")).toHaveLength(before + 2);
});

test("a definition that somebody else made meanwhile is fine", async () => {
  const { fake, send, effect } = await startMirror();
  const body = { message: "Attribute key has already been taken", attributes: ["attribute_key"] };
  fake.script([{ kind: "status", http: 422, body, matching: "POST /custom_attribute_definitions" }]);
  await send(effect("profile", profile));
  expect(fake.customAttributeDefinitions).toHaveLength(Object.keys(fields).length - 1);
  expect(fake.contacts).toMatchObject([{ custom_attributes: { candidate_city: "Madrid" } }]);
});

test("definitions that could not be made are made with the next attempt", async () => {
  const { fake, send, effect } = await startMirror();
  fake.script([{ kind: "status", http: 503, body: "", matching: "POST /custom_attribute_definitions" }]);
  await expect(send(effect("profile", profile))).rejects.toMatchObject({ failure: "retry", code: "http_503" });
  await send(effect("profile", profile));
  expect(fake.customAttributeDefinitions).toHaveLength(Object.keys(fields).length);
});

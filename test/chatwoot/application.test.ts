import { expect, test } from "vitest";
import { answer, callApi, hola, startMirror } from "./start-mirror.ts";

const applied = { vacancy: "Waiter, Lisbon", result: "incomplete", missing: "Languages", application: "5" };

test("the application stands beside the conversation, and what others keep there stays", async () => {
  const { fake, config, send, effect } = await startMirror();
  await send(effect("incoming", hola));
  await callApi(config, "/conversations/1/custom_attributes", {
    custom_attributes: { source: "fair", decision: "hold", result: "old" },
  });
  expect(await send(effect("application", { attributes: applied }))).toBeUndefined();
  expect(fake.conversations[0]?.custom_attributes).toEqual({ source: "fair", decision: "hold", ...applied });
});

test("a decision stays with its application: the next one begins undecided", async () => {
  const { fake, send, effect } = await startMirror();
  await send(effect("application", { attributes: applied }));
  fake.decide(1, "reject");
  await send(effect("application", { attributes: { ...applied, result: "qualified" } }));
  await send(effect("application", { attributes: { missing: "" } }));
  expect(fake.conversations[0]?.custom_attributes).toMatchObject({ result: "qualified", decision: "reject" });
  await send(effect("application", { attributes: { ...applied, application: "6" } }));
  expect(fake.conversations[0]?.custom_attributes).toEqual({ ...applied, application: "6" });
});

test("the first application defines its attributes for conversations, with a list to decide from; the next one nothing", async () => {
  const { fake, send, effect, calls } = await startMirror();
  await send(effect("outgoing", answer));
  expect(calls("custom_attribute_definitions")).toEqual([]);
  await send(effect("application", { attributes: applied }));
  const definitions = fake.customAttributeDefinitions;
  expect(definitions.map((one) => [one.attribute_key, one.attribute_display_type])).toEqual([
    ["vacancy", "text"],
    ["result", "text"],
    ["missing", "text"],
    ["application", "text"],
    ["decision", "list"],
  ]);
  expect(definitions.at(-1)?.attribute_values).toEqual(["proceed", "reject", "hold"]);
  expect(new Set(definitions.map((one) => one.attribute_model))).toEqual(new Set(["conversation_attribute"]));
  const before = calls("custom_attribute_definitions").length;
  await send(effect("application", { attributes: applied }));
  expect(calls("custom_attribute_definitions")).toHaveLength(before);
});

test("definitions of contacts do not stand in for those of conversations", async () => {
  const { fake, config, send, effect } = await startMirror();
  await callApi(config, "/custom_attribute_definitions", {
    attribute_display_name: "Decision",
    attribute_key: "decision",
    attribute_model: 1,
  });
  await send(effect("application", { attributes: applied }));
  expect(fake.customAttributeDefinitions).toHaveLength(6);
});

test("attributes that make no sense are not sent", async () => {
  const { fake, send, effect } = await startMirror();
  const bad = effect("application", { attributes: { result: 5 } });
  await expect(send(bad)).rejects.toMatchObject({ failure: "fix", code: "bad_effect" });
  expect(fake.requests).toEqual([]);
});

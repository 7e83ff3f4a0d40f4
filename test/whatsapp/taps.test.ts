import { describe, expect, test } from "vitest";
import { batchBody, tapBody, textBody } from "../../sandbox/webhook-body.ts";
import type { ProviderEvent } from "../../src/message.ts";
import { createInspect } from "../../src/whatsapp/drift.ts";
import { maskBody } from "../../src/whatsapp/mask.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { expectStorable } from "./expect-storable.ts";

const option = { id: "option:0", title: "Sí" };
const tap = { wamid: "wamid.1", id: "wamid.2", type: "button", option } as const;
const head = { id: "wamid.2", from: "34611000001" };
const buttonReply = (button_reply: unknown) => ({
  type: "interactive",
  interactive: { type: "button_reply", button_reply },
});
const listReply = (list_reply: unknown) => ({ type: "interactive", interactive: { type: "list_reply", list_reply } });

describe("what was tapped is said", () => {
  test.each<[string, object, string]>([
    ["by a button", buttonReply({ id: "x", title: "Sí" }), "Sí"],
    ["by a button without an id", buttonReply({ title: "Sí" }), "Sí"],
    ["by a button with dots, as they stand", buttonReply({ title: "Camarera de pisos d…" }), "Camarera de pisos d…"],
    ["by a row", listReply({ title: "Cocina – Sevilla" }), "Cocina – Sevilla"],
    ["by a row and what goes on below", listReply({ title: "Cocina –", description: "Sevilla" }), "Cocina – Sevilla"],
    [
      "by a row of one word",
      listReply({ title: "Nachtschichtle…", description: "Nachtschichtleitung" }),
      "Nachtschichtleitung",
    ],
    ["by a row with an empty description", listReply({ title: "Cocina…", description: "" }), "Cocina…"],
    ["by a row with a description that is none", listReply({ title: "Cocina", description: 7 }), "Cocina"],
    ["by the button of a template", { type: "button", button: { payload: "p", text: "Allí estaré" } }, "Allí estaré"],
  ])("%s", (_name, content, text) => {
    const events = parse({ messages: [{ ...head, ...content }] });
    expect(events).toMatchObject([{ message: { kind: "text", text, providerId: "wamid.2" } }]);
    expectStorable(events);
  });

  test("without what Postgres refuses", () => {
    const [bad, good] = ["a\0\uD800", "a\uFFFD\uFFFD"];
    const events = parse({ messages: [{ ...head, ...listReply({ title: bad, description: bad }) }] });
    expect(events).toMatchObject([{ message: { text: `${good} ${good}` } }]);
    expectStorable(events);
  });
});

describe("parked, under its own name", () => {
  test.each<[string, object]>([
    ["message.interactive", { type: "interactive" }],
    ["message.interactive", { type: "interactive", interactive: null }],
    ["message.interactive", { type: "interactive", interactive: { type: "call_permission_reply" } }],
    ["message.interactive", { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { body: "Sent" } } }],
    ["message.interactive", { type: "interactive", interactive: { button_reply: option } }],
    ["message.interactive", { type: "interactive", interactive: { type: "list_reply", button_reply: option } }],
    ["message.interactive", buttonReply({ id: "x" })],
    ["message.interactive", buttonReply({ title: "" })],
    ["message.interactive", listReply({ title: 7, description: "Sevilla" })],
    ["message.button", { type: "button" }],
    ["message.button", { type: "button", button: { payload: "p" } }],
    ["message.button", { type: "button", button: { text: "" } }],
    // A part of another type says nothing.
    ["message.image", { type: "image", interactive: { type: "button_reply", button_reply: option } }],
    ["message.image", { type: "image", button: { text: "Sí" } }],
    ["message.image", { type: "image", text: { body: "Sí" } }],
    ["message.malformed", { type: "text", button: { text: "Sí" } }],
    ["message.malformed", { ...buttonReply(option), from: undefined }],
    ["message.group", { ...buttonReply(option), group_id: "g" }],
  ])("%s: %j", (kind, content) => {
    const events = parse({ messages: [{ ...head, ...content }] });
    expect(events).toMatchObject([{ kind }]);
    expect(events[0]?.message).toBeUndefined();
    expectStorable(events);
  });

  test("message.other_number: it is not ours to answer", () => {
    const [event] = parse(tapBody(tap), "1");
    expect(event).toMatchObject({ kind: "message.other_number" });
    expect(event?.message).toBeUndefined();
  });
});

describe("once: the key", () => {
  test("is the id of the tap, not what it answers or says", () => {
    const [first] = parse(tapBody(tap));
    const again = tapBody({ ...tap, wamid: "wamid.9", option: { ...option, title: "No" }, at: new Date(0) });
    expect(parse(again)[0]?.key).toBe(first?.key);
    expect(parse(tapBody({ ...tap, id: "wamid.3" }))[0]?.key).not.toBe(first?.key);
  });

  test("is told apart from the message that it answers", () => {
    const both = parse(batchBody([textBody({ text: "Hola", id: "wamid.1" }), tapBody(tap)], "messages"));
    expect(both.map(({ kind }) => kind)).toEqual(["message.text", "message.interactive"]);
    expect(new Set(both.map(({ key }) => key)).size).toBe(2);
  });
});

test("nothing of a tap is new to the radar", () => {
  const paths: string[] = [];
  const inspect = createInspect((path) => paths.push(path));
  parseWebhook(Buffer.from(JSON.stringify(tapBody(tap))), undefined, inspect);
  const button = { ...head, type: "button", button: { payload: "p", text: "Sí" } };
  parseWebhook(Buffer.from(JSON.stringify({ messages: [button] })), undefined, inspect);
  expect(paths).toEqual([]);
});

test("a mask leaves of a tap its type and nothing that was said", () => {
  const said = { id: "option:2", title: "Cocina en Triana", description: "Sevilla" };
  const masked = maskBody(JSON.stringify(tapBody({ ...tap, type: "list", option: said })));
  expect(masked).toContain('"list_reply"');
  expect(parse(JSON.parse(masked))).toMatchObject([
    { kind: "message.interactive", message: { text: "Xxxxxx xx Xxxxxx Xxxxxxx" } },
  ]);
});

function parse(body: unknown, phoneNumberId?: string): ProviderEvent[] {
  return parseWebhook(Buffer.from(JSON.stringify(body)), phoneNumberId);
}

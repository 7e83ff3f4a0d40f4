import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { batchBody, statusBody, textBody } from "../../sandbox/webhook-body.ts";
import { RequestError } from "../../src/errors.ts";
import type { ProviderEvent } from "../../src/message.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { expectStorable } from "./expect-storable.ts";

const anything: unknown = expect.anything();
const own = new URL("../fixtures/whatsapp/", import.meta.url);
/** Bodies of many products and years, next to the repository where they are at hand. */
const collected = new URL("../../../shared/fixtures/whatsapp/", import.meta.url);

const sentAt = "2025-11-20T12:00:00.000Z";
const lucia = { waId: "34611000001", name: "Lucía" };
const status = (id: string, which: string, at: string, more: object) => ({
  kind: `status.${which}`,
  status: { providerId: `wamid.HBgL${id}==`, status: which, at, ...more },
});
const text = (id: string, from: object, said: string, kind = "text") => ({
  kind: `message.${kind}`,
  message: { kind: "text", providerId: `wamid.HBgL${id}==`, from, text: said, sentAt },
});

const cases: [string, object[]][] = [
  ["text", [text("AA01", lucia, "Hola, busco trabajo")]],
  [
    "text-phone-and-bsuid",
    [text("AA02", { ...lucia, bsuid: "ES.90010001", parentBsuid: "ES.ENT.70010001" }, "¿Sigue libre el puesto?")],
  ],
  ["text-username", [text("AA03", { bsuid: "ES.90010002", name: "Marta" }, "Buenas")]],
  ["text-bsuid-in-from", [text("AA04", { bsuid: "MA.90010003", name: "Omar" }, "Salam")]],
  [
    "two-messages",
    [
      text("AB01", { ...lucia, bsuid: "ES.90010001" }, "uno"),
      text("AB02", { bsuid: "MA.90010003", name: "Omar" }, "dos"),
    ],
  ],
  [
    "two-changes",
    [
      text("AC01", lucia, "sí"),
      status("AC02", "delivered", "2025-11-20T12:00:10.000Z", { callback: "effect:41" }),
      { kind: "smb_app_state_sync" },
    ],
  ],
  ["two-entries", [text("AD01", lucia, "primero"), text("AD02", { waId: "34611000002", name: "Marta" }, "segundo")]],
  ["status-sent", [status("AE01", "sent", "2025-11-20T12:00:10.000Z", { callback: "effect:42" })]],
  ["status-delivered", [status("AE01", "delivered", "2025-11-20T12:00:11.000Z", { callback: "effect:42" })]],
  ["status-read", [status("AE01", "read", "2025-11-20T12:00:12.000Z", {})]],
  [
    "status-failed",
    [status("AE02", "failed", "2025-11-20T12:00:10.000Z", { callback: "effect:43", errorCode: "131047" })],
  ],
  ["image", [{ kind: "message.image" }]],
  ["button-reply", [text("AF11", lucia, "Sí", "interactive")]],
  [
    "list-reply",
    [text("AF12", { bsuid: "ES.90010002", name: "Marta" }, "Camarera de pisos de madrugada – Sevilla", "interactive")],
  ],
  ["list-reply-short", [text("AF13", lucia, "Cocina – Sevilla", "interactive")]],
  ["template-button", [text("AF14", lucia, "Allí estaré", "button")]],
  ["flow-reply", [{ kind: "message.interactive" }]],
  ["reaction", [{ kind: "message.reaction" }]],
  ["group", [{ kind: "message.group" }]],
  ["unknown-type", [{ kind: "message.hologram" }]],
  ["system", [{ kind: "message.system" }]],
  [
    "bare-value",
    [{ kind: "message.text", message: { ...message("desde el sandbox"), providerId: "ABGGFlA5FpafAgo6tHcNmNjXmuSf" } }],
  ],
  ["partner", [{ kind: "partner.history" }]],
  ["echo", [{ kind: "smb_message_echoes" }]],
  ["history", [{ kind: "history" }]],
  ["template-status", [{ kind: "message_template_status_update" }]],
];

test.each(cases)("%s.json", (file, expected) => {
  const events = parseWebhook(readFileSync(new URL(`${file}.json`, own)), "500600700800900");
  expect(events.map(({ key: _key, source: _source, ...understood }) => understood)).toEqual(expected);
  expectStorable(events);
});

test("every fixture has a case", () => {
  expect(readdirSync(own).sort()).toEqual(cases.map(([file]) => `${file}.json`).sort());
});

describe.runIf(existsSync(collected))("collected fixtures", () => {
  const files = existsSync(collected) ? readdirSync(collected).filter((file) => file.endsWith(".json")) : [];
  test.each(files)("%s", (file) => {
    const raw = readFileSync(new URL(file, collected), "utf8");
    const events = parseWebhook(Buffer.from(raw));
    expectStorable(events);
    // None of these bodies is beyond us, and every text and tap in them reaches the candidate's conversation.
    expect(events.map(({ kind }) => kind)).not.toContain("unknown");
    const texts =
      raw.includes("message_echoes") || raw.includes('"edit"')
        ? []
        : raw.match(/"type": *"(text|button|button_reply|list_reply)"/g);
    expect(events.filter(({ message }) => message !== undefined)).toHaveLength(texts?.length ?? 0);
  });
});

describe("once: the key", () => {
  const hola = { text: "Hola", id: "wamid.1" };
  const sent = { wamid: "wamid.1", status: "sent", recipient: "34611000001" } as const;

  test.each([
    ["the same message with another name and time", textBody(hola), textBody({ ...hola, name: "X", at: new Date(0) })],
    ["the same status with another time", statusBody(sent), statusBody({ ...sent, at: new Date(0) })],
    ["the same body that is not understood", { a: 1 }, { a: 1 }],
  ])("is the same for %s", (_name, first, second) => {
    expect(keysOf(first)).toEqual(keysOf(second));
  });

  test.each([
    ["another message", textBody(hola), textBody({ ...hola, id: "wamid.2" })],
    ["the same id at another number", textBody(hola), textBody({ ...hola, phoneNumberId: "1" })],
    ["another status of the message", statusBody(sent), statusBody({ ...sent, status: "read" })],
    ["a message and its status", textBody(hola), statusBody(sent)],
    ["another body that is not understood", { a: 1 }, { a: 2 }],
    ["an account event of another time", account(1763640000), account(1763640001)],
    [
      "an event of a partner and a message",
      textBody(hola),
      { id: '["message","106540352242922","wamid.1"]', event: "x", data: {} },
    ],
  ])("differs for %s", (_name, first, second) => {
    expect(keysOf(first)).not.toEqual(keysOf(second));
  });

  test("a batch has the keys of its parts, in their order", () => {
    const parts = ["c", "a", "b"].map((id) => textBody({ text: id, id: `wamid.${id}` }));
    for (const together of ["entries", "changes", "messages"] as const) {
      expect(keysOf(batchBody(parts, together))).toEqual(parts.flatMap(keysOf));
    }
  });
});

describe("another number of the account", () => {
  const mine = "106540352242922";

  test("its messages and statuses are parked", () => {
    expect(parse(textBody({ text: "Hola", phoneNumberId: "1" }), mine)).toMatchObject([
      { kind: "message.other_number" },
    ]);
    const foreign = statusBody({ wamid: "wamid.1", status: "read", recipient: "34611000001", callback: "effect:1" });
    const [parked] = parse(foreign, "another");
    expect(parked).toMatchObject({ kind: "status.other_number" });
    expect(parked?.status).toBeUndefined();
  });

  test("is nobody's business when no number is configured, and cannot be told from a body without one", () => {
    expect(parse(textBody({ text: "Hola", phoneNumberId: "1" }))).toMatchObject([{ message: { text: "Hola" } }]);
    const bare = { messages: [{ from: "34611000001", id: "1", type: "text", text: { body: "Hola" } }] };
    expect(parse(bare, mine)).toMatchObject([{ message: { text: "Hola" } }]);
  });
});

describe("who wrote", () => {
  const hola = { id: "wamid.1", type: "text", text: { body: "Hola" } };
  const other = { profile: { name: "Otra" }, wa_id: "34611000002", user_id: "ES.2" };

  test.each<[string, object, object[], object]>([
    ["a message without contacts", { from: "34611000001" }, [], { waId: "34611000001" }],
    ["contacts of other people only", { from: "34611000001" }, [other], { waId: "34611000001" }],
    [
      "a contact with an empty number",
      { from: "34611000001" },
      [{ wa_id: "", user_id: "ES.9" }],
      { waId: "34611000001" },
    ],
    ["an empty from", { from: "", from_user_id: "ES.1" }, [{ wa_id: "", user_id: "ES.9" }], { bsuid: "ES.1" }],
    [
      "the user id before the number",
      { from: "34611000002", from_user_id: "ES.1" },
      [other, { user_id: "ES.1" }],
      { bsuid: "ES.1", waId: "34611000002" },
    ],
    ["a contact without a profile", { from: "34611000001" }, [{ wa_id: "34611000001" }], { waId: "34611000001" }],
    [
      "a parent named by the message",
      { from_user_id: "ES.1", from_parent_user_id: "ES.ENT.1" },
      [],
      { bsuid: "ES.1", parentBsuid: "ES.ENT.1" },
    ],
    [
      "a parent named by the contact",
      { from_user_id: "ES.1" },
      [{ user_id: "ES.1", parent_user_id: "ES.ENT.1" }],
      { bsuid: "ES.1", parentBsuid: "ES.ENT.1" },
    ],
    ["broken contacts", { from: "34611000001" }, [{ wa_id: 1, profile: 2 }, []], { waId: "34611000001" }],
  ])("%s", (_name, sender, contacts, expected) => {
    const [event] = parse({ contacts, messages: [{ ...hola, ...sender }] });
    expect(event?.message?.from).toEqual(expected);
  });

  test.each<[string, object]>([
    ["nobody", {}],
    ["a number that is none", { from: "+34 611" }],
    ["a number of 10 000 digits", { from: "3".repeat(10_000) }],
    ["a user id that is none", { from_user_id: "es.1" }],
    ["an object", { from: { wa_id: "34611000001" } }],
  ])("%s: parked", (_name, sender) => {
    const [event] = parse({ messages: [{ ...hola, ...sender }] });
    expect(event).toMatchObject({ kind: "message.malformed", key: anything });
    expect(event?.message).toBeUndefined();
  });

  test.each([["a group"], [""], [7], [{}]])("a group named %j is never answered", (group_id) => {
    expect(parse({ messages: [{ ...hola, from: "34611000001", group_id }] })).toMatchObject([
      { kind: "message.group" },
    ]);
  });
});

test.each([
  ["", "{"],
  ["nothing", ""],
  ["blank", " \n"],
  ["text", "hola"],
  ["a number that JSON has not", "NaN"],
  ["a raw line break", '"\n"'],
  ["deep and never closed", "[".repeat(5_000)],
  ["two values", "{}{}"],
])("what is not JSON is refused: %s", (_name, body) => {
  expect(() => parseWebhook(Buffer.from(body))).toThrow(
    expect.objectContaining({ name: "RequestError", status: 400, code: "malformed_json" }),
  );
  expect(() => parseWebhook(Buffer.from(body))).toThrow(RequestError);
});

function message(said: string) {
  return { kind: "text", from: lucia, text: said, sentAt };
}

function account(time: number) {
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "1", time, changes: [{ field: "security", value: {} }] }],
  };
}

function parse(body: unknown, phoneNumberId?: string): ProviderEvent[] {
  return parseWebhook(Buffer.from(JSON.stringify(body)), phoneNumberId);
}

function keysOf(body: unknown): string[] {
  return parse(body).map(({ key }) => key);
}

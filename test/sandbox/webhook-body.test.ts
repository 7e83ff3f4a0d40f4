import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { batchBody, curlCommand, newWamid, statusBody, tapBody, textBody } from "../../sandbox/webhook-body.ts";

const digits: unknown = expect.stringMatching(/^\d+$/);
const at = new Date("2026-11-20T10:00:00.900Z");

test("a text has the envelope, metadata and message of the Cloud API", () => {
  const body = textBody({ waId: "34600111222", name: "Lucía", text: "Hola", id: "wamid.1", at, phoneNumberId: "42" });
  expect(body).toEqual({
    object: "whatsapp_business_account",
    entry: [
      {
        id: digits,
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: digits, phone_number_id: "42" },
              contacts: [{ profile: { name: "Lucía" }, wa_id: "34600111222" }],
              messages: [
                { from: "34600111222", id: "wamid.1", timestamp: "1795168800", text: { body: "Hola" }, type: "text" },
              ],
            },
          },
        ],
      },
    ],
  });
});

test("a person with only a BSUID has no phone number anywhere", () => {
  const value = firstValue(textBody({ bsuid: "ES.1349120865", text: "Hola" }));
  expect(value.contacts).toStrictEqual([{ user_id: "ES.1349120865" }]);
  expect(value.messages?.[0]).toMatchObject({ from_user_id: "ES.1349120865" });
  expect(value.messages?.[0]).not.toHaveProperty("from");
});

test("a person with both has both, in the contact and in the message", () => {
  const value = firstValue(textBody({ bsuid: "ES.1", waId: "34600111222", text: "Hola" }));
  expect(value.contacts).toStrictEqual([{ wa_id: "34600111222", user_id: "ES.1" }]);
  expect(value.messages?.[0]).toMatchObject({ from: "34600111222", from_user_id: "ES.1" });
});

test.each([
  ["button", { id: "option:0", title: "Sí" }, { type: "button_reply", button_reply: { id: "option:0", title: "Sí" } }],
  [
    "list",
    { id: "option:3", title: "Camarera de pisos", description: "– Sevilla" },
    { type: "list_reply", list_reply: { id: "option:3", title: "Camarera de pisos", description: "– Sevilla" } },
  ],
  ["list", { id: "option:1", title: "Sala" }, { type: "list_reply", list_reply: { id: "option:1", title: "Sala" } }],
] as const)("a tap on a %s names the message and the option", (type, option, interactive) => {
  const body = tapBody({ waId: "34600111222", name: "Lucía", id: "wamid.2", at, wamid: "wamid.1", type, option });
  expect(firstValue(body).contacts).toStrictEqual([{ profile: { name: "Lucía" }, wa_id: "34600111222" }]);
  expect(firstValue(body).messages).toStrictEqual([
    {
      from: "34600111222",
      id: "wamid.2",
      timestamp: "1795168800",
      context: { from: digits, id: "wamid.1" },
      interactive,
      type: "interactive",
    },
  ]);
});

test("two texts built alike are two messages", () => {
  const [first, second] = [textBody({ text: "Hola" }), textBody({ text: "Hola" })];
  expect(firstValue(first).messages?.[0]?.id).not.toBe(firstValue(second).messages?.[0]?.id);
  expect(newWamid()).toMatch(/^wamid\.[A-Za-z0-9+/=]+$/);
});

test("a status echoes the callback and names a phone recipient", () => {
  const body = statusBody({ wamid: "wamid.1", status: "sent", recipient: "34600111222", callback: "effect:7", at });
  expect(firstValue(body).statuses).toStrictEqual([
    {
      id: "wamid.1",
      status: "sent",
      timestamp: "1795168800",
      recipient_id: "34600111222",
      biz_opaque_callback_data: "effect:7",
      pricing: { billable: false, pricing_model: "PMP", type: "free_customer_service", category: "service" },
    },
  ]);
});

test("a status for a BSUID has no phone recipient, and read has no price", () => {
  const body = statusBody({ wamid: "wamid.1", status: "read", recipient: "ES.ENT.1", at });
  expect(firstValue(body).statuses).toStrictEqual([
    { id: "wamid.1", status: "read", timestamp: "1795168800", recipient_user_id: "ES.ENT.1" },
  ]);
});

test("a failed status carries Meta's error", () => {
  const error = { code: 131047, title: "Re-engagement message", details: "More than 24 hours have passed" };
  const body = statusBody({ wamid: "wamid.1", status: "failed", recipient: "34600111222", error });
  expect(firstValue(body).statuses?.[0]).toMatchObject({
    errors: [
      {
        code: 131047,
        title: "Re-engagement message",
        message: "Re-engagement message",
        error_data: { details: "More than 24 hours have passed" },
      },
    ],
  });
});

test("a batch keeps every part at the level that was asked for", () => {
  const ana = { waId: "34600000010", name: "Ana" };
  const bodies = [
    textBody({ ...ana, text: "uno", id: "wamid.1" }),
    textBody({ ...ana, text: "dos", id: "wamid.2" }),
    statusBody({ wamid: "wamid.3", status: "read", recipient: "34600000011" }),
  ];
  const entries = batchBody(bodies, "entries").entry;
  expect(entries.map((entry) => entry.changes.length)).toStrictEqual([1, 1, 1]);

  const changes = batchBody(bodies, "changes").entry;
  expect(changes.map((entry) => entry.changes.length)).toStrictEqual([3]);

  const merged = batchBody(bodies, "messages");
  expect(merged.entry.map((entry) => entry.changes.length)).toStrictEqual([1]);
  expect(firstValue(merged).contacts).toStrictEqual([{ profile: { name: "Ana" }, wa_id: "34600000010" }]);
  expect(firstValue(merged).messages?.map((message) => message.id)).toStrictEqual(["wamid.1", "wamid.2"]);
  expect(firstValue(merged).statuses?.map((status) => status.id)).toStrictEqual(["wamid.3"]);
});

test("an empty batch is refused: the provider never sends one", () => {
  expect(() => batchBody([])).toThrow("at least one");
});

test("the printed command survives the shell: words intact, a new id and the present time with each paste", async () => {
  const webhook = { url: "http://127.0.0.1:8000/webhooks/360dialog", secret: "the-secret" };
  const words = { waId: "34600111222", name: 'D\'Arc "ID"', text: "It's $HOME, `date` and \\ ñ" };
  const command = curlCommand(webhook, words);
  const [first, second] = [await argumentsOf(command), await argumentsOf(command)];
  expect(first.slice(0, -1)).toStrictEqual([
    "-i",
    webhook.url,
    "-H",
    "authorization: Bearer the-secret",
    "-H",
    "content-type: application/json",
    "--data",
  ]);
  const { id, timestamp } = firstMessage(first.at(-1));
  expect(JSON.parse(first.at(-1) ?? "")).toStrictEqual(textBody({ ...words, id, at: new Date(1_795_168_800_000) }));
  expect(timestamp).toBe("1795168800");
  expect(id).toMatch(/^wamid\.[0-9a-f]{24}$/);
  expect(id).not.toBe(firstMessage(second.at(-1)).id);
});

/** What a shell, whose clock stands still, hands to curl. */
async function argumentsOf(command: string): Promise<string[]> {
  const stubs = `curl() { printf '%s\\0' "$@"; }\ndate() { echo 1795168800; }\n`;
  const { stdout } = await promisify(execFile)("sh", ["-c", stubs + command]);
  return stdout.split("\0").slice(0, -1);
}

function firstMessage(body = "") {
  const [, id = "", timestamp = ""] = /"id":"(wamid[^"]*)","timestamp":"(\d+)"/.exec(body) ?? [];
  return { id, timestamp };
}

function firstValue(body: ReturnType<typeof textBody>) {
  const value = body.entry[0]?.changes[0]?.value;
  if (value === undefined) throw new Error("the body has no change");
  return value;
}

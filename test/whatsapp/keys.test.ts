import { describe, expect, test } from "vitest";
import type { ProviderEvent } from "../../src/message.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";

/** What makes an event once, object by object (deduplication keys of the provider's documentation). */

const account = { id: "700800900100200", time: 1763640000 };
const metadata = { display_phone_number: "34955000111", phone_number_id: "500600700800900" };
const echo = { from: "34955000111", to: "34611000001", id: "wamid.e1", timestamp: "1763640000", type: "text" };
const edit = { from: "34611000001", id: "wamid.2", timestamp: "1763640000", type: "edit" };

function parse(field: string, value: object, entry: object = account, change: object = {}): ProviderEvent[] {
  const changes = [{ field, value, ...change }];
  return parseWebhook(
    Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry: [{ ...entry, changes }] })),
  );
}

function keyOf(...args: Parameters<typeof parse>): string {
  const [event, ...more] = parse(...args);
  if (event === undefined || more.length > 0) throw new Error("not one event");
  return event.key;
}

describe.each(["smb_message_echoes", "message_echoes"])("echoes of %s", (field) => {
  const parseEchoes = (...message_echoes: unknown[]) =>
    parse(field, { metadata, contacts: [{ wa_id: "34611000001" }, { wa_id: "34611000002" }], message_echoes });

  test("are one parked event each, named like the field, with nothing of the others", () => {
    const events = parseEchoes({ ...echo, id: "wamid.e1" }, { ...echo, id: "wamid.e2", to: "34611000002" });
    expect(events.map(({ kind, message, status }) => ({ kind, message, status }))).toEqual([
      { kind: field },
      { kind: field },
    ]);
    expect(events.map(({ source }): unknown => JSON.parse(source))).toEqual([
      {
        field,
        value: {
          metadata: { phone_number_id: "500600700800900" },
          contacts: [{ wa_id: "34611000001", profile: {} }],
          message_echoes: [echo],
        },
      },
      expect.objectContaining({ field }),
    ]);
    expect(events[1]?.source).not.toContain("wamid.e1");
  });

  test("have their own id for a key, together or alone, whatever else they say", () => {
    const [first, second] = parseEchoes(echo, { ...echo, id: "wamid.e2" });
    expect(parseEchoes({ ...echo, timestamp: "1" })[0]?.key).toBe(first?.key);
    expect(second?.key).not.toBe(first?.key);
    expect(keyOf(field, { metadata: { phone_number_id: "1" }, message_echoes: [echo] })).not.toBe(first?.key);
    expect(keyOf("messages", { metadata, messages: [{ ...echo }] })).not.toBe(first?.key);
  });

  test("without an id or of no shape at all are parked by what they say", () => {
    const events = parseEchoes({ to: "34611000001" }, 7, null);
    expect(events.map(({ kind }) => kind)).toEqual([field, field, field]);
    expect(new Set(events.map(({ key }) => key)).size).toBe(3);
  });

  test("that are none leave one event of the change", () => {
    expect(parseEchoes().map(({ kind }) => kind)).toEqual([field]);
  });
});

test("the same echo under both fields is one", () => {
  const value = { metadata, message_echoes: [echo] };
  expect(keyOf("message_echoes", value)).toBe(keyOf("smb_message_echoes", value));
});

describe("events without an id", () => {
  const value = { event: "APPROVED", message_template_id: 1 };
  const key = keyOf("message_template_status_update", value);

  test("are the same by account, time, field and value, whatever their order and whatever stands beside", () => {
    expect(keyOf("message_template_status_update", value, account, { unknown: 1 })).toBe(key);
    const body = {
      entry: [{ changes: [{ value, field: "message_template_status_update" }], ...account }],
      object: "x",
    };
    expect(parseWebhook(Buffer.from(JSON.stringify(body)))[0]?.key).toBe(key);
  });

  test.each<[string, Parameters<typeof parse>]>([
    ["account", ["message_template_status_update", value, { ...account, id: "1" }]],
    ["time", ["message_template_status_update", value, { ...account, time: 1 }]],
    ["field", ["message_template_quality_update", value]],
    ["value", ["message_template_status_update", { ...value, event: "REJECTED" }]],
  ])("differ by %s", (_name, given) => {
    expect(keyOf(...given)).not.toBe(key);
  });
});

test.each([
  ["edit", { original_message_id: "wamid.1", message: { type: "text", text: { body: "otra cosa" } } }],
  ["revoke", { original_message_id: "wamid.1" }],
])("an %s is parked under its own id, not that of its original", (type, content) => {
  const own = { ...edit, type, [type]: content };
  const [event] = parse("messages", { metadata, messages: [own] });
  expect(event).toMatchObject({ kind: `message.${type}` });
  expect(event?.message).toBeUndefined();
  const original = keyOf("messages", { metadata, messages: [{ ...edit, id: "wamid.1", type: "text" }] });
  expect(event?.key).not.toBe(original);
  expect(keyOf("messages", { metadata, messages: [{ ...own, [type]: { original_message_id: "wamid.9" } }] })).toBe(
    event?.key,
  );
  expect(keyOf("messages", { metadata, messages: [{ ...own, id: "wamid.3" }] })).not.toBe(event?.key);
});

test("in a group each participant's status is one of its own", () => {
  const status = { id: "wamid.1", status: "read", recipient_id: "group", recipient_type: "group" };
  const statuses = ["34611000001", "34611000002"].map((recipient_participant_id) => ({
    ...status,
    recipient_participant_id,
  }));
  const keys = parse("messages", { metadata, statuses: [...statuses, ...statuses, status] }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

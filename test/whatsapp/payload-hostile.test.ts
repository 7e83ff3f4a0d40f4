import { describe, expect, test } from "vitest";
import { statusBody, textBody } from "../../sandbox/webhook-body.ts";
import type { ProviderEvent } from "../../src/message.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { expectStorable } from "./expect-storable.ts";

/** Whatever is valid JSON is stored: a refusal would bring it back for a week and delay everything behind it. */

const object = "whatsapp_business_account";
const change = (value: unknown, field = "messages") => ({ object, entry: [{ id: "1", changes: [{ field, value }] }] });
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
/** The name in a string literal would set the prototype instead. */
const poisoned = (json: string) => json.replaceAll("PROTO", "__proto__").replaceAll("MAKER", "constructor");

test.each<[string, string, string[]]>([
  ["null", "null", ["unknown"]],
  ["a list with null", "[null]", ["unknown"]],
  ["a string", '"x"', ["unknown"]],
  ["a number", "1", ["unknown"]],
  ["a huge number", "1e999", ["unknown"]],
  ["an empty object", "{}", ["unknown"]],
  ["2 000 nested lists", nested(2_000), ["unknown"]],
  ["200 000 nested lists", nested(200_000), ["unknown"]],
  ["a message with 200 000 nested lists", `{"messages":[{"id":"1","type":${nested(200_000)}}]}`, ["unknown"]],
  ["brackets inside a string", JSON.stringify({ a: '["\\"'.repeat(5_000) }), ["unknown"]],
  ["no entries", JSON.stringify({ object, entry: [] }), ["unknown"]],
  ["entries of nothing", JSON.stringify({ object, entry: [null, 1, {}, { changes: [] }] }), Array(4).fill("unknown")],
  ["changes of nothing", JSON.stringify({ object, entry: [{ changes: [null, [], {}] }] }), Array(3).fill("unknown")],
  ["a change without a value", JSON.stringify(change(null)), ["unknown"]],
  ["a value without content", JSON.stringify(change({ messages: {}, statuses: "x" })), ["messages.other"]],
  ["messages of nothing", JSON.stringify(change({ messages: [null, {}] })), Array(2).fill("message.malformed")],
  ["statuses of nothing", JSON.stringify(change({ statuses: [[], { id: 1 }] })), Array(2).fill("status.malformed")],
  [
    "a text that is none",
    JSON.stringify(change({ messages: [{ id: "1", type: "text", text: 7 }] })),
    ["message.malformed"],
  ],
  [
    "a status that nobody knows",
    JSON.stringify(change({ statuses: [{ id: "1", status: "warned" }] })),
    ["status.warned"],
  ],
  [
    "kinds that are no names",
    JSON.stringify(change({ messages: [{ id: "1", type: "A b" }] }, "messages")),
    ["unknown"],
  ],
  ["a field of 10 000 characters", JSON.stringify(change({}, "f".repeat(10_000))), ["unknown"]],
  ["an own prototype", poisoned('{"PROTO":{"messages":[]},"messages":[{"PROTO":1}]}'), ["message.malformed"]],
  ["an own constructor", poisoned('{"MAKER":{"prototype":{"x":1}},"a":1}'), ["unknown"]],
  [
    "types named after them",
    poisoned('{"messages":[{"id":"1","type":"PROTO"},{"id":"2","type":"MAKER"}]}'),
    ["message.__proto__", "message.constructor"],
  ],
])("%s is parked", (_name, body, kinds) => {
  const events = parseWebhook(Buffer.from(body));
  expect(events.map(({ kind }) => kind)).toEqual(kinds);
  expect(events.filter(({ message, status }) => message !== undefined || status !== undefined)).toEqual([]);
  expectStorable(events);
});

test("a poisoned key next to a message does no harm to it", () => {
  const body = JSON.stringify(textBody({ text: "__proto__ constructor" })).replace(
    '"messages":[{',
    poisoned('"MAKER":{"prototype":{}},"PROTO":{"polluted":1},"messages":[{"PROTO":{"polluted":1},'),
  );
  const [event] = parseWebhook(Buffer.from(body));
  expect(event?.message?.text).toBe("__proto__ constructor");
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

describe("characters that Postgres refuses", () => {
  // As escapes they are legal JSON, and JSON.stringify writes them so.
  const bad = `a\0b\uD800c\uDC00`;
  const good = "a\uFFFDb\uFFFDc\uFFFD";

  test("are replaced in what is understood, and stay escapes in the source", () => {
    const events = [
      ...parse(textBody({ text: bad, name: bad, id: bad })),
      ...parse(statusBody({ wamid: bad, status: "sent", recipient: "34611000001", callback: bad })),
    ];
    expect(events).toMatchObject([
      { message: { text: good, providerId: good, from: { name: good } } },
      { status: { providerId: good, callback: good } },
    ]);
    expectStorable(events);
    expect(events[0]?.source).toContain(String.raw`a\u0000b\ud800c\udc00`);
  });

  test("as raw bytes they are read, whatever they were meant to be", () => {
    const [before = "", after = ""] = JSON.stringify(textBody({ text: "X" })).split('"X"');
    const bytes = Buffer.from([0x22, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf8, 0x22]);
    const events = parseWebhook(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
    expect(events[0]?.message?.text).toMatch(/^\uFFFD+\(\uFFFD+$/);
    expectStorable(events);
  });
});

test.each([
  ["64 KB of emoji", "😀".repeat(16_384)],
  ["marks that turn the writing direction", "\u202Eשלום\u200F \u2066a\u2069"],
  ["quotes and brackets", '"['.repeat(1_000)],
  ["backslashes and brackets", "\\\\[".repeat(1_000)],
  ["an emoji of many parts", "👩🏽‍🍳"],
  ["blanks around and line breaks", "  uno\r\n\tdos\u2028 "],
  ["what only looks like code", "$& {noted} <b>'; drop table--"],
])("%s stay word for word", (_name, text) => {
  expect(parse(textBody({ text }))[0]?.message?.text).toBe(text);
});

test("a name is cut to what a name can be", () => {
  const from = parse(textBody({ text: "Hola", name: "😀".repeat(16_384) }))[0]?.message?.from;
  expect(from?.name).toBe("😀".repeat(100));
});

test.each<[string, unknown, string | undefined]>([
  ["a string", "1763640000", "2025-11-20T12:00:00.000Z"],
  ["an integer", 1763640000, "2025-11-20T12:00:00.000Z"],
  ["nothing", undefined, undefined],
  ["an empty string", "", undefined],
  ["words", "yesterday", undefined],
  ["not a number", "NaN", undefined],
  ["a negative number", "-1763640000", undefined],
  ["milliseconds", "1763640000000", undefined],
  ["more than a date can hold", "9".repeat(30), undefined],
  ["infinity", "1e999", undefined],
  ["ten thousand digits", "1".repeat(10_000), undefined],
  ["an object", {}, undefined],
  ["an hour ahead of ours", Math.floor(Date.now() / 1000) + 3600, undefined],
])("a time that is %s", (_name, timestamp, expected) => {
  const before = Math.floor(Date.now() / 1000) * 1000; // in whole seconds, as the provider's clock
  const events = parse({
    messages: [{ from: "34611000001", id: "1", type: "text", text: { body: "Hola" }, timestamp }],
    statuses: [{ id: "1", status: "sent", timestamp }],
  });
  for (const time of [events[0]?.message?.sentAt, events[1]?.status?.at]) {
    expect(new Date(String(time)).toISOString()).toBe(expected ?? time);
    // What no clock could have said becomes now.
    if (expected === undefined) expect(Date.parse(String(time))).toBeGreaterThanOrEqual(before);
    expect(Date.parse(String(time))).toBeLessThanOrEqual(Date.now());
  }
});

test("ids of 10 000 characters name nothing", () => {
  const long = "w".repeat(10_000);
  expect(parse(textBody({ text: "Hola", id: long }))).toMatchObject([{ kind: "message.malformed" }]);
  const status = { wamid: "wamid.1", status: "sent", recipient: "34611000001" } as const;
  expect(parse(statusBody({ ...status, wamid: long }))).toMatchObject([{ kind: "status.malformed" }]);
  expect(parse(statusBody({ ...status, callback: long }))[0]?.status).toMatchObject({ callback: undefined });
});

test.each([
  ["a number", 131047, "131047"],
  ["digits", "131047", "131047"],
  ["null", null, undefined],
  ["words", "re-engagement", undefined],
  ["a fraction", 1.5, undefined],
])("an error code that is %s", (_name, code, expected) => {
  const failed = { statuses: [{ id: "1", status: "failed", errors: [{ code }] }] };
  expect(parse(failed)[0]?.status?.errorCode).toBe(expected);
});

test("a big batch grows with its size, not with its square", () => {
  const people = Array.from({ length: 2_000 }, (_, i) => String(34_600_000_000 + i));
  const body = {
    contacts: people.map((wa_id) => ({ wa_id, profile: { name: "N".repeat(50) } })),
    messages: people.map((from, i) => ({ from, id: `wamid.${i}`, type: "text", text: { body: "Hola" } })),
  };
  const events = parse(body);
  expect(events.map(({ message }) => message?.from.waId)).toEqual(people);
  const stored = events.reduce((sum, { source }) => sum + source.length, 0);
  expect(stored).toBeLessThan(3 * JSON.stringify(body).length);
});

function parse(body: unknown): ProviderEvent[] {
  return parseWebhook(Buffer.from(JSON.stringify(body)));
}

test.each<[string, unknown]>([
  ["entries", { object: "x", entry: Array(1_400_000).fill(0) }],
  ["changes", { object: "x", entry: [{ changes: Array(1_400_000).fill(0) }] }],
  ["messages", { messages: Array(1_400_000).fill(0) }],
])("a body with too many %s is one parked event", (_name, body) => {
  const events = parseWebhook(Buffer.from(JSON.stringify(body)));
  expect(events.map(({ kind }) => kind)).toEqual(["too_many"]);
  expect(events[0]?.source).toBe(JSON.stringify(body));
});

test("contacts and errors without end cost nothing", () => {
  const many = Array(700_000).fill(0);
  const status = { id: "wamid.1", status: "failed", errors: many };
  expect(parse({ contacts: many, statuses: [status] })).toMatchObject([{ kind: "status.failed" }]);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { maskBody } from "../../src/whatsapp/mask.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";

const own = new URL("../fixtures/whatsapp/", import.meta.url);
const collected = new URL("../../../shared/fixtures/whatsapp/", import.meta.url);
const folders = [own, collected].filter((folder) => existsSync(folder));
const bodies = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file): [string, string] => [file, readFileSync(new URL(file, folder), "utf8")]),
);

/** Under these names stands what says something of a person or an account. */
const personal = new Set(
  [
    "name first_name last_name formatted_name username body caption filename address phone email wa_id from to recipient_id",
    "user_id parent_user_id to_user_id from_user_id display_phone_number phone_number_id url source_url image_url sha256 hash",
    "headline ctwa_clid payload text description comment_text flow_token details identity_key_hash group_id birthday sdp",
    "latitude longitude",
  ].flatMap((line) => line.split(" ")),
);

test.each(bodies)("%s is read as before, and nothing personal of it is left", (_file, body) => {
  const masked = maskBody(body);
  expect(shapeOf(JSON.parse(masked))).toEqual(shapeOf(JSON.parse(body)));
  const [before, after] = [body, masked].map((one) => parseWebhook(Buffer.from(one)));
  expect(after?.map(({ kind }) => kind)).toEqual(before?.map(({ kind }) => kind));
  expect(new Set(after?.map(({ key }) => key)).size).toBe(new Set(before?.map(({ key }) => key)).size);
  const rest = JSON.stringify(JSON.parse(body), (key, value: unknown) => (isPersonal(key, value) ? "" : value));
  expect(survivors(personalValues(JSON.parse(body)), masked, rest)).toEqual([]);
});

test("made up bodies full of personal values leave none of them", () => {
  const random = createRandom(20261121);
  for (let round = 0; round < 300; round += 1) {
    const values = Array.from({ length: 12 }, () => random.personal());
    const body = JSON.stringify(random.bodyWith(values));
    expect({ body, left: survivors(values, maskBody(body)) }).toEqual({ body, left: [] });
  }
});

describe("the same id", () => {
  const [masked] = messagesOf({
    from: "34611000001",
    contacts: [{ wa_id: "34611000001", phones: [{ phone: "+34 611-000 001", wa_id: "34611000001", type: "CELL" }] }],
    id: "wamid.HBgLMTY1MDM4",
    context: { id: "wamid.HBgLMTY1MDM4", from: "34955000111" },
    text: { body: "Mi número es 34611000001, no 34611000002" },
    number: 34611000001,
  });

  test("has the same mask wherever it stands and however it is written", () => {
    const from = String(masked?.["from"]);
    expect(from).toMatch(/^\d{11}$/);
    expect(masked).toMatchObject({
      contacts: [{ wa_id: from, phones: [{ wa_id: from, type: "CELL" }] }],
      id: masked?.["id"],
      context: { id: masked?.["id"] },
      number: Number(from),
    });
    expect(JSON.stringify(masked)).toContain(
      `+${from.slice(0, 2)} ${from.slice(2, 5)}-${from.slice(5, 8)} ${from.slice(8)}`,
    );
    expect(JSON.stringify(masked)).toContain(`Xx xxxxxx xx ${from}, xx `);
  });

  test("and another id has another one", () => {
    const ids = JSON.stringify(masked).match(/\d{11}/g) ?? [];
    expect(new Set(ids).size).toBe(3);
  });
});

test("words of the provider and codes stay; coordinates do not", () => {
  const message = {
    type: "image",
    image: { mime_type: "audio/ogg; codecs=opus", voice: true },
    errors: [{ code: 131051, title: "Message type unknown", details: "Secreto" }],
    location: { latitude: 40.4168, longitude: -3.7038 },
    unsupported: { type: "poll" },
    biz_opaque_callback_data: "effect:41",
  };
  expect(messagesOf(message)).toEqual([
    {
      ...message,
      errors: [{ code: 131051, title: "Message type unknown", details: "Xxxxxxx" }],
      location: { latitude: 11.1111, longitude: 1.1111 },
    },
  ]);
});

test("texts keep their length, line breaks, emoji as emoji, and the ending of a file", () => {
  const [masked] = messagesOf({
    text: { body: "¡Hola!\nSoy José 🧑🏿‍🚀 ☀️ 🇪🇸, 31 años" },
    document: { filename: "CV Lucía.pdf" },
    interactive: { nfm_reply: { response_json: '{"edad":31,"nombre":"Lucía","type":"woman"}' } },
  });
  expect(masked).toEqual({
    text: { body: "¡Xxxx!\nXxx Xxxx 🙂🏽‍🙂 ☺️ 🇽🇽, 00 xxxx" },
    document: { filename: "XX Xxxxx.pdf" },
    interactive: { nfm_reply: { response_json: '{"xxxx":11,"xxxxxx":"Xxxxx","xxxx_":"xxxxx"}' } },
  });
});

test("times become others in the same order and the same form, and no digits of them are left", () => {
  const [masked] = messagesOf({
    updated_at: 1_790_475_334.708_038,
    created_at: 1_790_475_334,
    timestamp: "1790475334",
    read_at: "2026-09-27T02:15:34.000+02:00",
    contact_last_seen_at: 0,
    birthday_at: "1991-05-17T00:00",
    phone_at: 1_600_111_222,
    until: "1600111222",
    since: "2020-01-01T00:01:00Z",
    expiration: 1_577_836_920,
  });
  expect(masked).toEqual({
    birthday_at: "2020-01-01T00:03",
    expiration: 1_577_837_100, // the one before its own in the body is skipped
    since: "2020-01-01T00:04:00Z",
    phone_at: 1_577_837_160,
    until: "1577837160",
    read_at: "2020-01-01T00:07:00.000+00:00",
    created_at: 1_577_837_280,
    timestamp: "1577837280",
    updated_at: 1_577_837_340.5,
    contact_last_seen_at: 0,
  });
});

test("below attributes and forms, neither names nor words nor numbers that people chose are left", () => {
  const made = {
    Maria_Garcia: "si",
    status: "unemployed",
    category: "nurse",
    reason: "DIVORCE",
    priority: "maria",
    code: 4711,
    since: 1_600_111_222,
    list: [{ type: "divorced", more: { event: "wedding" } }],
  };
  const expected = {
    Xxxxx_Xxxxxx: "xx",
    xxxxxx: "xxxxxxxxxx",
    xxxxxxxx: "xxxxx",
    xxxxxx_: "XXXXXXX",
    xxxxxxxx_: "xxxxx",
    xxxx: 1111,
    xxxxx: 1_000_000_001,
    xxxx_: [{ xxxx: "xxxxxxxx", xxxx_: { xxxxx: "xxxxxxx" } }],
  };
  const places = ["custom_attributes", "additional_attributes", "response_json", "submitted_values"];
  for (const place of places) expect(messagesOf({ [place]: made })).toEqual([{ [place]: expected }]);
  const [form] = messagesOf({ nfm_reply: { response_json: JSON.stringify(made) } });
  expect(form).toEqual({ nfm_reply: { response_json: JSON.stringify(expected) } });
});

test("a message of a campaign of Chatwoot still says that it is one", () => {
  const message = { additional_attributes: { campaign_id: 7 } };
  expect(messagesOf(message)).toEqual([{ additional_attributes: { campaign_id: 1 } }]);
});

test.each<[string, object, object]>([
  [
    "a label that somebody gave a number",
    { phones: [{ type: "mama", phone: "x" }] },
    { phones: [{ type: "xxxx", phone: "x" }] },
  ],
  ["a name that is a number", { "34611000001": "a" }, { "10000000001": "x" }],
  ["a sentence where a word is expected", { type: "soy yo" }, { type: "xxx xx" }],
  ["a phone number where a time is expected", { timestamp: "34611000001" }, { timestamp: "10000000001" }],
  ["a phone number where a count is expected", { progress: 34_600_111_222 }, { progress: 10_000_000_001 }],
  ["a count of more than six digits", { code: 600_111_2 }, { code: 1_000_001 }],
  ["a count that is no whole number", { quantity: 34.6001 }, { quantity: 11.1111 }],
  ["a callback that is not ours", { biz_opaque_callback_data: "Lucia" }, { biz_opaque_callback_data: "Xxxxx" }],
  ["an id without room for a number", { id: "----" }, { id: "----" }],
  ["an id in other letters", { id: "люся" }, { id: "AAA1" }],
])("%s is masked", (_name, message, expected) => {
  expect(messagesOf(message)).toEqual([expected]);
});

test.each([
  ["not JSON", "hola"],
  ["nested without end", "[".repeat(100_000) + "]".repeat(100_000)],
])("what is %s still is a fixture", (_name, body) => {
  const parse = () => void JSON.parse(maskBody(body));
  expect(parse).not.toThrow();
});

const valueSchema = z.object({ messages: z.array(z.record(z.string(), z.unknown())) });

function messagesOf(message: object) {
  return valueSchema.parse(JSON.parse(maskBody(JSON.stringify({ messages: [message] })))).messages;
}

/** Names and types, and how long each text is. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

function isPersonal(key: string, value: unknown): boolean {
  return personal.has(key) && (typeof value === "string" || typeof value === "number");
}

function personalValues(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => personalValues(one, key));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, one]) => personalValues(one, name));
  }
  return isPersonal(key, value) ? [String(value)] : [];
}

/**
 * Values, and words and numbers inside of them, that can still be read. Masks are made of x and 0, and of the provider's
 * own hosts and parameters.
 * `rest` is what else the body says: somebody may have written a word of the provider.
 */
function survivors(values: string[], masked: string, rest = ""): string[] {
  const parts = values.flatMap((value) => [value, ...value.split(/[^\p{L}\p{M}\p{N}]+/u)]);
  return parts
    .filter((part) => part.length >= 4 && !/^([xX]+|0+|wamid|https?|example|lookaside|fbsbx|source|hash)$/.test(part))
    .filter((part) => masked.includes(part) && !rest.includes(part));
}

function createRandom(seed: number) {
  let state = seed;
  const below = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * n);
  };
  const pick = <T>(list: readonly T[], otherwise: T): T => list[below(list.length)] ?? otherwise;
  const word = (letters: string, length: number) =>
    Array.from({ length }, () => letters.charAt(below(letters.length))).join("");
  const letters = "bcdefghijklmnopqrstuvwyzáéíñçß";
  const kinds = [
    () => `${word("3456789", 1)}${word("0123456789", 8 + below(6))}`,
    () => `+${word("3456789", 2)} ${word("123456789", 3)} ${word("123456789", 3)} ${word("123456789", 3)}`,
    () => `${word("BCDEFGH", 1)}${word(letters, 4 + below(8))} ${word(letters, 5)}-${word(letters, 6)}`,
    () => `${word(letters, 6)}@${word(letters, 7)}.${word("bcdf", 4)}`,
    () =>
      `https://${word(letters.slice(0, 20), 8)}.com/${word(letters.slice(0, 20), 6)}/${word("123456789", 9)}?q=${word(letters, 7)}`,
    () => `wamid.${word("BCDEFGHIJ0123456789klmnop", 40)}==`,
    () => `ES.${word("123456789", 17)}`,
    () => word("abcdef0123456789", 64),
    () => `${word("щжюяфъ", 6)} ${word("你好世界中文", 5)} ${word("अआइईउ", 5)}`,
  ];
  const keys = [
    "id",
    "name",
    "text",
    "type",
    "status",
    "event",
    "value",
    "timestamp",
    "reason",
    "title",
    "mime_type",
    "url",
    "phone",
    "foo",
  ];
  const personalValue = () => (kinds[below(kinds.length)] ?? String)();

  /** Every value somewhere: under names of the provider's words, inside of sentences, as keys, nested, as JSON in text. */
  function bodyWith(values: string[]): unknown {
    const messages = values.map((value) => {
      const key = pick(keys, "foo");
      return pick<unknown>(
        [
          { [key]: value },
          { [key]: [{ [pick(keys, "foo")]: value }] },
          { [key]: `Llámame a ${value}, por favor` },
          { [key]: JSON.stringify({ [pick(keys, "foo")]: value }) },
          { [value]: 1 },
          { errors: [{ title: value, message: value }], contacts: [{ phones: [{ type: value }] }] },
        ],
        null,
      );
    });
    const attributes = values.map((value) => {
      const number = Number.isSafeInteger(Number(value)) ? Number(value) : value;
      return { custom_attributes: { [value]: { status: value } }, created_at: number, progress: number };
    });
    const value = { messages, attributes };
    return { object: "whatsapp_business_account", entry: [{ changes: [{ field: "messages", value }] }] };
  }

  return { personal: personalValue, bodyWith };
}

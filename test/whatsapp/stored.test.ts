import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseWebhook } from "../../src/whatsapp/payload.ts";
import { bodyOf } from "../../src/whatsapp/stored.ts";

const own = new URL("../fixtures/whatsapp/", import.meta.url);
const collected = new URL("../../../shared/fixtures/whatsapp/", import.meta.url);
const files = [own, collected]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => [file, new URL(file, folder)] as const))
  .filter(([file]) => file.endsWith(".json"));

test.each(files)("each event of %s is rebuilt from its source as it was read first", (_file, url) => {
  for (const event of parseWebhook(readFileSync(url), "500600700800900")) {
    const [again, ...more] = parseWebhook(Buffer.from(bodyOf(event.source)), "500600700800900");
    expect(more).toEqual([]);
    const { key, source, ...meaning } = event;
    expect(again).toMatchObject(meaning);
    if (event.message !== undefined || event.status !== undefined) expect(again).toMatchObject({ key, source });
  }
});

test.each<[string, string]>([
  ["an entry without changes", '{"id":"1","changes":[]}'],
  ["an entry that is none", "7"],
  ["a change that is none", '{"field":"messages"}'],
  ["a malformed message", '{"metadata":{"phone_number_id":"1"},"message":7}'],
  ["a malformed status", '{"metadata":{},"status":{"id":1}}'],
  ["an event of a partner", '{"id":"1","event":"history","data":{}}'],
  ["something else", '{"a":1}'],
  ["a whole body that is nested too deeply", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  ["a change that is nested too deeply", `{"field":"x","value":${"[".repeat(500)}${"]".repeat(500)}}`],
])("%s can be read again", (_name, source) => {
  const events = parseWebhook(Buffer.from(bodyOf(source)));
  expect(events).toHaveLength(1);
  expect(events[0]?.message ?? events[0]?.status).toBeUndefined();
});

test("a source that was kept as base64 is read as what it was", () => {
  const message = { id: "wamid.1", from: "34611000001", type: "text", text: { body: "Hola" } };
  const source = Buffer.from(JSON.stringify({ metadata: {}, message })).toString("base64");
  expect(parseWebhook(Buffer.from(bodyOf(source)))).toMatchObject([{ message: { text: "Hola" } }]);
  expect(bodyOf("1234")).toBe("1234");
});

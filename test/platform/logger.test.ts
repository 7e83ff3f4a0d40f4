import { expect, test } from "vitest";
import { DatabaseError, ProviderError } from "../../src/errors.ts";
import { createLogger } from "../../src/platform/logger.ts";

const isoTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
const secret = "s3cretAna";

test("writes one JSON object a line as the platform reads it", () => {
  const { log, lines } = capture();
  log.info({ conversationId: 7 }, "turn committed");
  expect(parse(lines[0])).toEqual({
    level: "info",
    time: isoTime,
    service: "whatsapp-recruitment",
    version: "abc123",
    conversationId: 7,
    message: "turn committed",
  });
});

test("writes nothing below its level", () => {
  const { log, lines } = capture("warn");
  log.info("quiet");
  log.warn("loud");
  expect(lines).toHaveLength(1);
});

test.each([
  ["authorization"],
  ["Authorization"],
  ["apikey"],
  ["apiKey"],
  ["D360-API-KEY"],
  ["x-api-key"],
  ["api_access_token"],
  ["x-360dialog-signature"],
  ["x-chatwoot-signature"],
  ["cookie"],
  ["set-cookie"],
  ["token"],
  ["secret"],
  ["password"],
  ["url"],
  ["text"],
  ["body"],
  ["quote"],
  ["source"],
  ["phone"],
  ["phone_number"],
  ["wa_id"],
  ["waId"],
  ["bsuid"],
  ["wamid"],
  ["providerId"],
  ["provider_id"],
  ["recipient"],
])("hides %s at any depth", (key) => {
  const { log, lines } = capture();
  log.info({ [key]: secret }, "field");
  log.info({ a: { b: [{ c: { [key]: secret } }] } }, "nested");
  log.info({ [key]: { deeper: secret } }, "holding an object");
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toContain(secret);
});

test.each([["authorization"], ["text"], ["wa_id"], ["providerId"]])("hides %s in the bindings of a child", (key) => {
  const { log, lines } = capture();
  log.child({ [key]: secret, component: "turn" }).info("bound");
  expect(lines[0]).toContain('"component":"turn"');
  expect(lines[0]).not.toContain(secret);
});

test("names an error by class, codes and call sites", () => {
  const { log, lines } = capture();
  log.error({ err: new DatabaseError("complete_turn", "40001") }, "turn failed");
  log.error({ err: new ProviderError("pair", "131056") }, "send failed");
  const here: unknown = expect.stringContaining("logger.test.ts");
  expect(parse(lines[0])).toMatchObject({
    err: { name: "DatabaseError", procedure: "complete_turn", code: "40001", stack: here },
  });
  expect(parse(lines[1])).toMatchObject({
    err: { name: "ProviderError", failure: "pair", code: "131056", stack: here },
  });
});

const leaks: [string, () => unknown][] = [
  ["the message", () => new Error(`cannot reach postgres://app:${secret}@db`)],
  ["a message of many lines", () => new Error(`bad input\n    at ${secret} (file:///a.ts:1:1)\n${secret}`)],
  ["a message changed after the throw", () => changed(new Error(`first ${secret}`))],
  ["the fields of a driver", () => Object.assign(new Error("duplicate"), { detail: `Key (phone)=(${secret})` })],
  ["a code that is a text", () => Object.assign(new Error("x"), { code: `no such person: ${secret}` })],
  ["a name that is a text", () => Object.assign(new Error("x"), { name: `Error for ${secret} !` })],
  ["the cause", () => new DatabaseError("receive_events", "23505", { cause: new Error(secret) })],
  ["a cause that is no error", () => new Error("x", { cause: { row: secret } })],
  ["one of many", () => new AggregateError([new Error(secret)], "all failed")],
  ["a parser's excerpt", () => failureOf(() => JSON.parse(`{${secret}`))],
];

test.each(leaks)("never writes what stands in an error: %s", (_name, create) => {
  const { log, lines } = capture();
  const error = create();
  log.error({ err: error }, "with text");
  log.error({ err: error });
  log.error(error);
  log.error({ reason: error, attempts: [{ error }] }, "under other keys");
  expect(lines).toHaveLength(4);
  expect(lines.join()).not.toContain(secret);
});

test.each([
  ["[string]", secret],
  ["[object]", { name: secret, message: secret, stack: secret }],
  ["[object]", null],
])("says %s of an error that is none", (type, err) => {
  const { log, lines } = capture();
  log.fatal({ err }, "stopping after an error");
  expect(parse(lines[0])).toMatchObject({ err: type, message: "stopping after an error" });
  expect(lines[0]).not.toContain(secret);
});

test("keeps the class of a cause", () => {
  const { log, lines } = capture();
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  log.error({ err: new DatabaseError("service_status", "unreachable", { cause }) }, "probe failed");
  expect(parse(lines[0])).toMatchObject({ err: { cause: { name: "Error", code: "ECONNREFUSED" } } });
});

test("does not look into the objects of libraries, and survives a circle", () => {
  const { log, lines } = capture();
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  log.info({ request: new Request(`https://host/?hub.verify_token=${secret}`), circle }, "odd");
  expect(parse(lines[0])).toMatchObject({ request: "[Request]", message: "odd" });
  expect(lines[0]).not.toContain(secret);
});

function capture(logLevel = "info") {
  const lines: string[] = [];
  return { lines, log: createLogger({ logLevel, version: "abc123" }, { write: (line) => void lines.push(line) }) };
}

function parse(line = ""): unknown {
  return JSON.parse(line);
}

/** The head of a stack is written when somebody first reads it. */
function changed(error: Error): Error {
  expect(error.stack).toContain(error.message);
  error.message = "second";
  return error;
}

function failureOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

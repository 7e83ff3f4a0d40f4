import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { answeredWith, createChatwootClient } from "../../src/chatwoot/client.ts";
import { ProviderError } from "../../src/errors.ts";
import { account } from "./start-mirror.ts";

const inboxes = z.object({ payload: z.array(z.object({ id: z.int() })) });

test.each([
  [301, "stop"],
  [401, "stop"],
  [403, "stop"],
  [404, "fix"],
  [408, "slow"],
  [422, "fix"],
  [429, "slow"],
  [500, "retry"],
  [502, "retry"],
  [503, "retry"],
  // A gateway gave up, Chatwoot perhaps not.
  [504, "slow"],
  [524, "slow"],
] as const)("answer %i is %s, and nothing of its text is repeated", async (http, failure) => {
  const { fake, client } = await start();
  fake.script([{ kind: "status", http, body: { error: "34611000001 said Hola" } }]);
  const error: unknown = await client.call("GET", "/inboxes", inboxes).catch((thrown: unknown) => thrown);
  expect(String(error)).toBe(`ProviderError: provider error http_${http} (${failure})`);
  expect(answeredWith(error, http)).toBe(true);
  expect(answeredWith(error, http + 1)).toBe(false);
});

test("too many messages in one conversation is a limit, not a mistake", async () => {
  const { fake, client } = await start();
  fake.script([{ kind: "status", http: 422, body: { error: "Validation failed: Too many messages" } }]);
  await expect(client.call("GET", "/inboxes", inboxes)).rejects.toMatchObject({ failure: "slow", code: "http_422" });
});

test("a wrong token stops the mirror", async () => {
  const { client } = await start({ apiToken: "another" });
  await expect(client.call("GET", "/inboxes", inboxes)).rejects.toMatchObject({ failure: "stop", code: "http_401" });
});

test.each([
  [200, "<html>Welcome</html>"],
  [200, '{"payload":[{"id":"7"}]}'],
  [204, ""],
])("answer %i %j is not what was asked for: perhaps it was done all the same", async (http, text) => {
  const url = await serve((_request, response) => void response.writeHead(http).end(text));
  const { call } = createChatwootClient({ ...account, baseUrl: url });
  await expect(call("GET", "/inboxes", inboxes)).rejects.toMatchObject({ failure: "slow", code: "unreadable_answer" });
});

test("what never left may be repeated at once", async () => {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  const { call } = createChatwootClient({ ...account, baseUrl: `http://127.0.0.1:${port}` });
  await expect(call("GET", "/inboxes", inboxes)).rejects.toMatchObject({ failure: "retry", code: "ECONNREFUSED" });
});

test.each(["hang-after-accept", "reset-after-accept"] as const)(
  "%s: the first try may still be running",
  async (kind) => {
    const { fake, client } = await start({}, AbortSignal.timeout(1_000));
    fake.script([{ kind }]);
    const error: unknown = await client.call("GET", "/inboxes", inboxes).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ProviderError", failure: "slow" });
    expect(String(error).includes("too_long")).toBe(kind === "hang-after-accept");
  },
);

test("after the deadline no call leaves", async () => {
  const { fake, client } = await start({}, AbortSignal.abort());
  const call = client.call("GET", "/inboxes", inboxes);
  await expect(call).rejects.toMatchObject({ failure: "slow", code: "too_long" });
  expect(fake.requests).toEqual([]);
});

test("the token is sent under both spellings, and so survives proxies that drop underscores", async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    seen.push([request.headers["api_access_token"], request.headers["api-access-token"], request.url]);
    response.end('{"payload":[]}');
  });
  await createChatwootClient({ ...account, baseUrl: url }).call("GET", "/inboxes", inboxes);
  expect(seen).toEqual([[account.apiToken, account.apiToken, "/api/v1/accounts/3/inboxes"]]);
});

test("the token does not follow a redirect", async () => {
  const elsewhere: unknown[] = [];
  const other = await serve((request, response) => {
    elsewhere.push(request.headers);
    response.end('{"payload":[]}');
  });
  const url = await serve((_request, response) => void response.writeHead(307, { location: other }).end());
  const { call } = createChatwootClient({ ...account, baseUrl: url });
  await expect(call("GET", "/inboxes", inboxes)).rejects.toMatchObject({ failure: "stop", code: "http_307" });
  expect(elsewhere).toEqual([]);
});

test("only answers of Chatwoot count as answers", () => {
  expect(answeredWith(new Error("http_404"), 404)).toBe(false);
  expect(answeredWith(new ProviderError("slow", "no_answer"), 404)).toBe(false);
});

async function start(config: { apiToken?: string } = {}, deadline?: AbortSignal) {
  const fake = await startFakeChatwoot({ ...account, webhookSecret: "unused" });
  onTestFinished(() => fake.stop());
  return { fake, client: createChatwootClient({ ...account, baseUrl: fake.url, ...config }, deadline) };
}

/** A Chatwoot that answers as no Chatwoot should. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${await portOf(server)}`;
}

async function portOf(server: ReturnType<typeof createServer>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  return String(typeof address === "object" ? address?.port : address);
}

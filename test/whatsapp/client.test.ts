import { createServer, type RequestListener } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Fake360dialog, startFake360dialog } from "../../sandbox/fake-360dialog.ts";
import type { Failure } from "../../src/errors.ts";
import { createWhatsAppClient, type Outgoing } from "../../src/whatsapp/client.ts";

const apiKey = "the-key-of-the-number";
const hola: Outgoing = { id: 7, kind: "text", recipient: "34611000001", body: { text: "Hola, Lucía" } };
const read: Outgoing = { id: 8, kind: "read", recipient: "34611000001", body: { message_id: "wamid.IN/1+2==" } };

test("a text goes to the phone number, with the callback that its statuses will carry", async () => {
  const { fake, send } = await start();
  const wamid = await send(hola);
  expect(fake.requests).toMatchObject([
    {
      headers: { "content-type": "application/json" },
      body: {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: "34611000001",
        type: "text",
        text: { body: "Hola, Lucía", preview_url: false },
        biz_opaque_callback_data: "effect:7",
      },
    },
  ]);
  expect(fake.requests[0]?.body).not.toHaveProperty("recipient");
  expect(fake.messagesTo("34611000001")).toMatchObject([{ wamid, callback: "effect:7" }]);
});

test.each(["ES.90010001", "ES.ENT.70010001"])(
  "a text goes to the user id %s where there is no number",
  async (bsuid) => {
    const { fake, send } = await start();
    const wamid = await send({ ...hola, recipient: bsuid });
    expect(fake.requests[0]?.body).toMatchObject({ recipient: bsuid });
    // Given both, the provider takes "to".
    expect(fake.requests[0]?.body).not.toHaveProperty("to");
    expect(fake.messagesTo(bsuid)).toMatchObject([{ wamid }]);
  },
);

test("text goes out word for word", async () => {
  const { fake, send } = await start();
  const text = 'línea 1\nlínea 2 "😀" \\ \u202Eשלום $& {noted}';
  await send({ ...hola, body: { text } });
  expect(fake.messagesTo("34611000001")).toMatchObject([{ text }]);
});

describe("answers to tap on", () => {
  const ask = (options: string[], more: object = {}): Outgoing => ({
    ...hola,
    body: { text: "¿Qué oferta te interesa?", asks: "vacancy", options, ...more },
  });
  const plain = { type: "text", text: { body: "¿Qué oferta te interesa?", preview_url: false } };

  test("are buttons below the text, with all else as for a text", async () => {
    const { fake, send } = await start();
    const wamid = await send(ask(["Sí", "No"]));
    expect(fake.requests.map(({ body }) => body)).toStrictEqual([
      {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: "34611000001",
        type: "interactive",
        interactive: {
          type: "button",
          body: { text: "¿Qué oferta te interesa?" },
          action: {
            buttons: [
              { type: "reply", reply: { id: "option:0", title: "Sí" } },
              { type: "reply", reply: { id: "option:1", title: "No" } },
            ],
          },
        },
        biz_opaque_callback_data: "effect:7",
      },
    ]);
    expect(fake.messagesTo("34611000001")).toMatchObject([{ wamid, callback: "effect:7" }]);
  });

  test("are a list when there are many, opened by the words that the effect brings, to a user id too", async () => {
    const { fake, send } = await start();
    await send({ ...ask(["a", "b", "c", "d"], { choose: "Ver ofertas" }), recipient: "ES.90010001" });
    expect(fake.requests[0]?.body).toMatchObject({ recipient: "ES.90010001", type: "interactive" });
    expect(fake.requests[0]?.body).toMatchObject({ interactive: { type: "list", action: { button: "Ver ofertas" } } });
    expect(fake.messagesTo("ES.90010001")).toMatchObject([{ interactive: { type: "list" } }]);
  });

  test.each([
    ["none", []],
    ["more than a list holds", "abcdefghijk".split("")],
    ["two that look alike", ["Sí", "Sí"]],
  ])("go out as the text alone when they are %s", async (_name, options) => {
    const { fake, send } = await start();
    await send(ask(options));
    expect(fake.requests[0]?.body).toMatchObject(plain);
    expect(fake.requests[0]?.body).not.toHaveProperty("interactive");
  });
});

test.each([
  ["Camarera\nen  Lisboa", [{ type: "body", parameters: [{ type: "text", text: "Camarera en Lisboa" }] }]],
  [undefined, []],
])("a template goes out by its name, filled with %j on one line", async (title, components) => {
  const { fake, send } = await start();
  const text = title === undefined ? "Hay noticias." : "Noticias de {{1}}.";
  fake.templates = [
    { name: "news", language: "es", status: "APPROVED", category: "UTILITY", components: [{ type: "BODY", text }] },
  ];
  const template = { name: "news", language: "es", parameters: title === undefined ? [] : [title] };
  await send({ ...hola, body: { text: "how it reads", template } });
  expect(fake.requests[0]?.body).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "34611000001",
    type: "template",
    template: { name: "news", language: { code: "es" }, components },
    biz_opaque_callback_data: "effect:7",
  });
  expect(fake.messagesTo("34611000001")).toMatchObject([
    { text: title === undefined ? "Hay noticias." : "Noticias de Camarera en Lisboa.", template: "news" },
  ]);
});

test("a template that WhatsApp does not know is the request's fault", async () => {
  const { send } = await start();
  const template = { name: "unheard_of", language: "es", parameters: [] };
  expect(await failureOf(send({ ...hola, body: { text: "x", template } }))).toEqual({ failure: "fix", code: "132001" });
});

test("a read receipt names the message, shows typing, and has no id", async () => {
  const { fake, send } = await start();
  expect(await send(read)).toBeUndefined();
  expect(fake.requests.map(({ body }) => body)).toEqual([
    {
      messaging_product: "whatsapp",
      status: "read",
      message_id: "wamid.IN/1+2==",
      typing_indicator: { type: "text" },
    },
  ]);
  expect(fake.readReceipts()).toMatchObject([{ messageId: "wamid.IN/1+2==", typing: true }]);
});

test("a wrong key stops the channel, for texts and receipts", async () => {
  const { fake, send } = await start({ apiKey: "another" });
  expect(await failureOf(send(hola))).toEqual({ failure: "stop", code: "http_401" });
  expect(await failureOf(send(read))).toEqual({ failure: "stop", code: "http_401" });
  expect(fake.messagesTo("34611000001")).toEqual([]);
});

test.each<[number, unknown, Failure, string]>([
  [400, meta(131047), "window", "131047"],
  [400, meta(131056), "pair", "131056"],
  [403, meta(130429), "channel", "130429"],
  [400, meta(131026), "recipient", "131026"],
  [400, meta(131009), "fix", "131009"],
  [400, { meta: { success: false, http_code: 400, developer_message: "unpaid invoices" } }, "stop", "http_400"],
  [500, meta(131000), "retry", "131000"],
  [500, "", "retry", "http_500"],
  [502, "<html>Bad Gateway</html>", "retry", "http_502"],
  [404, "<html>Not Found</html>", "fix", "http_404"],
  [200, "<html>Welcome</html>", "unknown", "unreadable_answer"],
  [200, {}, "unknown", "unreadable_answer"],
  [200, { messages: [] }, "unknown", "unreadable_answer"],
  [204, "", "unknown", "unreadable_answer"],
])("answer %i %j is %s", async (http, body, failure, code) => {
  const { fake, send } = await start();
  fake.script([{ kind: "status", http, body }]);
  expect(await failureOf(send(hola))).toEqual({ failure, code });
});

test("an error repeats nothing that the provider said about the person", async () => {
  const { fake, send } = await start();
  fake.script([{ kind: "status", http: 400, body: meta(131026, "34611000001 does not want Hola, Lucía") }]);
  const error: unknown = await send(hola).catch((thrown: unknown) => thrown);
  expect(String(error)).toBe("ProviderError: provider error 131026 (recipient)");
});

test("what could not be sent may be sent again", async () => {
  const closed = await serve(() => {});
  await closed.stop();
  const { send } = createWhatsAppClient({ apiKey, baseUrl: closed.url });
  expect(await failureOf(send(hola))).toEqual({ failure: "retry", code: "ECONNREFUSED" });
});

test("nobody knows what became of a text without an answer", async () => {
  const { fake, send } = await start({ maxTimeoutMs: 1_000 });
  fake.script([{ kind: "hang-after-accept" }]);
  expect(await failureOf(send(hola))).toEqual({ failure: "unknown", code: "no_answer" });
  expect(fake.messagesTo("34611000001")).toHaveLength(1);
});

test("nobody knows what became of a text whose answer was cut off", async () => {
  const { fake, send } = await start();
  fake.script([{ kind: "reset-after-accept" }]);
  expect(await failureOf(send(hola))).toMatchObject({ failure: "unknown" });
  expect(fake.messagesTo("34611000001")).toHaveLength(1);
});

test("nobody knows what became of a text whose answer ends in the middle", async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"messages":[', () => response.destroy());
  });
  const { send } = createWhatsAppClient({ apiKey, baseUrl: url });
  expect(await failureOf(send(hola))).toMatchObject({ failure: "unknown" });
});

test.each([301, 302, 307, 308])("the key does not follow a redirect: %i", async (http) => {
  const elsewhere: unknown[] = [];
  const other = await serve((request, response) => {
    elsewhere.push(request.headers);
    response.end(JSON.stringify({ messages: [{ id: "wamid.stolen" }] }));
  });
  const { url } = await serve((_request, response) => {
    response.writeHead(http, { location: `${other.url}/messages` }).end();
  });
  const { send } = createWhatsAppClient({ apiKey, baseUrl: url });
  // The address is wrong, not the message: it is kept until somebody has put the address right.
  expect(await failureOf(send(hola))).toEqual({ failure: "stop", code: `http_${http}` });
  expect(elsewhere).toEqual([]);
});

async function start(config: { apiKey?: string; maxTimeoutMs?: number } = {}) {
  const fake: Fake360dialog = await startFake360dialog({ apiKey });
  onTestFinished(() => fake.stop());
  return { fake, ...createWhatsAppClient({ apiKey, baseUrl: fake.url, ...config }) };
}

/** A provider that answers as no provider should. */
async function serve(listener: RequestListener) {
  const server = createServer(listener);
  const listening = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", () => listening.resolve());
  await listening.promise;
  const address = server.address();
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`, stop };
}

async function failureOf(sending: Promise<unknown>): Promise<unknown> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "ProviderError" });
  const { failure, code } = Object(error) as { failure: unknown; code: unknown };
  return { failure, code };
}

function meta(code: number, details = "Something is wrong") {
  return { error: { message: `(#${code}) ${details}`, type: "OAuthException", code, error_data: { details } } };
}

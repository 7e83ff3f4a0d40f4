import { fastify } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { startFake360dialog } from "../../sandbox/fake-360dialog.ts";
import { startPhone } from "../../sandbox/phone.ts";
import { createWhatsAppClient } from "../../src/whatsapp/client.ts";
import { parseWebhook } from "../../src/whatsapp/payload.ts";

const apiKey = "the-key";
const secret = "the-secret";
const waId = "34600111222";
const vacancies = ["Cocina – Sevilla", "Sala – Sevilla", "Camarera de pisos de madrugada – Sevilla", "Barra – Madrid"];

test.each(["Sí", "option:0"])("a tap on %j answers the last message that has options", async (tap) => {
  const { ask, say, received, bodies } = await start();
  await ask("¿Qué oferta?", vacancies);
  const wamid = await ask("¿Tienes coche?", ["Sí", "No"]);
  await ask("Tómate tu tiempo");
  expect(await say({ waId, tap })).toMatchObject({ status: 200 });
  expect(received()).toMatchObject([{ kind: "message.interactive", message: { text: "Sí", from: { waId } } }]);
  expect(bodies[0]).toContain(JSON.stringify({ id: "option:0", title: "Sí" }));
  expect(bodies[0]).toContain(JSON.stringify(wamid));
});

test("a tap on a row says the whole option, and who tapped", async () => {
  const { ask, say, received } = await start();
  await ask("¿Qué oferta?", vacancies);
  await say({ waId, name: "Lucía", tap: "Camarera de pisos de" });
  expect(received()).toMatchObject([{ message: { text: vacancies[2], from: { waId, name: "Lucía" } } }]);
});

test.each<[string, object]>([
  ["an option that was not offered", { waId, tap: "Quizás" }],
  ["an option that somebody else was offered", { waId: "34600333444", tap: "Sí" }],
  ["an option of an earlier message", { waId, tap: "Cocina – Sevilla" }],
  ["nothing", { waId, tap: null }],
  ["no phone", { waId: "Lucía", tap: "Sí" }],
])("a tap on %s reaches nobody", async (_name, tap) => {
  const { ask, say, bodies } = await start();
  await ask("¿Qué oferta?", vacancies);
  await ask("¿Tienes coche?", ["Sí", "No"]);
  const { status, answer } = await say(tap);
  expect({ status, answer }).toEqual({ status: 400, answer: { error: expect.any(String) as unknown } });
  expect(bodies).toEqual([]);
});

test("words are sent as words, with or without something to tap on", async () => {
  const { ask, say, received } = await start();
  await ask("¿Tienes coche?", ["Sí", "No"]);
  await say({ waId, name: "Lucía", text: "Sí" });
  expect(received()).toMatchObject([{ kind: "message.text", message: { text: "Sí" } }]);
});

test("the page is told what can be tapped and what was", async () => {
  const { ask, say, events } = await start();
  await ask("¿Qué oferta?", vacancies);
  await say({ waId, tap: "option:2" });
  const title = "Camarera de pisos de";
  const description = "madrugada – Sevilla";
  expect(await events(2)).toMatchObject([
    { kind: "answer", text: "¿Qué oferta?", options: [{}, {}, { id: "option:2", title, description }, {}] },
    { kind: "candidate", text: `${title}\n${description}` },
  ]);
});

/** A service that keeps what it gets and says what it is told to, and the phone that talks with it. */
async function start() {
  const bodies: string[] = [];
  const service = fastify({ forceCloseConnections: true });
  service.post("/webhook", async (request) => void bodies.push(JSON.stringify(request.body)));
  const webhook = { url: `${await service.listen({ host: "127.0.0.1", port: 0 })}/webhook`, secret };
  onTestFinished(() => service.close());
  const fake = await startFake360dialog({ apiKey });
  onTestFinished(() => fake.stop());
  const phone = await startPhone({ fake, webhook });
  onTestFinished(() => phone.stop());
  const { send } = createWhatsAppClient({ apiKey, baseUrl: fake.url });

  async function say(body: object) {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${phone.url}/phone/messages`, init);
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  }

  /** The first events that the page is told. */
  async function events(count: number): Promise<unknown[]> {
    const { body } = await fetch(`${phone.url}/phone/events?waId=${waId}`);
    let told = "";
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      told += chunk;
      if (told.split("data: ").length > count) break;
    }
    return [...told.matchAll(/^data: (.*)$/gm)].slice(0, count).map(([, data = ""]): unknown => JSON.parse(data));
  }

  return {
    ask: (text: string, options: string[] = []) =>
      send({ id: 1, kind: "text", recipient: waId, body: { text, options } }),
    say,
    events,
    bodies,
    received: () => bodies.flatMap((body) => parseWebhook(Buffer.from(body))),
  };
}

import { expect, onTestFinished, test } from "vitest";
import { startFake360dialog } from "../../sandbox/fake-360dialog.ts";

const apiKey = "the-key";
const body = { text: "¿Tienes coche?" };
const button = (id: string, title: string) => ({ type: "reply", reply: { id, title } });
const buttons = (...given: object[]) => ({ type: "button", body, action: { buttons: given } });
const yesNo = buttons(button("option:0", "Sí"), button("option:1", "No"));
const list = (sections: object[], more: object = {}) => ({
  type: "list",
  body,
  action: { button: "Ver", sections, ...more },
});
const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `option:${n}`, title: `Oferta ${n}` }));
const row = (change: object) => list([{ rows: [{ id: "option:0", title: "Sala", ...change }] }]);
const long = (length: number) => "a".repeat(length);

test("buttons are accepted like a text and stay in the journal", async () => {
  const { fake, send } = await start();
  const response = await send(yesNo);
  const [message] = fake.messagesTo("34600111222");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ messages: [{ id: message?.wamid }] });
  expect(message).toMatchObject({
    text: "¿Tienes coche?",
    callback: "effect:1",
    interactive: {
      type: "button",
      options: [
        { id: "option:0", title: "Sí" },
        { id: "option:1", title: "No" },
      ],
    },
  });
  expect(await (await fetch(`${fake.url}/_received`)).json()).toMatchObject({ messages: [{ interactive: {} }] });
});

test("the rows of a list stay in the journal in their order, whatever their section", async () => {
  const { fake, send } = await start();
  const [first, ...others] = rows(3);
  await send(
    list([
      { title: "Sur", rows: [{ ...first, description: "Sevilla" }] },
      { title: "Norte", rows: others },
    ]),
  );
  expect(fake.messagesTo("34600111222")[0]?.interactive).toStrictEqual({
    type: "list",
    options: [{ ...first, description: "Sevilla" }, ...others],
  });
});

test("a text has nothing to tap on", async () => {
  const { fake, post } = await start();
  await post({ type: "text", text: { body: "Hola" } });
  expect(fake.messagesTo("34600111222")[0]?.interactive).toBeUndefined();
});

test.each([
  ["a body of 1024 characters", { ...yesNo, body: { text: long(1024) } }],
  ["one button", buttons(button("a", "Sí"))],
  ["three buttons", buttons(button("a", "1"), button("b", "2"), button("c", "3"))],
  ["a title of 20 and an id of 256", buttons(button(long(256), long(20)))],
  ["ten rows", list([{ rows: rows(10) }])],
  ["a row as long as can be", row({ id: long(200), title: long(24), description: long(72) })],
  ["an opener of 20", list([{ rows: rows(1) }], { button: long(20) })],
  [
    "two sections with titles",
    list([
      { title: long(24), rows: rows(1) },
      { title: "b", rows: rows(3).slice(1) },
    ]),
  ],
])("%s is accepted", async (_name, interactive) => {
  const { send } = await start();
  expect((await send(interactive)).status).toBe(200);
});

test.each<[string, unknown, number, string]>([
  ["nothing interactive", undefined, 100, "interactive"],
  ["another type", { ...yesNo, type: "flow" }, 131009, "interactive.type"],
  ["no body", { ...yesNo, body: undefined }, 100, "interactive.body"],
  ["an empty body", { ...yesNo, body: { text: "" } }, 131009, "interactive.body.text"],
  ["a body of 1025 characters", { ...yesNo, body: { text: long(1025) } }, 131009, "interactive.body.text"],
  ["no action", { ...yesNo, action: undefined }, 100, "interactive.action"],
  ["no button", buttons(), 131009, "interactive.action.buttons"],
  ["four buttons", buttons(...["a", "b", "c", "d"].map((id) => button(id, id))), 131009, "interactive.action.buttons"],
  [
    "a button of another type",
    buttons({ ...button("a", "Sí"), type: "url" }),
    131009,
    "interactive.action.buttons.0.type",
  ],
  ["a title of 21", buttons(button("a", long(21))), 131009, "interactive.action.buttons.0.reply.title"],
  ["a blank title", buttons(button("a", " ")), 131009, "interactive.action.buttons.0.reply.title"],
  ["an id of 257", buttons(button(long(257), "Sí")), 131009, "interactive.action.buttons.0.reply.id"],
  ["an id with a blank at its end", buttons(button("a ", "Sí")), 131009, "interactive.action.buttons.0.reply.id"],
  ["an empty id", buttons(button("", "Sí")), 131009, "interactive.action.buttons.0.reply.id"],
  ["no id", buttons({ type: "reply", reply: { title: "Sí" } }), 100, "interactive.action.buttons.0.reply.id"],
  ["equal ids", buttons(button("a", "Sí"), button("a", "No")), 131009, "interactive.action.buttons"],
  ["equal titles", buttons(button("a", "Sí"), button("b", "Sí")), 131009, "interactive.action.buttons"],
  ["no section", list([]), 131009, "interactive.action.sections"],
  ["a section without rows", list([{ rows: [] }]), 131009, "interactive.action.sections.0.rows"],
  ["eleven rows", list([{ rows: rows(11) }]), 131009, "interactive.action.sections"],
  [
    "eleven rows in two sections",
    list([
      { title: "a", rows: rows(5) },
      { title: "b", rows: rows(11).slice(5) },
    ]),
    131009,
    "interactive.action.sections",
  ],
  [
    "two sections of which one has no title",
    list([{ title: "a", rows: rows(1) }, { rows: rows(2).slice(1) }]),
    131009,
    "interactive.action.sections",
  ],
  ["a section title of 25", list([{ title: long(25), rows: rows(1) }]), 131009, "interactive.action.sections.0.title"],
  [
    "equal ids in a list",
    list([{ rows: [...rows(1), { id: "option:0", title: "b" }] }]),
    131009,
    "interactive.action.sections",
  ],
  [
    "equal titles in a list",
    list([{ rows: [...rows(1), { id: "b", title: "Oferta 0" }] }]),
    131009,
    "interactive.action.sections",
  ],
  ["a row title of 25", row({ title: long(25) }), 131009, "interactive.action.sections.0.rows.0.title"],
  ["a description of 73", row({ description: long(73) }), 131009, "interactive.action.sections.0.rows.0.description"],
  ["an empty description", row({ description: "" }), 131009, "interactive.action.sections.0.rows.0.description"],
  ["a row id of 201", row({ id: long(201) }), 131009, "interactive.action.sections.0.rows.0.id"],
  ["a row without a title", row({ title: undefined }), 100, "interactive.action.sections.0.rows.0.title"],
  ["an opener of 21", list([{ rows: rows(1) }], { button: long(21) }), 131009, "interactive.action.button"],
  ["no opener", list([{ rows: rows(1) }], { button: undefined }), 100, "interactive.action.button"],
])("%s is refused with Meta's error", async (_name, interactive, code, parameter) => {
  const { fake, send } = await start();
  const response = await send(interactive);
  expect(response.status).toBe(400);
  const message: unknown = expect.stringContaining(`(#${code})`);
  const details: unknown = expect.stringContaining(`${parameter}: `);
  expect(await response.json()).toMatchObject({
    error: { message, type: "OAuthException", code, error_data: { messaging_product: "whatsapp", details } },
  });
  expect(fake.requests).toMatchObject([{ status: 400, wamid: null }]);
  expect(fake.messagesTo("34600111222")).toEqual([]);
});

async function start() {
  const fake = await startFake360dialog({ apiKey });
  onTestFinished(() => fake.stop());
  const post = (content: object) =>
    fetch(`${fake.url}/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", "d360-api-key": apiKey },
      body: JSON.stringify({
        messaging_product: "whatsapp",
        to: "34600111222",
        biz_opaque_callback_data: "effect:1",
        ...content,
      }),
    });
  return { fake, post, send: (interactive: unknown) => post({ type: "interactive", interactive }) };
}

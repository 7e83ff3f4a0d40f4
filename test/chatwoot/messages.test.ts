import { expect, test } from "vitest";
import { answer, hola, startMirror } from "./start-mirror.ts";

test.each(["hang-after-accept", "reset-after-accept"] as const)(
  "%s: the repetition finds the message",
  async (kind) => {
    const { fake, send, effect, links, messages } = await startMirror({ config: { maxTimeoutMs: 1_000 } });
    for (const [what, body] of [
      ["incoming", hola],
      ["outgoing", answer],
      ["note", { text: "Summary" }],
    ] as const) {
      const first = effect(what, body);
      fake.script([{ kind, matching: "/messages" }]);
      await expect(send(first)).rejects.toMatchObject({ name: "ProviderError", failure: "slow" });
      const known = links.get(1) ?? first.chatwoot;
      const id = await send({ ...first, attempt: 2, chatwoot: known });
      expect(id).toBe(String(messages().at(-1)?.id));
    }
    expect(messages()).toHaveLength(3);
  },
);

test("a message is found behind everything that people wrote since", async () => {
  const { fake, send, effect, messages } = await startMirror();
  const id = await send(effect("incoming", hola));
  for (let i = 0; i < 45; i += 1) fake.humanReply(1, `reply ${i}`);
  expect(await send(effect("incoming", hola, { attempt: 2 }))).toBe(id);
  expect(messages()).toHaveLength(46);
});

test("a repetition of what never arrived is posted", async () => {
  const { fake, send, effect, messages } = await startMirror();
  await send(effect("incoming", hola));
  for (let i = 0; i < 45; i += 1) fake.humanReply(1, `reply ${i}`);
  await send(effect("incoming", { ...hola, source_id: "wamid.IN2==" }, { attempt: 2 }));
  expect(messages().at(-1)).toMatchObject({ source_id: "wamid.IN2==" });
});

test("what the bot said stands in the bot's name", async () => {
  const { fake, send, effect, messages } = await startMirror();
  const id = await send(effect("outgoing", answer));
  expect(messages()).toMatchObject([
    {
      message_type: "outgoing",
      private: false,
      content: answer.text,
      source_id: "wamid.OUT1==",
      sender: { type: "agent_bot", id: fake.botId },
      status: "sent",
    },
  ]);
  expect(id).toBe(String(messages()[0]?.id));
});

test("what never reached the candidate is marked as failed, also when the first try did not get that far", async () => {
  const { fake, send, effect, messages } = await startMirror();
  const failed = effect("outgoing", { ...answer, error: "131047" });
  fake.script([{ kind: "status", http: 500, body: {}, matching: "PATCH " }]);
  await expect(send(failed)).rejects.toMatchObject({ failure: "retry", code: "http_500" });
  expect(messages()).toMatchObject([{ status: "sent" }]);
  await send({ ...failed, attempt: 2 });
  expect(messages()).toMatchObject([{ status: "failed", content_attributes: { external_error: "131047" } }]);
});

test("ticks follow what WhatsApp says", async () => {
  const { send, effect, messages } = await startMirror();
  const message = Number(await send(effect("outgoing", answer)));
  for (const status of ["delivered", "read"] as const) {
    expect(await send(effect("delivery", { message, status, error: null }))).toBeUndefined();
    expect(messages()).toMatchObject([{ status }]);
  }
  await send(effect("delivery", { message, status: "failed", error: "131026" }));
  expect(messages()).toMatchObject([{ status: "failed", content_attributes: { external_error: "131026" } }]);
});

test("a status of what is not in Chatwoot, or no longer, is nothing to do", async () => {
  const { fake, send, effect, links } = await startMirror();
  await send(effect("delivery", { message: null, status: "read", error: null }));
  await send(effect("delivery", { message: 5, status: "read", error: null }));
  expect(fake.requests).toEqual([]);
  const gone = { chatwoot: { contact: 4711, conversation: 4712 } };
  expect(await send(effect("delivery", { message: 5, status: "read", error: null }, gone))).toBeUndefined();
  expect(links.size).toBe(0);
});

test("a note is private and the bot's", async () => {
  const { fake, send, effect, messages } = await startMirror();
  const note = effect("note", { text: "Summary" });
  await send(note);
  expect(messages()).toMatchObject([
    {
      message_type: "outgoing",
      private: true,
      content: "Summary",
      source_id: `note:${note.id}`,
      sender: { type: "agent_bot", id: fake.botId },
    },
  ]);
});

test.each([
  ["{{contact.name}} {%if a%}b{%endif%}", "{\u200B{contact.name}} {\u200B%if a%}b{\u200B%endif%}"],
  ["{{{ 1 }}} `{{code}}`", "{\u200B{\u200B{ 1 }}} `{\u200B{code}}`"],
  ["{% raw %}{{ x }}", "{\u200B% raw %}{\u200B{ x }}"],
  ["{ {a} % } } 100 %}", "{ {a} % } } 100 %}"],
])("%j is what people read, never a template", async (text, stored) => {
  const { send, effect, messages } = await startMirror();
  await send(effect("outgoing", { ...answer, text }));
  await send(effect("note", { text }));
  await send(effect("incoming", { ...hola, text }));
  // What the candidate wrote is rendered by nobody and stands word for word.
  expect(messages().map(({ content }) => content)).toEqual([stored, stored, text]);
});

test("a note mentions nobody", async () => {
  const { send, effect, messages } = await startMirror();
  const text = "[@Rita](mention://user/2/Rita) (mention://team/1/All)";
  await send(effect("note", { text }));
  await send(effect("outgoing", { ...answer, text }));
  expect(messages()[0]?.content).toBe("[@Rita](mention:\u200B//user/2/Rita) (mention:\u200B//team/1/All)");
  expect(messages()[1]?.content).toBe(text);
});

test("text goes word for word", async () => {
  const { send, effect, messages } = await startMirror();
  const text = ' línea 1\nlínea 2 "😀" \\ \u202Eשלום $& <b>&amp;</b>\n';
  await send(effect("incoming", { ...hola, text }));
  await send(effect("outgoing", { ...answer, text }));
  expect(messages().map(({ content }) => content)).toEqual([text, text]);
});

test("what is too long for Chatwoot is cut between characters", async () => {
  const { send, effect, messages } = await startMirror();
  await send(effect("incoming", { ...hola, text: `${"a".repeat(149_999)}😀b` }));
  await send(effect("outgoing", { ...answer, text: "{{".repeat(75_000) }));
  const [incoming, outgoing] = messages().map(({ content }) => content ?? "");
  expect(incoming).toBe("a".repeat(149_999));
  expect([outgoing?.length, outgoing?.includes("{{")]).toEqual([150_000, false]);
});

import { expect, test } from "vitest";
import { addContact, callApi, hola, lucia, startMirror, unlinked } from "./start-mirror.ts";

test("the first message makes one contact and one pending conversation, and says where they are", async () => {
  const { fake, send, effect, links } = await startMirror();
  const id = await send(effect("incoming", hola));
  await send(effect("incoming", { ...hola, text: "¿Hay algo?", source_id: "wamid.IN2==" }));
  expect(fake.contacts).toMatchObject([
    { id: 101, name: "Lucía", identifier: "wa:34611000001", phone_number: "+34611000001" },
  ]);
  expect(fake.conversations).toMatchObject([
    {
      id: 1,
      inbox_id: fake.inboxId,
      contact_id: 101,
      status: "pending",
      contact_inbox: { source_id: "34611000001" },
      messages: [
        { message_type: "incoming", content: hola.text, source_id: "wamid.IN1==", sender: { type: "contact" } },
        { message_type: "incoming", content: "¿Hay algo?", source_id: "wamid.IN2==" },
      ],
    },
  ]);
  expect(links.get(1)).toEqual({ contact: 101, conversation: 1 });
  expect(id).toBe(String(fake.conversations[0]?.messages[0]?.id));
});

test("a linked conversation takes one call for a message", async () => {
  const { send, effect, calls } = await startMirror();
  await send(effect("incoming", hola));
  const before = calls().length;
  await send(effect("incoming", { ...hola, source_id: "wamid.IN2==" }));
  expect(calls().slice(before)).toEqual(["POST /conversations/1/messages"]);
});

test("without a bot of its own a conversation is asked to be pending", async () => {
  const { fake, send, effect } = await startMirror({ fake: { botLinked: false } });
  await send(effect("incoming", hola));
  expect(fake.conversations).toMatchObject([{ status: "pending" }]);
});

test.each([
  ["only a user id", { ...lucia, wa_id: null }, { name: "Lucía", identifier: "ES.90010001", phone_number: null }],
  ["no name", { ...lucia, name: null }, { name: "+34611000001" }],
  ["neither", { wa_id: null, bsuid: "ES.90010001", name: null }, { name: "ES.90010001", phone_number: null }],
  [
    "a number that Chatwoot refuses",
    { ...lucia, wa_id: "0123456789" },
    { identifier: "wa:0123456789", phone_number: null },
  ],
])("a candidate with %s becomes a contact", async (_name, contact, expected) => {
  const { fake, send, effect } = await startMirror();
  await send(effect("incoming", hola, { contact }));
  expect(fake.contacts).toMatchObject([expected]);
  const sourceId = contact.wa_id ?? contact.bsuid;
  expect(fake.conversations).toMatchObject([{ contact_inbox: { source_id: sourceId } }]);
});

test("user ids that differ in upper and lower case are different people", async () => {
  const { fake, send, effect } = await startMirror();
  await send(effect("incoming", hola, { contact: { wa_id: null, bsuid: "ES.abc", name: null } }));
  await send(effect("incoming", hola, { conversation: 2, contact: { wa_id: null, bsuid: "ES.ABC", name: null } }));
  expect(fake.contacts.map(({ identifier }) => identifier)).toEqual(["ES.abc", "ES.ABC"]);
});

test("nobody at all is never sent", async () => {
  const { fake, send, effect } = await startMirror();
  const nobody = { wa_id: null, bsuid: null, name: "Lucía" };
  await expect(send(effect("incoming", hola, { contact: nobody }))).rejects.toMatchObject({
    failure: "fix",
    code: "nobody",
  });
  expect(fake.requests).toEqual([]);
});

test("a contact that a recruiter made with this phone number is used and linked to our inbox", async () => {
  const { fake, config, send, effect, links } = await startMirror();
  const id = await addContact(config, { name: "Lucía G.", phone_number: "+34611000001" });
  await send(effect("incoming", hola));
  expect(fake.contacts).toHaveLength(1);
  expect(fake.requests).toContainEqual(
    expect.objectContaining({
      path: `/contacts/${id}/contact_inboxes`,
      body: { inbox_id: fake.inboxId, source_id: "34611000001" },
      status: 200,
    }),
  );
  expect(fake.conversations).toMatchObject([{ contact_id: id, contact_inbox: { source_id: "34611000001" } }]);
  expect(links.get(1)).toEqual({ contact: id, conversation: 1 });
});

test("a lost race for the identifier is answered with 500; the winner's contact is used", async () => {
  const { fake, send, effect } = await startMirror();
  await send(effect("incoming", hola));
  // The contact comes into being between our look and our attempt to make it.
  fake.script([
    { kind: "status", http: 200, body: { payload: [] }, matching: "POST /contacts/filter" },
    { kind: "status", http: 500, body: {}, matching: /^POST \/contacts$/ },
  ]);
  await send(effect("incoming", { ...hola, source_id: "wamid.IN2==" }, unlinked));
  expect(fake.contacts).toHaveLength(1);
  expect(fake.conversations).toMatchObject([{ messages: [{}, { source_id: "wamid.IN2==" }] }]);
});

test("what is wrong with a contact that nobody else has stays wrong", async () => {
  const { fake, send, effect } = await startMirror();
  fake.script([{ kind: "status", http: 422, body: { message: "Name is too long" }, matching: /^POST \/contacts$/ }]);
  await expect(send(effect("incoming", hola))).rejects.toMatchObject({ failure: "fix", code: "http_422" });
});

test("of several conversations of the contact the newest one in our inbox goes on", async () => {
  const { fake, config, send, effect, links } = await startMirror({
    fake: { moreInboxes: [{ name: "Website", channelType: "Channel::WebWidget" }] },
  });
  await send(effect("incoming", hola));
  for (const inbox_id of [fake.inboxId, fake.inboxId + 1]) {
    await callApi(config, "/conversations", { inbox_id, contact_id: 101, source_id: `${inbox_id}-other` });
  }
  await send(effect("incoming", { ...hola, source_id: "wamid.IN2==" }, unlinked));
  expect(links.get(1)).toEqual({ contact: 101, conversation: 2 });
  expect(fake.conversations).toHaveLength(3);
});

test("a contact and a conversation whose answers were lost are found again", async () => {
  const { fake, send, effect } = await startMirror();
  fake.script([{ kind: "reset-after-accept", matching: /^POST \/contacts$/ }]);
  const first = effect("incoming", hola);
  await expect(send(first)).rejects.toMatchObject({ failure: "slow" });
  fake.script([{ kind: "reset-after-accept", matching: /^POST \/conversations$/ }]);
  await expect(send({ ...first, attempt: 2 })).rejects.toMatchObject({ failure: "slow" });
  await send({ ...first, attempt: 3 });
  expect([fake.contacts.length, fake.conversations.length]).toEqual([1, 1]);
  expect(fake.conversations).toMatchObject([{ messages: [{ source_id: "wamid.IN1==" }] }]);
});

import { expect, test } from "vitest";
import { waitFor } from "../support/wait-for.ts";
import { addContact, answer, hola, startMirror, unlinked } from "./start-mirror.ts";

test.each(["incoming", "outgoing", "note", "open"] as const)(
  "a conversation that a recruiter deleted is forgotten, and the next attempt makes another: %s",
  async (kind) => {
    const { fake, send, effect, links } = await startMirror();
    const bodies = { incoming: hola, outgoing: answer, note: { text: "Summary" }, open: {} };
    const first = effect(kind, bodies[kind], { chatwoot: { contact: 4711, conversation: 4712 } });
    await expect(send(first)).rejects.toMatchObject({ failure: "retry", code: "gone" });
    expect(links.get(1)).toBeNull();
    await send({ ...first, attempt: 2, ...unlinked });
    expect(links.get(1)).toEqual({ contact: 101, conversation: 1 });
    expect(fake.conversations).toHaveLength(1);
  },
);

test("a contact that a recruiter deleted is forgotten, and the next attempt makes another", async () => {
  const { fake, send, effect, links } = await startMirror();
  const profile = effect("profile", facts, { chatwoot: { contact: 4711, conversation: 4712 } });
  await expect(send(profile)).rejects.toMatchObject({ failure: "retry", code: "gone" });
  expect(links.get(1)).toBeNull();
  await send({ ...profile, attempt: 2, ...unlinked });
  expect(fake.contacts).toMatchObject([{ email: "lucia@example.test" }]);
});

test("not found with nothing of ours to be deleted is a wrong address: the message is kept", async () => {
  const { fake, send, effect, links } = await startMirror();
  fake.script([{ kind: "status", http: 404, body: {}, matching: "POST /contacts/filter" }]);
  await expect(send(effect("incoming", hola))).rejects.toMatchObject({ failure: "stop", code: "not_found" });
  expect(links.size).toBe(0);
});

test("nothing is posted before it is remembered where", async () => {
  const { send, effect, messages } = await startMirror({ link: () => Promise.reject(new Error("no database")) });
  await expect(send(effect("incoming", hola))).rejects.toMatchObject({ failure: "retry", code: "not_linked" });
  expect(messages()).toEqual([]);
});

test.each([
  ["one slow call", [1_000]],
  ["slow calls that add up", [400, 400]],
])("%s: an effect gives up before it is handed out again, and posts nothing afterwards", async (_name, delays) => {
  const { fake, config, send, effect, calls } = await startMirror({ config: { maxTimeoutMs: 500 } });
  fake.script(delays.map((ms) => ({ kind: "delay", ms, matching: "/contacts" })));
  const first = effect("incoming", hola);
  await expect(send(first)).rejects.toMatchObject({ failure: "slow", code: "too_long" });
  await waitFor(() => expect(fake.requests.map(({ status }) => status)).not.toContain(null));
  const other = await startMirror({ config: { baseUrl: config.baseUrl } });
  await other.send({ ...first, attempt: 2 });
  expect(calls("POST /conversations/")).toEqual(["POST /conversations/1/messages"]);
});

test("an effect does not wait any longer for what is set up for all", async () => {
  const { fake, send, effect } = await startMirror({ config: { maxTimeoutMs: 300 } });
  fake.script([{ kind: "hang-after-accept", matching: "/inboxes" }]);
  await expect(send(effect("incoming", hola))).rejects.toMatchObject({ failure: "slow", code: "too_long" });
});

test("the conversation moves into the queue of the recruiters", async () => {
  const { fake, send, effect } = await startMirror();
  await send(effect("incoming", hola));
  expect(await send(effect("open", {}))).toBeUndefined();
  await send(effect("open", {}));
  expect(fake.conversations).toMatchObject([{ status: "open" }]);
});

test("what a recruiter has resolved meanwhile stays resolved, what was resolved before is opened", async () => {
  const { fake, send, effect, links } = await startMirror();
  await send(effect("incoming", hola));
  fake.setStatus(fake.conversations[0]?.id ?? 0, "resolved");
  const known = links.get(1) ?? { contact: null, conversation: null };
  await send(effect("open", {}, { chatwoot: { ...known, status: "open" } }));
  expect(fake.conversations).toMatchObject([{ status: "resolved" }]);
  await send(effect("open", {}, { chatwoot: { ...known, status: "resolved" } }));
  expect(fake.conversations).toMatchObject([{ status: "open" }]);
});

test("a conversation that does not open is noticed", async () => {
  const { fake, send, effect } = await startMirror();
  const body = { meta: {}, payload: { success: null, conversation_id: 1, current_status: "resolved" } };
  fake.script([{ kind: "status", http: 200, body, matching: "toggle_status" }]);
  await expect(send(effect("open", {}))).rejects.toMatchObject({ failure: "fix", code: "not_opened" });
});

const facts = { name: "Lucía García", email: "lucia@example.test", attributes: { city: "Madrid", work_permit: true } };

test("the profile becomes name, address and attributes of the contact, beside those of others", async () => {
  const { fake, config, send, effect } = await startMirror();
  await addContact(config, {
    name: "L.",
    identifier: "wa:34611000001",
    custom_attributes: { source: "fair", candidate_city: "Toledo" },
  });
  expect(await send(effect("profile", facts))).toBeUndefined();
  expect(fake.contacts).toMatchObject([{ name: "Lucía García", email: "lucia@example.test" }]);
  expect(fake.contacts[0]?.custom_attributes).toEqual({
    source: "fair",
    candidate_city: "Madrid",
    candidate_work_permit: true,
  });
});

test("what is not known stays as it is", async () => {
  const { fake, send, effect } = await startMirror();
  await send(effect("profile", facts));
  await send(effect("profile", { name: null, email: null, attributes: { experience_years: 3 } }));
  expect(fake.contacts).toMatchObject([{ name: "Lucía García", email: "lucia@example.test" }]);
  expect(fake.contacts[0]?.custom_attributes).toMatchObject({
    candidate_city: "Madrid",
    candidate_experience_years: 3,
  });
});

test("an address that somebody else has does not hold up the rest of the profile", async () => {
  const { fake, config, send, effect } = await startMirror();
  await addContact(config, { name: "Her mother", email: "lucia@example.test" });
  await send(effect("profile", facts));
  expect(fake.contacts[1]).toMatchObject({
    name: "Lucía García",
    email: null,
    custom_attributes: { candidate_city: "Madrid" },
  });
});

test("a profile that is refused with and without its address is not sent again", async () => {
  const { fake, send, effect } = await startMirror();
  const refusal = { kind: "status", http: 422, body: { message: "no" }, matching: "PUT /contacts" } as const;
  fake.script([refusal, refusal]);
  await expect(send(effect("profile", facts))).rejects.toMatchObject({ failure: "fix", code: "http_422" });
  fake.script([refusal]);
  await expect(send(effect("profile", { ...facts, email: null }))).rejects.toMatchObject({ failure: "fix" });
});

test.each([
  ["incoming", { text: "Hola" }],
  ["outgoing", { text: "Hola", source_id: "wamid.OUT1==" }],
  ["delivery", { message: "5", status: "read", error: null }],
  ["profile", { name: "Lucía", email: null, attributes: { city: { de: "Berlin" } } }],
  ["note", {}],
] as const)("a body that makes no sense is not sent: %s", async (kind, body) => {
  const { fake, send, effect } = await startMirror();
  await expect(send(effect(kind, body))).rejects.toMatchObject({ failure: "fix", code: "bad_effect" });
  expect(fake.requests).toEqual([]);
});

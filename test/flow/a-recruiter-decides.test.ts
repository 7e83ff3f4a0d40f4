import { expect, test } from "vitest";
import { createChat } from "../support/chat.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const waId = "34600000041";
const proceed =
  "Buenas noticias: el equipo quiere seguir adelante con tu candidatura para «Camarera en Lisboa». Te escribirán por aquí para el siguiente paso.";
const reject =
  "Gracias por tu interés en «Camarera en Lisboa». Una persona del equipo ha leído tu candidatura y esta vez no seguimos adelante. Si tienes preguntas, escribe HUMANO.";

test("a decision in Chatwoot is audited, told to the candidate in their language, and shown in the mirror", async () => {
  const { chat, world, decide, sql } = await startApplicant({ DECISION_UNDO_MS: "100" });
  await decide("proceed");
  await waitFor(() => expect(chat.answers().at(-1)).toBe(proceed));
  await chat.settled();
  expect(chat.answers()).toHaveLength(2);
  expect(await sql("select actor, action, detail from app.audit where action = 'decision'")).toEqual([
    { actor: "chatwoot", action: "decision", detail: { old: null, new: "proceed" } },
  ]);
  expect(world.chatwoot.conversations[0]?.messages.at(-1)).toMatchObject({
    content: proceed,
    sender: { type: "agent_bot" },
  });
});

test("a decision that was told and is changed is told anew, also while a person has the conversation", async () => {
  const { chat, world, thread, decide } = await startApplicant({ DECISION_UNDO_MS: "100" });
  await decide("proceed");
  await waitFor(() => expect(chat.answers().at(-1)).toBe(proceed));
  world.chatwoot.humanReply(thread, "Hola Ana, soy Rita.");
  await waitFor(() => expect(chat.answers().at(-1)).toBe("Hola Ana, soy Rita."));
  await decide("reject");
  await waitFor(() => expect(chat.answers().at(-1)).toBe(reject));
});

test("a change within the time to take it back: only the new decision is told", async () => {
  const { chat, decide, timePasses } = await startApplicant();
  await decide("proceed");
  await decide("reject");
  await timePasses();
  expect(chat.answers().slice(1)).toEqual([reject]);
});

test("a decision that is taken back in time is not told", async () => {
  const { chat, decide, timePasses } = await startApplicant();
  await decide("reject");
  await decide(null);
  await timePasses();
  expect(chat.answers()).toHaveLength(1);
});

test("whoever writes STOP is not told", async () => {
  const { chat, decide, timePasses } = await startApplicant();
  await decide("proceed");
  await chat.say("STOP");
  await timePasses();
  expect(chat.answers()).toHaveLength(2);
});

test("what a recruiter writes meanwhile is not held back by a decision that waits", async () => {
  const { chat, world, thread, decide, sql, timePasses } = await startApplicant();
  await decide("proceed");
  world.chatwoot.humanReply(thread, "¿Puedes venir mañana?");
  await waitFor(() => expect(chat.answers().at(-1)).toBe("¿Puedes venir mañana?"));
  expect(await sql("select state from app.effects where kind = 'tell_decision'")).toEqual([{ state: "queued" }]);
  await timePasses();
  expect(chat.answers().at(-1)).toBe(proceed);
});

test("outside the 24 hours the candidate is told by an approved template, which the recruiters see", async () => {
  const { chat, world, decide, sql, timePasses } = await startApplicant();
  await sql("update app.conversations set last_inbound_at = now() - interval '25 hours'");
  await decide("proceed");
  await timePasses();
  const content =
    "Buenas noticias sobre tu candidatura para Camarera en Lisboa: el equipo quiere seguir adelante. Responde aquí para continuar.";
  expect(world.provider.messagesTo(waId).at(-1)).toMatchObject({ text: content, template: "decision_proceed" });
  expect(chat.answers()).toHaveLength(2);
  await waitFor(() =>
    expect(world.chatwoot.conversations[0]?.messages.at(-1)).toMatchObject({ content, status: "read" }),
  );
});

test("outside the 24 hours and without a template the candidate cannot be told, and the recruiters see that", async () => {
  const { chat, world, decide, sql, timePasses } = await startApplicant();
  world.provider.templates = [];
  await sql("update app.conversations set last_inbound_at = now() - interval '25 hours'");
  await decide("proceed");
  await timePasses();
  expect(chat.answers()).toHaveLength(1);
  expect(world.chatwoot.conversations[0]?.messages.at(-1)).toMatchObject({
    content: proceed,
    status: "failed",
    content_attributes: { external_error: "window_closed" },
  });
});

test("other attributes of the conversation are no decision", async () => {
  const { world, thread, decide, sql } = await startApplicant();
  await decide("hold");
  const { CHATWOOT_API_TOKEN: token = "", CHATWOOT_ACCOUNT_ID: account } = world.env;
  const url = `${world.chatwoot.url}/api/v1/accounts/${account}/conversations/${thread}/custom_attributes`;
  await fetch(url, {
    method: "POST",
    headers: { api_access_token: token, "content-type": "application/json" },
    body: JSON.stringify({ custom_attributes: { decision: "hold", vacancy: "waiter-lisbon" } }),
  });
  await world.chatwoot.delivered();
  expect(await sql("select from app.audit where action = 'decision'")).toHaveLength(1);
});

/** Ana, who writes Spanish and has applied to a vacancy, and the recruiter who decides about her. */
async function startApplicant(env: Record<string, string> = {}) {
  const world = await startApp({ env });
  const chat = createChat(world, waId);
  const sql = async (text: string) => (await world.database.pool.query<Record<string, unknown>>(text)).rows;
  await chat.say("hola, soy Ana García");
  await chat.settled();
  await sql("insert into app.vacancies (id, version) values ('waiter-lisbon', 1)");
  await sql(`insert into app.vacancy_versions (vacancy_id, version, definition, sha256)
    values ('waiter-lisbon', 1, '{"id": "waiter-lisbon", "title": "Camarera en Lisboa", "language": "es",
      "place": {"city": "Lisboa", "country": "PT"}}', '')`);
  await sql(`insert into app.applications (conversation_id, vacancy_id, version, state, result, screening)
    select id, 'waiter-lisbon', 1, 'submitted', 'qualified', '{"result": "qualified", "knockouts": [], "missing": []}'
      from app.conversations`);
  const thread = world.chatwoot.conversations[0]?.id ?? 0;

  /** As a click in Chatwoot, and until it is stored. */
  async function decide(decision: string | null): Promise<void> {
    const response = await fetch(`${world.chatwoot.url}/_decide`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ conversation_id: thread, decision }),
    });
    expect(response.status).toBe(200);
    await waitFor(async () => expect(await sql("select decision from app.applications")).toEqual([{ decision }]));
  }

  /** The time to take a decision back is over, and whatever comes of it is done. */
  async function timePasses(): Promise<void> {
    await sql("update app.effects set next_at = now() where kind = 'tell_decision' and state = 'queued'");
    await chat.settled();
  }

  return { world, chat, thread, sql, decide, timePasses };
}

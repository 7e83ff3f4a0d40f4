import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createChat } from "../support/chat.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const waId = "34600000081";

test("a recruiter's reply reaches the candidate and silences the bot, until the conversation is given back", async () => {
  const world = await startApp();
  const { chatwoot, provider } = world;
  const chat = createChat(world, waId);
  await chat.say("hola, soy Ana García");
  await chat.settled();
  const thread = chatwoot.conversations[0]?.id ?? 0;

  chatwoot.humanReply(thread, "Hola Ana, soy Rita. ¿Puedes venir mañana?");
  await waitFor(() => expect(chat.answers().at(-1)).toBe("Hola Ana, soy Rita. ¿Puedes venir mañana?"));
  // Their reply takes the conversation out of the bot's queue, and its delivery shows on their own message.
  await waitFor(() => expect(chatwoot.conversations[0]?.status).toBe("open"));
  await waitFor(() =>
    expect(chatwoot.conversations[0]?.messages.findLast(({ sender }) => sender?.type === "user")?.status).toBe("read"),
  );

  await chat.sayInVain("sí, claro");
  expect(provider.messagesTo(waId)).toHaveLength(2);
  expect(chatwoot.conversations[0]?.messages.at(-1)).toMatchObject({ content: "sí, claro", message_type: "incoming" });

  chatwoot.setStatus(thread, "pending");
  await waitFor(async () => {
    const { rows } = await world.database.pool.query("select mode from app.conversations");
    expect(rows).toEqual([{ mode: "bot" }]);
  });
  await chat.say("vivo en Sevilla");
  expect(provider.messagesTo(waId)).toHaveLength(3);
});

test("a takeover between claim and commit: the turn is kept and the bot says nothing", async () => {
  const started = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const world = await startApp({
    runTurn: async (turn) => {
      started.resolve();
      await goOn.promise;
      return { ...say(turn, "the bot talks"), facts: [factOf(turn.messages[0]?.id ?? 0)] };
    },
  });
  const chat = createChat(world, waId);
  await world.post(textBody({ waId, text: "soy Ana" }));
  await started.promise;
  await waitFor(() => expect(world.chatwoot.conversations).toHaveLength(1));
  world.chatwoot.humanReply(world.chatwoot.conversations[0]?.id ?? 0, "Hola, soy Rita");
  await waitFor(() => expect(chat.answers()).toEqual(["Hola, soy Rita"]));

  goOn.resolve();

  await chat.settled();
  expect(chat.answers()).toEqual(["Hola, soy Rita"]);
  const { rows } = await world.database.pool.query("select silenced from app.turns");
  expect(rows).toEqual([{ silenced: true }]);
  expect(await chat.facts()).toMatchObject([{ field: "first_name", value: "Ana" }]);
  // What was never said to the candidate is not shown to the recruiters either.
  expect(world.chatwoot.conversations[0]?.messages.map(({ content }) => content)).not.toContain("the bot talks");
});

test("a hand-off that a recruiter is quicker than is not announced any more", async () => {
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const oracle = createOracle({});
  const world = await startApp({
    claude: async (request) => {
      asked.resolve();
      await goOn.promise;
      return oracle(request);
    },
  });
  const chat = createChat(world, waId);
  await world.post(textBody({ waId, text: "quiero hablar con una persona de verdad" }));
  await asked.promise;
  await waitFor(() => expect(world.chatwoot.conversations).toHaveLength(1));
  world.chatwoot.humanReply(world.chatwoot.conversations[0]?.id ?? 0, "Hola, soy Rita");
  await waitFor(() => expect(chat.answers()).toEqual(["Hola, soy Rita"]));

  goOn.resolve();

  await chat.settled();
  expect(chat.answers()).toEqual(["Hola, soy Rita"]);
});

test("the bot's own messages, notes and statuses in Chatwoot are never taken for a recruiter's", async () => {
  const world = await startApp();
  world.chatwoot.duplicateWebhooks = true;
  const chat = createChat(world, waId);

  await chat.say("hola, soy Ana García");
  await chat.say("vivo en Sevilla, ¿cuánto se cobra?");
  await chat.settled();
  await world.chatwoot.delivered();

  expect(chat.answers()).toHaveLength(2);
  expect(world.chatwoot.conversations[0]?.messages.some((message) => message.private)).toBe(true);
  const { rows } = await world.database.pool.query("select mode from app.conversations");
  expect(rows).toEqual([{ mode: "bot" }]);
});

function factOf(messageId: number) {
  return { field: "first_name", value: "Ana", messageId, quote: "Ana", confidence: 1 };
}

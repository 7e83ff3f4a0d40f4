import { describe, expect, test } from "vitest";
import { createChat } from "../support/chat.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const waId = "34600000091";

describe("with the model down", () => {
  const down = {
    claude: () => {
      throw new Error("the model is down");
    },
  };

  test("STOP gets one confirmation, nothing more until START", async () => {
    const world = await startApp(down);
    const chat = createChat(world, waId);
    await chat.say("hola, soy Ana García");

    expect(await chat.say("¡BAJA!")).toMatch(/ALTA|START/);
    await chat.sayInVain("baja");
    await chat.sayInVain("¿hola?");
    expect(chat.answers()).toHaveLength(2);

    await chat.say("Alta");
    await chat.say("vivo en Sevilla");
    expect(chat.answers()).toHaveLength(4);
  });

  test("HUMAN hands over at once: the recruiters' queue, a note, and the bot is silent", async () => {
    const world = await startApp(down);
    const chat = createChat(world, waId);
    await chat.say("hello, my name is Tom Baker");

    expect(await chat.say("HUMAN")).toMatch(/person|team/i);
    await chat.settled();
    expect(world.chatwoot.conversations[0]).toMatchObject({ status: "open" });
    expect(world.chatwoot.conversations[0]?.messages.some((message) => message.private)).toBe(true);
    await chat.sayInVain("are you there?");
    expect(chat.answers()).toHaveLength(2);
  });

  test("DELETE asks once, and only the second one counts; EXPORT shows every value with its words; WHY explains", async () => {
    const world = await startApp(down);
    const chat = createChat(world, waId);
    await chat.say("hello, my name is Tom Baker and I live in Leeds");

    const shown = await chat.say("my data");
    expect(shown).toContain("Tom");
    expect(shown).toContain("Leeds");
    expect(await chat.say("why?")).toMatch(/person/i);
    expect(await chat.say("DELETE")).toMatch(/again|once more/i);
    const { rows: before } = await world.database.pool.query("select opted_out_at from app.conversations");
    expect(before).toEqual([{ opted_out_at: null }]);
    await chat.say("delete");
    await chat.settled();
    const { rows: after } = await world.database.pool.query(
      "select mode, opted_out_at is not null as stopped from app.conversations",
    );
    expect(after).toEqual([{ mode: "human", stopped: true }]);
    expect(world.chatwoot.conversations[0]?.status).toBe("open");
  });
});

test("a control word beside other messages is answered first, and the others get their own turn", async () => {
  const world = await startApp({ env: { BURST_QUIET_MS: "1000", BURST_CEILING_MS: "5000" } });
  const chat = createChat(world, waId);

  await chat.say("hola, soy Ana García", "por qué");
  await waitFor(() => expect(chat.answers()).toHaveLength(2));

  await chat.settled();
  const [why, answer] = chat.answers();
  expect(why).not.toContain("Ana");
  expect(answer).toContain("Ana");
  expect((await chat.facts()).map(({ field }) => field)).toContain("first_name");
});

test("a word inside a sentence is no control", async () => {
  const world = await startApp();
  const chat = createChat(world, waId);

  await chat.say("busco trabajo non-stop, quiero parar de estudiar");

  const { rows } = await world.database.pool.query("select opted_out_at, mode from app.conversations");
  expect(rows).toEqual([{ opted_out_at: null, mode: "bot" }]);
});

test("with the bot switched off the controls still work", async () => {
  const world = await startApp({ env: { AGENT_ENGINE: "off" } });
  const chat = createChat(world, waId);

  await chat.sayInVain("hola");
  expect(await chat.say("STOP")).not.toBe("");

  const { rows } = await world.database.pool.query("select opted_out_at is not null as stopped from app.conversations");
  expect(rows).toEqual([{ stopped: true }]);
});

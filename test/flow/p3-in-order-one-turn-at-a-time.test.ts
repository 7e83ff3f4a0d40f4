import { expect, test } from "vitest";
import { textBody } from "../../sandbox/webhook-body.ts";
import { say } from "../support/say.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

test("five messages within a second get one answer, in their order", async () => {
  const turns: string[][] = [];
  const { post, provider } = await startApp({
    env: { BURST_QUIET_MS: "700", BURST_CEILING_MS: "5000" },
    runTurn: async (turn) => {
      turns.push(turn.messages.map(({ text }) => text));
      return say(turn, "answer");
    },
  });

  for (const text of ["one", "two", "three", "four", "five"]) await post(textBody({ waId: "34600000001", text }));

  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
  expect(turns).toEqual([["one", "two", "three", "four", "five"]]);
  expect(provider.readReceipts()).toHaveLength(1);
});

test("messages that keep coming are answered at the ceiling", async () => {
  const { post, provider } = await startApp({ env: { BURST_QUIET_MS: "60000", BURST_CEILING_MS: "300" } });

  await post(textBody({ waId: "34600000001", text: "hola" }));

  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
});

test("turns of one conversation never overlap, those of two run side by side", async () => {
  const running = new Map<number, number>();
  let overlaps = 0;
  let sideBySide = false;
  const bothAreRunning = Promise.withResolvers<void>();
  const { post, provider } = await startApp({
    env: { BURST_QUIET_MS: "0", BURST_CEILING_MS: "0" },
    runTurn: async (turn) => {
      const mine = (running.get(turn.conversation) ?? 0) + 1;
      running.set(turn.conversation, mine);
      if (mine > 1) overlaps += 1;
      if (running.size === 2 && [...running.values()].every((count) => count > 0)) {
        sideBySide = true;
        bothAreRunning.resolve();
      }
      await bothAreRunning.promise;
      running.set(turn.conversation, mine - 1);
      return say(turn, turn.messages.map(({ text }) => text).join("+"));
    },
  });

  for (let i = 0; i < 6; i += 1) {
    await post(textBody({ waId: "34600000001", text: `a${i}` }));
    await post(textBody({ waId: "34600000002", text: `b${i}` }));
  }

  await waitFor(() => expect(said("34600000001")).toBe("a0+a1+a2+a3+a4+a5"));
  await waitFor(() => expect(said("34600000002")).toBe("b0+b1+b2+b3+b4+b5"));
  expect(overlaps).toBe(0);
  expect(sideBySide).toBe(true);

  function said(who: string) {
    return provider
      .messagesTo(who)
      .map(({ text }) => text)
      .join("+");
  }
});

test("a message that arrives during a turn is read by the same turn", async () => {
  const { promise: arrived, resolve: letGo } = Promise.withResolvers<void>();
  const seen: string[][] = [];
  const { post, provider, database } = await startApp({
    runTurn: async (turn) => {
      seen.push(turn.messages.map(({ text }) => text));
      await arrived;
      return say(turn, "answer");
    },
  });
  await post(textBody({ waId: "34600000001", text: "one" }));
  await waitFor(() => expect(seen).toHaveLength(1));

  await post(textBody({ waId: "34600000001", text: "two" }));
  letGo();

  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(1));
  expect(seen).toEqual([["one"], ["one", "two"]]);
  const { rows } = await database.pool.query("select count(*)::int as turns from app.turns");
  expect(rows).toEqual([{ turns: 1 }]);
});

test("effects of one conversation leave in order, also when the first has to wait for a retry", async () => {
  const { post, provider } = await startApp({
    runTurn: async (turn) => say(turn, "first", "second", "third"),
  });
  const fault = { kind: "status", http: 500, body: { error: { message: "x", code: 131000 } } } as const;
  provider.script([fault, fault]);

  await post(textBody({ waId: "34600000001", text: "hola" }));

  await waitFor(() => expect(provider.messagesTo("34600000001")).toHaveLength(3));
  expect(provider.messagesTo("34600000001").map(({ text }) => text)).toEqual(["first", "second", "third"]);
});

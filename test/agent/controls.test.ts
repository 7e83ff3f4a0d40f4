import { describe, expect, test } from "vitest";
import { runControls } from "../../src/agent/controls.ts";
import { tables } from "../../src/agent/rules/tables/tables.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { languages } from "../../src/recruiting/language.ts";
import { messageOf, never, noteIn, said, storedFact, turnInput } from "./turns.ts";

type Control = NonNullable<TurnInput["messages"][number]["control"]>;

/** One word that was sent for each control; what language it is in decides nothing here. */
const sent: Record<Control, string> = {
  stop: "STOP",
  start: "START",
  human: "HUMAN",
  delete: "DELETE",
  delete_confirmed: "DELETE",
  export: "EXPORT",
  why: "WHY",
};
const spoke = {
  en: said("candidate", "Hello, I am looking for a job as a waiter please"),
  es: said("candidate", "Hola, buenos días, estoy buscando trabajo de camarera"),
  de: said("candidate", "Guten Tag, ich suche eine Stelle als Kellnerin"),
  fr: said("candidate", "Bonjour, je cherche un travail de serveuse"),
  pt: said("candidate", "Olá, bom dia, estou à procura de trabalho como empregada de mesa"),
};

function burst(controls: readonly Control[], given: Partial<TurnInput> = {}): TurnInput {
  const messages = controls.map((control, index) => messageOf(101 + index, sent[control], control));
  return turnInput([], { messages, recent: [spoke.en], ...given });
}

async function textOf(input: TurnInput): Promise<string> {
  const { effects } = await runControls(input, never);
  const texts = effects.flatMap((effect) => (effect.kind === "text" ? [effect.body.text] : []));
  expect(texts).toHaveLength(1); // one bubble
  return texts[0] ?? "";
}

describe.each(languages)("in %s", (language) => {
  const texts = tables[language].texts.controls;

  test.each([
    ["stop", texts.stopped, false],
    ["start", texts.started, false],
    ["human", texts.human, true],
    ["delete", texts.deleteAsk, false],
    ["delete_confirmed", texts.deleteDone, true],
    ["export", texts.exportEmpty, false],
    ["why", texts.why, false],
  ] as const)("%s is answered with %j, and a person is needed: %s", async (control, text, handOff) => {
    const progress = { asked: { city: 1 }, confirmed: false };
    const input = burst([control], { recent: [spoke[language]], progress, checkpoint_id: "c-1", summary: "Waits." });

    const result = await runControls(input, never);

    expect(result).toMatchObject({
      messageIds: [101],
      facts: [],
      progress,
      handOff,
      checkpointId: "c-1",
      summary: "Waits.",
      decision: { engine: "controls", language, controls: [control] },
    });
    // Of origin control: a takeover or an opt-out must not stop it. It asks nothing that a later "yes" could answer.
    const [bubble, ...others] = result.effects;
    expect(bubble).toEqual({ destination: "whatsapp", origin: "control", kind: "text", body: { text, asks: null } });
    expect(others.map(({ destination, origin, kind }) => [destination, origin, kind])).toEqual(
      handOff
        ? [
            ["chatwoot", "control", "note"],
            ["chatwoot", "control", "open"],
          ]
        : [],
    );
  });

  test("what we know is shown with the words that it came from", async () => {
    const facts = [
      storedFact("first_name", "Lucía", "soy Lucía"),
      storedFact("city", "Sevilla", "vivo en Sevilla"),
      storedFact("experience_years", 3, "llevo 3 años"),
      storedFact("shoe_size", 42, "calzo un 42"),
    ];
    const { labels } = tables[language].texts;

    const lines = (await textOf(burst(["export"], { recent: [spoke[language]], facts }))).split("\n");

    expect(lines[0]).toBe(texts.exportIntro);
    expect(lines).toContain(`${labels.first_name}: Lucía («soy Lucía»)`);
    expect(lines).toContain(`${labels.city}: Sevilla («vivo en Sevilla»)`);
    expect(lines.find((line) => line.startsWith(labels.experience_years))).toMatch(/3 .+ \(«llevo 3 años»\)$/);
    expect(lines).toHaveLength(4);
  });
});

describe("several in one burst", () => {
  const { texts } = tables.en;
  const { stopped, started, human, deleteAsk, deleteDone, why, exportEmpty } = texts.controls;

  test("are answered in one bubble, in order, each once", async () => {
    expect(await textOf(burst(["why", "export", "why", "delete"]))).toBe([exportEmpty, why, deleteAsk].join("\n\n"));
  });

  test("after STOP nothing else is said", async () => {
    expect(await textOf(burst(["why", "stop"]))).toBe(stopped);
    expect(await textOf(burst(["stop", "why", "export"]))).toBe(stopped);
    expect(await textOf(burst(["start", "stop"]))).toBe(stopped);
    expect(await textOf(burst(["start", "stop", "start", "stop"]))).toBe(stopped);
  });

  test("unless START took it back: the last word of the person holds", async () => {
    expect(await textOf(burst(["stop", "start"]))).toBe(started);
    expect(await textOf(burst(["start", "stop", "start"]))).toBe(started);
    expect(await textOf(burst(["stop", "why", "start"]))).toBe([why, started].join("\n\n"));
  });

  test("a confirmed deletion has the last word too, and goes to a person", async () => {
    const input = burst(["delete", "delete_confirmed"]);
    expect(await textOf(input)).toBe(deleteDone);
    const { effects, handOff } = await runControls(input, never);
    expect(handOff).toBe(true);
    expect(effects.map(({ kind }) => kind)).toEqual(["text", "note", "open"]);
  });

  test("a person who was asked for is told of it, also when STOP came after", async () => {
    const input = burst(["human", "stop"]);
    expect(await textOf(input)).toBe(stopped);
    expect(await textOf(burst(["human", "why"]))).toBe([human, why].join("\n\n"));
    const { effects, handOff } = await runControls(input, never);
    expect(handOff).toBe(true);
    expect(effects.map(({ kind }) => kind)).toEqual(["text", "note", "open"]);
  });

  test("all of them are done with this turn, and what stands beside them waits for its own", async () => {
    const input = burst(["why", "stop"]);
    const beside = messageOf(99, "my name is Tom");
    const result = await runControls({ ...input, messages: [beside, ...input.messages] }, never);
    expect(result.messageIds).toEqual([101, 102]);
    expect(result.decision).toMatchObject({ controls: ["why", "stop"] });
    expect(JSON.stringify(result)).not.toContain("Tom");
  });
});

test("the note for the recruiters says what is known and what is missing", async () => {
  const facts = [storedFact("city", "Leeds", "I live in Leeds")];
  const { effects } = await runControls(burst(["human"], { facts }), never);
  expect(noteIn(effects)).toContain(tables.en.texts.note.human);
  expect(noteIn(effects)).toContain("Leeds");
});

test("stored words cannot break out of their line", async () => {
  const facts = [storedFact("city", "Leeds", "Leeds $& $1 {facts} %s")];
  expect(await textOf(burst(["export"], { facts }))).toContain("Leeds («Leeds $& $1 {facts} %s»)");
});

import { expect, test } from "vitest";
import { describeContract, keyOf } from "./contract.ts";

describeContract("matching", ({ call }) => {
  const offer = (id: string, definition: Record<string, unknown>) =>
    call("import_vacancy", { id, definition: { id, ...definition }, sha256: keyOf(JSON.stringify(definition)) });
  const found = async (text: string, limit = 10) =>
    (await call("match_vacancies", { text, limit })).vacancies.map(({ id }) => id);

  async function offerSome() {
    await offer("camarero", { title: "Camarero/a de sala", place: { city: "Córdoba" } });
    await offer("cook", { title: "Koch", place: { city: "Köln" }, description: "Küche, die Camarones mag." });
    await offer("driver", {
      title: "Chauffeur",
      place: { city: "Orléans" },
      faq: [{ q: "Le véhicule ?", a: "Un camion élévateur." }],
    });
  }

  test("words are found by their beginning and without accents, wherever they stand", async () => {
    await offerSome();
    expect(await found("soy camarera")).toEqual(["camarero", "cook"]); // the title before the description
    expect(await found("CORDOBA, por favor")).toEqual(["camarero"]);
    expect(await found("koln oder cordoba").then((ids) => ids.sort())).toEqual(["camarero", "cook"]);
    expect(await found("elevateurs")).toEqual(["driver"]);
    expect(await found("Co\u0301rdoba")).toEqual(["camarero"]);
    expect(await found("camarera", 1)).toEqual(["camarero"]);
    expect(await found("nothing of this")).toEqual([]);
  });

  test("only what is open is found, as its newest version says it", async () => {
    await offerSome();
    await offer("camarero", { title: "Barista", place: { city: "Cádiz" } });
    await call("close_vacancy", { id: "cook" });
    expect(await found("camarera")).toEqual([]);
    expect(await found("barista")).toEqual(["camarero"]);
  });

  test.each([
    ["nothing", ""],
    ["signs", "&|!:* <-> () \\ ''"],
    ["quotes", "camar'a:*' | 'x' & !(\"camarero\") \\'; drop table app.vacancies; --"],
    ["a long text", "camarera & ".repeat(1_000)],
    ["many words", Array.from({ length: 1_500 }, (_, n) => `${n.toString(26)}word`).join(" ")],
    ["one long word", "a".repeat(10_000)],
    ["other scripts", "服务员 официант 😀 مرحبا שלום"],
  ])("%s is no error", async (_name, text) => {
    await offerSome();
    const ids = await found(text);
    expect(ids.includes("camarero")).toBe(text.includes("camarer"));
  });

  test("a vacancy that says nothing is no error", async () => {
    await offer("empty", {});
    expect(await found("camarera")).toEqual([]);
  });

  test("a version's embedding is kept once and listed with it; a new version has none", async () => {
    const listed = async () => (await call("open_vacancies", { limit: 1 })).vacancies.map(({ embedding }) => embedding);
    await offer("waiter", { title: "Waiter" });
    const save = (version: number, embedding: number[]) => call("save_embedding", { id: "waiter", version, embedding });

    expect(await save(1, [0.5, -0.25, 1e-7])).toEqual({ saved: true });
    expect(await save(1, [9, 9, 9])).toEqual({ saved: false });
    expect(await save(7, [1, 2, 3])).toEqual({ saved: false });
    expect(await listed()).toEqual([[0.5, -0.25, 1e-7]]);

    await offer("waiter", { title: "Head waiter" });
    expect(await listed()).toEqual([null]);
  });
});

import { expect, test } from "vitest";
import { describeContract, keyOf } from "./contract.ts";

describeContract("vacancies", ({ sql, call }) => {
  const offer = (id: string, title = id) =>
    call("import_vacancy", { id, definition: { id, title }, sha256: keyOf(title) });

  test("a vacancy is created, stays as it is, changes, is closed and opened again, and each of it is on record", async () => {
    expect(await offer("waiter")).toEqual({ version: 1, outcome: "created" });
    expect(await offer("waiter")).toEqual({ version: 1, outcome: "unchanged" });
    expect(await offer("waiter", "Head waiter")).toEqual({ version: 2, outcome: "changed" });
    expect(await call("close_vacancy", { id: "waiter" })).toEqual({ outcome: "closed", running: 0 });
    expect(await call("close_vacancy", { id: "waiter" })).toEqual({ outcome: "already_closed", running: 0 });
    expect(await call("close_vacancy", { id: "cook" })).toEqual({ outcome: "unknown", running: 0 });
    expect(await offer("waiter", "Head waiter")).toEqual({ version: 2, outcome: "reopened" });
    await call("close_vacancy", { id: "waiter" });
    expect(await offer("waiter")).toEqual({ version: 3, outcome: "reopened" });
    const done = [
      ["created", 1],
      ["changed", 2],
      ["closed", 2],
      ["reopened", 2],
      ["closed", 2],
      ["reopened", 3],
    ];
    expect(await sql("select actor, action, detail from app.audit order by id")).toEqual(
      done.map(([what, version]) => ({
        actor: "operator",
        action: `vacancy_${what}`,
        detail: { vacancy: "waiter", version },
      })),
    );
    expect(await sql("select status, closed_at from app.vacancies")).toEqual([{ status: "open", closed_at: null }]);
  });

  test("two imports of the same vacancy at the same time make one version", async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => offer("waiter")));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["created", "unchanged", "unchanged", "unchanged"]);
    expect(await sql("select from app.vacancy_versions")).toHaveLength(1);
  });

  test("open vacancies come in their newest version, the newest vacancy first", async () => {
    for (const id of ["waiter", "cook", "driver"]) await offer(id);
    await offer("waiter", "Head waiter");
    await call("close_vacancy", { id: "driver" });
    expect(await call("open_vacancies", { limit: 10 })).toEqual({
      vacancies: [
        { id: "cook", version: 1, definition: { id: "cook", title: "cook" }, embedding: null },
        { id: "waiter", version: 2, definition: { id: "waiter", title: "Head waiter" }, embedding: null },
      ],
    });
    expect((await call("open_vacancies", { limit: 1 })).vacancies.map(({ id }) => id)).toEqual(["cook"]);
  });
});

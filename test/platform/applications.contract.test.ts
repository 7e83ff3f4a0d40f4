import { expect, test } from "vitest";
import type { Args, TurnInput } from "../../src/platform/procedures.ts";
import { describeContract, first, keyOf, message } from "./contract.ts";

type Given = Partial<Args<"complete_turn">>;

describeContract("applications", (world) => {
  const { sql, call, receive, claim, claimOne, commit, elsewhere } = world;
  const incomplete = { result: "incomplete" as const, knockouts: [], missing: ["permit"] };
  const qualified = { result: "qualified" as const, knockouts: [], missing: [] };

  const offer = (id: string, title = id) =>
    call("import_vacancy", { id, definition: { id, title }, sha256: keyOf(title) });
  const application = (id: number | null, given: Partial<NonNullable<Given["application"]>> = {}) => ({
    id,
    vacancy: "waiter",
    version: 1,
    screening: incomplete,
    submitted: false,
    ...given,
  });
  const answerOf = (turn: TurnInput, field: string, value: unknown) => ({
    field,
    value,
    message_id: first(turn.messages).id,
    quote: "words",
    confidence: 0.5,
  });
  const stored = () =>
    sql<{ state: string; result: string; version: number; submitted: boolean }>(
      "select state, result, version, submitted_at is not null as submitted from app.applications order by id",
    );

  /** A turn that comes to this, and the input of the next one. */
  async function after(given: (turn: TurnInput) => Given): Promise<TurnInput> {
    const turn = await claimOne(message());
    expect((await commit(turn, given(turn))).outcome).toBe("committed");
    return claimOne(message());
  }

  test("the list counts who is applying and who has applied, the ended ones too", async () => {
    for (const id of ["cook", "waiter"]) await offer(id);
    for (const [n, submitted] of [false, true, true].entries()) {
      const turn = await claimOne(message({ wa_id: `4915100000${n}` }));
      await commit(turn, { application: application(null, { submitted }) });
    }
    await sql("update app.applications set state = 'ended' where id = 3");
    await call("close_vacancy", { id: "cook" });
    const { vacancies } = await call("list_vacancies", {});
    const seen = { created_at: expect.any(String) as unknown, version: 1 };
    expect(vacancies).toEqual([
      { ...seen, id: "waiter", title: "waiter", status: "open", open: 1, submitted: 2 },
      { ...seen, id: "cook", title: "cook", status: "closed", open: 0, submitted: 0 },
    ]);
    expect(await call("close_vacancy", { id: "waiter" })).toEqual({ outcome: "closed", running: 1 });
  });

  test("an application that a turn begins comes with the next one, with the vacancy and the answers", async () => {
    await offer("waiter");
    const next = await after((turn) => ({
      application: application(null),
      answers: [answerOf(turn, "permit", true), answerOf(turn, "days", ["mon"])],
    }));
    expect(next.application).toEqual({
      id: 1,
      vacancy: "waiter",
      version: 1,
      definition: { id: "waiter", title: "waiter" },
      closed: false,
      submitted: false,
      decision: null,
      answers: [
        { field: "permit", value: true, message_id: 1, quote: "words", confidence: 0.5 },
        { field: "days", value: ["mon"], message_id: 1, quote: "words", confidence: 0.5 },
      ],
    });
    expect(await stored()).toEqual([{ state: "open", result: "incomplete", version: 1, submitted: false }]);
  });

  test("a new answer supersedes the old one, the same adds nothing, and other applications keep theirs", async () => {
    await offer("waiter");
    for (const wa_id of ["49151000001", "49151000002"]) {
      for (const [n, value] of [1, 1, 2].entries()) {
        const turn = await claimOne(message({ wa_id }));
        const id = n === 0 ? null : (turn.application?.id ?? 0);
        await commit(turn, { application: application(id), answers: [answerOf(turn, "years", value)] });
      }
    }
    expect(
      await sql("select application_id, value, superseded_by, turn_id from app.answers order by application_id, id"),
    ).toEqual([
      { application_id: "1", value: 1, superseded_by: "2", turn_id: "1" },
      { application_id: "1", value: 2, superseded_by: null, turn_id: "3" },
      { application_id: "2", value: 1, superseded_by: "4", turn_id: "4" },
      { application_id: "2", value: 2, superseded_by: null, turn_id: "6" },
    ]);
    await receive([message({ wa_id: "49151000002" })]);
    expect(first((await claim()).turns).application?.answers).toMatchObject([{ field: "years", value: 2 }]);
  });

  test("a vacancy that changes leaves the applications that are under way as they are", async () => {
    await offer("waiter");
    const turn = await after(() => ({ application: application(null) }));
    await offer("waiter", "Head waiter");
    await commit(turn, { application: application(1, { version: 2, screening: qualified }) });
    expect((await claimOne(message())).application).toMatchObject({ version: 1, definition: { title: "waiter" } });
    expect(await stored()).toMatchObject([{ version: 1, result: "qualified" }]);
    await receive([message({ wa_id: "49151000002" })]);
    const other = first((await claim()).turns);
    await commit(other, { application: application(null, { version: 2 }) });
    await receive([message({ wa_id: "49151000002" })]);
    expect(first((await claim()).turns).application).toMatchObject({
      version: 2,
      definition: { title: "Head waiter" },
    });
  });

  test("an application is read with what was known at its last screening, whatever is stated for a later one", async () => {
    for (const id of ["waiter", "cook"]) await offer(id);
    let turn = await claimOne(message());
    const fact = (field: string, value: string) => answerOf(turn, field, value);
    await commit(turn, { application: application(null), facts: [fact("city", "Porto")] });
    turn = await claimOne(message());
    const corrected = [fact("city", "Lisbon"), fact("first_name", "Ana")];
    await commit(turn, { application: application(1), facts: corrected });
    turn = await claimOne(message());
    await commit(turn, {
      ended: 1,
      application: application(null, { vacancy: "cook" }),
      facts: [fact("city", "Faro")],
    });
    const known = async (id: number) =>
      (await call("read_application", { id })).application?.facts.map(({ value }) => value);
    expect(await known(1)).toEqual(["Lisbon", "Ana"]);
    expect(await known(2)).toEqual(["Ana", "Faro"]);
    expect((await call("read_application", { id: 1 })).application?.turns.map(({ id }) => id)).toEqual([2]);
    await sql("update app.applications set screened_turn = null");
    expect(await known(1)).toEqual(["Ana", "Faro"]);
  });

  test("an application is read without reading what everybody else has stated", async () => {
    await offer("waiter");
    await after(() => ({ application: application(null) }));
    await sql(`with people as (insert into app.contacts (name) select 'n' from generate_series(1, 5000) returning id)
      insert into app.profile_facts (contact_id, field, value, message_id, quote, confidence, turn_id)
      select id, 'city', '1', 1, 'x', 1, 1 from people`);
    await sql("analyze app.profile_facts");
    await elsewhere(async (client) => {
      const scans = "select seq_scan from pg_stat_xact_user_tables where relname = 'profile_facts'";
      const { rows: before } = await client.query(scans);
      await client.query("select public.read_application('{\"id\": 1}')");
      expect((await client.query(scans)).rows).toEqual(before);
    });
  });

  test("who applies is told that the vacancy was closed, and that it was opened again", async () => {
    await offer("waiter");
    const turn = await after(() => ({ application: application(null) }));
    await call("close_vacancy", { id: "waiter" });
    await commit(turn);
    const next = await claimOne(message());
    expect(next.application?.closed).toBe(true);
    await offer("waiter");
    await commit(next);
    expect((await claimOne(message())).application?.closed).toBe(false);
  });

  test("what was submitted is never open again, and keeps its time", async () => {
    await offer("waiter");
    const turn = await after(() => ({ application: application(null) }));
    await commit(turn, { application: application(1, { submitted: true, screening: qualified }) });
    await sql("update app.applications set submitted_at = '2026-01-01', decision = 'hold'");
    for (const submitted of [true, false]) {
      const next = await claimOne(message());
      expect(next.application).toMatchObject({ submitted: true, decision: "hold" });
      await commit(next, { application: application(1, { submitted }) });
    }
    expect(await sql("select state, result, submitted_at = '2026-01-01' as kept from app.applications")).toEqual([
      { state: "submitted", result: "incomplete", kept: true },
    ]);
  });

  test("an application that ends is gone from the next turn, and the one before it is back", async () => {
    for (const id of ["waiter", "cook"]) await offer(id);
    const submitted = await after(() => ({ application: application(null, { submitted: true }) }));
    await commit(submitted, { application: application(null, { vacancy: "cook" }) });
    const another = await claimOne(message());
    expect(another.application).toMatchObject({ id: 2, vacancy: "cook" });
    await commit(another, { ended: 2 });
    const last = await claimOne(message());
    expect(last.application).toMatchObject({ id: 1, submitted: true });
    await commit(last, { ended: 1, application: application(null, { vacancy: "cook" }) });
    expect((await claimOne(message())).application).toMatchObject({ id: 3 });
    expect((await stored()).map(({ state, submitted }) => [state, submitted])).toEqual([
      ["ended", true],
      ["ended", false],
      ["open", false],
    ]);
  });

  test("an application is that of its conversation", async () => {
    await offer("waiter");
    await commit(await claimOne(message()), { application: application(null) });
    const stranger = await claimOne(message({ wa_id: "49151000002" }));
    expect(stranger.application).toBeNull();
    const refused = { name: "DatabaseError", code: "23503" };
    await expect(commit(stranger, { application: application(1, { submitted: true }) })).rejects.toMatchObject(refused);
    await commit(stranger, { ended: 1 });
    expect(await stored()).toMatchObject([{ state: "open" }]);
  });

  test("a turn that lost its lease or became stale leaves no application, no answer and no end", async () => {
    await offer("waiter");
    const turn = await after(() => ({ application: application(null) }));
    const given = (input: TurnInput) => ({
      application: application(1, { submitted: true }),
      answers: [answerOf(input, "permit", true)],
      ended: 1,
    });
    expect(await commit({ ...turn, fence: turn.fence + 1 }, given(turn))).toEqual({ outcome: "lost" });
    await receive([message()]);
    const answer = await commit(turn, given(turn));
    if (answer.outcome !== "stale") throw new Error(answer.outcome);
    expect(answer.turn.application).toMatchObject({ id: 1, submitted: false, answers: [] });
    expect(await stored()).toMatchObject([{ state: "open", submitted: false }]);
    expect(await sql("select from app.answers")).toEqual([]);
  });

  test("the same commit asked for again begins one application", async () => {
    await offer("waiter");
    const turn = await claimOne(message());
    const given = { application: application(null), answers: [answerOf(turn, "permit", true)] };
    await Promise.all([1, 2, 3].map(() => commit(turn, given)));
    expect(await stored()).toHaveLength(1);
    expect(await sql("select from app.answers")).toHaveLength(1);
  });

  test("what the candidate said in a turn that was silenced is kept", async () => {
    await offer("waiter");
    const turn = await claimOne(message());
    await sql("update app.conversations set mode = 'human'");
    const given = { application: application(null), answers: [answerOf(turn, "permit", true)] };
    expect(await commit(turn, given)).toEqual({ outcome: "silenced" });
    expect((await claimOne(message())).application).toMatchObject({ id: 1, answers: [{ field: "permit" }] });
  });

  test.each([
    ["neither", {}],
    ["nothing", { application: null, answers: [], ended: null }],
  ])("a turn that says %s of an application leaves it alone", async (_title, given) => {
    await offer("waiter");
    const turn = await after((turn) => ({
      application: application(null, { submitted: true }),
      answers: [answerOf(turn, "permit", true)],
    }));
    await commit(turn, given);
    expect((await claimOne(message())).application).toEqual(turn.application);
  });

  test.each([
    ["from a message of somebody else", (_turn: TurnInput, other: TurnInput) => answerOf(other, "permit", true)],
    ["without a value", (turn: TurnInput) => answerOf(turn, "permit", null)],
  ])("an answer %s undoes its turn", async (_title, answer) => {
    await offer("waiter");
    await receive([message({ wa_id: "49151000001" }), message({ wa_id: "49151000002" })]);
    const [turn, other] = (await claim()).turns;
    if (turn === undefined || other === undefined) throw new Error("two conversations are due");
    const given = { application: application(null), answers: [answer(turn, other)] };
    await expect(commit(turn, given)).rejects.toMatchObject({ name: "DatabaseError", code: "23502" });
    expect(await stored()).toEqual([]);
    expect(await commit(turn)).toEqual({ outcome: "committed" });
  });

  test("an answer to no application undoes its turn", async () => {
    const turn = await claimOne(message());
    const answers = [answerOf(turn, "permit", true)];
    await expect(commit(turn, { answers })).rejects.toMatchObject({ name: "DatabaseError", code: "23502" });
    expect(await commit(turn)).toEqual({ outcome: "committed" });
  });

  test("the story of a conversation tells the answers of each turn", async () => {
    await offer("waiter");
    const next = await after((turn) => ({
      application: application(null),
      facts: [answerOf(turn, "city", "Berlin")],
      answers: [answerOf(turn, "permit", true)],
    }));
    await commit(next, { application: application(1), answers: [answerOf(next, "permit", false)] });
    const { turns } = await call("explain", { conversation: 1 });
    expect(turns.map(({ facts }) => facts.map(({ field, value, superseded }) => [field, value, superseded]))).toEqual([
      [
        ["city", "Berlin", false],
        ["permit", true, true],
      ],
      [["permit", false, false]],
      [],
    ]);
  });
});

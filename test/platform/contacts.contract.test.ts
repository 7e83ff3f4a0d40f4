import { expect, test } from "vitest";
import { describeContract, message, receiveArgs } from "./contract.ts";

const bsuid = "DE.alice";
const wa_id = "4915100000001";

describeContract("who a message is from", ({ sql, receive, elsewhere, untilBlocked }) => {
  /** The person of each message, numbered in the order of their first message. */
  async function people(): Promise<number[]> {
    const rows = await sql<{ contact_id: string }>(
      "select c.contact_id from app.messages m join app.conversations c on c.id = m.conversation_id order by m.id",
    );
    const seen = [...new Set(rows.map(({ contact_id }) => contact_id))];
    return rows.map(({ contact_id }) => seen.indexOf(contact_id));
  }

  const aliases = () =>
    sql<{ kind: string; value: string; contact_id: string }>(
      "select kind, value, contact_id from app.contact_aliases order by kind, value",
    );

  test.each([
    ["a number alone", [{ wa_id }, { wa_id }], [0, 0]],
    ["a BSUID alone", [{ bsuid }, { bsuid }], [0, 0]],
    ["both", [{ bsuid, wa_id }, { bsuid, wa_id }, { bsuid }, { wa_id }], [0, 0, 0, 0]],
    ["a number first, then both", [{ wa_id }, { bsuid, wa_id }, { bsuid }], [0, 0, 0]],
    ["a BSUID first, then both", [{ bsuid }, { bsuid, wa_id }, { wa_id }], [0, 0, 0]],
    ["a known number under another BSUID", [{ bsuid, wa_id }, { bsuid: "DE.bob", wa_id }, { bsuid }], [0, 1, 0]],
    ["a number that moved", [{ bsuid, wa_id }, { bsuid: "DE.bob", wa_id }, { wa_id }], [0, 1, 1]],
    [
      "a known BSUID with a new number",
      [
        { bsuid, wa_id },
        { bsuid, wa_id: "4915100000009" },
      ],
      [0, 0],
    ],
    [
      "the new number alone",
      [{ bsuid, wa_id }, { bsuid, wa_id: "4915100000009" }, { wa_id: "4915100000009" }],
      [0, 0, 0],
    ],
    ["two strangers", [{ wa_id }, { wa_id: "4915100000002" }, { bsuid }], [0, 1, 2]],
  ])("%s", async (_title, identities: { bsuid?: string; wa_id?: string }[], expected) => {
    for (const identity of identities) await receive([message(identity)]);
    expect(await people()).toEqual(expected);
  });

  test("the same within one batch: a number and then both are one person", async () => {
    await receive([message({ wa_id }), message({ bsuid, wa_id }), message({ bsuid })]);
    expect(await people()).toEqual([0, 0, 0]);
  });

  test("a person is known by every name, the parent BSUID too, and keeps the name given first", async () => {
    await receive([message({ bsuid, wa_id, parent_bsuid: "DE.ENT.acme", name: "Alice" })]);
    expect(await aliases()).toEqual([
      { kind: "bsuid", value: bsuid, contact_id: "1" },
      { kind: "parent_bsuid", value: "DE.ENT.acme", contact_id: "1" },
      { kind: "wa_id", value: wa_id, contact_id: "1" },
    ]);
    expect(await sql("select name from app.contacts")).toEqual([{ name: "Alice" }]);
  });

  test("a number that moved belongs to its last user, and the first keeps the conversation", async () => {
    await receive([message({ bsuid, wa_id })]);
    await receive([message({ bsuid: "DE.bob", wa_id })]);
    const owners = await sql(
      "select value, (select b.value from app.contact_aliases b where b.contact_id = a.contact_id and b.kind = 'bsuid') as bsuid from app.contact_aliases a where kind = 'wa_id'",
    );
    expect(owners).toEqual([{ value: wa_id, bsuid: "DE.bob" }]);
    expect(await sql("select from app.conversations")).toHaveLength(2);
  });

  test("a person who is being made by another flush is not made twice", async () => {
    await elsewhere(async (client) => {
      await client.query("select public.receive_events($1)", [receiveArgs([message({ bsuid, wa_id })])]);
      const second = receive([message({ bsuid, wa_id })]);
      await untilBlocked();
      await client.query("commit");
      await second;
    });
    expect(await people()).toEqual([0, 0]);
    expect(await sql("select from app.contacts")).toHaveLength(1);
  });

  test("a thousand messages of a hundred new people in calls at once make a hundred people", async () => {
    const batch = () =>
      Array.from({ length: 100 }, (_, n) => message({ bsuid: `DE.p${n}`, wa_id: String(4_915_200_000_000 + n) }));
    await Promise.all(Array.from({ length: 10 }, () => receive(batch().sort(() => Math.random() - 0.5))));
    expect(await sql("select from app.contacts")).toHaveLength(100);
    expect(await sql("select from app.conversations where gen = 10")).toHaveLength(100);
  });
});

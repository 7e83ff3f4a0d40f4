import { expect, test } from "vitest";
import { parseRecruiterEvent } from "../../src/chatwoot/payload.ts";
import { own, statusBody } from "./webhook-body.ts";

const at = "2026-01-02T03:04:05.678Z";
const where = { kind: "chatwoot.decision", conversation: 12, sourceId: "34611000001" };

/** The attributes of the conversation were `before` and are `after`: as Chatwoot tells it, beside other columns. */
function changed(before: unknown, after: unknown, fields: Record<string, unknown> = {}) {
  return statusBody({
    event: "conversation_updated",
    custom_attributes: after,
    changed_attributes: [
      { updated_at: { previous_value: "2026-01-02T03:04:05.670Z", current_value: at } },
      { custom_attributes: { previous_value: before, current_value: after } },
    ],
    ...fields,
  });
}

test.each([
  ["made", {}, { decision: "proceed" }, "proceed"],
  ["the first attribute at all", null, { decision: "reject" }, "reject"],
  ["made beside other attributes", { vacancy: "Waiter" }, { vacancy: "Waiter", decision: "hold" }, "hold"],
  ["changed", { decision: "proceed" }, { decision: "reject" }, "reject"],
  ["emptied", { decision: "proceed" }, { decision: "" }, null],
  ["set to null", { decision: "proceed" }, { decision: null }, null],
  ["taken out", { decision: "proceed", vacancy: "Waiter" }, { vacancy: "Waiter" }, null],
  ["set to what nobody offers", { decision: "proceed" }, { decision: "hire" }, null],
  ["set to what is no text", { decision: "proceed" }, { decision: ["proceed"] }, null],
])("a decision that is %s", (_name, before, after, decision) => {
  const event = parse(changed(before, after));
  expect(event).toMatchObject(where);
  expect(event).toHaveProperty("action", { type: "decision", decision, at });
});

test.each<[string, object]>([
  ["our own write of the application", changed({}, { application: "5", vacancy: "Waiter" })],
  ["our own write beside a decision", changed({ decision: "hold" }, { decision: "hold", missing: "" })],
  ["one that is none and stays none", changed({ decision: "hire" }, { decision: "" })],
  ["changes that are null", changed({}, { decision: "hold" }, { changed_attributes: null })],
  ["changes that are absent", changed({}, { decision: "hold" }, { changed_attributes: undefined })],
  ["changes of another shape", changed({}, { decision: "hold" }, { changed_attributes: { custom_attributes: {} } })],
  ["a change of another shape", changed({}, { decision: "hold" }, { changed_attributes: [{ custom_attributes: 1 }] })],
  ["attributes that are no object", changed("proceed", ["hold"])],
])("no decision: %s", (_name, body) => {
  expect(parse(body)).toEqual({ ignored: "chatwoot.conversation_updated" });
});

test.each([
  ["another inbox", { inbox_id: 8 }],
  ["another account", { account: { id: 4 } }],
])("a decision of %s is ignored", (_name, fields) => {
  expect(parse(changed({}, { decision: "hold" }, fields))).toEqual({ ignored: "chatwoot.other_inbox" });
});

test.each<[string, Record<string, unknown>, number]>([
  ["its time", { updated_at: undefined }, 12],
  ["the attributes as they are", { custom_attributes: undefined }, 12],
  ["a conversation", { id: null }, 0],
])("a decision without %s is parked", (_name, fields, conversation) => {
  const event = parse(changed({}, { decision: "hold" }, fields));
  expect(event).toMatchObject({ kind: "chatwoot.unknown", conversation });
  expect(event).not.toHaveProperty("action");
});

test("of two quick changes both webhooks may show the later one, which counts once", () => {
  const after = { custom_attributes: { decision: "reject" } };
  const [first, second] = [
    parse(changed({}, { decision: "proceed" }, after)),
    parse(changed({ decision: "proceed" }, { decision: "reject" }, after)),
  ];
  expect(first).toMatchObject({ action: { decision: "reject" } });
  expect(keyOf(first)).toBe(keyOf(second));
});

test("a decision has one key, and another one at another time, in another conversation, or as another", () => {
  const one = changed({}, { decision: "hold" });
  const others = [
    one,
    changed({}, { decision: "hold" }, { updated_at: 1_767_323_045.679 }),
    changed({}, { decision: "hold" }, { id: 13 }),
    changed({}, { decision: "reject" }),
  ];
  expect(keyOf(parse(one))).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(others.map((body) => keyOf(parse(body)))).size).toBe(4);
  expect(keyOf(parse(changed({ vacancy: "Cook" }, { decision: "hold" })))).toBe(keyOf(parse(one)));
});

test("a decision that comes with a new status: the status has an event of its own", () => {
  const status = { status: { previous_value: "pending", current_value: "open" } };
  const attributes = { custom_attributes: { previous_value: {}, current_value: { decision: "hold" } } };
  const body = changed({}, { decision: "hold" }, { changed_attributes: [status, attributes] });
  expect(parse(body)).toMatchObject({ action: { type: "decision", decision: "hold" } });
});

function parse(body: object) {
  return parseRecruiterEvent(Buffer.from(JSON.stringify(body)), own);
}

function keyOf(event: ReturnType<typeof parse>): string {
  return "key" in event ? event.key : "ignored";
}

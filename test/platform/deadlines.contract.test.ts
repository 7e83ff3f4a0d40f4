import { expect, test } from "vitest";
import { waitFor } from "../support/wait-for.ts";
import { describeContract, message, receiveArgs, recruiterEvent } from "./contract.ts";

// What a webhook was told to send again must not be stored behind its back: by then nobody waits for the answer.
describeContract("deadlines of webhooks", ({ sql, call, elsewhere, conversationWith }) => {
  const running = () =>
    sql(
      `select from pg_stat_activity
        where datname = current_database() and state = 'active' and query ~ 'receive_' and pid <> pg_backend_pid()`,
    );

  test.each([
    ["what a candidate wrote", () => call("receive_events", receiveArgs([message()]), 1_500)],
    ["what a recruiter did", () => call("receive_recruiter_event", recruiterEvent(null), 1_500)],
  ])("%s is given up by Postgres too", async (_what, store) => {
    await conversationWith([]);
    const [before] = await sql("select count(*)::int as n from app.events");
    await elsewhere(async (client) => {
      await client.query("lock table app.events in exclusive mode");
      await expect(store()).rejects.toThrow(/timeout|57014/);
      await waitFor(async () => expect(await running()).toEqual([]));
    });
    expect(await sql("select count(*)::int as n from app.events")).toEqual([before]);
  });
});

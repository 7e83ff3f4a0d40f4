import { readdir } from "node:fs/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createDatabase, REQUIRED_SCHEMA } from "../../src/platform/database.ts";
import { commitArgs, describeContract, message } from "./contract.ts";

describeContract("the database", ({ sql, call, receive, claimOne, elsewhere, transport }) => {
  test("says which schema it has: the one that this build needs, the newest migration", async () => {
    const files = await readdir(new URL("../../database/migrations/", import.meta.url));
    const newest = Math.max(...files.map((name) => Number.parseInt(name, 10)));
    expect(REQUIRED_SCHEMA).toBe(newest);
    expect(await call("service_status", {})).toEqual({ schema: newest });
  });

  test("a function that does not exist is an error with a code", async () => {
    await sql("alter function public.service_status(json) rename to renamed");
    try {
      await expect(call("service_status", {})).rejects.toMatchObject({
        name: "DatabaseError",
        procedure: "service_status",
        code: transport === "postgres" ? "42883" : "PGRST202",
      });
    } finally {
      await sql("alter function public.renamed(json) rename to service_status");
    }
  });

  test("an error of Postgres comes with its SQLSTATE and without the data that caused it", async () => {
    const turn = await claimOne(message());
    const fact = { field: "secret", value: "secret", message_id: 999, quote: "secret", confidence: 1 };
    const failure = call("complete_turn", commitArgs(turn, { facts: [fact] }));
    await expect(failure).rejects.toMatchObject({ name: "DatabaseError", code: "23503" });
    await expect(failure).rejects.toThrow(/^complete_turn failed: 23503$/);
  });

  test("an answer of another shape than expected is an error, not a surprise later", async () => {
    await sql("alter function public.service_status(json) rename to hidden");
    await sql(
      `create function public.service_status(p json) returns json language sql as $$ select '{"schema":"one"}'::json $$`,
    );
    await sql("grant execute on function public.service_status(json) to service_role");
    const answer = call("service_status", {});
    await expect(answer).rejects.toMatchObject({ name: "DatabaseError", code: "unexpected_answer" });
    await sql("drop function public.service_status(json)");
    await sql("alter function public.hidden(json) rename to service_status");
  });

  test("a database that hangs is a timeout, and everything works again afterwards", async () => {
    await elsewhere(async (client) => {
      await client.query("lock table app.events in access exclusive mode");
      const calls = Array.from({ length: 15 }, () =>
        call("receive_events", { channel: "whatsapp", quiet_ms: 0, ceiling_ms: 0, events: [message()] }, 400),
      );
      for (const { reason } of (await Promise.allSettled(calls)) as PromiseRejectedResult[]) {
        expect(reason).toMatchObject({ name: "DatabaseError", code: "timeout", procedure: "receive_events" });
      }
    });
    const answers = await Promise.all(Array.from({ length: 15 }, () => receive([message()])));
    expect(answers).toHaveLength(15);
  });

  test("connections that the server ends are replaced", async () => {
    await Promise.all(Array.from({ length: 3 }, () => call("service_status", {})));
    await sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    // Each of them may fail one call before its end is noticed.
    await vi.waitFor(async () => {
      const status = await call("service_status", {}).catch((error: unknown) => error);
      expect(status).toEqual({ schema: REQUIRED_SCHEMA });
    });
  });
});

describe("a database that cannot be reached", () => {
  test.each([
    ["postgres", "postgres://postgres@127.0.0.1:9/app"],
    ["supabase", undefined],
  ])("is unreachable through %s", async (name, url) => {
    const database = createDatabase({ url, poolSize: 1, supabaseUrl: "http://127.0.0.1:9", supabaseKey: "key" });
    onTestFinished(() => database.close());
    expect(database.name).toBe(name);
    await expect(database.call("service_status", {})).rejects.toMatchObject({
      name: "DatabaseError",
      code: "unreachable",
    });
  });
});

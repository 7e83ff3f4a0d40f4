import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { createDatabase } from "../../src/platform/database.ts";
import { createTestDatabase } from "../support/database.ts";

/** A wire to Postgres that the test can cut. */
async function startWire(target: URL) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
    sockets.add(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return { url: url.href, sockets, close: () => server.close() };
}

// A client outside the pool's idle list reports a broken connection as an event; unheard, it ends the process.
test.each(["resetAndDestroy", "destroy"] as const)(
  "a connection that breaks during a call (%s) fails the call and nothing else",
  async (cut) => {
    const test = await createTestDatabase();
    onTestFinished(() => test.drop());
    const wire = await startWire(new URL(test.url));
    onTestFinished(() => void wire.close());
    const database = createDatabase({
      url: wire.url,
      poolSize: 1,
      supabaseUrl: "http://127.0.0.1:9",
      supabaseKey: "k",
    });
    onTestFinished(() => database.close());
    const uncaught = vi.fn();
    process.on("uncaughtExceptionMonitor", uncaught);
    onTestFinished(() => void process.off("uncaughtExceptionMonitor", uncaught));

    const holder = await test.pool.connect();
    await holder.query("begin; lock table app.conversations in access exclusive mode");
    const failure = expect(
      database.call("release_turn", { conversation: 1, fence: 1, retry_ms: 0, failed: false }),
    ).rejects.toMatchObject({ name: "DatabaseError", code: "unreachable" });
    await vi.waitFor(
      async () => {
        const waiting = await holder.query(
          "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
        );
        expect(waiting.rowCount).toBe(1);
      },
      { timeout: 20_000, interval: 10 },
    );
    for (const socket of wire.sockets) socket[cut]();
    await failure;
    await holder.query("rollback");
    holder.release();
    expect(await database.call("service_status", {})).toMatchObject({ schema: expect.any(Number) as unknown });
    expect(uncaught).not.toHaveBeenCalled();
  },
);

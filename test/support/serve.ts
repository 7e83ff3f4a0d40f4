import { onTestFinished } from "vitest";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createServer, type Routes } from "../../src/server.ts";

/** The HTTP server alone, with routes of the test. `lines` is everything it logs. Closed after the test. */
export async function serve(routes: Routes = () => {}, life = { draining: false }) {
  const lines: string[] = [];
  const log = createLogger({ logLevel: "debug", version: "test" }, { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const app = await createServer({ isDraining: () => life.draining, log, metrics, routes: [routes] });
  onTestFinished(async () => {
    app.server.closeAllConnections();
    await app.close();
  });
  return { app, lines, metrics };
}

/** The same on a port of its own. */
export async function listen(routes: Routes, life = { draining: false }) {
  const { app } = await serve(routes, life);
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return { app, port: Number(new URL(address).port) };
}

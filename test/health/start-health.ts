import { onTestFinished } from "vitest";
import { z } from "zod";
import { loadConfig } from "../../src/config.ts";
import { createHealth } from "../../src/health/health.ts";
import type { Agents } from "../../src/health/langgraph.ts";
import type { Workers } from "../../src/health/queue.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { testEnvironment } from "../support/environment.ts";
import { serve } from "../support/serve.ts";

const component = z.object({
  status: z.string(),
  critical: z.boolean(),
  latency_ms: z.number().nullable(),
  checked_at: z.string(),
  message: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()),
});
const detailed = z.object({ status: z.string(), components: z.record(z.string(), component) });
const readiness = z.object({ status: z.string(), errors: z.array(z.string()) });

/** The probes and their routes alone, on what the environment names. Stopped after the test. */
export async function startHealth(
  env: Record<string, string>,
  given: { agents?: Agents | undefined; workers?: () => Workers } = {},
) {
  const metrics = createMetrics();
  const health = createHealth({
    config: loadConfig(testEnvironment(env)),
    agents: undefined,
    workers: undefined,
    ...given,
    state: () => ({ pending: [], draining: false }),
    fullness: () => 0,
    startedAt: Date.now(),
    metrics,
    readMetrics: () => metrics.registry.metrics(),
    log: createLogger({ logLevel: "silent", version: "test" }),
  });
  const { app } = await serve(health.routes);
  onTestFinished(() => health.stop());
  health.start();

  return {
    app,
    metrics,
    /** As /health/detailed tells it to who may know. */
    detailed: async () => {
      const answer = await app.inject("/health/detailed");
      return { code: answer.statusCode, body: answer.body, ...detailed.parse(answer.json()) };
    },
    readiness: async () => {
      const answer = await app.inject("/health/readiness");
      return { code: answer.statusCode, ...readiness.parse(answer.json()) };
    },
  };
}

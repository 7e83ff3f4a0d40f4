import { createServer } from "node:net";
import { expect, test } from "vitest";
import { listen } from "../support/small-redis.ts";
import { waitFor } from "../support/wait-for.ts";
import { startHealth } from "./start-health.ts";

test("with every dependency silent, a thousand readers are answered at once and cost no probe", async () => {
  const [redis, postgres, supabase] = await Promise.all([blackHole(), blackHole(), blackHole()]);
  const health = await startHealth(
    {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      DATABASE_URL: `postgres://app:pw@127.0.0.1:${postgres.port}/app`,
      SUPABASE_URL: `http://127.0.0.1:${supabase.port}`,
    },
    {
      agents: {
        engine: "rules",
        compiled: true,
        breakers: () => ({}),
        checkpointPrefix: "checkpoint",
        fingerprints: [],
      },
    },
  );
  await waitFor(async () => expect((await health.readiness()).errors).not.toContain("starting: probes"));
  const before = [redis, postgres, supabase].map(({ connections }) => connections());

  const urls = ["/health/readiness", "/health/detailed"];
  const answers = await Promise.all(
    urls.flatMap((url) =>
      Array.from({ length: 1_000 }, () => health.app.inject(url).then(({ statusCode }) => statusCode)),
    ),
  );

  expect(answers).toEqual(answers.map(() => 503));
  // The probes went on by themselves meanwhile.
  for (const [index, { connections }] of [redis, postgres, supabase].entries())
    expect(connections() - (before[index] ?? 0)).toBeLessThan(50);
  const { errors } = await health.readiness();
  // On a slow machine so many answers at a time are a load of their own.
  expect(errors.filter((error) => error !== "overloaded")).toEqual([
    expect.stringMatching(/^redis: /),
    expect.stringMatching(/^postgres: /),
  ]);
  expect((await health.detailed()).components).toMatchObject({
    supabase: { status: "down" },
    queue: { status: "down" },
    langgraph: { status: "degraded" },
    system: { status: "up" },
  });
});

/** Accepts every connection and never says a word. */
async function blackHole() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {}).resume();
  });
  return { port: await listen(server), connections: () => connections };
}

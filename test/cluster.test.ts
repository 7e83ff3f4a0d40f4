import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createTestDatabase, redisUrl } from "./support/database.ts";
import { testEnvironment } from "./support/environment.ts";
import { runProcess, startProcess } from "./support/start-process.ts";
import { waitFor } from "./support/wait-for.ts";

const health = 'http_request_duration_seconds_count{method="GET",route="/health",status_class="2xx"}';

test("several workers share the port, are counted together, replaced when they die, and stopped by one signal", async ({
  onTestFinished,
}) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl(),
    WEB_CONCURRENCY: "2",
    LOG_LEVEL: "info",
  });
  const service = await startProcess(env);
  const saying = (message: string) => service.output().split(`"message":"${message}"`).length - 1;
  await waitFor(() => expect(saying("started")).toBe(2));

  // Each on a connection of its own, so that both workers get some.
  for (let n = 0; n < 20; n += 1) await get(`${service.url}/health`);
  const text = await get(`${service.url}/metrics`);
  expect(figure(text, health)).toBe(20);
  expect(figure(text, "app_info{")).toBe(1);

  const [victim = 0] = await workersOf(service.pid);
  process.kill(victim, "SIGKILL");
  // What it has counted is not lost: a counter that falls would look like a restart of everything.
  await waitFor(async () => expect(figure(await get(`${service.url}/metrics`), health)).toBe(20));
  await waitFor(() => expect(saying("started")).toBe(3));
  expect(figure(await get(`${service.url}/metrics`), health)).toBe(20);

  // As a supervisor does that signals the whole group: each is told once all the same.
  for (const pid of await workersOf(service.pid)) process.kill(pid, "SIGTERM");
  expect(await service.end("SIGTERM")).toBe(0);
  expect(saying("stopped")).toBe(2);
  expect(saying("stopped before all was finished")).toBe(0);
});

test("workers that cannot start end the service with 1", async ({ onTestFinished }) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), LOG_LEVEL: "info" });
  const first = await startProcess(env);
  const { code, output } = await runProcess({ ...env, WEB_CONCURRENCY: "2", PORT: new URL(first.url).port });
  expect(code).toBe(1);
  expect(output).toContain("workers die before they have worked");
});

/** A connection that is handed to a worker as it dies gets no answer, as when a whole process dies. */
async function get(url: string): Promise<string> {
  const response = await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(2_000) });
  return response.text();
}

function figure(text: string, series: string): number {
  const line = text.split("\n").find((one) => one.startsWith(series)) ?? "";
  return Number(line.slice(line.lastIndexOf(" ")));
}

async function workersOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.trim().split(" ").map(Number);
}

import { expect, test, vi } from "vitest";
import type { Finding } from "../src/doctor-services.ts";
import { createLogger } from "../src/platform/logger.ts";
import { untilItWorks, waiting } from "../src/start-up.ts";

const refused: Finding = { service: "redis", status: "FAIL", text: "refused", cure: "check REDIS_URL" };
const gaveUp = { level: "error", message: "gave up waiting for redis: refused. Cure: check REDIS_URL" };
const ok: Finding = { service: "redis", status: "ok", text: "there" };

test("it asks again until the service works, and says each time what it waits for and why", async () => {
  const { log, lines } = createLog();
  const findings = [refused, { ...refused, text: "timeout" }, ok];

  expect(await untilItWorks(async () => findings.shift() ?? refused, { log, signal: never })).toBe(ok);

  expect(lines).toMatchObject([
    { level: "warn", attempt: 1, attempts: 30, message: "waiting for redis: refused. Cure: check REDIS_URL" },
    { level: "warn", attempt: 2, attempts: 30, message: "waiting for redis: timeout. Cure: check REDIS_URL" },
  ]);
});

test("after the last attempt it gives up, says so, and tells what was found", async () => {
  const { log, lines } = createLog();
  const check = vi.fn(async () => refused);

  const finding = await untilItWorks(check, { log, signal: never }, { ...waiting, attempts: 2 });

  expect(finding).toBe(refused);
  expect(check).toHaveBeenCalledTimes(2);
  expect(lines.at(-1)).toMatchObject(gaveUp);
});

test("after the last second it gives up, however many attempts are left", async () => {
  const { log, lines } = createLog();

  expect(await untilItWorks(async () => refused, { log, signal: never }, { ...waiting, limitMs: 50 })).toBe(refused);

  expect(lines.at(-1)).toMatchObject(gaveUp);
});

test("who stops meanwhile is not asked to wait, and nothing is asked any more", async () => {
  const { log, lines } = createLog();
  const stop = new AbortController();
  const check = vi.fn(async () => refused);
  const waited = untilItWorks(check, { log, signal: stop.signal });

  await vi.waitFor(() => expect(lines).toHaveLength(1));
  stop.abort();

  expect(await waited).toBe(refused);
  expect(check).toHaveBeenCalledTimes(1);
  expect(lines).toHaveLength(1);
});

test("what works and is unwise is said once", async () => {
  const { log, lines } = createLog();
  const finding: Finding = { service: "redis", status: "warn", text: "allkeys-lru", cure: "set noeviction" };

  await untilItWorks(async () => finding, { log, signal: never });

  expect(lines).toMatchObject([{ level: "warn", message: "redis: allkeys-lru. Cure: set noeviction" }]);
});

const never = new AbortController().signal;

function createLog() {
  const lines: unknown[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { log: createLogger({ logLevel: "info", version: "test" }, { write }), lines };
}

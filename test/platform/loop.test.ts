import { expect, onTestFinished, test } from "vitest";
import { createLogger } from "../../src/platform/logger.ts";
import { createLoop } from "../../src/platform/loop.ts";
import { waitFor } from "../support/wait-for.ts";

const log = createLogger({ logLevel: "silent", version: "test" });
const farAway = 3_600_000;

test("it looks again when the time that a look named has come, and by itself when nothing was named", async () => {
  const answers = [5, null, farAway];
  let looks = 0;
  startLoop(async () => answers[looks++] ?? null);

  await waitFor(() => expect(looks).toBeGreaterThan(4));
});

test("being woken means another look, during a look and while idle, never two at a time", async () => {
  let looks = 0;
  let running = 0;
  let together = 0;
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
  const loop = startLoop(async () => {
    looks += 1;
    running += 1;
    together = Math.max(together, running);
    if (looks === 1) await go;
    running -= 1;
    return farAway;
  }, farAway);

  loop.wake();
  loop.wake();
  expect(looks).toBe(1);
  letGo();

  await waitFor(() => expect(looks).toBe(2));
  // Nothing but a wake can end this idleness.
  await waitFor(() => {
    loop.wake();
    expect(looks).toBeGreaterThan(2);
  });
  expect(together).toBe(1);
});

test("a look that fails is repeated", async () => {
  let looks = 0;
  startLoop(async () => {
    looks += 1;
    if (looks < 3) throw new Error("away");
    return farAway;
  });

  await waitFor(() => expect(looks).toBeGreaterThanOrEqual(3));
});

test("stop waits for the look that is running, and there is none after it", async () => {
  let looks = 0;
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
  const loop = startLoop(async () => {
    await go;
    looks += 1;
    return 0;
  });

  const stopped = loop.stop();
  loop.wake();
  letGo();
  await stopped;
  const after = looks;
  loop.wake();
  await Promise.resolve();

  expect(after).toBe(1);
  expect(looks).toBe(after);
});

function startLoop(look: () => Promise<number | null>, maxIdleMs?: number) {
  const loop = createLoop({ name: "test", look, log, ...(maxIdleMs !== undefined && { maxIdleMs }) });
  onTestFinished(() => loop.stop());
  loop.start();
  return loop;
}

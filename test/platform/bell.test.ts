import { expect, onTestFinished, test, vi } from "vitest";
import { startRedis } from "../../sandbox/redis.ts";
import { createBell } from "../../src/platform/bell.ts";
import { createLogger } from "../../src/platform/logger.ts";
import { createRedis } from "../../src/platform/redis.ts";
import { waitFor } from "../support/wait-for.ts";

const log = createLogger({ logLevel: "silent", version: "test" });

test("a ring reaches the other processes, and only the station it is meant for", async () => {
  // A Redis of its own: the services of other tests ring on the shared one.
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const [here, there] = [startBell(redis.url), startBell(redis.url)];
  const inbox = vi.fn();
  const whatsapp = vi.fn();
  const chatwoot = vi.fn();
  there.on("inbox", inbox);
  there.on("whatsapp", whatsapp);
  there.on("chatwoot", chatwoot);

  await waitFor(() => {
    here.ring("chatwoot");
    expect(chatwoot).toHaveBeenCalled();
  });

  expect(inbox).not.toHaveBeenCalled();
  expect(whatsapp).not.toHaveBeenCalled();
});

test("without Redis a ring still reaches its own process, and nothing breaks", () => {
  const bell = startBell("redis://127.0.0.1:9");
  const listener = vi.fn();
  bell.on("inbox", listener);

  bell.ring("inbox");

  expect(listener).toHaveBeenCalledOnce();
});

function startBell(url: string) {
  const bell = createBell(createRedis({ url }, log), log);
  onTestFinished(() => bell.stop());
  bell.start();
  return bell;
}

import { expect, test } from "vitest";
import { createSurroundings } from "../support/surroundings.ts";
import { startTalks } from "../support/talks.ts";

const people = Array.from({ length: 6 }, (_, i) => `3460000133${i}`);

test("a deploy under load: every acknowledged message is answered once and in order", async () => {
  const world = await createSurroundings();
  const old = await world.start();
  const next = await world.start();
  world.provider.webhook = { url: `${next.url}/webhooks/360dialog`, secret: world.secret };
  // The old process is asked first for as long as it listens.
  const talks = startTalks(world, people, [old, next]);

  await talks.answered(2);
  expect(await old.end("SIGTERM")).toBe(0);
  await talks.end();
});

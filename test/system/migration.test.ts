import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";
import { REQUIRED_SCHEMA } from "../../src/platform/database.ts";
import { postWebhook } from "../support/start-app.ts";
import { spawnService } from "../support/start-process.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { startTalks } from "../support/talks.ts";
import { waitFor } from "../support/wait-for.ts";

const people = Array.from({ length: 6 }, (_, i) => `3460000143${i}`);
const nextSchema = REQUIRED_SCHEMA + 1;

test("a deploy with a migration under load: every acknowledged message is answered once and in order", async () => {
  const world = await createSurroundings({ env: { LOG_LEVEL: "info" } });
  const old = await world.start();
  const release = await makeNextRelease();
  const env = { ...world.env, PATH: process.env["PATH"] ?? "" };
  const next = await spawnService(env, [process.execPath, join(release, "dist/main.js")]);
  const post = (body: unknown) => postWebhook(next.url, world.secret, body);
  const talks = startTalks(world, people, [old, { post }]);
  await talks.answered(1);

  // Started too early, as when somebody forgets the pre-deploy command: it waits, and says for what.
  const missing = `waiting for postgres: schema ${REQUIRED_SCHEMA}, needs ${nextSchema}. Cure: run npm run migrate`;
  await waitFor(() => expect(next.output()).toContain(missing));
  expect((await fetch(`${next.url}/health/readiness`)).status).toBe(503);

  const migrated = await run(release, env);
  expect(migrated).toContain(`applied migration ${nextSchema} next-release`);
  expect(old.exitCode()).toBeNull();
  await waitFor(async () => expect((await fetch(`${next.url}/health/readiness`)).status).toBe(200));
  world.provider.webhook = { url: `${next.url}/webhooks/360dialog`, secret: world.secret };
  await talks.answered(3);
  expect(await old.end("SIGTERM")).toBe(0);
  await talks.end();

  // The way back: the old release alone with the newer schema.
  expect(await next.end("SIGTERM")).toBe(0);
  const again = await world.start();
  const later = startTalks(world, ["34600001490"], [again]);
  await later.answered(1);
  await later.end();
});

/** The same code as somebody's next release: it brings a migration of the busiest table, and wants it. */
async function makeNextRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "recruitment-next-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = join(folder, "dist");
  await cp(inject("bundle"), dist, { recursive: true });
  await cp(join(import.meta.dirname, "../../database"), join(folder, "database"), { recursive: true });
  let changed = 0;
  for (const name of await readdir(dist)) {
    const code = await readFile(join(dist, name), "utf8");
    const newer = code.replace(`REQUIRED_SCHEMA = ${REQUIRED_SCHEMA};`, `REQUIRED_SCHEMA = ${nextSchema};`);
    if (newer !== code) changed += 1;
    await writeFile(join(dist, name), newer);
  }
  expect(changed).toBeGreaterThan(0);
  const file = join(folder, `database/migrations/${String(nextSchema).padStart(3, "0")}.do.next-release.sql`);
  await writeFile(
    file,
    `alter table app.messages add column next_release text not null default 'x';
     create index messages_next_release on app.messages (next_release, id);
     alter table app.effects add column next_release bigint;
     update app.effects set next_release = id;`,
  );
  return folder;
}

async function run(release: string, env: Record<string, string>): Promise<string> {
  const args = [join(release, "dist/command.js"), "migrate"];
  return (await promisify(execFile)(process.execPath, args, { env })).stdout;
}

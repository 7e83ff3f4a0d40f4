import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { createDatabase, dropDatabase } from "../../sandbox/postgres.ts";
import { redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { startProvider } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";
import { type Container, type Image, limitMemory, runInImage, startContainer } from "./image-run.ts";
import { type Builder, createBuilder } from "./image-tools.ts";
import { createTraffic } from "./image-traffic.ts";

/** Dockerfile.production, built and run. A machine that cannot skips, and says why. */

const LIMIT_BYTES = 198e6;
/** What the service may have at Railway. */
const MEMORY_BYTES = 512e6;
const TRAFFIC_MS = 60_000;
/** 20 webhooks a second. */
const EVERY_MS = 50;
const IN_FLIGHT = 20;
const commit = "0123456789abcdef0123456789abcdef01234567";
const source = "https://example.com/whatsapp-recruitment";

const builder = await createBuilder().catch((error: unknown) => {
  if (error instanceof TypeError || error instanceof ReferenceError) throw error; // ours, not the machine's
  return String(error).replaceAll(/\s+/g, " ");
});
if (typeof builder === "string") {
  process.stdout.write(`skipped: ${builder}\n`);
  test("the image", (context) => context.skip(`skipped: ${builder}`));
} else {
  testImage(builder);
}

function testImage({ makeBase, build, inspect, unpack, stop }: Builder): void {
  let image: Image;

  beforeAll(async () => {
    const baseStarted = performance.now();
    await makeBase(baseName());
    const buildStarted = performance.now();
    await build("Dockerfile.production", "app", { GIT_COMMIT_SHA: commit, SOURCE_URL: source });
    const built = performance.now();
    image = { root: await unpack("app"), config: await inspect("app") };
    say(`base in ${seconds(buildStarted - baseStarted)}, image in ${seconds(built - buildStarted)}`);
  }, 1_800_000);
  afterAll(stop, 120_000);

  test("the image is small and holds nothing but what runs", async () => {
    const files = await filesOf(image.root);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const archive = 'tar -C "$0" -c . | gzip | wc -c';
    const { stdout } = await promisify(execFile)("sh", ["-c", archive, image.root]);
    say(`image ${megabytes(bytes)}, as one gzip ${megabytes(Number(stdout))}, ${files.length} files`);

    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    const names = files.map(({ name }) => name);
    const ours =
      /^app\/(dist\/[\w-]+\.js|database\/(migrations|functions|views)\/[\w.-]+\.sql|package\.json|start\.sh)$/;
    const system =
      /^(bin\/(da)?sh|usr\/local\/bin\/node|(usr\/)?lib(64)?\/[\w./+-]+\.so[.\d]*|etc\/(passwd|group|nsswitch\.conf|os-release)|var\/lib\/dpkg\/status\.d\/[\w.+-]+)$/;
    expect(names.filter((name) => !ours.test(name) && !system.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(["app/dist/main.js", "app/dist/command.js", "app/start.sh"]));
    // Of the user's there is nothing, and everybody may read it.
    expect(files.filter(({ uid, mode }) => uid !== 0 || (mode & 0o444) !== 0o444)).toEqual([]);
    expect(files.filter(({ mode, link }) => !link && (mode & 0o6022) !== 0)).toEqual([]);
  });

  test("the image says who made it, of what, and how to look after it", () => {
    const { version, description, license, name } = packageSchema.parse(
      JSON.parse(readFileSync("package.json", "utf8")),
    );
    const { User, Env, Cmd, WorkingDir, ExposedPorts, Labels, Healthcheck } = image.config;
    expect({ User, Cmd, WorkingDir }).toEqual({ User: "1000:1000", Cmd: ["./start.sh"], WorkingDir: "/app" });
    expect(Object.keys(ExposedPorts)).toEqual(["8000/tcp"]);
    expect(Env).toContain(`GIT_COMMIT_SHA=${commit}`);
    expect(Labels).toMatchObject({
      "org.opencontainers.image.title": name,
      "org.opencontainers.image.licenses": license,
      "org.opencontainers.image.version": version,
      "org.opencontainers.image.source": source,
      "org.opencontainers.image.revision": commit,
    });
    expect(description).toContain(String(Labels["org.opencontainers.image.description"]));
    expect(Healthcheck.Test[0]).toBe("CMD");
  });

  test("nothing can be written, and names are looked up in the file of hosts first", async () => {
    const write = 'try { fs.writeFileSync("/tmp/x", "") } catch ({ code }) { process.exit(code === "EROFS" ? 0 : 1) }';
    await runInImage(image, {}, ["node", "-e", `${write} process.exit(1)`]);
    await runInImage(image, {}, ["node", "-e", 'dns.lookup("localhost", (error) => process.exit(error ? 1 : 0))']);
  });

  test("it migrates, bears a minute of webhooks within its memory, and loses nothing when it is stopped", async () => {
    const { env, provider, pool, secret } = await createSurroundings();
    await runInImage(image, env, ["node", "dist/command.js", "migrate"]);
    const limit = await limitMemory(MEMORY_BYTES);
    const service = await startContainer(image, env, limit);
    expect(Object.fromEntries(await service.status())).toMatchObject({
      Uid: "1000\t1000\t1000\t1000",
      Groups: "1000 ",
      CapEff: "0000000000000000",
      NoNewPrivs: "1",
    });
    // Node has taken the place of the shell, so signals reach it.
    expect((await service.status()).get("NSpid")).toMatch(/^\d+\t1$/);
    expect(await service.program()).toMatch(/\/usr\/local\/bin\/node$/);
    await runInImage(image, { PORT: new URL(service.url).port }, image.config.Healthcheck.Test.slice(1));

    const traffic = createTraffic({ url: service.url, secret }, EVERY_MS);
    await traffic.run(minute());
    expect(await service.ended()).toBe("exit code 0");

    const { outcomes } = traffic;
    // Only who came after readiness had said no may have found nobody.
    expect([...outcomes].filter(([, outcome]) => outcome !== "200" && outcome !== "refused")).toEqual([]);
    const left = await pool.query("select 1 from app.messages where turn_id is null");
    const second = await startContainer(image, env);
    await traffic.repeatRefused(second.url);
    expect([...outcomes].filter(([, outcome]) => outcome !== "200")).toEqual([]);
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from app.messages");
    expect(rows).toEqual([{ n: outcomes.size }]);
    await vi.waitFor(
      async () => {
        const open = await pool.query(
          `select (select count(*)::int from app.messages where turn_id is null) as messages,
                  (select count(*)::int from app.effects where state in ('queued', 'sending', 'unknown')) as effects`,
        );
        expect(open.rows).toEqual([{ messages: 0, effects: 0 }]);
      },
      { timeout: 240_000, interval: 1_000 },
    );
    const answers = [...outcomes.keys()].map((waId) => provider.messagesTo(waId).length);
    expect(answers.filter((count) => count !== 1)).toEqual([]);
    say(`${outcomes.size} webhooks stored and answered once, ${left.rows.length} of them by the second process`);

    /** Ends when a balancer would send nothing more; some webhooks are half sent when the signal comes. */
    async function minute(): Promise<void> {
      await pause(TRAFFIC_MS);
      const finish = await traffic.hold(IN_FLIGHT);
      await remember(service);
      await service.signal("SIGTERM");
      await waitFor(async () => {
        const answer = await fetch(`${service.url}/health/readiness`, { signal: AbortSignal.timeout(5_000) });
        expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('"draining"')]);
      });
      await finish();
    }

    async function remember({ startMs, status }: Container): Promise<void> {
      const resident = Number.parseInt(String((await status()).get("VmHWM")), 10) * 1024;
      const kernel =
        limit && `limit of the kernel ${megabytes(MEMORY_BYTES)}, peak ${megabytes(await limit.peakBytes())}`;
      say(
        `first /health 200 after ${startMs} ms; resident at most ${megabytes(resident)}; ${kernel ?? "no limit set: this machine allows none"}`,
      );
      expect(resident).toBeLessThan(MEMORY_BYTES);
      expect((await limit?.kills()) ?? 0).toBe(0);
    }
  }, 900_000);
}

/** An empty database and the fakes; what the service logs goes into its private directory. */
async function createSurroundings() {
  const admin = inject("postgresUrl");
  const name = `image_${process.pid}`;
  const url = await createDatabase(admin, name);
  onTestFinished(() => dropDatabase(admin, name));
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  onTestFinished(() => pool.end());
  const env = testEnvironment({
    DATABASE_URL: url,
    REDIS_URL: redisUrl(),
    ENVIRONMENT: "production",
    LOG_LEVEL: "info",
  });
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const chatwoot = await startFakeChatwoot({
    apiToken: String(env["CHATWOOT_API_TOKEN"]),
    accountId: Number(env["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(env["CHATWOOT_WEBHOOK_SECRET"]),
  });
  onTestFinished(() => chatwoot.stop());
  env["CHATWOOT_BASE_URL"] = chatwoot.url;
  return { env, provider, pool, secret: String(env["DIALOG360_WEBHOOK_SECRET"]) };
}

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
});

function baseName(): string {
  const [, name] = /^FROM (\S+) AS base$/m.exec(readFileSync("Dockerfile.production", "utf8")) ?? [];
  return String(name);
}

async function filesOf(root: string) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, uid, mode } = await lstat(path);
        return { name: path.slice(root.length + 1), size, uid, mode, link: entry.isSymbolicLink() };
      }),
  );
}

function say(line: string): void {
  process.stdout.write(`image: ${line}\n`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

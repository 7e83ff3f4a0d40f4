import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setImmediate as breathe } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { migrate } from "../../database/migrate.ts";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { applySupabaseDefaults, withClient } from "../../sandbox/postgres.ts";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createChat } from "../support/chat.ts";
import { redisUrl } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { postWebhook, startProvider } from "../support/start-app.ts";
import { startProcess } from "../support/start-process.ts";
import { importVacanciesInto } from "../support/vacancies.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const OLD_MESSAGES = 30_000;
export const waId = "34600000071";
export const hello = "Hola, quiero apuntarme a waiter-lisbon por favor";

/** Where the programs are: those of Postgres, and our scripts as the image has them. */
export interface Tools {
  programs: string;
  image: string;
}

/** What scripts/Dockerfile.backup puts into its image, made by its own lines in a folder of our own. */
export async function buildBackupImage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "backup-image-"));
  const dockerfile = await readFile(join(root, "scripts/Dockerfile.backup"), "utf8");
  const [, lines = ""] = /^RUN (set -eu; (?:.*\\\n)+.*esbuild scripts(?:.*\\\n)+.*)$/m.exec(dockerfile) ?? [];
  for (const name of ["database", "src", "scripts", "tsconfig.json"])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const script = lines.replaceAll("\\\n", "").replaceAll("/image", `${folder}/image`);
  await promisify(execFile)("/bin/sh", ["-c", script], { cwd: folder });
  return join(folder, "image");
}

/** A database with its backups, and what the service needs around it. */
export async function createWorld({ programs, image }: Tools, url: string, migrated = true) {
  if (migrated) {
    await withClient(url, applySupabaseDefaults);
    await migrate({ databaseUrl: url, log: () => {} });
  }
  const folder = await mkdtemp(join(tmpdir(), "backups-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const env = testEnvironment({ DATABASE_URL: url, REDIS_URL: redisUrl() });
  const provider = await startProvider(env);
  const chatwoot = await startFakeChatwoot({
    apiToken: String(env["CHATWOOT_API_TOKEN"]),
    accountId: Number(env["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(env["CHATWOOT_WEBHOOK_SECRET"]),
  });
  onTestFinished(() => chatwoot.stop());
  Object.assign(env, { DIALOG360_BASE_URL: provider.url, CHATWOOT_BASE_URL: chatwoot.url });
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on("error", () => {});
  onTestFinished(() => pool.end());

  async function start() {
    const service = await startProcess(env);
    provider.webhook = { url: `${service.url}/webhooks/360dialog`, secret };
    const post = (body: unknown) => postWebhook(service.url, secret, body);
    const chat = createChat({ post, provider, database: { url, pool, admin: reject, drop: reject } }, waId);
    return { ...service, post, chat };
  }

  const script = (tools: string, name: string, ...args: string[]) =>
    runScript({ ...process.env, DATABASE_URL: url, PG_BIN: tools }, [join(image, "app/dist", name), ...args]);
  return {
    url,
    folder,
    provider,
    start,
    rows: async (query: string) => (await pool.query<Record<string, unknown>>(query)).rows,
    backup: () => script(programs, "backup.js", "--to", folder),
    restore: (...args: string[]) => script(programs, "restore.js", ...args),
    restoreWith: (tools: string, ...args: string[]) => script(tools, "restore.js", ...args),
  };
}

interface Tables {
  url: string;
  rows: (query: string) => Promise<Record<string, unknown>[]>;
}
type Service = Awaited<ReturnType<Awaited<ReturnType<typeof createWorld>>["start"]>>;

/** One candidate who applies, old rows by the ten thousand, and what else is needed so that no table is empty. */
export async function fill({ url, rows }: Tables, { post, chat }: Service): Promise<void> {
  await importVacanciesInto(url);
  await rows("insert into app.pauses values ('nobody', now(), '130429')");
  await rows(`
    with old as (select i, 1 + i % 2000 as who from generate_series(1, ${OLD_MESSAGES}) i),
    c as (insert into app.contacts (name) select 'Candidate ' || i from generate_series(1, 2000) i returning id),
    v as (insert into app.conversations (channel, contact_id, recipient)
          select 'whatsapp', id, '49151' || id from c returning id),
    numbered as (select id, row_number() over (order by id) as who from v),
    e as (insert into app.events (key, kind, source, parked)
          select decode(md5(i::text), 'hex'), 'message.text', repeat('{"key":"value"}', 40) || i, false from old),
    t as (insert into app.turns (conversation_id, fence, silenced, decision)
          select id, i, false, '{"engine":"rules"}' from old join numbered using (who) returning id, conversation_id),
    m as (insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at, turn_id)
          select conversation_id, id, 'text', 'wamid.old' || id, 'a message of some words ' || id, now(), id from t)
    insert into app.effects (conversation_id, turn_id, key, destination, origin, kind, body, state, sent_at)
    select conversation_id, id, 'turn:' || id || ':0', 'whatsapp', 'bot', 'text', '{"text":"an answer"}', 'sent', now() from t`);
  expect(await post(textBody({ waId, text: hello, id: "wamid.first" }))).toBe(200); // it will come once more
  await chat.settled();
  for (const words of ["Ana Ruiz", "sí", "fluido"]) await chat.say(words);
  await chat.settled();
}

/** Other candidates who write all the time. */
export function keepPosting(post: (body: unknown) => Promise<number>) {
  let stopped = false;
  let count = 0;
  const posting = (async () => {
    for (; !stopped; count += 1) {
      expect(await post(textBody({ waId: String(34_611_000_000 + count), text: `hola ${count}` }))).toBe(200);
      await breathe();
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await posting;
      return count;
    },
  };
}

export async function countTables(rows: Tables["rows"], schema = "app"): Promise<Record<string, number>> {
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(
      await rows(
        `select relname as name from pg_class where relnamespace = '${schema}'::regnamespace and relkind = 'r'`,
      ),
    );
  const counts: Record<string, number> = {};
  for (const { name } of names) {
    const [count] = await rows(`select count(*)::int as n from ${schema}.${name}`);
    counts[name] = z.object({ n: z.int() }).parse(count).n;
  }
  return counts;
}

/** Who may do what with what, and where row level security is on. */
export async function rightsOf(url: string): Promise<unknown> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(`
      select 'schema' as what, nspowner::regrole::text as owner, coalesce(nspacl, acldefault('n', nspowner))::text as rights
        from pg_namespace where nspname = 'app'
      union all
      select oid::regprocedure::text, proowner::regrole::text, coalesce(proacl, acldefault('f', proowner))::text
        from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace)
      union all
      select oid::regclass::text || ' ' || relrowsecurity, relowner::regrole::text, coalesce(relacl, acldefault('r', relowner))::text
        from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'v')
      order by 1`);
    expect(rows.length).toBeGreaterThan(60);
    return rows;
  });
}

/** The same programs, but what pg_restore writes goes through a filter. */
export async function wrapPrograms(bin: string, filter: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "programs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const scripts = {
    psql: `exec ${bin}/psql "$@"`,
    pg_restore: `case "$1" in --version) exec ${bin}/pg_restore "$1";; esac\n${bin}/pg_restore "$@" | ${filter}`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

async function runScript(env: NodeJS.ProcessEnv, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, output: output + errors };
}

async function reject(): Promise<never> {
  throw new Error("not asked for");
}

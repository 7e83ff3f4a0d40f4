import { onTestFinished } from "vitest";
import { type FakeClaude, startFakeClaude } from "../../sandbox/fake-claude.ts";
import { createTestDatabase, redisUrl } from "./database.ts";
import { testEnvironment } from "./environment.ts";
import { postWebhook, startProvider } from "./start-app.ts";
import { type ServiceProcess, startProcess } from "./start-process.ts";

interface StoredText {
  state: string;
  attempts: number;
  provider_id: string | null;
  text: string;
}

/**
 * What processes of the service need around them: a database, a fake 360dialog that reports no statuses until it knows
 * where to, and, when answers are given, a fake Claude. Every process that `start` starts shares them.
 */
export async function createSurroundings(
  options: { env?: Record<string, string>; claude?: FakeClaude["answer"] } = {},
) {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const env = testEnvironment({ DATABASE_URL: database.url, REDIS_URL: redisUrl(), ...options.env });
  const provider = await startProvider(env);
  env["DIALOG360_BASE_URL"] = provider.url;
  const claude = await startFakeClaude({ apiKey: String(env["ANTHROPIC_API_KEY"]) });
  onTestFinished(() => claude.stop());
  claude.answer = options.claude;
  if (options.claude !== undefined) Object.assign(env, { AGENT_ENGINE: "auto", ANTHROPIC_BASE_URL: claude.url });
  const secret = String(env["DIALOG360_WEBHOOK_SECRET"]);

  /** `changed` is for this process alone. */
  async function start(changed: Record<string, string> = {}) {
    const service: ServiceProcess = await startProcess({ ...env, ...changed });
    return { ...service, post: (body: unknown) => postWebhook(service.url, secret, body) };
  }

  /** What the outbox knows about the texts to one candidate, in the order in which they have to leave. */
  async function textsTo(recipient: string): Promise<StoredText[]> {
    const { rows } = await database.pool.query<StoredText>(
      `select e.state, e.attempts, e.provider_id, e.body ->> 'text' as text
         from app.effects e join app.conversations c on c.id = e.conversation_id
        where e.kind = 'text' and c.recipient = $1 order by e.id`,
      [recipient],
    );
    return rows;
  }

  /** Who holds the conversation of one candidate, and whether somebody should. */
  async function leaseOf(recipient: string): Promise<{ held: boolean; due: boolean; fence: number } | undefined> {
    const { rows } = await database.pool.query<{ held: boolean; due: boolean; fence: number }>(
      `select lease_until is not null as held, coalesce(due_at <= now(), false) as due, fence::int
         from app.conversations where recipient = $1`,
      [recipient],
    );
    return rows[0];
  }

  /** Server processes of our database that wait for a lock. */
  async function waitingForLock(): Promise<{ pid: number }[]> {
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows;
  }

  return { database, env, provider, claude, secret, start, textsTo, leaseOf, waitingForLock };
}

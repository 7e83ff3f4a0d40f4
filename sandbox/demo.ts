import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { prettyFactory } from "pino-pretty";
import { migrate } from "../database/migrate.ts";
import { importVacancies } from "../src/operator/vacancies.ts";
import { createDatabase as connect } from "../src/platform/database.ts";
import { startFake360dialog } from "./fake-360dialog.ts";
import { startFakeChatwoot } from "./fake-chatwoot.ts";
import { startFakeOpenAi } from "./fake-openai.ts";
import { startPhone } from "./phone.ts";
import { createDatabase, startPostgres } from "./postgres.ts";
import { freePort } from "./private-process.ts";
import { startRedis } from "./redis.ts";
import { startSupabaseGateway } from "./supabase.ts";
import { curlCommand } from "./webhook-body.ts";

/** `npm run demo`: the real service in a world of its own. `npm run dev` (--watch) restarts it when a file changes. */

const candidate = {
  waId: "34600111222",
  name: "Lucía Pérez",
  text: "Hola, soy Lucía Pérez, de Sevilla, busco trabajo de camarera",
} as const;
const readyLimitMs = 60_000;
/** More than the 25 seconds that the service takes to finish its work. */
const exitLimitMs = 35_000;
/** npm passes on the Ctrl-C that the terminal has sent us already: within this time it is the same key press. */
const samePressMs = 1000;

type Service = Awaited<ReturnType<typeof startService>>;

const coloured = process.stdout.isTTY && !process.env["NO_COLOR"];
const pretty = prettyFactory({
  colorize: coloured,
  messageKey: "message",
  ignore: "pid,hostname,service,version",
  translateTime: "SYS:HH:MM:ss.l",
});
/** What runs, in the order of its start. */
const parts: { name: string; stop: () => Promise<void> }[] = [];
const interruption = new AbortController();
const interrupted = once(interruption.signal, "abort");
let interruptedAt = 0;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, interrupt);
// Nobody reads any more, as with `npm run demo | head`. Without a listener this would end us before we clean up.
process.stdout.on("error", stopSoon);
// npm passes SIGTERM on to the shell between us, which dies of it without a word to us.
const launcher = process.ppid;
if (process.env["npm_lifecycle_event"]) setInterval(() => process.ppid === launcher || stopSoon(), 500).unref();

try {
  const service = await startWorld();
  await Promise.race([deathOf(service), interrupted]);
} catch (error) {
  if (!interruption.signal.aborted) {
    say(paint("red", `The demo cannot go on: ${error instanceof Error ? error.message : String(error)}`));
    process.exitCode = 1;
  }
}
for (const { name, stop } of parts.reverse()) {
  await stop().then(
    () => say(paint("dim", `stopped ${name}`)),
    (error: unknown) => say(paint("red", `${name} did not stop: ${String(error)}`)),
  );
}
// Idle connections of the stopped parts would hold us up for some seconds.
process.exit();

async function startWorld(): Promise<Service> {
  const secrets = {
    apiKey: secret(),
    webhook: secret(),
    supabase: secret(),
    chatwoot: secret(),
    recruiters: secret(),
    openai: secret(),
  };
  const port = await servicePort();
  const url = `http://127.0.0.1:${port}`;
  const webhook = { url: `${url}/webhooks/360dialog`, secret: secrets.webhook };
  const postgres = await start("Postgres", () => startPostgres());
  const redis = await start("Redis", () => startRedis({ log: say }));
  const databaseUrl = await createDatabase(postgres.url("postgres"), "app");
  await migrate({ databaseUrl, log: say });
  await importSamples(databaseUrl);
  const supabase = await start("Supabase gateway", () => startSupabaseGateway({ databaseUrl, key: secrets.supabase }));
  const fake = await start("fake 360dialog", () => startFake360dialog({ apiKey: secrets.apiKey, webhook }));
  const chatwoot = await start("fake Chatwoot", async () =>
    startFakeChatwoot({
      apiToken: secrets.chatwoot,
      accountId: 1,
      webhookSecret: secrets.recruiters,
      webhookUrl: `${url}/webhooks/chatwoot`,
      port: await freePortNear(8002),
    }),
  );
  const openai = await start("fake OpenAI", () => startFakeOpenAi({ apiKey: secrets.openai }));
  const phonePort = await freePortNear(8001);
  const phone = await start("phone page", () => startPhone({ fake, webhook, port: phonePort }));
  phone.onCandidate(({ waId, text }) => say(paint("cyan", `candidate +${waId} → ${printable(text)}`)));
  chatwoot.onMessage(({ content, sender, private: isNote }) => {
    if (sender?.type === "user") say(paint("magenta", `recruiter → ${printable(content ?? "(attachment)")}`));
    else if (isNote) say(paint("dim", `note for recruiters: ${printable(content ?? "")}`));
  });
  fake.onReadReceipt(({ typing }) => say(paint("dim", `service ✓✓ read${typing ? ", typing…" : ""}`)));
  fake.onMessage(({ recipient, text }) => say(paint("green", `service → ${printable(text)}  (to ${recipient})`)));

  const service = await start("service", async () =>
    startService({
      ...process.env,
      // With a key that is made up the service must not call Anthropic.
      AGENT_ENGINE: process.env["AGENT_ENGINE"] || (process.env["ANTHROPIC_API_KEY"] ? "auto" : "rules"),
      ANTHROPIC_API_KEY: process.env["ANTHROPIC_API_KEY"] || secret(),
      ENVIRONMENT: "development",
      HOST: "127.0.0.1",
      PORT: port,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis.url,
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: secrets.supabase,
      DIALOG360_BASE_URL: fake.url,
      DIALOG360_API_KEY: secrets.apiKey,
      DIALOG360_WEBHOOK_SECRET: secrets.webhook,
      WHATSAPP_VERIFY_TOKEN: secret(),
      OPENAI_API_KEY: secrets.openai,
      OPENAI_BASE_URL: openai.url,
      CHATWOOT_BASE_URL: chatwoot.url,
      CHATWOOT_API_TOKEN: secrets.chatwoot,
      CHATWOOT_ACCOUNT_ID: "1",
      CHATWOOT_WEBHOOK_SECRET: secrets.recruiters,
    }),
  );
  const ready = untilOk(`${url}/health/startup`).then(() => untilOk(`${url}/health/readiness`));
  await Promise.race([ready, deathOf(service)]);
  say(`
${paint("bold", "ready")}

  Service         ${url}
  Health          ${url}/health
  Phone page      ${phone.url}
  Recruiters      ${chatwoot.url}
  Sent messages   ${fake.url}/_received

Write as a candidate on the phone page, answer as a recruiter on the other, or paste this into another terminal:

${curlCommand(webhook, candidate)}

Ctrl-C stops everything and leaves nothing behind.
`);
  return service;
}

/** As `npm run vacancies -- import` does. */
async function importSamples(databaseUrl: string): Promise<void> {
  const file = fileURLToPath(new URL("vacancies.yaml", import.meta.url));
  const database = connect({ url: databaseUrl, poolSize: 1, supabaseUrl: "", supabaseKey: "" });
  const imported: string[] = [];
  try {
    await importVacancies([file], false, database, { say: (line) => void imported.push(line), tell: say });
  } finally {
    await database.close();
  }
  say(`vacancies: ${imported.join("; ")}`);
}

/** The service in a process group of its own: Ctrl-C in the terminal reaches only the demo, which stops it first. */
function startService(environment: NodeJS.ProcessEnv) {
  const watch = process.argv.includes("--watch") ? ["--watch", "--watch-preserve-output"] : [];
  const child = spawn(process.execPath, [...watch, "src/main.ts"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("the service's process could not be started");
  // When we die without a goodbye, the end of its input makes this shell take the service with it.
  const watchdog = spawn("sh", ["-c", 'read -r _; kill -s KILL -- "-$1"', "sh", String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  createInterface({ input: child.stdout }).on("line", (line) => process.stdout.write(pretty(line)));
  createInterface({ input: child.stderr }).on("line", say);
  const exited = once(child, "close").then(() => {
    watchdog.kill("SIGKILL"); // first: the number may soon be another group's
    return child.signalCode === null ? `exit code ${child.exitCode}` : `signal ${child.signalCode}`;
  });
  return {
    description: `process ${pid}`,
    exited,
    async stop() {
      child.kill("SIGTERM");
      const limit = setTimeout(() => process.kill(-pid, "SIGKILL"), exitLimitMs);
      await exited.finally(() => clearTimeout(limit));
    },
  };
}

/** Rejects when the service ends and nobody asked it to. */
async function deathOf(service: Service): Promise<never> {
  throw new Error(`the service stopped by itself with ${await service.exited}`);
}

function interrupt(): void {
  // The watchdogs of the service, Postgres and Redis see our end and kill them.
  if (interruption.signal.aborted && performance.now() - interruptedAt > samePressMs) process.exit(130);
  stopSoon();
}

function stopSoon(): void {
  if (interruption.signal.aborted) return;
  interruptedAt = performance.now();
  interruption.abort();
  say("\nstopping (once more kills at once)");
}

/** Starts one part, unless a stop was asked for, and remembers how to stop it. */
async function start<T extends { description?: string; url?: unknown; stop: () => Promise<void> }>(
  name: string,
  begin: () => Promise<T>,
): Promise<T> {
  interruption.signal.throwIfAborted();
  const startedAt = performance.now();
  const part = await begin();
  parts.push({ name, stop: () => part.stop() });
  const what = part.description ?? String(part.url);
  say(`${name}: ${what} (${Math.round(performance.now() - startedAt)} ms)`);
  return part;
}

/** Asks until the answer is 200. @throws with the last reason when time is up */
async function untilOk(url: string): Promise<void> {
  let reason = "no answer";
  for (const deadline = performance.now() + readyLimitMs; performance.now() < deadline; ) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
      const text = await response.text();
      if (response.status === 200) return;
      reason = `${response.status} ${text}`;
    } catch (error) {
      reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    }
    await sleep(100, undefined, { signal: interruption.signal });
  }
  throw new Error(`${url} is not 200 after ${readyLimitMs / 1000} s: ${reason}`);
}

async function servicePort(): Promise<string> {
  const wanted = process.env["PORT"];
  if (!wanted) return String(await freePortNear(8000));
  if (!(await isFree(Number(wanted)))) throw new Error(`port ${wanted} is taken; unset PORT to use any free one`);
  return wanted;
}

async function freePortNear(wanted: number): Promise<number> {
  return (await isFree(wanted)) ? wanted : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  const listening = once(server, "listening").finally(() => server.close());
  return listening.then(
    () => true,
    () => false,
  );
}

function secret(): string {
  return randomBytes(32).toString("hex");
}

/** On one line, and without the control characters that could move the cursor or change the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ⏎ ").replaceAll(/\p{Cc}/gu, "�");
}

function paint(colour: Parameters<typeof styleText>[0], text: string): string {
  return coloured ? styleText(colour, text, { validateStream: false }) : text;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

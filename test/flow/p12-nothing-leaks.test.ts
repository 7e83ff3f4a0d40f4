import { expect, onTestFinished, test } from "vitest";
import { ClaudeRefusal, type ClaudeRequest } from "../../sandbox/claude/request.ts";
import { startFakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import { startFakeSentry } from "../../sandbox/fake-sentry.ts";
import { textBody } from "../../sandbox/webhook-body.ts";
import { createCanarySearch, leaksIn } from "../support/canaries.ts";
import { createOracle, userText } from "../support/claude-oracle.ts";
import { redisUrl } from "../support/database.ts";
import { createSurroundings } from "../support/surroundings.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";

/** P12: what candidates write and who they are, secrets and addresses stay out of logs, metrics, reports and answers. */

const waId = "34655718293";
const leaver = "34655928471";
const person = {
  phone: waId,
  secondPhone: leaver,
  bsuid: "ES.Kx93hTqLmWzPbv71",
  wamid: "wamid.HBgLQ2FuYXJ5LW1lc3NhZ2UtMTIzNDU2Nzg5",
  name: "Xiomarabel Quetzalcoyót",
  email: "xiomarabel.q@zanzibarmail.example",
  text: "Hola, soy electromecánica y trabajé en Zuluagarmendia",
  reply: "Gracias, hablamos del turno estroboscópico",
};
const said = `${person.text}. Me llamo ${person.name}, mi correo es ${person.email}, mi número es ${waId}.`;
const healthRoutes = ["", "/liveness", "/readiness", "/startup", "/railway", "/detailed"].map(
  (path) => `/health${path}`,
);

test.each([["rules"], ["claude"]] as const)(
  "a run on %s with everything that can go wrong leaks nothing",
  async (engine) => {
    const world = await start(engine);
    const { service, sentry, chatwoot, provider, database, env, postgres, redis, call, post } = world;

    // Health, metrics, strangers.
    for (const path of [...healthRoutes, "/metrics"]) {
      for (const authorization of ["", `Bearer ${env["HEALTH_TOKEN"]}`, `Bearer x${env["HEALTH_TOKEN"]}`]) {
        await call(path, { headers: { authorization } });
      }
    }
    for (const id of [waId, `wa:${waId}`, `${waId.slice(0, 4)}-${waId.slice(4)}`]) {
      const query = new URLSearchParams({ phone: waId, text: said, token: String(env["CHATWOOT_API_TOKEN"]) });
      const headers = { "x-request-id": id, cookie: said.replaceAll(/[^ -~]/g, ""), referer: `https://x/${waId}` };
      expect(await call(`/candidates/${waId}/${person.email}?${query.toString()}`, { headers })).toBe(404);
      expect(await call(`/candidates/${waId}%ff`, { headers })).toBe(400);
    }
    const verify = {
      "hub.mode": "subscribe",
      "hub.challenge": "1",
      "hub.verify_token": `x${env["WHATSAPP_VERIFY_TOKEN"]}`,
    };
    expect(await call(`/webhooks/360dialog?${new URLSearchParams(verify).toString()}`)).toBe(401);
    for (const path of ["/webhooks/360dialog", "/webhooks/chatwoot"]) {
      const headers = {
        authorization: `Bearer x${env["DIALOG360_WEBHOOK_SECRET"]}`,
        "x-chatwoot-signature": said.slice(0, 4),
      };
      expect(await call(path, { method: "POST", headers, body: said })).toBe(401);
    }

    // Webhooks that are not as agreed.
    expect(await post(`{"entry": [{"text": "${said}`)).toBe(400);
    expect(await post({ [waId]: said, [person.email]: { text: said } })).toBe(200);
    const [entry] = textBody({ ...identity, text: said }).entry;
    const odd = { id: "odd", timestamp: "1", type: waId, from: waId, [`x${waId}`]: said };
    expect(
      await post({ entry: [{ ...entry, changes: [{ field: waId, value: { messages: [odd], [waId]: said } }] }] }),
    ).toBe(200);

    // A conversation whose answers and mirror are refused in words that quote it.
    const quoting = {
      error: { message: `${said} ${env["DIALOG360_API_KEY"]}`, code: 131_000, error_data: { details: said } },
    };
    provider.script([
      { kind: "status", http: 500, body: quoting },
      { kind: "status", http: 400, body: JSON.stringify(quoting) },
    ]);
    chatwoot.script([500, 400].map((http) => ({ kind: "status", http, body: { error: quoting, ...env } })));
    expect(await post(textBody({ ...identity, id: person.wamid, text: said }))).toBe(200);
    await waitFor(() => expect(service.output()).toMatch(/"message":"send failed"/));
    for (const part of ["¿Hola?", person.text, said]) await post(textBody({ ...identity, text: part }));
    await waitFor(() => expect(provider.messagesTo(waId).length).toBeGreaterThan(0));
    await post(textBody({ waId: leaver, name: person.name, text: `Hola, soy ${person.name}: ${person.email}` }));
    await post(textBody({ waId: leaver, name: person.name, text: "STOP" }));
    await waitFor(() => expect(provider.messagesTo(leaver).length).toBeGreaterThan(0));

    // A turn that fails on what was written.
    await database.pool.query(
      `create function public.refuse() returns trigger language plpgsql as
       $$ begin raise exception 'no % for %', new.body, (select string_agg(text, ' ') from app.messages); end $$;
     create trigger refuse before insert on app.effects for each row when (new.kind = 'text') execute function public.refuse()`,
    );
    await post(textBody({ ...identity, text: `${said} otra vez` }));
    await waitFor(() => expect(reported()).toContain("turn failed"));
    await database.pool.query("drop trigger refuse on app.effects");

    // Recruiters.
    const thread = await waitFor(() => {
      const found = chatwoot.conversations.find(({ messages }) =>
        messages.some(({ content }) => content?.includes(person.text)),
      );
      if (found === undefined) throw new Error("no conversation yet");
      return found.id;
    });
    chatwoot.decide(thread, "proceed");
    chatwoot.humanReply(thread, person.reply);
    await waitFor(() => expect(provider.messagesTo(waId).map(({ text }) => text)).toContain(person.reply));

    // Dependencies.
    await postgres.set("cut");
    expect(await post(textBody({ ...identity, text: said }))).toBe(503);
    chatwoot.humanReply(thread, `${person.reply} ${said}`);
    await waitFor(() => expect(reported()).toContain("events cannot be stored, answering 503"));
    await waitFor(() => expect(reported()).toContain("what a recruiter did cannot be stored"));
    for (const path of [...healthRoutes, "/metrics"]) await call(path);
    await postgres.set("pass");
    await redis.set("cut");
    await waitFor(() => expect(service.output()).toMatch(/"message":"redis is away"/));
    for (const path of [...healthRoutes, "/metrics"]) await call(path);
    await waitFor(async () => expect(await post(textBody({ waId: leaver, text: `${said} START` }))).toBe(200));
    await redis.set("pass");
    if (engine === "claude")
      await waitFor(() => expect(service.output()).toMatch(/"message":"the rules engine answers/));
    await call("/metrics", { headers: { authorization: `Bearer ${env["HEALTH_TOKEN"]}` } });
    expect(await service.end("SIGTERM")).toBe(0);

    const find = createCanarySearch({ ...person, ...world.secrets });
    const findKey = createCanarySearch({ sentryKey: world.sentryKey });
    const seen = [service.output(), ...world.answers];
    expect(world.answers.some((answer) => answer.includes("turns_total{"))).toBe(true);
    expect(
      [...seen, ...sentry.envelopes.map((one) => JSON.stringify(one))].flatMap((text) => leaksIn(find, text)),
    ).toEqual([]);
    expect(seen.flatMap((text) => leaksIn(findKey, text))).toEqual([]);

    function reported(): (string | undefined)[] {
      return sentry.reports.map(({ exception }) => exception?.values.at(-1)?.value);
    }
  },
);

test("the search finds a canary in every disguise, and nothing where none is", () => {
  const find = createCanarySearch(person);
  const phrase = `${person.text} y más`;
  for (const text of [
    phrase,
    phrase.toUpperCase(),
    phrase.normalize("NFD"),
    JSON.stringify({ text: phrase }),
    JSON.stringify(JSON.stringify({ text: phrase })),
    encodeURIComponent(phrase),
    ...["", "a", "ab"].map((before) => Buffer.from(before + phrase).toString("base64")),
    Buffer.from(phrase).toString("base64url"),
    "only ELECTROMECANICA of it",
    "electromec\\u00e1nica",
  ]) {
    expect(find(`{"level":"info","message":"${text}"}`)).toContain("text");
  }
  for (const text of [
    waId,
    `+${waId}`,
    "+34 655-718-293",
    waId.slice(-8),
    `x${Buffer.from(waId).toString("base64")}`,
  ]) {
    expect(find(`{"message":"${text}"}`)).toContain("phone");
  }
  expect(leaksIn(find, `{"message":"turn committed"}\n{"wa":"${waId}"}`)).toEqual([`phone: {"wa":"${waId}"}`]);
  expect(find('{"level":"info","time":"2026-11-03T10:00:00.000Z","message":"turn committed","ms":34655}')).toEqual([]);
});

const identity = { waId, bsuid: person.bsuid, name: person.name };

/** The bundle with every secret set, and all that is around it on this machine. */
async function start(engine: "rules" | "claude") {
  const oracle = createOracle({});
  let calls = 0;
  /** Every other answer is none: it quotes what was asked. */
  function answer(request: ClaudeRequest): unknown {
    calls += 1;
    const quoted = `${userText(request)} ${world.env["ANTHROPIC_API_KEY"]}`;
    if (calls % 4 === 0) throw new ClaudeRefusal(400, "invalid_request_error", quoted);
    if (calls % 4 === 2) throw new Error(quoted);
    return calls % 4 === 1 ? quoted : oracle(request);
  }
  const sentryKey = "c4naryPublicKeyOfSentry";
  const sentry = await startFakeSentry({ key: sentryKey });
  onTestFinished(() => sentry.stop());
  const world = await createSurroundings({
    env: {
      LOG_LEVEL: "trace",
      SENTRY_DSN: sentry.dsn,
      HEALTH_TOKEN: "c4nary-of-the-health-routes",
      DECISION_UNDO_MS: "100",
    },
    ...(engine === "claude" && { claude: answer }),
  });
  const { env, database } = world;
  const chatwoot = await startFakeChatwoot({
    apiToken: String(env["CHATWOOT_API_TOKEN"]),
    accountId: Number(env["CHATWOOT_ACCOUNT_ID"]),
    webhookSecret: String(env["CHATWOOT_WEBHOOK_SECRET"]),
  });
  onTestFinished(() => chatwoot.stop());
  const [postgres, redis] = [await startTcpProxy(database.url), await startTcpProxy(redisUrl())];
  Object.assign(env, { CHATWOOT_BASE_URL: chatwoot.url, DATABASE_URL: postgres.url, REDIS_URL: redis.url });
  const service = await world.start();
  chatwoot.webhookUrl = `${service.url}/webhooks/chatwoot`;
  world.provider.webhook = { url: `${service.url}/webhooks/360dialog`, secret: world.secret };

  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (/KEY|TOKEN|SECRET/.test(name)) secrets[name] = value;
  const urls = [postgres.url, redis.url].map((url) => new URL(url));
  for (const { protocol, password } of urls) secrets[`password ${protocol}`] = password;
  const addresses = [...urls, new URL(world.provider.url), new URL(chatwoot.url)];
  for (const { host } of addresses) secrets[`address ${host}`] = host;
  const answers: string[] = [];

  /** Keeps everything of the answer. */
  async function call(path: string, init: RequestInit = {}): Promise<number> {
    const response = await fetch(service.url + path, init);
    answers.push(`${JSON.stringify([...response.headers])}\n${await response.text()}`);
    return response.status;
  }

  function post(body: unknown): Promise<number> {
    const headers = { authorization: `Bearer ${world.secret}`, "content-type": "application/json" };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return call("/webhooks/360dialog", { method: "POST", headers, body: text });
  }

  return {
    ...world,
    service,
    sentry,
    sentryKey,
    chatwoot,
    postgres,
    redis,
    answers,
    call,
    post,
    secrets,
  };
}

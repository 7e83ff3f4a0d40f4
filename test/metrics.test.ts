import { describe, expect, test } from "vitest";
import { z } from "zod";
import { statusBody, textBody } from "../sandbox/webhook-body.ts";
import { createMetrics } from "../src/metrics.ts";
import { createChat } from "./support/chat.ts";
import { createOracle } from "./support/claude-oracle.ts";
import { say } from "./support/say.ts";
import { startApp } from "./support/start-app.ts";
import { waitFor } from "./support/wait-for.ts";

type World = Awaited<ReturnType<typeof startApp>>;

/** What alerts and dashboards are written against, beside what prom-client and Node give by themselves. */
const promised = `
  app_info app_ready app_draining agent_engine
  component_up component_probe_age_seconds component_probe_duration_seconds component_probe_failures_total
  http_request_duration_seconds http_requests_in_flight
  webhook_events_total webhook_ack_duration_seconds webhook_auth_failures_total webhook_unknown_fields_total
  webhook_differing_duplicates_total webhook_quarantined_events_total
  inbox_waiting_events inbox_lag_seconds inbox_conversations inbox_oldest_age_seconds inbox_rescues_total
  turns_total turn_duration_seconds turn_messages turn_phase_duration_seconds
  gen_ai_client_operation_duration_seconds gen_ai_client_token_usage llm_cost_usd_total agent_fallbacks_total
  checkpoint_troubles_total fact_claims_rejected_total model_breaker_open
  outbox_effects_total outbox_unknown_resends_total outbox_pending outbox_oldest_age_seconds
  answer_duration_seconds answers_failed_total delivery_duration_seconds takeovers_total opt_outs_total
  database_pool_connections
  container_memory_limit_bytes container_memory_usage_ratio container_cpu_usage_ratio disk_free_bytes`
  .trim()
  .split(/\s+/);
const description = z.object({ help: z.string(), type: z.string(), labelNames: z.array(z.string()) });

describe("names", () => {
  const described = createMetrics().registry.getMetricsAsArray();

  test("every metric that others count on exists, and no other of ours", () => {
    const ours = described.map(({ name }) => name).filter((name) => !/^(nodejs|process)_/.test(name));
    expect(ours.toSorted()).toEqual(promised.toSorted());
    expect(described.map(({ name }) => name)).toContain("nodejs_eventloop_lag_p99_seconds");
  });

  test.each(described.map((metric) => [metric.name, metric] as const))("%s", (name, metric) => {
    const { help, type, labelNames } = description.parse(metric);
    expect(help).toMatch(/\S{3}/);
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(name.endsWith("_total")).toBe(type === "counter");
    expect(name).not.toMatch(/_(count|sum|bucket)$/);
    expect(name).not.toMatch(/_(gauge|counter|histogram|summary)(_|$)/);
    // Base units, at the end.
    expect(name).not.toMatch(
      /_(ms|s|us|ns|m|h|d|b|kb|mb|gb|\w*(?:milli|micro|nano|kilo|mega)\w*|minutes|hours|days|percent)(_|$)/,
    );
    if (!/^(nodejs|process)_/.test(name)) expect(name).not.toMatch(/_(seconds|bytes|ratio)_(?!total$)/);
    for (const label of labelNames) expect(label).toMatch(/^[a-z][a-z_]*$/);
  });
});

describe("the journey of a message", () => {
  test("moves a series at each step", async () => {
    const world = await startApp({
      claude: createOracle({ "soy Ana": [{ field: "first_name", value: "Ana", quote: "Ana" }] }),
    });
    const chat = createChat(world, "34600000061");
    await chat.say("hola, soy Ana");
    await chat.settled();

    const events = { provider: "360dialog", kind: "message.text", outcome: "stored" };
    expect(await read(world, "webhook_events_total", events)).toBe(1);
    expect(await read(world, "webhook_ack_duration_seconds_count")).toBeGreaterThanOrEqual(1);
    expect(await read(world, "inbox_lag_seconds_count")).toBe(1);
    expect(await read(world, "inbox_lag_seconds_sum")).toBeGreaterThan(0.05); // the burst's quiet time at least
    for (const phase of ["router", "extraction", "conversation", "crm", "commit"])
      expect(await read(world, "turn_phase_duration_seconds_count", { phase })).toBeGreaterThanOrEqual(1);
    for (const agent of ["router", "extraction", "conversation"]) {
      const call = { agent, gen_ai_provider_name: "anthropic", gen_ai_operation_name: "chat" };
      expect(await read(world, "gen_ai_client_operation_duration_seconds_count", { ...call, error_type: "" })).toBe(1);
      for (const gen_ai_token_type of ["input", "output"])
        expect(await read(world, "gen_ai_client_token_usage_sum", { ...call, gen_ai_token_type })).toBeGreaterThan(0);
      expect(await read(world, "llm_cost_usd_total", { agent })).toBeGreaterThan(0);
    }
    const text = { destination: "whatsapp", kind: "text", outcome: "sent", class: "" };
    expect(await read(world, "outbox_effects_total", text)).toBe(1);
    expect(await read(world, "answer_duration_seconds_count")).toBe(1);
    const lag = await read(world, "inbox_lag_seconds_sum");
    expect(await read(world, "answer_duration_seconds_sum")).toBeGreaterThan(lag);
    await waitFor(async () => expect(await read(world, "delivery_duration_seconds_count")).toBe(1));
    for (const pool of ["urgent", "patient"])
      expect(await read(world, "database_pool_connections", { pool })).toBeGreaterThanOrEqual(1);
    expect(await read(world, "answers_failed_total")).toBe(0);
  });

  test("a conversation is taken over once, and not by our own hand-off", async () => {
    const world = await startApp();
    const ana = createChat(world, "34600000062");
    await ana.say("hola");
    await ana.settled();
    const thread = world.chatwoot.conversations[0]?.id ?? 0;
    world.chatwoot.humanReply(thread, "Hola, soy Rita");
    world.chatwoot.humanReply(thread, "¿Qué tal?");
    await waitFor(() => expect(ana.answers()).toContain("¿Qué tal?"));
    await waitFor(() => expect(world.chatwoot.conversations[0]?.status).toBe("open"));
    await world.chatwoot.delivered();
    expect(await read(world, "takeovers_total")).toBe(1);

    const luis = createChat(world, "34600000063");
    await luis.say("quiero hablar con una persona");
    await waitFor(() => expect(world.chatwoot.conversations[1]?.status).toBe("open"));
    await world.chatwoot.delivered();
    expect(await read(world, "takeovers_total")).toBe(1);

    world.chatwoot.setStatus(thread, "pending");
    world.chatwoot.setStatus(thread, "open");
    await world.chatwoot.delivered();
    await waitFor(async () => expect(await read(world, "takeovers_total")).toBe(2));
  });

  test("STOP counts once, also when it is delivered or said twice; a confirmed DELETE is an opt-out too", async () => {
    const world = await startApp();
    const ana = createChat(world, "34600000064");
    const stop = textBody({ waId: "34600000064", text: "STOP" });
    await world.post(stop);
    await world.post(stop);
    await waitFor(() => expect(ana.answers()).toHaveLength(1));
    await ana.sayInVain("stop!");
    expect(await read(world, "opt_outs_total")).toBe(1);

    const luis = createChat(world, "34600000065");
    await luis.say("borrar mis datos");
    expect(await read(world, "opt_outs_total")).toBe(1);
    await luis.say("borrar mis datos");
    await luis.settled();
    expect(await read(world, "opt_outs_total")).toBe(2);
  });
});

describe("an answer that does not arrive", () => {
  const scripted = { runTurn: async (turn: Parameters<typeof say>[0]) => say(turn, "answer") };

  test.each([
    ["refused", { outcome: "dead", class: "fix" }, new Date()],
    ["too late for the window", { outcome: "dropped", class: "window" }, new Date(Date.now() - 25 * 3_600_000)],
  ])("%s: counted as failed, with its class", async (_name, labels, at) => {
    const world = await startApp({ ...scripted, env: { BURST_QUIET_MS: "0" } });
    const error = { message: "(#131009) refused", type: "OAuthException", code: 131009, fbtrace_id: "x" };
    world.provider.script([{ kind: "status", http: 400, body: { error } }]);
    await world.post(textBody({ waId: "34600000066", text: "hola", at }));

    const text = { destination: "whatsapp", kind: "text", ...labels };
    await waitFor(async () => expect(await read(world, "outbox_effects_total", text)).toBe(1));
    expect(await read(world, "answers_failed_total")).toBe(1);
    expect(await read(world, "answer_duration_seconds_count")).toBe(0);
  });
});

describe("an answer of which nobody knew that it was sent", () => {
  const scripted = { runTurn: async (turn: Parameters<typeof say>[0]) => say(turn, "answer") };
  const unknown = { destination: "whatsapp", kind: "text", outcome: "unknown", class: "unknown" };
  const recipient = "34600000067";

  test("counts with the status that proves it", async () => {
    const world = await startApp({ ...scripted, env: { BURST_QUIET_MS: "0" } });
    world.provider.script([{ kind: "status", http: 504, body: {} }]);
    await world.post(textBody({ waId: recipient, text: "hola" }));
    const id = await waitFor(async () => {
      const { rows } = await world.database.pool.query<{ id: string }>(
        "select id from app.effects where kind = 'text' and state = 'unknown'",
      );
      expect(rows).toHaveLength(1);
      return rows[0]?.id;
    });
    expect(await read(world, "answer_duration_seconds_count")).toBe(0);
    const status = { wamid: "wamid.late", recipient, callback: `effect:${id}` };
    for (const name of ["sent", "read"] as const) await world.post(statusBody({ ...status, status: name }));
    expect(await read(world, "answer_duration_seconds_count")).toBe(1);
    expect(await read(world, "answers_failed_total")).toBe(0);
  });

  test("counts also when that status was quicker than the end of the wait", async () => {
    const world = await startApp({ ...scripted, env: { BURST_QUIET_MS: "0", UNKNOWN_WAIT: "4" } });
    world.provider.script([{ kind: "hang-after-accept" }]);
    await world.post(textBody({ waId: recipient, text: "hola" }));
    await waitFor(async () => expect(await read(world, "outbox_effects_total", unknown)).toBe(1));
    await waitFor(async () => expect(await read(world, "answer_duration_seconds_count")).toBe(1));
    expect(await read(world, "outbox_unknown_resends_total")).toBe(0);
  });
});

test("candidates add no series, and nothing of theirs is shown", async () => {
  const world = await startApp({ env: { BURST_QUIET_MS: "0" } });
  const candidates = Array.from({ length: 51 }, (_, at) => ({
    waId: String(34_611_777_000 + at),
    text: `hola, soy Quirina${"abcdefghij"[at % 10]}${"klmnop"[Math.floor(at / 10)]}, ¿cuánto se cobra?`,
  }));
  const seen = { provider: "360dialog", kind: "status.read", outcome: "stored" };
  /** Few at a time: each lot has the whole patience of a check. */
  const talk = async (from: number, to: number) => {
    for (const { waId, text } of candidates.slice(from, to)) await world.post(textBody({ waId, text, name: text }));
    await waitFor(async () => expect(await read(world, "webhook_events_total", seen)).toBe(to));
    await createChat(world, "").settled();
  };
  await talk(0, 1);
  const before = await series(world);
  for (let from = 1; from < candidates.length; from += 5) await talk(from, from + 5);
  const after = await series(world);

  // A busy machine may bring an outcome that the first one did not have. What names candidates would bring one for each.
  expect(after.size - before.size).toBeLessThan(25);
  expect([...after].filter((one) => /3461177|quirina/i.test(one))).toEqual([]);
});

/** All series of the service's own, a histogram without its buckets. */
async function series(world: World): Promise<Set<string>> {
  const lines = (await scrape(world)).split("\n").filter((line) => !/^(#|nodejs_|process_|\w+_bucket|$)/.test(line));
  return new Set(lines.map((line) => line.slice(0, line.lastIndexOf(" "))));
}

/** The sum of the series that have these labels. */
async function read(world: World, name: string, labels: Record<string, string> = {}): Promise<number> {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const lines = (await scrape(world)).split("\n").filter((line) => /^[^{ ]+/.exec(line)?.[0] === name);
  const found = lines.filter((line) => wanted.every((label) => line.includes(label)));
  return found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}

async function scrape({ url }: World): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

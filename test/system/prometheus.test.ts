import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createPrivateProcess, freePort } from "../../sandbox/private-process.ts";
import { readDashboard, readOps, readRules, ruleFiles, ruleTestFiles } from "../ops/ops-files.ts";
import { createChat } from "../support/chat.ts";
import { createOracle } from "../support/claude-oracle.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";
import { findPrometheus, run, type Tools } from "./prometheus-tools.ts";

/** The files of ops/ in the hands of the real programs. A machine that cannot have them skips, and says why. */

const token = "a-token-of-this-test-0123456789abcdef";
const opsPath = (name: string) => fileURLToPath(new URL(`../../ops/${name}`, import.meta.url));
const tools = await findPrometheus().catch((error: unknown) => String(error).replaceAll(/\s+/g, " "));

if (typeof tools === "string") {
  process.stdout.write(`skipped: ${tools}\n`);
  test.skip(`skipped: ${tools}`);
} else {
  testFiles(tools);
  testMetrics(tools);
  testScrape(tools);
}

function testFiles({ promtool }: Tools): void {
  test("Prometheus takes the rules and the example of its configuration", async () => {
    const rules = await run(promtool, ["check", "rules", "--lint-fatal", ...ruleFiles.map(opsPath)]);
    expect(rules).toMatchObject({ code: 0 });
    const config = await run(promtool, ["check", "config", "--syntax-only", opsPath("prometheus.yml")]);
    expect(config).toMatchObject({ code: 0 });
  });

  test.each(ruleTestFiles)("every alert rings and is silent as %s says", async (file) => {
    expect(await run(promtool, ["test", "rules", opsPath(file)])).toMatchObject({ code: 0 });
  });

  test("an alert whose limit is moved fails its unit test", async () => {
    const { directory, stop } = await createPrivateProcess({ stopSignal: "SIGTERM" });
    onTestFinished(stop);
    const moved = readOps("alerts-journey.yml").replace(
      "inbox_oldest_age_seconds) > 60",
      "inbox_oldest_age_seconds) > 40",
    );
    await writeFile(join(directory, "alerts-journey.yml"), moved);
    await writeFile(join(directory, "alerts-journey.test.yml"), readOps("alerts-journey.test.yml"));
    const { code, output } = await run(promtool, ["test", "rules", join(directory, "alerts-journey.test.yml")]);
    expect([code, output]).toEqual([1, expect.stringContaining("alertname: InboxStuck")]);
  });
}

function testMetrics({ promtool }: Tools): void {
  test("promtool has nothing to say against the metrics of a service that has worked", async () => {
    const world = await startApp({ claude: createOracle({}) });
    const chat = createChat(world, "34600111333");
    await chat.say("I am looking for work");
    await chat.settled();
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    expect(metrics).toContain("gen_ai_client_operation_duration_seconds_bucket");
    expect(await run(promtool, ["check", "metrics"], metrics)).toEqual({ code: 0, output: "" });
  });
}

function testScrape({ prometheus }: Tools): void {
  test("a Prometheus sees the whole journey of one message, and every rule and panel can be computed", async () => {
    const world = await startApp({ claude: createOracle({}), env: { HEALTH_TOKEN: token } });
    const server = await startPrometheus(prometheus, new URL(world.url).host);
    await waitFor(async () => {
      expect(await server.targets()).toEqual([
        { job: "recruitment-production", health: "up", lastError: "" },
        { job: "recruitment-stranger", health: "down", lastError: "server returned HTTP status 401 Unauthorized" },
      ]);
    });
    const chat = createChat(world, "34600111333");
    await chat.say("I am looking for work");
    await chat.settled();

    for (const expression of journey) {
      await waitFor(async () => {
        expect({ expression, ...(await server.query(expression)) }).toMatchObject({
          status: "success",
          series: { length: 1 },
        });
      });
    }
    await waitFor(async () => {
      const states = await server.rules();
      expect(states.map(({ name }) => name).sort()).toEqual(
        readRules()
          .map(({ name }) => name)
          .sort(),
      );
      expect(states.filter(({ health }) => health !== "ok")).toEqual([]);
    });
    // What has begun to be counted has to be seen twice before it has a rate.
    await chat.say("In a kitchen");
    for (const { place, expr } of readDashboard()) {
      await waitFor(async () => {
        const { status, series, error } = await server.query(expr);
        expect({ place, expr, status, error }).toMatchObject({ status: "success", error: undefined });
        if (!seldom.test(expr)) expect({ place, expr, shows: series.length > 0 }).toMatchObject({ shows: true });
      });
    }
    // The judge itself: an expression that does not parse.
    expect(await server.query("sum by (job (app_info)")).toMatchObject({ status: "error" });
  });
}

/** One series each, from left to right. */
const journey = [
  'sum(webhook_events_total{provider="360dialog", outcome="stored"}) > 0',
  "sum(webhook_ack_duration_seconds_count) > 0",
  "sum(inbox_lag_seconds_count) > 0",
  'sum(turns_total{outcome="committed"}) > 0',
  'sum(turn_phase_duration_seconds_count{phase="conversation"}) > 0',
  'sum(gen_ai_client_operation_duration_seconds_count{error_type=""}) > 0',
  'sum(gen_ai_client_token_usage_sum{gen_ai_token_type="output"}) > 0',
  "sum(llm_cost_usd_total) > 0",
  'sum(outbox_effects_total{destination="whatsapp", kind="text", outcome="sent"}) > 0',
  "sum(answer_duration_seconds_count) > 0",
  "sum(delivery_duration_seconds_count) > 0",
  'component_up{component="redis"} == 1',
  'component_up:critical{component="postgres"} == 1',
  'agent_engine{engine="claude"} == 1',
  "app_ready == 1",
];

/** What has no series before something went wrong, or before rubbish was collected. */
const seldom =
  /auth_failures|unknown_fields|fallbacks|checkpoint_troubles|claims_rejected|probe_failures|class!=""|gc_duration/;

const exampleSchema = z.looseObject({
  global: z.looseObject({}),
  rule_files: z.array(z.string()),
  scrape_configs: z.tuple([
    z.looseObject({ job_name: z.string(), authorization: z.looseObject({ type: z.literal("Bearer") }) }),
  ]),
});

/** The example of ops/ with other addresses and quicker; a second job scrapes with a wrong token. Ended after the test. */
async function startPrometheus(command: string, target: string) {
  const server = await createPrivateProcess({ stopSignal: "SIGTERM" });
  onTestFinished(server.stop);
  const [right, wrong] = [join(server.directory, "token"), join(server.directory, "wrong-token")];
  await writeFile(right, token);
  await writeFile(wrong, "wrong");
  const { global, rule_files, scrape_configs } = exampleSchema.parse(parse(readOps("prometheus.yml")));
  const { dns_sd_configs: _names, authorization, ...job } = scrape_configs[0];
  const static_configs = [{ targets: [target] }];
  const config = {
    global: { ...global, scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: rule_files.map(opsPath),
    scrape_configs: [
      { ...job, static_configs, authorization: { ...authorization, credentials_file: right } },
      { job_name: "recruitment-stranger", static_configs, authorization: { credentials_file: wrong } },
    ],
  };
  const file = join(server.directory, "prometheus.yml");
  await writeFile(file, JSON.stringify(config)); // JSON is YAML
  const address = `127.0.0.1:${await freePort()}`;
  const args = [`--config.file=${file}`, `--storage.tsdb.path=${join(server.directory, "data")}`];
  const ready = async () => (await fetch(`http://${address}/-/ready`).catch(() => undefined))?.status === 200;
  await server.start(command, [...args, `--web.listen-address=${address}`], ready);
  return createQueries(`http://${address}/api/v1`);
}

function createQueries(url: string) {
  const ask = async (path: string): Promise<unknown> => (await fetch(`${url}/${path}`)).json();

  async function targets() {
    const { data } = targetsSchema.parse(await ask("targets?state=active"));
    const found = data.activeTargets.map(({ labels, health, lastError }) => ({ job: labels.job, health, lastError }));
    return found.sort((one, other) => one.job.localeCompare(other.job));
  }

  async function rules() {
    const { data } = rulesSchema.parse(await ask("rules"));
    return data.groups.flatMap((group) => group.rules);
  }

  async function query(expression: string) {
    const { status, data, error } = answerSchema.parse(await ask(`query?query=${encodeURIComponent(expression)}`));
    return { status, series: data?.result ?? [], error };
  }

  return { targets, rules, query };
}

const targetsSchema = z.object({
  data: z.object({
    activeTargets: z.array(
      z.object({ labels: z.object({ job: z.string() }), health: z.string(), lastError: z.string() }),
    ),
  }),
});
const rulesSchema = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(z.object({ name: z.string(), health: z.string(), lastError: z.string().optional() })),
      }),
    ),
  }),
});
const answerSchema = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z.object({ result: z.array(z.unknown()) }).optional(),
});

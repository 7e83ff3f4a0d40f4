import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { createAsk } from "../../scripts/smoke/ask.ts";
import { smoke } from "../../scripts/smoke.ts";
import { createCanarySearch } from "../support/canaries.ts";
import { listen } from "../support/small-redis.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const commit = "1b72df7a0c3a4d5e6f708192a3b4c5d6e7f80912";
const checks = [
  ["health", "liveness", "readiness", "startup", "railway", "detailed", "metrics", "commit"],
  ["verification", "wrong token", "signed webhook", "wrong signature", "unknown route"],
].flat();
const secrets = {
  HEALTH_TOKEN: "health-9c41d0aa51f3",
  WHATSAPP_VERIFY_TOKEN: "verify-77b2e0c4419d",
  DIALOG360_WEBHOOK_SECRET: "webhook-d2f86a10b7e5",
};

test("a healthy service passes every check, and nothing is stored in it", async () => {
  const { url, database } = await startReady();
  const args = ["scripts/smoke.ts", url, "--commit", commit.slice(0, 12)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: secrets });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.slice(1, -1).map((line) => line.replace(/:.*/, ""))).toEqual(checks.map((name) => `ok    ${name}`));
  expect(lines.at(-1)).toBe("13 ok, 0 failed, 0 skipped");
  expect(leaks(stdout)).toEqual([]);
  const { rows } = await database.pool.query("select (select count(*) from app.events)::int as events");
  expect(rows).toEqual([{ events: 0 }]);
});

test("each thing that is wrong fails its check, names the variable and says no secret", async () => {
  const { url } = await startReady();
  const old = await run([url, "--commit", "0123456"], secrets);
  expect(old.failed).toEqual([expect.stringMatching(/^FAIL {2}commit: 1b72df7\w+ runs instead of 0123456\. Cure: /)]);
  expect(old.code).toBe(1);
  for (const [variable, ...names] of [
    ["WHATSAPP_VERIFY_TOKEN", "verification"],
    ["DIALOG360_WEBHOOK_SECRET", "signed webhook"],
    ["HEALTH_TOKEN", "detailed", "metrics"],
  ] as const) {
    const { code, failed, output } = await run([url], { ...secrets, [variable]: "another-5b1f0d9e8c" });
    expect(failed).toHaveLength(names.length);
    for (const [n, name] of names.entries()) expect(failed[n]).toMatch(`FAIL  ${name}: `);
    for (const line of failed) expect(line).toContain(`Cure: ${variable} here`);
    expect(code).toBe(1);
    expect(output).not.toContain("another-5b1f0d9e8c");
    expect(leaks(output)).toEqual([]);
  }
});

test("without secrets what needs them is skipped, never ok, and the rest is checked", async () => {
  const { url } = await startReady();
  const { code, output } = await run([url], { WHATSAPP_VERIFY_TOKEN: "" });
  expect(code).toBe(0);
  expect(output.match(/^-- .*/gm)).toEqual([
    "--    metrics: skipped: HEALTH_TOKEN is not set, but it is on the service: give it here too",
    "--    verification: skipped: WHATSAPP_VERIFY_TOKEN is not set",
    "--    signed webhook: skipped: DIALOG360_WEBHOOK_SECRET is not set",
  ]);
  expect(output).toContain("9 ok, 0 failed, 3 skipped");
});

test("a service without Redis fails readiness, with the cure", async () => {
  const { url } = await startApp({ env: { ...secrets, REDIS_URL: "redis://127.0.0.1:9" } });
  await waitFor(async () => expect(await (await fetch(`${url}/health/readiness`)).text()).toContain("redis:"));
  const { code, failed } = await run([url], secrets);
  expect(code).toBe(1);
  const cure = "Cure: check that Redis runs, and REDIS_URL of the service";
  expect(failed).toContainEqual(expect.stringMatching(`^FAIL  readiness: redis is down.*${cure}$`));
});

test("whoever answers garbage to everything fails every check, and gets no secret", async () => {
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.setHeader("cache-control", "no-store");
    response.end("<h1>welcome</h1>");
  });
  const { code, failed } = await run([url, "--commit", commit], secrets);
  expect(code).toBe(1);
  expect(failed.map((line) => line.replace(/^FAIL {2}(.*?):.*/, "$1"))).toEqual(checks);
  expect(leaks(seen.join("\n"))).toEqual([]);
});

test("an answer that repeats a secret does not bring it into the output", async () => {
  const health = { status: "healthy", environment: "production", uptime_seconds: 1, timestamp: "2026-01-01T00:00:00Z" };
  const url = await serve((_request, response) => {
    response.setHeader("cache-control", "no-store");
    response.end(JSON.stringify({ ...health, version: secrets.HEALTH_TOKEN, commit: secrets.HEALTH_TOKEN }));
  });
  const { failed, output } = await run([url, "--commit", commit], secrets);
  expect(output).toContain("ok    health: version ***, production");
  expect(failed).toContainEqual(expect.stringContaining("verification: HTTP 200 without the challenge"));
  expect(leaks(output)).toEqual([]);
});

test("an answer that caches may keep fails its check", async () => {
  const url = await serve((_request, response) => {
    response.end(JSON.stringify({ status: "ready", components: {}, errors: [] }));
  });
  const { failed } = await run([url], {});
  expect(failed).toContainEqual(expect.stringContaining("readiness: the answer has no cache-control: no-store"));
});

test("--wait gives a deployment time to become ready", async () => {
  let asked = 0;
  const url = await serve((request, response) => {
    if (request.url === "/health/readiness") asked += 1;
    response.statusCode = asked < 3 ? 503 : 200;
    response.setHeader("cache-control", "no-store");
    response.end(JSON.stringify({ status: asked < 3 ? "not_ready" : "ready", components: {}, errors: [] }));
  });
  expect((await run([url, "--wait", "60"], {})).output).toContain("ok    readiness: ready");
});

test("whoever does not answer is not waited for beyond the deadline", async () => {
  const url = await serve(() => {});
  const ask = createAsk(url, AbortSignal.timeout(50));
  await expect(ask("/health")).rejects.toThrow("no answer in time");
});

test("an endless answer is cut off", async () => {
  const url = await serve((_request, response) => {
    const more = () => void (response.destroyed || response.write(Buffer.alloc(256 * 1024), more));
    more();
  });
  await expect(createAsk(url, AbortSignal.timeout(60_000))("/metrics")).rejects.toThrow("does not end");
});

test.each([
  [["http://service.example.com"], "must be https"],
  [["https://user@service.example.com"], "no more than https:// and the host"],
  [["https://service.example.com/health"], "no more than https:// and the host"],
  [["service.example.com"], "usage"],
  [[], "usage"],
  [["https://service.example.com", "--commit", "main"], "--commit"],
  [["https://service.example.com", "--wait", "soon"], "--wait"],
])("%j is refused before anything is asked", async (args, text) => {
  await expect(run(args, secrets)).rejects.toThrow(text);
});

async function startReady() {
  const service = await startApp({ env: { ...secrets, GIT_COMMIT_SHA: commit } });
  await waitFor(async () => expect((await fetch(`${service.url}/health/readiness`)).status).toBe(200));
  return service;
}

async function run(args: string[], environment: Record<string, string>) {
  const lines: string[] = [];
  const code = await smoke(args, environment, (line) => void lines.push(line));
  return { code, failed: lines.filter((line) => line.startsWith("FAIL")), output: lines.join("\n") };
}

function leaks(text: string): string[] {
  return createCanarySearch(secrets)(text);
}

/** An HTTP server that is not the service. Closed after the test. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

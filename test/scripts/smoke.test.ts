import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { parse } from "smol-toml";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { createAsk } from "../../scripts/smoke/ask.ts";
import { STEADY_MS, smoke } from "../../scripts/smoke.ts";
import { createCanarySearch } from "../support/canaries.ts";
import { listen } from "../support/small-redis.ts";
import { startApp } from "../support/start-app.ts";
import { waitFor } from "../support/wait-for.ts";

const commit = "1b72df7a0c3a4d5e6f708192a3b4c5d6e7f80912";
const old = "0123456".padEnd(40, "0");
const checks = [
  ["health", "liveness", "readiness", "startup", "railway", "detailed", "metrics"],
  ["verification", "wrong token", "signed webhook", "wrong signature", "unknown route", "commit"],
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

test("what was steady long enough is checked, up to its commit at the end", async () => {
  const url = await serveCommits(() => commit);
  const { output } = await run([url, "--commit", commit, "--wait", "60"], {});
  expect(output).toContain(`ok    steady: ready with ${commit} for 0.05 s without interruption`);
  expect(output).toContain("ok    commit: the expected one runs");
});

test("an old answer in between starts the count anew, and so never lets a mixture pass", async () => {
  const url = await serveCommits(({ health, checks: begun }) => (health % 2 === 0 || begun > 0 ? commit : old));
  const { code, output } = await run([url, "--commit", commit, "--wait", "1"], {});
  expect(output).toContain(`FAIL  steady: never ready with ${commit} for 0.05 s without interruption. Cure: `);
  expect(output).toContain("no changed file matched the watch patterns");
  expect(output).toContain("ok    commit: the expected one runs");
  expect(code).toBe(1);
});

test("an old one that answers once the checks have begun is noticed at the end", async () => {
  const url = await serveCommits(({ checks: begun }) => (begun > 0 ? old : commit));
  const { output } = await run([url, "--commit", commit, "--wait", "60"], {});
  expect(output).toContain("ok    steady:");
  expect(output).toContain(`FAIL  commit: ${old} runs instead of ${commit}`);
});

test("the answers have to be steady for longer than old and new overlap", () => {
  const toml = parse(readFileSync("railway.toml", "utf8"));
  const { deploy } = z.object({ deploy: z.object({ overlapSeconds: z.number() }) }).parse(toml);
  expect(STEADY_MS / 1000).toBeGreaterThan(deploy.overlapSeconds);
});

test.each(Object.keys(secrets))(
  "a malformed %s is an error that names it, not a check that is skipped",
  async (name) => {
    for (const value of ["one-5b1f,two-5b1f,three-5b1f", " "]) {
      const failed = await run(["https://service.example.com"], { [name]: value }).catch(String);
      expect(failed).toMatch(new RegExp(`^UsageError: ${name} is wrong: must`));
      expect(failed).not.toContain("5b1f");
    }
  },
);

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
  const code = await smoke(args, environment, (line) => void lines.push(line), { steadyMs: 50, pauseMs: 5 });
  return { code, failed: lines.filter((line) => line.startsWith("FAIL")), output: lines.join("\n") };
}

/** A service of which only readiness and commit can be asked. `commitOf` is told how often /health and other things were. */
function serveCommits(commitOf: (asked: { health: number; checks: number }) => string): Promise<string> {
  const asked = { health: 0, checks: 0 };
  const common = { status: "healthy", environment: "production", uptime_seconds: 1, timestamp: "2026-01-01T00:00:00Z" };
  const nobody = { deployment: null, replica: null, region: null, domain: null };
  return serve(({ url: path }, response) => {
    if (path === "/health") asked.health += 1;
    else if (path !== "/health/readiness") asked.checks += 1;
    const now = commitOf(asked);
    const ready = { status: "ready", components: {}, errors: [] };
    const answer = path === "/health/readiness" ? ready : { ...common, ...nobody, version: now, commit: now };
    response.setHeader("cache-control", "no-store");
    response.end(JSON.stringify(answer));
  });
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

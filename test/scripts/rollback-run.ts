import { afterEach, beforeEach, expect } from "vitest";
import { type FakeRailway, startFakeRailway } from "../../sandbox/fake-railway.ts";
import { rollback } from "../../scripts/rollback.ts";
import { describeFailure } from "../../src/operator/command.ts";

/** `npm run rollback` against a fake Railway. */

export const token = "0d9c1f6e-aaaa-4bbb-8ccc-5f0e6a7b8c9d";
const place = { projectId: "project-1", environmentId: "environment-1", serviceId: "service-1" };
export const good = "a".repeat(40);
export const bad = "b".repeat(40);

/** A new one for each test of the file. */
export function useFakeRailway() {
  let railway: FakeRailway;
  beforeEach(async () => {
    railway = await startFakeRailway({ token, ...place });
  });
  afterEach(() => railway.stop());

  /** Oldest first: id, status, commit (each has its own unless it is said), whether Railway still has the image. */
  function deployed(...rows: [id: string, status: string, commit?: string, canRollback?: boolean][]): void {
    railway.deployments = rows.map(([id, status, commit, canRollback = true], index) => ({
      id,
      status,
      createdAt: new Date(Date.UTC(2026, 10, 21, 12, index)).toISOString(),
      canRollback,
      meta: { cliMessage: commit ?? String(index).repeat(40) },
    }));
  }

  function rollbacks(): unknown[] {
    return railway.requests
      .filter(({ operation }) => operation === "deploymentRollback")
      .map((one) => one.variables["id"]);
  }

  function variables(): Record<string, string> {
    return {
      RAILWAY_API_URL: railway.url,
      RAILWAY_TOKEN: token,
      RAILWAY_PROJECT_ID: place.projectId,
      RAILWAY_ENVIRONMENT_ID: place.environmentId,
      RAILWAY_SERVICE_ID: place.serviceId,
    };
  }

  /** Every run proves that the token is not said. */
  async function run(...args: (string | { environment: Record<string, string> })[]) {
    const lines: string[] = [];
    const words = args.filter((arg) => typeof arg === "string");
    const changes = args.filter((arg) => typeof arg !== "string").map((arg) => arg.environment);
    const environment = Object.fromEntries([variables(), ...changes].flatMap((some) => Object.entries(some)));
    const say = (line: string) => void lines.push(line);
    const code = await rollback(words, environment, say, { pauseMs: 5 }).catch((error: unknown) => {
      const failure = describeFailure(error);
      say(failure.text);
      return failure.code;
    });
    const output = lines.join("\n");
    expect(output).not.toContain(token);
    return { code, output };
  }

  return { railway: () => railway, deployed, rollbacks, variables, run };
}

import { fastify } from "fastify";
import { z } from "zod";
import { jsonOf, keep } from "./journal.ts";

/**
 * The three operations of Railway's public GraphQL API that a rollback uses. A refusal is a body with `errors` and
 * status 200, a rollback is a new deployment, and one that becomes live has the older one removed.
 */

interface FakeDeployment {
  id: string;
  status: string;
  createdAt: string;
  canRollback: boolean;
  meta: Record<string, unknown>;
}

/** What happens to the next request: no answer, a server's error, a refusal of GraphQL, or a page of a proxy. */
type ScriptedFailure = "hang" | "page" | { status: number } | { message: string };

interface RecordedRequest {
  operation: string;
  variables: Record<string, unknown>;
}

export interface FakeRailway {
  url: string;
  /** Oldest first. */
  requests: RecordedRequest[];
  deployments: FakeDeployment[];
  failures: ScriptedFailure[];
  /** How a rollback ends; "stuck" never does. */
  outcome: "SUCCESS" | "FAILED" | "stuck";
  /** What is lost of a rollback: the connection ends before it is done, or before that is said. */
  loses: "nothing" | "request" | "answer";
  stop(): Promise<void>;
}

interface Options {
  token: string;
  projectId: string;
  environmentId: string;
  serviceId: string;
}

export async function startFakeRailway({ token, projectId, environmentId, serviceId }: Options): Promise<FakeRailway> {
  const server = fastify({ forceCloseConnections: true });
  const fake: FakeRailway = {
    url: "",
    requests: [],
    deployments: [],
    failures: [],
    outcome: "SUCCESS",
    loses: "nothing",
    stop: () => server.close(),
  };

  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: unknown, body: string) => body,
  );
  server.post("/graphql/v2", async ({ body, headers }, reply) => {
    const asked = questionSchema.safeParse(jsonOf(body));
    const operation = asked.data?.query.match(/(?:query|mutation) (\w+)/)?.[1] ?? "";
    if (!asked.success || operation === "") return reply.code(400).send(refusal("Must provide query string."));
    const { query, variables } = asked.data;
    keep(fake.requests, { operation, variables });
    const failure = fake.failures.shift();
    if (failure === "hang") return reply.hijack();
    if (failure === "page") return reply.type("text/html").send("<h1>Bad gateway</h1>");
    if (failure !== undefined && "status" in failure) return reply.code(failure.status).send(refusal("as scripted"));
    if (failure !== undefined) return refusal(failure.message);
    if (headers["project-access-token"] !== token) return refusal("Project Token not found");
    if (operation === "projectToken") return { data: { projectToken: { projectId, environmentId } } };
    if (operation === "deployments") return list(query, variables);
    if (operation !== "deploymentRollback") return reply.code(400).send(refusal(`Cannot query field "${operation}"`));
    if (/deploymentRollback\(id: \$id\)\s*\{/.test(query))
      return reply
        .code(400)
        .send(refusal('Field "deploymentRollback" must not have a selection since type "Boolean!" has no subfields.'));
    const answer = fake.loses === "request" ? undefined : rollBack(variables);
    if (fake.loses === "nothing") return answer;
    reply.raw.destroy();
    return reply.hijack();
  });

  /** Time passes with every look: what is under way has come one step further. */
  function list(query: string, variables: Record<string, unknown>) {
    const { input, first } = listSchema.parse(variables);
    const isOurs =
      input.projectId === projectId && input.environmentId === environmentId && input.serviceId === serviceId;
    if (!isOurs) return refusal("Not Authorized");
    const newest = fake.deployments.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, first);
    const edges = newest.map((deployment) => ({ node: onlyAsked(deployment, query) }));
    for (const deployment of fake.deployments) advance(deployment);
    return { data: { deployments: { edges } } };
  }

  function advance(deployment: FakeDeployment): void {
    if (deployment.status === "INITIALIZING") deployment.status = "DEPLOYING";
    else if (deployment.status === "DEPLOYING" && fake.outcome !== "stuck") deployment.status = fake.outcome;
    else return;
    if (deployment.status !== "SUCCESS") return;
    for (const other of fake.deployments)
      if (other !== deployment && ["SUCCESS", "CRASHED"].includes(other.status)) other.status = "REMOVED";
  }

  function rollBack(variables: Record<string, unknown>) {
    const target = fake.deployments.find(({ id }) => id === variables["id"]);
    if (target === undefined) return refusal("Deployment not found");
    if (!target.canRollback) return refusal("Deployment cannot be rolled back to");
    const createdAt = new Date(Math.max(...fake.deployments.map((one) => Date.parse(one.createdAt))) + 1000);
    fake.deployments.push({
      id: `rollback-of-${target.id}`,
      status: "INITIALIZING",
      createdAt: createdAt.toISOString(),
      canRollback: false,
      meta: { ...target.meta },
    });
    return { data: { deploymentRollback: true } };
  }

  fake.url = `${await server.listen({ host: "127.0.0.1", port: 0 })}/graphql/v2`;
  return fake;
}

const questionSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const listSchema = z.object({
  input: z.object({ projectId: z.string(), environmentId: z.string(), serviceId: z.string() }),
  first: z.int().positive(),
});

function refusal(message: string) {
  return { errors: [{ message, path: [], extensions: { code: "INTERNAL_SERVER_ERROR" } }], data: null };
}

/** GraphQL answers no field that was not asked for. */
function onlyAsked(deployment: FakeDeployment, query: string) {
  return Object.fromEntries(Object.entries(deployment).filter(([name]) => new RegExp(`\\b${name}\\b`).test(query)));
}

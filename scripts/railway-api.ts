import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { CommandError } from "../src/operator/command.ts";
import { noAnswer } from "../src/platform/no-answer.ts";

/**
 * The few operations of Railway's public GraphQL API that a rollback needs: docs.railway.com/integrations/api and
 * /integrations/api/manage-deployments. Types are those of the schema in github.com/railwayapp/cli (src/gql/schema.json),
 * where deploymentRollback answers a Boolean; the documentation's example asks it for fields, which is an error.
 */

const REQUEST_TIMEOUT_MS = 10_000;
/** More than fit into the time for which Railway keeps the images of removed deployments. */
const NEWEST = 50;
const TEXT_LIMIT = 300;

export type Deployment = z.infer<typeof deploymentSchema>;

export interface Railway {
  /** @throws CommandError when the token is refused or is one of another environment */
  checkToken(): Promise<void>;
  /** The service's deployments, the newest first. */
  deployments(): Promise<Deployment[]>;
  /**
   * Starts the image and variables of an earlier deployment again, as a new deployment that has to be watched. It is sent
   * once: after silence nobody knows whether it was taken, and only the list of deployments can tell.
   */
  rollBackTo(id: string): Promise<void>;
}

interface Connection {
  projectId: string;
  environmentId: string;
  serviceId: string;
  url: string;
  /** A project token, which is valid for one environment. */
  token: string;
  /** Until then whatever is not answered is asked again: Railway may have trouble of its own in such an hour. */
  deadline: AbortSignal;
  pauseMs: number;
  say: (line: string) => void;
}

/** Every call throws CommandError with cause and cure; none prints the token. */
export function connectRailway(connection: Connection): Railway {
  const { projectId, environmentId, serviceId } = connection;

  async function checkToken(): Promise<void> {
    const query = "query projectToken { projectToken { projectId environmentId } }";
    const { projectToken } = await ask(connection, { query }, tokenSchema);
    for (const [name, given, real] of [
      ["RAILWAY_PROJECT_ID", projectId, projectToken.projectId],
      ["RAILWAY_ENVIRONMENT_ID", environmentId, projectToken.environmentId],
    ]) {
      if (given !== real)
        throw new CommandError(`RAILWAY_TOKEN is a token of ${real}, but ${name} is ${given}. ${tokenCure}`);
    }
  }

  async function deployments(): Promise<Deployment[]> {
    const query = `query deployments($input: DeploymentListInput!, $first: Int) {
      deployments(input: $input, first: $first) { edges { node { id status createdAt canRollback meta } } }
    }`;
    const variables = { input: { projectId, environmentId, serviceId }, first: NEWEST };
    const answer = await ask(connection, { query, variables }, deploymentsSchema);
    return answer.deployments.edges
      .map(({ node }) => node)
      .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  }

  async function rollBackTo(id: string): Promise<void> {
    const query = "mutation deploymentRollback($id: String!) { deploymentRollback(id: $id) }";
    // Whoever is asked too often has done nothing.
    const answer = await answered(connection, { query, variables: { id } }, ({ status }) => status !== 429);
    if (answer.trouble === undefined) return void understood(connection, answer, rollbackSchema);
    connection.say(`Railway's API: ${answer.trouble}. Not sent again: the list shows whether the rollback was taken`);
  }

  return { checkToken, deployments, rollBackTo };
}

const tokenCure =
  "Cure: make a token for this environment in the project's settings under Tokens, and set RAILWAY_TOKEN to it";

const deploymentSchema = z
  .object({
    id: z.string(),
    // BUILDING, CRASHED, DEPLOYING, FAILED, INITIALIZING, NEEDS_APPROVAL, QUEUED, REMOVED, REMOVING, SKIPPED, SLEEPING,
    // SUCCESS, WAITING, and whatever Railway adds.
    status: z.string(),
    createdAt: z.string(),
    canRollback: z.boolean(),
    // Free JSON. commitHash comes from a Git deployment, cliMessage is what `railway up --message` was given.
    meta: z.object({ commitHash: z.string().nullish(), cliMessage: z.string().nullish() }).nullish().catch(null),
  })
  .transform(({ meta, ...deployment }) => {
    const commit = meta?.commitHash ?? meta?.cliMessage?.match(/\b[\da-f]{40}\b/)?.[0];
    return { ...deployment, commit };
  });
const deploymentsSchema = z.object({
  deployments: z.object({ edges: z.array(z.object({ node: deploymentSchema })) }),
});
const tokenSchema = z.object({ projectToken: z.object({ projectId: z.string(), environmentId: z.string() }) });
const rollbackSchema = z.object({ deploymentRollback: z.literal(true) });
const errorsSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

async function ask<T>(connection: Connection, question: object, shape: z.ZodType<T>): Promise<T> {
  return understood(connection, await answered(connection, question, ({ trouble }) => trouble === undefined), shape);
}

/** GraphQL says what went wrong in the body, often with status 200. */
function understood<T>(connection: Connection, { status, json }: Answer, shape: z.ZodType<T>): T {
  const refusals = errorsSchema.safeParse(json).data?.errors.map(({ message }) => message) ?? [];
  const refusal = refusals.join("; ").replaceAll(connection.token, "***").slice(0, TEXT_LIMIT);
  if (status === 401 || status === 403 || /not authorized|project token not found/i.test(refusal))
    throw new CommandError(`Railway refuses RAILWAY_TOKEN (HTTP ${status}). ${tokenCure}`);
  if (refusal !== "") throw new CommandError(`Railway refused: ${refusal}. Cure: do it in the dashboard, Deployments`);
  const parsed = z.object({ data: shape }).safeParse(json);
  if (parsed.success) return parsed.data.data;
  const path = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new CommandError(
    `Railway answered HTTP ${status} with a body that is not as expected at "${path}". Cure: do it in the dashboard, Deployments`,
  );
}

interface Answer {
  /** 0 when there was none. */
  status: number;
  json: unknown;
  /** Silence, an error of the server's or "too many requests". */
  trouble: string | undefined;
}

/** Sends it until an answer is enough. */
async function answered(
  connection: Connection,
  question: object,
  isEnough: (answer: Answer) => boolean,
): Promise<Answer> {
  const { deadline, pauseMs, say } = connection;
  for (;;) {
    const answer = await send(connection, question);
    if (isEnough(answer)) return answer;
    const { trouble } = answer;
    if (!deadline.aborted) {
      say(`Railway's API: ${trouble}, asking again`);
      await pause(pauseMs, undefined, { signal: deadline }).catch(() => undefined);
    }
    if (deadline.aborted)
      throw new CommandError(
        `Railway's API gave no answer in time (${trouble}). Cure: see status.railway.com, try again, or use the dashboard`,
      );
  }
}

async function send({ url, token, deadline }: Connection, question: object): Promise<Answer> {
  const signal = AbortSignal.any([deadline, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "project-access-token": token },
      body: JSON.stringify(question),
      redirect: "manual",
      signal,
    });
    const { status } = response;
    const json: unknown = await response.json().catch(() => undefined);
    const trouble = status === 429 || status >= 500 ? `HTTP ${status}` : undefined;
    return { status, json, trouble };
  } catch (error) {
    return { status: 0, json: undefined, trouble: signal.aborted ? "silence" : noAnswer(error).code };
  }
}

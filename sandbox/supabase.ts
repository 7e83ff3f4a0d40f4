import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import pg from "pg";

/**
 * A stand-in for the REST gateway of Supabase (PostgREST): POST /rest/v1/rpc/:name and nothing else. It gives the same
 * statuses, error bodies and rights as the real one, because production code decides by them.
 */
export interface SupabaseGateway {
  readonly url: string;
  /** How the next requests are treated; tests set it. */
  mode: GatewayMode;
  /** Requests seen so far, refused ones too. */
  requests: number;
  readonly stop: () => Promise<void>;
}

type GatewayMode =
  | "ok"
  | "hang" // takes the request and never answers
  | "refuse" // cuts the connection before anything is done
  | "lost" // does the work, commits, then cuts the connection
  | "unauthorized" // 401, as after a key was rotated
  | "unavailable"; // 503 with a body that is not JSON, as proxies send it

export interface SupabaseGatewayOptions {
  databaseUrl: string;
  /** The only key that is accepted; it stands for service_role. */
  key: string;
}

export async function startSupabaseGateway(options: SupabaseGatewayOptions): Promise<SupabaseGateway> {
  const gateway: Pick<SupabaseGateway, "mode" | "requests"> = { mode: "ok", requests: 0 };
  const app = fastify({ bodyLimit: 64 * 1024 * 1024, forceCloseConnections: true });
  // Supabase ends a statement of the REST API after 8 s.
  const limits = { max: 20, connectionTimeoutMillis: 10_000, statement_timeout: 8000 };
  const pool = new pg.Pool({ connectionString: options.databaseUrl, ...limits });
  pool.on("error", () => {}); // Postgres closed an idle connection,
  pool.on("connect", (client) => client.on("error", () => {})); // or one in use: its query fails too
  app.addHook("onClose", () => pool.end());

  // The body reaches Postgres as the bytes that came, so nothing of it may be parsed away.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => done(null, body));

  app.addHook("onRequest", async (request, reply) => {
    gateway.requests += 1;
    if (gateway.mode === "hang") return reply.hijack();
    if (gateway.mode === "refuse") return cut(request, reply);
    if (gateway.mode === "unavailable") {
      return reply.code(503).type("text/html").send("<html><body>upstream connect error</body></html>");
    }
    if (gateway.mode === "unauthorized" || request.headers["apikey"] !== options.key) {
      // The gateway in front of PostgREST writes this one: no code, no details.
      const hint = "Double check your Supabase `anon` or `service_role` API key.";
      return reply.code(401).send({ message: "Invalid API key", hint });
    }
  });

  app.post<{ Params: { name: string } }>("/rest/v1/rpc/:name", async (request, reply) => {
    const schema = String(request.headers["content-profile"] ?? "public");
    const answer =
      schema === "public"
        ? await call(pool, request.params.name, String(request.body))
        : refusal(406, "PGRST106", `Invalid schema: ${schema}`, "Only the following schemas are exposed: public");
    return gateway.mode === "lost" ? cut(request, reply) : send(reply, answer);
  });

  app.setNotFoundHandler((_request, reply) => {
    send(reply, refusal(404, "PGRST125", "Invalid path specified in request URL"));
  });

  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return Object.assign(gateway, { url, stop: () => app.close() });
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).type("application/json; charset=utf-8").send(body);
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.resetAndDestroy();
  return reply.hijack();
}

interface Answer {
  status: number;
  body: string | undefined;
}

async function call(pool: pg.Pool, name: string, body: string): Promise<Answer> {
  const given = argumentNames(body);
  if (given === undefined) return refusal(400, "PGRST102", "Empty or invalid json");
  const client = await pool.connect().catch((error: Error) => error);
  if (client instanceof Error) return refusal(503, "PGRST000", "Database connection error. Retrying the connection.");
  try {
    const answer = await callWith(client, name, given, body);
    client.release();
    return answer;
  } catch (error) {
    // A connection that cannot roll back is thrown away.
    await client.query("rollback").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    return failed(error);
  }
}

async function callWith(client: pg.PoolClient, name: string, given: string[], body: string): Promise<Answer> {
  const { rows } = await client.query<Procedure>(proceduresByName, [name]);
  const [procedure, another] = rows.filter((candidate) => accepts(candidate, given));
  const signature = `public.${name}(${given.join(", ")})`;
  if (!procedure) return refusal(404, "PGRST202", `Could not find the function ${signature} in the schema cache`);
  if (another) return refusal(300, "PGRST203", `Could not choose the best candidate function for ${signature}`);
  await client.query("begin");
  await client.query(sessionSettings);
  // PostgREST takes this setting from the function to the transaction (docs: db-hoisted-tx-settings).
  if (procedure.timeout !== null)
    await client.query("select set_config('statement_timeout', $1, true)", [procedure.timeout]);
  const values = given.length === 0 ? [] : [body];
  const result = await client.query<{ body: string }>(callText(name, procedure, given), values);
  await client.query("commit");
  return procedure.returnsVoid ? { status: 204, body: undefined } : { status: 200, body: result.rows[0]?.body };
}

// Rights are those of the role, as in production, whoever we are connected as.
const sessionSettings = `
  select set_config('role', 'service_role', true), set_config('search_path', '"public", "extensions"', true),
         set_config('request.jwt.claims', '{"role":"service_role"}', true)`;

function argumentNames(body: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined;
  } catch {
    return undefined;
  }
}

interface Procedure {
  names: string[];
  types: string[];
  defaults: number;
  returnsSet: boolean;
  returnsVoid: boolean;
  /** Of one statement; null = the limit of the role. */
  timeout: string | null;
}

// Output columns follow the inputs in proargnames, so the first pronargs names are those of the inputs.
const proceduresByName = `
  select p.pronargdefaults as "defaults", p.proretset as "returnsSet", p.prorettype = 'void'::regtype as "returnsVoid",
         (select substring(c from 'statement_timeout=(.*)') from unnest(p.proconfig) c
           where c like 'statement_timeout=%') as timeout,
         array_remove(array_agg(a.name order by a.position), null) as names,
         array_remove(array_agg(format_type(a.type, null) order by a.position), null) as types
  from pg_proc p
  left join unnest(p.proargnames[1:p.pronargs], p.proargtypes::oid[]) with ordinality as a(name, type, position) on true
  where p.pronamespace = 'public'::regnamespace and p.proname = $1 and p.prokind = 'f'
  group by p.oid`;

function accepts({ names, types, defaults }: Procedure, given: string[]): boolean {
  const required = names.slice(0, names.length - defaults);
  const known = given.every((name) => names.includes(name)) && required.every((name) => given.includes(name));
  return known && names.length === types.length; // else an argument has no name
}

function callText(name: string, { names, types, returnsSet, returnsVoid }: Procedure, given: string[]): string {
  const columns = given.map((argument) => `${pg.escapeIdentifier(argument)} ${types[names.indexOf(argument)]}`);
  const named = given.map((argument) => `${pg.escapeIdentifier(argument)} => a.${pg.escapeIdentifier(argument)}`);
  // As PostgREST does it: a json value passes through untouched, but an escaped NUL anywhere in it is refused (22P05).
  const source = given.length === 0 ? "" : `json_to_record($1::json) as a(${columns.join(", ")}), lateral`;
  const scalar = returnsVoid ? "null" : "coalesce(to_json(r)::text, 'null')";
  const value = returnsSet ? "coalesce(json_agg(to_json(r))::text, '[]')" : scalar;
  return `select ${value} as body from ${source} public.${pg.escapeIdentifier(name)}(${named.join(", ")}) as r`;
}

function failed(error: unknown): Answer {
  if (!(error instanceof pg.DatabaseError)) return refusal(503, "PGRST001", "Database client error.");
  const { code = "XX000", message, hint, detail } = error;
  return refusal(statusOf(code), code, message, hint, detail);
}

/** The table of PostgREST for an authenticated role: the first pattern that fits. */
function statusOf(sqlState: string): number {
  const chosen = /^PT(\d{3})$/.exec(sqlState)?.[1];
  if (chosen !== undefined) return Number(chosen);
  return statuses.find(([pattern]) => pattern.test(sqlState))?.[1] ?? 400;
}

const statuses: readonly (readonly [RegExp, number])[] = [
  [/^P0001$/, 400],
  [/^(23503|23505)$/, 409],
  [/^25006$/, 405],
  [/^(42883|42P01)$/, 404],
  [/^(42501|0L...|0P...|28...)$/, 403],
  [/^(08...|57P01)$/, 503],
  [/^(53400|21000|42P17)$/, 500],
  [/^53...$/, 503],
  [/^(09|25|2D|38|39|3B|40|54|55|57|58|F0|HV|P0|XX)...$/, 500],
];

function refusal(status: number, code: string, message: string, hint?: string, details?: string): Answer {
  return { status, body: JSON.stringify({ code, details: details ?? null, hint: hint ?? null, message }) };
}

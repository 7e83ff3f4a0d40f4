import { randomUUID } from "node:crypto";
import { type IncomingMessage, STATUS_CODES } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";
import helmet from "@fastify/helmet";
import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from "fastify";
import { z } from "zod";
import { RequestError } from "./errors.ts";
import type { Metrics } from "./metrics.ts";

/** Counts a wrong credential or an unknown route. Rejects with RequestError 429 when the client has too many. */
type CountFailure = (request: FastifyRequest) => Promise<void>;
export type Routes = (app: FastifyInstance, services: { countFailure: CountFailure }) => Promise<void> | void;

interface Options {
  isDraining: () => boolean;
  log: FastifyBaseLogger;
  metrics: Metrics;
  routes: Routes[];
}

/** All that our routes know; what else clients think of is counted as "other". */
const counted = new Set(["GET", "HEAD", "POST"]);

const failuresPerMinute = 60;
/** Clients remembered at once; the one seen longest ago is forgotten first. About 1 MB. */
const rememberedClients = 5_000;

/** Fixed words for what Fastify and Node refuse by themselves: theirs quote the address, token and all. */
const refusals: Record<number, { code: string; message: string }> = {
  400: { code: "bad_request", message: "the request is malformed" },
  408: { code: "request_timeout", message: "the request took too long to arrive" },
  413: { code: "too_large", message: "the body is too large" },
  415: { code: "unsupported_media_type", message: "the content type is not supported" },
  431: { code: "headers_too_large", message: "the headers are too large" },
};
const internalError = { code: "internal_error", message: "something went wrong on our side" };

/** The HTTP server with its limits, error replies and the routes it is given. It does not listen yet. */
export async function createServer({ isDraining, log, metrics, routes }: Options): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    // Fastify's own lines hold the raw address, and the verification request has a token in its query.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: requestIdOf,
    bodyLimit: 16 * 1024,
    requestTimeout: 30_000,
    // Longer than the 60 s after which the platform's edge drops an idle connection, so that never we close first.
    keepAliveTimeout: 72_000,
    // While the server closes, a request on an open connection is still answered by its route, then the connection ends.
    return503OnClosing: false,
    rewriteUrl: routablePath,
    clientErrorHandler: (error, socket) => refuseBrokenRequest(error, socket, log),
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, retryAfterSeconds, ...answer } = answerTo(error);
    if (status === 500) request.log.error({ err: error }, "request failed unexpectedly");
    if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
    return reply.code(status).send({ error: answer, request_id: request.id });
  });
  await addHeaders(app, isDraining);
  observeRequests(app, metrics);
  const countFailure = await createFailureCounter(app);
  refuseUnknownRoutes(app, countFailure);
  for (const add of routes) await app.register(async (scope) => add(scope, { countFailure }));
  return app;
}

/**
 * The address that limits are counted by. The platform's edge reaches us from 100.64.0.0/10 and names the client in
 * X-Real-IP; from anybody else that header is a claim.
 */
export function clientIp(peer: string, xRealIp: string | undefined): string {
  const family = isIP(peer) === 6 ? "ipv6" : "ipv4";
  const isEdge = isIP(peer) !== 0 && edge.check(peer, family);
  return isEdge && xRealIp !== undefined && isIP(xRealIp) !== 0 ? xRealIp : peer;
}

const edge = new BlockList();
edge.addSubnet("100.64.0.0", 10, "ipv4");

/** Ids as machines make them: a UUID, or a trace id. One of digits alone could be a number with zeros before it. */
const machineMade = /^(?=.*[a-f])[\da-f]{8}(-?[\da-f]{4}){3}-?[\da-f]{12}$/i;

/** One that was given, but none that could hold somebody's phone number: it is logged. */
function requestIdOf(request: IncomingMessage): string {
  const { "x-request-id": given = "" } = request.headers;
  if (typeof given !== "string" || !/^[\w.:-]{1,64}$/.test(given)) return randomUUID();
  return machineMade.test(given) || !/(?:\d[_.:-]*){7}/.test(given) ? given : randomUUID();
}

/** Fastify answers a path that cannot be decoded outside of all hooks; under a path that exists nowhere, hooks see it. */
function routablePath(request: { url?: string | undefined }): string {
  const { url = "/" } = request;
  const [path = "/"] = url.split(/[?#]/, 1);
  try {
    decodeURI(path);
    return url;
  } catch {
    return "/";
  }
}

function answerTo(error: unknown): { status: number; code: string; message: string; retryAfterSeconds?: number } {
  if (error instanceof RequestError) {
    const { status, code, message, retryAfterSeconds } = error;
    return { status, code, message, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  }
  if (error instanceof Error && "statusCode" in error && typeof error.statusCode === "number") {
    const refusal = refusals[error.statusCode];
    if (refusal !== undefined) return { status: error.statusCode, ...refusal };
  }
  return { status: 500, ...internalError };
}

/** Answers what Node could not read as HTTP. There is no request here, only bytes. */
function refuseBrokenRequest(error: { code: string }, socket: Socket, log: FastifyBaseLogger): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }[error.code] ?? 400;
  const requestId = randomUUID();
  const body = JSON.stringify({ error: refusals[status], request_id: requestId });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    "connection: close",
  ];
  log.debug({ requestId, status, code: error.code }, "request refused before it was one");
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}

async function addHeaders(app: FastifyInstance, isDraining: () => boolean): Promise<void> {
  const fixed = await helmetHeaders();
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(fixed).header("x-request-id", request.id);
    done();
  });
  // Without it, a stop waits for kept-alive connections until keepAliveTimeout.
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isDraining()) reply.header("connection", "close");
    done(null, payload);
  });
}

/**
 * What helmet sets is the same for every answer, but putting it together costs almost as much as the rest of a probe: it
 * is asked once.
 */
async function helmetHeaders(): Promise<Record<string, string>> {
  const asked = fastify();
  await asked.register(helmet, {
    // Nothing here is a page: no script, style, frame or form may come of an answer.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    frameguard: { action: "deny" },
  });
  asked.get("/", async (_request, reply) => reply.getHeaders());
  const answer = await asked.inject("/");
  return z.record(z.string(), z.string()).parse(answer.json());
}

/** One line and one measurement for each finished request. A route with a higher log level keeps the line to itself. */
function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  // A series that begins with its first failure hides that one from increase(): the alerts would miss it.
  app.addHook("onRoute", ({ method, url }) => {
    if (method !== "POST") return;
    for (const status_class of ["2xx", "5xx"]) metrics.httpRequestDuration.zero({ method, route: url, status_class });
  });
  app.addHook("onRequest", (_request, reply, done) => {
    metrics.httpRequestsInFlight.inc();
    // "close" comes once, also when the client is gone before the answer: then there is no response.
    reply.raw.once("close", () => metrics.httpRequestsInFlight.dec());
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const { method, is404, log } = request;
    const route = is404 ? "unknown" : (request.routeOptions.url ?? "unknown");
    const status = reply.statusCode;
    const seconds = reply.elapsedTime / 1000;
    const labels = {
      method: counted.has(method) ? method : "other",
      route,
      status_class: `${Math.floor(status / 100)}xx`,
    };
    metrics.httpRequestDuration.observe(labels, seconds);
    const facts = { method, route, status, durationMs: Math.round(reply.elapsedTime) };
    // Successes are counted, not listed: thousands a second are normal. 429 and 503 are what a flood is answered with.
    if (status >= 400 && status !== 429 && status !== 503) log.info(facts, "request refused or failed");
    else log.debug(facts, "request finished");
    done();
  });
}

async function createFailureCounter(app: FastifyInstance): Promise<CountFailure> {
  await app.register(rateLimit, {
    global: false,
    max: failuresPerMinute,
    timeWindow: 60_000,
    cache: rememberedClients,
    keyGenerator: clientKey,
  });
  const count = app.createRateLimit();
  return async (request) => {
    const result = await count(request);
    if (result.isAllowed || !result.isExceeded) return;
    const retryAfterSeconds = result.ttlInSeconds;
    throw new RequestError(429, "too_many_requests", "too many failed requests", { retryAfterSeconds });
  };
}

/** One client owns a whole /64 of IPv6 addresses. */
function clientKey(request: FastifyRequest): string {
  const header = request.headers["x-real-ip"];
  const peer = request.socket.remoteAddress ?? "unknown";
  return normalizeIP(clientIp(peer, typeof header === "string" ? header : undefined), 64);
}

/** Before the body is read: nobody uploads to a route that does not exist. */
function refuseUnknownRoutes(app: FastifyInstance, countFailure: CountFailure): void {
  app.addHook("onRequest", async (request) => {
    if (!request.is404) return;
    await countFailure(request);
    if (request.url !== request.originalUrl) throw new RequestError(400, "bad_request", "the request is malformed");
    throw new RequestError(404, "not_found", "there is no such route");
  });
}

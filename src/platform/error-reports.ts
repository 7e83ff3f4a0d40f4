import { randomBytes } from "node:crypto";
import { basename, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTransport, type ErrorEvent, type Event, NodeClient, Scope } from "@sentry/node";
import { z } from "zod";
import { word } from "./logger.ts";

/** Error reports to Sentry. A process without a DSN does not load this module, which takes time and megabytes. */

/** The same error is reported at most once in this time. */
const SAME_ERROR_MS = 60_000;
/** Errors that are remembered for that; the one reported longest ago is forgotten first. */
const MAX_REMEMBERED = 200;
/** Reports under way; what comes on top of them is dropped. */
const MAX_UNDER_WAY = 32;
const SEND_TIMEOUT_MS = 5_000;

/** Fields of a line that hold an id of ours or a word by design. */
const tagNames = ["component", "conversation", "effect", "trace", "requestId"];
const codeNames = ["code", "failure", "procedure", "status"];

const short = z.union([z.number(), z.string().regex(/^[\w.:-]{1,64}$/)]);
/** See describeError of the logger. */
const describedError = z.looseObject({
  name: z.string().regex(word).catch("Error"),
  stack: z.string(),
  get cause() {
    return describedError.optional();
  },
});
type DescribedError = z.output<typeof describedError>;
const errorLine = z.looseObject({
  level: z.literal(["error", "fatal"]),
  message: z.string(),
  // Whatever else stands in these fields, the line is reported without it.
  err: describedError.optional().catch(undefined),
  trace: z.uuid().optional().catch(undefined),
});
type ErrorLine = z.output<typeof errorLine>;

/**
 * Reports what the log says of errors, in its words: only the line is known here, and the logger has left out of it
 * what nobody outside may see. Never throws, and nobody waits for Sentry but `close`.
 */
export function createErrorReports(config: { dsn: string; release: string; environment: string }) {
  const client = createClient(config);
  const scope = new Scope();
  const isDue = createBound();

  /** Takes a line of the log and reports it when its level is error or fatal. */
  function observe(line: string): void {
    if (!/^\{"level":"(?:error|fatal)"/.test(line)) return;
    const parsed = errorLine.safeParse(JSON.parse(line));
    if (!parsed.success) return;
    const count = isDue(keyOf(parsed.data));
    if (count > 0) client.captureEvent(toEvent(parsed.data, count), {}, scope);
  }

  /** Waits until everything is sent, at most this long. Nothing is reported after it. */
  async function close(timeoutMs: number): Promise<void> {
    await Promise.race([client.close(timeoutMs), pause(timeoutMs, undefined, { ref: false })]);
  }

  return { observe, close };
}

/** Not Sentry.init: that reads the environment, takes over what happens on uncaught errors, and patches modules. */
function createClient({ dsn, release, environment }: { dsn: string; release: string; environment: string }) {
  return new NodeClient({
    dsn,
    release,
    environment,
    integrations: [],
    stackParser: () => [],
    transport: createSender,
    transportOptions: { bufferSize: MAX_UNDER_WAY },
    beforeSend: onlyOurs,
    includeServerName: false,
    sendClientReports: false,
    attachStacktrace: false,
    maxBreadcrumbs: 0,
    traceLifecycle: "static",
    enableRuntimeChannelInjection: false,
    // Each of these is collected unless it is said that it is not.
    dataCollection: {
      userInfo: false,
      cookies: false,
      httpHeaders: false,
      httpBodies: [],
      urlQueryParams: false,
      graphQL: { document: false, variables: false },
      genAI: { inputs: false, outputs: false },
      mcp: { inputs: false, outputs: false },
      databaseQueryData: false,
      queues: false,
      stackFrameVariables: false,
      frameContextLines: 0,
    },
  });
}

/** A Sentry that does not answer must not hold its place for ever, as it does in the transport of the SDK. */
function createSender(options: Parameters<typeof createTransport>[0] & SenderOptions) {
  return createTransport(options, async ({ body }) => {
    const response = await fetch(options.url, {
      method: "POST",
      headers: options.headers ?? {},
      body: typeof body === "string" ? body : new Uint8Array(body),
      redirect: "error",
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
    await response.body?.cancel();
    const { status: statusCode, headers: answered } = response;
    const limits = {
      "retry-after": answered.get("retry-after"),
      "x-sentry-rate-limits": answered.get("x-sentry-rate-limits"),
    };
    return { statusCode, headers: limits };
  });
}

interface SenderOptions {
  url: string;
  headers?: Record<string, string>;
}

/** Gives the number of times that an error happened since its last report when the next one is due, else 0. */
function createBound() {
  const reported = new Map<string, { at: number; since: number }>();

  return function isDue(key: string): number {
    const now = performance.now();
    const last = reported.get(key);
    if (last !== undefined && now - last.at < SAME_ERROR_MS) {
      last.since += 1;
      return 0;
    }
    reported.delete(key); // to the end
    reported.set(key, { at: now, since: 0 });
    const [oldest] = reported.keys();
    if (reported.size > MAX_REMEMBERED && oldest !== undefined) reported.delete(oldest);
    return 1 + (last?.since ?? 0);
  };
}

/** Two errors with the same words and code from different places are two. */
function keyOf({ err, message, ...line }: ErrorLine): string {
  const [site] = err?.stack.split("\n") ?? [];
  return JSON.stringify([line["component"], message, err?.name, err?.["code"] ?? line["code"], site]);
}

function toEvent({ level, message, err, ...fields }: ErrorLine, count: number): Event {
  const tags = { ...pick(fields, [...tagNames, ...codeNames]), ...pick(err ?? {}, codeNames), count };
  const said = err === undefined ? { message } : { exception: { values: chainOf(err, message) } };
  return { level, tags, ...said };
}

/** The error and its causes, the innermost first. */
function chainOf({ name, stack, cause }: DescribedError, said: string): ExceptionValue[] {
  const exception = { type: name, value: said, stacktrace: { frames: framesOf(stack) } };
  const causeCodes = Object.values(pick(cause ?? {}, codeNames)).join(" ");
  return cause === undefined ? [exception] : [...chainOf(cause, causeCodes), exception];
}

type ExceptionValue = NonNullable<NonNullable<ErrorEvent["exception"]>["values"]>[number];

function pick(fields: Record<string, unknown>, names: string[]): Record<string, string | number> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const { success, data } = short.safeParse(fields[name]);
      return success ? [[name, data]] : [];
    }),
  );
}

const callSite = /^ *at (?:async )?(?:(?<name>.+?) \()?(?<file>[^()]+?):(?<line>\d+):(?<column>\d+)\)?$/;

/** The outermost call first. */
function framesOf(stack: string) {
  return stack
    .split("\n")
    .flatMap((text) => {
      const { name = "", file = "", line, column } = callSite.exec(text)?.groups ?? {};
      if (line === undefined) return [];
      const filename = withinApp(file);
      const in_app = !/^node:|node_modules/.test(filename);
      return [{ function: name || "<anonymous>", filename, lineno: Number(line), colno: Number(column), in_app }];
    })
    .reverse();
}

/** Where the application stands on this machine is nobody's business. */
function withinApp(file: string): string {
  if (file.startsWith("node:")) return file;
  try {
    const path = file.startsWith("file:") ? fileURLToPath(file) : file;
    const inside = relative(process.cwd(), path);
    return inside.startsWith("..") ? basename(path) : inside;
  } catch {
    return basename(file); // not every such address is one of a file
  }
}

const sent = new Set(
  "event_id timestamp level platform release environment message exception tags contexts".split(" "),
);

/** Whatever the SDK or a later version of it adds, only what toEvent wrote leaves. */
function onlyOurs(event: ErrorEvent): ErrorEvent {
  for (const key of Object.keys(event)) if (!sent.has(key)) Reflect.deleteProperty(event, key);
  event.contexts = contextsOf(event.tags?.["trace"]);
  return event;
}

/** Reports of one message stand together. The SDK would give all that belong to none the same id. */
function contextsOf(trace: unknown): NonNullable<ErrorEvent["contexts"]> {
  if (typeof trace !== "string") return {};
  return { trace: { trace_id: trace.replaceAll("-", ""), span_id: randomBytes(8).toString("hex") } };
}

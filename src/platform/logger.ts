import { type DestinationStream, type LoggerOptions, pino } from "pino";

export type Logger = ReturnType<typeof createLogger>;

/** Keys whose values never reach a log: credentials, what candidates wrote, and what identifies them. */
const secretKeys = [
  "authorization cookie set-cookie apikey d360-api-key x-api-key api_access_token",
  "x-360dialog-signature x-chatwoot-signature token secret password url originalUrl",
  "text body payload source content quote summary rawPacket",
  "phone phone_number wa_id waId bsuid parent_bsuid parentBsuid wamid provider_id providerId",
  "from recipient contact profile email",
].flatMap((line) => line.split(" "));
const secrets = new Set(secretKeys.map(withoutCase));
const censor = "[redacted]";
const maxDepth = 6;

/** What may stand in place of somebody's text: the name of a class, a code. */
export const word = /^[\w$.-]{1,64}$/;
/** A call site as V8 prints it: an optional function name, then file, line and column. */
const stackFrame = /^ {4}at (?:async )?(?:[\w$.<>[\] #]+ \()?(?:file:\/\/|node:|\/)[^()\n]*:\d+:\d+\)?$/;
const maxFrames = 20;
/** An error, its cause and the cause of that. */
const maxCauses = 3;

/**
 * JSON lines as Railway reads them: text in `message`, level as a word. Of an error only its class, codes and call
 * sites are written, because drivers and parsers quote addresses with passwords and the text of candidates.
 */
export function createLogger(service: { logLevel: string; version: string }, destination?: DestinationStream) {
  const options: LoggerOptions = {
    level: service.logLevel,
    messageKey: "message",
    base: { service: "whatsapp-recruitment", version: service.version },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
    // For the bindings of child loggers, which formatters do not see. Paths with wildcards would cover the fields too,
    // but cost 50 times as much per line as withoutSecrets.
    redact: { paths: secretKeys.map((key) => `["${key}"]`), censor },
    hooks: {
      logMethod(args, method) {
        const [first, second] = args;
        // Without a text of ours, pino would take the error's own message for one.
        if (typeof first === "object" && second === undefined) method.call(this, first, "no message");
        else method.apply(this, args);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Standard output, and somebody who hears what is written there, word for word. */
export function overheard(listen: (line: string) => void): DestinationStream {
  const output = pino.destination(1);
  return {
    write(line) {
      output.write(line);
      listen(line);
    },
  };
}

function withoutSecrets(fields: Record<string, unknown>, depth = 1): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (secrets.has(withoutCase(key))) safe[key] = censor;
    // Anything can be thrown, a text of somebody too.
    else if (key === "err" && !(value instanceof Error)) safe[key] = `[${typeof value}]`;
    else safe[key] = safeValue(value, depth);
  }
  return safe;
}

function safeValue(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return describeError(value);
  if (depth === maxDepth) return "[deep]";
  if (Array.isArray(value)) return value.map((item) => safeValue(item, depth + 1));
  // Requests, sockets, clients: nobody can say what hangs on them.
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain ? withoutSecrets({ ...value }, depth + 1) : `[${value.constructor.name}]`;
}

/** What may be known about an error outside the process: no message text of anybody. */
function describeError(error: Error, depth = 1): Record<string, unknown> {
  const { cause } = error;
  return {
    name: word.test(error.name) ? error.name : "Error",
    ...codesOf(error),
    stack: callSites(error),
    ...(cause instanceof Error && depth < maxCauses ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

/** Fields that hold a short word or a number by design. Anything longer is somebody's text. */
function codesOf(error: Error): Record<string, string | number> {
  const codes: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(error)) {
    if (!["code", "status", "failure", "procedure"].includes(key)) continue;
    if (typeof value === "number" || (typeof value === "string" && word.test(value))) codes[key] = value;
  }
  return codes;
}

/** The stack without its head: the head repeats the message, which may run over several lines. */
function callSites(error: Error): string {
  const { message, stack = "" } = error;
  const head = stack.indexOf(message);
  const tail = head === -1 ? stack : stack.slice(head + message.length);
  const frames = tail.split("\n").filter((line) => stackFrame.test(line));
  return frames.slice(0, maxFrames).join("\n");
}

function withoutCase(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/g, "");
}

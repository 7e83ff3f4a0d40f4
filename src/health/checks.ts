/** Resolves when the dependency answered. It should give up when the signal aborts. */
export type Probe = (signal: AbortSignal) => Promise<void>;

export interface Component {
  status: "up" | "down" | "not_configured";
  critical: boolean;
  latency_ms: number | null;
  checked_at: string;
  message?: string;
  metadata: Record<string, unknown>;
}

export type Checks = ReturnType<typeof createChecks>;

interface Options {
  redis: Probe;
  transport: { name: "supabase" | "postgres"; probe: Probe };
  timeoutMs: number;
  maxAgeMs: number;
}

/**
 * The state of every dependency, however many ask at once: at most one probe for each is under way, its answer serves
 * everybody for `maxAgeMs`, and nobody waits longer than `timeoutMs`.
 */
export function createChecks({ redis, transport, timeoutMs, maxAgeMs }: Options) {
  const redisCheck = createCheck(redis, timeoutMs, maxAgeMs);
  const transportCheck = createCheck(transport.probe, timeoutMs, maxAgeMs);

  /** Fresh results. Never rejects. */
  async function current() {
    const [redisNow, transportNow] = await Promise.all([redisCheck.current(), transportCheck.current()]);
    return componentsOf(redisNow, transportNow);
  }

  /** The newest results there are, however old; undefined before the first. */
  function latest() {
    const [redisThen, transportThen] = [redisCheck.latest(), transportCheck.latest()];
    return redisThen && transportThen && componentsOf(redisThen, transportThen);
  }

  function componentsOf(redisComponent: Component, transportComponent: Component) {
    const other = notConfigured("the other data transport is in use");
    const [supabase, postgres] =
      transport.name === "supabase" ? [transportComponent, other] : [other, transportComponent];
    return { redis: redisComponent, supabase, postgres };
  }

  return { current, latest };
}

/** A component that this process does not use. */
export function notConfigured(message: string): Component {
  return {
    status: "not_configured",
    critical: false,
    latency_ms: null,
    checked_at: new Date().toISOString(),
    message,
    metadata: {},
  };
}

/**
 * Why a call failed, in words that hold nothing of the address, the credentials or the driver's message.
 * Own codes, SQLSTATEs and HTTP statuses pass.
 */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const known = reasons[code] ?? reasons[error.message];
  if (known !== undefined) return known;
  // Redis puts its code in front of the message; fetch puts the reason into the cause.
  if (error.name === "ReplyError") return /^[A-Z]{2,20}(?= )/.exec(error.message)?.[0] ?? "failed";
  if (error.cause instanceof Error && code === error.name) return failureReason(error.cause);
  return code !== error.name && /^\w{1,40}$/.test(code) ? `failed with ${code}` : "failed";
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "unreachable",
  EPIPE: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ENOTFOUND: "host name unknown",
  EAI_AGAIN: "host name unknown",
  ETIMEDOUT: "timeout",
  AbortError: "timeout",
  TimeoutError: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_SOCKET: "unreachable",
  MaxRetriesPerRequestError: "unreachable",
  // Whole sentences of ioredis, which gives these errors no code.
  "Command timed out": "timeout",
  "Connection is closed.": "unreachable",
  "Stream isn't writeable and enableOfflineQueue options is false": "unreachable",
  // Codes of DatabaseError: its own words, SQLSTATEs, and HTTP statuses of the gateway.
  timeout: "timeout",
  unreachable: "unreachable",
  "28000": "credentials refused",
  "28P01": "credentials refused",
  http_401: "credentials refused",
  http_403: "credentials refused",
};

function createCheck(probe: Probe, timeoutMs: number, maxAgeMs: number) {
  let last: { component: Component; at: number } | undefined;
  let waiting: Promise<Component> | undefined;
  let isProbing = false;

  function current(): Promise<Component> | Component {
    if (last !== undefined && performance.now() - last.at < maxAgeMs) return last.component;
    if (waiting !== undefined) return waiting;
    // The probe before this one outlived its deadline and still hangs: a second would hang beside it.
    if (isProbing) return keep("no answer", null);
    waiting = probeOnce().finally(() => {
      waiting = undefined;
    });
    return waiting;
  }

  async function probeOnce(): Promise<Component> {
    const started = performance.now();
    const deadline = new AbortController();
    const timedOut = Promise.withResolvers<string>();
    const timer = setTimeout(() => {
      deadline.abort();
      timedOut.resolve("timeout");
    }, timeoutMs);
    const failure = await Promise.race([outcome(deadline.signal), timedOut.promise]);
    clearTimeout(timer);
    const elapsed = Math.round((performance.now() - started) * 10) / 10;
    return keep(failure, failure === undefined ? elapsed : null);
  }

  /** Undefined when the probe passed, else the reason. */
  async function outcome(signal: AbortSignal): Promise<string | undefined> {
    isProbing = true;
    try {
      await probe(signal);
      return undefined;
    } catch (error) {
      return failureReason(error);
    } finally {
      isProbing = false;
    }
  }

  function keep(failure: string | undefined, latencyMs: number | null): Component {
    const component: Component = {
      status: failure === undefined ? "up" : "down",
      critical: true,
      latency_ms: latencyMs,
      checked_at: new Date().toISOString(),
      ...(failure === undefined ? {} : { message: failure.slice(0, 100) }),
      metadata: {},
    };
    last = { component, at: performance.now() };
    return component;
  }

  return { current, latest: () => last?.component };
}

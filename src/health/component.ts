/** One thing that the service stands on, as its probes found it last. */
export interface Component {
  status: "up" | "degraded" | "down" | "not_configured";
  /** Without it the process should get no traffic. */
  critical: boolean;
  latency_ms: number | null;
  checked_at: string;
  message?: string;
  metadata: Record<string, unknown>;
}

export type Components = Record<string, Component>;

/** What a probe that got an answer found out. `degraded` says what works only in part, in at most 100 characters. */
export interface Finding {
  degraded?: string;
  metadata?: Record<string, unknown>;
}

/** Resolves when the component answered, rejects when it is down. It should give up when the signal aborts. */
export type Probe = (signal: AbortSignal) => Promise<Finding>;

/** A component that answered and is of no use all the same. `message` is ours and safe to show; `reason` has few values. */
export class ProbeError extends Error {
  override readonly name = "ProbeError";
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.reason = reason;
  }
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

import type { Components } from "./component.ts";
import type { Liveness } from "./liveness.ts";
import type { Probes } from "./probes.ts";

/** Share of what may wait for its commit in memory; beyond, webhooks are soon refused. */
const FULL = 0.8;
/** Of the last 10 s, this much in stalls of the event loop, be it a single one: more than it gets over by itself. */
const STALLED_MS = 3_000;
const MAX_ERROR = 100;
/** What traffic depends on. The others tell of troubles that another process has too. */
const gates = new Set(["redis", "supabase", "postgres"]);

export type Readiness = ReturnType<typeof createReadiness>;

/** Every reason why this process should get no traffic, from what is known already. */
export function createReadiness(parts: {
  probes: Probes;
  liveness: Liveness;
  /** Where the process is in its life. `pending` names what the start still waits for. */
  state: () => { pending: string[]; draining: boolean };
  /** Of the memory for messages that wait for their commit, 0 to 1. */
  fullness: () => number;
}) {
  const { probes, liveness, state, fullness } = parts;

  /** What the start still waits for. */
  function pending(): string[] {
    return state().pending;
  }

  function errors(): string[] {
    const isProbed = probes.ready();
    const down = Object.entries(components()).filter(([, { status, critical }]) => critical && status === "down");
    return [
      ...[...pending(), ...(isProbed ? [] : ["probes"])].map((part) => `starting: ${part}`),
      ...(state().draining ? ["draining"] : []),
      ...(isOverloaded() ? ["overloaded"] : []),
      // Until everything was asked once, silence means no more than that.
      ...(isProbed ? down.map(([name, { message }]) => `${name}: ${message}`) : []),
    ].map((error) => error.slice(0, MAX_ERROR));
  }

  function components(): Components {
    return Object.fromEntries(Object.entries(probes.snapshot()).filter(([name]) => gates.has(name)));
  }

  function isOverloaded(): boolean {
    return liveness.stalledMs() > STALLED_MS || fullness() > FULL;
  }

  return { pending, errors, components };
}

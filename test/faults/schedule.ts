import type { FaultKind } from "./faults.ts";
import { createRandom, type Random } from "./random.ts";

/** Which faults a run has, in which order. */

/** What the short run breaks: each once. */
const short: readonly FaultKind[] = [
  "kill",
  "redis-flush",
  "postgres-stop",
  "stop-continue",
  "provider-500",
  "provider-hang",
  "cut-postgres",
];

/** What the full run breaks, and how often. */
const full: Record<FaultKind, number> = {
  kill: 6,
  term: 3,
  "stop-continue": 3,
  "redis-stop": 3,
  "redis-flush": 2,
  "redis-restore": 2,
  "postgres-stop": 3,
  "postgres-away": 1,
  "postgres-terminate": 3,
  "provider-500": 2,
  "provider-429": 2,
  "provider-pair": 2,
  "provider-hang": 2,
  "provider-silent": 2,
  "provider-reset": 2,
  "slow-model": 2,
  "cut-postgres": 2,
  "cut-redis": 2,
  "cut-provider": 2,
  "black-hole-postgres": 2,
  "black-hole-redis": 2,
  "black-hole-provider": 2,
};

/** Roughly how long each takes, with its recovery and the pause before it: only the pace of writing hangs on it. */
const seconds: Partial<Record<FaultKind, number>> = {
  kill: 14,
  "stop-continue": 23,
  "postgres-away": 75,
  "slow-model": 22,
  "black-hole-provider": 15,
};
const usualSeconds = 9;

const ofRedis = new Set<FaultKind>(["redis-stop", "redis-flush", "redis-restore", "cut-redis", "black-hole-redis"]);

interface Choice {
  full: boolean;
  redis: boolean;
  /** Only these; an empty list is none. */
  faults?: readonly FaultKind[] | undefined;
}

/** How many of each kind a run has at least. */
export function leastFaults(choice: Choice): Record<string, number> {
  const least: Record<string, number> = {};
  for (const kind of planFaults(choice, createRandom(0))) least[kind] = (least[kind] ?? 0) + 1;
  return least;
}

/** Everything once in a drawn order, so that a run that is ended early has seen much; the rest follows mixed. */
export function planFaults({ full: isFull, redis, faults }: Choice, random: Random): FaultKind[] {
  const isWanted = (kind: FaultKind) => (redis || !ofRedis.has(kind)) && (faults?.includes(kind) ?? true);
  if (!isFull) return random.shuffle((faults ?? short).filter(isWanted));
  const kinds = kindsOf(full).filter(isWanted);
  const more = kinds.flatMap((kind) => Array.from({ length: full[kind] - 1 }, () => kind));
  return [...random.shuffle(kinds), ...random.shuffle(more)];
}

export function secondsOf(plan: readonly FaultKind[]): number {
  return plan.reduce((total, kind) => total + (seconds[kind] ?? usualSeconds), 0);
}

export function isFaultKind(name: string): name is FaultKind {
  return name in full;
}

function kindsOf(counts: Record<FaultKind, number>): FaultKind[] {
  return Object.keys(counts).filter(isFaultKind);
}

import type { History } from "../history.ts";

/** How the memory of one process life developed once it had warmed up. */
export interface MemoryLife {
  process: string;
  minutes: number;
  /** Resident. */
  mbPerMinute: number;
  highestMb: number;
  /** What is held: the least reading of each window. Undefined when it was not read. */
  heldMbPerMinute: number | undefined;
  heldMb: number | undefined;
}

type Sample = History["memory"][number];

interface Reading {
  at: number;
  bytes: number;
}

/** A shorter life says more about warming up, until the heap has reached its limit, than about leaking. */
const LONG_LIFE_MS = 5 * 60_000;
/** So long that each holds a full collection. */
const WINDOW_MS = 60_000;
const MB = 1_000_000;

/**
 * The slopes of each long life by least squares over its second half: of the resident memory, and of what is held. Every
 * life has a name of its own.
 */
export function memoryLives({ memory }: History): MemoryLife[] {
  return [...Map.groupBy(memory, ({ process }) => process).values()].flatMap((samples) => {
    const sorted = samples.toSorted((a, b) => a.at - b.at);
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first === undefined || last === undefined || last.at - first.at <= LONG_LIFE_MS) return [];
    const half = sorted.filter(({ at }) => at >= (first.at + last.at) / 2);
    const held = leastByWindow(half);
    return [
      {
        process: first.process,
        minutes: (last.at - first.at) / 60_000,
        mbPerMinute: slopeOf(half.map(({ at, rssBytes }) => ({ at, bytes: rssBytes }))),
        highestMb: Math.max(...samples.map(({ rssBytes }) => rssBytes)) / MB,
        heldMbPerMinute: held.length < 2 ? undefined : slopeOf(held),
        heldMb: held.length < 2 ? undefined : Math.max(...held.map(({ bytes }) => bytes)) / MB,
      },
    ];
  });
}

/** A reading counts garbage too, the least one right after a collection hardly any. */
function leastByWindow(samples: Sample[]): Reading[] {
  const read = samples.flatMap(({ at, usedBytes }) => (usedBytes === null ? [] : [{ at, bytes: usedBytes }]));
  const windows = Map.groupBy(read, ({ at }) => Math.floor(at / WINDOW_MS));
  return [...windows.values()].map((readings) =>
    readings.reduce((least, one) => (one.bytes < least.bytes ? one : least)),
  );
}

/** Megabytes a minute. */
function slopeOf(readings: Reading[]): number {
  const minutes = readings.map(({ at }) => at / 60_000);
  const megabytes = readings.map(({ bytes }) => bytes / MB);
  const middle = { minutes: mean(minutes), megabytes: mean(megabytes) };
  let covariance = 0;
  let variance = 0;
  for (const [at, minute] of minutes.entries()) {
    covariance += (minute - middle.minutes) * ((megabytes[at] ?? 0) - middle.megabytes);
    variance += (minute - middle.minutes) ** 2;
  }
  return variance === 0 ? 0 : covariance / variance;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

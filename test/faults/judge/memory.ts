import type { History } from "../history.ts";

/** How the memory of one process life developed once it had warmed up. */
export interface MemoryLife {
  process: string;
  minutes: number;
  mbPerMinute: number;
  highestMb: number;
}

type Sample = History["memory"][number];

/** A shorter life says more about warming up, until the heap has reached its limit, than about leaking. */
const LONG_LIFE_MS = 5 * 60_000;
const MB = 1_000_000;

/** The slope of each long life by least squares over its second half. Every life has a name of its own. */
export function memoryLives({ memory }: History): MemoryLife[] {
  return [...Map.groupBy(memory, ({ process }) => process).values()].flatMap((samples) => {
    const sorted = samples.toSorted((a, b) => a.at - b.at);
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first === undefined || last === undefined || last.at - first.at <= LONG_LIFE_MS) return [];
    const half = sorted.filter(({ at }) => at >= (first.at + last.at) / 2);
    return [
      {
        process: first.process,
        minutes: (last.at - first.at) / 60_000,
        mbPerMinute: slopeOf(half),
        highestMb: Math.max(...samples.map(({ rssBytes }) => rssBytes)) / MB,
      },
    ];
  });
}

function slopeOf(samples: Sample[]): number {
  const minutes = samples.map(({ at }) => at / 60_000);
  const megabytes = samples.map(({ rssBytes }) => rssBytes / MB);
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

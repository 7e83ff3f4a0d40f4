/** How long a stall is remembered: as long as liveness does. */
const MEMORY_MS = 10_000;

/**
 * Counts, tick by tick, for how long a loop has been stuck. `tick` returns true once that is `watchdogMs`. Time that
 * passed between two ticks does not count: whoever was not there, as when the machine slept, cannot know.
 */
export function createStuck(options: { tickMs: number; lagLimitMs: number; watchdogMs: number }) {
  const { tickMs, lagLimitMs, watchdogMs } = options;
  let seen: number | undefined;
  let silentMs = 0;
  let calmMs = MEMORY_MS;
  let stuckMs = 0;

  /** `beats`: how often the loop's heart has beaten so far. */
  function tick(beats: number): boolean {
    silentMs = beats === seen ? silentMs + tickMs : 0;
    seen = beats;
    const isSilent = silentMs > lagLimitMs;
    calmMs = isSilent ? 0 : calmMs + tickMs;
    // A stall counts from its beginning, and so do those that follow before it is forgotten.
    stuckMs = calmMs < MEMORY_MS ? Math.max(stuckMs + tickMs, silentMs) : silentMs;
    return isSilent && stuckMs >= watchdogMs;
  }

  return { tick };
}

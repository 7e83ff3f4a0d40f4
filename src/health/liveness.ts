const BEAT_MS = 100;
/** How long a lag is remembered. */
const MEMORY_MS = 10_000;
/** Below, a loop is busy; above, who waits for it notices. */
const STALL_MS = 250;

export type Liveness = ReturnType<typeof createLiveness>;

/** A heart that beats on the event loop: how late it is says for how long nothing else could run. */
export function createLiveness() {
  let late: { at: number; lagMs: number }[] = [];
  let beatAt: number | undefined;
  let lastLagMs = 0;
  let timer: NodeJS.Timeout | undefined;

  function beat(): void {
    const now = performance.now();
    lastLagMs = latenessAt(now);
    beatAt = now;
    late = late.filter(({ at }) => now - at <= MEMORY_MS);
    if (lastLagMs > 0) late.push({ at: now, lagMs: lastLagMs });
  }

  function latenessAt(now: number): number {
    return beatAt === undefined ? 0 : Math.max(now - beatAt - BEAT_MS, 0);
  }

  function start(): void {
    beat();
    timer = setInterval(beat, BEAT_MS).unref();
  }

  /** The newest lag: what is late already when a request overtakes the heart counts too. */
  function lagMs(): number {
    return Math.round(Math.max(lastLagMs, latenessAt(performance.now())) * 100) / 100;
  }

  /** Of the last 10 s. */
  function worstLagMs(): number {
    return Math.max(...recentLags());
  }

  /** How much of the last 10 s went by in stalls. */
  function stalledMs(): number {
    return recentLags()
      .filter((ms) => ms > STALL_MS)
      .reduce((sum, ms) => sum + ms, 0);
  }

  function recentLags(): number[] {
    return [latenessAt(performance.now()), ...late.map((beat) => beat.lagMs)];
  }

  return { start, stop: () => clearInterval(timer), lagMs, worstLagMs, stalledMs };
}

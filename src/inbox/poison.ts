/** When a turn keeps failing, its messages are poison: nobody else's turn, and not the candidate, may wait for it. */

/** Failures in a row after which a person takes the conversation over. */
const GIVE_UP_AFTER = 5;

/** By number of failures in a row. The first two may be bad luck; from the third on the turn itself is suspected. */
const RETRY_MS = [1_000, 2_000, 10_000, 30_000, 0, 10_000];
/** Even saying that nothing works did not work. */
const HOPELESS_RETRY_MS = 300_000;

export function isPoison(failures: number): boolean {
  return failures >= GIVE_UP_AFTER;
}

/** Even what should have ended it has failed. */
export function isHopeless(failures: number): boolean {
  return failures > GIVE_UP_AFTER;
}

/** How long a conversation waits after its n-th failure in a row (1 = the first). */
export function retryAfterMs(failures: number): number {
  return RETRY_MS[failures - 1] ?? HOPELESS_RETRY_MS;
}

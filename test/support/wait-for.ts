import { vi } from "vitest";

/** Waits until the check passes. Generous: a busy machine must not turn a test red. */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 60_000, interval: 25 });
}

import { expect } from "vitest";
import type { ProviderEvent } from "../../src/message.ts";

/** What the database asks of every event, and the metrics of every kind. */
export function expectStorable(events: ProviderEvent[]): void {
  expect(events.length).toBeGreaterThan(0);
  for (const { key, kind, source, message, status } of events) {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(kind).toMatch(/^[a-z_.]{1,60}$/);
    expect(source).not.toBe("");
    const texts = [source, ...Object.values({ ...message, ...message?.from, ...status })];
    for (const text of texts.filter((one) => typeof one === "string")) {
      expect(text.isWellFormed() && !text.includes("\0")).toBe(true);
    }
  }
}

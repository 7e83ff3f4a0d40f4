/** What the fakes of model providers write down about the requests they receive. */

/** Prompts are long: this many hold tens of megabytes, and old ones leave first, so a long run keeps the memory flat. */
const kept = 2000;

export function keep<T>(journal: T[], entry: T): T {
  journal.push(entry);
  if (journal.length > kept) journal.shift();
  return entry;
}

/** The parsed JSON, or what came when it was none. */
export function jsonOf(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
